import pytest

from analysis.extract.surroundings import read_surroundings, telling_after, telling_before


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ("", []),
        ("They saw ", []),  # the last word tells nothing
        ("They saw the ", ["they", "saw", "the"]),
        ("They live in ", ["they", "live", "in"]),
        ("a spokesman, ", ["a", "spokesman"]),
        ("They saw (", []),  # a break of the sentence
        ("They live in\n", []),
        ("The ", ["the"]),
        ("They asked for - ", ["they", "asked", "for"]),  # no word in the piece right before
    ],
)
def test_words_before_a_name_are_read_where_the_last_may_tell_something(knowledge, left, words):
    surroundings = read_surroundings(knowledge)
    assert telling_before(f"{left}Vesk", len(left), surroundings) == words


@pytest.mark.parametrize(
    ("right", "word"),
    [
        ("", ""),
        (" wept", ""),
        (" said so", "said"),
        (" province", "province"),
        (" newspaper-seller", "newspaper-seller"),  # begins with a word that tells
        (" 34", "34"),
        (" aged 34", "aged"),
        (".", ""),
        ("-based", "based"),
    ],
)
def test_the_word_behind_a_name_is_told_if_it_may_tell_something(knowledge, right, word):
    assert telling_after(f"Vesk{right}", 4, read_surroundings(knowledge)) == word
