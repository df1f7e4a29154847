"""One tag a word."""

import pytest

from analysis.knowledge.word_tags import make_tagger, tag_words


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("the", "D"),
        ("she", "P"),
        ("that", "H"),
        ("said", "V"),
        ("warned", "E"),
        ("warning", "J"),
        ("Monday", "T"),
        ("soon", "A"),
        ("claim", "N"),
    ],
)
def test_every_word_has_the_tag_of_its_class(word: str, tag: str) -> None:
    shapes = {"said": {"past"}, "warned": {"past"}, "warning": {"gerund"}}
    tags = tag_words({"Monday": "time", "soon": "adverb"}, shapes=shapes, nouns=["claim", "warning"])
    assert tags[word] == tag


def test_function_words_win() -> None:
    assert tag_words({"that": "adverb"}, shapes={"that": {"past"}}, nouns=["that"])["that"] == "H"


@pytest.mark.parametrize(
    ("surface", "word", "tag", "opening"),
    [
        ("Soon", "soon", "U", "A"),  # a name, unless a clause opens with it
        ("The", "the", "D", "D"),
        ("Claim", "claim", "U", "U"),  # no noun or verb in capitals is sure to be one
        ("Monday", "monday", "T", "T"),
        ("US", "us", "U", "U"),  # no pronoun
        ("Orrin", "orrin", "U", "U"),
        ("al-Orr", "al-orr", "U", "U"),
        ("sailing", "sailing", "J", "J"),
        ("red", "red", "N", "N"),  # too short for an ending
        ("hadn’t", "hadn’t", "X", "X"),
        ("40th", "40th", "#", "#"),
        ("@quay", "@quay", "U", "U"),
        ("—", "—", "-", "-"),
    ],
)
def test_a_word_is_tagged_as_it_stands(surface: str, word: str, tag: str, opening: str) -> None:
    tagger = make_tagger(tag_words({"Monday": "time", "soon": "adverb"}, shapes={}, nouns=["claim"]))
    assert tagger(surface) == (word, tag, opening)
