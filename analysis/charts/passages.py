"""Where the passages stand that outlets share."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, plain
from .text import fold, plural, recite

ROW = 52
AXIS = 80


def draw_passages(shared: pd.DataFrame, articles: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """A strip an article, a block a passage, with its number and the colour of who shares it.

    `shared` as share_passages makes it, with `number` of the passage; a passage of three outlets
    or more is grey. `articles` has article_id and outlet, in order.
    """
    ids = articles["article_id"].tolist()
    paper = go.Bar(
        x=[100] * len(ids),
        y=ids,
        orientation="h",
        width=0.5,
        marker_color=OTHER_COLOUR,
        marker_opacity=0.15,
        hoverinfo="skip",
    )
    figure = go.Figure([paper, _blocks(shared, colours)])
    figure.update_layout(height=ROW * len(ids) + AXIS, showlegend=False, barmode="overlay")
    figure.update_xaxes(
        title="Place in the text, from first to last word",
        range=[0, 100.5],
        ticksuffix="%",
        tickvals=[0, 25, 50, 75, 100],
    )
    return figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=ids,
        range=[len(ids) - 0.5, -0.5],
        tickvals=ids,
        ticktext=[fold(name) for name in articles["outlet"]],
    )


def describe_passages(shared: pd.DataFrame) -> str:
    """The chart in words: which outlets share which passages."""
    groups = shared.groupby("number")
    rows = (f"{number}, {', '.join(own['outlet'].unique())}" for number, own in groups)
    return f"Strips of the articles with the passages they share. Passage and sources: {recite(rows)}."


def _blocks(shared: pd.DataFrame, colours: dict[str, str]) -> go.Bar:
    partners = [_partners(row, shared) for row in shared.itertuples(index=False)]
    return go.Bar(
        base=100 * shared["begin"],
        x=100 * (shared["finish"] - shared["begin"]),
        y=shared["article_id"],
        orientation="h",
        width=0.5,
        marker_color=[colours[ids[0]] if len(ids) == 1 else OTHER_COLOUR for ids, _ in partners],
        marker_pattern_shape=["" if relation == "copy" else "/" for relation in shared["relation"]],
        marker_pattern_fillmode="replace",
        customdata=shared[["group_id"]],
        text=shared["number"],
        textposition="outside",
        textangle=0,
        hovertext=[
            f"<b>{row.number}</b>, {plural(row.n_words, 'word')} shared with {plain(', '.join(names))}"
            f"<br>{plain(row.text)}"
            for row, (_, names) in zip(shared.itertuples(index=False), partners, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _partners(row: object, shared: pd.DataFrame) -> tuple[list[str], list[str]]:
    """The outlets, ids and names, that a passage of one outlet is shared with."""
    others = shared[(shared["group_id"] == row.group_id) & (shared["outlet_id"] != row.outlet_id)]
    others = others.drop_duplicates("outlet_id")
    return others["outlet_id"].tolist(), others["outlet"].tolist()
