"""A matrix of numbers, each printed in its cell."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .template import Trace, plain
from .text import fold

ROW, TALL_ROW, HEAD = 36, 44, 150
NONE = "–"
"""What a cell says that has nothing to count."""


def draw_matrix(
    cells: pd.DataFrame,
    *,
    rows: dict[str, str],
    columns: dict[str, str],
    zmax: float | None = None,
    label_width: int = 22,
    whole: bool = True,
) -> go.Figure:
    """A cell for each of `cells`, whose columns are row, column, value (colour), text and hover.

    `rows` and `columns` say in which order they stand and how each is called; the rest of the
    grid is nought, or blank where the matrix is not `whole`. The ids of row and column come back
    from a click.
    """
    row = TALL_ROW if cells["text"].str.contains("\n").any() else ROW
    layout = dict(
        height=row * len(rows) + HEAD,
        minreducedheight=ROW,  # one row gives way to names set upright
        showlegend=False,
        hovermode="closest",
        barmode="overlay",
        xaxis=dict(
            side="top",
            range=[-0.5, len(columns) - 0.5],
            autotickangles=[0, -90],  # upright where the names have no room side by side
            **_axis(columns, lines=2 if len(columns) < 8 else 1),
        ),
        yaxis=dict(range=[len(rows) - 0.5, -0.5], **_axis(rows, width=label_width)),
    )
    return go.Figure(
        [_colours(cells, list(rows), list(columns), zmax, whole), _targets(cells, list(rows), list(columns))],
        layout,
    )


def _colours(
    cells: pd.DataFrame, rows: list[str], columns: list[str], zmax: float | None, whole: bool
) -> Trace:
    places = list(zip(cells["row"], cells["column"], strict=True))
    values = dict(zip(places, cells["value"].tolist(), strict=True))
    texts = {place: _lines(text) or NONE for place, text in zip(places, cells["text"], strict=True)}
    rest, blank = (0, NONE) if whole else (None, "")
    return dict(
        type="heatmap",
        z=np.array([[values.get((row, column), rest) for column in columns] for row in rows], dtype=float),
        zmin=0,
        zmax=zmax or float(max(values.values(), default=0)) or 1.0,
        text=[[texts.get((row, column), blank) for column in columns] for row in rows],
        texttemplate="%{text}",
        textfont=dict(size=13, weight=600),
        hoverinfo="skip",
    )


def _targets(cells: pd.DataFrame, rows: list[str], columns: list[str]) -> Trace:
    """What the reader points at and chooses, as large as a cell: those of a heat map cannot be chosen."""
    across = {column: place for place, column in enumerate(columns)}
    down = {row: place for place, row in enumerate(rows)}
    own = list(zip(cells["row"], cells["column"], strict=True))
    return dict(
        type="bar",
        x=[across[column] for _, column in own],
        y=[1] * len(own),
        base=[down[row] - 0.5 for row, _ in own],
        width=1,
        marker_color="rgba(0,0,0,0)",
        customdata=own,
        hovertext=[_lines(words) for words in cells["hover"]],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _axis(names: dict[str, str], *, lines: int = 2, width: int = 22) -> dict[str, object]:
    return dict(
        tickvals=list(range(len(names))),
        ticktext=[fold(name, width=width, lines=lines) for name in names.values()],
        showgrid=False,
    )


def _lines(text: str) -> str:
    return plain(text).replace("\n", "<br>")
