"""How much of each article stands in another one too, and where."""

from collections import Counter, defaultdict
from itertools import product

import pandas as pd

from .comparison import share_passages
from .corpus import Corpus

SHARES = ["article_id", "outlet_id", "outlet", "title", "n_tokens", "shared_words", "share", "passages"]
PAIRS = ["pair", "first_id", "second_id", "first", "second", "passages", "shared_words"]
LABELS = {
    "outlet": "Source",
    "title": "Article",
    "n_tokens": "Words",
    "shared_words": "Words that stand elsewhere too",
    "share": "Share",
    "passages": "Passages",
    "similarity": "Similarity",
    "relation": "Kind",
    "text": "Begins and ends",
    "n_words": "Words in the passage",
}


def share_borrowed(corpus: Corpus) -> pd.DataFrame:
    """How much of each article of the selection other outlets have too, one row an article.

    Columns as in SHARES; words that lie in several passages count once. Who took from whom is not
    known from the texts. The largest share first.
    """
    shared = share_passages(corpus)
    words = {article_id: _covered_words(own) for article_id, own in shared.groupby("article_id")}
    numbers = shared.groupby("article_id").size()
    table = corpus.articles.assign(
        shared_words=corpus.articles["article_id"].map(words).fillna(0).round().astype("int64"),
        passages=corpus.articles["article_id"].map(numbers).fillna(0).astype("int64"),
    )
    table["share"] = (table["shared_words"] / table["n_tokens"]).where(table["n_tokens"] > 0, 0.0)
    return table.sort_values(["share", "article_id"], ascending=[False, True], ignore_index=True)[SHARES]


def _covered_words(passages: pd.DataFrame) -> float:
    """The words that some passages of one article cover, overlaps counted once."""
    total, reached = 0.0, 0.0
    for row in passages.sort_values(["begin", "finish"], ascending=[True, False]).itertuples():
        length = row.finish - row.begin
        fresh = max(row.finish - max(row.begin, reached), 0.0)
        total += row.n_words * (fresh / length if length else 1.0)
        reached = max(reached, row.finish)
    return total


def list_pairs(corpus: Corpus) -> pd.DataFrame:
    """Pairs of articles that share passages: columns as in PAIRS, the pair with the most words first.

    A pair's id joins the article ids with a bar; the article published first stands first.
    """
    shared = share_passages(corpus)
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    names = dict(zip(corpus.articles["article_id"], corpus.articles["outlet"], strict=True))
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for group_id, article_id, n in zip(
        shared["group_id"], shared["article_id"], shared["n_words"].tolist(), strict=True
    ):
        places[group_id].append((article_id, n))
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    words: Counter[tuple[str, str]] = Counter()
    for group_id, own in places.items():
        for (first_id, n), (second_id, _) in product(own, own):
            if order[first_id] < order[second_id]:
                groups[first_id, second_id].add(group_id)
                words[first_id, second_id] += n
    rows = [
        ("|".join(pair), *pair, *(names[one] for one in pair), len(groups[pair]), words[pair])
        for pair in groups
    ]
    rows.sort(key=lambda row: (-row[-1], row[0]))
    return pd.DataFrame(rows, columns=PAIRS)


def keep_pairs(pairs: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The first `most` pairs, and of every article the first that it is in."""
    first = ~pairs.duplicated("first_id") | ~pairs.duplicated("second_id")
    return pairs[first | (pairs.index < most)]


def find_pair_of(pairs: pd.DataFrame, article_id: str) -> str:
    """The pair in which an article shares most words; empty where it shares none."""
    own = pairs[(pairs["first_id"] == article_id) | (pairs["second_id"] == article_id)]
    return str(own["pair"].iat[0]) if len(own) else ""


def match_pair(corpus: Corpus, first_id: str, second_id: str) -> pd.DataFrame:
    """The passages that two articles share, one row a match, in the order of the first text.

    Columns: group_id, number (from 1), relation, similarity, n_words, text, begin and finish (0 to 1) in the
    first article, other_begin and other_finish in the second.
    """
    shared = share_passages(corpus)
    first, second = (shared[shared["article_id"] == one] for one in (first_id, second_id))
    other = second[["group_id", "begin", "finish", "relation", "similarity"]]
    match = first.merge(other, on="group_id", suffixes=("", "_other")).sort_values(["begin", "begin_other"])
    match = match.rename(columns={"begin_other": "other_begin", "finish_other": "other_finish"}).reset_index(
        drop=True
    )
    match["similarity"] = match[["similarity", "similarity_other"]].min(axis=1)
    copied = (match["relation"] == "copy") & (match["relation_other"] == "copy")
    match["relation"] = copied.map({True: "copy", False: "near_copy"})
    match["number"] = match.index + 1
    columns = ["group_id", "number", "relation", "similarity", "n_words", "text"]
    return match[[*columns, "begin", "finish", "other_begin", "other_finish"]]


def statements_inside(corpus: Corpus, match: pd.DataFrame) -> list[str]:
    """The ids of the statements that overlap the passages of a match."""
    spans = corpus.passages[corpus.passages["group_id"].isin(match["group_id"])]
    pairs = corpus.statements[["statement_id", "article_id", "start", "end"]].merge(
        spans[["article_id", "start", "end"]], on="article_id", suffixes=("", "_passage")
    )
    inside = (pairs["start"] < pairs["end_passage"]) & (pairs["start_passage"] < pairs["end"])
    return pairs.loc[inside, "statement_id"].unique().tolist()
