"""Two or more outlets side by side."""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from .corpus import Corpus
from .dispersion import find_positions
from .mentions import count_mentions
from .stats import Z95

QUOTED = ["outlet_id", "outlet", "speaker_ids", "speaker", "statements", "quoted_words", "words", "share"]
VERDICTS = ("differs", "may be chance", "too few")

FEW = 5
"""Fewer mentions than this on both sides together say nothing about a difference."""


def describe_basis(corpus: Corpus) -> str:
    """What a comparison of the outlets rests on, and what it therefore cannot tell."""
    sizes = corpus.articles["outlet"].value_counts(sort=False)
    if (sizes == 1).all():
        return (
            "Each source is here with one article. What the outlet does, what its genre and what this one "
            "article does cannot be told apart: read every difference as one between articles."
        )
    single = sorted(sizes[sizes == 1].index)
    if not single:
        return f"Every source is here with {sizes.min():,} or more articles."
    listed = ", ".join(single[:5]) + (f" and {len(single) - 5} more" if len(single) > 5 else "")
    return f"With one article only: {listed}. There, outlet, genre and article cannot be told apart."


def compare_rates(corpus: Corpus, outlet_id: str, other_id: str) -> pd.DataFrame:
    """Compare how often two outlets name each entity, one row per entity that either names.

    Columns: entity_id, name, entity_type, mentions and rate (per thousand words) of the first
    outlet, other_mentions and other_rate of the second, difference of the rates with its 95 %
    interval low to high, and verdict: `differs` where the interval leaves out 0, `may be chance`
    where it does not, `too few` below FEW mentions. In this order of verdicts, the largest
    difference first.
    """
    table = _beside(corpus, outlet_id, other_id)
    sizes = dict(size=table.pop("words"), other_size=table.pop("other_words"))
    table = table.join(rate_difference(table["mentions"], table["other_mentions"], **sizes))
    few = table["mentions"] + table["other_mentions"] < FEW
    sure = (table["low"] > 0) | (table["high"] < 0)
    table["verdict"] = np.select([few, sure], ["too few", "differs"], "may be chance")
    order = table.assign(rank=table["verdict"].map(VERDICTS.index), size=table["difference"].abs())
    order = order.sort_values(["rank", "size", "entity_id"], ascending=[True, False, True], ignore_index=True)
    return order.drop(columns=["rank", "size"])


def rate_difference(
    n: pd.Series, other_n: pd.Series, *, size: pd.Series, other_size: pd.Series
) -> pd.DataFrame:
    """Difference of two rates per thousand words with its 95 % interval: difference, low, high.

    The interval joins the score limits of the two Poisson rates by the method of variance
    estimates recovery: Zou and Donner (2008), "Construction of confidence limits about effect
    measures", Statistics in Medicine 27. It takes mentions to be independent, which they are
    not within an article, so that the truth is wider.
    """
    rate, low, high = _score_limits(n, size)
    other_rate, other_low, other_high = _score_limits(other_n, other_size)
    difference = rate - other_rate
    return pd.DataFrame(
        {
            "difference": difference,
            "low": difference - np.sqrt((rate - low) ** 2 + (other_high - other_rate) ** 2),
            "high": difference + np.sqrt((high - rate) ** 2 + (other_rate - other_low) ** 2),
        }
    )


def share_quoted(corpus: Corpus) -> pd.DataFrame:
    """How much of each outlet's text is quoted, and from whom, one row per outlet and speaker.

    Speakers who are quoted together are one row. Columns: outlet_id, outlet, speaker_ids (a tuple),
    speaker (names), statements (with quoted words), quoted_words, words (of all the outlet's
    articles) and share (of these words that stands inside quotation marks). Words quoted within a
    quotation count once, for the innermost speaker. Outlets by id, the most quoted first.
    """
    words: Counter[tuple[str, tuple[str, ...]]] = Counter()
    statements: Counter[tuple[str, tuple[str, ...]]] = Counter()
    own = _count_own_words(corpus.statements)
    for outlet_id, ids, n in zip(own["outlet_id"], own["speaker_ids"], own["n_quoted_words"], strict=True):
        if n:
            words[outlet_id, tuple(sorted(ids))] += n
            statements[outlet_id, tuple(sorted(ids))] += 1
    sizes = corpus.articles.groupby("outlet_id")["n_tokens"].sum().to_dict()
    names = corpus.entity_names
    rows = [
        (
            *(outlet_id, corpus.outlet_names[outlet_id], ids),
            " and ".join(names.get(one, one) for one in ids) or "Nobody named",
            *(statements[outlet_id, ids], words[outlet_id, ids], sizes[outlet_id]),
            words[outlet_id, ids] / sizes[outlet_id] if sizes[outlet_id] else float("nan"),
        )
        for outlet_id, ids in sorted(words)
    ]
    rows.sort(key=lambda row: (row[0], -row[5], row[3]))
    columns = [
        "outlet_id",
        "outlet",
        "speaker_ids",
        "speaker",
        "statements",
        "quoted_words",
        "words",
        "share",
    ]
    return pd.DataFrame(rows, columns=columns)


