"""The mentions and statements behind a number, each in its own words."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from .corpus import Corpus
from .labels import CONFIDENCES, USES
from .quotations import list_quotations

COLUMNS = (
    *("Source", "Published", "Before", "Mention", "After"),
    *("Counted as", "Use", "Rule", "Confidence", "By hand"),
)


def find_quotations(corpus: Corpus, statement_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of list_quotations with these ids, in the order of publication and of the text."""
    wanted = corpus.statements[corpus.statements["statement_id"].isin(set(statement_ids))]
    rows = list_quotations(replace(corpus, statements=wanted))
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    rows = rows.assign(order=rows["article_id"].map(order)).sort_values(
        "order", kind="stable", ignore_index=True
    )
    return rows.drop(columns="order")


def evidence_table(corpus: Corpus, mentions: pd.DataFrame) -> pd.DataFrame:
    """One row for each of the mentions, in the order of publication and of the text, with the COLUMNS."""
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    published = corpus.articles.set_index("article_id")["published"]
    rows = (
        mentions.assign(order=mentions["article_id"].map(order))
        .sort_values(["order", "start"])
        .assign(
            Source=lambda table: table["outlet"],
            Published=lambda table: table["article_id"].map(published),
            Before=lambda table: table["left"],
            Mention=lambda table: table["text"],
            After=lambda table: table["right"],
            Use=lambda table: table["use"].map(USES),
            Rule=lambda table: table["rule"],
            Confidence=lambda table: table["confidence"].map(CONFIDENCES),
        )
        .assign(**{"By hand": lambda table: table["by_hand"].astype(bool)})
    )
    rows["Counted as"] = rows["entity_id"].map(corpus.entity_names)
    return rows[list(COLUMNS)].reset_index(drop=True)
