"""The one look of every figure: a template, light and dark, and colours that are the same on every page."""

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

Mode = Literal["light", "dark"]
Trace = dict[str, object]
"""A part of a figure as plotly takes it; it is checked once, when all the parts make a figure."""

# The page and its charts are set in the fonts that are served with the page; a picture that leaves the page
# is drawn by whatever machine opens it, so it asks for fonts that every machine has.
SCREEN_FONT = '"Source Sans", "Source Sans Pro", sans-serif'
PICTURE_FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif'

INK = {
    "light": {
        "text": "#1f2933",
        "muted": "#5b6773",
        "line": "#d9dee3",
        "paper": "#ffffff",
        "raised": "#f4f6f8",
    },
    "dark": {
        "text": "#e6eaee",
        "muted": "#a3aeb9",
        "line": "#36424e",
        "paper": "#12181f",
        "raised": "#1b232c",
    },
}
"""Text, muted text, rules, page and raised surfaces; the same values as in .streamlit/config.toml."""

# Eight colours that stay apart for readers who lack one kind of cone, on a light and on a dark page;
# tests/charts/test_template.py measures by how much.
OUTLET_PALETTE = ("#1767b8", "#bc5778", "#867e00", "#33bdf0", "#874a17", "#d790a8", "#9ab24f", "#7a86cf")
ACTOR_PALETTE = ("#7662ba", "#f68c7f", "#236717", "#4498b9", "#92396e", "#9a941f", "#c36378", "#a1a0fd")
OTHER_COLOUR = "#808b96"

TYPE_COLOURS = {
    "COUNTRY": "#0b5ba3",
    "PERSON": "#bc5778",
    "ORG": "#867e00",
    "PLACE": "#29b6ea",
    "ARMED_GROUP": "#874a17",
    "MEDIA": "#d790a8",
    "ZONE": "#9ab24f",
    "PROCESS": "#6782c6",
    "AGREEMENT": "#4d5358",
    "NORP": OTHER_COLOUR,
}
STANCE_COLOURS = {
    "asserts": "#0b5ba3",
    "conditional": "#5fb0e0",
    "undecided": "#77797c",
    "not_confirmed": "#e0a93b",
    "denies": "#a8431c",
}
KIND_COLOURS = {"direct": "#0b5ba3", "mixed": "#3fa7b8", "indirect": "#c79a1e"}

SCALE = {
    "light": ((0.0, "#eef3f6"), (0.3, "#c6dce7"), (0.65, "#92bed6"), (1.0, "#5b9abd")),
    "dark": ((0.0, "#1a242d"), (0.3, "#1c3646"), (0.65, "#22536c"), (1.0, "#2d718f")),
}
CELL_INK = {"light": "#1f2933", "dark": "#ffffff"}
"""One hue from little to much; little is near the page. It ends where numbers in the ink of its cells, the
same in all of them, could no longer be read: two inks would leave colours between on which neither can be.
"""

ZERO = dict(
    type="line", x0=0, x1=0, xref="x", y0=0, y1=1, yref="y domain", line=dict(width=1.5, color=OTHER_COLOUR)
)
"""A line upright through nought, as high as the chart."""

CONFIG = {
    "displayModeBar": False,
    "responsive": True,
    # Maps would ask the network for the outlines of the world; this is an empty answer.
    "topojsonURL": 'data:application/json,{"type":"Topology","objects":{},"arcs":[]}#',
}


def day_ticks(first: pd.Timestamp, last: pd.Timestamp) -> Trace:
    """Ticks for an axis of days: where there are few, every one, so that none stands there twice."""
    return dict(dtick=24 * 60 * 60 * 1000) if last - first < pd.Timedelta(days=8) else {}


def outlet_colours(outlets: pd.DataFrame) -> dict[str, str]:
    """A colour for each outlet_id, by its place in the table of outlets; the same under every filter."""
    return _assign(sorted(outlets["outlet_id"]), OUTLET_PALETTE)


