import pandas as pd
import pytest

from analysis.filters import Filters
from analysis.overview import (
    actor_cells,
    actor_table,
    article_table,
    describe_actors,
    describe_timeline,
    key_figures,
    list_articles,
    name_date,
    timeline,
    timeline_table,
    top_actors,
)


@pytest.mark.parametrize(
    ("chosen", "figures"),
    [
        ({}, [4, 3, 1000, 5, 9, 3]),
        ({"outlets": ("gazette",)}, [2, 1, 300, 4, 5, 2]),
        ({"outlets": ("nobody",)}, [0, 0, 0, 0, 0, 0]),
    ],
)
def test_key_figures(corpus, chosen, figures):
    assert [value for _, value, _ in key_figures(corpus.select(Filters(**chosen)))] == figures


def test_article_table(corpus):
    table = article_table(list_articles(corpus))
    assert table.fillna("").to_dict("split")["data"] == [
        ["Quay to stay open", "The Gazette", "Ida Holm", "4 March 2024", 100,
         "https://example.org/1", 3, 1],
        ["Pilots wait [for](http://example.org) rain", "Herald & Sons", "not named", "week from 6 March 2024",
         300, "", 3, 1],
        ["=SUM(toll)", "The Gazette", "not named", "April 2024", 200, "", 2, 1],
        ["<b>Fog</b>", "Evening Post", "not named", "date unknown", 400, "", 1, 0],
    ]  # fmt: skip


def test_an_article_without_a_title_goes_by_its_file(corpus):
    articles = list_articles(corpus).assign(title=["", "Rain", "", "Fog"])
    assert article_table(articles)["Article"].tolist() == [
        articles["article_id"][0], "Rain", articles["article_id"][2], "Fog"
    ]  # fmt: skip


def test_a_link_opens_nothing_but_a_page(corpus):
    articles = list_articles(corpus).assign(url=["https://a.example", "javascript:alert(1)", "", "ftp://a"])
    assert article_table(articles)["Link"].fillna("").tolist() == ["https://a.example", "", "", ""]


def test_timeline_leaves_out_what_has_no_date(corpus):
    table = timeline_table(timeline(corpus))
    assert table.astype(str).to_dict("split")["data"] == [
        ["The Gazette", "Quay to stay open", "2024-03-04", "2024-03-04", "to the day"],
        ["The Gazette", "=SUM(toll)", "2024-04-01", "2024-04-30", "to the month"],
        ["Herald & Sons", "Pilots wait [for](http://example.org) rain", "2024-03-06", "2024-03-12", "to the week"],
    ]  # fmt: skip


def test_describe_timeline(corpus):
    assert describe_timeline(timeline(corpus)) == (
        "Time line of 3 articles: The Gazette, 4 March 2024; The Gazette, April 2024; Herald & Sons, week from "
        "6 March 2024."
    )


def test_top_actors(corpus):
    rows = actor_table(top_actors(corpus)).to_dict("split")["data"]
    assert rows == [
        ["Norland", "The Gazette", 2, 300, 6.67],
        ["Norland", "Herald & Sons", 1, 300, 3.33],
        ["Norland", "Evening Post", 1, 400, 2.5],
        ["Ada Verne", "The Gazette", 1, 300, 3.33],
        ["Ada Verne", "Herald & Sons", 1, 300, 3.33],
        ["Ada Verne", "Evening Post", 0, 400, 0.0],
        ["Port Council", "The Gazette", 1, 300, 3.33],
        ["Port Council", "Herald & Sons", 0, 300, 0.0],
        ["Port Council", "Evening Post", 0, 400, 0.0],
    ]


@pytest.mark.parametrize(
    ("measure", "texts"), [("mentions", ["2", "1", "1"]), ("rate", ["6.7", "3.3", "2.5"])]
)
def test_actor_cells(corpus, measure, texts):
    cells = actor_cells(top_actors(corpus), measure=measure)
    assert cells["text"].head(3).tolist() == texts
    assert cells["text"].tail(2).tolist() == ["", ""]
    assert cells["hover"].iloc[0] == "Norland in The Gazette\n2 mentions, 6.7 for each 1,000 words"


def test_describe_actors(corpus):
    assert describe_actors(top_actors(corpus)).startswith(
        "Heat map of the mentions of 3 actors in 3 sources. Most mentions: Norland 2 times in The Gazette;"
    )


def test_nothing_comes_of_an_empty_selection(corpus):
    empty = corpus.select(Filters(outlets=("nobody",)))
    assert timeline(empty).empty
    assert top_actors(empty).empty
    assert actor_cells(top_actors(empty), measure="rate").empty


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        ("2024-03-04", "day", "4 March 2024"),
        ("2024-03-04", "week", "week from 4 March 2024"),
        ("2024-03-01", "month", "March 2024"),
        ("2024-03-04", "", "4 March 2024"),
        (None, "day", "date unknown"),
    ],
)
def test_name_date_says_no_more_than_is_known(day, precision, words):
    assert name_date(pd.to_datetime(day) if day else pd.NaT, precision) == words
