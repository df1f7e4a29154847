"""Entities in the same sentence."""

import pandas as pd
import plotly.graph_objects as go

from .matrix import draw_matrix
from .text import number, percent, plural, recite


def draw_cooccurrences(pairs: pd.DataFrame) -> go.Figure:
    """The lower half of the matrix of entities; a click gives the two of a cell.

    `pairs` as count_cooccurrences makes it.
    """
    cells = pd.DataFrame(
        {
            "row": pairs["other_id"],
            "column": pairs["entity_id"],
            "value": pairs["sentences"],
            "text": [number(n) if n else "–" for n in pairs["sentences"]],
            "hover": [
                f"{row.name} and {row.other}\n{plural(row.sentences, 'sentence')} in "
                f"{plural(row.articles, 'article')}\n{percent(row.share)} of the sentences that name either"
                for row in pairs.itertuples(index=False)
            ],
        }
    )
    return draw_matrix(
        cells,
        rows=dict(zip(pairs["other_id"], pairs["other"], strict=True)),
        columns=dict(zip(pairs["entity_id"], pairs["name"], strict=True)),
        whole=False,
    )


def describe_cooccurrences(pairs: pd.DataFrame) -> str:
    """The chart in words."""
    most = pairs.sort_values("sentences", ascending=False, kind="stable")
    rows = (f"{row.name} and {row.other} {row.sentences}" for row in most.itertuples(index=False))
    return f"Matrix of the sentences that name two entities: {recite(rows)}."
