"""Who takes which stance on which proposition: a mark for each stance in each cell."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .template import STANCE_COLOURS, Trace, plain
from .text import fold, plural, recite

HEAD = 210
MARK, LINE, GAP = 19, 16, 14
"""Pixels that a mark, a line of a name and the space between two rows take, one below the other."""

SYMBOLS = {
    "asserts": "circle",
    "denies": "x",
    "not_confirmed": "diamond-open",
    "conditional": "square",
    "undecided": "circle-open",
}
"""Stances differ in form as well as in colour."""


def draw_positions(positions: pd.DataFrame, *, names: dict[str, str]) -> go.Figure:
    """A row an actor, a column a proposition; actor, proposition and stance come back from a click.

    `positions` has a row for each actor, proposition and stance, with actor, proposition and
    positions (their number), in the order to be drawn. `names` are the stances in words.
    """
    actors = dict(zip(positions["actor_id"], positions["actor"], strict=True))
    propositions = dict(zip(positions["proposition_id"], positions["proposition"], strict=True))
    labels = [fold(name, width=20, lines=3) for name in actors.values()]
    cells: dict[tuple[str, str], list[str]] = {}
    for one in positions.itertuples(index=False):
        cells.setdefault((one.actor_id, one.proposition_id), []).append(one.stance)
    middles, height = _stack(list(actors), labels, cells)
    column = {proposition_id: i for i, proposition_id in enumerate(propositions)}
    traces = []
    for stance in names:
        own = list(positions[positions["stance"] == stance].itertuples(index=False))
        down = [
            middles[one.actor_id] + _offset(cells[one.actor_id, one.proposition_id], stance) for one in own
        ]
        across = [column[one.proposition_id] for one in own]
        traces += [_marks(own, across, down, stance=stance, names=names)] if own else []
    rows = dict(range=[height, 0], tickvals=list(middles.values()), ticktext=labels, showgrid=True)
    return go.Figure(traces, _layout(list(propositions.values())) | dict(height=height + HEAD, yaxis=rows))


def _marks(
    own: list[tuple], across: list[int], down: list[float], *, stance: str, names: dict[str, str]
) -> Trace:
    """The marks of one stance."""
    return dict(
        type="scatter",
        x=across,
        y=down,
        name=names[stance],
        mode="markers+text",
        marker=dict(size=13, color=STANCE_COLOURS[stance], symbol=SYMBOLS[stance], line_width=2),
        text=[str(one.positions) if one.positions > 1 else "" for one in own],
        textposition="middle right",
        textfont_size=11,
        cliponaxis=False,
        customdata=np.array([(one.actor_id, one.proposition_id, stance) for one in own], dtype=object),
        hovertext=[_explain(one, names) for one in own],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _offset(cell: list[str], stance: str) -> float:
    """How far below the middle of its cell a mark stands: they stand one below the other."""
    return (cell.index(stance) - (len(cell) - 1) / 2) * MARK


def _stack(
    actor_ids: list[str], labels: list[str], cells: dict[tuple[str, str], list[str]]
) -> tuple[dict[str, float], int]:
    """The middle of each actor's row, and how high all are: as its fullest cell or its name needs."""
    fullest = dict.fromkeys(actor_ids, 1)
    for (actor_id, _), cell in cells.items():
        fullest[actor_id] = max(fullest[actor_id], len(cell))
    middles, top = {}, 0
    for actor_id, label in zip(actor_ids, labels, strict=True):
        height = GAP + max(MARK * fullest[actor_id], LINE * (label.count("<br>") + 1))
        middles[actor_id] = top + height / 2
        top += height
    return middles, top


def _layout(propositions: list[str]) -> dict[str, object]:
    """The columns of the propositions, and what the marks mean."""
    lean = len(propositions) > 3
    label = dict(width=38, lines=1) if lean else dict(width=18, lines=3)
    return dict(
        showlegend=True,
        legend=dict(itemsizing="constant", y=-0.02, yanchor="top"),
        xaxis=dict(
            side="top",
            range=[-0.5, len(propositions) - 0.5],
            tickvals=list(range(len(propositions))),
            ticktext=[fold(name, **label) for name in propositions],
            autotickangles=[45, 90] if lean else [0, 90],
            showgrid=False,
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
