"""Dates of events, statements and publication on one time line, each kind in rows of its own."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, day_ticks, plain
from .text import fold, plural

ROW, AXIS = 30, 90
EDGE = "rgba(128,139,150,.9)"
"""Parts the bars of one row that lie over each other."""
NARROW = 2 * 24 * 3600 * 1000
"""Milliseconds up to which a bar may be so narrow that an edge of another colour would hide its own."""

OPACITY = {"certain": 1.0, "likely": 0.8, "guess": 0.45}


def draw_dates(dates: pd.DataFrame, *, colours: dict[str, str], names: dict[str, str]) -> go.Figure:
    """A bar a date, as wide as the days that it can mean; a row a kind of date and outlet.

    `dates` as list_dates makes it; `names` are the kinds in words, in their order. The date_id
    of a date comes back from a click.
    """
    outlets = _outlets(dates)
    rows: list[tuple[str, str, str]] = []
    for kind, words in names.items():
        if own := outlets.get(kind):
            rows.append((kind, "", f"<b>{words}</b>"))
            rows += [(kind, outlet_id, fold(outlet)) for outlet_id, outlet in own.items()]
    place = {row[:2]: i for i, row in enumerate(rows)}
    days = (dates["last"] - dates["first"] + pd.Timedelta(days=1)).dt.total_seconds() * 1000
    own = [colours[outlet] for outlet in dates["outlet_id"]]
    edges = [colour if n <= NARROW else EDGE for colour, n in zip(own, days, strict=True)]
    bars: Trace = dict(
        type="bar",
        base=dates["first"].tolist(),
        x=days.tolist(),
        y=[place[key] for key in zip(dates["kind"], dates["outlet_id"], strict=True)],
        orientation="h",
        width=0.62,
        marker=dict(
            color=own,
            opacity=[OPACITY[one] for one in dates["confidence"]],
            line=dict(width=1, color=edges),
        ),
        customdata=dates[["date_id"]].to_numpy(),
        hovertext=[_explain(row, names) for row in dates.itertuples(index=False)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return go.Figure([bars], _days([row[2] for row in rows], dates, title="Day") | {"barmode": "overlay"})


def describe_dates(dates: pd.DataFrame, *, names: dict[str, str]) -> str:
    """The chart in words: how many dates of each kind, and from when to when."""
    spans: dict[str, list[tuple]] = {}
    for kind, first, last in zip(dates["kind"], dates["first"], dates["last"], strict=True):
        spans.setdefault(kind, []).append((first, last))
    parts = [
        f"{words}: {plural(len(own), 'date')} from {min(own)[0]:%Y-%m-%d}"
        f" to {max(last for _, last in own):%Y-%m-%d}"
        for kind, words in names.items()
        if (own := spans.get(kind))
    ]
    return "Time line. " + "; ".join(parts) + "."


def _outlets(dates: pd.DataFrame) -> dict[str, dict[str, str]]:
    """For each kind of date its outlets, ids and names, the one with the earliest first."""
    firsts: dict[str, dict[str, tuple]] = {}
    for row in dates.itertuples(index=False):
        own = firsts.setdefault(row.kind, {})
        own[row.outlet_id] = min(own.get(row.outlet_id, (row.first, row.outlet)), (row.first, row.outlet))
    return {
        kind: {outlet_id: own[outlet_id][1] for outlet_id in sorted(own, key=own.__getitem__)}
        for kind, own in firsts.items()
    }


def _explain(row: tuple, names: dict[str, str]) -> str:
    first, last = (f"{day.day} {day:%b %Y}" for day in (row.first, row.last))
    days = first if first == last else f"{first} to {last}"
    return (
        f"<b>{names[row.kind]}, {days}</b><br>{plain(row.outlet)}, given as a {plain(row.precision)}<br>"
        f"{fold(row.label, width=60, lines=3)}"
    )


def draw_disputes(disputed: pd.DataFrame, *, titles: dict[str, str], colours: dict[str, str]) -> go.Figure:
    """Under each event its dates in the order of publication, as wide as the days that they can mean.

    `disputed` as find_disputed_dates makes it; the date_id comes back from a click.
    """
    ticks, places = [], []
    for event_id, own in disputed.groupby("event_id", sort=False):
        ticks.append(f"<b>{fold(titles[event_id], width=40)}</b>")
        for row in own.itertuples():
            places.append(len(ticks))
            ticks.append(f"{fold(row.outlet, width=24, lines=1)}: {fold(row.text, width=20, lines=1)}")
    first, last = pd.to_datetime(disputed["first"]), pd.to_datetime(disputed["last"])
    bars: Trace = dict(
        type="bar",
        base=first.tolist(),
        x=((last - first + pd.Timedelta(days=1)).dt.total_seconds() * 1000).tolist(),
        y=places,
        orientation="h",
        width=0.62,
        marker_color=[colours[one] for one in disputed["outlet_id"]],
        customdata=disputed[["date_id"]].to_numpy(),
        hovertext=[f"{plain(row.outlet)}: {plain(row.text)}" for row in disputed.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return go.Figure([bars], _days(ticks, disputed, title="Day that is given"))


def _days(rows: list[str], dates: pd.DataFrame, *, title: str) -> dict[str, object]:
    """The layout of a time line with these rows."""
    first, last = (pd.Timestamp(day) for day in (dates["first"].min(), dates["last"].max()))
    return dict(
        height=ROW * len(rows) + AXIS,
        showlegend=False,
        xaxis=dict(type="date", title=title, tickformat="%-d %b\n%Y", **day_ticks(first, last)),
        yaxis=dict(range=[len(rows) - 0.5, -0.6], tickvals=list(range(len(rows))), ticktext=rows),
    )
