from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.search import (
    LAYERS,
    Query,
    count_cells,
    count_hits,
    keep_hits,
    list_examples,
    list_layers,
    parse_query,
    search,
    word_query,
)

STATEMENTS = [
    ("s1", "a1", 10, 40, "The boats leave Lima at dawn", "direct", ("ann-berg",), "she", "g", "Gazette", 0),
    (
        "s2",
        "a2",
        0,
        30,
        "no boat has left the northern zone",
        "indirect",
        ("raul",),
        "Raul Paz",
        "h",
        "Herald",
        0,
    ),
]
MENTIONS = [
    ("a1", 0, 4, "Harbour boats of", "Lima", "are painted", "lima", 3, "g", "Gazette"),
    ("a1", 9, 13, "boats of Lima and", "Lima", "", "lima", 3, "g", "Gazette"),
    ("a2", 18, 26, "left the", "northern zone", "", "zone-1", 0, "h", "Herald"),
]


def small_corpus(*, text=None):
    articles = pd.DataFrame(
        [("a1", "g", "Gazette", "2020-01-01", "2020-01-02", text), ("a2", "h", "Herald", "2020-02-01", "2020-02-08", None)],
        columns=["article_id", "outlet_id", "outlet", "date", "date_end", "text"],
    )  # fmt: skip
    return SimpleNamespace(
        articles=articles.assign(**{c: pd.to_datetime(articles[c]) for c in ("date", "date_end")}),
        statements=pd.DataFrame(
            STATEMENTS,
            columns=["statement_id", "article_id", "start", "end", "content", "kind", "speaker_ids", "speaker_text",
                     "outlet_id", "outlet", "sentence"],
        ),
        mentions=pd.DataFrame(
            MENTIONS,
            columns=["article_id", "start", "end", "left", "text", "right", "entity_id", "sentence", "outlet_id", "outlet"],
        ),
        positions=pd.DataFrame([("s2", "not_confirmed")], columns=["statement_id", "stance"]),
        entities=pd.DataFrame([("zone-1", "Northern zone", "ZONE")], columns=["entity_id", "name", "type"]),
        zone_facts=pd.DataFrame([], columns=["article_id", "start", "end", "zone_id"]),
        sections=pd.DataFrame(
            [("a1", 0, 12, "body", "g", "Gazette"), ("a1", 12, 30, "boilerplate", "g", "Gazette")],
            columns=["article_id", "start", "end", "section", "outlet_id", "outlet"],
        ),
        entity_names={"ann-berg": "Ann Bérg", "raul": "Raul Paz"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("boats", Query(terms=(("boats",),))),
        ('"four zones" Çelik', Query(terms=(("four", "zones"), ("celik",)))),
        ("boat* NEAR/5 lima", Query(terms=(("boat*",), ("lima",)), near=((0, 5),))),
        ("a NEAR b", Query(terms=(("a",), ("b",)), near=((0, 10),))),
        ("Speaker:Ann before:2020-02-01", Query(fields=(("speaker", "ann"), ("before", "2020-02-01")))),
        ('speaker:"Ann Berg"', Query(fields=(("speaker", "ann berg"),))),
        (
            "near the lake",
            Query(terms=(("near",), ("the",), ("lake",))),
        ),  # only NEAR in capitals is the operator
        ("", Query()),
        ("!?", Query()),
    ],
)
def test_parse_query(text, query):
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"four zones', "has no partner"),
        ("who:ann", "no field “who”. Fields are speaker, source"),
        ("before:soon", "before:soon is no date"),
        ("NEAR lima", "stands between two words"),
        ("lima NEAR/3", "stands between two words"),
        ('speaker:""', "needs a value"),
    ],
)
def test_parse_query_says_what_is_wrong(text, message):
    with pytest.raises(ValueError, match=message):
        parse_query(text)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("boats", [("context", 0), ("statement", 10)]),  # of two contexts in one sentence the first
        ("boat*", [("context", 0), ("statement", 10), ("statement", 0)]),
        ("LIMA dawn", [("statement", 10)]),
        ('"northern zone"', [("context", 18), ("statement", 0)]),
        ("boats NEAR/1 lima", [("context", 0), ("statement", 10)]),
        ("boats NEAR/0 lima", []),
        ("speaker:berg", [("statement", 10)]),
        ("speaker:she", [("statement", 10)]),
        ("source:herald zone", [("context", 18), ("statement", 0)]),
        ("kind:indirect", [("statement", 0)]),
        ("stance:not-confirmed", [("statement", 0)]),
        ("zone:northern", [("statement", 0), ("context", 18)]),
        ("boat* before:2020-01-15", [("context", 0), ("statement", 10)]),
        ("boat* after:2020-01-15", [("statement", 0)]),
        ("", []),
    ],
)
def test_search(text, hits):
    found = search(small_corpus(), parse_query(text))
    assert sorted(zip(found["layer"], found["start"], strict=True)) == sorted(hits)


def test_search_reads_texts_where_they_are_and_leaves_boilerplate_out():
    found = search(small_corpus(text="Boats sailed Boats on offer"), parse_query("boats sailed"))
    assert found[["layer", "text"]].to_numpy().tolist() == [["text", "Boats sailed"]]
    assert search(small_corpus(text="Boats sailed Boats on offer"), parse_query("offer")).empty


def test_count_hits_names_every_source():
    hits = search(small_corpus(), parse_query("boats"))
    assert count_hits(hits, small_corpus(text="The boats.")).to_numpy().tolist() == [
        ["g", "Gazette", 1, 1, 0],
        ["h", "Herald", 0, 0, 0],
    ]
    assert count_hits(hits.iloc[:0], small_corpus(text="The boats.")).to_numpy().tolist() == [
        ["g", "Gazette", 0, 0, 0],
        ["h", "Herald", 0, 0, 0],
    ]


def test_every_example_is_a_query(corpus):
    examples = [example for example, _ in list_examples(corpus)]
    assert all(parse_query(example) for example in examples)
    assert "source:gazette" in examples and "speaker:verne" in examples


@pytest.mark.parametrize(
    ("kept", "starts"),
    [({}, [0, 10]), ({"layer": "statement"}, [10]), ({"outlet_id": "g"}, [0, 10]), ({"outlet_id": "h"}, [])],
)
def test_keep_hits(kept, starts):
    assert keep_hits(search(small_corpus(), parse_query("boats")), **kept)["start"].tolist() == starts


def test_a_corpus_without_texts_has_no_column_for_paragraphs():
    held, bare = small_corpus(text="The boats leave Lima at dawn."), small_corpus()
    assert [list(list_layers(one)) for one in (held, bare)] == [list(LAYERS), ["statement", "context"]]
    assert list(count_hits(search(bare, parse_query("boats")), bare)) == [
        "outlet_id", "outlet", "statement", "context",
    ]  # fmt: skip


def test_a_cell_for_each_count():
    counts = count_hits(search(small_corpus(), parse_query("boats")), small_corpus())
    assert count_cells(counts)[["row", "column", "text"]].to_numpy().tolist() == [
        ["g", "statement", "1"],
        ["g", "context", "1"],
    ]


@pytest.mark.parametrize(
    ("word", "terms"), [("boats", (("boats",),)), ("u.s", (("u", "s"),)), ("near", (("near",),))]
)
def test_word_query_takes_no_word_for_an_operator(word, terms):
    assert word_query(word) == Query(terms=terms)
