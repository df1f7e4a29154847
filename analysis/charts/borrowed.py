"""The map of two texts: where a passage of one stands in the other."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, Trace, plain
from .text import PLACES, fold, percent, plural, recite

HEIGHT = 320
STRIP = 0.09
"""Half the height of a strip; the strips lie at 0 and 1."""


def draw_pair(match: pd.DataFrame, *, first: str, second: str, colour: str, other_colour: str) -> go.Figure:
    """Two strips from first to last word, a ribbon a passage; a near copy is paler and hatched.

    `match` as match_pair makes it; its group_id comes back from a click.
    """
    strip = dict(type="rect", x0=0, x1=100, line_width=0, fillcolor=OTHER_COLOUR, opacity=0.15)
    traces: list[Trace] = []
    for row in match.itertuples(index=False):
        traces += [
            _ribbon(row, colour),
            _block(row, 1, 100 * row.begin, 100 * row.finish, colour),
            _block(row, 0, 100 * row.other_begin, 100 * row.other_finish, other_colour),
        ]
    layout = dict(
        height=HEIGHT,
        showlegend=False,
        hovermode="closest",
        barmode="overlay",
        shapes=[strip | dict(y0=y - STRIP, y1=y + STRIP) for y in (0, 1)],
        xaxis=dict(
            title="Place in the text, from first to last word",
            range=[-0.5, 100.5],
            tickvals=list(PLACES),
            ticktext=list(PLACES.values()),
        ),
        yaxis=dict(range=[-0.25, 1.3], tickvals=[0, 1], ticktext=[fold(second), fold(first)], showgrid=False),
    )
    return go.Figure(traces, layout)


def describe_pair(match: pd.DataFrame, *, first: str, second: str) -> str:
    """The map in words."""
    rows = (
        f"{row.number}, {plural(row.n_words, 'word')} at {percent(row.begin)} of {first} and "
        f"{percent(row.other_begin)} of {second}"
        for row in match.itertuples()
    )
    return f"Shared passages of {first} and {second}: {recite(rows)}."


def _ribbon(row: tuple, colour: str) -> Trace:
    top, bottom = 1 - STRIP, STRIP
    return dict(
        type="scatter",
        x=[100 * row.begin, 100 * row.finish, 100 * row.other_finish, 100 * row.other_begin, 100 * row.begin],
        y=[top, top, bottom, bottom, top],
        mode="lines",
        line_width=0,
        fill="toself",
        fillcolor=colour,
        opacity=0.3 if row.relation == "copy" else 0.15,
        hoverinfo="skip",
    )


def _block(row: tuple, y: int, begin: float, finish: float, colour: str) -> Trace:
    copied = row.relation == "copy"
    return dict(
        type="bar", base=[begin], x=[finish - begin], y=[y], orientation="h", width=2 * STRIP,
        marker=dict(color=colour, opacity=1.0 if copied else 0.6),
        text=[str(row.number)] if y else None, textposition="inside", textangle=0, insidetextanchor="middle",
        customdata=[[row.group_id]],
        hovertext=[
            f"<b>{row.number}</b>, {'copy' if copied else 'near copy'} of {plural(row.n_words, 'word')}"
            f"<br>{fold(row.text, width=60, lines=3)}"
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def draw_shares(shares: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """A bar an article: the share of its words that stands elsewhere too, from share_borrowed.

    The article_id comes back from a click.
    """
    bars: Trace = dict(
        type="bar",
        x=(100 * shares["share"]).tolist(),
        y=shares["article_id"].tolist(),
        orientation="h",
        marker_color=[colours[one] for one in shares["outlet_id"]],
        customdata=[[one] for one in shares["article_id"]],
        text=[f"{percent(row.share)} · {plural(row.shared_words, 'word')}" for row in shares.itertuples()],
        hovertext=[
            f"<b>{plain(row.title)}</b><br>{row.shared_words:,} of {plural(row.n_tokens, 'word')}"
            f" in {plural(row.passages, 'passage')}"
            for row in shares.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    layout = dict(
        height=36 * len(shares) + 70,
        showlegend=False,
        xaxis=dict(
            title="Words in another source too, %",
            ticksuffix="%",
            range=[0, max(150 * shares["share"].max(), 10)],
        ),
        yaxis=dict(
            autorange="reversed",
            type="category",
            tickvals=shares["article_id"].tolist(),
            ticktext=[fold(name) for name in shares["outlet"]],
        ),
    )
    return go.Figure([bars], layout)


def describe_shares(shares: pd.DataFrame) -> str:
    """The shares in words."""
    rows = (f"{row.outlet} {percent(row.share)}" for row in shares.itertuples())
    return f"Share of each article that stands in another source too: {recite(rows, most=8)}."
