"""Headlines and transcripts with a speaker beside a colon."""

import pytest

from analysis.extract.headlines import find_colon_reports
from analysis.knowledge.cues import read_cues
from analysis.records import Mention, SectionSpan

CUES = read_cues()
NAMES = {"Kay": "PERSON", "KAY": "PERSON", "Port Council": "ORG", "Quayside": "PLACE", "Gazette": "MEDIA"}


def find(line: str, section: str) -> list[tuple[str, str]]:
    text = f"{line}\nIt rained on the quay."
    mentions = [
        Mention(
            "a1", at, at + len(name), name, name, kind, "name", "body", 0, "", "", "alias", "certain", False
        )
        for name, kind in NAMES.items()
        if (at := line.find(name)) >= 0
    ]
    sections = [SectionSpan("a1", 0, len(line), section), SectionSpan("a1", len(line) + 1, len(text), "body")]
    sentences = [(0, len(line)), (len(line) + 1, len(text))]
    reports = find_colon_reports(
        text,
        sections=sections,
        sentences=sentences,
        mentions=sorted(mentions, key=lambda m: m.start),
        reports=[],
        cues=CUES,
    )
    return [(text[slice(*r.speaker)], text[r.start : r.end]) for r in reports]


@pytest.mark.parametrize(
    ("line", "section", "expected"),
    [
        ("Kay: Ferry possible only by consent", "headline", [("Kay", "Ferry possible only by consent")]),
        ("Port Council: Ferry will run in May", "standfirst", [("Port Council", "Ferry will run in May")]),
        ("Ferry will run in May: Kay", "headline", [("Kay", "Ferry will run in May")]),
        (
            "Sources to Gazette: two lists were lost",
            "headline",
            [("Sources to Gazette", "two lists were lost")],
        ),
        ("Kay army: Ferry will run in May", "headline", [("Kay army", "Ferry will run in May")]),
        (
            "Port Council: New Ferries Violated Truce in Town",
            "headline",
            [("Port Council", "New Ferries Violated Truce in Town")],
        ),
        (
            "Fire in old port hours after storm, residents say",
            "headline",
            [("residents", "Fire in old port hours after storm")],
        ),
        ("Fire in old port hours after storm, flames rise", "headline", []),
        ("Fire in old port hours after storm, residents say", "body", []),
        ("Port Council: New Ferry to the Old Town", "headline", []),
        ("KAY: We will run in May.", "body", [("KAY", "We will run in May.")]),
        # a topic, a place, a label, words in marks, a body without a clause, a sentence of the body
        ("Ferry plans: what will change", "headline", []),
        ("Quayside: Ferry will run in May", "headline", []),
        ("Update: Ferry will run in May", "headline", []),
        ("Kay: “Ferry will run in May”", "headline", []),
        ("Port Council: new ferry to town", "headline", []),
        ("Kay: We will run in May.", "body", []),
    ],
)
def test_reads_a_speaker_beside_a_colon(line: str, section: str, expected: list[tuple[str, str]]) -> None:
    assert find(line, section) == expected
