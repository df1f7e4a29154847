"""Where in each article something stands."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, plain
from .text import PLACES, fold, plural, recite

ROW = 52
AXIS = 80


def draw_dispersion(located: pd.DataFrame, articles: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """A line an article, a stroke a mention; articles without one keep their line, empty.

    `located` as locate_mentions makes it, `articles` with article_id, outlet_id and outlet, in order.
    """
    ids = articles["article_id"].tolist()
    counts = located["article_id"].value_counts()
    layout = dict(
        height=ROW * len(ids) + AXIS,
        showlegend=False,
        xaxis=dict(
            title="Place in the text, from first to last word",
            range=[-1.5, 101.5],
            tickvals=list(PLACES),
            ticktext=list(PLACES.values()),
        ),
        yaxis=dict(
            type="category",
            categoryorder="array",
            categoryarray=ids,
            range=[len(ids) - 0.5, -0.5],
            showgrid=True,
            tickvals=ids,
            ticktext=[
                f"{fold(name)}<br>{_times(counts.get(i, 0))}"
                for i, name in zip(ids, articles["outlet"], strict=True)
            ],
        ),
    )
    strokes = [
        _strokes(located[located["article_id"] == article.article_id], article, colours[article.outlet_id])
        for article in articles.itertuples()
    ]
    return go.Figure(strokes, layout)


def _strokes(here: pd.DataFrame, article: tuple, colour: str) -> Trace:
    """The mentions in one article."""
    return dict(
        type="scatter",
        x=100 * here["position"],
        y=[article.article_id] * len(here),
        mode="markers",
        marker=dict(symbol="line-ns", size=20, line=dict(width=2.5, color=colour)),
        customdata=here[["entity_id", "outlet_id"]],
        hovertext=[
            f"<b>{plain(text)}</b><br>{plain(article.outlet)}, {position:.0%} of the way through"
            for text, position in zip(here["text"], here["position"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def describe_dispersion(located: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The chart in words: how often and between which places each article names it."""
    rows = []
    for article in articles.itertuples(index=False):
        places = located.loc[located["article_id"] == article.article_id, "position"]
        span = f", from {places.min():.0%} to {places.max():.0%} of the text" if len(places) else ""
        rows.append(f"{article.outlet} {plural(len(places), 'mention')}{span}")
    return f"A line an article with a stroke at each mention. {recite(rows, most=8)}."


def _times(n: int) -> str:
    return {0: "not named", 1: "once"}.get(n, f"{n:,} times")
