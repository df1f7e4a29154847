"""Which entities are mentioned in the same sentence."""

import pandas as pd

from .corpus import Corpus
from .mentions import name_entities

COLUMNS = ["entity_id", "name", "other_id", "other", "sentences", "articles", "share"]
SENTENCE = ["article_id", "sentence"]


def count_cooccurrences(corpus: Corpus, *, top: int = 12) -> pd.DataFrame:
    """Count the sentences that mention two entities, one row per pair of the `top` most mentioned.

    Columns: entity_id, name, other_id, other (its name), sentences (that mention both), articles
    (with such a sentence) and share (of the sentences that mention either, the coefficient of
    Jaccard 1912, "The distribution of the flora in the alpine zone"). Every pair once, zeros
    included, in the order of the entities' mentions.
    """
    entities = rank_entities(corpus, top=top)
    wanted = corpus.mentions["entity_id"].isin(entities["entity_id"])
    inside = corpus.mentions.loc[wanted, [*SENTENCE, "entity_id"]].drop_duplicates()
    pairs = inside.merge(inside.rename(columns={"entity_id": "other_id"}), on=SENTENCE)
    counts = pairs.groupby(["entity_id", "other_id"], as_index=False).agg(
        sentences=("sentence", "size"), articles=("article_id", "nunique")
    )
    table = _pair(entities).merge(counts, how="left", on=["entity_id", "other_id"])
    table[["sentences", "articles"]] = table[["sentences", "articles"]].fillna(0).astype("int64")
    single = inside.groupby("entity_id").size()
    one, other = (table[column].map(single).astype("float64") for column in ("entity_id", "other_id"))
    return table.assign(share=table["sentences"] / (one + other - table["sentences"]))[COLUMNS]


def rank_entities(corpus: Corpus, *, top: int) -> pd.DataFrame:
    """The most mentioned entities: entity_id and name, ties by id."""
    counts = corpus.mentions.groupby("entity_id").size().rename("mentions").reset_index()
    ranked = counts.sort_values(["mentions", "entity_id"], ascending=[False, True], ignore_index=True)
    return name_entities(ranked.head(top)[["entity_id"]], corpus)[["entity_id", "name"]]


def _pair(entities: pd.DataFrame) -> pd.DataFrame:
    """Every pair of two rows of a table of entities, the higher ranked first."""
    ranked = entities.assign(rank=range(len(entities)))
    others = ranked.rename(columns={"entity_id": "other_id", "name": "other", "rank": "other_rank"})
    pairs = ranked.merge(others, how="cross")
    return pairs[pairs["rank"] < pairs["other_rank"]].drop(columns=["rank", "other_rank"])
