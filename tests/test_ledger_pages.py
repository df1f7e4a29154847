"""The pages of the statement ledger: what is chosen opens the sentences behind it and stands in the address."""

import json
from html import escape
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.proposals import list_changes
from analysis.records import Cue, EventDate, PropositionRow

from .conftest import ROWS, article, statement, write_corpus

ROOT = Path(__file__).parents[1]
CONDITION = PropositionRow("vote", "Only after a vote", "The council has to agree.", "condition")


def event(article_id, first, last, text):
    return EventDate(article_id, 5, 9, text, first, last, "day", "stated", "planned", "talks", ["old-quay"],
                     "talks-1", None, 0, f"the talks of {text}", "event", "likely")  # fmt: skip


LEDGER = ROWS | {
    "articles": [
        article(
            "a1",
            "gazette",
            "2024-03-04",
            "day",
            100,
            "Norland keeps old quay open",
            "Ida Holm",
            "https://example.org/1",
        ),
        article("a2", "gazette", "2024-04-01", "month", 200),
        article("a3", "herald", "2024-03-06", "week", 300, "Norland never keeps old quay open"),
        article("a4", "post", "", "", 400),
    ],
    "statements": [
        *ROWS["statements"],
        statement(4, "a1", 210, 260, "the pilots wait in the basin for rain", ["ada-verne"]),
        statement(
            5, "a3", 210, 260, "the pilots may wait in the basin for rain", ["ada-verne"], cue_lemma="warn"
        ),
    ],
    "propositions": [*ROWS["propositions"], CONDITION],
    "positions": [
        *ROWS["positions"],
        ROWS["positions"][0]._replace(proposition_id="vote", statement_id=None, start=71, end=80),
    ],
    "cues": [Cue("warn", "warning", "foresees harm")],
    "event_dates": [
        event("a1", "2024-05-01", "2024-05-01", "1 May"),
        event("a3", "2024-05-07", "2024-05-07", "7 May"),
    ],
}


@pytest.fixture
def open_page(tmp_path, monkeypatch):
    """Opens a page over a small corpus with contradictions, changes and disputed dates, at an address."""
    folder = write_corpus(tmp_path / "ledger", LEDGER)

    def open_at(key: str, **params: str) -> AppTest:
        monkeypatch.setenv("FOUR_ZONES_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, text in params.items():
            app.query_params[name.replace("_", "-")] = text
        app.switch_page(f"pages/{key}.py").run()
        assert not app.exception
        return app

    return open_at


def test_the_chart_of_hits_names_the_search(open_page):
    assert open_page("search", q="quay").subheader[0].value == r"Hits by source\: quay"


def test_the_matrix_of_conditions_draws_the_busiest_sources(tmp_path, monkeypatch):
    outlets = [ROWS["outlets"][0]._replace(outlet_id=f"o{n}", name=f"Paper {n}") for n in range(14)]
    rows = LEDGER | {
        "outlets": [*ROWS["outlets"], *outlets],
        "articles": LEDGER["articles"]
        + [article(f"b{n}", f"o{n}", "2024-03-04", "day", 9) for n in range(14)],
    }
    monkeypatch.setenv("FOUR_ZONES_DATA", str(write_corpus(tmp_path / "crowd", rows)))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).switch_page("pages/positions.py").run()
    assert any("Drawn are the 12 sources with the most." in text for text in texts(app))
    assert "Paper 13" in app.selectbox("in").options


def cards(app):
    """How many statements stand on the page as cards."""
    return sum(block.body.count("<article") for block in app.get("html"))


def texts(app):
    """The sentences of a page, without the signs that keep them from being markup."""
    parts = [*app.markdown, *app.caption, *app.info, *app.warning]
    return [part.value.replace("\\", "") for part in parts]


@pytest.mark.parametrize(
    ("key", "params", "expected"),
    [
        ("positions", {"who": "ada-verne", "about": "open-quay"}, 1),
        ("positions", {"who": "ada-verne", "about": "open-quay", "stance": "denies"}, 0),
        ("positions", {"who": "port-council", "about": "open-quay"}, 1),
        ("wording", {}, 3),  # both reports, and the one with a change
        ("borrowed_passages", {}, 2),
        ("borrowed_passages", {"passage": "g1"}, 2),
        ("provenance", {"station": "medium:quay-wire"}, 1),
        ("provenance", {"station": "speaker:ada-verne>source:herald"}, 1),
        ("omissions", {"layer": "statements", "item": "s3", "in": "herald"}, 1),
        ("words", {"tone": "warning"}, 3),  # and the two quotations of the first source
        ("words", {"tone": "doubt"}, 2),
        ("timeline", {"date": "a1:5"}, 0),
        ("search", {"q": "quay"}, 2),
        ("search", {"q": "quay", "in": "herald"}, 1),
        ("search", {"q": "quay speaker:verne"}, 1),
        ("search", {"q": "quay stance:denies"}, 1),
    ],
)
def test_the_address_opens_the_statements_behind_a_mark(open_page, key, params, expected):
    app = open_page(key, **params)
    assert (cards(app), list(app.warning) if key != "borrowed_passages" else []) == (expected, [])


