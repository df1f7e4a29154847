"""Where the passages stand that outlets share."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, Trace, plain
from .text import PLACES, fold, plural, recite

ROW = 60
AXIS = 80
NAMED = 6
"""So many outlets of a passage have room in its hint."""


def draw_passages(shared: pd.DataFrame, articles: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """A strip an article, a block a passage, with its number and the colour of who shares it.

    `shared` as share_passages makes it; a passage of three outlets or more is grey. `articles` are
    those to draw, in order, with article_id and outlet; those that share nothing are left out.
    """
    outlets = _outlets(shared)
    sharing = articles[articles["article_id"].isin(shared["article_id"])]
    line = {article_id: at for at, article_id in enumerate(sharing["article_id"])}
    shared = shared[shared["article_id"].isin(line)]
    lines = [line[article_id] for article_id in shared["article_id"]]
    layout = dict(
        height=ROW * len(line) + AXIS,
        showlegend=False,
        barmode="overlay",
        xaxis=dict(
            title="Place in the text, from first to last word",
            range=[0, 100.5],
            tickvals=list(PLACES),
            ticktext=list(PLACES.values()),
        ),
        yaxis=dict(
            range=[len(line) - 0.5, -0.6],
            tickvals=list(line.values()),
            ticktext=[fold(name) for name in sharing["outlet"]],
        ),
    )
    traces = [_paper(len(line)), _blocks(shared, lines, outlets, colours), _numbers(shared, lines)]
    return go.Figure(traces, layout)


def describe_passages(shared: pd.DataFrame) -> str:
    """The chart in words: which outlets share which passages."""
    groups = shared.groupby("number")
    rows = (f"{number}, {', '.join(own['outlet'].unique())}" for number, own in groups)
    return f"Strips of the articles with the passages they share. Passage and sources: {recite(rows)}."


def _paper(n: int) -> Trace:
    """The whole texts, behind the passages."""
    return dict(
        type="bar",
        x=[100] * n,
        y=list(range(n)),
        orientation="h",
        width=0.5,
        marker_color=OTHER_COLOUR,
        marker_opacity=0.15,
        hoverinfo="skip",
    )


def _numbers(shared: pd.DataFrame, lines: list[int]) -> Trace:
    """The number of each passage over its block."""
    return dict(
        type="scatter",
        x=(100 * shared["begin"]).tolist(),
        y=[at - 0.38 for at in lines],
        mode="text",
        text=shared["number"].to_numpy(),
        textposition="middle right",
        textfont_size=12,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _blocks(
    shared: pd.DataFrame, lines: list[int], outlets: dict[str, dict[str, str]], colours: dict[str, str]
) -> Trace:
    partners = [_partners(row, outlets[row.group_id]) for row in shared.itertuples(index=False)]
    return dict(
        type="bar",
        base=(100 * shared["begin"]).tolist(),
        x=(100 * (shared["finish"] - shared["begin"])).tolist(),
        y=lines,
        orientation="h",
        width=0.5,
        marker_color=[colours[ids[0]] if len(ids) == 1 else OTHER_COLOUR for ids, _ in partners],
        marker_pattern_shape=["" if relation == "copy" else "/" for relation in shared["relation"]],
        marker_pattern_fillmode="replace",
        customdata=shared[["group_id"]].to_numpy(),
        hovertext=[
            f"<b>{row.number}</b>, {plural(row.n_words, 'word')} shared with {_recite(names)}"
            f"<br>{plain(row.text)}"
            for row, (_, names) in zip(shared.itertuples(index=False), partners, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _outlets(shared: pd.DataFrame) -> dict[str, dict[str, str]]:
    """The outlets that have each passage: their names by id."""
    outlets: dict[str, dict[str, str]] = {}
    for row in shared.itertuples(index=False):
        outlets.setdefault(row.group_id, {})[row.outlet_id] = row.outlet
    return outlets


def _partners(row: object, outlets: dict[str, str]) -> tuple[list[str], list[str]]:
    """The outlets, ids and names, that a passage of one outlet is shared with."""
    others = {one: name for one, name in outlets.items() if one != row.outlet_id}
    return list(others), list(others.values())


def _recite(names: list[str]) -> str:
    listed = [plain(name) for name in names[:NAMED]]
    return ", ".join(listed) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
