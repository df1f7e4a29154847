"""Rings and polygons of longitude, latitude pairs: area, direction, crossings, containment."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

Point = Sequence[float]
Ring = Sequence[Point]
Polygon = Sequence[Ring]  # the exterior ring, then the holes


def polygons(geometry: dict) -> list[Polygon]:
    """The polygons of a GeoJSON Polygon or MultiPolygon."""
    if geometry["type"] == "MultiPolygon":
        return geometry["coordinates"]
    return [geometry["coordinates"]]


def edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    """The edges of a closed ring, in order."""
    return pairwise(ring)


def signed_area(ring: Ring) -> float:
    """Area in square degrees, negative where the ring runs clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(ring)) / 2


def find_crossing(ring: Ring) -> tuple[Point, Point] | None:
    """The starts of the first two edges that meet elsewhere than at a shared end, or None."""
    found = list(edges(ring))
    for i, first in enumerate(found):
        for j in range(i + 2, len(found)):
            if i == 0 and j == len(found) - 1:  # these two share the point that closes the ring
                continue
            if meet(first, found[j]):
                return first[0], found[j][0]
    return None


def meet(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Whether two edges have a point in common."""
    (a, b), (c, d) = first, second
    if _apart(a, b, c, d, 0) or _apart(a, b, c, d, 1):
        return False
    sides = [_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)]
    return sides[0] * sides[1] <= 0 and sides[2] * sides[3] <= 0


def contains(polygon: Polygon, point: Point) -> bool:
    """Whether a point lies in a polygon and in none of its holes."""
    exterior, *holes = polygon
    return _in_ring(exterior, point) and not any(_in_ring(hole, point) for hole in holes)


def hatch(polygon: Polygon, *, spacing: float) -> list[tuple[Point, Point]]:
    """Parallel lines that rise to the right and fill a polygon, as segments `spacing` degrees apart."""
    ends = [edge for ring in polygon for edge in edges(ring)]
    offsets = [y - x for ring in polygon for x, y in ring]
    lines = []
    for step in range(ceil(min(offsets) / spacing), floor(max(offsets) / spacing) + 1):
        offset = step * spacing
        crossed = sorted(x for a, b in ends if (x := _crossing_at(a, b, offset)) is not None)
        lines += [
            ((left, left + offset), (right, right + offset))
            for left, right in zip(crossed[::2], crossed[1::2], strict=False)
            if left < right
        ]
    return lines


def _crossing_at(a: Point, b: Point, offset: float) -> float | None:
    """The longitude at which an edge crosses the line y = x + offset, or None."""
    above_a, above_b = a[1] - a[0] - offset, b[1] - b[0] - offset
    if (above_a > 0) == (above_b > 0):
        return None
    return a[0] + (b[0] - a[0]) * above_a / (above_a - above_b)


def _side(a: Point, b: Point, point: Point) -> float:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _apart(a: Point, b: Point, c: Point, d: Point, axis: int) -> bool:
    return max(a[axis], b[axis]) < min(c[axis], d[axis]) or max(c[axis], d[axis]) < min(a[axis], b[axis])


def _in_ring(ring: Ring, point: Point) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in edges(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside
