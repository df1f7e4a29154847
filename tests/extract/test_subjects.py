"""The noun phrase beside a cue."""

import pytest

from analysis.extract.clauses import Words, read_words
from analysis.extract.quotation_marks import find_quotations
from analysis.extract.subjects import name_in, phrase_after, subject_before
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def read(text: str) -> Words:
    quotations = find_quotations(text, [(0, len(text))])
    return read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour master", "The harbour master"),
        ("On Tuesday the harbour master", "the harbour master"),
        ("Ann Lee, a doctor from Bergen,", "Ann Lee"),
        ("Ann Lee, who runs the port, which is old,", "Ann Lee"),
        ("A spokesman for the port, Ann Lee,", "A spokesman for the port, Ann Lee"),
        ("After the storm, Ann Lee", "Ann Lee"),
        ("The boat sank and Ann Lee", "Ann Lee"),
        ("Oslo, Bergen and Turku", "Oslo, Bergen and Turku"),
        ("Ann Lee however,", "Ann Lee"),  # a comma is lost
        ("Then Ann Lee who is in Oslo,", "Ann Lee"),
        ("Ann Lee (the master)", "Ann Lee"),
        ("People who saw the storm", "People who saw the storm"),
        ("It was clear that she", "she"),
        ("Ann Lee a doctor from Bergen", "Ann Lee a doctor from Bergen"),  # commas lost
        ("The boat sank and", None),
    ],
)
def test_finds_the_subject_before_a_cue(text: str, expected: str | None) -> None:
    t = read(text)
    found = subject_before(t, len(t.words) - 1, 0, cues=CUES)
    assert (found and text[slice(*t.span(*found))]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, a doctor.", "Ann Lee"),
        ("the harbour master on Tuesday.", "the harbour master"),
        ("a spokesman for the port in a statement.", "a spokesman for the port"),
        ("one man who saw it.", "one man"),
        ("she when asked.", "she"),
        (", then left.", None),
    ],
)
def test_finds_the_subject_after_a_cue(text: str, expected: str | None) -> None:
    t = read(text)
    found = phrase_after(t, 0, len(t.words) - 1, cues=CUES)
    assert (found and text[slice(*t.span(*found))]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Ann Lee", "Ann Lee"),
        ("a port spokesman, Ann Lee", "Ann Lee"),
        ("Ann Lee a doctor from Bergen", "Ann Lee"),
        ("US Secretary of State Ann Lee", "Ann Lee"),
        ("US Ambassador to the League Ann Lee", "Ann Lee"),
        ("US Secretary of State", None),
        ("Lee’s lawyer", None),
        ("the harbour master", None),
    ],
)
def test_finds_the_name_in_a_phrase(text: str, expected: str | None) -> None:
    t = read(text)
    found = name_in(t, 0, len(t.words) - 1, titles=CUES.titles)
    assert (found and text[slice(*t.span(*found))]) == expected
