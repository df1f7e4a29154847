"""Whom and what the texts name: entities, their spellings, offices and outlets, read and checked."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from ..problems import Problem
from ..records import Outlet
from .rows import read_rows

TYPES = (
    "PERSON",
    "COUNTRY",
    "ORG",
    "MEDIA",
    "ARMED_GROUP",
    "PLACE",
    "ZONE",
    "PROCESS",
    "AGREEMENT",
    "NORP",
)
USES = ("name", "metonym", "adjective")
FORMS = ("adjective", "noun", "plural")
KINDS_OF_COUNTRY = ("state", "territory", "former")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO = re.compile(r"[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


class KnownEntity(NamedTuple):
    entity_id: str
    name: str
    type: str
    country: str  # entity_id of a country, or empty
    role: str
    wikidata: str  # empty unless certain


class Alias(NamedTuple):
    alias: str
    entity_id: str
    use: str


class Country(NamedTuple):
    country_id: str
    iso: str  # ISO 3166-1 alpha-2, empty for states that have none
    kind: str
    region: str  # entity_id of a region


class Demonym(NamedTuple):
    demonym: str
    entity_id: str
    form: str


class Capital(NamedTuple):
    capital: str
    place_id: str
    country_id: str  # the state whose government the capital can stand for


class Province(NamedTuple):
    """A name that a city, its province and perhaps a de-escalation zone share."""

    name: str
    city_id: str
    province_id: str
    zone_id: str


class Office(NamedTuple):
    office: str
    country: str  # entity_id of a country or an organisation
    entity_id: str
    since: date | None
    until: date | None  # exclusive

    def held_on(self, day: date) -> bool:
        """Whether the entity held the office that day. An unknown bound is open."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Body(NamedTuple):
    """A kind of organ that any country may have: a foreign ministry, a general staff."""

    body_id: str
    name: str
    type: str


_Record = TypeVar("_Record", KnownEntity, Alias, Country, Demonym, Capital, Province, Body, Outlet)


def read_entities(folder: Path, problems: list[Problem]) -> dict[str, KnownEntity]:
    """Read entities.csv, by id."""
    entities: dict[str, KnownEntity] = {}
    countries: list[tuple[int, str]] = []
    for line, entity in _rows(
        folder, "entities.csv", KnownEntity, problems, required=("entity_id", "name", "type")
    ):
        if fault := _entity_fault(entity, entities):
            problems.append(Problem("entities.csv", line, fault))
            continue
        entities[entity.entity_id] = entity
        if entity.country:
            countries.append((line, entity.country))
    for line, country in countries:
        if country not in entities:
            problems.append(_unknown("entities.csv", line, country))
    return entities


def _entity_fault(entity: KnownEntity, entities: Container[str]) -> str | None:
    if not _ID.fullmatch(entity.entity_id):
        return f"entity id '{entity.entity_id}' is not lower case letters and digits joined by hyphens"
    if entity.entity_id in entities:
        return f"entity id '{entity.entity_id}' stands twice"
    if entity.type not in TYPES:
        return f"unknown type '{entity.type}', expected one of {', '.join(TYPES)}"
    if entity.wikidata and not _WIKIDATA.fullmatch(entity.wikidata):
        return f"'{entity.wikidata}' is no Wikidata id, expected Q and digits"
    return None


def read_aliases(folder: Path, problems: list[Problem], *, entities: Container[str]) -> dict[str, Alias]:
    """Read aliases.csv, by spelling. One spelling has one entity; context decides elsewhere."""
    aliases: dict[str, Alias] = {}
    for line, alias in _rows(folder, "aliases.csv", Alias, problems):
        if alias.use not in USES:
            problems.append(
                Problem("aliases.csv", line, f"unknown use '{alias.use}', expected one of {USES}")
            )
        elif alias.entity_id not in entities:
            problems.append(_unknown("aliases.csv", line, alias.entity_id))
        elif (other := aliases.get(alias.alias)) is not None:
            problems.append(
                _two_owners("aliases.csv", line, "alias", alias.alias, other.entity_id, alias.entity_id)
            )
        else:
            aliases[alias.alias] = alias
    return aliases


