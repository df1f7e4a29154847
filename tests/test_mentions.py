import pandas as pd
import pytest

from analysis.filters import Filters
from analysis.mentions import count_forms, count_mentions, count_types, keep_largest, keep_most, keep_uses


def rows(table):
    return list(table.round(3).itertuples(index=False, name=None))


def test_count_mentions(corpus):
    counts = count_mentions(corpus)
    assert list(counts.columns) == [
        "entity_id",
        "name",
        "entity_type",
        "mentions",
        "articles",
        "words",
        "rate",
    ]
    assert rows(counts) == [
        ("norland", "Norland", "COUNTRY", 4, 3, 1000, 4.0),
        ("ada-verne", "Ada Verne", "PERSON", 2, 2, 1000, 2.0),
        ("idlib", "The Northern Basin", "ZONE", 1, 1, 1000, 1.0),
        ("old-quay", "Old Quay", "PLACE", 1, 1, 1000, 1.0),
        ("port-council", "Port Council", "ORG", 1, 1, 1000, 1.0),
    ]


def test_count_mentions_per_outlet_has_a_row_where_nothing_is_named(corpus):
    counts = count_mentions(corpus, per="outlet_id")
    assert list(counts.columns[3:5]) == ["outlet_id", "outlet"]
    assert rows(counts.drop(columns=["name", "entity_type"]))[:6] == [
        ("norland", "gazette", "The Gazette", 2, 1, 300, 6.667),
        ("norland", "herald", "Herald & Sons", 1, 1, 300, 3.333),
        ("norland", "post", "Evening Post", 1, 1, 400, 2.5),
        ("ada-verne", "gazette", "The Gazette", 1, 1, 300, 3.333),
        ("ada-verne", "herald", "Herald & Sons", 1, 1, 300, 3.333),
        ("ada-verne", "post", "Evening Post", 0, 0, 400, 0.0),
    ]


def test_count_types(corpus):
    assert rows(count_types(corpus)) == [
        ("COUNTRY", 4, 3, 1000, 4.0),
        ("PERSON", 2, 2, 1000, 2.0),
        ("ORG", 1, 1, 1000, 1.0),
        ("PLACE", 1, 1, 1000, 1.0),
        ("ZONE", 1, 1, 1000, 1.0),
    ]


def test_count_forms(corpus):
    forms = count_forms(corpus)
    columns = ["entity_id", "name", "entity_type", "form", "use", "mentions", "articles", "outlets"]
    assert list(forms.columns) == columns
    assert rows(forms[["entity_id", "form", "use", "mentions", "articles", "outlets"]])[:3] == [
        ("norland", "Norland", "name", 3, 3, 3),
        ("norland", "Norlandic", "adjective", 1, 1, 1),
        ("ada-verne", "Ada Verne", "name", 2, 2, 2),
    ]


@pytest.mark.parametrize(
    ("options", "mentions"),
    [
        ({}, 9),
        ({"adjectives": False}, 8),
        ({"metonyms": False}, 9),  # the corpus has none
        ({"metonyms": False, "adjectives": False}, 8),
    ],
)
def test_keep_uses(corpus, options, mentions):
    assert len(keep_uses(corpus, **options).mentions) == mentions


def test_words_stay_when_uses_are_left_out(corpus):
    counts = count_mentions(keep_uses(corpus, adjectives=False))
    assert rows(counts)[0] == ("norland", "Norland", "COUNTRY", 3, 3, 1000, 3.0)


@pytest.mark.parametrize(
    ("per", "measure", "show", "ids"),
    [
        (None, "mentions", 2, ["norland", "ada-verne"]),
        (None, "articles", 9, ["norland", "ada-verne", "idlib", "old-quay", "port-council"]),
        ("outlet_id", "rate", 1, ["norland"] * 3),
    ],
)
def test_keep_most(corpus, per, measure, show, ids):
    assert keep_most(count_mentions(corpus, per=per), measure, show)["entity_id"].tolist() == ids


def test_keep_most_ranks_by_the_measure():
    counts = pd.DataFrame(
        {"entity_id": ["a", "b"], "mentions": [5, 4], "articles": [1, 3], "words": [9, 9], "rate": [5, 4]}
    )
    assert keep_most(counts, "articles", 2)["entity_id"].tolist() == ["b", "a"]


@pytest.mark.parametrize("count", [count_mentions, count_types, count_forms])
def test_an_empty_selection_keeps_the_columns(corpus, count):
    empty = corpus.select(Filters(types=("PROCESS",)))
    assert count(empty).empty
    assert list(count(empty).columns) == list(count(corpus).columns)


@pytest.mark.parametrize("count", [count_mentions, count_types])
def test_an_unknown_column_is_named(corpus, count):
    with pytest.raises(ValueError, match="'planet' is no column of the articles"):
        count(corpus, per="planet")


def test_an_unknown_measure_is_named(corpus):
    with pytest.raises(ValueError, match="'weight' is no column of the counts"):
        keep_most(count_mentions(corpus), "weight", 3)


def test_the_corpus_stays_as_it_is(corpus):
    before = corpus.mentions.copy(), corpus.articles.copy()
    count_mentions(keep_uses(corpus, adjectives=False), per="outlet_id")
    count_forms(corpus)
    assert corpus.mentions.equals(before[0])
    assert corpus.articles.equals(before[1])


@pytest.mark.parametrize(
    ("show", "outlets"),
    [(2, {"gazette", "post"}), (1, {"post"}), (9, {"gazette", "herald", "post"})],  # 300, 300 and 400 words
)
def test_keep_largest(corpus, show, outlets):
    kept = keep_largest(corpus, show=show)
    assert set(kept.articles["outlet_id"]) == outlets
    assert set(kept.words["outlet_id"]) == outlets
    assert kept.outlets.equals(corpus.outlets)
