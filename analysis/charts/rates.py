"""Rates of several outlets on one line, and the difference of two."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, ZERO, Trace, plain
from .text import dot, fold, number, plural, recite

ROW = 36
TALL_ROW = 52
HEAD = 130
LEGEND = 360
"""What a chart needs at least, so that the names of the outlets have room above it on a narrow page."""
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star", "pentagon")
"""Outlets differ in form as well as in colour; fewer forms than colours, so that both seldom repeat."""


def draw_rates(counts: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """A line an entity, a mark an outlet at its rate, small at 0; a click gives entity and outlet.

    `counts` as count_mentions makes it per outlet_id, in the order to be drawn.
    """
    names = counts.drop_duplicates("entity_id").set_index("entity_id")["name"]
    marks = [
        _marks(own, colours[outlet_id], SYMBOLS[at % len(SYMBOLS)])
        for at, (outlet_id, own) in enumerate(counts.groupby("outlet_id", sort=False))
    ]
    layout = dict(
        height=max(ROW * len(names) + HEAD, LEGEND),
        legend=dict(itemsizing="constant"),
        xaxis=dict(title="Mentions per 1,000 words", range=[0, 1.06 * float(counts["rate"].max()) or 1]),
        yaxis=_lines(names),
    )
    return go.Figure([_range(counts), *marks], layout)


def _marks(own: pd.DataFrame, colour: str, symbol: str) -> Trace:
    """The rates of one outlet."""
    return dict(
        type="scatter",
        x=own["rate"].tolist(),
        y=own["entity_id"].tolist(),
        name=fold(own["outlet"].iat[0], width=40),
        mode="markers",
        marker=dict(size=[12 if n else 6 for n in own["mentions"]], color=colour, symbol=symbol, opacity=0.9),
        unselected=dict(marker_opacity=0.9),
        cliponaxis=False,
        customdata=list(zip(own["entity_id"], own["outlet_id"], strict=True)),
        hovertext=[
            f"<b>{plain(row.name)}</b> in {plain(row.outlet)}<br>{number(row.rate, digits=1)} "
            f"per 1,000 words: {plural(row.mentions, 'mention')} in {plural(row.words, 'word')}"
            for row in own.itertuples(index=False)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def draw_differences(
    table: pd.DataFrame, *, outlet: str, other: str, colour: str, other_colour: str
) -> go.Figure:
    """A line an entity: the difference of two rates with its interval, filled where it leaves out 0.

    `table` as compare_rates makes it, in the order to be drawn; the colour is that of the outlet
    that names the entity more.
    """
    shades = [
        colour if value > 0 else other_colour if value < 0 else OTHER_COLOUR for value in table["difference"]
    ]
    hover = [_compare(row, outlet, other) for row in table.itertuples(index=False)]
    low, high = min(table["low"].min(), 0), max(table["high"].max(), 0)
    edge = 0.04 * (high - low)
    pairs = [
        f"{number(n)} : {number(m)}" for n, m in table[["mentions", "other_mentions"]].itertuples(index=False)
    ]
    axis = _lines(table.set_index("entity_id")["name"])
    labels = [f"{name}<br>{pair}" for name, pair in zip(axis["ticktext"], pairs, strict=True)]
    above = dict(xref="paper", y=1, yref="paper", yanchor="bottom")  # two lines: both names may be long
    less, more = f"◀ {dot(other_colour)} more in {plain(other)}", f"{dot(colour)} more in {plain(outlet)} ▶"
    layout = dict(
        height=TALL_ROW * len(table) + HEAD,
        showlegend=False,
        margin_t=56,
        shapes=[ZERO],
        annotations=[
            dict(text=less, x=0, xanchor="left", yshift=24, **above),
            dict(text=more, x=1, xanchor="right", yshift=4, **above),
        ],
        xaxis=dict(title="Difference in mentions per 1,000 words", range=[low - edge, high + edge]),
        yaxis=axis | {"ticktext": labels},
    )
    return go.Figure([*_intervals(table, shades), _differences(table, shades, hover)], layout)


def _intervals(table: pd.DataFrame, shades: list[str]) -> list[Trace]:
    """The intervals: in colour and strong where the difference is more than chance."""
    return [
        dict(
            type="scatter",
            x=[row.low, row.high],
            y=[row.entity_id] * 2,
            mode="lines",
            line=dict(color=shade, width=2.5)
            if row.verdict == "differs"
            else dict(color=OTHER_COLOUR, width=1),
            hoverinfo="skip",
        )
        for row, shade in zip(table.itertuples(index=False), shades, strict=True)
    ]


def _differences(table: pd.DataFrame, shades: list[str], hover: list[str]) -> Trace:
    marks = ["circle" if verdict == "differs" else "circle-open" for verdict in table["verdict"]]
    return dict(
        type="scatter",
        x=table["difference"].tolist(),
        y=table["entity_id"].tolist(),
        mode="markers",
        marker=dict(size=11, color=shades, symbol=marks, line=dict(width=2, color=shades)),
        customdata=[[one] for one in table["entity_id"]],
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        unselected=dict(marker_opacity=1),
    )


def describe_rates(counts: pd.DataFrame) -> str:
    """The chart in words: for each entity, the source that names it most for its length."""
    most = counts.sort_values(["rate", "outlet_id"], ascending=[False, True]).drop_duplicates("entity_id")
    most = most.sort_values(["rate", "entity_id"], ascending=[False, True])
    rows = (
        f"{row.name}, {row.outlet} {number(row.rate, digits=1)} ({number(row.mentions)})"
        for row in most.itertuples(index=False)
    )
    return f"Mentions per 1,000 words by source. The source with the highest rate: {recite(rows)}."


def describe_differences(table: pd.DataFrame, *, outlet: str, other: str) -> str:
    """The chart in words: which differences are larger than chance."""
    sure = table[table["verdict"] == "differs"]
    rows = (f"{row.name} {number(row.difference, digits=1)}" for row in sure.itertuples(index=False))
    found = recite(rows) or "none that chance could not explain"
    return f"Differences in mentions per 1,000 words, {outlet} less {other}: {found}."


def _range(counts: pd.DataFrame) -> Trace:
    """A thin line from the lowest to the highest rate of each entity."""
    ends = counts.groupby("entity_id", sort=False)["rate"].agg(["min", "max"])
    x = [value for low, high in ends.itertuples(index=False) for value in (low, high, None)]
    y = [value for entity_id in ends.index for value in (entity_id, entity_id, None)]
    return dict(
        type="scatter",
        x=x,
        y=y,
        mode="lines",
        line=dict(color=OTHER_COLOUR, width=1),
        hoverinfo="skip",
        showlegend=False,
    )


def _lines(names: pd.Series) -> dict[str, object]:
    """The axis of entities: first on top."""
    ids = names.index.tolist()
    return dict(
        type="category",
        categoryorder="array",
        categoryarray=ids,
        range=[len(ids) - 0.5, -0.5],
        tickvals=ids,
        ticktext=[fold(name) for name in names],
    )


def _compare(row: object, outlet: str, other: str) -> str:
    return (
        f"<b>{plain(row.name)}</b><br>"
        f"{plain(outlet)}: {number(row.rate, digits=1)} per 1,000 words ({number(row.mentions)})<br>"
        f"{plain(other)}: {number(row.other_rate, digits=1)} ({number(row.other_mentions)})<br>"
        f"difference {number(row.difference, digits=1)}, 95% interval {number(row.low, digits=1)} to "
        f"{number(row.high, digits=1)}: {row.verdict}"
    )
