"""Mentions in their context."""

import pandas as pd

from .corpus import Corpus


def kwic(corpus: Corpus, entity_id: str, *, outlet_id: str = "", beside: str = "") -> pd.DataFrame:
    """The mentions of an entity with the words left and right of them: rows of `corpus.mentions`.

    `outlet_id` limits them to an outlet; `beside` to the sentences that also mention that entity,
    whose mentions there are then listed too.
    """
    wanted = {entity_id, beside} - {""}
    lines = corpus.mentions[corpus.mentions["entity_id"].isin(wanted)]
    if outlet_id:
        lines = lines[lines["outlet_id"] == outlet_id]
    named = lines.groupby(["article_id", "sentence"])["entity_id"].transform("nunique")
    return lines[named == len(wanted)]
