import pytest

from analysis.geometry import contains, find_crossing, hatch, meet, polygons, signed_area

SQUARE = [[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]
HOLE = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]
BOW_TIE = [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]


@pytest.mark.parametrize(
    ("ring", "area"), [(SQUARE, -4), (SQUARE[::-1], 4), (HOLE, 1), ([[0, 0], [0, 1], [1, 0], [0, 0]], -0.5)]
)
def test_area_is_negative_where_a_ring_runs_clockwise(ring, area):
    assert signed_area(ring) == area


@pytest.mark.parametrize(
    ("ring", "crossing"),
    [(SQUARE, None), (BOW_TIE, ([0, 0], [2, 0])), ([[0, 0], [0, 1], [1, 0], [0, 0]], None)],
)
def test_crossing(ring, crossing):
    assert find_crossing(ring) == crossing


@pytest.mark.parametrize(
    ("first", "second", "met"),
    [
        (([0, 0], [2, 2]), ([0, 2], [2, 0]), True),
        (([0, 0], [1, 0]), ([1, 0], [1, 5]), True),  # at an end
        (([0, 0], [1, 0]), ([0, 1], [1, 1]), False),  # parallel
        (([0, 0], [1, 0]), ([2, 0], [3, 0]), False),  # on one line, apart
        (([0, 0], [4, 4]), ([3, 0], [3, 2]), False),  # their boxes overlap, they do not
    ],
)
def test_edges_meet(first, second, met):
    assert meet(first, second) is met


@pytest.mark.parametrize(
    ("point", "inside"),
    [([0.2, 0.2], True), ([1, 1], False), ([3, 1], False), ([-1, 1], False), ([1.8, 0.1], True)],
)
def test_a_hole_is_outside(point, inside):
    assert contains([SQUARE, HOLE], point) is inside


def test_polygons_of_either_kind():
    assert polygons({"type": "Polygon", "coordinates": [SQUARE]}) == [[SQUARE]]
    assert polygons({"type": "MultiPolygon", "coordinates": [[SQUARE], [HOLE]]}) == [[SQUARE], [HOLE]]


def test_hatching_fills_a_polygon_and_spares_its_hole():
    assert hatch([SQUARE], spacing=1) == [((1, 0), (2, 1)), ((0, 0), (2, 2)), ((0, 1), (1, 2))]
    assert hatch([SQUARE, HOLE], spacing=5) == [((0, 0), (0.5, 0.5)), ((1.5, 1.5), (2, 2))]
    assert hatch([SQUARE], spacing=5) == [((0, 0), (2, 2))]
