"""The zones of the tables, their outlines, and the dated facts that come from outside the corpus."""

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from ..geometry import find_crossing, polygons, signed_area
from ..problems import Problem
from .rows import read_rows

FACT_KINDS = ("extent", "population", "fighters", "monitors", "event", "end")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Zone(NamedTuple):
    """A zone id of the tables. Only the four zones themselves have an outline."""

    zone_id: str
    feature_id: str  # in zones.geojson, or empty
    entity_id: str  # whose mentions are mentions of the zone
    name: str
    short: str
    in_text: str  # the name within a sentence
    note: str  # what a reader must know of it, or empty


class OutsideFact(NamedTuple):
    """Something known of a zone that no article of the corpus is the source of."""

    zone_id: str
    kind: str
    date: str  # ISO day, month or year
    fact: str
    according_to: str
    url: str


def read_zones(
    folder: Path, problems: list[Problem], *, entities: Collection[str] | None = None
) -> dict[str, Zone]:
    """The rows of zones.csv by id, in order, each checked against its outline and against `entities`."""
    outlines = {feature["id"] for feature in read_features(folder, "zones", problems)}
    zones: dict[str, Zone] = {}
    for line, row in read_rows(
        folder / "zones.csv",
        Zone._fields,
        problems,
        required=("zone_id", "entity_id", "name", "short", "in_text"),
    ):
        zone = Zone(**{field: row[field] for field in Zone._fields})
        faults = []
        if zone.zone_id in zones:
            faults.append(f"zone {zone.zone_id!r} stands here twice")
        if zone.feature_id and zone.feature_id not in outlines:
            faults.append(
                f"feature {zone.feature_id!r} is not in zones.geojson, which has {sorted(outlines)}"
            )
        if entities is not None and zone.entity_id not in entities:
            faults.append(f"entity {zone.entity_id!r} is unknown")
        problems.extend(Problem("zones.csv", line, fault) for fault in faults)
        zones.setdefault(zone.zone_id, zone)
    return zones


def read_outside_facts(folder: Path, problems: list[Problem], *, zones: Collection[str]) -> list[OutsideFact]:
    """The rows of geo/outside_facts.csv, each checked."""
    facts = []
    path = folder / "geo" / "outside_facts.csv"
    for line, row in read_rows(path, OutsideFact._fields, problems, required=OutsideFact._fields):
        fact = OutsideFact(**{field: row[field] for field in OutsideFact._fields})
        faults = []
        if fact.zone_id not in zones:
            faults.append(f"zone {fact.zone_id!r} is unknown, expected one of {sorted(zones)}")
        if fact.kind not in FACT_KINDS:
            faults.append(f"kind {fact.kind!r} is unknown, expected one of {list(FACT_KINDS)}")
        if not DATE.fullmatch(fact.date):
            faults.append(f"date {fact.date!r} is not of the form YYYY, YYYY-MM or YYYY-MM-DD")
        if not fact.url.startswith(("http://", "https://")):
            faults.append(f"url {fact.url!r} is no web address")
        problems.extend(Problem(path.name, line, fault) for fault in faults)
        facts.append(fact)
    return facts


def read_features(folder: Path, name: str, problems: list[Problem]) -> list[dict]:
    """The features of geo/NAME.geojson. Faults in them are added to `problems` with the feature's id."""
    path = folder / "geo" / f"{name}.geojson"
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except FileNotFoundError:
        problems.append(Problem(path.name, None, f"no such file in {path.parent.name}/"))
        return []
    except (ValueError, KeyError, TypeError) as error:
        problems.append(Problem(path.name, None, f"is no GeoJSON feature collection: {error!r}"))
        return []
    sound = []
    for number, feature in enumerate(features, start=1):
        faults = list(_feature_faults(feature))
        name_of = feature.get("id", number) if isinstance(feature, dict) else number
        problems.extend(Problem(path.name, None, f"feature {name_of!r}: {fault}") for fault in faults)
        if not faults:
            sound.append(feature)
    return sound


def _feature_faults(feature: object) -> Iterator[str]:
    if not (isinstance(feature, dict) and feature.get("id") and isinstance(feature.get("properties"), dict)):
        yield "expected an object with id, properties and geometry"
        return
    geometry = feature.get("geometry") or {}
    layer = feature["properties"].get("layer", "")
    kind = geometry.get("type")
    if kind == "Point" and "kind" in feature["properties"]:
        if not _is_position(geometry.get("coordinates")):
            yield f"{geometry.get('coordinates')!r} is no longitude and latitude"
    elif kind == "MultiLineString" and layer == "coastline":
        return
    elif kind not in ("Polygon", "MultiPolygon"):
        yield f"geometry {kind!r} is no polygon, expected Polygon or MultiPolygon"
    else:
        yield from _polygon_faults(geometry)


def _polygon_faults(geometry: dict) -> Iterator[str]:
    try:
        rings = [(i == 0, ring) for polygon in polygons(geometry) for i, ring in enumerate(polygon)]
    except (KeyError, TypeError) as error:
        yield f"geometry is no polygon: coordinates are missing or not nested as expected ({error!r})"
        return
    if not rings:
        yield "geometry is no polygon: it has no ring"
    for exterior, ring in rings:
        if fault := _ring_fault(ring, exterior=exterior):
            yield f"geometry is no polygon: {fault}"


def _ring_fault(ring: object, *, exterior: bool) -> str | None:
    if not isinstance(ring, list) or not all(_is_position(position) for position in ring):
        return f"expected a ring of [longitude, latitude], found {str(ring)[:60]}"
    if len(ring) < 4:
        return f"a ring has {len(ring)} positions, expected at least 4"
    if ring[0] != ring[-1]:
        return f"the ring that begins at {ring[0]} ends at {ring[-1]}, expected a closed ring"
    if crossing := find_crossing(ring):
        return f"the ring crosses itself between {crossing[0]} and {crossing[1]}"
    if (signed_area(ring) < 0) != exterior:
        found, expected = ("anticlockwise", "clockwise") if exterior else ("clockwise", "anticlockwise")
        return f"the {'exterior ring' if exterior else 'hole'} runs {found}, expected {expected}"
    return None


def _is_position(position: object) -> bool:
    if not isinstance(position, list) or len(position) != 2:
        return False
    if not all(isinstance(value, int | float) for value in position):
        return False
    return -180 <= position[0] <= 180 and -90 <= position[1] <= 90
