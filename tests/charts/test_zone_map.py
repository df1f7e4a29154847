import json

import plotly.graph_objects as go
import pytest

from analysis.charts.map_layers import Window, draw_areas, draw_lines, outer_edges, spaced
from analysis.charts.picture import WIDTH
from analysis.charts.zone_map import ASPECT, COLOURS, PICTURE, describe_zone_map, draw_zone_map
from analysis.geography import read_geography
from analysis.zones import survey_zones

GEOGRAPHY = read_geography()


@pytest.fixture
def summary(corpus):
    """Of the small corpus, which proposes a monitor for the first zone alone."""
    return survey_zones(corpus, GEOGRAPHY.zones).summary


def clickable(figure, geo="geo"):
    """The trace and the words on hover of every area that can be chosen."""
    return {
        location: (trace, words)
        for trace in figure.data
        if trace.type == "choropleth" and trace.geo == geo and trace.hoverinfo != "skip"
        for location, words in zip(trace.locations, trace.text, strict=True)
    }


def test_a_click_gives_the_id_of_a_zone(summary):
    figure = draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light")
    assert set(clickable(figure)) == set(clickable(figure, "geo2")) == set(GEOGRAPHY.outlines)
    assert clickable(figure, "geo3") == {}


@pytest.mark.parametrize("published", [{}, PICTURE])
def test_plotly_knows_all_that_the_map_is_made_of(summary, published):
    figure = draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light", **published)
    checked = go.Figure(figure.to_dict())
    assert json.loads(checked.to_json()) == json.loads(figure.to_json())


def test_a_choice_fades_nothing(summary):
    for trace in draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light").data:
        if trace.type == "choropleth":
            assert trace.unselected.marker.opacity == trace.selected.marker.opacity == trace.marker.opacity
        elif trace.mode != "lines":
            assert trace.unselected.marker.opacity == trace.marker.opacity == 1
            assert trace.unselected.textfont.color == trace.textfont.color


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_zone_without_a_monitor_has_another_colour(summary, mode):
    zones = clickable(draw_zone_map(GEOGRAPHY, summary, chosen="all", mode=mode))
    colours = {one: trace.colorscale[0][1] for one, (trace, _) in zones.items()}
    named, unnamed = COLOURS[mode]["named"], COLOURS[mode]["unnamed"]
    assert colours == {"idlib": named} | dict.fromkeys(list(GEOGRAPHY.outlines)[1:], unnamed)


def test_the_hover_says_what_the_articles_say(summary):
    zones = clickable(draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light"))
    assert zones["idlib"][1] == (
        f"<b>{GEOGRAPHY.zones['idlib'].name}</b><br>1 mention in 1 source<br>Proposed monitors: Ada Verne"
    )
    assert zones["southern-syria"][1].endswith("0 mentions in 0 sources<br>No monitor is named for it")


def test_names_from_the_tables_are_no_markup(summary):
    harmful = summary.assign(monitors="<a href='x'>A</a>")
    zones = clickable(draw_zone_map(GEOGRAPHY, harmful, chosen="idlib", mode="light"))
    assert "<a " not in zones["idlib"][1]


@pytest.mark.parametrize("chosen", ["idlib", "northern-homs"])
def test_the_chosen_zone_is_stronger(summary, chosen):
    zones = clickable(draw_zone_map(GEOGRAPHY, summary, chosen=chosen, mode="light"))
    apart = clickable(draw_zone_map(GEOGRAPHY, summary, chosen="all", mode="light"))
    stronger = {one for one in zones if zones[one][0].marker.opacity > apart[one][0].marker.opacity}
    assert stronger == {chosen}


def test_the_key_follows_the_actor_filter(summary):
    def words(**options):
        figure = draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light", **options)
        return [note.text for note in figure.layout.annotations]

    assert "No monitor is named" in words() and "No monitor is named" not in words(actors=True)
    assert "Eastern Ghouta, enlarged" in words()


def test_the_published_map_keeps_its_shape(summary):
    figure = draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light", **PICTURE)
    assert figure.layout.width == WIDTH
    assert figure.layout.width / figure.layout.height == pytest.approx(ASPECT, rel=0.01)
    assert draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light").layout.height is None


def test_no_map_asks_for_outlines_of_the_world(summary):
    figure = json.loads(draw_zone_map(GEOGRAPHY, summary, chosen="idlib", mode="light").to_json())
    assert [figure["layout"][geo]["visible"] for geo in ("geo", "geo2", "geo3")] == [False] * 3
    areas = [trace for trace in figure["data"] if trace["type"] == "choropleth"]
    assert all(isinstance(trace["geojson"], dict) for trace in areas)  # a text would be an address to fetch


def test_the_map_in_words(summary):
    assert describe_zone_map(GEOGRAPHY, summary) == (
        "Map of the zones, outlines approximate. Proposed monitors: Idlib: Ada Verne; Northern Homs: no "
        "monitor named; Eastern Ghouta: no monitor named; Southern Syria: no monitor named."
    )


def test_an_inset_is_as_high_as_its_frame_asks_for():
    square = Window(0, -1, 2, 1)
    inset = Window(0, -0.5, 2, 0.5).inset(into=square, right=0.9, top=0.8, width=0.4)
    assert inset.x == pytest.approx((0.5, 0.9)) and inset.y == pytest.approx((0.6, 0.8), abs=1e-4)


def test_a_window():
    window = Window(10, 0, 12, 2)
    assert window.outline() == [(10, 0), (10, 2), (12, 2), (12, 0), (10, 0)]
    assert window.holds(11, 1) and not window.holds(13, 1)
    assert window.width_of(111.32) == pytest.approx(0.5, abs=1e-3)


def box(west, east):
    ring = [[west, 0], [west, 1], [east, 1], [east, 0], [west, 0]]
    return {"id": f"{west}", "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_a_window_meets_what_reaches_into_it():
    window = Window(1, 0.2, 2, 0.8)
    assert [window.meets(box(west, west + 0.5)) for west in (0, 0.7, 1.2, 1.8, 2.5)] == [
        False, True, True, True, False
    ]  # fmt: skip


def test_the_line_around_features_leaves_out_what_they_share():
    assert outer_edges([box(0, 1), box(1, 2)]) == [
        ((0, 0), (0, 1)),
        ((0, 1), (1, 1)),
        ((1, 0), (0, 0)),
        ((1, 1), (2, 1)),
        ((2, 0), (1, 0)),
        ((2, 1), (2, 0)),
    ]


def test_parts_of_a_map():
    lines = draw_lines([[(0, 1), (2, 3)], [(4, 5), (6, 7)]], "#000000", width=1)
    assert (lines["lon"], lines["lat"]) == ([0, 2, None, 4, 6, None], [1, 3, None, 5, 7, None])
    assert draw_areas([], "#000000")["hoverinfo"] == "skip"
    assert spaced("Old") == "O\u2009L\u2009D"
