"""Who takes which stance on which proposition: a mark for each stance in each cell."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .template import STANCE_COLOURS, Trace, plain
from .text import fold, plural, recite

ROW = 40
HEAD = 150
SYMBOLS = {
    "asserts": "circle",
    "denies": "x",
    "not_confirmed": "diamond-open",
    "conditional": "square",
    "undecided": "circle-open",
}
"""Stances differ in form as well as in colour."""

STEP = 0.4
"""How far apart the marks of one cell stand, in cells."""


def draw_positions(positions: pd.DataFrame, *, names: dict[str, str]) -> go.Figure:
    """A row an actor, a column a proposition; actor, proposition and stance come back from a click.

    `positions` has a row for each actor, proposition and stance, with actor, proposition and
    positions (their number), in the order to be drawn. `names` are the stances in words.
    """
    actors = dict(zip(positions["actor_id"], positions["actor"], strict=True))
    propositions = dict(zip(positions["proposition_id"], positions["proposition"], strict=True))
    row = {actor_id: i for i, actor_id in enumerate(actors)}
    column = {proposition_id: i for i, proposition_id in enumerate(propositions)}
    cells: dict[tuple[str, str], list[tuple]] = {}
    stances: dict[str, list[tuple]] = {}
    for one in positions.itertuples(index=False):
        cells.setdefault((one.actor_id, one.proposition_id), []).append(one)
        stances.setdefault(one.stance, []).append(one)

    def place(one: tuple) -> float:
        cell = cells[one.actor_id, one.proposition_id]
        return column[one.proposition_id] + (cell.index(one) - (len(cell) - 1) / 2) * STEP

    traces: list[Trace] = [
        dict(
            type="scatter",
            x=[place(one) for one in own],
            y=[row[one.actor_id] for one in own],
            name=names[stance],
            mode="markers+text",
            marker=dict(size=15, color=STANCE_COLOURS[stance], symbol=SYMBOLS[stance], line_width=2),
            text=[str(one.positions) if one.positions > 1 else "" for one in own],
            textposition="middle right",
            textfont_size=12,
            customdata=np.array([(one.actor_id, one.proposition_id, stance) for one in own], dtype=object),
            hovertext=[_explain(one, names) for one in own],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        for stance, own in stances.items()
    ]
    return go.Figure(traces, _layout(list(actors.values()), list(propositions.values())))


def _layout(actors: list[str], propositions: list[str]) -> dict[str, object]:
    """The rows of the actors and the columns of the propositions, with their names."""
    lean = len(propositions) > 3
    label = dict(width=26, lines=2) if lean else dict(width=18, lines=3)
    return dict(
        height=ROW * len(actors) + HEAD,
        showlegend=True,
        legend=dict(itemsizing="constant", y=-0.02, yanchor="top"),
        margin_r=80,
        xaxis=dict(
            side="top",
            range=[-0.5, len(propositions) - 0.5],
            tickvals=list(range(len(propositions))),
            ticktext=[fold(name, **label) for name in propositions],
            tickangle=-45 if lean else 0,
            showgrid=False,
        ),
        yaxis=dict(
            range=[len(actors) - 0.5, -0.5],
            tickvals=list(range(len(actors))),
            ticktext=[fold(name, width=30) for name in actors],
            showgrid=True,
        ),
    )


def describe_positions(positions: pd.DataFrame, *, names: dict[str, str]) -> str:
    """The chart in words."""
    rows = [f"{p.actor}: {names[p.stance].lower()} “{p.proposition}”" for p in positions.itertuples()]
    return f"Stances of actors on propositions. {recite(rows, most=8)}."


def _explain(one: tuple, names: dict[str, str]) -> str:
    return (
        f"<b>{plain(one.actor)}</b><br>{names[one.stance]}: {plain(one.proposition)}<br>"
        f"{plural(one.positions, 'passage')} in {plural(one.outlets, 'source')}"
    )
