"""Reports by a finite verb, and what looks like one."""

import pytest

from analysis.extract.verb_cues import report_by_verb

from .scenes import CUES, read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kay said that it rained.", "said", [("it rained", "Kay")]),
        ("It rained, Kay said.", "said", [("It rained", "Kay")]),
        ("The plan, Kay said, would fail.", "said", [("The plan", "Kay"), ("would fail", "Kay")]),
        (
            "If it rains, Kay said, the port will close.",
            "said",
            [("If it rains", "Kay"), ("the port will close", "Kay")],
        ),
        (
            "It rained, Kay said, but it did not freeze.",
            "said",
            [("It rained", "Kay"), ("but it did not freeze", "Kay")],
        ),
        ("Kay left and said that it rained.", "said", [("it rained", "Kay")]),
        ("Kay, who said that it rained, left.", "said", [("it rained", "Kay")]),
        ("Kay went on to say that it rained.", "say", [("it rained", "Kay")]),
        ("It rained, Kay went on to say.", "say", [("It rained", "Kay")]),
        ("Kay mocked what Orr called “a fine day.”", "called", [("a fine day", "Orr")]),
        # a wish, a chance, a participle, a noun, a remark on a claim
        ("Kay wanted to say that it rained.", "say", []),
        ("Kay could say that it rained.", "say", []),
        ("The deal, announced after a week, will last.", "announced", []),
        ("News reports were few.", "reports", []),
        ("Orr said it rained, a claim Kay denied.", "denied", []),
    ],
)
def test_reads_a_finite_verb(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    at = scene.t.words.index(word)
    readings = (report_by_verb(scene, at, form, []) for form in CUES.forms[word])
    assert read_reports(text, next(filter(None, readings), [])) == expected
