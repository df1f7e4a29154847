from analysis.charts.dispersion import describe_dispersion, draw_dispersion
from analysis.charts.template import outlet_colours
from analysis.dispersion import locate_mentions


def test_a_line_an_article(corpus):
    figure = draw_dispersion(
        locate_mentions(corpus, ["ada-verne"]), corpus.articles, colours=outlet_colours(corpus.outlets)
    )
    assert [[round(x, 1) for x in trace.x] for trace in figure.data] == [[0.0], [1.7], [], []]
    assert list(figure.layout.yaxis.tickvals) == ["a1", "a3", "a2", "a4"]
    assert list(figure.layout.yaxis.ticktext) == [
        "The Gazette<br>once", "Herald &amp; Sons<br>once", "The Gazette<br>not named", "Evening Post<br>not named",
    ]  # fmt: skip


def test_describe_dispersion(corpus):
    located = locate_mentions(corpus, ["norland"])
    assert describe_dispersion(located, corpus.articles.head(2)) == (
        "A line an article with a stroke at each mention. "
        "The Gazette 2 mentions, from 30% to 60% of the text; Herald & Sons 1 mention, from 13% to 13% of the text."
    )
