"""Words that tie a zone to a fact: how it is defined, who is to monitor it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from .patterns import Phrases, check_pattern, compile_patterns
from .rows import read_rows

PATTERN_KINDS = ("definition", "monitor", "presence", "prospect", "propose", "setting-up", "planning")
PATTERN_KINDS += ("refusal", "part", "security", "area", "heading", "together")
NAMING_KINDS = ("agreement", "collective", "place")
"""Kinds of rows that name an entity: an agreement on all zones, who a collective is, a place in a zone."""


@dataclass(slots=True)
class ZoneCues:
    """The patterns of each kind, the agreements that stand for all zones, and who a collective is."""

    patterns: dict[str, Phrases]
    agreements: frozenset[str]
    collective: Phrases | None
    collective_members: tuple[str, ...]
    places: dict[str, str]  # the zone that a place stands for in a list of the zones


def read_zone_cues(folder: Path, problems: list[Problem], *, entities: Collection[str] = ()) -> ZoneCues:
    """Read zone_cues.csv; a faulty row is reported and left out."""
    path = folder / "zone_cues.csv"
    patterns: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    ids: dict[str, list[str]] = {"agreement": [], "collective": []}
    for line, row in read_rows(path, ("kind", "pattern", "entity_id"), problems, required=("kind",)):
        if fault := _fault(row, entities):
            problems.append(Problem(path.name, line, fault))
            continue
        if row["kind"] == "place":
            places[row["entity_id"]] = row["pattern"]
            continue
        if row["pattern"]:
            patterns.setdefault(row["kind"], []).append(row["pattern"])
        if row["entity_id"]:
            ids[row["kind"]].append(row["entity_id"])
    missing = [kind for kind in PATTERN_KINDS if kind not in patterns]
    problems.extend(Problem(path.name, None, f"no row of kind {kind!r}") for kind in missing)
    compiled = {kind: compile_patterns(dict.fromkeys(rows), lists=_LISTS) for kind, rows in patterns.items()}
    collective = compiled.pop("collective", None)
    return ZoneCues(
        {kind: pattern for kind, pattern in compiled.items() if pattern is not None},
        frozenset(ids["agreement"]),
        collective,
        tuple(dict.fromkeys(ids["collective"])),
        places,
    )


ZONE_MARK = "\u02ad"
_LISTS = {"zone": ["{object}"]}


def _fault(row: dict[str, str], entities: Collection[str]) -> str | None:
    """What is wrong with a row, None if nothing is."""
    kinds = (*PATTERN_KINDS, *NAMING_KINDS)
    if row["kind"] not in kinds:
        return f"kind {row['kind']!r}, expected one of {', '.join(kinds)}"
    named = row["kind"] in NAMING_KINDS
    if named != bool(row["entity_id"]):
        return f"kind {row['kind']!r} {'needs an' if named else 'takes no'} entity_id"
    if row["entity_id"] and entities and row["entity_id"] not in entities:
        return f"entity_id {row['entity_id']!r} is no id of entities.csv"
    if row["kind"] == "place":
        return None if row["pattern"] else "kind 'place' needs the zone in the column pattern"
    if not row["pattern"]:
        return None if row["kind"] == "agreement" else f"kind {row['kind']!r} needs a pattern"
    try:
        check_pattern(row["pattern"], lists=_LISTS)
    except ValueError as error:
        return str(error)
    return None
