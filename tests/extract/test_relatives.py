"""Verbs of speech in relative clauses: whose content it is, and where it ends."""

import pytest

from analysis.extract.reports import find_reports

from .scenes import CUES, read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Kay, who said that it rained, left.", [("it rained", "Ida Kay")]),
        (
            "Ida Kay, who said that it rained and who added that it froze, left.",
            [("it rained", "Ida Kay"), ("it froze", "Ida Kay")],
        ),
        ("With them was Ida Kay, a sailor, who said that it rained.", [("it rained", "Ida Kay")]),
        ("The storm, which Kay said would last, ended.", [("would last", "Kay")]),
        ("It was a storm that she said on Monday was over.", [("was over", "she")]),
        ("It rained on what Kay called “the last day of the fair.”", [("the last day of the fair", "Kay")]),
        # nobody says anything
        ("The storm, which hit the port, ended.", []),
        ("The ship that Kay called on Monday left.", []),
    ],
)
def test_reads_relative_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_reports(text, find_reports(read_scene(text).t, sentence=0, cues=CUES)) == expected
