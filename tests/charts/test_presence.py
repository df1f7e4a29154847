from analysis.charts.presence import describe_presence, draw_presence
from analysis.omissions import actor_items, compare_presence


def test_draw_presence(corpus):
    grid = compare_presence(corpus, actor_items(corpus))
    figure = draw_presence(grid)
    cells = figure.data[0]
    assert dict(zip(figure.layout.yaxis.ticktext, map(list, cells.text), strict=True)) == {
        "Norland": ["2", "1", "1"],
        "Ada Verne": ["1", "1", "– (1.3)"],
        "Port Council": ["1", "– (0.4)", "– (0.7)"],
    }
    assert cells.zmax == 10


def test_describe_presence(corpus):
    assert describe_presence(compare_presence(corpus, actor_items(corpus))) == (
        "Matrix of names and sources. Ada Verne not in Evening Post; "
        "Port Council not in Herald & Sons, Evening Post."
    )
