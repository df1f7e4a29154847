"""The outlines of the zones, the land around them and the towns, ready for drawing."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .knowledge import KNOWLEDGE
from .knowledge.zones import OutsideFact, Zone, read_features, read_outside_facts, read_zones
from .problems import InputError, Problem

CREDIT = "Outlines approximate, mid-2017. Made with Natural Earth. Towns: GeoNames, CC BY 4.0."


@dataclass(frozen=True, eq=False)
class Geography:
    """Everything that a map of the zones shows, read and checked."""

    zones: dict[str, Zone]  # every zone id of the tables, in order
    outlines: dict[str, dict]  # GeoJSON feature by zone id, for the zones that have one
    bands: dict[str, dict]  # the band of uncertainty, likewise
    base: list[dict]  # governorates, neighbours, coast, disputed
    places: list[dict]
    outside_facts: list[OutsideFact]

    def layer(self, name: str) -> list[dict]:
        """The features of one layer of the base map."""
        return [feature for feature in self.base if feature["properties"]["layer"] == name]

    def label(self, zone_id: str) -> str:
        """The short name of a zone, with the number that it has on the map."""
        outline = self.outlines.get(zone_id)
        name = self.zones[zone_id].short
        return f"{outline['properties']['n']} · {name}" if outline else name

    def facts_of(self, zone_id: str) -> list[OutsideFact]:
        """The outside facts of a zone, in the order of their dates; a month stands after its days."""
        facts = [fact for fact in self.outside_facts if fact.zone_id == zone_id]
        return sorted(facts, key=lambda fact: fact.date + "~")


@lru_cache(maxsize=4)
def read_geography(folder: Path = KNOWLEDGE) -> Geography:
    """Read the geography of the zones; all faults are raised together."""
    problems: list[Problem] = []
    zones = read_zones(folder, problems)
    layers = {
        name: read_features(folder, name, problems)
        for name in ("zones", "zones_band", "syria_base", "places")
    }
    facts = read_outside_facts(folder, problems, zones=zones)
    if problems:
        raise InputError(problems)
    of_feature = {zone.feature_id: zone.zone_id for zone in zones.values() if zone.feature_id}
    by_id = {feature["id"]: feature for feature in layers["zones"]}
    bands = {feature["properties"]["zone"]: feature for feature in layers["zones_band"]}
    return Geography(
        zones=zones,
        outlines={zone_id: by_id[feature_id] for feature_id, zone_id in of_feature.items()},
        bands={
            of_feature[feature_id]: band for feature_id, band in bands.items() if feature_id in of_feature
        },
        base=layers["syria_base"],
        places=layers["places"],
        outside_facts=facts,
    )
