"""Propositions that statements take a stance on, as an analyst describes them in data/knowledge/."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import get_args

from ..problems import Problem
from ..records import PropositionRow, Stance
from .patterns import Phrases, check_pattern, compile_patterns, list_hints
from .rows import read_rows

PATTERN_PARTS = ("topic", "asserts", "cue", "denies", "conditional", "undecided")
STANCE_PARTS = ("asserts", "denies", "conditional", "undecided")
PARTS = ("subject", "object", *PATTERN_PARTS, "member")
"""What a row of proposition_parts.csv can describe: actors (ids), patterns, or members of a union."""

LISTS = ("negator", "no-negator", "denying-cue", "not-confirmed", "rejected-report", "report-noun")
LISTS += ("back-reference", "collective-noun", "false")
"""Word lists of proposition_words.csv that the rules themselves use."""

PARTS_FILE = "proposition_parts.csv"
STANCES = get_args(Stance)
KINDS = ("claim", "condition", "union")


@dataclass(slots=True)
class Proposition:
    """A claim about some actors, with the patterns that show a stance on it."""

    proposition_id: str
    name: str
    description: str
    kind: str  # claim, condition or union
    subjects: frozenset[str]  # a passage must be about one of them; empty: about anybody
    objects: frozenset[str]  # what {object} stands for
    topic: Phrases | None
    asserts: Phrases | None
    cue: Phrases | None  # verbs of speech that assert it of what they introduce
    denies: Phrases | None
    conditional: Phrases | None
    undecided: Phrases | None
    members: tuple[tuple[str, str], ...]  # of a union: (proposition, only this stance or empty)
    hints: frozenset[str]  # no text without any of these in its lower case shows a stance


@dataclass(slots=True)
class Propositions:
    """All propositions by id, in the order of the file, and the word lists that hold for all of them."""

    by_id: dict[str, Proposition]
    words: dict[str, Phrases]
    hints: dict[
        str, frozenset[str]
    ]  # no text without any of these in its lower case holds a phrase of the list


Parts = dict[str, list[tuple[int, str]]]  # part -> (line, value)


def proposition_rows(propositions: Propositions) -> list[PropositionRow]:
    """The rows of the propositions table, in the order of the file."""
    return [
        PropositionRow(p.proposition_id, p.name, p.description, p.kind) for p in propositions.by_id.values()
    ]


def read_propositions(
    folder: Path, problems: list[Problem], *, entities: Collection[str] = ()
) -> Propositions:
    """Read propositions.csv, proposition_parts.csv and proposition_words.csv, checked against each other."""
    lists = _read_lists(folder / "proposition_words.csv", problems)
    names = _read_names(folder / "propositions.csv", problems)
    parts = _read_parts(folder / "proposition_parts.csv", problems, names=names)
    by_id = {
        proposition_id: _proposition(row, parts[proposition_id], lists, entities=entities, problems=problems)
        for proposition_id, row in names.items()
    }
    words = {name: compiled for name in lists if (compiled := _compile_list(name, lists)) is not None}
    hints = {name: list_hints(lists[name], lists=lists) for name in words}
    return Propositions(by_id, words, hints)


def _read_lists(path: Path, problems: list[Problem]) -> dict[str, list[str]]:
    """The phrases of every word list; one that is used inside another must be free of faults."""
    lists: dict[str, list[str]] = {}
    lines: dict[tuple[str, str], int] = {}
    for line, row in read_rows(path, ("list", "phrase"), problems, required=("list", "phrase")):
        if (row["list"], row["phrase"]) in lines:
            problems.append(
                Problem(path.name, line, f"phrase {row['phrase']!r} stands twice in {row['list']!r}")
            )
            continue
        lists.setdefault(row["list"], []).append(row["phrase"])
        lines[row["list"], row["phrase"]] = line
    for (name, phrase), line in lines.items():
        try:
            check_pattern(phrase, lists=lists)
        except ValueError as error:
            problems.append(Problem(path.name, line, str(error)))
            lists[name].remove(phrase)
    problems.extend(
        Problem(path.name, None, f"the word list {name!r} is missing") for name in LISTS if name not in lists
    )
    return {name: phrases for name, phrases in lists.items() if phrases}


def _compile_list(name: str, lists: Mapping[str, list[str]]) -> Phrases | None:
    try:
        return compile_patterns(lists[name], lists=lists)
    except ValueError:  # a list that it uses has lost its faulty phrases, which are reported
        return None


def _read_names(path: Path, problems: list[Problem]) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = {}
    columns = PropositionRow._fields
    for line, row in read_rows(path, columns, problems, required=("proposition_id", "name", "kind")):
        if row["proposition_id"] in names:
            problems.append(Problem(path.name, line, f"proposition {row['proposition_id']!r} stands twice"))
            continue
        if row["kind"] not in KINDS:
            problems.append(
                Problem(path.name, line, f"kind {row['kind']!r}, expected one of {', '.join(KINDS)}")
            )
        names[row["proposition_id"]] = row
    return names


def _read_parts(path: Path, problems: list[Problem], *, names: Collection[str]) -> dict[str, Parts]:
    parts: dict[str, Parts] = {name: {} for name in names}
    columns = ("proposition_id", "part", "value")
    for line, row in read_rows(path, columns, problems, required=columns):
        fault = None
        if row["proposition_id"] not in names:
            fault = f"proposition {row['proposition_id']!r} is not in propositions.csv"
        elif row["part"] not in PARTS:
            fault = f"part {row['part']!r}, expected one of {', '.join(PARTS)}"
        elif row["part"] == "member":
            fault = _member_fault(row["value"], names)
        if fault:
            problems.append(Problem(path.name, line, fault))
        else:
            parts[row["proposition_id"]].setdefault(row["part"], []).append((line, row["value"]))
    return parts


def _member_fault(value: str, names: Collection[str]) -> str | None:
    """What is wrong with a member: `proposition` or `proposition/stance`."""
    proposition_id, _, stance = value.partition("/")
    if proposition_id not in names:
        return f"member {proposition_id!r} is not in propositions.csv"
    if stance and stance not in STANCES:
        return f"stance {stance!r}, expected one of {', '.join(STANCES)}"
    return None


def _proposition(
    row: Mapping[str, str],
    parts: Parts,
    lists: Mapping[str, list[str]],
    *,
    entities: Collection[str],
    problems: list[Problem],
) -> Proposition:
    """One proposition; faulty actors and patterns are reported and left out."""
    for part in ("subject", "object"):
        for line, value in parts.get(part, []):
            if entities and value not in entities:
                problems.append(Problem(PARTS_FILE, line, f"{part} {value!r} is no id of entities.csv"))
    expected = "member" if row["kind"] == "union" else "asserts"
    if not parts.get(expected):
        message = f"proposition {row['proposition_id']!r}, a {row['kind']}, has no {expected!r} row"
        problems.append(Problem(PARTS_FILE, None, message))
    members = [value.partition("/") for _, value in parts.get("member", [])]
    sound = {part: _sound_patterns(part, parts, lists, problems) for part in PATTERN_PARTS}
    return Proposition(
        row["proposition_id"],
        row["name"],
        row["description"],
        row["kind"],
        frozenset(value for _, value in parts.get("subject", [])),
        frozenset(value for _, value in parts.get("object", [])),
        **{part: compile_patterns(patterns, lists=lists) for part, patterns in sound.items()},
        members=tuple((proposition_id, stance) for proposition_id, _, stance in members),
        hints=list_hints(chain.from_iterable(sound[part] for part in STANCE_PARTS), lists=lists),
    )


def _sound_patterns(
    part: str, parts: Parts, lists: Mapping[str, list[str]], problems: list[Problem]
) -> list[str]:
    """The patterns of a part that can be read."""
    sound = []
    for line, value in parts.get(part, []):
        try:
            check_pattern(value, lists=lists)
            sound.append(value)
        except ValueError as error:
            problems.append(Problem(PARTS_FILE, line, f"{part}: {error}"))
    return sound
