from dataclasses import replace

import pytest

from analysis.filters import Filters
from analysis.knowledge.zones import OutsideFact, Zone
from analysis.zones import (
    PASSAGE_COLUMNS,
    SUMMARY_COLUMNS,
    count_zone_mentions,
    describe_monitors,
    describe_zone_mentions,
    fact_table,
    list_forms,
    list_mentions,
    list_passages,
    mention_cells,
    monitor_cells,
    monitor_columns,
    passage_table,
    survey_zones,
)

ZONES = {
    "idlib": Zone("idlib", "zone-1", "idlib", "The Northern Basin", "Basin", "the basin", ""),
    "pier": Zone("pier", "zone-2", "old-quay", "The Old Pier", "Pier", "the pier", "Wider than the quay."),
}
NOBODY = Filters(outlets=("nobody",))


def monitors_in(corpus):
    return survey_zones(corpus, ZONES).monitors


def summary_of(corpus, *, named_in=None):
    return survey_zones(corpus, ZONES, named_in=named_in).summary


def cite(corpus, statement_id, **columns):
    """The corpus with all its zone facts within one statement."""
    return replace(corpus, zone_facts=corpus.zone_facts.assign(statement_id=statement_id, **columns))


def test_passages_of_a_zone(corpus):
    passages = list_passages(corpus, zone_id="idlib")
    assert passages.columns.tolist() == PASSAGE_COLUMNS
    shown = ["relation", "outlet", "actor_ids", "actors", "proposed_by", "itself", "speaker", "chain"]
    assert passages[shown].values.tolist() == [
        ["defined_by", "The Gazette", ["norland"], "Norland", "", True, "", "The Gazette"],
        [
            "monitor_proposed",
            "Herald & Sons",
            ["ada-verne"],
            "Ada Verne",
            "Norland",
            True,
            "",
            "Herald & Sons",
        ],
    ]


def test_a_passage_within_a_statement_is_according_to_its_speaker(corpus):
    passages = list_passages(cite(corpus, "s1"))
    assert passages[["itself", "speaker", "chain", "medium"]].values.tolist() == [
        [False, "Ada Verne", "The Gazette < Ida Holm < Ada Verne", "Quay Wire"]
    ] * 2  # fmt: skip


def test_a_statement_that_the_filters_leave_out_does_not_become_the_article_itself(corpus):
    passages = list_passages(cite(corpus, "s9"))
    assert passages[["itself", "speaker"]].values.tolist() == [[False, ""]] * 2
    assert set(passage_table(passages)["According to"]) == {"a statement that the filters leave out"}


def test_an_unknown_zone_has_no_passage(corpus):
    assert list_passages(corpus, zone_id="atlantis").empty


def test_the_mentions_behind_each_number(corpus):
    counts = count_zone_mentions(corpus, ZONES)
    for row in counts.itertuples():
        found = list_mentions(corpus, ZONES[row.zone_id], outlet_id=row.outlet_id)
        assert len(found) == row.mentions
        assert set(found["outlet_id"]) <= {row.outlet_id}
    assert len(list_mentions(corpus, ZONES["idlib"])) == 1


def test_mentions_of_each_zone_by_outlet_with_zeros(corpus):
    counts = count_zone_mentions(corpus, ZONES)
    assert counts.columns.tolist() == [
        "zone_id",
        "zone",
        "outlet_id",
        "outlet",
        "mentions",
        "articles",
        "words",
        "rate",
    ]
    assert counts.drop(columns=["zone", "outlet"]).values.tolist() == [
        ["idlib", "gazette", 0, 0, 300, 0.0],
        ["idlib", "herald", 1, 1, 300, pytest.approx(1000 / 300)],
        ["idlib", "post", 0, 0, 400, 0.0],
        ["pier", "gazette", 1, 1, 300, pytest.approx(1000 / 300)],
        ["pier", "herald", 0, 0, 300, 0.0],
        ["pier", "post", 0, 0, 400, 0.0],
    ]
    assert describe_zone_mentions(counts) == "Mentions of each zone by source. Basin 1, Pier 1."


def test_an_outlet_without_words_has_no_rate(corpus):
    counts = count_zone_mentions(replace(corpus, articles=corpus.articles.assign(n_tokens=0)), ZONES)
    assert set(counts["rate"]) == {0.0}


