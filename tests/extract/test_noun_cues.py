"""What nouns of speech introduce."""

import pytest

from analysis.extract.noun_cues import report_by_noun

from .scenes import read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("In Kay’s opinion, the port is full.", "opinion", [("the port is full", "Kay")]),
        ("In the view of Ida Kay, the port is full.", "view", [("the port is full", "Ida Kay")]),
        (
            "The port issued a statement: “It rained all day.”",
            "statement",
            [("It rained all day", "The port")],
        ),
        ("Kay’s claim that it rained was false.", "claim", [("it rained", "Kay")]),
        ("Claims by Ida Kay that it rained were false.", "claims", []),  # it opens the sentence
        ("All claims by Ida Kay that it rained were false.", "claims", [("it rained", "Ida Kay")]),
        ("She kept her promise to mend the quay.", "promise", [("to mend the quay", "her")]),
        # nobody's, of no content, no speech
        ("The claim that it rained was false.", "claim", []),
        ("Kay’s promise was kept.", "promise", []),
        ("Her report to the mayor was late.", "report", []),
    ],
)
def test_reads_what_a_noun_introduces(text: str, noun: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    assert read_reports(text, report_by_noun(scene, scene.t.words.index(noun))) == expected
