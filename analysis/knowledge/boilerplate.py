"""What a page carries beside its article: patterns of site chrome, credits, datelines and pitches."""

import re
from dataclasses import dataclass
from pathlib import Path

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
_MARKUP = re.compile(r"[<\[{&#!(*]")
_SUFFIX = {"any": re.compile(r"[:/(\[]"), "end": re.compile(r"[:/(\[—–-]")}
"""Markup begins with one of these, and no credit is without one: looking for them first saves most time."""
_ESCAPE = re.compile(r"\\.")
_OF_LINES = ("line", "start", "holds")


@dataclass(slots=True)
class Pattern:
    """What it looks like, and the section that it makes of a line or of a part of one."""

    section: str
    regex: re.Pattern[str]
    lowered: bool  # what it fits is the lower case of a line


@dataclass(slots=True)
class Boilerplate:
    """The patterns, joined by what they cover and where they may stand: {(match, where): [...]}."""

    patterns: dict[tuple[str, str], list[Pattern]]

    def section(self, line: str, *, places: tuple[str, ...]) -> str | None:
        """Section of the first pattern that fits a whole line, its start or a part of it, or None."""
        lowered = line.lower()
        for place in places:
            for match in _OF_LINES:
                for pattern in self.patterns.get((match, place), ()):
                    fits = pattern.regex.search if match == "holds" else pattern.regex.match
                    if fits(lowered if pattern.lowered else line):
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
        signs = [sign.start() for sign in _MARKUP.finditer(text)]
        found: list[Span] = []
        for pattern in self.patterns.get(("inside", "any"), ()):
            done = 0
            for start in signs:
                if start >= done and (markup := pattern.regex.match(text, start)):
                    done = markup.end()
                    found.append((start, done, pattern.section))
        return sorted(found)


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
        for lowered in (True, False):
            alike = [row for row in rows if (match in _OF_LINES and not _minds_case(row[1])) == lowered]
            regex = _compile([pattern for _, pattern in alike], match=match, lowered=lowered)
            if regex:
                joined.setdefault((match, where), []).append(Pattern(section, regex, lowered))
            faults = ((line, _pattern_fault(pattern)) for line, pattern in ([] if regex else alike))
            problems.extend(Problem(FILE, line, fault) for line, fault in faults if fault)
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


def _minds_case(pattern: str) -> bool:
    """Whether a pattern speaks of capitals; the others are quicker found in lower case."""
    return "(?-i" in pattern or any(letter.isupper() for letter in _ESCAPE.sub("", pattern))


def _compile(patterns: list[str], *, match: str, lowered: bool) -> re.Pattern[str] | None:
    """One expression for all patterns, None if there are none or one of them is at fault."""
    if not patterns:
        return None
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    flags = re.DOTALL if lowered else re.DOTALL | re.IGNORECASE
    try:
        regex = re.compile(FORMS[match].replace("{}", joined), flags)
    except re.error:
        return None
    return None if regex.groups else regex


def _pattern_fault(pattern: str) -> str | None:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        return f"pattern {pattern!r} is no regular expression: {error}"
    if compiled.groups:
        return f"pattern {pattern!r} has a group that is numbered or named, expected (?:…)"
    return None
