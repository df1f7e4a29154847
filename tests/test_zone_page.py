from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from .conftest import write_corpus

ROOT = Path(__file__).parents[1]


@pytest.fixture
def open_map(processed, monkeypatch):
    """Opens the map over the small corpus, or over another folder, at an address."""

    def open_at(folder: Path = processed, **params: str) -> AppTest:
        monkeypatch.setenv("FOUR_ZONES_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, text in params.items():
            app.query_params[name] = text
        return app.switch_page("pages/zone_map.py").run()

    return open_at


def cards(app, index):
    """The cards of one block, without the style before them."""
    return [block.body for block in app.get("html") if 'class="card' in block.body][index]


def test_the_address_opens_a_zone(open_map):
    app = open_map(zone="southern-syria")
    assert app.header[0].value == "4 · Southern Syria"
    assert [metric.value for metric in app.metric] == ["0", "0", "0"]


def test_a_zone_that_does_not_exist_is_dropped_with_a_notice(open_map):
    app = open_map(zone="atlantis")
    assert app.header[0].value == "1 · Idlib"
    assert "atlantis" in app.warning[0].value


def test_the_control_writes_the_address(open_map):
    app = open_map()
    app.button_group(key="zone").set_value("northern-homs").run()
    assert app.header[0].value == "2 · Northern Homs"
    assert app.query_params["zone"] in ("northern-homs", ["northern-homs"])


def test_a_number_of_mentions_opens_their_words(open_map):
    app = open_map(named="idlib")
    n_tables = len(app.dataframe)
    shown = [table.value for table in app.dataframe if "Mention" in table.value.columns]
    assert shown and set(shown[0]["Mention"]) == {"Northern Basin"}
    app.selectbox(key="named").set_value("southern-syria").run()
    assert len(app.dataframe) == n_tables - 1
    assert "It is not named there." in [info.value for info in app.info]


def test_a_proposed_monitor_is_shown_with_who_proposes_it(open_map):
    assert "<b>Ada Verne</b>" in cards(open_map(zone="idlib"), 0)
    assert "Proposed by Norland. The article says so itself." in cards(open_map(zone="idlib"), 0)


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"zone": "northern-homs"}, "No article here names a monitor for Northern Homs"),
        ({"zone": "all"}, "No article here names a monitor for the zones as a whole"),
        ({"zone": "damascus-region"}, "No article here names a monitor for the Damascus area"),
        ({"zone": "idlib", "actor": "port-council"}, "names one of the chosen actors for Idlib"),
        ({"zone": "idlib", "actor": "port-council"}, "No passage on how far Idlib reaches names one of"),
        ({"zone": "northern-homs"}, "No article here says how far Northern Homs reaches"),
        ({"zone": "idlib", "source": "post"}, "No article here names a monitor for Idlib"),
    ],
)
def test_it_says_where_nobody_is_named(open_map, params, sentence):
    assert any(sentence in info.value.replace("\\", "") for info in open_map(**params).info)


def test_mentions_do_not_depend_on_the_actor_filter(open_map):
    assert [metric.value for metric in open_map(actor="port-council").metric] == ["1", "1", "0"]


def test_outside_facts_stand_apart_from_the_articles(open_map, tmp_path):
    app = open_map(write_corpus(tmp_path / "empty", {}), zone="eastern-ghouta")
    assert 'class="cards outside"' in cards(app, 0) and "9,000 fighters" in cards(app, 0)
    assert [metric.value for metric in app.metric] == ["0", "0", "0"]


def test_areas_that_are_no_zone_have_no_outside_facts(open_map):
    app = open_map(zone="damascus-region")
    assert not any("outside" in block.body for block in app.get("html") if 'class="card' in block.body)
