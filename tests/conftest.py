"""A corpus small enough to count by hand: three outlets, four articles, all of it invented."""

import json
from pathlib import Path

import pytest

from analysis.corpus import Corpus, read_corpus
from analysis.records import (
    TABLES,
    Article,
    Entity,
    Mention,
    Outlet,
    Passage,
    Position,
    PropositionRow,
    SectionSpan,
    Statement,
    Word,
    ZoneFact,
)
from analysis.tables import open_tables

ZONE = "idlib"


def article(article_id, outlet_id, published, precision, n_tokens, title="Harbour news", author="", url=""):
    return Article(article_id, outlet_id, title, author, published, precision, "given", url, n_tokens, 4,
                   6 * n_tokens, "0" * 64, None)  # fmt: skip


def mention(article_id, start, text, entity_id, entity_type, *, use="name", sentence=0, confidence="certain"):
    return Mention(article_id, start, start + len(text), text, entity_id, entity_type, use, "body", sentence,
                   "before it", "after it", "alias", confidence, False)  # fmt: skip


def statement(
    number, article_id, start, end, content, speakers, *, kind="direct", confidence="certain", **more
):
    quoted = 0 if kind == "indirect" else len(content.split())
    fields = dict(
        speaker_start=start - 9, speaker_end=start - 1, speaker_text="somebody", speaker_basis="name",
        speaker_likely="", cue="said", cue_start=start - 5, cue_end=start - 1, cue_lemma="say", medium_id="",
        reported_by=[], said_on="", hedge="", sentence=1, n_words=len(content.split()),
        n_quoted_words=quoted, rule="quotation", confidence=confidence, by_hand=False,
    )  # fmt: skip
    return Statement(f"s{number}", article_id, kind, start, end, content, speakers, **fields | more)


def fact(article_id, start, end, relation, actors, *, proposed_by=(), statement_id=None):
    return ZoneFact(article_id, start, end, ZONE, relation, list(actors), list(proposed_by), [], statement_id,
                    "the boats keep to the harbour", "pattern", "certain")  # fmt: skip


ROWS = {
    "outlets": [
        Outlet("gazette", "The Gazette", "norland", "newspaper"),
        Outlet("herald", "Herald & Sons", "", "news site"),
        Outlet("post", "Evening Post", "", "news site"),
    ],
    "articles": [
        article("a1", "gazette", "2024-03-04", "day", 100, "Quay to stay open", "Ida Holm", "https://example.org/1"),
        article("a2", "gazette", "2024-04-01", "month", 200, "=SUM(toll)"),
        article("a3", "herald", "2024-03-06", "week", 300, "Pilots wait [for](http://example.org) rain"),
        article("a4", "post", "", "", 400, "<b>Fog</b>"),
    ],
    "entities": [
        Entity("ada-verne", "Ada Verne", "PERSON", "norland", "Harbour master"),
        Entity("norland", "Norland", "COUNTRY", "", ""),
        Entity("port-council", "Port Council", "ORG", "norland", ""),
        Entity("quay-wire", "Quay Wire", "MEDIA", "", ""),
        Entity("old-quay", "Old Quay", "PLACE", "norland", ""),
        Entity(ZONE, "The Northern Basin", "ZONE", "", ""),
    ],
    "sections": [SectionSpan(f"a{i}", 0, 100 * i, "body") for i in range(1, 5)],
    "mentions": [
        mention("a1", 0, "Ada Verne", "ada-verne", "PERSON"),
        mention("a1", 30, "Norland", "norland", "COUNTRY", sentence=1),
        mention("a1", 60, "Norlandic", "norland", "COUNTRY", use="adjective", sentence=1),
        mention("a2", 10, "Port Council", "port-council", "ORG"),
        mention("a2", 50, "Old Quay", "old-quay", "PLACE", confidence="guess"),
        mention("a3", 5, "Ada Verne", "ada-verne", "PERSON"),
        mention("a3", 40, "Norland", "norland", "COUNTRY"),
        mention("a3", 80, "Northern Basin", ZONE, "ZONE", sentence=1),
        mention("a4", 0, "Norland", "norland", "COUNTRY"),
    ],
    "statements": [
        statement(1, "a1", 20, 50, "Norland keeps the quay open all year", ["ada-verne"], medium_id="quay-wire"),
        statement(2, "a2", 30, 70, "the toll may rise", ["port-council"], kind="indirect", confidence="guess"),
        statement(3, "a3", 30, 60, "Norland has closed the quay", ["port-council"], reported_by=["quay-wire"]),
    ],
    "positions": [
        Position("open-quay", "asserts", ["ada-verne"], "s1", "a1", 20, 50, "keeps the quay open", "pattern",
                 "certain", False),
        Position("open-quay", "denies", ["port-council"], "s3", "a3", 30, 60, "has closed the quay", "pattern",
                 "certain", False),
    ],
    "propositions": [PropositionRow("open-quay", "The quay is open", "Ships can land at the quay.", "claim")],
    "zone_facts": [
        fact("a1", 55, 75, "defined_by", ["norland"]),
        fact("a3", 75, 99, "monitor_proposed", ["ada-verne"], proposed_by=["norland"]),
    ],
    "passages": [
        Passage("g1", "a1", 25, 70, 1.0, "copy", 40, "Norland keeps … all year"),
        Passage("g1", "a3", 35, 70, 0.9, "near_copy", 30, "Norland keeps … all year"),
    ],
    "words": [
        Word("a1", "quay", 3, None),
        Word("a2", "toll", 2, None),
        Word("a3", "quay", 1, None),
        Word("a3", "quay", 2, 35),
        Word("a3", "rain", 28, 35),
        Word("a4", "fog", 5, None),
    ],
}  # fmt: skip


def write_corpus(folder: Path, rows: dict[str, list]) -> Path:
    """The rows as a build would write them; a table without rows is written empty."""
    folder.mkdir(exist_ok=True)
    with open_tables(folder) as tables:
        for name, table in tables.items():
            table.add(rows.get(name, []))
    counts = {name: len(rows.get(name, [])) for name in TABLES}
    (folder / "build.json").write_text(json.dumps({"format": 1, "text": "quotations", "counts": counts}))
    return folder


@pytest.fixture
def processed(tmp_path) -> Path:
    """The small corpus as the files of a build."""
    return write_corpus(tmp_path / "processed", ROWS)


@pytest.fixture
def corpus(processed) -> Corpus:
    """The small corpus."""
    return read_corpus(processed)
