"""What a page carries beside its article: patterns of site chrome, credits, datelines and pitches."""

import re
from pathlib import Path
from typing import NamedTuple

from ..problems import Problem
from .rows import read_rows

FILE = "boilerplate.csv"
COLUMNS = ("class", "section", "match", "where", "pattern", "reason")
SECTIONS = ("dateline", "credit", "boilerplate")
MATCHES = ("line", "start", "prefix", "suffix", "inside")
PLACES = ("any", "top", "end", "rest")


Span = tuple[int, int, str]


class Pattern(NamedTuple):
    """What it looks like, and the section that it makes of a line or of a part of one."""

    section: str
    regex: re.Pattern[str]


class Boilerplate(NamedTuple):
    """The patterns, joined by what they cover and where they may stand: {(match, where): [...]}."""

    patterns: dict[tuple[str, str], list[Pattern]]

    def section(self, line: str, *, places: tuple[str, ...]) -> str | None:
        """Section of the first pattern that fits a whole line or its start, or None."""
        for place in places:
            for match in ("line", "start"):
                for pattern in self.patterns.get((match, place), ()):
                    if pattern.regex.match(line):
                        return pattern.section
        return None

    def prefix(self, line: str) -> Span | None:
        """What stands before the first sentence of a line: a dateline."""
        for pattern in self.patterns.get(("prefix", "top"), ()):
            if found := pattern.regex.match(line):
                return *found.span(), pattern.section
        return None

    def suffix(self, line: str, *, places: tuple[str, ...]) -> Span | None:
        """What stands after the last sentence of a line: a credit."""
        for place in places:
            for pattern in self.patterns.get(("suffix", place), ()):
                if found := pattern.regex.search(line):
                    return *found.span(), pattern.section
        return None

    def spans(self, text: str) -> list[Span]:
        """Every stretch of markup in a text, in order of appearance."""
        return sorted(
            (*found.span(), pattern.section)
            for pattern in self.patterns.get(("inside", "any"), ())
            for found in pattern.regex.finditer(text)
        )


def read_boilerplate(folder: Path, problems: list[Problem]) -> Boilerplate:
    """Read boilerplate.csv; rows of one section, match and place become one expression."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for line, row in read_rows(folder / FILE, COLUMNS, problems, required=COLUMNS):
        faults = [
            f"{column} {row[column]!r} is unknown, expected {', '.join(known)}"
            for column, known in (("section", SECTIONS), ("match", MATCHES), ("where", PLACES))
            if row[column] not in known
        ]
        faults += _pattern_faults(row["pattern"])
        problems.extend(Problem(FILE, line, fault) for fault in faults)
        if not faults:
            groups.setdefault((row["match"], row["where"], row["section"]), []).append(row["pattern"])
    joined: dict[tuple[str, str], list[Pattern]] = {}
    for (match, where, section), patterns in groups.items():
        joined.setdefault((match, where), []).append(Pattern(section, _compile(patterns, match=match)))
    return Boilerplate(joined)


def _pattern_faults(pattern: str) -> list[str]:
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        return [f"pattern {pattern!r} is no regular expression: {error}"]
    if compiled.groupindex or compiled.groups:
        return [f"pattern {pattern!r} has a group that is numbered or named, expected (?:…)"]
    return [f"pattern {pattern!r} fits the empty text"] if compiled.fullmatch("") else []


def _compile(patterns: list[str], *, match: str) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    forms = {
        "line": rf"\W*(?:{joined})\W*\Z",
        "start": rf"\W*(?:{joined})",
        "prefix": joined,
        "suffix": rf"(?:{joined})\W*\Z",
        "inside": joined,
    }
    return re.compile(forms[match], re.IGNORECASE | re.DOTALL)
