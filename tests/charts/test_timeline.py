import pandas as pd

from analysis.charts.timeline import CLOSE_ROW, ROW, draw_timeline
from analysis.overview import timeline

COLOURS = {"gazette": "#111111", "herald": "#222222"}
DAY = 24 * 60 * 60 * 1000


def test_a_bar_covers_the_days_an_article_may_be_of(corpus):
    bars = draw_timeline(timeline(corpus), colours=COLOURS).data[0]
    assert [str(day.date()) for day in pd.to_datetime(bars.base)] == [
        "2024-03-04",
        "2024-04-01",
        "2024-03-06",
    ]
    assert list(bars.x) == [DAY, 30 * DAY, 7 * DAY]
    assert list(bars.y) == ["gazette", "gazette", "herald"]
    assert list(bars.text) == ["4 March 2024", "April 2024", "week from 6 March 2024"]


def test_the_less_is_known_the_lighter_is_the_bar(corpus):
    bars = draw_timeline(timeline(corpus), colours=COLOURS).data[0]
    assert list(bars.marker.color) == ["#111111ff", "#11111140", "#22222273"]
    assert list(bars.marker.line.color) == ["#111111", "#111111", "#222222"]


def test_titles_are_shown_letter_for_letter(corpus):
    table = timeline(corpus).assign(title="<b>x</b>")
    assert (
        draw_timeline(table, colours=COLOURS).data[0].hovertext[0].startswith("<b>&lt;b&gt;x&lt;/b&gt;</b>")
    )


def test_many_outlets_stand_closer_on_one_line_each(corpus):
    name = "The Long and Winding Gazette of the Harbour"
    table = timeline(corpus).iloc[[0] * 40].assign(outlet_id=[f"o{i}" for i in range(40)], outlet=name)
    colours = dict.fromkeys(table["outlet_id"], "#111111")
    few, many = (draw_timeline(rows, colours=colours).layout for rows in (table.head(10), table))
    assert many.height - few.height == 40 * CLOSE_ROW - 10 * ROW
    assert few.yaxis.ticktext[0] == "The Long and Winding…<br>4 March 2024"
    assert many.yaxis.ticktext[0] == "The Long and Winding…"


def test_words_stand_below_the_name_of_an_outlet_with_one_article(corpus):
    figure = draw_timeline(timeline(corpus).tail(2), colours=COLOURS)
    assert list(figure.layout.yaxis.ticktext) == [
        "The Gazette<br>April 2024",
        "Herald &amp; Sons<br>week from 6 March 2024",
    ]
    assert figure.data[0].text is None


def test_a_single_day_leaves_room_for_its_words(corpus):
    day = timeline(corpus).head(1)
    begin, end = draw_timeline(pd.concat([day, day]), colours=COLOURS).layout.xaxis.range
    assert end - begin > pd.Timedelta(days=5)