def keep_speakers(quoted: pd.DataFrame, *, show: int) -> pd.DataFrame:
    """The `show` most quoted speakers of each outlet, and one row for all the others there.

    `quoted` as share_quoted makes it. The last row has no speaker_ids and says how many they are.
    """
    rank = quoted.groupby("outlet_id").cumcount()
    largest = quoted.groupby("outlet_id")["speaker"].transform("size") <= show + 1
    rest = quoted[(rank >= show) & ~largest]
    keys = ["outlet_id", "outlet"]
    others = rest.groupby(keys, as_index=False).agg(
        speaker=("speaker", lambda names: f"{len(names):,} others"),
        statements=("statements", "sum"),
        quoted_words=("quoted_words", "sum"),
        words=("words", "first"),
        share=("share", "sum"),
    )
    others["speaker_ids"] = [()] * len(others)
    kept = pd.concat([quoted.drop(rest.index), others[quoted.columns]])
    return kept.sort_values("outlet_id", kind="stable", ignore_index=True)


def keep_outlets(table: pd.DataFrame, *, by: str, most: int) -> pd.DataFrame:
    """The rows of the outlets with the largest sums of a column, in the order of the table."""
    sums = table.groupby("outlet_id")[by].sum().sort_values(ascending=False, kind="stable")
    return table[table["outlet_id"].isin(sums.index[:most])]


def share_passages(corpus: Corpus) -> pd.DataFrame:
    """The passages that two or more of the outlets share, one row per passage and article.

    Columns: number (of the group, from 1), group_id, article_id, outlet_id, outlet, relation,
    similarity, n_words, text, begin and finish (0 to 1: places in the counted text). Longest
    group first.
    """
    groups = corpus.passages["group_id"].tolist()
    outlets: dict[str, set[str]] = defaultdict(set)
    longest: dict[str, int] = defaultdict(int)
    rows = zip(groups, corpus.passages["outlet_id"], corpus.passages["n_words"].tolist(), strict=True)
    for group_id, outlet_id, n_words in rows:
        outlets[group_id].add(outlet_id)
        longest[group_id] = max(longest[group_id], n_words)
    several = [row for row, group_id in enumerate(groups) if len(outlets[group_id]) > 1]
    passages = corpus.passages.iloc[several].reset_index(drop=True)
    passages = passages.assign(
        longest=[longest[group_id] for group_id in passages["group_id"]],
        begin=find_positions(passages, corpus, at="start"),
        finish=find_positions(passages, corpus, at="end"),
    ).sort_values(
        ["longest", "group_id", "article_id", "start"], ascending=[False, True, True, True], ignore_index=True
    )
    numbers = {group_id: i for i, group_id in enumerate(dict.fromkeys(passages["group_id"]), start=1)}
    passages["number"] = pd.Series([numbers[one] for one in passages["group_id"]], dtype="int64")
    columns = [
        "number",
        "group_id",
        "article_id",
        "outlet_id",
        "outlet",
        "relation",
        "similarity",
        "n_words",
        "text",
    ]
    return passages[[*columns, "begin", "finish"]]


def keep_sharing(shared: pd.DataFrame, corpus: Corpus, *, most: int) -> pd.DataFrame:
    """The articles that share the most words, by publication; `shared` as share_passages makes it."""
    words = shared.groupby("article_id")["n_words"].sum().sort_values(ascending=False, kind="stable")
    return corpus.articles[corpus.articles["article_id"].isin(words.index[:most])]


def _beside(corpus: Corpus, outlet_id: str, other_id: str) -> pd.DataFrame:
    """The counts of two outlets in one row an entity, those that neither names left out."""
    for side in (outlet_id, other_id):
        if side not in set(corpus.articles["outlet_id"]):
            raise ValueError(f"{side!r} is no outlet of the articles")
    counts = count_mentions(corpus, per="outlet_id").drop(columns=["outlet", "articles"])
    first, second = (
        counts[counts["outlet_id"] == side].drop(columns="outlet_id") for side in (outlet_id, other_id)
    )
    own = {column: f"other_{column}" for column in ("mentions", "rate", "words")}
    table = first.merge(second.rename(columns=own), on=["entity_id", "name", "entity_type"])
    return table[table["mentions"] + table["other_mentions"] > 0].reset_index(drop=True)


def _score_limits(n: pd.Series, size: pd.Series) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Rate per thousand with the score limits of a Poisson count (Barker 2002, "A comparison of
    nine confidence intervals for a Poisson parameter")."""
    per = 1000 / size
    middle, half = n + Z95**2 / 2, Z95 * np.sqrt(n + Z95**2 / 4)
    return n * per, (middle - half) * per, (middle + half) * per


def _count_own_words(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements with quoted words, each without those that belong to a quotation inside it."""
    quoted = statements[statements["n_quoted_words"] > 0]
    quoted = quoted.sort_values(["article_id", "start", "end"], ascending=[True, True, False])
    own = quoted["n_quoted_words"].tolist()
    around: list[tuple[int, str, int]] = []
    for at, row in enumerate(quoted[["article_id", "start", "end"]].itertuples(index=False)):
        while around and (around[-1][1] != row.article_id or around[-1][2] < row.end):
            around.pop()
        if around:
            own[around[-1][0]] -= quoted["n_quoted_words"].iat[at]
        around.append((at, row.article_id, row.end))
    return quoted.assign(n_quoted_words=[max(n, 0) for n in own])
