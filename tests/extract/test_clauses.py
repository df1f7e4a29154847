"""Words of a sentence and their tags."""

import pytest

from analysis.extract.clauses import Words, has_finite, read_words, time_end
from analysis.extract.quotation_marks import find_quotations
from analysis.knowledge.cues import read_cues

TAG = read_cues().tag


def read(text: str) -> Words:
    quotations = find_quotations(text, [(0, len(text))])
    return read_words(text, 0, len(text), quotations=quotations, tag=TAG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that it rained.", "D N V H P E ."),
        ("Ann Lee left on Tuesday, angrily.", "U U V I T , A ."),
        ("“We will all go,” she said.", "Q P V ."),  # a quotation is one word
        ("He called it “a mess” again.", "P E P q A ."),
        ("“Never,” she said.", "Q P V ."),  # short, but a whole remark
        ("Mr. Orr’s boat sank", "U U N V"),  # the stop of an abbreviation is no word
        ("They weren’t told.", "P X V ."),
        ("She said” it rained", "P V P E"),  # a mark without a partner is no word
        ("They sail for the U.S.", "P N I D U"),  # its stop is no word by itself
        ("... and they left", ". . . C P V"),
        ("They left... late", "P V N"),
        ("Ida van der Kay left", "U U U U V"),
        ("a van der Kay left", "D N N U V"),  # no name before the particles
        ("In Oslo: On the quay (After noon) Will", "I U : I D N ( S N ) U"),  # a clause opens
        ("two  blanks\u00a0and\ttabs", "# N C N"),
        ("", ""),
    ],
)
def test_tags_words(text: str, expected: str) -> None:
    assert " ".join(read(text).tags) == expected


def test_offsets_are_those_of_the_text() -> None:
    text = "She left. “We will all go,” said Ann."
    t = read_words(text, 10, len(text), quotations=find_quotations(text, [(0, len(text))]), tag=TAG)
    assert [text[a:b] for a, b in zip(t.starts, t.ends, strict=True)] == [
        "“We will all go,”",
        "said",
        "Ann",
        ".",
    ]


def test_offsets_hold_over_several_blanks() -> None:
    text = "Lee,  who\u00a0left —\tlate."
    t = read_words(text, 0, len(text), quotations=(), tag=TAG)
    assert [text[a:b] for a, b in zip(t.starts, t.ends, strict=True)] == [
        "Lee",
        ",",
        "who",
        "left",
        "—",
        "late",
        ".",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on Tuesday that", 2),
        ("on June 22, 2017 that", 5),
        ("in late June that", 3),
        ("Tuesday night that", 2),
        ("last week that", 2),
        ("in Oslo that", 0),
        ("on the table that", 0),
    ],
)
def test_time_expressions_end_before_what_follows(text: str, words: int) -> None:
    assert time_end(read(text), 0) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the boat was late", True),
        ("she leads by a mile", True),
        ("the old boat in the harbour", False),
        ("the boat, painted red", False),
    ],
)
def test_tells_clauses_from_phrases(text: str, expected: bool) -> None:
    t = read(text)
    assert has_finite(t, 0, len(t.words) - 1) is expected
