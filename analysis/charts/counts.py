"""How often entities are named: bars for all sources together, a matrix for each source."""

import pandas as pd
import plotly.graph_objects as go

from .matrix import draw_matrix
from .template import Trace, plain
from .text import fold, number, plural, recite

FILL, PALE = "rgb(54,120,156)", "rgba(54,120,156,0.45)"
ROW = 36
AXIS = 90

UNITS = {"mentions": "Mentions", "articles": "Articles", "rate": "Mentions per 1,000 words"}
BRACKETS = {"mentions": "", "articles": "In brackets: mentions.", "rate": "In brackets: mentions."}
"""What the numbers on the charts are, and those behind them in brackets."""


def draw_counts(counts: pd.DataFrame, *, measure: str, key: str, label: str, chosen: str = "") -> go.Figure:
    """Bars in the order of the table, with the raw count beside each; `key` comes back from a click.

    The bar whose key is `chosen` stands out.
    """
    ids, values = counts[key].tolist(), counts[measure].tolist()
    bars: Trace = dict(
        type="bar",
        x=values,
        y=ids,
        orientation="h",
        text=write_counts(counts, measure),
        customdata=[[one] for one in ids],
        marker_color=[FILL if chosen in ("", row) else PALE for row in ids],
        unselected=dict(marker_opacity=1),
        hovertext=_explain(counts, label),
        hovertemplate="%{hovertext}<extra></extra>",
    )
    reach = [0, float(counts[measure].max()) * 1.25 or 1]
    layout = dict(
        height=ROW * len(counts) + AXIS,
        showlegend=False,
        xaxis=dict(title=UNITS[measure], range=reach, showgrid=False),
        yaxis=dict(
            autorange="reversed",
            type="category",
            tickvals=ids,
            ticktext=[fold(name) for name in counts[label]],
        ),
    )
    return go.Figure([bars], layout)


def draw_counts_by_outlet(counts: pd.DataFrame, *, measure: str) -> go.Figure:
    """A row an entity, a column an outlet, in the order of the table; both come back from a click."""
    cells = pd.DataFrame(
        {
            "row": counts["entity_id"],
            "column": counts["outlet_id"],
            "value": counts[measure],
            "text": write_counts(counts, measure, zero="–", between="\n"),
            "hover": [words.replace("<br>", "\n") for words in _explain(counts, "name", where=True)],
        }
    )
    return draw_matrix(
        cells,
        rows=dict(zip(counts["entity_id"], counts["name"], strict=True)),
        columns=dict(zip(counts["outlet_id"], counts["outlet"], strict=True)),
    )


def write_counts(counts: pd.DataFrame, measure: str, *, zero: str = "0", between: str = " ") -> list[str]:
    """The value of the measure with the raw count, as it stands on the charts."""
    digits = 1 if measure == "rate" else 0
    raw = [f"{between}({number(n)})" if measure != "mentions" else "" for n in counts["mentions"]]
    values = [number(value, digits=digits) for value in counts[measure]]
    return [v + r if n else zero for v, r, n in zip(values, raw, counts["mentions"], strict=True)]


def describe_counts(counts: pd.DataFrame, *, measure: str, label: str) -> str:
    """The chart in words."""
    rows = zip(counts[label], write_counts(counts, measure), strict=True)
    return f"Bar chart, {UNITS[measure].lower()}: {recite(f'{name} {text}' for name, text in rows)}."


def describe_counts_by_outlet(counts: pd.DataFrame, *, measure: str) -> str:
    """The chart in words: for each outlet, what it names most."""
    first = counts.sort_values([measure, "entity_id"], ascending=[False, True]).drop_duplicates("outlet_id")
    rows = zip(first["outlet"], first["name"], write_counts(first, measure), strict=True)
    most = recite(f"{outlet}: {name} {text}" for outlet, name, text in rows)
    return f"Matrix of entities and sources, {UNITS[measure].lower()}. Highest in each source: {most}."


def _explain(counts: pd.DataFrame, label: str, *, where: bool = False) -> list[str]:
    return [
        f"<b>{plain(getattr(row, label))}</b>{f' in {plain(row.outlet)}' if where else ''}"
        f"<br>{plural(row.mentions, 'mention')} in {plural(row.articles, 'article')}"
        f"<br>{number(row.rate, digits=1)} per 1,000 words, of {plural(row.words, 'word')}"
        for row in counts.itertuples(index=False)
    ]