def actor_colours(entities: pd.DataFrame) -> dict[str, str]:
    """A colour for each entity_id: the most mentioned actors have their own, the rest a grey."""
    ranked = entities.sort_values(["n_mentions", "entity_id"], ascending=[False, True])
    actors = ranked.loc[ranked["is_actor"], "entity_id"].head(len(ACTOR_PALETTE))
    others = dict.fromkeys(entities["entity_id"], OTHER_COLOUR)
    return others | dict(zip(actors, ACTOR_PALETTE, strict=False))


def _assign(ids: Iterable[str], palette: tuple[str, ...]) -> dict[str, str]:
    return {name: palette[i % len(palette)] for i, name in enumerate(ids)}


def pale(colour: str) -> str:
    """Half of a colour, for what is a part of something else that has it.

    A colour and no opacity for each mark: plotly stops at a click on a bar where these are a list.
    """
    return f"rgba({','.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))},0.5)"


def plain(text: str) -> str:
    """The text as plotly shows it letter for letter, with no markup in it."""
    return escape(str(text), quote=False)


@cache
def template(mode: Mode, *, font: str = SCREEN_FONT) -> go.layout.Template:
    """The plotly template of the project."""
    ink = INK[mode]
    axis = dict(
        showgrid=True, gridcolor=ink["line"], gridwidth=1, zeroline=False, showline=False, ticks="",
        linecolor=ink["line"], automargin=True, ticklabelstandoff=6, layer="below traces",
        title=dict(font=dict(size=13, color=ink["muted"]), standoff=12), tickfont=dict(size=13),
    )  # fmt: skip
    layout = go.Layout(
        font=dict(family=font, size=14, color=ink["text"]),
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=list(OUTLET_PALETTE),
        colorscale=dict(sequential=SCALE[mode]),
        margin=dict(l=8, r=24, t=16, b=8),
        xaxis=axis,
        yaxis=axis | {"showgrid": False},
        separators=".,",
        bargap=0.35,
        hoverlabel=dict(
            bgcolor=ink["raised"], bordercolor=ink["line"], align="left",
            font=dict(family=font, size=13, color=ink["text"]),
        ),
        legend=dict(
            orientation="h", yanchor="bottom", y=1.02, xanchor="left", x=0, title_text="",
            font=dict(size=13), itemclick=False, itemdoubleclick=False,
        ),
        dragmode=False,
        geo=dict(visible=False, bgcolor="rgba(0,0,0,0)"),
        annotationdefaults=dict(font=dict(size=13, color=ink["muted"]), showarrow=False),
    )  # fmt: skip
    heatmap = go.Heatmap(
        colorscale=SCALE[mode], xgap=3, ygap=3, showscale=False, textfont=dict(color=CELL_INK[mode])
    )
    bar = go.Bar(marker=dict(line=dict(width=0)), textposition="outside", cliponaxis=False)
    return go.layout.Template(layout=layout, data=dict(heatmap=[heatmap], bar=[bar]))


@cache
def _template_data(mode: Mode, font: str) -> Trace:
    return template(mode, font=font).to_plotly_json()


def styled(figure: go.Figure, mode: Mode, *, font: str = SCREEN_FONT) -> go.Figure:
    """A copy of the figure in the look of the project."""
    pio.templates.default = (
        None  # Streamlit sets one of its own, which every new figure would be checked against
    )
    data = figure.to_dict()
    data["layout"] = data["layout"] | {"template": _template_data(mode, font)}
    return go.Figure(data, _validate=False)  # figure and template have been checked, each when it was made


def shown(figure: go.Figure, mode: Mode) -> go.Figure:
    """The figure in the look of the project, for the page alone: it can be drawn and not changed."""
    layout = figure._layout | {"template": _template_data(mode, SCREEN_FONT)}
    return _Shown({"data": figure._data, "layout": layout})  # to_dict would copy both, the slowest step


class _Shown(go.Figure):
    """Hands its data over as they are; other figures copy them, which takes longer than to draw them."""

    def __init__(self, data: Trace) -> None:
        super().__init__()
        self._shown = data

    def to_dict(self) -> Trace:
        """The data of the figure."""
        return self._shown
