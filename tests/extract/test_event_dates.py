from types import SimpleNamespace

import pytest

from analysis.extract.event_dates import find_event_dates, link_events
from analysis.knowledge.entities import Capital, KnownEntity
from analysis.records import Mention

KNOWLEDGE = SimpleNamespace(
    event_nouns={"talks": "talks", "meeting": "talks", "election": "election"},
    capitals={"Oslo": Capital("Oslo", "oslo", "norway")},
    entities={"oslo-process": KnownEntity("oslo-process", "Oslo process", "PROCESS", "", "", "")},
)
NAMES = {
    "Oslo process": ("oslo-process", "PROCESS"),
    "Oslo": ("oslo", "PLACE"),
    "Norway": ("norway", "COUNTRY"),
    "Peru": ("peru", "COUNTRY"),
}


def article(text, published="2019-03-15", article_id="a1"):
    return SimpleNamespace(article_id=article_id, published=published, text=text)


def mention(text, name, article_id):
    entity_id, kind = NAMES[name]
    start = text.index(name)
    return Mention(
        article_id,
        start,
        start + len(name),
        name,
        entity_id,
        kind,
        "name",
        "body",
        0,
        "",
        "",
        "alias",
        "certain",
        False,
    )


def dates(text, names=(), statements=(), **options):
    options = {"article_id": "a1"} | options
    return find_event_dates(
        text,
        article(text, **options),
        sentences=[(0, len(text))],
        mentions=[mention(text, name, options["article_id"]) for name in names],
        statements=statements,
        knowledge=KNOWLEDGE,
    )


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Talks resume in Oslo on April 2.", ["Oslo"], [("April 2", "talks", ["oslo"], "planned")]),
        ("The talks of March 3 failed.", [], [("March 3", "talks", [], "happened")]),
        # a process is a stronger name for a meeting than the country where it is held
        ("The Oslo process has its next meeting on May 4 in Norway.", ["Oslo process", "Norway"],
         [("May 4", "talks", ["oslo-process"], "planned")]),
        ("Prices rose in January 2018.", [], [("January 2018", "", [], "happened")]),
        ("It was quiet (Daily Post, March 3).", [], []),  # the date of a citation
        ("Nothing is dated here.", [], []),
    ],
)  # fmt: skip
def test_find_event_dates(text, names, found):
    assert [(d.text, d.event, d.entity_ids, d.tense) for d in dates(text, names)] == found


def said(text, content, cue, said_on=""):
    start, at = text.index(content), text.index(cue)
    return SimpleNamespace(
        statement_id="s1",
        start=start,
        end=start + len(content),
        cue_start=at,
        cue_end=at + len(cue),
        said_on=said_on,
    )


@pytest.mark.parametrize(
    ("text", "content", "said_on", "found"),
    [
        ("Berg said on March 3 that the talks resume on April 2.", "the talks resume on April 2", "", ["April 2"]),
        # far from the cue, but the day on which it was said
        ("On March 3, in a long letter to all of the members of the council, Berg said that talks failed.",
         "talks failed", "2019-03-03", []),
        ("The talks of March 3 failed, and after a week of silence in both of the towns Berg said that rain fell.",
         "rain fell", "", ["March 3"]),
    ],
)  # fmt: skip
def test_a_date_of_saying_is_left_to_the_statement(text, content, said_on, found):
    assert [d.text for d in dates(text, statements=[said(text, content, "said", said_on)])] == found


def test_a_date_inside_a_statement_names_it():
    text = "Berg said that the talks resume on April 2."
    found = dates(text, statements=[said(text, "the talks resume on April 2", "said")])
    assert [d.statement_id for d in found] == ["s1"]


def test_the_cue_of_another_sentence_takes_no_date():
    text = "So Berg says. After the talks in early May it rained."
    rows = find_event_dates(
        text,
        article(text),
        sentences=[(0, 13), (14, len(text))],
        mentions=[],
        statements=[said(text, "So", "says")],
        knowledge=KNOWLEDGE,
    )
    assert [d.text for d in rows] == ["early May"]


def test_an_article_without_a_date_gives_only_stated_years():
    text = "The election of May 2016 came before the election of June 3."
    assert [d.text for d in dates(text, published="")] == ["May 2016"]


def test_link_events_joins_a_process_its_city_and_its_country():
    rows = [
        *dates("Talks resume in Oslo on April 2.", ["Oslo"], article_id="a1"),
        *dates("The Oslo process has a meeting in late April.", ["Oslo process"], article_id="a2"),
        *dates("Norway hosts a meeting on April 9.", ["Norway"], article_id="a3"),
        *dates("Peru hosts a meeting on April 9.", ["Peru"], article_id="a4"),
        *dates("Norway has an election on April 9.", ["Norway"], article_id="a5"),
        *dates("Talks resume in Oslo on 2 December 2019.", ["Oslo"], article_id="a6"),
    ]
    ids = [d.event_id for d in link_events(rows, KNOWLEDGE)]
    assert ids == [
        "talks-planned-oslo-1",
        "talks-planned-oslo-1",
        "talks-planned-oslo-1",
        "talks-planned-peru-2",
        "election-planned-norway-1",
        "talks-planned-oslo-3",
    ]
