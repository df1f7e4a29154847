import shutil

import pytest

from analysis.geography import CREDIT, read_geography
from analysis.knowledge import KNOWLEDGE
from analysis.problems import InputError


@pytest.fixture(scope="module")
def geography():
    return read_geography()


def test_every_zone_has_an_outline_or_stands_apart(geography):
    assert list(geography.outlines) == list(geography.bands) == list(geography.zones)[:4]
    assert [geography.outlines[one]["properties"]["n"] for one in geography.outlines] == [1, 2, 3, 4]
    assert {one for one in geography.zones if one not in geography.outlines} == {"damascus-region", "all"}


def test_labels_carry_the_number_on_the_map(geography):
    assert [geography.label(one) for one in geography.zones] == [
        "1 · Idlib",
        "2 · Northern Homs",
        "3 · Eastern Ghouta",
        "4 · Southern Syria",
        "Damascus area",
        "All zones",
    ]


def test_layers(geography):
    assert len(geography.layer("governorate")) == 14
    assert [feature["id"] for feature in geography.layer("disputed")] == ["GOLAN"]
    assert geography.layer("moon") == []


def test_facts_come_by_date_a_month_after_its_days(geography):
    dates = [fact.date for fact in geography.facts_of("northern-homs")]
    assert dates == ["2017-05-04", "2017-05", "2017-07-31", "2017-08-03", "2018-05-16"]
    assert geography.facts_of("all") == []


def test_the_credit_names_every_source():
    assert all(name in CREDIT for name in ("approximate", "Natural Earth", "GeoNames", "CC BY 4.0"))


def test_all_faults_are_raised_together(tmp_path):
    copy = shutil.copytree(KNOWLEDGE, tmp_path / "knowledge")
    (copy / "geo" / "places.geojson").unlink()
    (copy / "geo" / "zones_band.geojson").write_text("{}")
    with pytest.raises(InputError) as caught:
        read_geography(copy)
    assert [problem.file for problem in caught.value.problems] == ["zones_band.geojson", "places.geojson"]
