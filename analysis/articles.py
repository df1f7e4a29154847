"""Article files and their manifest: read once, checked as a whole."""

import csv
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .problems import Problem

MANIFEST = "articles.csv"
SAVE = "save it as UTF-8 text"
PRECISIONS = ("", "day", "week", "month")


class RawArticle(NamedTuple):
    """An article as it stands on disk, with what the manifest says of it."""

    article_id: str
    outlet_id: str
    outlet: str
    outlet_country: str
    outlet_kind: str
    title: str
    author: str
    published: str
    published_precision: str
    published_basis: str
    url: str
    text: str  # every character of the file: byte order mark and line ends untouched
    sha256: str


COLUMNS = tuple(field for field in RawArticle._fields if field not in ("article_id", "text", "sha256"))


def read_articles(folder: Path, problems: list[Problem]) -> list[RawArticle]:
    """The articles that the manifest lists, sorted by article_id.

    Whatever is wrong is added to `problems`; the article in question is left out.
    """
    articles: dict[str, RawArticle] = {}
    files: dict[str, int] = {}
    for line, row in _manifest_rows(folder, problems):
        name = PurePosixPath(row["file"].replace("\\", "/"))
        article_id = str(name.with_suffix("")) if name.name else ""
        faults = [*_row_faults(row, name)]
        if row["file"] in files:
            faults.append(f"file {row['file']!r} stands in line {files[row['file']]} already")
        elif article_id in articles:
            faults.append(f"article_id {article_id!r} of {row['file']!r} belongs to another file already")
        files.setdefault(row["file"], line)
        problems.extend(Problem(MANIFEST, line, fault) for fault in faults)
        content = None if faults else _content(folder, row["file"], line, problems)
        if content is not None:
            articles[article_id] = _article(article_id, row, content)
    return [articles[article_id] for article_id in sorted(articles)]


def unlisted_files(folder: Path) -> list[str]:
    """Names of the text files in the folder that the manifest does not list, sorted."""
    listed = {row["file"].replace("\\", "/") for _, row in _manifest_rows(folder, [])}
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.txt"))
    return sorted(name for name in found if name not in listed)


def unknown_columns(folder: Path) -> list[str]:
    """Columns of the manifest that nothing reads, as they stand there."""
    header = next(csv.reader((folder / MANIFEST).read_text(encoding="utf-8-sig").splitlines()), [])
    return [name.strip() for name in header if name.strip() not in ("file", *COLUMNS)]


def _manifest_rows(folder: Path, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of the manifest with their line; a column that is not there counts as empty."""
    path = folder / MANIFEST
    if not folder.is_dir():
        problems.append(Problem(str(folder), None, f"no such folder, expected one with {MANIFEST}"))
        return
    if not path.is_file():
        expected = f"no such file in {folder}, expected one row a file, with a column 'file'"
        problems.append(Problem(MANIFEST, None, expected))
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(MANIFEST, None, f"byte {error.start} is not UTF-8; {SAVE}"))
        return
    reader = csv.reader(text.splitlines(keepends=True))
    header = [name.strip() for name in next(reader, [])]
    if "file" not in header:
        hint = (
            ""
            if len(header) != 1 or not re.search(r"[;\t]", header[0])
            else "; put commas between the columns"
        )
        problems.append(Problem(MANIFEST, 1, f"column 'file' is missing, found {header}{hint}"))
        return
    before = reader.line_num
    for cells in reader:
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            problems.append(
                Problem(
                    MANIFEST,
                    line,
                    f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'}, expected {len(header)}: "
                    f"{', '.join(cells)!r}{_open_mark(cells)}",
                )
            )
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        yield line, {column: row.get(column, "") for column in COLUMNS} | {"file": row["file"]}


def _open_mark(cells: list[str]) -> str:
    """A hint where a cell runs over the end of its line, which a mark that is never closed makes it do."""
    return "; is a quotation mark left open?" if cells and "\n" in cells[-1] else ""


def _row_faults(row: dict[str, str], name: PurePosixPath) -> Iterator[str]:
    """What is wrong with a row of the manifest, apart from the file that it names."""
    if not row["file"]:
        yield "file must not be empty"
    elif name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        yield f"file {row['file']!r} lies outside the folder, expected a name relative to it"
    monthly = row["published_precision"] in ("", "month")
    if row["published"] and not (_is_date(row["published"]) or (monthly and _is_month(row["published"]))):
        yield f"published {row['published']!r} is no date, expected YYYY-MM-DD, or YYYY-MM for a month"
    if row["published_precision"] not in PRECISIONS:
        yield f"published_precision {row['published_precision']!r} is unknown, expected day, week or month"


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_month(value: str) -> bool:
    return _is_date(f"{value}-01")


def _content(folder: Path, name: str, line: int, problems: list[Problem]) -> bytes | None:
    """Bytes of an article file, or None after its fault was added to `problems`."""
    path = folder / name.replace("\\", "/")
    if not path.resolve().is_relative_to(folder.resolve()):
        problems.append(Problem(MANIFEST, line, f"file {name!r} is a link out of the folder"))
        return None
    if not path.is_file():
        problems.append(Problem(MANIFEST, line, f"file {name!r} is missing in {folder}"))
        return None
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(Problem(name, None, f"byte {error.start} is not UTF-8; {SAVE} ({MANIFEST}:{line})"))
        return None
    if not text.strip("\ufeff \t\r\n\xa0"):
        problems.append(Problem(name, None, f"the article is empty ({MANIFEST}:{line})"))
        return None
    return content


def _article(article_id: str, row: dict[str, str], content: bytes) -> RawArticle:
    """The record of an article, a month dated by its first day.

    Without outlet_id, an outlet's id is made from its name.
    """
    outlet_id = row["outlet_id"] or "-".join(row["outlet"].lower().split()) or "unknown"
    fields = {column: row[column] for column in COLUMNS} | {"outlet_id": outlet_id}
    if _is_month(row["published"]):
        fields |= {"published": f"{row['published']}-01", "published_precision": "month"}
    return RawArticle(
        article_id=article_id,
        text=content.decode("utf-8"),
        sha256=hashlib.sha256(content).hexdigest(),
        **fields,
    )
