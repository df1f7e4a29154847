"""How much of each article stands in another one too, and where."""

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
    names = corpus.articles.set_index("article_id")["outlet"]
    both = shared.merge(shared, on="group_id", suffixes=("", "_other"))
    both = both[both["article_id"].map(order) < both["article_id_other"].map(order)]
    pairs = (
        both.groupby(["article_id", "article_id_other"])
        .agg(passages=("group_id", "nunique"), shared_words=("n_words", "sum"))
        .reset_index()
        .rename(columns={"article_id": "first_id", "article_id_other": "second_id"})
    )
    return pairs.assign(
        pair=pairs["first_id"] + "|" + pairs["second_id"],
        first=pairs["first_id"].map(names),
        second=pairs["second_id"].map(names),
    ).sort_values(["shared_words", "pair"], ascending=[False, True], ignore_index=True)[PAIRS]


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
