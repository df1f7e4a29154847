"""Words that make a statement less than certain, read and checked."""

from pathlib import Path

from ..problems import Problem
from .rows import read_rows


def read_hedges(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """Read hedges.csv: the reason why each phrase is a hedge."""
    hedges: dict[str, str] = {}
    columns = ("hedge", "reason")
    for line, row in read_rows(folder / "hedges.csv", columns, problems, required=columns):
        if row["hedge"] in hedges:
            problems.append(Problem("hedges.csv", line, f"hedge '{row['hedge']}' stands twice"))
        hedges[row["hedge"]] = row["reason"]
    return hedges
