"""What a cue governs, and where it ends."""

import pytest

from analysis.extract.clauses import read_words
from analysis.extract.complements import complement_after
from analysis.extract.contents import content_end
from analysis.extract.quotation_marks import find_quotations
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def complement(text: str, cue: str) -> tuple[str, str] | None:
    quotations = find_quotations(text, [(0, len(text))])
    t = read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag)
    at = t.words.index(cue)
    verb = next(form.verb for form in CUES.forms[cue] if not form.verb.particle)
    found = complement_after(t, at, verb, left_is_clause=False, cues=CUES)
    if found is None:
        return None
    final = content_end(t, found.first, start=at, in_relative=False, cues=CUES)
    return found.shape, text[slice(*t.span(found.first, final))]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("She said that it rained.", "said", ("that", "it rained")),
        ("She said it rained.", "said", ("clause", "it rained")),
        ("She added The port was lost.", "added", ("clause", "The port was lost")),  # marks are lost
        ("She added the port to the list.", "added", None),
        ("She said on Tuesday it rained.", "said", ("clause", "it rained")),
        ("She said in a letter to the port that it rained.", "said", ("that", "it rained")),
        ("She told the port master that it rained.", "told", ("that", "it rained")),
        ("She told him it rained.", "told", ("clause", "it rained")),
        ("She asked if it rained.", "asked", ("question", "if it rained")),
        ("She urged them to leave.", "urged", ("infinitive", "them to leave")),
        ("She vowed to leave.", "vowed", ("infinitive", "to leave")),
        ("She vowed to swiftly leave.", "vowed", ("infinitive", "to swiftly leave")),
        ("She asked in a letter why it rained.", "asked", ("question", "why it rained")),
        ("She said one thing: that it rained.", "said", ("clause", "it rained")),
        ("She argued the opposite: that rain helps.", "argued", ("clause", "rain helps")),
        ("She accused Lee of fraud.", "accused", ("gerund", "Lee of fraud")),
        ("She warned the storm would come.", "warned", ("clause", "the storm would come")),
        ("She warned of “dire days.”", "warned", ("quotation", "“dire days.”")),
        ("She claimed sailors want a new port.", "claimed", ("clause", "sailors want a new port")),
        ("She noted police use the old boats.", "noted", ("clause", "police use the old boats")),
        ("She warned the ports need new boats.", "warned", ("clause", "the ports need new boats")),
        ("She told reporters ports need boats now.", "told", ("clause", "ports need boats now")),
        ("She claimed the fee hurts divers.", "claimed", ("clause", "the fee hurts divers")),
        ("She warned the storm hit Oslo.", "warned", ("clause", "the storm hit Oslo")),
        ("She announced boats run by divers.", "announced", None),
        ("She announced the fee cuts in Oslo.", "announced", None),
        ("She announced port fees for the rich.", "announced", None),
        ("She commented that it rained.", "commented", ("that", "it rained")),
        ("She claimed a boat that would have sunk.", "claimed", None),
        ("She warned Lee of storms.", "warned", None),
        ("She questioned whether it rained.", "questioned", ("question", "whether it rained")),
        (
            "She accused Lee of “leaving the whole port.”",
            "accused",
            ("gerund", "Lee of “leaving the whole port.”"),
        ),
        ("She blamed Lee for “a truly awful port.”", "blamed", ("reason", "Lee for “a truly awful port.”")),
        ("She denied that claim, leaving at once.", "denied", None),
        ("She accused him of lying.", "accused", ("gerund", "him of lying")),
        ("She denied seeing him.", "denied", ("gerund", "seeing him")),
        ("She called it “a fine mess” there.", "called", ("label", "it “a fine mess” there")),
        ("She said: “It will rain soon.”", "said", ("quotation", "“It will rain soon.”")),
        ("She said it rained; the port closed.", "said", ("clause", "it rained")),
        ("She said it rained and added that it froze.", "said", ("clause", "it rained")),
        ("She said it rained, adding that it froze.", "said", ("clause", "it rained")),
        ("She said it rained, according to him.", "said", ("clause", "it rained")),
        ("She said it rained (Agency, June 22).", "said", ("clause", "it rained")),
        ("She said it rained, a claim he doubts.", "said", ("clause", "it rained")),
        ("She denied the report.", "denied", None),
        ("She noted the port.", "noted", None),
        ("She raved that it rained.", "raved", None),  # only a quotation after this verb
        ("She said on Tuesday.", "said", None),
    ],
)
def test_reads_what_follows_a_cue(text: str, cue: str, expected: tuple[str, str] | None) -> None:
    assert complement(text, cue) == expected
