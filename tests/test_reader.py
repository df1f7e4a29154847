import re

import pandas as pd
import pytest

from analysis.reader import draw_article, list_outline, mark_titles, read_pieces, rows_of

TEXT = "Ann Berg said the old boats leave Lima.\nShare this"
SECTIONS = [("body", 0, 39), ("boilerplate", 40, 50)]
STATEMENT = ["start", "end", "speaker_start", "speaker_end", "cue_start", "cue_end"]


def pieces(mentions=(), statements=(), sections=SECTIONS):
    found = read_pieces(
        TEXT,
        pd.DataFrame(sections, columns=["section", "start", "end"]),
        pd.DataFrame(mentions, columns=["start", "end"]),
        pd.DataFrame(statements, columns=STATEMENT),
    )
    assert "".join(piece.text for piece in found) == TEXT
    return [tuple(piece) for piece in found]


def test_read_pieces():
    assert pieces(mentions=[(0, 8), (34, 38)], statements=[(14, 38, 0, 8, 9, 13)]) == [
        ("Ann Berg", "body", 0, 0, "speaker"),
        (" ", "body", None, None, ""),
        ("said", "body", None, 0, "cue"),
        (" ", "body", None, None, ""),
        ("the old boats leave ", "body", None, 0, "content"),
        ("Lima", "body", 1, 0, "content"),
        (".", "body", None, None, ""),
        ("\n", "", None, None, ""),
        ("Share this", "boilerplate", None, None, ""),
    ]


@pytest.mark.parametrize(
    "statements",
    [
        [(14, 38, None, None, None, None)],  # no speaker and no cue
        [(14, 38, float("nan"), float("nan"), float("nan"), float("nan"))],
    ],
)
def test_a_statement_may_lack_its_parts(statements):
    assert ("the old boats leave Lima", "body", None, 0, "content") in pieces(statements=statements)


def test_of_two_statements_the_inner_one_is_marked():
    found = pieces(statements=[(0, 38, None, None, None, None), (18, 27, None, None, None, None)])
    assert ("old boats", "body", None, 1, "content") in found


def test_an_article_without_marks_is_one_piece():
    assert pieces(sections=[]) == [(TEXT, "", None, None, "")]


def test_every_mark_is_a_link_that_explains_itself(corpus):
    tables = {name: rows_of(corpus, name, "a1") for name in ("sections", "mentions", "statements")}
    text = "<b>" + "x" * 97
    html = draw_article(
        text, tables, names=corpus.entity_names, address=lambda mark: f"?mark={mark}", chosen="s1"
    )
    links = re.findall(r'<a class="([^"]*)" href="([^"]*)" target="_self" title="([^"\n]*)', html)
    assert links == [
        ("body name", "?mark=mention-0", "Ada Verne (Person, name); rule alias, certain"),
        (
            "body speaker chosen",
            "?mark=s1",
            "Direct statement by Ada Verne; cue “said”; rule quotation, certain",
        ),
        ("body cue chosen", "?mark=s1", "Direct statement by Ada Verne; cue “said”; rule quotation, certain"),
        (
            "body content chosen",
            "?mark=s1",
            "Direct statement by Ada Verne; cue “said”; rule quotation, certain",
        ),
        ("body content name", "?mark=mention-30", "Norland (Country, name); rule alias, certain"),
        (
            "body content chosen",
            "?mark=s1",
            "Direct statement by Ada Verne; cue “said”; rule quotation, certain",
        ),
        ("body name", "?mark=mention-60", "Norland (Country, adjective); rule alias, certain"),
    ]
    assert html.count('tabindex="-1"') == 3  # the tab key stops once at a statement
    assert "&lt;b&gt;" in html and "<b>" not in html


def test_mark_titles(corpus):
    assert mark_titles(list_outline(corpus, "a2")) == {
        "mention-10": "1% · Organisation · Port Council · before it Port Council after it",
        "s2": "2% · Statement, indirect · Port Council · the toll may rise",
        "mention-50": "4% · Place · Old Quay · before it Old Quay after it",
    }
