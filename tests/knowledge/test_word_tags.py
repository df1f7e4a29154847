"""One tag a word."""

import pytest

from analysis.knowledge.word_tags import tag_words


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
