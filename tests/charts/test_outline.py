from analysis.charts.outline import describe_outline, draw_outline
from analysis.reader import list_outline, locate_most_named

NAMES = {"norland": "Norland", "ada-verne": "Ada Verne"}


def test_a_row_an_entity_the_most_named_first(corpus):
    located = locate_most_named(corpus, "a1")
    assert located[["entity_id", "start"]].to_numpy().tolist() == [
        ["norland", 30],
        ["norland", 60],
        ["ada-verne", 0],
    ]
    figure = draw_outline(located, names=NAMES, colour="#111111")
    assert list(figure.data[0].y) == [0, 0, 1]
    assert figure.data[0].customdata.tolist() == [["mention-30"], ["mention-60"], ["mention-0"]]
    assert list(figure.layout.yaxis.ticktext) == ["Norland (2)", "Ada Verne (1)"]
    assert describe_outline(located, names=NAMES) == (
        "Places of the most named entities. Norland: 2 mentions; Ada Verne: 1 mention."
    )


def test_list_outline_is_in_the_order_of_the_text(corpus):
    outline = list_outline(corpus, "a1")
    assert outline[["layer", "who"]].to_numpy().tolist() == [
        ["Person", "Ada Verne"],
        ["Statement, direct", "Ada Verne"],
        ["Country", "Norland"],
        ["Country", "Norland"],
    ]
