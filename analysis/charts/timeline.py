"""When the articles came out, as exactly as it is known."""

import pandas as pd
import plotly.graph_objects as go

from .template import plain
from .text import fold

ROW, AXIS = 34, 70
OPACITY = {"day": 1.0, "week": 0.65, "month": 0.4}


def draw_timeline(table: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """One bar an article, as wide as the days it may have come out on; one row an outlet.

    `table` has outlet_id, outlet, title, published (in words), precision, date and date_end.
    """
    rows = table.drop_duplicates("outlet_id")
    days = (table["date_end"] - table["date"]).dt.total_seconds() * 1000
    bars = go.Bar(
        base=table["date"],
        x=days,
        y=table["outlet_id"],
        orientation="h",
        text=[plain(words) for words in table["published"]],
        marker=dict(
            color=[colours[outlet] for outlet in table["outlet_id"]],
            opacity=[OPACITY.get(precision, 1.0) for precision in table["precision"]],
        ),
        hovertext=[
            f"<b>{plain(article.title)}</b><br>{plain(article.outlet)}<br>{plain(article.published)}"
            for article in table.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure = go.Figure(bars).update_layout(height=ROW * len(rows) + AXIS, showlegend=False, barmode="overlay")
    figure.update_xaxes(
        type="date", title="Date of publication", range=_reach(table), tickformat="%-d %b\n%Y"
    )
    return figure.update_yaxes(
        autorange="reversed",
        type="category",
        tickvals=rows["outlet_id"],
        ticktext=[fold(name) for name in rows["outlet"]],
    )


def _reach(table: pd.DataFrame) -> list[pd.Timestamp]:
    """The days of the axis: all of the bars, and room for the words beside the last one."""
    first, last = table["date"].min(), table["date_end"].max()
    room = (last - first) / 25
    return [first - room, last + 8 * room]
