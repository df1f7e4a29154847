from dataclasses import replace

import pytest

from analysis.cooccurrence import COLUMNS, count_cooccurrences
from analysis.filters import Filters


@pytest.mark.parametrize(
    ("top", "pairs"),
    [
        # Ada Verne and Norland share the first sentence of a3; three more sentences name one of them.
        (2, [("norland", "Norland", "ada-verne", "Ada Verne", 1, 1, 0.25)]),
        (
            3,
            [
                ("norland", "Norland", "ada-verne", "Ada Verne", 1, 1, 0.25),
                ("norland", "Norland", "idlib", "The Northern Basin", 0, 0, 0.0),
                ("ada-verne", "Ada Verne", "idlib", "The Northern Basin", 0, 0, 0.0),
            ],
        ),
        (1, []),
    ],
)
def test_count_cooccurrences(corpus, top, pairs):
    table = count_cooccurrences(corpus, top=top)
    assert list(table.columns) == COLUMNS
    assert list(table.itertuples(index=False, name=None)) == pairs


def test_two_mentions_in_a_sentence_count_once(corpus):
    # With every article one sentence, a1 names Norland twice beside Ada Verne, and a3 once.
    whole = replace(corpus, mentions=corpus.mentions.assign(sentence=0))
    assert count_cooccurrences(whole, top=2)[["sentences", "articles"]].values.tolist() == [[2, 2]]


def test_an_empty_selection_has_no_pairs(corpus):
    table = count_cooccurrences(corpus.select(Filters(types=("PROCESS",))))
    assert table.empty
    assert list(table.columns) == COLUMNS


def test_the_corpus_stays_as_it_is(corpus):
    before = corpus.mentions.copy()
    count_cooccurrences(corpus)
    assert corpus.mentions.equals(before)
