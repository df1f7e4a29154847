"""Reports in the passive, with who speaks after "by"."""

import pytest

from analysis.extract.quotation_marks import find_quotations
from analysis.extract.sentences import split_sentences
from analysis.extract.statements import find_reports_in
from analysis.knowledge.cues import read_cues

CUES = read_cues()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boyd was assured by the clerk that the port would open.", [("the port would open", "the clerk")]),
        ("She had been told by her lawyer that it was over.", [("it was over", "her lawyer")]),
        ("Crews were warned by the mayor to stay ashore.", [("to stay ashore", "the mayor")]),
        ("Boyd is accused of hiding the ledger by two partners.", [("hiding the ledger", "two partners")]),
        ("Asked by Ida Kay whether it rained, Boyd left.", [("whether it rained", "Ida Kay")]),
        # no agent, no speech, no content
        ("Boyd was told that it was over.", []),
        ("The port was opened by the mayor to save jobs.", []),
        ("Boyd was told by the clerk.", []),
        ("Boyd is accused of lying by the sea.", []),
    ],
)
def test_reads_passives_with_an_agent(text: str, expected: list[tuple[str, str]]) -> None:
    scope = [(0, len(text))]
    quotations = find_quotations(text, scope)
    sentences = split_sentences(text, scope, quotations=quotations)
    reports = find_reports_in(text, sentences=sentences, quotations=quotations, cues=CUES)
    found = [(r.rule, text[r.start : r.end], text[slice(*r.speaker)]) for r in reports if r.end > r.start]
    assert found == [("passive", *row) for row in expected]
