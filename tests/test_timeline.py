from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.timeline import (
    COLUMNS,
    date_titles,
    explain_disputes,
    find_disputed_dates,
    fold_repeats,
    keep_busiest,
    keep_most_dated,
    list_dates,
    tell_date,
)

EVENT = ["article_id", "start", "first", "last", "text", "precision", "tense", "event", "event_id", "context",
         "statement_id", "confidence", "outlet_id", "outlet", "entity_ids"]  # fmt: skip
ARTICLES = [
    ("a1", "g", "Gazette", "Boats", "2020-01-01", "2020-01-02", "day"),
    ("a2", "h", "Herald", "Rain", "2020-01-05", "2020-01-12", "week"),
    ("a3", "p", "Post", "Undated", None, None, ""),
]


def event(article_id, first, last, *, event_id="e1", text="", start=0):
    outlet_id, outlet = {a[0]: a[1:3] for a in ARTICLES}[article_id]
    return (article_id, start, first, last, text, "day", "planned", "talks", event_id, f"on {first}", None,
            "likely", outlet_id, outlet, ("lima",))  # fmt: skip


def corpus(*events):
    articles = pd.DataFrame(
        ARTICLES,
        columns=["article_id", "outlet_id", "outlet", "title", "date", "date_end", "published_precision"],
    )
    return SimpleNamespace(
        articles=articles.assign(**{c: pd.to_datetime(articles[c]) for c in ("date", "date_end")}),
        event_dates=pd.DataFrame(events, columns=EVENT),
        statements=pd.DataFrame(
            [("s1", "a1", ("ann",), "boats leave", "2019-12-30", "certain", "g", "Gazette"),
             ("s2", "a1", ("ann",), "no date", "", "certain", "g", "Gazette")],
            columns=["statement_id", "article_id", "speaker_ids", "content", "said_on", "confidence", "outlet_id", "outlet"],
        ),
        entity_names={"ann": "Ann Berg", "lima": "Lima"},
    )  # fmt: skip


def test_list_dates_keeps_the_kinds_apart():
    dates = list_dates(corpus(event("a2", "2020-02-01", "2020-02-03")))
    rows = dates[["kind", "first", "last", "precision", "label"]].astype(str).to_numpy().tolist()
    assert rows == [
        ["said", "2019-12-30", "2019-12-30", "day", "Ann Berg: boats leave"],
        ["published", "2020-01-01", "2020-01-01", "day", "Boats"],
        ["published", "2020-01-05", "2020-01-11", "week", "Rain"],
        ["planned", "2020-02-01", "2020-02-03", "day", "on 2020-02-01"],
    ]


@pytest.mark.parametrize(
    ("later", "change"),
    [
        (("2020-02-10", "2020-02-10"), "another date"),
        (("2020-02-02", "2020-02-02"), "narrows it down"),
        (("2020-01-20", "2020-02-28"), "leaves it open"),
    ],
)
def test_find_disputed_dates_says_what_the_later_article_changed(later, change):
    found = find_disputed_dates(corpus(event("a2", *later), event("a1", "2020-02-01", "2020-02-03")))
    assert found[["article_id", "changes"]].to_numpy().tolist() == [["a1", ""], ["a2", change]]


@pytest.mark.parametrize(
    "events",
    [
        [event("a1", "2020-02-01", "2020-02-01"), event("a2", "2020-02-01", "2020-02-01")],  # agreed
        [
            event("a1", "2020-02-01", "2020-02-01", event_id=""),
            event("a2", "2020-03-01", "2020-03-01", event_id=""),
        ],
        [],
    ],
)
def test_dates_that_nobody_disputes(events):
    assert find_disputed_dates(corpus(*events)).empty


def test_list_dates_has_its_columns():
    assert list(list_dates(corpus()).columns) == COLUMNS


def test_a_later_date_for_one_event_is_told_as_such():
    told = corpus(
        event("a2", "2020-02-10", "2020-02-10", text="10 February"),
        event("a1", "2020-02-01", "2020-02-01", text="1 February"),
        event("a3", "2020-02-01", "2020-02-29", text="February"),
    )
    assert explain_disputes(find_disputed_dates(told), told) == [
        "Talks (Lima): 3 dates. Gazette, published 1 January 2020: 1 February; Herald, published in the week "
        "from 5 January 2020: 10 February (another date); Post, day of publication unknown: February (leaves it more open)."
    ]


def test_a_date_in_words():
    dates = list_dates(corpus(event("a2", "2020-02-01", "2020-02-03", start=7)))
    planned = dates[dates["kind"] == "planned"]
    assert date_titles(planned) == {"a2:7": "2020-02-01 · is to happen · Herald · on 2020-02-01"}
    assert tell_date(planned.iloc[0]) == (
        "Is to happen: 2020-02-01 to 2020-02-03 (given as a day, likely). Herald: on 2020-02-01"
    )


def test_keep_busiest():
    dates = list_dates(
        corpus(event("a2", "2020-02-01", "2020-02-03"), event("a2", "2020-02-01", "2020-02-03"))
    )
    assert set(keep_busiest(dates, most=1)["outlet"]) == {"Herald"}


def test_keep_most_dated():
    days = [("e1", "a1", 1), ("e1", "a2", 2), ("e2", "a1", 3), ("e2", "a2", 4), ("e2", "a3", 5)]
    events = [event(article, f"2020-02-0{n}", f"2020-02-0{n}", event_id=one) for one, article, n in days]
    kept = keep_most_dated(find_disputed_dates(corpus(*events)), most=1)
    assert kept["event_id"].tolist() == ["e2"] * 3


REPEATED = [
    event("a1", "2020-02-01", "2020-02-01", text="1 February"),
    event("a2", "2020-02-09", "2020-02-09", text="9 February"),
    event("a3", "2020-02-01", "2020-02-01", text="1 February"),
]


@pytest.mark.parametrize(
    ("most", "rows"),
    [
        (3, [("Gazette", ""), ("Herald", "another date"), ("Post", "another date")]),
        (2, [("Gazette and Post", ""), ("Herald", "another date")]),
    ],
)
def test_fold_repeats(most, rows):
    folded = fold_repeats(find_disputed_dates(corpus(*REPEATED)), most=most)
    assert list(folded[["outlet", "changes"]].itertuples(index=False, name=None)) == rows


def test_no_dates_to_fold():
    assert fold_repeats(find_disputed_dates(corpus()), most=2).empty
