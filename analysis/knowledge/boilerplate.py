"""What a page carries beside its article: patterns of site chrome, credits, datelines and pitches."""

import re
from pathlib import Path
from typing import NamedTuple

from ..problems import Problem
from .rows import read_rows

FILE = "boilerplate.csv"
COLUMNS = ("class", "section", "match", "where", "pattern", "reason")
SECTIONS = ("dateline", "credit", "boilerplate")
PART = "part"  # a row that gives {class} a meaning in the patterns below it
FORMS = {
    "line": r"\W*(?:{})\W*\Z",  # the whole line
    "start": r"\W*(?:{})",  # how the line begins
    "holds": r"{}",  # somewhere in the line
    "prefix": r"{}",  # what stands before the text of a line
    "suffix": r"(?:{})\W*\Z",  # what stands after it
    "inside": r"{}",  # markup, anywhere
}
PLACES = ("any", "top", "end", "rest")
SUFFIX_REACH = 240  # characters at the end of a line that a suffix is looked for in

Span = tuple[int, int, str]

_PART_NAME = re.compile(r"\{([a-z_]+)\}")
_MARKUP = re.compile(r"[<\[{&#]|\*\*")
_SUFFIX = {"any": re.compile(r"[:/(\[]"), "end": re.compile(r"[:/(\[—–-]")}
"""No credit, and no markup, is without one of these; looking for them first saves most of the time."""
_ESCAPE = re.compile(r"\\.")


class Pattern(NamedTuple):
    """What it looks like, and the section that it makes of a line or of a part of one."""

    section: str
    regex: re.Pattern[str]


class Boilerplate(NamedTuple):
    """The patterns, joined by what they cover and where they may stand: {(match, where): [...]}."""

    patterns: dict[tuple[str, str], list[Pattern]]

    def section(self, line: str, *, places: tuple[str, ...]) -> str | None:
        """Section of the first pattern that fits a whole line, its start or a part of it, or None."""
        for place in places:
            for match in ("line", "start"):
                for pattern in self.patterns.get((match, place), ()):
                    if pattern.regex.match(line):
                        return pattern.section
            for pattern in self.patterns.get(("holds", place), ()):
                if pattern.regex.search(line.lower()):
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
        start = max(0, len(line) - SUFFIX_REACH)
        for place in places:
            if not _SUFFIX[place].search(line, start):
                continue
            for pattern in self.patterns.get(("suffix", place), ()):
                if found := pattern.regex.search(line, start):
                    return *found.span(), pattern.section
        return None

    def spans(self, text: str) -> list[Span]:
        """Every stretch of markup in a text, in order of appearance."""
        if not _MARKUP.search(text):
            return []
        return sorted(
            (*found.span(), pattern.section)
            for pattern in self.patterns.get(("inside", "any"), ())
            for found in pattern.regex.finditer(text)
        )


def read_boilerplate(folder: Path, problems: list[Problem]) -> Boilerplate:
    """Read boilerplate.csv; rows of one section, match and place become one expression."""
    parts: dict[str, str] = {}
    groups: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
    required = ("class", "match", "pattern", "reason")
    for line, row in read_rows(folder / FILE, COLUMNS, problems, required=required):
        pattern, faults = _fill(row["pattern"], parts)
        faults += _row_faults(row)
        problems.extend(Problem(FILE, line, fault) for fault in faults)
        if faults:
            continue
        if row["match"] == PART:
            parts[row["class"]] = pattern
        else:
            groups.setdefault((row["match"], row["where"], row["section"]), []).append((line, pattern))
    joined: dict[tuple[str, str], list[Pattern]] = {}
    for (match, where, section), rows in groups.items():
        regex = _compile([pattern for _, pattern in rows], match=match)
        if regex is None:
            faults = ((line, _pattern_fault(pattern, match=match)) for line, pattern in rows)
            problems.extend(Problem(FILE, line, fault) for line, fault in faults if fault)
        else:
            joined.setdefault((match, where), []).append(Pattern(section, regex))
    return Boilerplate(joined)


def _fill(pattern: str, parts: dict[str, str]) -> tuple[str, list[str]]:
    """The pattern with its parts put in, and what is wrong with them."""
    unknown = sorted(set(_PART_NAME.findall(pattern)) - parts.keys())
    faults = [f"part {{{name}}} is unknown, expected one of {', '.join(parts)}" for name in unknown]
    return _PART_NAME.sub(lambda found: parts.get(found[1], found[0]), pattern), faults


def _row_faults(row: dict[str, str]) -> list[str]:
    known = [("match", (*FORMS, PART))]
    if row["match"] != PART:
        known += [("section", SECTIONS), ("where", PLACES)]
    return [
        f"{column} {row[column]!r} is unknown, expected {', '.join(values)}"
        for column, values in known
        if row[column] not in values
    ]


def _compile(patterns: list[str], *, match: str) -> re.Pattern[str] | None:
    """One expression for all patterns, None if one of them is at fault."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    in_lower_case = match == "holds"
    if in_lower_case and _has_capital(joined):
        return None
    try:
        regex = re.compile(
            FORMS[match].replace("{}", joined), re.DOTALL | (0 if in_lower_case else re.IGNORECASE)
        )
    except re.error:
        return None
    return None if regex.groups else regex


def _has_capital(pattern: str) -> bool:
    return any(letter.isupper() for letter in _ESCAPE.sub("", pattern))


def _pattern_fault(pattern: str, *, match: str) -> str | None:
    if match == "holds" and _has_capital(pattern):
        return f"pattern {pattern!r} has a capital, but what a line holds is looked for in lower case"
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        return f"pattern {pattern!r} is no regular expression: {error}"
    if compiled.groups:
        return f"pattern {pattern!r} has a group that is numbered or named, expected (?:…)"
    return None
