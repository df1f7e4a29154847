"""Mentions in their context."""

import pandas as pd

from .corpus import Corpus

COLUMNS = [
    "article_id",
    "outlet_id",
    "outlet",
    "published",
    "published_precision",
    "sentence",
    "left",
    "text",
    "right",
    "entity_id",
    "use",
    "rule",
    "confidence",
    "by_hand",
]


def kwic(
    corpus: Corpus, entity_id: str, *, outlet_id: str | None = None, beside: str | None = None
) -> pd.DataFrame:
    """The mentions of an entity with the words left and right of them, one row a mention.

    `outlet_id` limits them to an outlet; `beside` to the sentences that also mention that entity,
    whose mentions there are then listed too. Columns: article_id, outlet_id, outlet, published,
    published_precision, sentence, left, text, right, entity_id, use, rule, confidence, by_hand.
    By date of publication, article and place in the text.
    """
    articles = corpus.articles
    if outlet_id is not None:
        articles = articles[articles["outlet_id"] == outlet_id]
    articles = articles[["article_id", "published", "published_precision"]]
    lines = corpus.mentions.merge(articles, on="article_id")
    wanted = [entity_id] if beside is None else [entity_id, beside]
    lines = lines[lines["entity_id"].isin(wanted)]
    named = lines.groupby(["article_id", "sentence"])["entity_id"].transform("nunique")
    lines = lines[named == len(set(wanted))]
    lines = lines.sort_values(["published", "article_id", "start"], ignore_index=True)
    return lines[COLUMNS]
