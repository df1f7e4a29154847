"""The form of corrections: what a reader fills in, the next build applies and the pages mark as made by hand."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.build import build
from pages.frame import correct

ROOT = Path(__file__).parents[1]
TEXT = """Pilots meet in Ankara

ANKARA (LNA) — Marta Quill met the tug guild in Turkey on Monday. “The tug guild sails at noon,” Quill said.

Mrs Quillo, a pilot, left Ankara early. “We wait,” Oskar Brent said.
"""


@pytest.fixture
def press(tmp_path, monkeypatch):
    """Builds an article with the corrections of readers, and opens a page over it; keeps the rows offered."""
    folder, file = tmp_path / "in", tmp_path / "corrections.csv"
    folder.mkdir()
    (folder / "articles.csv").write_text("file,outlet_id,outlet,title\na.txt,courier,Courier,Pilots meet\n")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    file.write_text("article_id,start,end,text,table,change,value,reason\n", encoding="utf-8")
    rows, write = [], correct.corrections_csv
    monkeypatch.setattr(correct, "corrections_csv", lambda given: rows.append(write(given)) or rows[-1])

    def rebuild(policy: str = "full") -> list[bool]:
        out = tmp_path / "out"
        summary = build(folder, out, text=policy, corrections=file)
        monkeypatch.setenv("FOUR_ZONES_DATA", str(out))
        return [outcome.applied for outcome in summary.corrections]

    def open_at(key: str, **params: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, text in params.items():
            app.query_params[name] = text
        app.switch_page(f"pages/{key}.py").run()
        assert not app.exception
        return app

    rebuild()
    return rebuild, open_at, lambda: file.write_text(rows[-1], encoding="utf-8")


def offered(app: AppTest) -> list[bool]:
    """Which rows for the file can be taken."""
    return [not b.proto.disabled for b in app.get("download_button") if "corrections.csv" in b.proto.label]


def texts(app: AppTest) -> str:
    return "|".join(part.value.replace("\\", "") for part in (*app.markdown, *app.caption))


@pytest.mark.parametrize(
    ("policy", "places", "place"),
    [("full", 2, TEXT.index("tug guild")), ("quotations", 1, TEXT.rindex("tug guild"))],
)
def test_words_without_a_mark_become_a_mention_made_by_hand(press, policy, places, place):
    rebuild, open_at, take = press
    rebuild(policy)
    app = open_at("article_reader")
    app.toggle(key="add-mention").set_value(True).run()
    app.text_input(key="add-words").set_value("Tug guild").run()
    assert len(app.selectbox(key="add-where").options) == places
    app.selectbox(key="add-entity").set_value(correct.NEW).run()
    app.text_input(key="correct-reason-addition").set_value("a body, not marked").run()
    assert offered(app) == [False]  # a new entity needs its type
    app.selectbox(key="add-type").set_value("ORG").run()
    assert offered(app) == [True]
    take()
    assert rebuild(policy) == [True]
    app = open_at("article_reader", mark=f"mention-{place}")
    assert "tug guild (Organisation, name); rule by-hand, certain, made by hand" in texts(app)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("turkey", "It is marked already, as a mention of Turkey: correct that mention instead."),
        ("Lighthouse", "These words do not stand in the article."),
        ("", "Type a name"),
    ],
)
def test_words_that_cannot_be_added_are_told_why(press, words, sentence):
    app = press[1]("article_reader")
    app.toggle(key="add-mention").set_value(True).run()
    app.text_input(key="add-words").set_value(words).run()
    assert sentence in texts(app) and offered(app) == []


def test_an_entity_is_merged_from_a_mention_of_it(press):
    rebuild, open_at, take = press
    app = open_at("entity_mentions", entity="oskar-brent")
    app.toggle(key="correct-evidence").set_value(True).run()
    app.selectbox(key="correct-change-evidence").set_value("merge").run()
    into = app.selectbox(key="correct-value-evidence-merge")
    assert "Oskar Brent" not in into.options and "Marta Quill" in into.options
    into.set_value("marta-quill").run()
    app.text_input(key="correct-reason-evidence").set_value("a pen name").run()
    assert offered(app) == [True]
    take()
    assert rebuild() == [True]
    app = open_at("entity_mentions", entity="marta-quill")
    assert "Oskar Brent" not in app.selectbox(key="entity").options
    (table,) = [frame.value for frame in app.dataframe if "By hand" in frame.value]
    assert dict(zip(table["Mention"], table["By hand"], strict=True))["Oskar Brent"]
