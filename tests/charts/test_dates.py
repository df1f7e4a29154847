import pandas as pd

from analysis.charts.dates import describe_dates, draw_dates, draw_disputes
from analysis.timeline import KIND_NAMES


def dates():
    rows = [
        (
            "published",
            "2024-03-04",
            "2024-03-04",
            "g",
            "Gazette",
            "Quay <b>open</b>",
            "certain",
            "day",
            "published:a1",
        ),
        ("planned", "2024-04-01", "2024-04-30", "h", "Herald", "talks in April", "guess", "month", "a2:9"),
    ]
    table = pd.DataFrame(
        rows,
        columns=[
            "kind",
            "first",
            "last",
            "outlet_id",
            "outlet",
            "label",
            "confidence",
            "precision",
            "date_id",
        ],
    )
    return table.assign(**{day: pd.to_datetime(table[day]) for day in ("first", "last")})


def test_each_kind_has_a_heading_and_rows_of_its_own():
    figure = draw_dates(dates(), colours={"g": "#111111", "h": "#222222"}, names=KIND_NAMES)
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>Was published</b>",
        "Gazette",
        "<b>Is to happen</b>",
        "Herald",
    ]
    assert list(figure.data[0].y) == [1, 3]


def test_a_bar_covers_the_days_that_a_date_can_mean():
    bars = draw_dates(dates(), colours={"g": "#111111", "h": "#222222"}, names=KIND_NAMES).data[0]
    day = 24 * 3600 * 1000
    assert list(bars.x) == [day, 30 * day]
    assert list(bars.marker.opacity) == [1.0, 0.45]
    assert bars.marker.line.color[0] == "#111111"  # an edge of another colour would hide a bar of one day
    assert "<b>open</b>" not in bars.hovertext[0]


def test_a_click_gives_the_date():
    bars = draw_dates(dates(), colours={"g": "#111111", "h": "#222222"}, names=KIND_NAMES).data[0]
    assert bars.customdata.tolist() == [["published:a1"], ["a2:9"]]


def test_the_dates_of_one_event_stand_under_each_other():
    rows = [
        ("e1", "2024-04-01", "2024-04-30", "April", "g", "Gazette", "a1:4"),
        ("e1", "2024-04-02", "2024-04-02", "2 April", "h", "<i>Herald", "a2:9"),
    ]
    columns = ["event_id", "first", "last", "text", "outlet_id", "outlet", "date_id"]
    figure = draw_disputes(
        pd.DataFrame(rows, columns=columns), titles={"e1": "Talks (Lima)"}, colours={"g": "#111", "h": "#222"}
    )
    ticks = ["<b>Talks (Lima)</b>", "Gazette: April", "&lt;i&gt;Herald: 2 April"]
    assert list(figure.layout.yaxis.ticktext) == ticks
    day = 24 * 3600 * 1000
    assert (list(figure.data[0].y), list(figure.data[0].x)) == ([1, 2], [30 * day, day])


def test_the_chart_in_words():
    assert describe_dates(dates(), names=KIND_NAMES) == (
        "Time line. Was published: 1 date from 2024-03-04 to 2024-03-04; "
        "Is to happen: 1 date from 2024-04-01 to 2024-04-30."
    )
