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
    by_article: dict[str, list[tuple]] = {article_id: [] for article_id in ids}
    for mention in located.itertuples(index=False):
        by_article[mention.article_id].append(mention)
    strokes = [
        _strokes(by_article[article_id], article_id, outlet, colours[outlet_id])
        for article_id, outlet, outlet_id in zip(ids, articles["outlet"], articles["outlet_id"], strict=True)
    ]
    return go.Figure(strokes, layout)


def _strokes(mentions: list[tuple], article_id: str, outlet: str, colour: str) -> Trace:
    """The mentions in one article."""
    return dict(
        type="scatter",
        x=[100 * mention.position for mention in mentions],
        y=[article_id] * len(mentions),
        mode="markers",
        marker=dict(symbol="line-ns", size=20, line=dict(width=2.5, color=colour)),
        customdata=[(mention.entity_id, mention.outlet_id) for mention in mentions],
        hovertext=[
            f"<b>{plain(mention.text)}</b><br>{plain(outlet)}, {mention.position:.0%} of the way through"
            for mention in mentions
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def describe_dispersion(located: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The chart in words: how often and between which places each article names it."""
    places: dict[str, list[float]] = {article_id: [] for article_id in articles["article_id"]}
    for article_id, position in zip(located["article_id"], located["position"].tolist(), strict=True):
        places.setdefault(article_id, []).append(position)
    rows = []
    for outlet, own in zip(articles["outlet"], places.values(), strict=False):  # those of other articles last
        span = f", from {min(own):.0%} to {max(own):.0%} of the text" if own else ""
        rows.append(f"{outlet} {plural(len(own), 'mention')}{span}")
    return f"A line an article with a stroke at each mention. {recite(rows, most=8)}."


def _times(n: int) -> str:
    return {0: "not named", 1: "once"}.get(n, f"{n:,} times")
