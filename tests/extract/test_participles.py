"""Reports by a participle."""

import pytest

from analysis.extract.participles import report_by_participle
from analysis.extract.scene import Cue

from .scenes import CUES, read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kay left, saying that it rained.", "saying", [("it rained", "Kay")]),
        ("Kay left, adding, “It rained all day.”", "adding", [("It rained all day", "Kay")]),
        ("The Gazette quoted Kay as saying that it rained.", "saying", [("it rained", "Kay")]),
        ("Calling it “a rainy day,” Kay left.", "calling", [("it “a rainy day", "Kay")]),
        ("It went on, with one sailor saying it rained.", "saying", [("it rained", "one sailor")]),
        ("It went on, with one sailor asking why it rained.", "asking", [("why it rained", "one sailor")]),
        ("Kay sent a letter this week urging them to leave.", "urging", [("them to leave", "Kay")]),
        ("Kay stayed despite saying that it rained.", "saying", [("it rained", "Kay")]),
        ("Sailors accuse Kay of greed, saying that it rained.", "saying", [("it rained", "Sailors")]),
        ("A film showed Kay, a sailor, saying that it rained.", "saying", [("it rained", "Kay")]),
        # denied, and without content
        ("Kay left without saying that it rained.", "saying", []),
        ("Kay left, saying nothing.", "saying", []),
    ],
)
def test_reads_a_participle(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    at = scene.t.words.index(word)
    verb = next(form.verb for form in CUES.forms[word] if not form.verb.particle)
    assert read_reports(text, report_by_participle(scene, Cue(at, at, verb, verb.lemma), [])) == expected