def read_countries(
    folder: Path, problems: list[Problem], *, entities: dict[str, KnownEntity]
) -> dict[str, Country]:
    """Read countries.csv, by id."""
    countries: dict[str, Country] = {}
    for line, country in _rows(
        folder, "countries.csv", Country, problems, required=("country_id", "kind", "region")
    ):
        entity = entities.get(country.country_id)
        if entity is None:
            problems.append(_unknown("countries.csv", line, country.country_id))
        elif entity.type != "COUNTRY":
            message = f"'{country.country_id}' is a {entity.type}, expected a COUNTRY"
            problems.append(Problem("countries.csv", line, message))
        elif country.region not in entities:
            problems.append(_unknown("countries.csv", line, country.region))
        elif country.kind not in KINDS_OF_COUNTRY:
            message = f"unknown kind '{country.kind}', expected one of {KINDS_OF_COUNTRY}"
            problems.append(Problem("countries.csv", line, message))
        elif country.iso and not _ISO.fullmatch(country.iso):
            problems.append(
                Problem("countries.csv", line, f"'{country.iso}' is no country code, expected two capitals")
            )
        elif country.country_id in countries:
            problems.append(Problem("countries.csv", line, f"country '{country.country_id}' stands twice"))
        else:
            countries[country.country_id] = country
    return countries


def read_demonyms(folder: Path, problems: list[Problem], *, entities: Container[str]) -> dict[str, Demonym]:
    """Read demonyms.csv, by spelling."""
    demonyms: dict[str, Demonym] = {}
    for line, demonym in _rows(folder, "demonyms.csv", Demonym, problems):
        if demonym.form not in FORMS:
            problems.append(
                Problem("demonyms.csv", line, f"unknown form '{demonym.form}', expected one of {FORMS}")
            )
        elif demonym.entity_id not in entities:
            problems.append(_unknown("demonyms.csv", line, demonym.entity_id))
        elif (other := demonyms.get(demonym.demonym)) is not None:
            problems.append(
                _two_owners(
                    "demonyms.csv", line, "demonym", demonym.demonym, other.entity_id, demonym.entity_id
                )
            )
        else:
            demonyms[demonym.demonym] = demonym
    return demonyms


def read_capitals(folder: Path, problems: list[Problem], *, entities: Container[str]) -> dict[str, Capital]:
    """Read capitals.csv, by spelling."""
    capitals: dict[str, Capital] = {}
    for line, capital in _rows(folder, "capitals.csv", Capital, problems):
        if unknown := _first_unknown((capital.place_id, capital.country_id), entities):
            problems.append(_unknown("capitals.csv", line, unknown))
        elif (other := capitals.get(capital.capital)) is not None:
            problems.append(
                _two_owners(
                    "capitals.csv", line, "capital", capital.capital, other.place_id, capital.place_id
                )
            )
        else:
            capitals[capital.capital] = capital
    return capitals


def read_provinces(folder: Path, problems: list[Problem], *, entities: Container[str]) -> dict[str, Province]:
    """Read provinces.csv, by spelling."""
    provinces: dict[str, Province] = {}
    for line, province in _rows(
        folder, "provinces.csv", Province, problems, required=("name", "province_id")
    ):
        ids = [cell for cell in (province.city_id, province.province_id, province.zone_id) if cell]
        if unknown := _first_unknown(ids, entities):
            problems.append(_unknown("provinces.csv", line, unknown))
        elif (other := provinces.get(province.name)) is not None:
            problems.append(
                _two_owners(
                    "provinces.csv", line, "name", province.name, other.province_id, province.province_id
                )
            )
        else:
            provinces[province.name] = province
    return provinces


