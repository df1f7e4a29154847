"""The map of the zones over the governorates, a part enlarged, and where all of it lies."""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from ..geography import Geography
from .map_layers import (
    Feature,
    Window,
    draw_areas,
    draw_lines,
    draw_points,
    hatch_lines,
    outer_edges,
    rings,
    spaced,
)
from .picture import WIDTH
from .template import Mode, Trace, plain

MAIN = Window(35.15, 32.12, 39.55, 37.07)
WHOLE = Window(34.6, 31.9, 42.9, 37.7).inset(into=MAIN, right=0.985, top=0.985, width=0.27)
ASPECT = MAIN.aspect()
"""Width by height of a figure that the map fills."""

COLOURS = {
    "light": {
        "sea": "#d6e4ec", "abroad": "#e9e8e3", "land": "#faf8f3", "border": "#a9a498", "limit": "#d3cec1",
        "named": "#1f7a72", "unnamed": "#a86a12", "chosen": "#16202a", "town": "#39434d",
        "country": "#857f72", "governorate": "#948d7d", "badge": "#ffffff",
    },
    "dark": {
        "sea": "#0e1a24", "abroad": "#1a2027", "land": "#262d35", "border": "#59636e", "limit": "#3b444e",
        "named": "#4bb5aa", "unnamed": "#dba24f", "chosen": "#ffffff", "town": "#c6ced6",
        "country": "#818b95", "governorate": "#808a94", "badge": "#10161c",
    },
}  # fmt: skip
FILL = {"named": 0.42, "unnamed": 0.18, "band": 0.17, "disputed": 0.12}
CHOSEN_FILL = {"named": 0.62, "unnamed": 0.34}
HATCH = {"geo": 0.055, "geo2": 0.0125}
KEY = {
    "named": "A monitor is proposed",
    "unnamed": "No monitor is named",
    "band": "Margin of error",
    "disputed": "Disputed land",
}
KEY_OF_ACTORS = KEY | {"named": "Chosen actor proposed", "unnamed": "Chosen actor not named"}
KEY_X, KEY_Y, KEY_STEP, KEY_SIZE = 0.645, 0.162, 0.029, (0.045, 0.019)
KEY_PANEL = dict(x0=0.625, x1=0.985, y0=0.02, y1=0.198)
SCALE_KM = 50
SIZE = 11
PICTURE = {"font_size": 20, "width": WIDTH}
"""How the map is drawn to be published."""


class Look(NamedTuple):
    """What the parts of one map share."""

    colours: dict[str, str]
    size: int  # of the names of cities, in pixels
    chosen: str
    key: dict[str, str]

    @property
    def scale(self) -> float:
        """How much thicker than on the screen the lines are."""
        return self.size / SIZE


class About(NamedTuple):
    """What the map shows of what the articles say of a zone."""

    zone_id: str
    monitors: str
    mentions: int
    outlets: int


def draw_zone_map(
    geography: Geography,
    summary: pd.DataFrame,
    *,
    chosen: str,
    mode: Mode,
    actors: bool = False,
    font_size: int = SIZE,
    width: int | None = None,
) -> go.Figure:
    """The four zones, the chosen one stronger. A click on a zone gives its id as `location`.

    `summary` is that of summarize_zones: a zone for which an article names a monitor is filled, one
    without is hatched. `actors` says that it was narrowed to some actors. Without a width the map
    fills a frame of ASPECT.
    """
    fields = ("zone_id", "monitors", "mentions", "outlets")
    rows = tuple(zip(*(summary[field] for field in fields), strict=True))
    return _draw(geography, tuple(map(About._make, rows)), chosen, mode, actors, font_size, width)


