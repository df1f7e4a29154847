import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from analysis.geometry import contains, edges, meet, polygons, signed_area
from analysis.knowledge.zones import OutsideFact, Zone, read_features, read_outside_facts, read_zones

KNOWLEDGE = Path(__file__).parents[2] / "data" / "knowledge"
SQUARE = [[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]


@pytest.fixture(scope="module")
def layers():
    """The features of every file by id, and no problem found in them."""
    problems = []
    names = ("zones", "zones_band", "syria_base", "places")
    found = {name: {f["id"]: f for f in read_features(KNOWLEDGE, name, problems)} for name in names}
    assert problems == []
    return found


@pytest.fixture
def folder(tmp_path):
    """A knowledge folder with one square zone, to be damaged."""
    (tmp_path / "geo").mkdir()
    write_zones(tmp_path, {"type": "Polygon", "coordinates": [SQUARE]})
    (tmp_path / "zones.csv").write_text(
        "zone_id,feature_id,entity_id,name,short,in_text,note\n"
        "east,zone-1,east,The East,East,the east,\nall,,zones,Both,All,both,As one\n"
    )
    (tmp_path / "geo" / "outside_facts.csv").write_text(
        "zone_id,kind,date,fact,according_to,url\neast,event,2001-02,A bridge opened,Gazette,https://a.example/1\n"
    )
    return tmp_path


def write_zones(folder, geometry):
    feature = {"type": "Feature", "id": "zone-1", "properties": {"id": "zone-1"}, "geometry": geometry}
    (folder / "geo" / "zones.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]})
    )


def test_zones_are_read_in_order(folder):
    problems = []
    assert read_zones(folder, problems, entities={"east", "zones"}) == {
        "east": Zone("east", "zone-1", "east", "The East", "East", "the east", ""),
        "all": Zone("all", "", "zones", "Both", "All", "both", "As one"),
    }
    assert problems == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "west,zone-9,east,W,W,w,",
            "zones.csv:4: feature 'zone-9' is not in zones.geojson, which has ['zone-1']",
        ),
        ("west,,nobody,W,W,w,", "zones.csv:4: entity 'nobody' is unknown"),
        ("east,,east,E,E,w,", "zones.csv:4: zone 'east' stands here twice"),
        ("west,,,W,W,w,", "zones.csv:4: entity_id must not be empty"),
    ],
)
def test_a_faulty_row_is_named(folder, row, fault):
    with (folder / "zones.csv").open("a") as file:
        file.write(row + "\n")
    problems = []
    read_zones(folder, problems, entities={"east", "zones"})
    assert [str(problem) for problem in problems] == [fault]


@pytest.mark.parametrize(
    ("geometry", "fault"),
    [
        (
            {"type": "Point", "coordinates": [1, 1]},
            "geometry 'Point' is no polygon, expected Polygon or MultiPolygon",
        ),
        (None, "geometry None is no polygon, expected Polygon or MultiPolygon"),
        ({"type": "Polygon", "coordinates": []}, "geometry is no polygon: it has no ring"),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [0, 2], [0, 0]]]},
            "geometry is no polygon: a ring has 3 positions, expected at least 4",
        ),
        (
            {"type": "Polygon", "coordinates": [SQUARE[:-1]]},
            "geometry is no polygon: the ring that begins at [0, 0] ends at [2, 0], expected a closed ring",
        ),
        (
            {"type": "Polygon", "coordinates": [SQUARE[::-1]]},
            "geometry is no polygon: the exterior ring runs anticlockwise, expected clockwise",
        ),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]},
            "geometry is no polygon: the ring crosses itself between [0, 0] and [2, 0]",
        ),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [0, 200], [2, 2], [0, 0]]]},  # no such latitude
            "geometry is no polygon: expected a ring of [longitude, latitude], "
            "found [[0, 0], [0, 200], [2, 2], [0, 0]]",
        ),
        (
            {"type": "Polygon"},
            "geometry is no polygon: coordinates are missing or not nested as expected "
            "(KeyError('coordinates'))",
        ),
    ],
)
def test_a_zone_that_is_no_polygon_is_named(folder, geometry, fault):
    write_zones(folder, geometry)
    problems = []
    read_features(folder, "zones", problems)
    assert [str(problem) for problem in problems] == [f"zones.geojson: feature 'zone-1': {fault}"]


