from analysis.charts.passages import describe_passages, draw_passages
from analysis.charts.template import outlet_colours
from analysis.comparison import share_passages


def test_a_block_has_the_colour_of_the_outlet_that_shares_it(corpus):
    colours = outlet_colours(corpus.outlets)
    paper, blocks, numbers = draw_passages(share_passages(corpus), corpus.articles, colours=colours).data
    assert list(paper.y) == [0, 1]  # a2 and a4 share nothing and are left out
    assert [round(x, 1) for x in blocks.base] == [25.0, 11.7]
    assert [round(x, 1) for x in blocks.x] == [45.0, 11.7]
    assert list(blocks.marker.color) == [colours["herald"], colours["gazette"]]
    assert list(blocks.marker.pattern.shape) == ["", "/"]
    assert list(numbers.text) == [1, 1]


def test_describe_passages(corpus):
    assert describe_passages(share_passages(corpus)) == (
        "Strips of the articles with the passages they share. Passage and sources: 1, The Gazette, Herald & Sons."
    )


def test_a_passage_keeps_the_colour_of_an_article_that_is_not_drawn(corpus):
    colours = outlet_colours(corpus.outlets)
    paper, blocks, _ = draw_passages(share_passages(corpus), corpus.articles[:1], colours=colours).data
    assert list(paper.y) == [0]
    assert list(blocks.marker.color) == [colours["herald"]]
