import pandas as pd
import pytest

from analysis.reader import read_pieces

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
