from dataclasses import replace

import pandas as pd
import pytest

from analysis.dispersion import find_positions, keep_naming, locate_mentions, measure_dispersion
from analysis.filters import Filters


def test_locate_mentions(corpus):
    located = locate_mentions(corpus, ["ada-verne", "idlib"])
    columns = [
        "article_id",
        "outlet",
        "published",
        "entity_id",
        "name",
        "entity_type",
        "text",
        "start",
        "position",
    ]
    assert list(located[columns].round(3).itertuples(index=False, name=None)) == [
        ("a1", "The Gazette", "2024-03-04", "ada-verne", "Ada Verne", "PERSON", "Ada Verne", 0, 0.0),
        ("a3", "Herald & Sons", "2024-03-06", "ada-verne", "Ada Verne", "PERSON", "Ada Verne", 5, 0.017),
        (
            "a3",
            "Herald & Sons",
            "2024-03-06",
            "idlib",
            "The Northern Basin",
            "ZONE",
            "Northern Basin",
            80,
            0.267,
        ),
    ]


SECTIONS = [
    ("a1", 0, 20, "headline"),
    ("a1", 20, 50, "boilerplate"),
    ("a1", 50, 130, "body"),
    ("a2", 0, 90, "boilerplate"),
]


@pytest.mark.parametrize(
    ("article_id", "offset", "position"),
    [
        ("a1", 0, 0.0),
        ("a1", 10, 0.1),
        ("a1", 35, 0.2),  # in a part that is not counted: as far as the end of the headline
        ("a1", 50, 0.2),
        ("a1", 130, 1.0),
        ("a2", 10, None),  # an article of which nothing is counted
    ],
)
def test_find_positions(corpus, article_id, offset, position):
    sections = pd.DataFrame(SECTIONS, columns=["article_id", "start", "end", "section"])
    table = pd.DataFrame({"article_id": [article_id], "end": [offset]}, index=[7])
    found = find_positions(table, replace(corpus, sections=sections), at="end")
    assert found.index.tolist() == [7]
    assert found.tolist() == pytest.approx([float("nan") if position is None else position], nan_ok=True)


def test_measure_dispersion(corpus):
    # The articles are 0.1, 0.2, 0.3 and 0.4 of the corpus. Norland has 2, 0, 1 and 1 of its 4 mentions there:
    # (|.5 - .1| + |0 - .2| + |.25 - .3| + |.25 - .4|) / 2 = .4
    table = measure_dispersion(corpus)
    columns = ["entity_id", "name", "entity_type", "mentions", "articles", "of_articles", "dp"]
    assert list(table.columns) == columns
    assert list(table.drop(columns=["name", "entity_type"]).round(3).itertuples(index=False, name=None)) == [
        ("norland", 4, 3, 4, 0.4),
        ("ada-verne", 2, 2, 4, 0.6),
        ("idlib", 1, 1, 4, 0.7),
        ("old-quay", 1, 1, 4, 0.8),
        ("port-council", 1, 1, 4, 0.8),
    ]


def test_the_example_of_the_paper(corpus):
    # Gries (2008): fifteen in five parts of 9 to 11 words, DP = .18
    counts, sizes = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
    articles = pd.DataFrame({"article_id": range(5), "n_tokens": sizes})
    mentions = pd.DataFrame({"article_id": articles["article_id"].repeat(counts), "entity_id": "norland"})
    table = measure_dispersion(replace(corpus, articles=articles, mentions=mentions))
    assert table["dp"].tolist() == pytest.approx([0.18])


def test_one_article_has_no_dispersion(corpus):
    assert measure_dispersion(corpus.select(Filters(outlets=("herald",))))["dp"].isna().all()


@pytest.mark.parametrize("make", [measure_dispersion, lambda corpus: locate_mentions(corpus, ["norland"])])
def test_an_empty_selection_keeps_the_columns(corpus, make):
    empty = corpus.select(Filters(types=("PROCESS",)))
    assert make(empty).empty
    assert list(make(empty).columns) == list(make(corpus).columns)


def test_an_unknown_entity_is_nowhere(corpus):
    assert locate_mentions(corpus, ["nobody"]).empty


def test_the_corpus_stays_as_it_is(corpus):
    before = corpus.mentions.copy(), corpus.sections.copy()
    locate_mentions(corpus, ["norland"])
    measure_dispersion(corpus)
    assert corpus.mentions.equals(before[0])
    assert corpus.sections.equals(before[1])


@pytest.mark.parametrize(
    ("show", "articles"),
    [(1, ["a1"]), (3, ["a1", "a3", "a4"]), (4, ["a1", "a3", "a2", "a4"])],  # a2 has none
)
def test_keep_naming(corpus, show, articles):
    located = locate_mentions(corpus, ["norland"])
    assert keep_naming(corpus.articles, located, show=show)["article_id"].tolist() == articles
