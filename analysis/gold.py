"""A hand annotation: reading it, and the form in which the product carries it (offsets and ids, no text).

    python -m analysis.gold SOURCE TARGET

copies an annotation without the wording of the articles.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from .problems import InputError, Problem

LAYERS = {
    "documents": ("doc", "sha256"),
    "sections": ("doc", "start", "end", "section"),
    "mentions": ("doc", "start", "end", "type", "entity", "alt"),
    "statements": (
        *(
            "doc",
            "id",
            "start",
            "end",
            "trim",
            "kind",
            "speaker",
            "speaker_alt",
            "speaker_start",
            "speaker_end",
        ),
        *("cue_start", "cue_end", "medium", "reported_by", "said_on", "stance"),
    ),
    "near_statements": ("doc", "start", "end", "reason", "holder"),
    "scare_quotes": ("doc", "start", "end", "kind"),
    "zones": ("doc", "start", "end", "zone", "relation", "actors", "proposed_by", "places"),
}
"""The files of an annotation and what of each record is kept: nothing that holds words of the text."""

REQUIRED = ("sections", "mentions", "statements")

EDGE = " \u00a0\t\n\"'“”‘’«».,;:!?"
"""What may stand or lack at the edge of a statement without making it another one."""

Row = dict[str, object]


def read_gold(folder: Path) -> dict[str, list[Row]]:
    """Every layer by its name; one that the folder lacks is empty. InputError names what is wrong."""
    problems: list[Problem] = []
    layers = {name: _read_layer(folder / f"{name}.jsonl", problems) for name in LAYERS}
    if problems:
        raise InputError(problems)
    for row in layers["statements"]:
        row["trim"] = row.get("trim") or _trimmed(row)
    return layers


def _read_layer(path: Path, problems: list[Problem]) -> list[Row]:
    rows: list[Row] = []
    if not path.is_file():
        if path.stem in REQUIRED:
            problems.append(Problem(path.name, None, f"no such file in {path.parent}"))
        return rows
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            problems.append(Problem(path.name, number, f"{line[:40]!r} is no JSON"))
            continue
        if not isinstance(row, dict) or "doc" not in row:
            problems.append(Problem(path.name, number, "expected an object with 'doc'"))
        else:
            rows.append(row)
    return rows


def _trimmed(row: Mapping[str, object]) -> list[int]:
    """The span of a statement without the quotation marks and stops at its edges."""
    return trim(int(row["start"]), int(row["end"]), surface=str(row.get("surface", "")))


def trim(start: int, end: int, *, surface: str) -> list[int]:
    """Offsets without blanks, marks and stops at the edges of the surface.

    A surface that was cut short ends with an ellipsis; its end stays.
    """
    cut = surface.endswith("…") and len(surface) != end - start
    left = len(surface) - len(surface.lstrip(EDGE))
    right = 0 if cut else len(surface) - len(surface.rstrip(EDGE))
    return [start + left, end - right] if start + left < end - right else [start, end]


def strip_gold(source: Path, target: Path) -> dict[str, int]:
    """Write an annotation without its wording; return the number of records of each layer."""
    layers = read_gold(source)
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in layers.items():
        lines = [
            json.dumps({key: row[key] for key in LAYERS[name] if row.get(key) is not None}) for row in rows
        ]
        (target / f"{name}.jsonl").write_text("\n".join(lines) + "\n" * bool(lines), encoding="utf-8")
    return {name: len(rows) for name, rows in layers.items()}


if __name__ == "__main__":
    for layer, count in strip_gold(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{layer:16s} {count}")
