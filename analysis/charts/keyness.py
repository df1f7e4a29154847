"""Words that set a source apart: the log-odds ratio of each with its interval."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, plain
from .text import fold, number, plural, recite

ROW = 28
HEAD = 120


def draw_keyness(table: pd.DataFrame, *, target: str, colour: str) -> go.Figure:
    """A line a word: its log-odds ratio with the 95 % interval, filled where it leaves out 0.

    Beside the word stand its counts on both sides, at the end of the line its log-likelihood.
    `table` as compute_keyness makes it, in the order to be drawn; the word comes back from a click.
    """
    sure = (table["low"] > 0) | (table["high"] < 0)
    shades = [colour if value > 0 else OTHER_COLOUR for value in table["log_odds"]]
    figure = go.Figure()
    places = list(range(len(table)))  # a word can be a number, which an axis of words would take for a place
    for y, row, shade, certain in zip(places, table.itertuples(index=False), shades, sure, strict=True):
        figure.add_scatter(
            x=[row.low, row.high], y=[y] * 2, mode="lines", hoverinfo="skip",
            line=dict(color=shade, width=2 if certain else 1), opacity=1 if certain else 0.6,
        )  # fmt: skip
    figure.add_scatter(
        x=table["log_odds"],
        y=places,
        mode="markers",
        marker=dict(
            size=10, color=shades, line=dict(width=2, color=shades),
            symbol=["circle" if yes else "circle-open" for yes in sure],
        ),
        customdata=table[["word"]],
        hovertext=[_explain(row, target) for row in table.itertuples(index=False)],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    figure.add_vline(x=0, line_width=1.5, line_color=OTHER_COLOUR)
    for anchor, x, words, shade in (
        ("right", -4, "◀ more in the others", OTHER_COLOUR),
        ("left", 4, f"more in {fold(target, width=28, lines=1)} ▶", colour),
    ):
        figure.add_annotation(
            x=0, y=1, yref="paper", yanchor="bottom", xanchor=anchor, xshift=x, text=words, font_color=shade
        )
    side = dict(x=1, xref="paper", xanchor="left", xshift=8, align="left")
    for y, g2 in zip(places, table["log_likelihood"], strict=True):
        figure.add_annotation(y=y, yanchor="middle", text=number(abs(g2), digits=1), **side)
    figure.add_annotation(y=1, yref="paper", yanchor="bottom", text="G²", **side)
    figure.update_layout(height=ROW * len(table) + HEAD, showlegend=False, margin_r=56)
    figure.update_xaxes(title="Log-odds ratio, with 95% interval")
    return figure.update_yaxes(
        range=[len(table) - 0.5, -0.8], tickvals=places,
        ticktext=[
            f"{plain(row.word)} ({number(row.n_target)} · {number(row.n_reference)})"
            for row in table.itertuples()
        ],
    )  # fmt: skip


def describe_keyness(table: pd.DataFrame, *, target: str) -> str:
    """The chart in words."""
    more = [
        f"{row.word} {number(row.log_odds, digits=1)}" for row in table[table["log_odds"] > 0].itertuples()
    ]
    less = [
        f"{row.word} {number(row.log_odds, digits=1)}" for row in table[table["log_odds"] < 0].itertuples()
    ]
    return f"Log-odds ratios. More in {target}: {recite(more)}. More in the others: {recite(less)}."


def _explain(row: tuple, target: str) -> str:
    return (
        f"<b>{plain(row.word)}</b><br>{plain(target)}: {plural(row.n_target, 'time')}, "
        f"{number(row.rate_target, digits=1)} per 1,000 words<br>Others: {plural(row.n_reference, 'time')}, "
        f"{number(row.rate_reference, digits=1)} per 1,000 words<br>"
        f"Log-odds {number(row.log_odds, digits=2)} ({number(row.low, digits=2)} to "
        f"{number(row.high, digits=2)}), G² {number(row.log_likelihood, digits=1)}"
    )
