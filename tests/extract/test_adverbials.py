"""What may stand between a cue and its content."""

import pytest

from analysis.extract.adverbials import after_comma, is_frame, phrase_end
from analysis.extract.clauses import Words, read_words
from analysis.extract.quotation_marks import find_quotations
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def read(text: str) -> Words:
    quotations = find_quotations(text, [(0, len(text))])
    return read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in a statement to the press that", "in a statement to the press"),
        ("at the old port it rained", "at the old port"),
        ("during a talk with Kay and Orr, it", "during a talk with Kay and Orr"),
        ("to reporters the port", "to reporters"),
        ("on", "on"),
    ],
)
def test_a_phrase_ends_before_the_next_one(text: str, expected: str) -> None:
    t = read(text)
    assert text[t.starts[0] : t.ends[phrase_end(t, 0) - 1]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in a statement it rained", True),
        ("at the port that it rained", True),
        ("in Oslo it rained", True),
        ("of the storm it rained", True),
        ("in the second week the rain stopped", False),  # part of what was said
        ("under the bridge the rain stopped", False),
    ],
)
def test_a_frame_says_where_or_how_it_was_said(text: str, expected: bool) -> None:
    t = read(text)
    assert is_frame(t, 0, phrase_end(t, 0), left_is_clause=False, cues=CUES) is expected


@pytest.mark.parametrize(
    ("text", "left_is_clause", "expected"),
    [
        (", “it will rain all day.”", False, 1),
        (", however, that it rained", False, 3),
        (", it rained", False, 1),
        (", leaning back, “and it will.”", True, 4),
        (", and it rained", True, None),
        (",", False, None),
    ],
)
def test_contents_after_a_comma(text: str, left_is_clause: bool, expected: int | None) -> None:
    assert after_comma(read(text), 0, left_is_clause=left_is_clause, plain=True) == expected
