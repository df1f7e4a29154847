"""Where an article names whom: a row an entity, a stroke a mention."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, plain
from .text import PLACES, fold, plural, recite

ROW, AXIS = 34, 80


def draw_outline(mentions: pd.DataFrame, *, names: dict[str, str], colour: str) -> go.Figure:
    """A row for each of `names` in their order; `mentions` as locate_most_named gives them.

    The mark_id of a mention comes back from a click.
    """
    ids = list(names)
    strokes: Trace = dict(
        type="scatter",
        x=(100 * mentions["position"]).tolist(),
        y=[ids.index(one) for one in mentions["entity_id"]],
        mode="markers",
        marker=dict(symbol="line-ns", size=16, line=dict(width=2.5, color=colour)),
        customdata=mentions[["mark_id"]].to_numpy(),
        hovertext=[
            f"{plain(row.left)} <b>{plain(row.text)}</b> {plain(row.right)}" for row in mentions.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    counts = mentions["entity_id"].value_counts()
    layout = dict(
        height=ROW * len(ids) + AXIS,
        showlegend=False,
        xaxis=dict(
            title="Place in the file, from first to last character",
            range=[-0.5, 100.5],
            tickvals=list(PLACES),
            ticktext=list(PLACES.values()),
        ),
        yaxis=dict(
            range=[len(ids) - 0.5, -0.5],
            tickvals=list(range(len(ids))),
            showgrid=True,
            ticktext=[f"{fold(names[one], lines=2)} ({counts[one]})" for one in ids],
        ),
    )
    return go.Figure([strokes], layout)


def describe_outline(mentions: pd.DataFrame, *, names: dict[str, str]) -> str:
    """The chart in words."""
    counts = mentions["entity_id"].value_counts()
    rows = (f"{name}: {plural(counts[one], 'mention')}" for one, name in names.items())
    return f"Places of the most named entities. {recite(rows)}."
