"""What the build knows beforehand: data/knowledge/, one fact a row, read and checked."""

from dataclasses import dataclass
from pathlib import Path

from ..problems import InputError, Problem
from ..records import Outlet
from .boilerplate import Boilerplate, read_boilerplate
from .cues import Cues, read_abbreviations, read_cues
from .entities import (
    Alias,
    Body,
    Capital,
    Country,
    Demonym,
    KnownEntity,
    Office,
    Province,
    read_aliases,
    read_bodies,
    read_body_forms,
    read_capitals,
    read_countries,
    read_demonyms,
    read_entities,
    read_offices,
    read_outlets,
    read_provinces,
)
from .events import read_event_nouns
from .hedges import read_hedges
from .names import Names, read_names
from .propositions import Propositions, read_propositions
from .rules import read_rules
from .zone_cues import ZoneCues, read_zone_cues
from .zones import Zone, read_outside_facts, read_zones

KNOWLEDGE = Path(__file__).parents[2] / "data" / "knowledge"


@dataclass(slots=True)
class Knowledge:
    """Every list of data/knowledge/, one field a file."""

    entities: dict[str, KnownEntity]  # by id
    aliases: dict[str, Alias]  # by spelling
    countries: dict[str, Country]  # by id
    demonyms: dict[str, Demonym]  # by spelling
    capitals: dict[str, Capital]  # by spelling
    provinces: dict[str, Province]  # by spelling
    offices: list[Office]
    bodies: dict[str, Body]  # by id
    body_forms: dict[str, str]  # the body's id by spelling
    outlets: dict[str, Outlet]  # by id
    names: Names
    cues: Cues
    event_nouns: dict[str, str]  # the kind of event by noun
    hedges: dict[str, str]  # the reason by phrase
    propositions: Propositions
    zones: dict[str, Zone]  # by id
    zone_cues: ZoneCues
    boilerplate: Boilerplate


def read_knowledge(folder: Path = KNOWLEDGE, problems: list[Problem] | None = None) -> Knowledge:
    """Read every list; all faults are raised together, or added to `problems` if it is given."""
    found: list[Problem] = []
    entities = read_entities(folder, found)
    bodies = read_bodies(folder, found)
    knowledge = Knowledge(
        entities=entities,
        aliases=read_aliases(folder, found, entities=entities),
        countries=read_countries(folder, found, entities=entities),
        demonyms=read_demonyms(folder, found, entities=entities),
        capitals=read_capitals(folder, found, entities=entities),
        provinces=read_provinces(folder, found, entities=entities),
        offices=read_offices(folder, found, entities=entities),
        bodies=bodies,
        body_forms=read_body_forms(folder, found, bodies=bodies),
        outlets=read_outlets(folder, found, entities=entities),
        names=read_names(folder, found, entities=entities),
        cues=read_cues(folder, found),
        event_nouns=read_event_nouns(folder, found),
        hedges=read_hedges(folder, found),
        propositions=read_propositions(folder, found, entities=entities),
        zones=read_zones(folder, found, entities=entities),
        zone_cues=read_zone_cues(folder, found, entities=entities),
        boilerplate=read_boilerplate(folder, found),
    )
    _check_others(folder, knowledge, found)
    if problems is not None:
        problems.extend(found)
    elif found:
        raise InputError(found)
    return knowledge


def _check_others(folder: Path, knowledge: Knowledge, problems: list[Problem]) -> None:
    """Check the lists that others read by themselves: those of sentences, of the map and of the rules."""
    read_abbreviations(folder, problems)
    read_outside_facts(folder, problems, zones=knowledge.zones)
    read_rules(folder, problems)
