import pytest

from analysis.evidence import COLUMNS, evidence_table, find_quotations
from analysis.filters import Filters


def test_evidence_table_follows_publication_and_text(corpus):
    table = evidence_table(corpus, corpus.mentions[corpus.mentions["entity_id"] == "norland"])
    shared = ["Rule", "Confidence", "Before", "After", "By hand"]
    assert table.drop(columns=shared).to_dict("split")["data"] == [
        ["The Gazette", "2024-03-04", "Norland", "Norland", "Name"],
        ["The Gazette", "2024-03-04", "Norlandic", "Norland", "Adjective"],
        ["Herald & Sons", "2024-03-06 (week)", "Norland", "Norland", "Name"],
        ["Evening Post", "", "Norland", "Norland", "Name"],
    ]
    assert table[shared].drop_duplicates().to_dict("split")["data"] == [
        ["alias", "Certain", "before it", "after it", False]
    ]


def test_evidence_of_nothing_has_the_same_columns(corpus):
    empty = evidence_table(corpus.select(Filters(outlets=("nobody",))), corpus.mentions[:0])
    assert (empty.empty, tuple(empty.columns)) == (True, COLUMNS)


@pytest.mark.parametrize(
    ("ids", "found"),
    [(["s2", "s1", "s3"], ["s1", "s3", "s2"]), (["s2", "s9"], ["s2"]), ([], [])],
)
def test_find_quotations_follows_publication(corpus, ids, found):
    assert find_quotations(corpus, ids)["statement_id"].tolist() == found
