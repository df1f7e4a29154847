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
    wanted = corpus.statements["statement_id"].isin(set(statement_ids))
    return list_quotations(replace(corpus, statements=corpus.statements[wanted]))


def evidence_table(corpus: Corpus, mentions: pd.DataFrame) -> pd.DataFrame:
    """One row for each of the mentions, in the order of publication and of the text, with the COLUMNS."""
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    published = corpus.publications
    places = [order[article_id] for article_id in mentions["article_id"]]
    rows = mentions.assign(order=places).sort_values(["order", "start"], ignore_index=True)
    columns = (
        rows["outlet"],
        [published[article_id] for article_id in rows["article_id"]],
        *(rows["left"], rows["text"], rows["right"]),
        [corpus.entity_names[entity_id] for entity_id in rows["entity_id"]],
        [USES[use] for use in rows["use"]],
        rows["rule"],
        [CONFIDENCES[level] for level in rows["confidence"]],
        rows["by_hand"].astype(bool),
    )
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))
