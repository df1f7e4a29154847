import pytest

from analysis.extract.capitalised import capitalised_words


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("vesk,", []),
        ('"Vesk,', [(1, "Vesk")]),
        ("Vesk-Orlin's", [(0, "Vesk-Orlin")]),
        ("Vesk/tarn/Orlin", [(0, "Vesk")]),  # no word begins behind a stroke
        ("al-Orlin", [(0, "al-Orlin")]),
        ("de-Vesk-al-Orlin", [(0, "de-Vesk")]),
        ("O'Vesk", [(0, "O'Vesk")]),
        ("I'm", []),
        ("Col.", [(0, "Col.")]),
        ("Vesk.org", [(0, "Vesk.org")]),
        ("(V.O.", [(1, "V.O.")]),
        ("12th", [(0, "12th")]),  # a word before a capital
        ("12th,", []),
        ("1,200", []),
    ],
)
def test_a_piece_has_its_capitalised_words(knowledge, piece, words):
    assert [(word.start, word.text) for word in capitalised_words(knowledge.names)[piece]] == words


@pytest.mark.parametrize(
    ("piece", "idle", "loose"),
    [
        ("Vesk", False, False),
        ("However", True, False),
        ("General", True, False),
        ("12th", False, True),  # only the text around it tells whether it is a word
        ("Kwok-ning", False, True),
    ],
)
def test_a_word_has_what_is_the_same_wherever_it_stands(knowledge, piece, idle, loose):
    (word,) = capitalised_words(knowledge.names)[piece]
    assert (word.idle, word.loose) == (idle, loose)
