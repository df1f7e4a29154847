import pytest

from analysis.pieces import Remembered, keep_last, split_pieces

ALL = Remembered(lambda piece: True)


@pytest.mark.parametrize(
    ("text", "pieces", "starts"),
    [
        ("", [""], [0]),
        ("Vesk left.", ["Vesk", "left."], [0, 5]),
        ("to Tarn\n\nVesk", ["to", "Tarn", "", "Vesk"], [0, 3, 8, 9]),  # a line ends like a blank
        ("on  foot ", ["on", "", "foot", ""], [0, 3, 4, 9]),
    ],
)
def test_blanks_and_line_ends_part_pieces(text, pieces, starts):
    assert split_pieces(text, ALL) == (pieces, starts)


def test_only_wanted_pieces_are_kept():
    assert split_pieces("the hawk of\nTarn", Remembered(str.istitle)) == (["Tarn"], [12])


def test_a_fact_comes_with_where_its_piece_begins():
    pieces = split_pieces("Vesk  left\nfor Tarn", ALL)
    facts = {"Vesk": "person", "Tarn": "town", "": "", "left": "", "for": ""}
    assert list(pieces.find(facts)) == [(0, "person"), (15, "town")]


def test_a_piece_is_read_once():
    read = []
    facts = Remembered(lambda piece: read.append(piece) or len(piece))
    assert [facts["Vesk"], facts["Tarn,"], facts["Vesk"]] == [4, 5, 4]
    assert read == ["Vesk", "Tarn,"]


def test_no_more_pieces_are_kept_than_may_be(monkeypatch):
    monkeypatch.setattr("analysis.pieces.REMEMBERED", 2)
    facts = Remembered(len)
    assert [facts[piece] for piece in ("a", "of", "the")] == [1, 2, 3]
    assert list(facts) == ["the"]


def test_what_is_made_of_a_list_is_kept_until_another_one_comes():
    made = []
    count = keep_last(lambda words: made.append(words) or len(words))
    words, same = ["Vesk"], ["Vesk"]
    assert [count(words), count(words), count(same), count(words)] == [1, 1, 1, 1]
    assert [id(each) for each in made] == [id(words), id(same), id(words)]
