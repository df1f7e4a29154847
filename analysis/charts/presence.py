"""Who names what, and who does not."""

import pandas as pd
import plotly.graph_objects as go

from .matrix import draw_matrix
from .text import number, percent, plural, recite


def draw_presence(grid: pd.DataFrame, *, label_width: int = 22) -> go.Figure:
    """A row an item, a column an outlet, the count in the cell; both come back from a click.

    `grid` as compare_presence makes it. A cell without any says in brackets how many the length
    of the outlet's texts would lead one to expect. The colour stops at ten, so that one mention and none
    stay apart beside the most frequent names.
    """
    cells = pd.DataFrame(
        {
            "row": grid["item_id"],
            "column": grid["outlet_id"],
            "value": grid["n"],
            "text": [_count(n, expected) for n, expected in zip(grid["n"], grid["expected"], strict=True)],
            "hover": [_explain(row) for row in grid.itertuples(index=False)],
        }
    )
    return draw_matrix(
        cells,
        rows=dict(zip(grid["item_id"], grid["item"], strict=True)),
        columns=dict(zip(grid["outlet_id"], grid["outlet"], strict=True)),
        zmax=10,
        label_width=label_width,
    )


def describe_presence(grid: pd.DataFrame) -> str:
    """The chart in words: which items which outlets lack."""
    rows = (
        f"{item} not in {', '.join(own.loc[own['n'] == 0, 'outlet'])}"
        for item, own in grid.groupby("item", sort=False)
        if (own["n"] == 0).any()
    )
    return f"Matrix of names and sources. {recite(rows) or 'Every source has every name'}."


def _count(n: int, expected: float) -> str:
    return number(n) if n else f"– ({number(expected, digits=1)})"


def _explain(row: object) -> str:
    found = plural(row.n, "occurrence") if row.n else f"none; chance of that {percent(row.chance)}"
    return (
        f"{row.item} in {row.outlet}\n{found}\n"
        f"{number(row.expected, digits=1)} expected at the rate of the other sources"
    )
