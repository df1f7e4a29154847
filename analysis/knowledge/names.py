"""What names look like: head nouns, titles, first names, place cues and words that are no names."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from ..problems import Problem
from .entities import TYPES
from .rows import read_rows

KINDS = {
    "plain_words.csv": ("opener", "noun", "calendar"),
    "place_cues.csv": ("of", "after", "before", "preposition", "to", "apart"),
    "capital_cues.csv": (
        "official",
        "towards",
        "event",
        "governing",
        "verb",
        "adjunct",
        "venue",
        "process",
        "round",
        "agreement",
        "zone",
        "party",
        "object",
        "near",
        "sent",
    ),
    "media_cues.csv": ("after", "before", "told", "reporting"),
    "group_cues.csv": ("after", "before"),
}


class Document(NamedTuple):
    """A common noun that names an agreement in an article that also names the entity `needs`."""

    noun: str
    entity_id: str
    needs: str


class Homograph(NamedTuple):
    """What a spelling may name, for which an article that also names the entity `needs` speaks.

    Without `needs` it is a place, and where a place is due speaks for it: "in X".
    """

    spelling: str
    entity_id: str
    needs: str


_Dependent = TypeVar("_Dependent", Document, Homograph)


@dataclass(slots=True)
class Names:
    """Word lists that the rules for names rest on."""

    heads: dict[str, str]  # last or first word of a name -> entity type
    state_organs: frozenset[str]  # heads that name an organ of a state also in lower case
    common_heads: frozenset[str]  # nouns in lower case beside a name, with those of places and outlets
    prefixes: dict[str, str]  # first word of a name -> entity type
    unit_words: frozenset[str]  # make a unit part of regular forces
    title_words: frozenset[str]  # every word of a title
    title_ends: frozenset[str]  # the last word of a title: a name follows
    roles: frozenset[str]  # nouns that a person's name follows: "spokesman"
    given_names: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]  # plain words that no name begins with
    calendar: frozenset[str]  # months and weekdays, some of them surnames
    plain: frozenset[str]  # all plain words, openers among them
    place_cues: dict[str, frozenset[str]]  # by position
    capital_cues: dict[str, frozenset[str]]  # by kind
    media_cues: dict[str, frozenset[str]]  # by position; verbs of outlets
    group_cues: dict[str, frozenset[str]]  # by position
    documents: list[Document]
    homographs: dict[str, list[Homograph]]  # by spelling
    short_places: dict[str, str]  # abbreviation -> entity, after a town or the letter of a party
    signing_verbs: frozenset[str]


def read_names(folder: Path, problems: list[Problem], *, entities: Container[str]) -> Names:
    """Read the lists about the form of names."""
    heads, state_organs = _read_heads(folder, problems)
    plain = _read_by_kind(folder, "plain_words.csv", ("word", "kind"), problems)
    titles = _read_words(folder, "titles.csv", "title", problems)
    places = _read_by_kind(folder, "place_cues.csv", ("cue", "position"), problems)
    outlets = _read_by_kind(folder, "media_cues.csv", ("cue", "position"), problems)
    common_heads = _read_words(folder, "common_heads.csv", "noun", problems)
    return Names(
        heads=heads,
        state_organs=state_organs,
        common_heads=common_heads | places["after"] | {cue.split()[-1] for cue in outlets["after"]},
        prefixes=_read_prefixes(folder, problems),
        unit_words=_read_words(folder, "unit_words.csv", "word", problems),
        title_words=frozenset(word for title in titles for word in title.split()),
        title_ends=frozenset(title.split()[-1] for title in titles),
        roles=_read_roles(folder, problems),
        given_names=_read_words(folder, "given_names.csv", "name", problems),
        particles=_read_words(folder, "particles.csv", "particle", problems),
        openers=plain["opener"] | plain["calendar"],
        calendar=plain["calendar"],
        plain=frozenset().union(*plain.values()),
        place_cues=places,
        capital_cues=_read_by_kind(folder, "capital_cues.csv", ("cue", "kind"), problems),
        media_cues=outlets,
        group_cues=_read_by_kind(folder, "group_cues.csv", ("cue", "position"), problems),
        documents=_read_dependent(folder, "documents.csv", Document, problems, entities=entities),
        homographs=_read_homographs(folder, problems, entities=entities),
        short_places=_read_short_places(folder, problems, entities=entities),
        signing_verbs=_read_words(folder, "signing_verbs.csv", "verb", problems),
    )


def _read_dependent(
    folder: Path,
    name: str,
    record: type[_Dependent],
    problems: list[Problem],
    *,
    entities: Container[str],
) -> list[_Dependent]:
    """Read rows that hold in an article which names the entity `needs`; each row once."""
    found: list[_Dependent] = []
    required = record._fields if record is Document else record._fields[:2]
    for line, row in read_rows(folder / name, record._fields, problems, required=required):
        ids = [row[column] for column in ("entity_id", "needs") if row[column]]
        read = record(*(row[column] for column in record._fields))
        if unknown := [entity_id for entity_id in ids if entity_id not in entities]:
            problems.append(Problem(name, line, f"unknown entity '{unknown[0]}'"))
        elif read in found:
            problems.append(Problem(name, line, f"{record._fields[0]} '{read[0]}' stands twice so"))
        else:
            found.append(read)
    return found


def _read_homographs(
    folder: Path, problems: list[Problem], *, entities: Container[str]
) -> dict[str, list[Homograph]]:
    homographs: dict[str, list[Homograph]] = {}
    for row in _read_dependent(folder, "homographs.csv", Homograph, problems, entities=entities):
        homographs.setdefault(row.spelling, []).append(row)
    return homographs


def _read_short_places(folder: Path, problems: list[Problem], *, entities: Container[str]) -> dict[str, str]:
    file, short = "short_places.csv", {}
    columns = ("abbreviation", "entity_id")
    for line, row in read_rows(folder / file, columns, problems, required=columns):
        if row["entity_id"] not in entities:
            problems.append(Problem(file, line, f"unknown entity '{row['entity_id']}'"))
        elif row["abbreviation"] in short:
            problems.append(Problem(file, line, f"abbreviation '{row['abbreviation']}' stands twice"))
        else:
            short[row["abbreviation"]] = row["entity_id"]
    return short


def _read_words(folder: Path, name: str, column: str, problems: list[Problem]) -> frozenset[str]:
    words: dict[str, int] = {}
    for line, row in read_rows(folder / name, (column,), problems, required=(column,)):
        if row[column] in words:
            problems.append(Problem(name, line, f"{column} '{row[column]}' stands twice"))
        words[row[column]] = line
    return frozenset(words)


def _read_roles(folder: Path, problems: list[Problem]) -> frozenset[str]:
    roles: dict[str, bool] = {}
    columns = ("noun", "name_follows")
    for line, row in read_rows(folder / "role_nouns.csv", columns, problems, required=columns[:1]):
        if row["noun"] in roles:
            problems.append(Problem("role_nouns.csv", line, f"noun '{row['noun']}' stands twice"))
        elif row["name_follows"] not in ("", "yes"):
            message = f"name_follows '{row['name_follows']}' must be yes or empty"
            problems.append(Problem("role_nouns.csv", line, message))
        roles[row["noun"]] = row["name_follows"] == "yes"
    return frozenset(noun for noun, follows in roles.items() if follows)


def _read_by_kind(
    folder: Path, name: str, columns: tuple[str, str], problems: list[Problem]
) -> dict[str, frozenset[str]]:
    kinds: Mapping[str, set[str]] = {kind: set() for kind in KINDS[name]}
    word, kind = columns
    for line, row in read_rows(folder / name, columns, problems, required=columns):
        if row[kind] not in kinds:
            problems.append(
                Problem(name, line, f"unknown {kind} '{row[kind]}', expected one of {', '.join(kinds)}")
            )
        elif row[word] in kinds[row[kind]]:
            problems.append(Problem(name, line, f"{word} '{row[word]}' stands twice as {row[kind]}"))
        else:
            kinds[row[kind]].add(row[word])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def _read_heads(folder: Path, problems: list[Problem]) -> tuple[dict[str, str], frozenset[str]]:
    heads: dict[str, str] = {}
    organs = set()
    columns = ("head", "type", "state_organ")
    for line, row in read_rows(folder / "name_heads.csv", columns, problems, required=columns[:2]):
        _add_typed(heads, row["head"], row["type"], problems, at=("name_heads.csv", line))
        if row["state_organ"] not in ("", "yes"):
            message = f"state_organ '{row['state_organ']}' must be yes or empty"
            problems.append(Problem("name_heads.csv", line, message))
        elif row["state_organ"]:
            organs.add(row["head"])
    return heads, frozenset(organs)


def _read_prefixes(folder: Path, problems: list[Problem]) -> dict[str, str]:
    prefixes: dict[str, str] = {}
    columns = ("prefix", "type")
    for line, row in read_rows(folder / "name_prefixes.csv", columns, problems, required=columns):
        _add_typed(prefixes, row["prefix"], row["type"], problems, at=("name_prefixes.csv", line))
    return prefixes


def _add_typed(
    types: dict[str, str], word: str, entity_type: str, problems: list[Problem], *, at: tuple[str, int]
) -> None:
    file, line = at
    if entity_type not in TYPES:
        message = f"unknown type '{entity_type}', expected one of {', '.join(TYPES)}"
        problems.append(Problem(file, line, message))
    elif word in types:
        problems.append(Problem(file, line, f"'{word}' stands twice"))
    else:
        types[word] = entity_type
