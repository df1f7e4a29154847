"""Verbs before their subject."""

import pytest

from analysis.extract.inversions import report_inverted
from analysis.extract.reports import find_reports
from analysis.extract.scene import Cue

from .scenes import CUES, read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained all day,” said Ida Kay.", [("It rained all day", "Ida Kay")]),
        ("“It rained all day,” said a sailor, Ida Kay.", [("It rained all day", "Ida Kay")]),
        (
            "“It rained all day,” said Kay, “and the quay froze over.”",
            [("It rained all day", "Kay"), ("and the quay froze over", "Kay")],
        ),
        ("The port was closed, said the mayor.", [("The port was closed", "the mayor")]),
        ("“It rained all day,” said a sailor stranded in Oslo.", [("It rained all day", "a sailor")]),
        # the author speaks, the phrase is a subject of its own, nothing stands before
        ("“It rained all day,” said I.", []),
        ("“It rained all day,” said Kay was wrong.", []),
        ("Rain, said Kay.", []),
    ],
)
def test_reads_a_verb_before_its_subject(text: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    at = scene.t.words.index("said")
    form = next(form for form in CUES.forms["said"] if form.shape == "past")
    assert read_reports(text, report_inverted(scene, Cue(at, at, form.verb, "say"), form)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port was closed said Ida Kay.", [("The port was closed", "Ida Kay")]),
        (
            "The port was closed on Friday he said adding that it was old.",
            [("The port was closed on Friday", "he"), ("it was old", "he")],
        ),
        (
            "The port was closed on Friday Ida Kay said stressing that it was old.",
            [("The port was closed on Friday", "Ida Kay"), ("it was old", "Ida Kay")],
        ),
        ("Ida Kay said the port was closed.", [("the port was closed", "Ida Kay")]),
    ],
)
def test_reads_sentences_without_their_commas(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_reports(read_scene(text, commas_lost=True).t, sentence=0, cues=CUES)
    assert read_reports(text, found) == expected
