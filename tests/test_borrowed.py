from dataclasses import replace

import pandas as pd

from analysis.borrowed import (
    find_pair_of,
    keep_pairs,
    list_pairs,
    match_pair,
    share_borrowed,
    statements_inside,
)
from analysis.filters import Filters


def test_share_borrowed(corpus):
    table = share_borrowed(corpus)
    assert table[["article_id", "n_tokens", "shared_words", "passages"]].to_numpy().tolist() == [
        ["a1", 100, 40, 1],
        ["a3", 300, 30, 1],
        ["a2", 200, 0, 0],
        ["a4", 400, 0, 0],
    ]
    assert table["share"].tolist() == [0.4, 0.1, 0.0, 0.0]


def test_words_in_two_passages_count_once(corpus):
    twice = corpus.passages.assign(group_id="g2", end=corpus.passages["end"] - 10)
    both = replace(corpus, passages=pd.concat([corpus.passages, twice], ignore_index=True))
    assert share_borrowed(both)["shared_words"].tolist() == share_borrowed(corpus)["shared_words"].tolist()


def test_list_pairs_puts_the_earlier_article_first(corpus):
    assert list_pairs(corpus).to_numpy().tolist() == [
        ["a1|a3", "a1", "a3", "The Gazette", "Herald & Sons", 1, 40]
    ]


def test_keep_pairs_leaves_every_article_one():
    names = [("a", "b"), ("a", "c"), ("b", "c"), ("d", "a")]
    pairs = pd.DataFrame(names, columns=["first_id", "second_id"])
    assert keep_pairs(pairs, most=1).index.tolist() == [0, 1, 2, 3]
    more = pd.concat(
        [pairs, pd.DataFrame([("d", "c"), ("b", "a")], columns=pairs.columns)], ignore_index=True
    )
    assert keep_pairs(more, most=1).index.tolist() == [0, 1, 2, 3]
    assert keep_pairs(more, most=5).index.tolist() == [0, 1, 2, 3, 4]


def test_find_pair_of(corpus):
    assert [find_pair_of(list_pairs(corpus), one) for one in ("a3", "a4")] == ["a1|a3", ""]


def test_match_pair(corpus):
    match = match_pair(corpus, "a1", "a3")
    assert match[["group_id", "number", "relation", "similarity", "n_words"]].to_numpy().tolist() == [
        ["g1", 1, "near_copy", 0.9, 40]
    ]
    places = match[["begin", "finish", "other_begin", "other_finish"]].round(3).to_numpy().tolist()
    assert places == [[0.25, 0.7, 0.117, 0.233]]
    assert statements_inside(corpus, match) == ["s1", "s3"]


def test_one_source_alone_borrows_nothing(corpus):
    alone = corpus.select(Filters(outlets=("gazette",)))
    assert list_pairs(alone).empty
    assert share_borrowed(alone)["shared_words"].tolist() == [0, 0]
