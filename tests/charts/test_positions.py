import pandas as pd

from analysis.charts.positions import describe_positions, draw_positions
from analysis.labels import STANCES

ROWS = pd.DataFrame(
    [
        ("ann", "Ann <b>Berg</b>", "talks", "Talks", "asserts", 2, 1),
        ("ann", "Ann <b>Berg</b>", "talks", "Talks", "denies", 1, 1),
        ("raul", "Raul Paz", "vote", "A vote", "denies", 1, 1),
    ],
    columns=["actor_id", "actor", "proposition_id", "proposition", "stance", "positions", "outlets"],
)


def test_two_stances_of_one_cell_stand_one_below_the_other():
    figure = draw_positions(ROWS, names=STANCES)
    marks = {(trace.name, *row): (x, y) for trace in figure.data
             for row, x, y in zip(trace.customdata[:, :2].tolist(), trace.x, trace.y, strict=True)
             for row in [tuple(row)]}  # fmt: skip
    assert marks == {  # the first row is as high as its two marks need, 52; the second 33
        ("Asserts", "ann", "talks"): (0, 16.5),
        ("Denies", "ann", "talks"): (0, 35.5),
        ("Denies", "raul", "vote"): (1, 68.5),
    }
    assert list(figure.layout.yaxis.range) == [85, 0]


def test_a_long_name_gets_a_row_as_high_as_its_lines():
    rows = ROWS.tail(1).assign(actor="Ministry of Bridges, Quays and Lighthouses")
    assert list(draw_positions(rows, names=STANCES).layout.yaxis.range) == [62, 0]


def test_the_legend_has_one_order():
    assert [trace.name for trace in draw_positions(ROWS[::-1], names=STANCES).data] == ["Asserts", "Denies"]


def test_only_a_number_above_one_is_printed():
    assert [list(trace.text) for trace in draw_positions(ROWS, names=STANCES).data] == [["2"], ["", ""]]


def test_names_hold_no_markup():
    assert draw_positions(ROWS, names=STANCES).layout.yaxis.ticktext[0] == "Ann &lt;b&gt;Berg&lt;/b&gt;"


def test_the_chart_in_words():
    assert describe_positions(ROWS.tail(1), names=STANCES) == (
        "Stances of actors on propositions. Raul Paz: denies “A vote”."
    )
