"""Where a content ends."""

import pytest

from analysis.extract.clauses import read_words
from analysis.extract.contents import content_end
from analysis.extract.quotation_marks import find_quotations
from analysis.knowledge.cues import read_cues

CUES = read_cues()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it rained.", "it rained"),
        ("it rained; the port closed.", "it rained"),
        ("it rained and that it froze.", "it rained and that it froze"),
        ("it rained and the port closed.", "it rained and the port closed"),
        ("it rained and warned that it would freeze.", "it rained"),
        ("it rained but thought it would stop.", "it rained"),
        ("it rained, citing a diver.", "it rained"),
        ("it rained, despite saying that it froze.", "it rained"),
        ("it rained, but two sailors have said it froze.", "it rained"),
        ("“it will rain all day,” and then left the port.", "“it will rain all day,”"),
        ("it rained, then told them to leave.", "it rained"),
        ("it will be “cold here,” but insisted it’s dry.", "it will be “cold here,”"),
        ("the port is open as he left Oslo.", "the port is open"),
        ("he is ready as he left Oslo.", "he is ready as he left Oslo"),
        ("the port is as big as they said.", "the port is as big as they said"),
        ("it rained according to plan.", "it rained according to plan"),
        ("it rained according to divers.", "it rained"),
        ("it rained, which it did.", "it rained, which it did"),
        ("it rained, a claim that divers doubt.", "it rained"),
        ("it rained, a view held by most divers.", "it rained"),
        ("“it will rain all day,” a promise to farmers.", "“it will rain all day,”"),
        ("it rained (in the north).", "it rained (in the north)"),
        ("it rained (Gazette, June 3).", "it rained"),
        ("it rained,", "it rained"),
    ],
)
def test_ends_at_what_is_not_said_any_more(text: str, expected: str) -> None:
    quotations = find_quotations(text, [(0, len(text))])
    t = read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag)
    last = content_end(t, 0, start=0, in_relative=False, cues=CUES)
    assert text[: t.ends[last]] == expected


def test_a_relative_clause_ends_before_the_verb_of_the_sentence() -> None:
    text = "it rained, has left the port."
    t = read_words(text, 0, len(text), quotations=(), tag=CUES.tag)
    assert content_end(t, 0, start=0, in_relative=True, cues=CUES) == 1
