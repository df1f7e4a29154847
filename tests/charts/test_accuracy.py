import pandas as pd

from analysis.charts.accuracy import draw_accuracy

COLUMNS = ["layer", "measure", "value", "low", "high", "precision", "recall", "right", "found", "annotated"]
ROWS = [
    ("Statements", "F1", 0.8, 0.5, 0.9, 0.8, 0.8, 8, 10, 10),
    ("One article", "accuracy", 0.5, None, None, None, None, 1, 2, 2),
    ("Nothing to find", "F1", None, None, None, None, None, 0, 0, 0),
    ("Out of scope", "count", 2.0, None, None, None, None, 0, 2, 0),
]


def test_values_and_intervals():
    figure = draw_accuracy(pd.DataFrame(ROWS, columns=COLUMNS))
    dots, numbers = figure.data
    assert list(dots.y) == ["Statements", "One article"]
    assert list(dots.x) == [0.8, 0.5]
    assert [round(float(x), 3) for x in dots.error_x.array] == [0.1, 0.0]
    assert [round(float(x), 3) for x in dots.error_x.arrayminus] == [0.3, 0.0]
    assert (list(numbers.x), list(numbers.text)) == ([0.9, 0.5], ["  0.800", "  0.500"])
    assert list(figure.layout.xaxis.range) == [0.5, 1.01]
    assert dots.cliponaxis is False  # nor a mark at 1
    assert (numbers.cliponaxis, figure.layout.margin.r) == (False, 56)  # a number is never cut off


def test_no_figures():
    assert list(draw_accuracy(pd.DataFrame(columns=COLUMNS)).data[0].x) == []