@lru_cache(maxsize=32)
def _draw(
    geography: Geography,
    abouts: tuple[About, ...],
    chosen: str,
    mode: Mode,
    actors: bool,
    font_size: int,
    width: int | None,
) -> go.Figure:
    """The figure, kept because readers go to and fro between the zones; nobody changes it."""
    look = Look(COLOURS[mode], font_size, chosen, KEY_OF_ACTORS if actors else KEY)
    about = {row.zone_id: row for row in abouts}
    enlarged, name = _enlarged(geography)
    windows = {"geo": MAIN, "geo2": enlarged, "geo3": WHOLE}
    frames = {"geo": [enlarged.outline()], "geo2": [], "geo3": [MAIN.outline()]}
    traces: list[Trace] = []
    for geo, window in windows.items():
        layer = [*_ground(geography, window, look), *_zones(geography, about, geo, look)]
        if geo != "geo3":
            layer += [*_towns(geography, geo, look), *_badges(geography, about, geo, look)]
        if geo == "geo":
            layer += _names(geography, look)
        layer += [draw_lines(frames[geo], look.colours["chosen"], width=look.scale)] if frames[geo] else []
        traces += [trace | {"geo": geo} for trace in layer]
    layout = dict(
        geo=MAIN.layout(look.colours["sea"]),
        geo2=enlarged.layout(look.colours["sea"]),
        geo3=WHOLE.layout(look.colours["sea"]),
        margin=dict(l=0, r=0, t=0, b=0),
        shapes=[_box(enlarged, look), _box(WHOLE, look), *_key_shapes(look)],
        annotations=[_heading(f"{name}, enlarged", enlarged, look), *_key_texts(look)],
        showlegend=False,
        width=width,
        height=width and round(width / ASPECT),
        clickmode="event+select",
        dragmode="orbit",  # for maps that means nothing: drag and wheel are left to the page
    )
    return go.Figure(data=traces, layout=layout, _validate=False)  # a test checks it: it takes 20 ms


def describe_zone_map(geography: Geography, summary: pd.DataFrame) -> str:
    """The map in words: for which zones the articles name a monitor, and for which none."""
    parts = [
        f"{row['zone']}: {row['monitors'] or 'no monitor named'}"
        for row in summary.to_dict("records")
        if row["zone_id"] in geography.outlines
    ]
    return f"Map of the zones, outlines approximate. Proposed monitors: {'; '.join(parts)}."


def _enlarged(geography: Geography) -> tuple[Window, str]:
    """The part that is shown once more, larger, and the name of the zone in it."""
    for zone_id, feature in geography.outlines.items():
        if frame := feature["properties"].get("enlarge"):
            window = Window(*frame).inset(into=MAIN, right=0.985, top=0.445, width=0.36)
            return window, geography.zones[zone_id].short
    raise ValueError("no feature of zones.geojson has the property 'enlarge'")


def _ground(geography: Geography, window: Window, look: Look) -> list[Trace]:
    """Neighbours, governorates, the disputed land in hatching, and the border."""
    colours = look.colours
    abroad, governorates, disputed = (
        [feature for feature in geography.layer(layer) if window.meets(feature)]
        for layer in ("country", "governorate", "disputed")
    )
    lines = [line for feature in disputed for line in hatch_lines(feature, 0.05)]
    return [
        draw_areas([*abroad, *disputed], colours["abroad"], line=colours["border"], width=0.7 * look.scale),
        draw_areas(governorates, colours["land"], line=colours["limit"], width=0.7 * look.scale),
        draw_lines(lines, colours["border"], width=0.8 * look.scale),
        draw_lines(outer_edges(geography.layer("governorate")), colours["border"], width=1.1 * look.scale),
    ]


def _zones(geography: Geography, about: dict[str, About], geo: str, look: Look) -> list[Trace]:
    """Bands, areas, hatching and outlines of the zones, those of one look in one trace."""
    traces: list[Trace] = []
    for kind in ("named", "unnamed"):
        for strong in (False, True):
            some = {
                zone_id: outline | {"id": zone_id}
                for zone_id, outline in geography.outlines.items()
                if _kind(about[zone_id]) == kind and (zone_id == look.chosen) == strong
            }
            if some:
                hover = [_hover(about[one], geography.zones[one].name) for one in some]
                bands = [geography.bands[one] for one in some]
                traces += _areas_of_a_kind(list(some.values()), bands, kind, strong, geo, hover, look)
    return traces


