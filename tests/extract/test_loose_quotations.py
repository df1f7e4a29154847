"""Quotations that no cue governs: who is taken to say them."""

import pytest

from analysis.extract.quotation_marks import find_quotations
from analysis.extract.sentences import split_sentences
from analysis.extract.statements import find_reports_in
from analysis.knowledge.cues import read_cues

CUES = read_cues()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It rained all day,” Kay said. “Then the harbor froze.”",
            [("quotation-cue", "It rained all day", "Kay"), ("carried-over", "Then the harbor froze", "Kay")],
        ),
        (
            "Kay was blunt on her page:\n“The harbor froze in a day.”",
            [("carried-over", "The harbor froze in a day", "Kay")],
        ),
        ("“What now?” Kay asked.", [("quotation-cue", "What now?", "Kay")]),
        (
            "A reader writes:\nThe harbor froze. We saw it.\nIt rained again.",
            [("colon", "The harbor froze. We saw it", "A reader")],
        ),
        # two paragraphs below the last speaker, a term, a sentence with a colon and no cue
        (
            "Kay said it rained.\nThe quay was full.\nThe port closed.\n“The harbor froze in a day.”",
            [("cue-clause", "it rained", "Kay")],
        ),
        ("Kay said it rained. The “late ferry” was full.", [("cue-clause", "it rained", "Kay")]),
        ("Here is the list:\nThe harbor froze.", []),
    ],
)
def test_puts_quotations_down_to_a_speaker(text: str, expected: list[tuple[str, str, str]]) -> None:
    scope = [(0, len(text))]
    quotations = find_quotations(text, scope)
    sentences = split_sentences(text, scope, quotations=quotations)
    reports = find_reports_in(text, sentences=sentences, quotations=quotations, cues=CUES)
    found = [(r.rule, text[r.start : r.end].strip("“”.,"), text[slice(*r.speaker)]) for r in reports]
    assert found == expected
