import pandas as pd

from analysis.charts.keyness import describe_keyness, draw_keyness

TABLE = pd.DataFrame(
    [("boat", 6, 1, 6.0, 0.5, 2.0, 0.5, 3.5, 2.6, 9.1), ("<i>", 1, 5, 1.0, 2.5, -0.9, -2.0, 0.2, -1.6, -1.4)],
    columns=["word", "n_target", "n_reference", "rate_target", "rate_reference", "log_odds", "low", "high", "z",
             "log_likelihood"],
)  # fmt: skip


def test_a_mark_is_filled_where_the_interval_leaves_out_zero():
    figure = draw_keyness(TABLE, target="Gazette", colour="#123456")
    intervals, marks = figure.data[:2], figure.data[2]
    assert [list(line.x) for line in intervals] == [[0.5, 3.5], [-2.0, 0.2]]
    assert list(marks.marker.symbol) == ["circle", "circle-open"]
    assert list(marks.customdata[:, 0]) == ["boat", "<i>"]
    assert list(figure.layout.yaxis.ticktext) == ["boat (6 · 1)", "&lt;i&gt; (1 · 5)"]
    assert [note.text for note in figure.layout.annotations][2:] == ["9.1", "1.4", "G²"]
    assert {note.font.color for note in figure.layout.annotations} == {None}  # readable light and dark


def test_the_chart_in_words():
    assert describe_keyness(TABLE, target="Gazette") == (
        "Log-odds ratios. More in Gazette: boat 2.0. More in the others: <i> −0.9."
    )
