"""What the rules that make records look for, in words for readers."""

from pathlib import Path

from ..problems import Problem
from .rows import read_rows


def read_rules(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """The explanation of each rule; a rule that stands twice is reported."""
    rules: dict[str, str] = {}
    columns = ("rule", "explanation")
    for line, row in read_rows(folder / "rules.csv", columns, problems, required=columns):
        if row["rule"] in rules:
            problems.append(Problem("rules.csv", line, f"rule {row['rule']!r} stands here twice"))
        rules.setdefault(row["rule"], row["explanation"])
    return rules
