"""Words that set a source apart: the log-odds ratio of each with its interval."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, ZERO, Trace, plain
from .text import dot, fold, number, plural, recite

ROW = 28
HEAD = 140


def draw_keyness(table: pd.DataFrame, *, target: str, colour: str) -> go.Figure:
    """A line a word: its log-odds ratio with the 95 % interval, filled where it leaves out 0.

    Beside the word stand its counts on both sides, at the end of the line its log-likelihood.
    `table` as compute_keyness makes it, in the order to be drawn; the word comes back from a click.
    """
    places = list(range(len(table)))  # a word can be a number, which an axis of words would take for a place
    layout = dict(
        height=ROW * len(table) + HEAD,
        showlegend=False,
        margin=dict(r=56, t=48),
        shapes=[ZERO],
        annotations=_notes(table, target=target, colour=colour),
        xaxis=dict(title="Log-odds ratio, with 95% interval"),
        yaxis=dict(
            range=[len(table) - 0.5, -0.8],
            tickvals=places,
            ticktext=[
                f"{plain(row.word)} ({number(row.n_target)} · {number(row.n_reference)})"
                for row in table.itertuples()
            ],
        ),
    )
    return go.Figure(_lines_and_marks(table, target=target, colour=colour), layout)


def _lines_and_marks(table: pd.DataFrame, *, target: str, colour: str) -> list[Trace]:
    """The interval of each word, then the ratios of all of them."""
    sure = ((table["low"] > 0) | (table["high"] < 0)).tolist()
    shades = [colour if value > 0 else OTHER_COLOUR for value in table["log_odds"]]
    lines: list[Trace] = [
        dict(
            type="scatter", x=[low, high], y=[y] * 2, mode="lines", hoverinfo="skip",
            line=dict(color=shade, width=2 if certain else 1), opacity=1 if certain else 0.6,
        )
        for y, (low, high, shade, certain) in enumerate(
            zip(table["low"].tolist(), table["high"].tolist(), shades, sure, strict=True)
        )
    ]  # fmt: skip
    marks: Trace = dict(
        type="scatter",
        x=table["log_odds"].tolist(),
        y=list(range(len(table))),
        mode="markers",
        marker=dict(
            size=10, color=shades, line=dict(width=2, color=shades),
            symbol=["circle" if yes else "circle-open" for yes in sure],
        ),
        customdata=table[["word"]].to_numpy(),
        hovertext=[_explain(row, target) for row in table.itertuples(index=False)],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    return [*lines, marks]


def _notes(table: pd.DataFrame, *, target: str, colour: str) -> list[dict[str, object]]:
    """Which side is whose, and the log-likelihood of each word at the end of its line."""
    above = dict(xref="paper", y=1, yref="paper", yanchor="bottom")  # two lines: a narrow chart holds them
    more = f"{dot(colour)} more in {fold(target, width=28, lines=1)} ▶"
    sides = [
        dict(text=f"◀ {dot(OTHER_COLOUR)} more in the others", x=0, xanchor="left", yshift=20, **above),
        dict(text=more, x=1, xanchor="right", **above),
    ]
    end = dict(x=1, xref="paper", xanchor="left", xshift=8, align="left")
    values = [
        dict(y=y, yanchor="middle", text=number(abs(g2), digits=1), **end)
        for y, g2 in enumerate(table["log_likelihood"])
    ]
    return [*sides, *values, dict(y=1, yref="paper", yanchor="bottom", text="G²", **end)]


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
