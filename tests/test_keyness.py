from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.keyness import COLUMNS, compute_keyness, count_words, explain_nothing


def corpus(*words):
    return SimpleNamespace(
        articles=pd.DataFrame([("a1", "g"), ("a2", "h"), ("a3", "h")], columns=["article_id", "outlet_id"]),
        words=pd.DataFrame(words, columns=["article_id", "word", "n"]),
    )


CORPUS = corpus(
    ("a1", "boat", 6), ("a1", "the", 4), ("a2", "boat", 1), ("a2", "the", 5), ("a3", "the", 13), ("a3", "rain", 1)
)  # fmt: skip


def test_count_words():
    assert count_words(CORPUS, ["g"]).to_numpy().tolist() == [["boat", 6, 1], ["rain", 0, 1], ["the", 4, 18]]


def test_compute_keyness_orders_by_z_and_leaves_out_rare_words():
    table = compute_keyness(CORPUS, ["g"], minimum=3)
    assert table[
        ["word", "n_target", "n_reference", "rate_target", "rate_reference"]
    ].to_numpy().tolist() == [
        ["boat", 6, 1, 600.0, 50.0],
        ["the", 4, 18, 400.0, 900.0],
    ]
    assert table["z"].tolist()[0] > 0 > table["z"].tolist()[1]
    assert (table["low"] < table["log_odds"]).all() and (table["log_odds"] < table["high"]).all()


def test_compute_keyness_mirrors_when_the_sides_change_places():
    one = compute_keyness(CORPUS, ["g"]).set_index("word")
    other = compute_keyness(CORPUS, ["h"]).set_index("word")
    assert one["log_odds"].to_dict() == pytest.approx((-other["log_odds"]).to_dict())
    assert one["log_likelihood"].to_dict() == pytest.approx((-other["log_likelihood"]).to_dict())


@pytest.mark.parametrize("target", [[], ["g", "h"], ["nobody"]])
def test_compute_keyness_needs_two_sides(target):
    table = compute_keyness(CORPUS, target)
    assert table.empty and list(table.columns) == COLUMNS


@pytest.mark.parametrize(
    ("outlets", "target", "words"),
    [
        ("g", ["g"], "one source only"),
        ("gh", [], "but not all"),
        ("gh", ["g", "h"], "but not all"),
        ("gh", ["g"], "counted so often"),
    ],
)
def test_explain_nothing(outlets, target, words):
    part = SimpleNamespace(articles=CORPUS.articles[CORPUS.articles["outlet_id"].isin(list(outlets))])
    assert words in explain_nothing(part, target)
