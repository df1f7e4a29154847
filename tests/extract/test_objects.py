"""Whom a cue addresses, and what it says of its object."""

import pytest

from analysis.extract.clauses import Words, read_words
from analysis.extract.objects import find_addressee, object_shape
from analysis.extract.quotation_marks import find_quotations
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def read(text: str) -> Words:
    quotations = find_quotations(text, [(0, len(text))])
    return read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reporters that it rained", "reporters"),
        ("a crowd of fishermen in Oslo that it rained", "a crowd of fishermen in Oslo"),
        ("him it rained", "him"),
        ("reporters prices rose", "reporters"),
        ("Harbour News it rained", "Harbour News"),
        ("it could rain", None),  # a subject
        ("they left", None),
    ],
)
def test_finds_the_addressee(text: str, expected: str | None) -> None:
    t = read(text)
    found, after = find_addressee(t, 0, cues=CUES)
    assert (found and text[slice(*t.span(*found))], after) == (expected, found[1] + 1 if found else 0)


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("them to leave", "urge", "infinitive"),
        ("both sides “to leave the old port”", "urge", "infinitive"),
        ("Oslo, Bergen and Turku, the three ports, to act", "urge", "infinitive"),
        ("the flood on “careless sailors”", "blame", "reason"),
        ("the toll at 17", "put", "figure"),
        ("the toll at the door", "put", None),
        ("the toll at 17:30", "put", None),
        ("him of lying", "accuse", "gerund"),
        ("it “a fine mess”", "call", "label"),
        ("it as useless", "describe", "label"),
        ("it as useless", "denounce", None),  # an act, unless it is quoted
        ("it as “useless”", "denounce", "label"),
        ("that they leave", "urge", None),
        ("", "urge", None),
    ],
)
def test_reads_what_is_said_of_an_object(text: str, lemma: str, expected: str | None) -> None:
    assert object_shape(read(text), 0, CUES.verbs[lemma]) == expected
