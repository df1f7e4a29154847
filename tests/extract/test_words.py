import pytest

from analysis.extract.words import (
    count_words,
    count_words_apart,
    find_scope,
    find_words,
    join_spans,
    read_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The de-escalation zone doesn’t hold.", ["the", "de-escalation", "zone", "doesn't", "hold"]),
        ("Ardania’s U.S.-backed 98th brigade", ["ardania", "U.S.-backed".lower(), "98th", "brigade"]),
        ("20,000 troops, 3.5 per cent", ["20,000", "troops", "3.5", "per", "cent"]),
        ("the captains' and Torre's", ["the", "captains", "and", "torre"]),
        ("week.There", ["week", "there"]),
        ("İbrahim\xa0Kaya", ["ibrahim", "kaya"]),  # the lower case of İ has two characters
        ("— … “ ”", []),
        ("", []),
    ],
)
def test_words(text, words):
    assert read_words(text, [(0, len(text))]) == words
    spans = find_words(text, [(0, len(text))])
    assert [text[start:end].replace("İ", "i").lower().replace("’", "'") for start, end in spans] == words


def test_words_come_from_the_scope_only():
    text = "Lake\nBy Ada\nThe lake."
    sections = [(0, 4, "headline"), (5, 11, "credit"), (12, 21, "body")]
    assert read_words(text, find_scope(sections)) == ["lake", "the", "lake"]
    assert find_words(text, find_scope(sections)) == [(0, 4), (12, 15), (16, 20)]


@pytest.mark.parametrize(
    ("text", "scope", "words"),
    [
        ("[x] F [/x]or now", [(4, 5), (10, 16)], [("for", 4, 12), ("now", 13, 16)]),
        ("[x] A [/x] ferry", [(4, 5), (11, 16)], [("a", 4, 5), ("ferry", 11, 16)]),
        ("A\nFerry", [(0, 1), (2, 7)], [("a", 0, 1), ("ferry", 2, 7)]),
        ("ferry A", [(0, 5), (6, 7)], [("ferry", 0, 5), ("a", 6, 7)]),
    ],
)
def test_a_letter_that_markup_cut_off_is_joined_to_its_word(text, scope, words):
    assert read_words(text, scope) == [word for word, _, _ in words]
    assert find_words(text, scope) == [(start, end) for _, start, end in words]


def test_join_spans_that_only_blanks_keep_apart():
    text = "One.\n\nTwo. [ad] Three."
    assert join_spans(text, [(0, 4), (6, 10), (16, 22)]) == [(0, 10), (16, 22)]
    assert join_spans(text, []) == []


def test_counts_are_sorted_by_word():
    assert count_words(["lake", "a", "lake"]) == (["a", "lake"], [1, 2])


def test_words_of_passages_are_counted_apart():
    text = "A lake. The lake froze. The lake is calm. The end."
    assert count_words_apart(text, [(0, 50)], [(8, 41), (24, 41)]) == [
        ("a", 1, None),
        ("end", 1, None),
        ("lake", 1, None),
        ("the", 1, None),
        ("froze", 1, 8),
        ("lake", 1, 8),
        ("the", 1, 8),
        ("calm", 1, 24),
        ("is", 1, 24),
        ("lake", 1, 24),
        ("the", 1, 24),
    ]


def test_words_outside_the_scope_are_not_counted_apart():
    assert count_words_apart("A lake. A pond.", [(0, 7)], [(8, 14)]) == [("a", 1, None), ("lake", 1, None)]
