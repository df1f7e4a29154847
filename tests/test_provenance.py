import io
from dataclasses import replace
from types import SimpleNamespace

import networkx as nx
import pandas as pd
import pytest

from analysis.provenance import (
    authors_who_speak,
    build_graph,
    count_origins,
    describe_paths,
    fold_stations,
    keep_busiest,
    statements_through,
    station_titles,
    tell_claim,
    to_gexf,
    to_graphml,
    trace_links,
)

NAMES = {
    "ann": "Ann Berg",
    "ministry": "Ministry",
    "envoy": "an envoy",
    "wire": "The Wire",
    "gazette": "Gazette",
}


def statement(number, article_id, speakers, **fields):
    return {
        "statement_id": f"s{number}", "article_id": article_id, "speaker_ids": speakers, "speaker_likely": "",
        "speaker_basis": "name", "medium_id": "", "reported_by": [], "start": 0, "end": 10,
    } | fields  # fmt: skip


def corpus(statements, *, claims=(), passages=()):
    return SimpleNamespace(
        articles=pd.DataFrame(
            [("a1", "gazette"), ("a2", "herald"), ("a3", "post"), ("a4", "sun")],
            columns=["article_id", "outlet_id"],
        ),
        statements=pd.DataFrame(statements, columns=list(statement(0, "", []))),
        positions=pd.DataFrame(claims, columns=["proposition_id", "stance", "statement_id"]),
        passages=pd.DataFrame(passages, columns=["group_id", "article_id", "start", "end"]),
    )


@pytest.mark.parametrize(
    ("row", "links"),
    [
        (statement(1, "a1", ["ann"]), [("ann", "speaker", "gazette", "source", False)]),
        (statement(1, "a1", ["ann"], medium_id="wire", reported_by=["outer", "inner"]),
         [("ann", "speaker", "wire", "medium", False), ("wire", "medium", "inner", "reporter", False),
          ("inner", "reporter", "outer", "reporter", False), ("outer", "reporter", "gazette", "source", False)]),
        (statement(1, "a1", ["envoy"], speaker_likely="ann"),
         [("ann", "likely speaker", "envoy", "speaker", True), ("envoy", "speaker", "gazette", "source", False)]),
        (statement(1, "a1", ["ann"], medium_id="gazette"), [("ann", "speaker", "gazette", "source", False)]),
        (statement(1, "a1", ["wire"], medium_id="wire"), [("wire", "speaker", "gazette", "source", False)]),
        (statement(1, "a1", ["ann"], speaker_basis="inferred"), [("ann", "speaker", "gazette", "source", True)]),
        (statement(1, "a1", []), []),
    ],
)  # fmt: skip
def test_trace_links(row, links):
    found = trace_links(corpus([row])).drop(columns=["statement_id", "basis"])
    assert list(found.itertuples(index=False, name=None)) == links


def test_describe_paths_puts_the_page_first_and_marks_what_is_likely():
    rows = [
        statement(1, "a1", ["ann", "ministry"], medium_id="wire"),
        statement(2, "a1", ["envoy"], speaker_likely="ann", reported_by=["wire"]),
    ]
    paths = describe_paths(trace_links(corpus(rows)), NAMES)
    assert paths.to_numpy().tolist() == [
        ["s1", "Gazette < The Wire < Ann Berg and Ministry"],
        ["s2", "Gazette < The Wire < an envoy < Ann Berg (likely)"],
    ]


def test_build_graph_counts_statements_and_keeps_an_inferred_link_apart():
    rows = [
        statement(1, "a1", ["envoy"], speaker_likely="ann"),
        statement(2, "a1", ["envoy"], speaker_likely="ann"),
        statement(3, "a1", ["ann", "ministry"], medium_id="wire"),
    ]
    graph = build_graph(trace_links(corpus(rows)), NAMES)
    assert {(a, b): (d["statements"], d["inferred"]) for a, b, d in graph.edges(data=True)} == {
        ("likely speaker:ann", "speaker:envoy"): (2, 1),
        ("speaker:envoy", "source:gazette"): (2, 0),
        ("speaker:ann", "medium:wire"): (1, 0),
        ("speaker:ministry", "medium:wire"): (1, 0),
        ("medium:wire", "source:gazette"): (1, 0),
    }


def test_count_origins_joins_likely_speakers_and_shared_passages():
    rows = [
        statement(1, "a1", ["ann"]),
        statement(2, "a2", ["envoy"], speaker_likely="ann"),
        statement(3, "a2", ["ministry"], start=20, end=30),
        statement(4, "a3", ["press"], start=20, end=30),
        statement(5, "a3", ["raul"], start=40, end=50),
    ]
    claims = [("p", "asserts", f"s{n}") for n in (1, 2, 3, 4)] + [
        ("p", "denies", "s5"),
        ("p", "denies", None),
    ]
    passages = [("g1", "a2", 15, 32), ("g1", "a3", 18, 33)]
    assert count_origins(corpus(rows, claims=claims, passages=passages)).to_numpy().tolist() == [
        ["p", "asserts", 4, 3, 3, 2, ["ann", "ministry + press"]],
        ["p", "denies", 1, 1, 1, 1, ["raul"]],
    ]


