"""Which words one source, or group of sources, uses more than the rest."""

from collections.abc import Collection

import pandas as pd

from . import stats
from .corpus import Corpus

COLUMNS = [
    "word",
    "n_target",
    "n_reference",
    "rate_target",
    "rate_reference",
    "log_odds",
    "low",
    "high",
    "z",
    "log_likelihood",
]

LABELS = {
    "word": "Word",
    "n_target": "Count in the chosen sources",
    "n_reference": "Count in the others",
    "rate_target": "Chosen, per 1,000 words",
    "rate_reference": "Others, per 1,000 words",
    "log_odds": "Log-odds ratio",
    "low": "Lower bound (95%)",
    "high": "Upper bound (95%)",
    "z": "z",
    "log_likelihood": "Log-likelihood (G²)",
}

METHOD = (
    "Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): the words of all "
    "sources together pull rare words towards 0. G² is the log-likelihood of Rayson and Garside (2000); "
    "above 3.84 a difference is unlikely to be chance at 5%, taken for one word alone."
)
SMALL = 30
"""Below this number of articles a difference between sources says nothing about the sources."""


def compute_keyness(
    corpus: Corpus, target: list[str], *, minimum: int = 3, prior_words: int = 500
) -> pd.DataFrame:
    """Compare the words of some outlets with those of all the others, one row a word.

    Columns: word, n_target and n_reference (counts), rate_target and rate_reference (per
    thousand words), log_odds with its 95 % interval low to high and its z, log_likelihood
    (G2). Words counted fewer than `minimum` times in both together are left out after the
    sums are made. The prior spreads `prior_words` pseudo-counts over the words as the two
    sides together use them. Sorted by falling z, then word; empty where a side has no words.
    """
    counts = count_words(corpus, target)
    sizes = counts[["n_target", "n_reference"]].sum()
    if not sizes.all():
        return pd.DataFrame({column: pd.Series(dtype="object") for column in COLUMNS})
    total = counts["n_target"] + counts["n_reference"]
    size = {"size_target": int(sizes["n_target"]), "size_reference": int(sizes["n_reference"])}
    odds = stats.log_odds(
        counts["n_target"], counts["n_reference"], prior=prior_words * total / total.sum(), **size
    )
    table = counts.assign(
        rate_target=1000 * counts["n_target"] / size["size_target"],
        rate_reference=1000 * counts["n_reference"] / size["size_reference"],
        log_likelihood=stats.log_likelihood(counts["n_target"], counts["n_reference"], **size),
        **odds,
    )
    return table[total >= minimum].sort_values(["z", "word"], ascending=[False, True], ignore_index=True)[
        COLUMNS
    ]


def count_words(corpus: Corpus, target: list[str]) -> pd.DataFrame:
    """Count every word in some outlets and in the others: columns word, n_target, n_reference."""
    outlets = corpus.articles.set_index("article_id")["outlet_id"]
    words = corpus.words[corpus.words["article_id"].isin(outlets.index)]
    side = words["article_id"].map(outlets).isin(target).map({True: "n_target", False: "n_reference"})
    counts = words.groupby([words["word"], side.rename("side")])["n"].sum().unstack(fill_value=0)
    return (
        counts.reindex(columns=["n_target", "n_reference"], fill_value=0)
        .astype(int)
        .rename_axis(columns=None)
        .reset_index()
    )


def keep_strongest(table: pd.DataFrame, *, most: int = 12) -> pd.DataFrame:
    """The words furthest from 0 on either side, in the order of the table."""
    over, under = table[table["z"] > 0].head(most), table[table["z"] < 0].tail(most)
    return pd.concat([over, under], ignore_index=True)


def explain_nothing(corpus: Corpus, target: Collection[str]) -> str:
    """Why no word sets the target apart."""
    sources = corpus.articles["outlet_id"].nunique()
    if sources < 2:
        return "This selection has one source only: there is no other to compare its words with."
    if not 0 < len(target) < sources:
        return "Choose some of the sources, but not all: the others are what they are compared with."
    return "The chosen sources or the others hold no word that is counted so often."


def describe_certainty(table: pd.DataFrame, corpus: Corpus) -> str:
    """How many of the words differ for sure, and whether the corpus is large enough to say so."""
    sure = int(((table["low"] > 0) | (table["high"] < 0)).sum())
    words, articles = int(corpus.articles["n_tokens"].sum()), len(corpus.articles)
    chance = len(table) * 0.05
    text = (
        f"{sure} of {len(table)} words have an interval that leaves out 0 (filled marks); "
        f"about {chance:.0f} would by chance alone."
    )
    if articles < SMALL:
        text += f" With {articles} articles ({words:,} words) these are anecdotes, not findings."
    return text
