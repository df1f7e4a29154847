from analysis.borrowed import match_pair, share_borrowed
from analysis.charts.borrowed import describe_pair, draw_pair, draw_shares


def test_a_block_on_each_strip_and_a_ribbon_between(corpus):
    match = match_pair(corpus, "a1", "a3")
    figure = draw_pair(match, first="Gazette", second="Herald", colour="#111111", other_colour="#222222")
    blocks = [(bar.y[0], bar.base[0], round(bar.x[0], 1)) for bar in figure.data if bar.type == "bar"]
    assert blocks == [(1, 25.0, 45.0), (0, match["other_begin"][0] * 100, 11.7)]
    ribbons = [trace for trace in figure.data if trace.type == "scatter"]
    assert [ribbon.opacity for ribbon in ribbons] == [0.15]  # a near copy is paler
    assert figure.layout.barmode == "overlay"


def test_the_map_in_words(corpus):
    words = describe_pair(match_pair(corpus, "a1", "a3"), first="Gazette", second="Herald")
    assert words == "Shared passages of Gazette and Herald: 1, 40 words at 25% of Gazette and 12% of Herald."


def test_shares_are_drawn_in_order(corpus):
    bars = draw_shares(
        share_borrowed(corpus), colours={"gazette": "#111", "herald": "#222", "post": "#333"}
    ).data[0]
    assert list(bars.x) == [40.0, 10.0, 0.0, 0.0]
    assert list(bars.text)[:2] == ["40% · 40 words", "10% · 30 words"]