@pytest.mark.parametrize(("write", "read"), [(to_gexf, nx.read_gexf), (to_graphml, nx.read_graphml)])
def test_graph_files_read_back_as_written(write, read):
    graph = build_graph(trace_links(corpus([statement(1, "a1", ["ann"], medium_id="wire")])), NAMES)
    back = read(io.BytesIO(write(graph)))
    assert set(back.edges) == set(graph.edges)
    assert back.nodes["speaker:ann"]["label"] == "Ann Berg"


def test_nothing_to_trace():
    links = trace_links(corpus([]))
    assert links.empty and describe_paths(links, {}).empty and not build_graph(links, {})


TWO = [statement(1, "a1", ["ann"], medium_id="wire"), statement(2, "a2", ["ministry"], medium_id="wire"),
       statement(3, "a1", ["ann"])]  # fmt: skip


@pytest.mark.parametrize(
    ("station", "found"),
    [
        ("", ["s1", "s2", "s3"]),
        ("medium:wire", ["s1", "s2"]),
        ("source:gazette", ["s1", "s3"]),
        ("speaker:ann>medium:wire", ["s1"]),
        ("speaker:wire", []),  # it never speaks itself
    ],
)
def test_statements_through(station, found):
    assert statements_through(trace_links(corpus(TWO)), station) == found


def test_every_node_and_link_has_a_title():
    graph = build_graph(trace_links(corpus(TWO[:1])), NAMES)
    assert station_titles(graph) == {
        "speaker:ann": "Ann Berg (speaker)",
        "source:gazette": "Gazette (source)",
        "medium:wire": "The Wire (medium)",
        "speaker:ann>medium:wire": "Ann Berg (speaker) to The Wire (medium)",
        "medium:wire>source:gazette": "The Wire (medium) to Gazette (source)",
    }


def test_keep_busiest():
    assert keep_busiest(trace_links(corpus(TWO)), most=1)["statement_id"].tolist() == ["s1", "s1", "s3"]


def printed(*pairs):
    """The links of statements by (speaker, article)."""
    return trace_links(corpus([statement(n, article, [who]) for n, (who, article) in enumerate(pairs)]))


OUTLETS = NAMES | {"herald": "Herald", "post": "Post"}


@pytest.mark.parametrize(
    ("most", "pairs", "sources"),
    [
        (2, [("ann", "a1"), ("ann", "a2")], ["Gazette", "Herald"]),
        # more than may stand: two with the same stations are one
        (2, [("ann", "a1"), ("ann", "a2"), ("raul", "a3")], ["Gazette and 1 other source"] * 2 + ["Post"]),
        # all differ: the one with the most statements stands
        (1, [("ann", "a1"), ("raul", "a2"), ("raul", "a2"), ("eva", "a3")],
         ["2 other sources", "Herald", "Herald", "2 other sources"]),
        # sources that are one already count for what they are
        (1, [("ann", "a1"), ("ann", "a4"), ("raul", "a2"), ("raul", "a2"), ("raul", "a2"), ("eva", "a3")],
         ["3 other sources"] * 2 + ["Herald"] * 3 + ["3 other sources"]),
    ],
)  # fmt: skip
def test_fold_stations(most, pairs, sources):
    links, names = fold_stations(printed(*pairs), OUTLETS, most=most)
    assert links["target"].map(names).tolist() == sources
    assert links["origin"].tolist() == [who for who, _ in pairs]


def test_folded_reporters_keep_the_way_through_them():
    rows = [
        statement(1, "a1", ["ann"], reported_by=["outer", "inner"]),
        statement(2, "a1", ["ann"], reported_by=["press"]),
        statement(3, "a1", ["ann"], reported_by=["press"]),
    ]
    links, names = fold_stations(trace_links(corpus(rows)), NAMES, most=1)
    assert describe_paths(links, names)["path"].tolist() == [
        "Gazette < 2 other reporters < Ann Berg",
        "Gazette < press < Ann Berg",
        "Gazette < press < Ann Berg",
    ]
    assert statements_through(links, "reporter:other-reporter") == ["s1"]


def test_tell_claim(corpus):
    assert tell_claim(count_origins(corpus), "open-quay:denies", corpus) == (
        "1 statement in 1 source goes back to 1 independent origin: Port Council."
    )


def test_an_author_who_is_quoted_elsewhere(corpus):
    assert authors_who_speak(corpus) == []
    wrote = corpus.articles.assign(author=["", "", "ADA VERNE", ""])
    assert [line.text for line in authors_who_speak(replace(corpus, articles=wrote))] == [
        f"ADA VERNE wrote the article in {wrote['outlet'].iat[2]} and is the speaker of 1 statement in "
        "The Gazette: one voice on both sides of the page."
    ]


def test_an_author_of_many_articles_is_told_once(corpus):
    names = [f"Courier {n}" for n in range(6)]
    wrote = pd.concat([corpus.articles[:1]] * 6, ignore_index=True)
    wrote = wrote.assign(article_id=[f"b{n}" for n in range(6)], author="Ada Verne", outlet=names)
    (told,) = authors_who_speak(replace(corpus, articles=wrote))
    assert told.text == (
        "Ada Verne wrote 6 articles in Courier 0, Courier 1, Courier 2 and 3 others and is the speaker of "
        "1 statement in The Gazette: one voice on both sides of the page."
    )
