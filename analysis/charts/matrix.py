"""A matrix of numbers, each printed in its cell."""

import pandas as pd
import plotly.graph_objects as go

from .template import plain
from .text import fold

ROW, TALL_ROW, HEAD = 36, 44, 140


def draw_matrix(
    cells: pd.DataFrame,
    *,
    rows: dict[str, str],
    columns: dict[str, str],
    zmax: float | None = None,
    label_width: int = 22,
) -> go.Figure:
    """A cell for each of `cells`, whose columns are row, column, value (colour), text and hover.

    `rows` and `columns` say in which order they stand and how each is called; the rest of the
    grid stays blank. The ids of row and column come back from a click.
    """
    row = TALL_ROW if cells["text"].str.contains("\n").any() else ROW
    figure = go.Figure([_colours(cells, list(rows), list(columns), zmax), _targets(cells)])
    figure.update_layout(height=row * len(rows) + HEAD, showlegend=False, hovermode="closest")
    figure.update_xaxes(
        side="top", range=[-0.5, len(columns) - 0.5], **_axis(columns, lines=2 if len(columns) < 8 else 1)
    )
    figure.update_xaxes(autotickangles=[0, -90])  # upright where the names have no room side by side
    return figure.update_yaxes(range=[len(rows) - 0.5, -0.5], **_axis(rows, width=label_width))


def _colours(cells: pd.DataFrame, rows: list[str], columns: list[str], zmax: float | None) -> go.Heatmap:
    grids = {
        name: cells.pivot(index="row", columns="column", values=name).reindex(index=rows, columns=columns)
        for name in ("value", "text")
    }
    return go.Heatmap(
        x=columns,
        y=rows,
        z=grids["value"].to_numpy(dtype=float),
        zmin=0,
        zmax=zmax or float(max(cells["value"], default=0)) or 1.0,
        text=[[_lines(text) for text in line] for line in grids["text"].astype(object).fillna("").to_numpy()],
        texttemplate="%{text}",
        textfont=dict(size=13, weight=600),
        hoverinfo="skip",
    )


def _targets(cells: pd.DataFrame) -> go.Scatter:
    """What the reader points at and chooses: the cells of a heat map cannot be."""
    return go.Scatter(
        x=cells["column"],
        y=cells["row"],
        mode="markers",
        marker=dict(symbol="square", size=26, opacity=0),
        customdata=cells[["row", "column"]],
        hovertext=[_lines(words) for words in cells["hover"]],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _axis(names: dict[str, str], *, lines: int = 2, width: int = 22) -> dict[str, object]:
    return dict(
        type="category",
        categoryorder="array",
        categoryarray=list(names),
        tickvals=list(names),
        ticktext=[fold(name, width=width, lines=lines) for name in names.values()],
        showgrid=False,
    )


def _lines(text: str) -> str:
    return plain(text).replace("\n", "<br>")
