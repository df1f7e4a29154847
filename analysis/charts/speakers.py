"""How often each speaker is reported, in bars that the sources share."""

import pandas as pd
import plotly.graph_objects as go

from .template import OTHER_COLOUR, OUTLET_PALETTE, Trace, plain
from .text import fold, number, plural

ROW, AXIS = 36, 120


def draw_speakers(counts: pd.DataFrame, *, colours: dict[str, str], chosen: str = "") -> go.Figure:
    """A bar for each speaker, a part of it for each source. A click gives the id of the speaker.

    `counts` is that of count_statements, `colours` are those of the outlets by id. More sources than
    there are colours are one part.
    """
    if counts["outlet_id"].nunique() > len(OUTLET_PALETTE):
        counts = _join_outlets(counts)
    totals = counts.drop_duplicates("speaker_id")
    names = dict(zip(totals["speaker_id"], totals["speaker"], strict=True))
    bars = [
        _bars(rows, colours.get(outlet_id, OTHER_COLOUR), chosen)
        for outlet_id, rows in counts.groupby("outlet_id")
    ]
    numbers: Trace = dict(
        type="scatter",
        x=totals["total"].tolist(),
        y=totals["speaker_id"].tolist(),
        mode="text",
        text=[f" {number(total)}" for total in totals["total"]],
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    layout = dict(
        barmode="stack",
        height=ROW * len(totals) + AXIS,
        legend_traceorder="normal",
        showlegend=len(bars) > 1,
        xaxis=dict(title="Statements", rangemode="tozero", tickformat=",d", **_whole(totals["total"].max())),
        yaxis=dict(
            autorange="reversed",
            type="category",
            categoryorder="array",
            categoryarray=list(names),
            tickvals=list(names),
            ticktext=[fold(name, width=24) for name in names.values()],
            showgrid=False,
        ),
    )
    return go.Figure([*bars, numbers], layout)


def _whole(most: float) -> dict[str, int]:
    """Ticks of an axis of counts: where there are few, every one, so that none stands there twice."""
    return dict(dtick=1) if most <= 5 else dict(nticks=6)


def _join_outlets(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with one row a speaker, whose outlet says how many there are."""
    rows = counts.groupby(["speaker_id", "speaker", "total"], sort=False, as_index=False)
    sums = rows[["statements", "direct", "mixed", "indirect"]].sum()
    outlets = [plural(n, "source") for n in rows["outlet_id"].nunique()["outlet_id"]]
    return sums.assign(outlet_id="", outlet=outlets)


def _bars(rows: pd.DataFrame, colour: str, chosen: str) -> Trace:
    """The statements in one source."""
    return dict(
        type="bar",
        x=rows["statements"].tolist(),
        y=rows["speaker_id"].tolist(),
        orientation="h",
        name=plain(rows["outlet"].iloc[0]),
        customdata=rows[["speaker_id"]].to_numpy(),
        marker_color=colour,
        marker_opacity=[1.0 if chosen in ("", one) else 0.35 for one in rows["speaker_id"]],
        unselected_marker_opacity=1,
        hovertext=[_hover(row) for row in rows.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def describe_speakers(counts: pd.DataFrame) -> str:
    """The chart in words: the most reported speakers with their numbers."""
    totals = counts.drop_duplicates("speaker_id")
    first = ", ".join(f"{row.speaker} {row.total}" for row in totals.head(3).itertuples())
    return f"Bars of statements by speaker, split by source, {len(totals)} speakers. Most reported: {first}."


def _hover(row: dict[str, object]) -> str:
    kinds = ", ".join(f"{row[kind]} {kind}" for kind in ("direct", "mixed", "indirect") if row[kind])
    return f"<b>{plain(row['speaker'])}</b><br>{plain(row['outlet'])}: {number(row['statements'])} ({kinds})"
