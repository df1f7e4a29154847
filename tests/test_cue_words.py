from dataclasses import replace

import pandas as pd
import pytest

from analysis.comparison import share_quoted
from analysis.cue_words import (
    cell_table,
    count_cues,
    count_tones,
    describe_tone_basis,
    describe_tones,
    find_quoted_from,
    find_statements_by_tone,
    rarest_tone,
    share_by_country,
)
from analysis.filters import Filters

LEMMAS = ["claim", "say", "warn"]  # of s1, s2, s3
LEXICON = [("claim", "doubt", "leaves the truth open"), ("warn", "warning", "foresees harm")]


@pytest.fixture
def cued(corpus):
    """The small corpus with three cues, one of which the lexicon does not know."""
    lexicon = pd.DataFrame(LEXICON, columns=["cue_lemma", "tone", "reason"])
    return replace(corpus, statements=corpus.statements.assign(cue_lemma=LEMMAS), cues=lexicon)


def test_count_cues(cued):
    assert count_cues(cued).to_numpy().tolist() == [
        ["gazette", "The Gazette", "claim", "doubt", "leaves the truth open", 1, 0.5],
        ["gazette", "The Gazette", "say", "neutral", "reports the words without judging them", 1, 0.5],
        ["herald", "Herald & Sons", "warn", "warning", "foresees harm", 1, 1.0],
    ]


def test_a_note_on_a_neutral_cue_is_no_reason_for_its_tone(cued):
    lexicon = pd.DataFrame([("say", "neutral", "also a noun")], columns=cued.cues.columns)
    assert set(count_cues(replace(cued, cues=lexicon))["reason"]) == {
        "reports the words without judging them"
    }


def test_count_tones_has_a_row_for_every_source_and_tone(cued):
    tones = count_tones(cued)
    assert len(tones) == 3 * 5
    assert tones[tones["statements"] > 0][
        ["outlet_id", "tone", "statements", "share"]
    ].to_numpy().tolist() == [
        ["gazette", "neutral", 1, 0.5],
        ["gazette", "doubt", 1, 0.5],
        ["herald", "warning", 1, 1.0],
    ]
    assert len(cell_table(tones)) == 3
    assert describe_tones(tones) == (
        "Tone of reporting verbs by source. The Gazette: doubt 1; Herald & Sons: warning 1."
    )


def test_find_statements_by_tone(cued):
    assert find_statements_by_tone(cued, outlet_id="gazette", tone="doubt") == ["s1"]
    assert find_statements_by_tone(cued, outlet_id="post", tone="doubt") == []


def test_find_statements_by_tone_in_all_sources(cued):
    assert find_statements_by_tone(cued, tone="neutral") == ["s2"]


def test_rarest_tone(cued):
    assert rarest_tone(count_tones(cued)) == "doubt"
    neutral = replace(cued, statements=cued.statements.assign(cue_lemma="say"))
    assert rarest_tone(count_tones(neutral)) == "neutral"


def test_the_basis_of_the_tones(cued):
    assert describe_tone_basis(count_tones(cued)) == (
        "3 statements with a reporting word, fewer than 30 in every source: too few to compare their habits."
    )


@pytest.mark.parametrize(
    ("outlet_id", "countries", "found"),
    [("gazette", "", ["s1"]), ("gazette", "norland", ["s1"]), ("gazette", "unknown", []), ("post", "", [])],
)
def test_find_quoted_from(cued, outlet_id, countries, found):
    assert find_quoted_from(cued, outlet_id=outlet_id, countries=countries) == found


def test_share_by_country(cued):
    table = share_by_country(share_quoted(cued), cued)
    assert table[["outlet_id", "speaker", "quoted_words"]].to_numpy().tolist() == [
        ["gazette", "Norland", 7],
        ["herald", "Norland", 5],
    ]


def test_a_country_that_no_article_names_is_spelled_like_one(cued):
    entities = cued.entities.replace({"country": {"norland": "isle-of-kelp"}})
    abroad = replace(cued, entities=entities)
    assert share_by_country(share_quoted(abroad), abroad)["speaker"].tolist() == ["Isle of Kelp"] * 2


def test_no_statements(cued):
    empty = cued.select(Filters(outlets=("post",)))
    assert count_cues(empty).empty
    assert count_tones(empty)["statements"].sum() == 0
    assert share_by_country(share_quoted(empty), empty).empty
