import pytest

from analysis.pieces import keep_capitalised, split_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", [""]),
        ("Vesk left.", ["Vesk", "left."]),
        ("to Tarn\n\nVesk", ["to", "Tarn", "", "Vesk"]),  # a line ends like a blank
        ("on  foot ", ["on", "", "foot", ""]),
    ],
)
def test_blanks_and_line_ends_part_pieces(text, pieces):
    assert split_pieces(text).texts == pieces


def test_a_fact_comes_with_where_its_piece_begins():
    text = "Vesk  left\nfor Tarn"
    facts = {"Vesk": "person", "Tarn": "town", "": "", "left": "", "for": ""}
    found = list(split_pieces(text).find(facts))
    assert found == [(0, "person"), (15, "town")]
    assert text[15:] == "Tarn"


def test_pieces_with_a_capital_or_a_digit_can_be_kept_alone():
    kept = keep_capitalised(split_pieces("the 12th of\nmay, Vesk"))
    assert kept == (["12th", "Vesk"], [4, 17])