def _areas_of_a_kind(
    outlines: list[Feature],
    bands: list[Feature],
    kind: str,
    strong: bool,
    geo: str,
    hover: list[str],
    look: Look,
) -> list[Trace]:
    colour = look.colours[kind]
    fill = (CHOSEN_FILL if strong else FILL)[kind]
    rim = look.colours["chosen"] if strong else colour
    lines = [ring for outline in outlines for ring in rings(outline)]
    width = 0.8 if geo == "geo3" else 2 if strong else 1.3
    traces = [
        draw_areas(bands, colour, opacity=FILL["band"]),
        draw_areas(outlines, colour, opacity=fill, hover=[] if geo == "geo3" else hover),
        draw_lines(lines, rim, width=width * look.scale),
    ]
    if kind == "unnamed" and geo != "geo3":
        hatching = [line for outline in outlines for line in hatch_lines(outline, HATCH[geo])]
        traces.append(draw_lines(hatching, colour, width=look.scale))
    return traces


def _badges(geography: Geography, about: dict[str, About], geo: str, look: Look) -> list[Trace]:
    """The number of each zone in a disc, and its name; a zone that is enlarged has them there alone."""
    traces: list[Trace] = []
    for zone_id, feature in geography.outlines.items():
        place = feature["properties"]
        if ("enlarge" in place) != (geo == "geo2"):
            continue
        position = [(place["label_lon"], place["label_lat"])]
        ink = look.colours["chosen" if zone_id == look.chosen else _kind(about[zone_id])]
        disc = dict(
            size=1.75 * look.size, color=ink, line=dict(width=1.5 * look.scale, color=look.colours["land"])
        )
        number = [f"<b>{place['n']}</b>"]
        traces.append(draw_points(position, number, ink=look.colours["badge"], size=look.size, marker=disc))
        if geo == "geo":
            name = [f"{'&nbsp;' * 6}<b>{plain(geography.zones[zone_id].short)}</b>"]
            ink = look.colours["town"]
            traces.append(draw_points(position, name, ink=ink, size=look.size, sides=["right"]))
    return traces


def _towns(geography: Geography, geo: str, look: Look) -> list[Trace]:
    """Towns as dots, cities as squares, with their names."""
    drawn_in = {"geo": "main", "geo2": "enlarged"}[geo]
    ink = look.colours["town"]
    traces: list[Trace] = []
    for cities in (False, True):
        towns = [
            place
            for place in geography.places
            if place["properties"].get("drawn_in") == drawn_in
            and (place["properties"]["kind"] in ("city", "capital")) == cities
        ]
        sides = [town["properties"]["label_side"] for town in towns]
        dot = dict(
            size=(5.5 if cities else 4) * look.scale, symbol="square" if cities else "circle", color=ink,
            line=dict(width=0.8 * look.scale, color=look.colours["land"]),
        )  # fmt: skip
        traces.append(
            draw_points(
                [town["geometry"]["coordinates"] for town in towns],
                [
                    plain(t["properties"]["name"]) if side else ""
                    for t, side in zip(towns, sides, strict=True)
                ],
                ink=ink,
                size=look.size if cities else look.size - 1,
                marker=dot,
                sides=[side or "right" for side in sides],
            )
        )
    return traces


def _names(geography: Geography, look: Look) -> list[Trace]:
    """The names of the governorates and of the neighbours."""
    traces: list[Trace] = []
    for layer, size in (("governorate", look.size - 1.5), ("country", look.size - 0.5)):
        places = [feature["properties"] for feature in geography.layer(layer)]
        places = [p for p in places if MAIN.holds(p["label_lon"], p["label_lat"]) and "unlabelled" not in p]
        names = [plain(place["name"]) for place in places]
        names = [f"<i>{name}</i>" if layer == "governorate" else spaced(name) for name in names]
        positions = [(place["label_lon"], place["label_lat"]) for place in places]
        traces.append(draw_points(positions, names, ink=look.colours[layer], size=size))
    return traces


