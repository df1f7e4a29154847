"""The parts a map is made of: a window on the land, areas, lines, and points with their names."""

from collections.abc import Iterable, Sequence
from math import cos, log, pi, radians, tan
from typing import NamedTuple

from ..geometry import Point, edges, hatch, polygons
from .template import Trace

Feature = dict[str, object]
Line = Sequence[Point]
KM_PER_DEGREE = 111.32
MARGIN = 0.1  # degrees
BESIDE = {"left": "middle left", "right": "middle right", "above": "top center", "below": "bottom center"}


class Window(NamedTuple):
    """A part of the map: its frame in degrees, and where it stands in the figure, from 0 to 1."""

    west: float
    south: float
    east: float
    north: float
    x: tuple[float, float] = (0, 1)
    y: tuple[float, float] = (0, 1)

    def outline(self) -> list[Point]:
        """The corners of the frame, the first one again at the end."""
        west, south, east, north = self[:4]
        return [(west, south), (west, north), (east, north), (east, south), (west, south)]

    def aspect(self) -> float:
        """Width by height on a map of Mercator."""
        return radians(self.east - self.west) / (_northing(self.north) - _northing(self.south))

    def inset(self, *, into: "Window", right: float, top: float, width: float) -> "Window":
        """The same part as a map within another one, as high as its frame asks for."""
        height = width * into.aspect() / self.aspect()
        return self._replace(x=(right - width, right), y=(top - height, top))

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place lies within the frame."""
        return self.west < lon < self.east and self.south < lat < self.north

    def meets(self, feature: Feature) -> bool:
        """Whether the box around a feature reaches into the frame or the MARGIN that may show around it."""
        points = [point for ring in rings(feature) for point in ring]
        lons, lats = [point[0] for point in points], [point[1] for point in points]
        across = min(lons) - MARGIN < self.east and self.west < max(lons) + MARGIN
        return across and min(lats) - MARGIN < self.north and self.south < max(lats) + MARGIN

    def width_of(self, kilometres: float) -> float:
        """What part of the width a distance takes at the middle of the window."""
        degree = KM_PER_DEGREE * cos(radians((self.south + self.north) / 2))
        return kilometres / degree / (self.east - self.west)

    def layout(self, sea: str) -> dict[str, object]:
        """The layout of the map that shows this part."""
        return dict(
            visible=False,
            bgcolor=sea,
            domain=dict(x=self.x, y=self.y),
            projection=dict(type="mercator"),
            lonaxis=dict(range=[self.west, self.east]),
            lataxis=dict(range=[self.south, self.north]),
        )


def draw_areas(
    features: Sequence[Feature],
    colour: str,
    *,
    line: str = "rgba(0,0,0,0)",
    width: float = 0.7,
    opacity: float = 1,
    hover: Sequence[str] = (),
) -> Trace:
    """Areas of one colour; a choice elsewhere in the map does not fade them."""
    shown = (
        {"text": list(hover), "hovertemplate": "%{text}<extra></extra>"} if hover else {"hoverinfo": "skip"}
    )
    return dict(
        type="choropleth",
        geojson={"type": "FeatureCollection", "features": [_shape(feature) for feature in features]},
        locations=[feature["id"] for feature in features],
        z=[0] * len(features),
        colorscale=[(0, colour), (1, colour)],
        showscale=False,
        marker=dict(opacity=opacity, line=dict(width=width, color=line)),
        selected=dict(marker=dict(opacity=opacity)),
        unselected=dict(marker=dict(opacity=opacity)),
        **shown,
    )


def _shape(feature: Feature) -> Feature:
    """The feature without its properties, which the drawing does not need."""
    return {"type": "Feature", "id": feature["id"], "properties": {}, "geometry": feature["geometry"]}


def draw_lines(lines: Iterable[Line], colour: str, *, width: float) -> Trace:
    """Many lines as one trace."""
    lon: list[float | None] = []
    lat: list[float | None] = []
    for line in lines:
        lon += [*(point[0] for point in line), None]
        lat += [*(point[1] for point in line), None]
    drawn = dict(width=width, color=colour)
    return dict(type="scattergeo", lon=lon, lat=lat, mode="lines", line=drawn, hoverinfo="skip")


def draw_points(
    positions: Sequence[Point],
    names: list[str],
    *,
    ink: str,
    size: float,
    marker: dict[str, object] | None = None,
    sides: list[str] | None = None,
) -> Trace:
    """Marks with their names beside them, on them where no sides are given; without a marker, names alone."""
    unfaded = dict(marker=dict(opacity=1), textfont=dict(color=ink))
    return dict(
        type="scattergeo",
        lon=[position[0] for position in positions],
        lat=[position[1] for position in positions],
        mode="text" if marker is None else "markers+text",
        text=names,
        textposition=[BESIDE[side] for side in sides] if sides else "middle center",
        textfont=dict(size=size, color=ink),
        marker=(marker or {}) | {"opacity": 1},
        hoverinfo="skip",
        selected=unfaded,
        unselected=unfaded,
    )


def hatch_lines(feature: Feature, spacing: float) -> list[Line]:
    """Hatching over all of a feature, its lines `spacing` degrees apart."""
    return [line for polygon in polygons(feature["geometry"]) for line in hatch(polygon, spacing=spacing)]


def rings(feature: Feature) -> list[Line]:
    """Every ring of a feature, exterior or hole."""
    return [ring for polygon in polygons(feature["geometry"]) for ring in polygon]


def outer_edges(features: list[Feature]) -> list[Line]:
    """The edges that no two of the features share: the line around them all."""
    directed = {
        (tuple(a), tuple(b)) for feature in features for ring in rings(feature) for a, b in edges(ring)
    }
    return sorted((a, b) for a, b in directed if (b, a) not in directed)


def spaced(name: str) -> str:
    """A name in spaced capitals, as maps set the names of states."""
    return "\u2009".join(name.upper())


def _northing(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))