def test_a_faulty_outline_leaves_its_zone_without_one(folder):
    write_zones(folder, {"type": "LineString", "coordinates": SQUARE})
    problems = []
    read_zones(folder, problems)
    assert [problem.line for problem in problems] == [None, 2]


@pytest.mark.parametrize("text", ["", "[]", '{"type": "Feature"}', "[1, 2"])
def test_a_file_that_is_no_feature_collection(folder, text):
    (folder / "geo" / "zones.geojson").write_text(text)
    problems = []
    assert read_features(folder, "zones", problems) == []
    assert [str(problem).split(":")[:2] for problem in problems] == [
        ["zones.geojson", " is no GeoJSON feature collection"]
    ]


def test_a_missing_file_is_named(tmp_path):
    problems = []
    assert read_zones(tmp_path, problems) == {}
    assert [problem.file for problem in problems] == ["zones.geojson", "zones.csv"]


def test_outside_facts_are_read(folder):
    problems = []
    assert read_outside_facts(folder, problems, zones={"east"}) == [
        OutsideFact("east", "event", "2001-02", "A bridge opened", "Gazette", "https://a.example/1")
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("west,event,2001,A,B,http://a.example", "zone 'west' is unknown, expected one of ['east']"),
        (
            "east,end,2001-13,A,B,http://a.example",
            "date '2001-13' is not of the form YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("east,end,2001,A,B,a.example", "url 'a.example' is no web address"),
        ("east,end,2001,A,,http://a.example", "according_to must not be empty"),
        (
            "east,rain,2001,A,B,http://a.example",
            "kind 'rain' is unknown, "
            "expected one of ['extent', 'population', 'fighters', 'monitors', 'event', 'end']",
        ),
    ],
)
def test_a_faulty_fact_is_named(folder, row, fault):
    with (folder / "geo" / "outside_facts.csv").open("a") as file:
        file.write(row + "\n")
    problems = []
    read_outside_facts(folder, problems, zones={"east"})
    assert [str(problem) for problem in problems] == [f"outside_facts.csv:3: {fault}"]


def test_the_shipped_zones_and_facts_are_sound():
    problems = []
    zones = read_zones(KNOWLEDGE, problems)
    facts = read_outside_facts(KNOWLEDGE, problems, zones=zones)
    assert problems == []
    outlined = [zone.zone_id for zone in zones.values() if zone.feature_id]
    assert len(outlined) == 4 and {fact.zone_id for fact in facts} == set(outlined)
    assert all(fact.date[:7] >= "2017-05" or fact.date == "2017" for fact in facts)


# The geometry of the shipped files.


def points(feature, step=0.002):
    """Points along the outline of a feature, closer together than `step` degrees."""
    for polygon in polygons(feature["geometry"]):
        for ring in polygon:
            for (ax, ay), (bx, by) in edges(ring):
                parts = int(max(abs(bx - ax), abs(by - ay)) / step) + 1
                yield from ([ax + (bx - ax) * i / parts, ay + (by - ay) * i / parts] for i in range(parts))


def inside(features, point):
    return any(contains(polygon, point) for f in features for polygon in polygons(f["geometry"]))


def near(features, point, reach):
    """Whether a point, or one `reach` degrees away from it, lies in one of the features."""
    shifts = [(0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)]
    return any(inside(features, [point[0] + dx, point[1] + dy]) for dx, dy in shifts)


