import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from .conftest import ROWS, statement, write_corpus

ROOT = Path(__file__).parents[1]


@pytest.fixture
def open_quotes(processed, monkeypatch):
    """Opens the quotes over the small corpus, or over another folder, at an address."""

    def open_at(folder: Path = processed, **params: str) -> AppTest:
        monkeypatch.setenv("FOUR_ZONES_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, text in params.items():
            app.query_params[name] = text
        return app.switch_page("pages/quote_explorer.py").run()

    return open_at


def groups(app):
    """The headings over the cards: those that end in a number."""
    headings = [heading.value.replace("\\", "") for heading in app.subheader]
    return [heading for heading in headings if re.search(r"\(\d+\)$", heading)]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["Port Council (2)", "Ada Verne (1)"]),
        ({"group": "outlet"}, ["The Gazette (2)", "Herald & Sons (1)"]),
        ({"group": "stance"}, ["Asserts (1)", "Denies (1)", "No stance (1)"]),
        ({"find": "VÉRNE"}, ["Ada Verne (1)"]),
        ({"speaker": "port-council"}, ["Port Council (2)"]),
        ({"kind": "indirect"}, ["Port Council (1)"]),
        ({"hide-guesses": "yes"}, ["Ada Verne (1)", "Port Council (1)"]),
        ({"find": "zeppelin"}, []),
    ],
)
def test_the_address_opens_a_search(open_quotes, params, found):
    app = open_quotes(**params)
    assert groups(app) == found
    assert not app.warning


def test_nothing_found_is_a_sentence(open_quotes):
    app = open_quotes(find="zeppelin")
    assert app.info[0].value.startswith("No statement fits the search.")


@pytest.mark.parametrize("params", [{"group": "mood"}, {"speaker": "nobody"}, {"kind": "shouted"}])
def test_what_does_not_exist_is_dropped_with_a_notice(open_quotes, params):
    app = open_quotes(**params)
    assert groups(app) == ["Port Council (2)", "Ada Verne (1)"]
    assert len(app.warning) == 1


def test_the_table_holds_what_the_cards_show(open_quotes):
    app = open_quotes(find="verne")
    assert app.dataframe[-1].value["Way to the page"].tolist() == ["The Gazette < Ida Holm < Ada Verne"]


def test_many_statements_come_in_pages(open_quotes, tmp_path):
    many = [statement(n, "a1", n, n + 1, f"Quay number {n}", ["ada-verne"]) for n in range(45)]
    folder = write_corpus(tmp_path / "many", ROWS | {"statements": many, "positions": []})
    app = open_quotes(folder)
    seen = []
    while True:
        seen.append(sum(block.body.count("<article") for block in app.get("html")))
        onward = [button for button in app.button if button.label == "Next page"]
        if not onward:
            break
        onward[0].click().run()
    assert seen == [20, 20, 5]