def _kind(row: About) -> str:
    return "named" if row.monitors else "unnamed"


def _hover(row: About, name: str) -> str:
    """What a zone says of itself under the pointer."""
    monitors = f"Proposed monitors: {plain(row.monitors)}" if row.monitors else "No monitor is named for it"
    times = f"{row.mentions:,} mention{'' if row.mentions == 1 else 's'}"
    sources = f"{row.outlets:,} source{'' if row.outlets == 1 else 's'}"
    return f"<b>{plain(name)}</b><br>{times} in {sources}<br>{monitors}"


def _box(window: Window, look: Look) -> dict[str, object]:
    """A line around a map that stands in another."""
    (left, right), (low, high) = window.x, window.y
    return dict(
        type="rect", xref="paper", yref="paper", x0=left, x1=right, y0=low, y1=high,
        line=dict(width=look.scale, color=look.colours["chosen"]),
    )  # fmt: skip


def _heading(text: str, window: Window, look: Look) -> dict[str, object]:
    return _text(plain(text), window.x[1], window.y[1] + 0.012, look, anchor="right", ink="chosen")


def _key_shapes(look: Look) -> list[dict[str, object]]:
    """A swatch for filling, hatching and band, and a scale that holds at the middle of the map."""
    width, height = KEY_SIZE
    panel = dict(type="rect", xref="paper", yref="paper", fillcolor=look.colours["land"], line=dict(width=0))
    shapes: list[dict[str, object]] = [panel | KEY_PANEL]
    for i, kind in enumerate(look.key):
        left, low = KEY_X, KEY_Y - i * KEY_STEP
        colour = look.colours[{"band": "named", "disputed": "border"}.get(kind, kind)]
        swatch = dict(
            type="rect", xref="paper", yref="paper", x0=left, x1=left + width, y0=low, y1=low + height
        )
        shapes.append(swatch | dict(fillcolor=colour, opacity=FILL[kind], line=dict(width=0)))
        if kind != "band":
            shapes.append(swatch | dict(line=dict(color=colour, width=1.3 * look.scale)))
        if kind in ("unnamed", "disputed"):
            starts = [left + width * part / 4 for part in range(4)]
            path = "".join(f"M{x},{low}L{x + width / 4},{low + height}" for x in starts)
            shapes.append(
                dict(
                    type="path",
                    xref="paper",
                    yref="paper",
                    path=path,
                    line=dict(color=colour, width=look.scale),
                )
            )
    low = KEY_Y - len(KEY) * KEY_STEP
    bar = dict(
        type="line", xref="paper", yref="paper", line=dict(width=1.5 * look.scale, color=look.colours["town"])
    )
    return [*shapes, bar | dict(x0=KEY_X, x1=KEY_X + MAIN.width_of(SCALE_KM), y0=low, y1=low)]


def _key_texts(look: Look) -> list[dict[str, object]]:
    left, middle = KEY_X + KEY_SIZE[0] + 0.012, KEY_Y + KEY_SIZE[1] / 2
    lines = [_text(words, left, middle - i * KEY_STEP, look) for i, words in enumerate(look.key.values())]
    end = KEY_X + MAIN.width_of(SCALE_KM) + 0.012
    return [*lines, _text(f"{SCALE_KM} km", end, KEY_Y - len(KEY) * KEY_STEP, look)]


def _text(
    words: str, x: float, y: float, look: Look, *, anchor: str = "left", ink: str = "town"
) -> dict[str, object]:
    return dict(
        text=words, xref="paper", yref="paper", x=x, y=y, xanchor=anchor, yanchor="middle", showarrow=False,
        font=dict(size=look.size - 0.5, color=look.colours[ink]),
    )  # fmt: skip
