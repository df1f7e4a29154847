from analysis.charts.quoted import describe_quoted, draw_quoted
from analysis.charts.template import outlet_colours, pale
from analysis.comparison import share_quoted


def test_a_bar_an_outlet_and_one_a_speaker(corpus):
    figure = draw_quoted(share_quoted(corpus), colours=outlet_colours(corpus.outlets))
    bars = figure.data[0]
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>The Gazette</b>", "Ada Verne", "<b>Herald &amp; Sons</b>", "Port Council",
    ]  # fmt: skip
    assert [round(x, 2) for x in bars.x] == [2.33, 2.33, 1.67, 1.67]
    assert list(bars.text) == ["2.3% (7)", "2.3% (7)", "1.7% (5)", "1.7% (5)"]
    assert bars.marker.color[1] == pale(bars.marker.color[0])


def test_a_bar_can_be_clicked(corpus):
    """With a list of opacities plotly leaves `unselected` empty, and its click on a bar with text fails."""
    bars = draw_quoted(share_quoted(corpus), colours=outlet_colours(corpus.outlets)).data[0]
    assert (bars.marker.opacity, bars.unselected.marker.opacity) == (None, 1)


def test_describe_quoted(corpus):
    assert describe_quoted(share_quoted(corpus)) == (
        "Share of each source’s words that stands inside quotation marks: "
        "The Gazette 2.3% (7 words); Herald & Sons 1.7% (5 words)."
    )
