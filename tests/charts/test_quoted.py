from analysis.charts.quoted import describe_quoted, draw_quoted
from analysis.charts.template import outlet_colours
from analysis.comparison import share_quoted


def test_a_bar_an_outlet_and_one_a_speaker(corpus):
    figure = draw_quoted(share_quoted(corpus), colours=outlet_colours(corpus.outlets))
    bars = figure.data[0]
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>The Gazette</b>", "Ada Verne", "<b>Herald &amp; Sons</b>", "Port Council",
    ]  # fmt: skip
    assert [round(x, 2) for x in bars.x] == [2.33, 2.33, 1.67, 1.67]
    assert list(bars.text) == ["2.3% (7)", "2.3% (7)", "1.7% (5)", "1.7% (5)"]


def test_describe_quoted(corpus):
    assert describe_quoted(share_quoted(corpus)) == (
        "Share of each source’s words that stands inside quotation marks: "
        "The Gazette 2.3% (7 words); Herald & Sons 1.7% (5 words)."
    )