def test_exterior_rings_run_clockwise_and_holes_the_other_way(layers):
    features = [f for name in ("zones", "zones_band", "syria_base") for f in layers[name].values()]
    rings = [
        (f["id"], i == 0, signed_area(ring) < 0)
        for f in features
        if f["geometry"]["type"] != "MultiLineString"
        for polygon in polygons(f["geometry"])
        for i, ring in enumerate(polygon)
    ]
    assert [ring for ring in rings if ring[1] != ring[2]] == []
    assert len(rings) > 30


def test_zones_are_disjoint(layers):
    for one, other in combinations(layers["zones"].values(), 2):
        first = [e for polygon in polygons(one["geometry"]) for ring in polygon for e in edges(ring)]
        second = [e for polygon in polygons(other["geometry"]) for ring in polygon for e in edges(ring)]
        assert not any(meet(a, b) for a in first for b in second), (one["id"], other["id"])
        assert not inside([other], first[0][0]) and not inside([one], second[0][0])


def test_fourteen_governorates_share_their_edges_exactly(layers):
    governorates = [f for f in layers["syria_base"].values() if f["properties"]["layer"] == "governorate"]
    assert len(governorates) == 14
    rings = [ring for f in governorates for polygon in polygons(f["geometry"]) for ring in polygon]
    directed = Counter((tuple(a), tuple(b)) for ring in rings for a, b in edges(ring))
    assert set(directed.values()) == {1}  # no edge is drawn twice in one direction: nothing overlaps
    outer = {a: b for a, b in directed if (b, a) not in directed}
    start = point = next(iter(outer))
    border = [start]
    while (point := outer[point]) != start:
        border.append(point)
    assert len(border) == len(outer)  # one line around them all: nothing gapes
    assert signed_area([*border, start]) == pytest.approx(sum(signed_area(ring) for ring in rings))


def test_zones_lie_inside_the_governorates_they_name(layers):
    base = layers["syria_base"]
    for zone in layers["zones"].values():
        named = [base[code] for code in zone["properties"]["governorates"]]
        # The vertices of both are rounded, so that a shared limit may be off by some 100 metres.
        assert all(near(named, point, 0.002) for point in points(zone)), zone["id"]
        for governorate in named:  # and it names none in vain
            assert any(inside([governorate], point) for point in points(zone)), governorate["id"]


def test_each_town_with_a_zone_lies_inside_it(layers):
    towns = [f for f in layers["places"].values() if f["properties"].get("zone")]
    assert len(towns) > 20
    outside = [
        (f["id"], f["properties"]["zone"])
        for f in towns
        if not inside([layers["zones"][f["properties"]["zone"]]], f["geometry"]["coordinates"])
    ]
    assert outside == []


def test_towns_without_a_zone_lie_in_none(layers):
    zones = list(layers["zones"].values())
    towns = [f for f in layers["places"].values() if not f["properties"].get("zone")]
    assert [f["id"] for f in towns if inside(zones, f["geometry"]["coordinates"])] == []


def test_each_band_surrounds_its_zone(layers):
    bands = layers["zones_band"]
    assert {band["properties"]["zone"] for band in bands.values()} == set(layers["zones"])
    for band in bands.values():
        zone = layers["zones"][band["properties"]["zone"]]
        assert band["properties"]["band_km"] == zone["properties"]["accuracy_km"]
        assert all(inside([band], point) for point in points(zone)), band["id"]


def test_the_golan_belongs_to_no_other_feature(layers):
    base = layers["syria_base"]
    assert base["GOLAN"]["properties"]["layer"] == "disputed"
    others = [f for f in base.values() if f["properties"]["layer"] in ("governorate", "country")]
    middle = [base["GOLAN"]["properties"]["label_lon"], base["GOLAN"]["properties"]["label_lat"]]
    assert inside([base["GOLAN"]], middle) and not inside(others, middle)


def test_a_moved_town_would_be_noticed(layers):
    town = layers["places"]["douma"]["geometry"]["coordinates"]
    assert not inside([layers["zones"]["zone-3"]], [town[0] + 0.2, town[1]])
