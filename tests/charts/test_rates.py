import pandas as pd
import pytest

from analysis.charts.rates import describe_differences, describe_rates, draw_differences, draw_rates
from analysis.charts.template import OTHER_COLOUR, outlet_colours
from analysis.mentions import count_mentions, keep_most

DIFFERENCES = pd.DataFrame(
    [
        ("a", "Ada <b>", 9, 30.0, 0, 0.0, 30.0, 8.0, 60.0, "differs"),
        ("b", "Quay", 1, 2.0, 4, 8.0, -6.0, -20.0, 9.0, "may be chance"),
        ("c", "Toll", 1, 2.0, 1, 2.0, 0.0, -8.0, 8.0, "too few"),
    ],
    columns=["entity_id", "name", "mentions", "rate", "other_mentions", "other_rate", "difference", "low", "high",
             "verdict"],
)  # fmt: skip


def test_a_mark_an_outlet(corpus):
    counts = keep_most(count_mentions(corpus, per="outlet_id"), "rate", 2)
    _, *marks = draw_rates(counts, colours=outlet_colours(corpus.outlets)).data
    drawn = {mark.name: [(y, round(x, 2)) for y, x in zip(mark.y, mark.x, strict=True)] for mark in marks}
    assert drawn == {
        "The Gazette": [("norland", 6.67), ("ada-verne", 3.33)],
        "Herald &amp; Sons": [("norland", 3.33), ("ada-verne", 3.33)],
        "Evening Post": [("norland", 2.5), ("ada-verne", 0.0)],
    }
    assert len({mark.marker.symbol for mark in marks}) == 3


def test_a_source_that_names_nobody_has_a_small_mark(corpus):
    counts = keep_most(count_mentions(corpus, per="outlet_id"), "rate", 2)
    sizes = draw_rates(counts, colours=outlet_colours(corpus.outlets)).data[-1].marker.size
    assert sizes[1] < sizes[0]


@pytest.fixture
def differences():
    return draw_differences(DIFFERENCES, outlet="Post", other="Herald", colour="red", other_colour="blue")


def test_differences_have_the_colour_of_the_outlet_with_more(differences):
    assert list(differences.data[-1].marker.color) == ["red", "blue", OTHER_COLOUR]


def test_only_a_difference_beyond_chance_is_full(differences):
    assert list(differences.data[-1].marker.symbol) == ["circle", "circle-open", "circle-open"]
    assert [list(line.x) for line in differences.data[:3]] == [[8.0, 60.0], [-20.0, 9.0], [-8.0, 8.0]]


def test_counts_stand_beside_the_names(differences):
    assert list(differences.layout.yaxis.ticktext) == [
        "Ada &lt;b&gt;<br>9 : 0",
        "Quay<br>1 : 4",
        "Toll<br>1 : 1",
    ]


@pytest.mark.parametrize(("rows", "found"), [(3, "Ada <b> 30.0"), (0, "none that chance could not explain")])
def test_describe_differences(rows, found):
    words = describe_differences(DIFFERENCES.head(rows), outlet="Post", other="Herald")
    assert words == f"Differences in mentions per 1,000 words, Post less Herald: {found}."


def test_describe_rates(corpus):
    counts = keep_most(count_mentions(corpus, per="outlet_id"), "rate", 1)
    assert describe_rates(counts) == (
        "Mentions per 1,000 words by source. The source with the highest rate: Norland, The Gazette 6.7 (2)."
    )
