"""Reports in articles whose commas are lost."""

import pytest

from analysis.extract.lost_commas import report_without_commas
from analysis.extract.scene import Cue, look_left

from .scenes import CUES, read_reports, read_scene


def read(text: str, word: str, *, commas_lost: bool = True) -> list[tuple[str, str]]:
    scene = read_scene(text, commas_lost=commas_lost)
    at = scene.t.words.index(word)
    form = next(form for form in CUES.forms[word] if not form.verb.particle)
    cue = Cue(at, at, form.verb, form.verb.lemma)
    return read_reports(text, report_without_commas(scene, cue, form, look_left(scene, at)))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The road is closed the mayor said.", "said", ("The road is closed", "the mayor")),
        ("The road is closed she said on Monday.", "said", ("The road is closed", "she")),
        ("The road is closed residents said.", "said", ("The road is closed", "residents")),
        ("The road is closed since Friday the Tarn Port Watch said.", "said", (
            "The road is closed since Friday", "Tarn Port Watch")),
        ("The road is closed near Oslo port commander Ida Kay told Quaynews by phone.", "told", (
            "The road is closed near Oslo port", "Ida Kay")),
        ("It will rain in Oslo Mayor Ida Kay said in a speech.", "said", ("It will rain in Oslo", "Ida Kay")),
        ("We want to fight the PLK Kay said stressing that it rained.", "said", (
            "We want to fight the PLK", "Kay")),
        ("We will topple the government Kay said when asked about it.", "said", (
            "We will topple the government", "Kay")),
        ("The road is closed the head of the local port said.", "said", (
            "The road is closed", "the head of the local port")),
        ("The road is closed the mayor and a doctor said.", "said", (
            "The road is closed", "the mayor and a doctor")),
        ("The road is closed said Ida Kay spokeswoman of the port.", "said", ("The road is closed", "Ida Kay")),
        ("The road is closed said Ida a mother who had lost it all.", "said", ("The road is closed", "Ida")),
        ("The road is closed warned Ida Kay.", "warned", ("The road is closed", "Ida Kay")),
        ("The road is closed said the mayor of Oslo.", "said", ("The road is closed", "the mayor of Oslo")),
    ],
)  # fmt: skip
def test_reads_a_report_without_commas(text: str, word: str, expected: tuple[str, str]) -> None:
    assert read(text, word) == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor of the town said it rained.", "said"),  # something that is said follows
        ("The man who closed the road said Ida Kay was ill.", "said"),
        ("The road is closed and the mayor said so.", "said"),
        ("A road near the old quay the mayor said.", "said"),  # no clause
        ("The guards reached the road asked Ida Kay about it.", "asked"),  # a verb with an object
        ("The road is closed, the mayor said.", "said"),  # its comma has stayed
        ("The road is closed said a lot of it.", "said"),
    ],
)
def test_leaves_other_sentences_alone(text: str, word: str) -> None:
    assert read(text, word) == []


def test_reads_nothing_where_the_article_has_its_commas() -> None:
    assert read("The road is closed the mayor said.", "said", commas_lost=False) == []
