import pytest

from analysis.charts.counts import (
    describe_counts,
    describe_counts_by_outlet,
    draw_counts,
    draw_counts_by_outlet,
    write_counts,
)
from analysis.mentions import count_mentions, keep_most


@pytest.fixture
def counts(corpus):
    return keep_most(count_mentions(corpus), "mentions", 2)


@pytest.fixture
def by_outlet(corpus):
    return keep_most(count_mentions(corpus, per="outlet_id"), "mentions", 2)


@pytest.mark.parametrize(
    ("measure", "values", "texts", "title"),
    [
        ("mentions", [4, 2], ["4", "2"], "Mentions"),
        ("articles", [3, 2], ["3 (4)", "2 (2)"], "Articles"),
        ("rate", [4.0, 2.0], ["4.0 (4)", "2.0 (2)"], "Mentions per 1,000 words"),
    ],
)
def test_bars_show_the_measure_with_the_count(counts, measure, values, texts, title):
    figure = draw_counts(counts, measure=measure, key="entity_id", label="name")
    bars = figure.data[0]
    assert (list(bars.x), list(bars.y), list(bars.text)) == (values, ["norland", "ada-verne"], texts)
    assert [list(keys) for keys in bars.customdata] == [["norland"], ["ada-verne"]]
    assert figure.layout.xaxis.title.text == title


def test_the_chosen_bar_stands_out(counts):
    colours = draw_counts(counts, measure="mentions", key="entity_id", label="name", chosen="ada-verne")
    pale, full = colours.data[0].marker.color
    assert pale != full
    assert set(
        draw_counts(counts, measure="mentions", key="entity_id", label="name").data[0].marker.color
    ) == {full}


def test_names_are_no_markup(counts):
    named = counts.assign(name="<b>A & B</b>")
    figure = draw_counts(named, measure="mentions", key="entity_id", label="name")
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;A &amp; B&lt;/b&gt;"
    assert figure.data[0].hovertext[0].startswith("<b>&lt;b&gt;A &amp; B&lt;/b&gt;</b>")


def test_the_matrix_has_a_cell_for_each_source(by_outlet):
    figure = draw_counts_by_outlet(by_outlet, measure="mentions")
    cells, targets = figure.data
    assert cells.z.tolist() == [[2, 1, 1], [1, 1, 0]]
    assert [list(line) for line in cells.text] == [["2", "1", "1"], ["1", "1", "–"]]
    assert list(figure.layout.xaxis.ticktext) == ["The Gazette", "Herald &amp; Sons", "Evening Post"]
    assert [list(ids) for ids in targets.customdata][:2] == [["norland", "gazette"], ["norland", "herald"]]


def test_write_counts_of_nothing(by_outlet):
    assert write_counts(by_outlet, "rate", zero="–", between="\n")[-1] == "–"


def test_descriptions_hold_the_numbers(counts, by_outlet):
    assert describe_counts(counts, measure="rate", label="name") == (
        "Bar chart, mentions per 1,000 words: Norland 4.0 (4); Ada Verne 2.0 (2)."
    )
    assert describe_counts_by_outlet(by_outlet, measure="mentions") == (
        "Matrix of entities and sources, mentions. Highest in each source: "
        "The Gazette: Norland 2; Herald & Sons: Ada Verne 1; Evening Post: Norland 1."
    )
