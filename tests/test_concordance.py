import pytest

from analysis.concordance import kwic
from analysis.filters import Filters


@pytest.mark.parametrize(
    ("entity_id", "options", "places"),
    [
        ("norland", {}, [("a1", 30), ("a1", 60), ("a3", 40), ("a4", 0)]),
        ("norland", {"outlet_id": "gazette"}, [("a1", 30), ("a1", 60)]),
        # Only the first sentence of a3 names both, and both are listed.
        ("norland", {"beside": "ada-verne"}, [("a3", 5), ("a3", 40)]),
        ("norland", {"beside": "ada-verne", "outlet_id": "gazette"}, []),
        ("norland", {"beside": "norland"}, [("a1", 30), ("a1", 60), ("a3", 40), ("a4", 0)]),
        ("nobody", {}, []),
    ],
)
def test_kwic(corpus, entity_id, options, places):
    lines = kwic(corpus, entity_id, **options)
    assert list(zip(lines["article_id"], lines["start"], strict=True)) == places
    assert list(lines.columns) == list(corpus.mentions.columns)


def test_an_empty_selection_has_no_lines(corpus):
    assert kwic(corpus.select(Filters(types=("PROCESS",))), "norland", beside="ada-verne").empty


def test_the_corpus_stays_as_it_is(corpus):
    before = corpus.mentions.copy()
    kwic(corpus, "norland", beside="ada-verne")
    assert corpus.mentions.equals(before)
