"""The pages on mentions and on sources: what their own controls and addresses do."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import markdown

APP = Path(__file__).parents[1] / "app.py"


@pytest.fixture
def open_page(processed, monkeypatch):
    def open_at(page: str, **params: str) -> AppTest:
        monkeypatch.setenv("FOUR_ZONES_DATA", str(processed))
        app = AppTest.from_file(str(APP), default_timeout=30).switch_page(f"pages/{page}.py")
        for name, text in params.items():
            app.query_params[name] = text
        return app.run()

    return open_at


def lines(app: AppTest) -> list[tuple[str, str]]:
    """Source and mention of the concordance, which is the first table of both pages."""
    table = app.dataframe[0].value
    return list(zip(table["Source"], table["Mention"], strict=True))


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, [("The Gazette", "Norland"), ("The Gazette", "Norlandic"), ("Herald & Sons", "Norland"),
              ("Evening Post", "Norland")]),  # the most mentioned entity
        ({"entity": "ada-verne"}, [("The Gazette", "Ada Verne"), ("Herald & Sons", "Ada Verne")]),
        ({"entity": "ada-verne", "in": "herald"}, [("Herald & Sons", "Ada Verne")]),
        ({"beside": "ada-verne"}, [("Herald & Sons", "Ada Verne"), ("Herald & Sons", "Norland")]),
        ({"adjectives": "no", "in": "gazette"}, [("The Gazette", "Norland")]),
        ({"entity": "old-quay", "in": "herald"}, []),
    ],
)  # fmt: skip
def test_the_address_chooses_the_mentions(open_page, params, found):
    app = open_page("entity_mentions", **params)
    assert not app.exception
    assert lines(app) == found


def test_a_control_goes_into_the_address(open_page):
    app = open_page("entity_mentions")
    app.selectbox(key="entity").set_value("ada-verne").run()
    assert len(lines(app)) == 2
    assert app.query_params["entity"] in ("ada-verne", ["ada-verne"])


@pytest.mark.parametrize("page", ["entity_mentions", "source_comparison"])
def test_an_unknown_entity_is_dropped_with_a_notice(open_page, page):
    app = open_page(page, entity="nobody")
    assert not app.exception
    assert [markdown("nobody") in warning.value for warning in app.warning] == [True]
    assert ("The Gazette", "Norland") in lines(app)


def test_the_comparison_says_what_it_rests_on(open_page):
    assert "With one article only" in open_page("source_comparison").info[0].value


def test_nothing_to_compare_is_a_sentence(open_page):
    app = open_page("source_comparison", source="herald")
    assert not app.exception
    assert any("nothing to compare" in info.value for info in app.info)


def test_an_actor_without_mentions_is_compared_by_what_it_said(open_page):
    app = open_page("source_comparison", actor="quay-wire")
    assert not app.exception
    assert any("No mention is left" in info.value for info in app.info)
    assert [header.value for header in app.subheader if "quoted" in header.value] == [
        "Who is quoted how much"
    ]


def test_a_source_against_itself_is_a_sentence(open_page):
    app = open_page("source_comparison", first="herald", second="herald")
    assert not app.exception
    assert any("two different sources" in info.value for info in app.info)