def test_monitors_are_those_that_an_article_proposes(corpus):
    monitors = monitors_in(corpus)
    assert monitors.values.tolist() == [
        ["idlib", "Basin", "ada-verne", "Ada Verne", 1, 1, "Herald & Sons"]  # no row for who defines it
    ]
    assert monitor_columns(monitors) == {"ada-verne": "Ada Verne"}
    assert monitor_cells(monitors).values.tolist() == [
        ["idlib", "ada-verne", 1, "1", "Ada Verne for Basin\n1 passage in Herald & Sons"]
    ]


def test_monitors_named_by_most_outlets_come_first(corpus):
    actors = [["norland", "port-council"], ["norland"]]
    both = replace(corpus, zone_facts=corpus.zone_facts.assign(relation="monitor_proposed", actor_ids=actors))
    assert monitors_in(both)[["actor", "passages", "outlets", "outlet_names"]].values.tolist() == [
        ["Norland", 2, 2, "Herald & Sons, The Gazette"],
        ["Port Council", 1, 1, "The Gazette"],
    ]


def test_a_summary_shows_where_nobody_is_named(corpus):
    summary = summary_of(corpus)
    assert summary.columns.tolist() == SUMMARY_COLUMNS
    assert summary.values.tolist() == [
        ["idlib", "Basin", 1, 1, 1, 2, 1, ["ada-verne"], "Ada Verne"],
        ["pier", "Pier", 1, 1, 1, 0, 0, [], ""],
    ]
    assert describe_monitors(summary) == "Proposed monitors. Basin: Ada Verne. Nobody is named for Pier."


def test_mentions_may_be_counted_in_a_wider_selection(corpus):
    narrow = corpus.select(Filters(actors=("port-council",)))
    assert summary_of(narrow)["mentions"].tolist() == [0, 0]
    wide = summary_of(narrow, named_in=corpus)
    assert wide[["mentions", "monitors"]].values.tolist() == [[1, ""], [1, ""]]
    assert describe_monitors(wide) == "Proposed monitors. None. Nobody is named for Basin and Pier."


def test_cells_of_the_mentions(corpus):
    cells = mention_cells(count_zone_mentions(corpus, ZONES))
    assert cells.iloc[:2].values.tolist() == [
        ["gazette", "idlib", 0, "", "Basin in The Gazette\n0 mentions, 0.0 for each 1,000 words"],
        ["herald", "idlib", 1, "1", "Basin in Herald & Sons\n1 mention, 3.3 for each 1,000 words"],
    ]


def test_the_words_for_a_zone(corpus):
    assert list_forms(corpus, ZONES["idlib"]) == ["Northern Basin"]
    assert list_forms(corpus, ZONES["pier"]._replace(entity_id="nowhere")) == []


def test_tables_to_read(corpus):
    assert passage_table(list_passages(corpus)).iloc[0].to_dict() == {
        "Source": "The Gazette",
        "Published": "2024-03-04",
        "What it gives": "How it is defined",
        "Actors": "Norland",
        "Places": "",
        "Proposed by": "",
        "According to": "the article itself",
        "Likely": "",
        "Medium": "",
        "Said on": "",
        "Way to the page": "The Gazette",
        "Passage": "the boats keep to the harbour",
        "Rule": "pattern",
        "Confidence": "Certain",
        "Link": "https://example.org/1",
    }
    facts = [OutsideFact("idlib", "event", "2001", "A bridge opened", "Gazette", "https://a.example")]
    assert fact_table(facts).values.tolist() == [["2001", "A bridge opened", "Gazette", "https://a.example"]]
    assert fact_table([]).columns.tolist() == ["Date", "Fact", "According to", "Link"]


def test_an_empty_selection_keeps_its_columns(corpus):
    nothing = corpus.select(NOBODY)
    assert list_passages(nothing).columns.tolist() == PASSAGE_COLUMNS
    assert count_zone_mentions(nothing, ZONES).empty
    assert monitors_in(nothing).columns.tolist() == monitors_in(corpus).columns.tolist()
    assert summary_of(nothing)["mentions"].tolist() == [0, 0]
    assert passage_table(list_passages(nothing)).empty
