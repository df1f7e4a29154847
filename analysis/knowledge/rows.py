"""Rows of a CSV file with their line numbers, checked on reading."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..problems import Problem


def read_rows(
    path: Path, columns: Sequence[str], problems: list[Problem], *, required: Sequence[str] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, row) for every row of a CSV file, cells stripped of blanks.

    A missing file, an unknown header, a row of the wrong length and an empty cell
    of a `required` column are added to `problems`; the row in question is left out.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(path.name, None, f"no such file in {path.parent.name}/"))
        return
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, None, f"byte {error.start} is not UTF-8"))
        return
    reader = csv.reader(text.splitlines(keepends=True))
    header = next(reader, [])
    if missing := [column for column in columns if column not in header]:
        problems.append(Problem(path.name, 1, f"columns {missing} are missing, found {header}"))
        return
    for cells in reader:
        if not any(cells):
            continue
        if len(cells) != len(header):
            problems.append(
                Problem(path.name, reader.line_num, f"{len(cells)} cells, expected {len(header)}: {cells}")
            )
            continue
        cells = [cell.strip() for cell in cells]
        row = dict(zip(header, cells, strict=True))
        if "" in cells and (empty := [column for column in required if not row[column]]):
            problems.append(Problem(path.name, reader.line_num, f"{', '.join(empty)} must not be empty"))
            continue
        yield reader.line_num, row
