"""A matrix of numbers, each printed in its cell."""

import pandas as pd
import plotly.graph_objects as go

from .template import plain
from .text import fold

ROW = 32
HEAD = 130


def draw_matrix(
    cells: pd.DataFrame,
    *,
    rows: dict[str, str],
    columns: dict[str, str],
    zmax: float | None = None,
) -> go.Figure:
    """A cell for each of `cells`, whose columns are row, column, value (colour), text and hover.

    `rows` and `columns` say in which order they stand and how each is called; the rest of the
    grid stays blank. The ids of row and column come back from a click.
    """
    figure = go.Figure([_colours(cells, list(rows), list(columns), zmax), _targets(cells)])
    figure.update_layout(height=ROW * len(rows) + HEAD, showlegend=False, hovermode="closest")
    figure.update_xaxes(side="top", tickangle=-45 if len(columns) > 3 else 0, **_axis(columns))
    return figure.update_yaxes(autorange="reversed", **_axis(rows))


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
        zmax=zmax or float(cells["value"].max()) or 1.0,
        text=[[plain(text) for text in line] for line in grids["text"].fillna("").to_numpy()],
        texttemplate="%{text}",
        textfont_size=13,
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
        hovertext=[plain(words).replace("\n", "<br>") for words in cells["hover"]],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _axis(names: dict[str, str]) -> dict[str, object]:
    return dict(
        type="category",
        categoryorder="array",
        categoryarray=list(names),
        tickvals=list(names),
        ticktext=[fold(name) for name in names.values()],
        showgrid=False,
    )
