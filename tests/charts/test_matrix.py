import pandas as pd

from analysis.charts.matrix import draw_matrix

CELLS = pd.DataFrame(
    [("b", "x", 3, "3\n(1)", "B\nx <i>3</i>"), ("a", "y", 5, "5", "A")],
    columns=["row", "column", "value", "text", "hover"],
)


def test_draw_matrix():
    figure = draw_matrix(CELLS, rows={"a": "First", "b": "Second"}, columns={"x": "<X>", "y": "Y"})
    cells, targets = figure.data
    assert cells.z.tolist() == [[0, 5], [3, 0]]
    assert [list(line) for line in cells.text] == [["–", "5"], ["3<br>(1)", "–"]]
    assert [list(ids) for ids in targets.customdata] == [["b", "x"], ["a", "y"]]
    assert (list(targets.x), list(targets.base), targets.width) == ([0, 1], [0.5, -0.5], 1)  # whole cells
    assert list(targets.hovertext) == ["B<br>x &lt;i&gt;3&lt;/i&gt;", "A"]
    assert list(figure.layout.xaxis.ticktext) == ["&lt;X&gt;", "Y"]
    assert list(figure.layout.yaxis.range) == [1.5, -0.5]  # the first row on top


def test_nothing_is_a_dash_and_what_is_not_asked_blank():
    none = CELLS.assign(text=["", "5"], value=[0, 5])
    cells = draw_matrix(none, rows={"a": "A", "b": "B"}, columns={"x": "X", "y": "Y"}, whole=False).data[0]
    assert [[None if z != z else z for z in line] for line in cells.z] == [[None, 5], [0, None]]
    assert [list(line) for line in cells.text] == [["", "5"], ["–", ""]]


def test_one_row_leaves_room_for_upright_names():
    layout = draw_matrix(CELLS.tail(1), rows={"a": "A"}, columns={"y": "A name of twenty-two"}).layout
    assert layout.height - layout.minreducedheight >= 150


def test_the_colour_can_stop_below_the_highest_number():
    rows, columns = {"a": "A", "b": "B"}, {"x": "X", "y": "Y"}
    assert draw_matrix(CELLS, rows=rows, columns=columns).data[0].zmax == 5
    assert draw_matrix(CELLS, rows=rows, columns=columns, zmax=4).data[0].zmax == 4


def test_a_matrix_of_nothing_is_empty():
    figure = draw_matrix(CELLS.head(0), rows={}, columns={})
    assert figure.data[0].zmax == 1
    assert list(figure.data[1].x) == []
