import json

import plotly.graph_objects as go
import pytest

from analysis.charts.picture import HEIGHT, WIDTH, picture, plotly_script, to_html


def test_picture_is_its_own_figure():
    figure = go.Figure(go.Bar(x=[1], y=["a"])).update_layout(title="old", height=300, template="plotly_dark")
    before = figure.to_dict()
    drawn = picture(figure)
    assert (drawn["layout"]["width"], drawn["layout"]["height"]) == (WIDTH, 300)
    assert "title" not in drawn["layout"] or not drawn["layout"]["title"].get("text")
    assert drawn["layout"]["template"]["layout"]["font"]["color"] == "#1f2933"
    assert json.dumps(drawn)
    assert figure.to_dict() == before


@pytest.mark.parametrize(("given", "drawn"), [({}, (WIDTH, HEIGHT)), ({"height": 300}, (WIDTH, 300))])
def test_picture_has_a_size(given, drawn):
    layout = picture(go.Figure(go.Bar(x=[1], y=["a"])).update_layout(**given))["layout"]
    assert (layout["width"], layout["height"]) == drawn


def test_picture_asks_no_network_for_a_map():
    figure = go.Figure(go.Scattergeo(lon=[1], lat=[2]))
    assert picture(figure)["config"]["topojsonURL"].startswith("data:")
    assert '"topojsonURL":"data:' in to_html(figure).replace('": "', '":"')


def test_the_drawing_library_is_that_of_the_package():
    assert "plotly.js v" in plotly_script()[:200]