@pytest.mark.parametrize(
    ("source", "counted", "found"),
    [("herald", ["Herald & Sons"], 1), ("gazette", [], 0)],  # the earliest report changes nothing
)
def test_a_change_is_counted_where_its_statement_is_selected(open_page, source, counted, found):
    app = open_page("wording", source=source)
    drawn = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert [name for figure in drawn for name in figure["layout"]["yaxis"]["ticktext"]] == [
        escape(name) for name in counted
    ]
    assert cards(app) == 2 + found  # both reports of the utterance, and the one with a change


@pytest.mark.parametrize(
    ("key", "params", "sentence"),
    [
        ("positions", {}, "Asserted by Ada Verne, in The Gazette"),
        ("positions", {"condition": "vote"}, "Only The Gazette of 3 sources."),
        ("borrowed_passages", {}, "only one has “never”"),
        (
            "provenance",
            {"claim": "open-quay:denies"},
            "1 statement in 1 source goes back to 1 independent origin",
        ),
        ("omissions", {"item": "port-council", "in": "herald"}, "Only The Gazette has it (1 of 3 sources)"),
        ("timeline", {"date": "a3:5"}, "the talks of 7 May"),
        ("timeline", {}, "7 May (another date)"),
        (
            "wording",
            {"source": "gazette"},
            "No statement of this selection differs from the earliest report.",
        ),
        ("wording", {"source": "herald"}, "Reports that the filters leave out stand beside the others."),
        ("words", {}, "these are anecdotes, not findings"),
        ("words", {"set-apart": ""}, "Choose some of the sources, but not all"),
        ("omissions", {"source": "gazette"}, "One source alone leaves nothing out"),
    ],
)
def test_a_page_says_in_words_what_it_shows(open_page, key, params, sentence):
    assert any(sentence in text for text in texts(open_page(key, **params)))


@pytest.mark.parametrize(
    ("key", "widget", "value"),
    [
        ("positions", "stance", "denies"),
        ("positions", "in", "gazette"),
        ("provenance", "station", "source:herald"),
        ("omissions", "in", "post"),
        ("words", "tone", "doubt"),
        ("timeline", "date", "a1:5"),
        ("article_reader", "mark", "s1"),
    ],
)
def test_a_control_writes_the_address(open_page, key, widget, value):
    app = open_page(key)
    app.selectbox(key=widget).set_value(value).run()
    assert app.query_params[widget] in (value, [value])


def test_reused_words_count_once_in_keyness(open_page):
    pages = [open_page("words", **chosen) for chosen in ({}, {"reuse_once": "yes"})]
    words, once = [sorted(page.selectbox(key="word").options) for page in pages]
    assert (words, once) == (["fog", "quay", "rain"], ["fog", "quay"])


def test_the_map_of_reused_text_stays_when_it_counts_once(open_page):
    pages = [open_page("borrowed_passages", **chosen) for chosen in ({}, {"reuse_once": "yes"})]
    drawn, once = [[chart.proto.spec for chart in page.get("plotly_chart")] for page in pages]
    assert len(drawn) == 2 and once == drawn
    assert texts(pages[0]) == texts(pages[1])


def test_a_click_in_a_chart_sets_the_controls_beside_it(monkeypatch):
    from pages.frame import address

    state = {"chart": SimpleNamespace(selection=SimpleNamespace(points=[{"customdata": ["ann", "talks"]}]))}
    monkeypatch.setattr(address.st, "session_state", state)
    address.follow("chart", "who", "about")()
    assert (state["who"], state["about"]) == ("ann", "talks")


def test_a_click_beside_every_mark_leaves_the_controls_alone(monkeypatch):
    from pages.frame import address

    state = {"chart": SimpleNamespace(selection=SimpleNamespace(points=[])), "who": "raul"}
    monkeypatch.setattr(address.st, "session_state", state)
    address.follow("chart", "who")()
    assert state["who"] == "raul"


def test_a_mark_of_the_reader_can_be_corrected(open_page):
    app = open_page("article_reader", article="a1", mark="mention-0")
    assert any("Ada Verne (Person, name); rule alias, certain" in text for text in texts(app))
    assert app.selectbox(key="correct-change-mention").options == list(list_changes("mention").values())


@pytest.mark.parametrize("query", ['"open', "who:ann", "NEAR quay", "before:soon"])
def test_a_query_that_cannot_be_read_is_a_sentence(open_page, query):
    assert len(open_page("search", q=query).warning) == 1


@pytest.mark.parametrize(("article", "linked"), [("a1", True), ("a3", False)])
def test_the_reader_promises_only_a_link_that_is_there(open_page, article, linked):
    assert (
        any(
            "The original is linked above" in text
            for text in texts(open_page("article_reader", article=article))
        )
        == linked
    )
