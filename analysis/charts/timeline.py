"""When the articles came out, as exactly as it is known."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, day_ticks, plain
from .text import fold

ROW, CLOSE_ROW, AXIS = 34, 22, 100
MANY, LABELLED = 15, 40
"""More outlets stand closer; the words of more articles would lie over each other."""
FILL = {"day": "ff", "week": "73", "month": "40"}
"""How solid a bar is: the less is known, the lighter it is within its outline."""


def draw_timeline(table: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """One bar an article, as wide as the days it may have come out on; one row an outlet.

    `table` has outlet_id, outlet, title, published (in words), precision, date and date_end. The words
    stand below the outlet where it has one article, and else beside the bars.
    """
    rows = table.drop_duplicates("outlet_id")
    below = len(rows) == len(table) <= MANY
    days = (table["date_end"] - table["date"]).dt.total_seconds() * 1000
    bars: Trace = dict(
        type="bar",
        base=table["date"].tolist(),
        x=days.tolist(),
        y=table["outlet_id"].tolist(),
        orientation="h",
        text=[plain(words) for words in table["published"]] if not below and len(table) <= LABELLED else None,
        marker=dict(
            color=[
                colours[outlet] + FILL.get(precision, FILL["day"])
                for outlet, precision in zip(table["outlet_id"], table["precision"], strict=True)
            ],
            line=dict(width=1.5, color=[colours[outlet] for outlet in table["outlet_id"]]),
        ),
        hovertext=[
            f"<b>{plain(article.title)}</b><br>{plain(article.outlet)}<br>{plain(article.published)}"
            for article in table.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    layout = dict(
        height=(ROW if len(rows) <= MANY else CLOSE_ROW) * len(rows) + AXIS,
        showlegend=False,
        barmode="overlay",
        xaxis=dict(
            type="date",
            title="Date of publication",
            range=_reach(table, words=not below),
            tickformat="%-d %b\n%Y",
            **day_ticks(*_reach(table, words=not below)),
        ),
        yaxis=dict(
            autorange="reversed",
            type="category",
            tickvals=rows["outlet_id"].tolist(),
            ticktext=_label(rows, below=below),
        ),
    )
    return go.Figure([bars], layout)


def _label(rows: pd.DataFrame, *, below: bool) -> list[str]:
    """The names of the outlets, each with the words for its article below it."""
    lines = 2 if len(rows) <= MANY and not below else 1
    names = [fold(name, width=26, lines=lines) for name in rows["outlet"]]
    return [
        f"{name}<br>{plain(day)}" if below else name
        for name, day in zip(names, rows["published"], strict=True)
    ]


def _reach(table: pd.DataFrame, *, words: bool) -> list[pd.Timestamp]:
    """The days of the axis: all of the bars, and room for the words beside the last one."""
    first, last = table["date"].min(), table["date_end"].max()
    room = max((last - first) / 25, pd.Timedelta(days=0.5))
    return [first - room, last + (8 if words else 1) * room]
