"""Who is quoted how much: a bar an outlet, a thinner one for each of its speakers."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, pale, plain
from .text import fold, number, percent, recite

ROW = 36
AXIS = 90


def draw_quoted(quoted: pd.DataFrame, *, colours: dict[str, str]) -> go.Figure:
    """Shares of quoted words, outlet by outlet; `quoted` as share_quoted makes it."""
    rows = [row for _, own in quoted.groupby("outlet_id", sort=False) for row in _rows(own, colours)]
    bars: Trace = dict(
        type="bar",
        x=[100 * row["share"] for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        width=[0.75 if row["head"] else 0.5 for row in rows],
        marker_color=[row["colour"] if row["head"] else pale(row["colour"]) for row in rows],
        unselected=dict(marker_opacity=1),
        text=[f"{percent(row['share'], digits=1)} ({number(row['words'])})" for row in rows],
        textfont_size=13,
        constraintext="none",
        customdata=[[row["outlet_id"], row["speaker_ids"]] for row in rows],
        hovertext=[f"<b>{plain(row['label'])}</b>" for row in rows],
        hovertemplate="%{hovertext}<br>%{text}<extra></extra>",
    )
    reach = 130 * max((row["share"] for row in rows), default=1)
    layout = dict(
        height=ROW * len(rows) + AXIS,
        showlegend=False,
        xaxis=dict(
            title="Quoted words, % of all its words (number)",
            ticksuffix="%",
            range=[0, reach],
            showgrid=False,
        ),
        yaxis=dict(
            range=[len(rows) - 0.5, -0.5],
            tickvals=list(range(len(rows))),
            ticktext=[f"<b>{fold(row['label'])}</b>" if row["head"] else fold(row["label"]) for row in rows],
        ),
    )
    return go.Figure([bars], layout)


def describe_quoted(quoted: pd.DataFrame) -> str:
    """The chart in words: the share of each outlet."""
    totals = quoted.groupby("outlet", sort=False)[["share", "quoted_words"]].sum()
    rows = (
        f"{row.Index} {percent(row.share, digits=1)} ({row.quoted_words} words)"
        for row in totals.itertuples()
    )
    return f"Share of each source’s words that stands inside quotation marks: {recite(rows, most=8)}."


def _rows(own: pd.DataFrame, colours: dict[str, str]) -> list[dict[str, object]]:
    """The bar of an outlet, then those of its speakers."""
    outlet_id, outlet = own["outlet_id"].iat[0], own["outlet"].iat[0]
    shared = dict(outlet_id=outlet_id, colour=colours[outlet_id])
    total = dict(
        label=outlet, share=own["share"].sum(), words=own["quoted_words"].sum(), head=True, speaker_ids=""
    )
    speakers = [
        dict(
            label=row.speaker,
            share=row.share,
            words=row.quoted_words,
            head=False,
            speaker_ids=" ".join(row.speaker_ids),
        )
        for row in own.itertuples(index=False)
    ]
    return [shared | row for row in (total, *speakers)]
