"""Subjects, speakers and what stands before a verb."""

import pytest

from analysis.extract.scene import (
    Left,
    can_speak,
    find_speaker,
    look_left,
    possessive,
    sentence_subject,
)

from .scenes import CUES, read_scene


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Kay has not said it.", "said", Left(0, ["not", "has"], True, False)),
        ("Kay on Monday said it.", "said", Left(0, [], False, False)),
        ("Kay went on to say it.", "say", Left(2, [], False, True)),
        ("Said Kay.", "said", Left(-1, [], False, False)),
    ],
)
def test_looks_at_what_stands_before_a_verb(text: str, verb: str, expected: Left) -> None:
    scene = read_scene(text)
    assert look_left(scene, scene.t.words.index(verb)) == expected


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("the mayor, Ida Kay", "Ida Kay"),
        ("the mayor of the port", "the mayor of the port"),
        ("Kay and Orr both", "Kay and Orr"),
        ("a statement by Ida Kay", "Ida Kay"),
        ("the Harbour Observatory a small monitor", "Harbour Observatory"),
    ],
)
def test_names_the_speaker_of_a_phrase(phrase: str, speaker: str) -> None:
    scene = read_scene(phrase)
    assert phrase[slice(*find_speaker(scene, (0, len(scene.t.words) - 1))[0])] == speaker


@pytest.mark.parametrize(
    ("phrase", "lemma", "speaks"),
    [
        ("the mayor", "say", True),
        ("I", "say", False),
        ("the models", "predict", False),
        ("Kay", "predict", True),
        ("the poll", "show", True),
        ("the mayor", "show", False),
    ],
)
def test_tells_who_can_speak(phrase: str, lemma: str, speaks: bool) -> None:
    scene = read_scene(phrase)
    assert can_speak(scene, (0, len(scene.t.words) - 1), CUES.verbs[lemma]) is speaks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After it rained, Kay left and slept.", "Kay"),
        ("Kay and Orr slept.", "Kay and Orr"),
        ("This was so.", None),
    ],
)
def test_finds_the_subject_of_a_sentence(text: str, expected: str | None) -> None:
    scene = read_scene(text)
    found = sentence_subject(scene, len(scene.t.words))
    assert (found and text[slice(*scene.t.span(*found))]) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("kay’s", True), ("sailors’", True), ("kays'", True), ("kay", False)]
)
def test_knows_a_possessive(word: str, expected: bool) -> None:
    assert possessive(word) is expected
