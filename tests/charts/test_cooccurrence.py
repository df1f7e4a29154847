from analysis.charts.cooccurrence import describe_cooccurrences, draw_cooccurrences
from analysis.cooccurrence import count_cooccurrences


def test_every_pair_is_drawn_once(corpus):
    figure = draw_cooccurrences(count_cooccurrences(corpus, top=3))
    cells, targets = figure.data
    assert [[None if z != z else z for z in line] for line in cells.z] == [[1.0, None], [0.0, 0.0]]
    assert figure.layout.xaxis.ticktext == ("Norland", "Ada Verne")
    assert figure.layout.yaxis.ticktext == ("Ada Verne", "The Northern Basin")
    assert targets.hovertext[0] == (
        "Norland and Ada Verne<br>1 sentence in 1 article<br>25% of the sentences that name either"
    )


def test_describe_cooccurrences(corpus):
    assert describe_cooccurrences(count_cooccurrences(corpus, top=2)) == (
        "Matrix of the sentences that name two entities: Norland and Ada Verne 1."
    )
