from dataclasses import replace

import pandas as pd
import pytest

from analysis.filters import Filters
from analysis.findings import (
    both_sides,
    both_sides_of_the_page,
    find_findings,
    lonely_conditions,
    most_dates,
    most_named,
    most_quoted,
    most_shared,
    opposite_headlines,
    without_monitor,
)
from analysis.knowledge.zones import Zone
from pages import MENU

from .conftest import ZONE

ZONES = {
    zone_id: Zone(**dict.fromkeys(Zone._fields, "") | {"zone_id": zone_id, "feature_id": "outline", "name": name,
                                                       "short": name, "entity_id": zone_id})
    for zone_id, name in ((ZONE, "The Basin"), ("far-zone", "The Far Shore"))
}  # fmt: skip


def shown(finding):
    return finding and (finding.text, finding.page, finding.filters, finding.own)


def test_most_named(corpus):
    assert shown(most_named(corpus)) == (
        "Norland is named most: 4 of 9 mentions (44%), in 3 of 4 articles.",
        "entity_mentions",
        Filters(),
        {"entity": "norland"},
    )


@pytest.mark.parametrize(
    ("outlets", "text"),
    [
        (("gazette", "herald"), "Norland is named most: 3 of 8 mentions (38%), in 2 of 3 articles."),
        (("herald", "post"), "Norland is named most: 2 of 4 mentions (50%), in all 2 articles."),
        (("post",), "Norland is named most: 1 of 1 mention (100%)."),
    ],
)
def test_most_named_says_how_widely(corpus, outlets, text):
    assert most_named(corpus.select(Filters(outlets=outlets))).text == text


@pytest.mark.parametrize(
    ("stances", "text"),
    [
        (
            ["asserts", "denies"],
            "On “The quay is open” the articles report both sides. Of the actors 1 asserts it and 1 denies it.",
        ),
        (
            ["asserts", "asserts", "conditional", "denies"],
            "On “The quay is open” the articles report both sides. Of the actors 2 assert it, 1 makes it "
            "conditional and 1 denies it.",
        ),
        (["asserts", "asserts"], None),
        ([], None),
    ],
)
def test_both_sides(corpus, stances, text):
    row = corpus.positions.iloc[:1]
    held = pd.concat([row.assign(stance=stance, actor_ids=[(f"actor-{i}",)]) for i, stance in enumerate(stances)]
                     or [row.iloc[:0]])  # fmt: skip
    finding = both_sides(replace(corpus, positions=held))
    assert (finding and finding.text) == text
    assert finding is None or finding.own == {"about": "open-quay"}


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        (
            "monitor_proposed",
            "The Far Shore has no monitor of its own in the articles; for The Basin they name Ada Verne.",
        ),
        ("other", "The Basin and The Far Shore have no monitor of their own in the articles."),
    ],
)
def test_without_monitor(corpus, relation, text):
    facts = corpus.zone_facts.query("relation == 'monitor_proposed'").assign(relation=relation)
    assert without_monitor(replace(corpus, zone_facts=facts), ZONES).text == text


def test_without_monitor_says_that_a_selection_may_leave_monitors_out(corpus):
    facts = corpus.zone_facts[:1].assign(relation="other")
    selected = replace(corpus, zone_facts=facts, filters=Filters(actors=("ada-verne",)))
    assert without_monitor(selected, ZONES).text == (
        "The Basin and The Far Shore have no monitor of their own in this selection."
    )


def test_without_monitor_is_silent_where_no_article_speaks_of_zones(corpus):
    assert without_monitor(replace(corpus, zone_facts=corpus.zone_facts[:0]), ZONES) is None


def test_most_shared(corpus):
    # 30 of the 300 words of either side: the shorter outlet has 100 + 200
    assert shown(most_shared(corpus)) == (
        "The Gazette and Herald & Sons share 30 words in 1 passage, 10% of the shorter of the two.",
        "borrowed_passages",
        Filters(outlets=("gazette", "herald")),
        {},
    )


def test_most_quoted(corpus):
    assert shown(most_quoted(corpus)) == (
        "Port Council is quoted most: 2 statements, in 2 of 3 sources.",
        "quote_explorer",
        Filters(actors=("port-council",)),
        {},
    )


@pytest.mark.parametrize("chosen", [{"outlets": ("post",)}, {"actors": ("quay-wire",)}, {"types": ("NORP",)}])
def test_findings_of_a_part_keep_its_filters(corpus, chosen):
    for finding in find_findings(corpus.select(Filters(**chosen)), zones=ZONES):
        assert finding.page in MENU
        assert all(getattr(finding.filters, field) for field in chosen)


def test_an_empty_corpus_has_no_findings(corpus):
    assert find_findings(corpus.select(Filters(outlets=("nobody",))), zones=ZONES) == []


def test_opposite_headlines_take_the_place_of_shared_words(corpus):
    assert opposite_headlines(corpus) is None
    titles = {"a1": "Norland keeps old quay open", "a3": "Norland keeps no old quay open"}
    told = replace(corpus, articles=corpus.articles.assign(title=corpus.articles["article_id"].map(titles)))
    told = replace(told, articles=told.articles.fillna({"title": ""}))
    found = [(finding.page, finding.own) for finding in find_findings(told, zones=ZONES)]
    assert ("borrowed_passages", {"pair": "a1|a3"}) in found
    assert ("borrowed_passages", {}) not in found


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (["condition"], "Only Herald & Sons reports 1 of 1 condition: “The quay is open”."),
        (["claim"], None),
    ],
)
def test_a_condition_that_one_source_only_reports(corpus, kinds, text):
    told = replace(
        corpus, propositions=corpus.propositions.assign(kind=kinds), positions=corpus.positions.tail(1)
    )
    found = lonely_conditions(told)
    assert (found.text if found else None) == text


def test_an_author_who_is_a_source_elsewhere(corpus):
    assert both_sides_of_the_page(corpus) is None
    told = replace(corpus, articles=corpus.articles.assign(author=["", "Ada Verne", "", ""]))
    assert both_sides_of_the_page(told).own == {"find": "Ada Verne"}
    alone = replace(corpus, articles=corpus.articles.assign(author="Ada Verne"))
    assert both_sides_of_the_page(alone) is None  # speaks in articles of her own only


def test_no_event_has_several_dates(corpus):
    assert most_dates(corpus) is None
