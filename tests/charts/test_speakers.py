import pandas as pd

from analysis.charts.speakers import describe_speakers, draw_speakers
from analysis.charts.template import OTHER_COLOUR
from analysis.quotations import count_statements, list_quotations


def test_a_bar_has_a_part_for_each_outlet(corpus):
    counts = count_statements(list_quotations(corpus), corpus)
    figure = draw_speakers(counts, colours={"gazette": "#111111", "herald": "#222222"})
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [(bar.name, bar.marker.color, list(bar.y), list(bar.x)) for bar in bars] == [
        ("The Gazette", "#111111", ["port-council", "ada-verne"], [1, 1]),
        ("Herald &amp; Sons", "#222222", ["port-council"], [1]),
    ]
    assert [list(bar.customdata[:, 0]) for bar in bars] == [["port-council", "ada-verne"], ["port-council"]]
    assert bars[0].hovertext[0] == "<b>Port Council</b><br>The Gazette: 1 (1 indirect)"
    assert list(figure.data[-1].text) == [" 2", " 1"]


def test_more_sources_than_colours_are_one_part(corpus):
    counts = count_statements(list_quotations(corpus), corpus).head(1)
    crowd = pd.concat(counts.assign(outlet_id=f"o{n}", outlet=f"Paper {n}", total=9) for n in range(9))
    figure = draw_speakers(crowd, colours={"o1": "#111111"})
    (bar,) = [trace for trace in figure.data if trace.type == "bar"]
    assert (list(bar.x), bar.marker.color, figure.layout.showlegend) == ([9], OTHER_COLOUR, False)
    assert list(bar.hovertext) == ["<b>Port Council</b><br>9 sources: 9 (9 direct)"]


def test_few_statements_are_counted_in_ones(corpus):
    counts = count_statements(list_quotations(corpus), corpus)
    assert draw_speakers(counts, colours={}).layout.xaxis.dtick == 1
    many = draw_speakers(counts.assign(total=counts["total"] * 20), colours={}).layout.xaxis
    assert (many.dtick, many.nticks) == (None, 6)


def test_the_chosen_speaker_stands_out(corpus):
    counts = count_statements(list_quotations(corpus), corpus)
    figure = draw_speakers(counts, colours={}, chosen="ada-verne")
    assert list(figure.data[0].marker.opacity) == [0.35, 1.0]


def test_the_chart_in_words(corpus):
    counts = count_statements(list_quotations(corpus), corpus)
    assert describe_speakers(counts) == (
        "Bars of statements by speaker, split by source, 2 speakers. "
        "Most reported: Port Council 2, Ada Verne 1."
    )