def read_offices(folder: Path, problems: list[Problem], *, entities: Container[str]) -> list[Office]:
    """Read offices.csv, in the order of the file."""
    offices, seen = [], set()
    columns = ("office", "country", "entity_id", "from", "until")
    for line, row in read_rows(folder / "offices.csv", columns, problems, required=columns[:3]):
        if unknown := _first_unknown((row["country"], row["entity_id"]), entities):
            problems.append(_unknown("offices.csv", line, unknown))
            continue
        if row["office"] != row["office"].lower():
            problems.append(Problem("offices.csv", line, f"office '{row['office']}' must be lower case"))
            continue
        if bad := [value for value in (row["from"], row["until"]) if not _is_date(value)]:
            problems.append(Problem("offices.csv", line, f"'{bad[0]}' is no date, expected YYYY-MM-DD"))
            continue
        office = Office(
            row["office"], row["country"], row["entity_id"], _day(row["from"]), _day(row["until"])
        )
        if office.since and office.until and office.since >= office.until:
            problems.append(Problem("offices.csv", line, f"{office.since} is not before {office.until}"))
            continue
        if office in seen:
            problems.append(Problem("offices.csv", line, f"office '{row['office']}' stands twice so"))
        seen.add(office)
        offices.append(office)
    return offices


def read_outlets(
    folder: Path, problems: list[Problem], *, entities: dict[str, KnownEntity]
) -> dict[str, Outlet]:
    """Read outlets.csv, by id. The country is given by its name, as in a list of articles."""
    outlets: dict[str, Outlet] = {}
    for line, outlet in _rows(folder, "outlets.csv", Outlet, problems, required=("outlet_id", "name")):
        if not _ID.fullmatch(outlet.outlet_id):
            message = f"outlet id '{outlet.outlet_id}' is not lower case letters and digits joined by hyphens"
            problems.append(Problem("outlets.csv", line, message))
        elif outlet.country and outlet.country not in entities:
            problems.append(_unknown("outlets.csv", line, outlet.country))
        elif outlet.outlet_id in outlets:
            problems.append(Problem("outlets.csv", line, f"outlet '{outlet.outlet_id}' stands twice"))
        else:
            country = entities[outlet.country].name if outlet.country else ""
            outlets[outlet.outlet_id] = outlet._replace(country=country)
    return outlets


def read_bodies(folder: Path, problems: list[Problem]) -> dict[str, Body]:
    """Read bodies.csv, by id."""
    bodies: dict[str, Body] = {}
    for line, body in _rows(folder, "bodies.csv", Body, problems):
        if body.type not in TYPES:
            message = f"unknown type '{body.type}', expected one of {', '.join(TYPES)}"
            problems.append(Problem("bodies.csv", line, message))
        elif body.body_id in bodies:
            problems.append(Problem("bodies.csv", line, f"body '{body.body_id}' stands twice"))
        else:
            bodies[body.body_id] = body
    return bodies


def read_body_forms(folder: Path, problems: list[Problem], *, bodies: Container[str]) -> dict[str, str]:
    """Read body_forms.csv: the body that each spelling names."""
    forms: dict[str, str] = {}
    columns = ("form", "body_id")
    for line, row in read_rows(folder / "body_forms.csv", columns, problems, required=columns):
        form, body_id = row["form"], row["body_id"]
        if body_id not in bodies:
            problems.append(Problem("body_forms.csv", line, f"unknown body '{body_id}'"))
        elif form in forms:
            problems.append(_two_owners("body_forms.csv", line, "form", form, forms[form], body_id))
        else:
            forms[form] = body_id
    return forms


def _rows(
    folder: Path,
    name: str,
    record: type[_Record],
    problems: list[Problem],
    *,
    required: Sequence[str] | None = None,
) -> Iterator[tuple[int, _Record]]:
    """Yield (line, record) of every row; every field must be filled unless `required` names some."""
    columns = record._fields
    cells = itemgetter(*columns)
    for line, row in read_rows(
        folder / name, columns, problems, required=columns if required is None else required
    ):
        yield line, record._make(cells(row))


def _unknown(file: str, line: int, entity_id: str) -> Problem:
    return Problem(file, line, f"unknown entity '{entity_id}'")


def _first_unknown(ids: Iterable[str], entities: Container[str]) -> str | None:
    return next((entity_id for entity_id in ids if entity_id not in entities), None)


def _two_owners(file: str, line: int, what: str, value: str, first: str, second: str) -> Problem:
    if first == second:
        return Problem(file, line, f"{what} '{value}' stands twice")
    return Problem(file, line, f"{what} '{value}' belongs to both '{first}' and '{second}'")


def _is_date(value: str) -> bool:
    if not value:
        return True
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
