from datetime import date
from html.parser import HTMLParser

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.export import Imprint, describe_filters, file_name, imprint, to_csv, to_page
from analysis.filters import Filters


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),  # full width, which some spreadsheets read as the sign
        ("1=1", "1=1"),
        ("İbrahim", "İbrahim"),
        ("", ""),
        (None, ""),
        (("=a", "b"), "'=a; b"),
        ((), ""),
        (True, "True"),
    ],
)
def test_to_csv_runs_no_formula(value, cell):
    table = pd.DataFrame({"value": pd.Series([value, "x"], dtype=object), "n": [1, 2]})
    assert to_csv(table).decode("utf-8-sig") == f"value,n\r\n{cell},1\r\nx,2\r\n"


def test_to_csv_keeps_numbers_and_days():
    table = pd.DataFrame({"=n": [-1, 2], "rate": [0.5, None], "day": pd.to_datetime(["2024-03-01", None])})
    assert to_csv(table) == "﻿'=n,rate,day\r\n-1,0.5,2024-03-01\r\n2,,\r\n".encode()


def test_to_csv_leaves_the_table_alone():
    table = pd.DataFrame({"=a": ["=1"]})
    to_csv(table)
    assert table.to_dict("list") == {"=a": ["=1"]}


@pytest.mark.parametrize(
    ("chosen", "lines"),
    [
        ({}, []),
        ({"outlets": ("gazette", "herald")}, ["Source: The Gazette, Herald & Sons"]),
        ({"actors": ("norland",), "types": ("ORG",)}, ["Actor: Norland", "Entity type: Organisation"]),
        ({"since": date(2024, 3, 4)}, ["Published: from 4 March 2024"]),
        ({"until": date(2024, 3, 4)}, ["Published: up to 3 March 2024"]),
        (
            {"since": date(2024, 3, 4), "until": date(2024, 4, 1)},
            ["Published: 4 March 2024 to 31 March 2024"],
        ),
        ({"hide_guesses": True, "reuse_once": True}, ["without guesses", "reused text counted once"]),
    ],
)
def test_describe_filters(corpus, chosen, lines):
    assert describe_filters(corpus.select(Filters(**chosen))) == lines


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (
            {},
            Imprint(
                "Mentions",
                "4 articles",
                "Bars are counts. Source: The Gazette, Herald & Sons, Evening Post. Map: somebody. "
                "Chart: Four Zones.",
            ),
        ),
        (
            {"outlets": ("herald",)},
            Imprint(
                "Mentions",
                "1 article · Source: Herald & Sons",
                "Bars are counts. Source: Herald & Sons. Map: somebody. Chart: Four Zones.",
            ),
        ),
    ],
)
def test_imprint(corpus, chosen, expected):
    part = corpus.select(Filters(**chosen))
    assert imprint(part, title="Mentions", note="Bars are counts.", credit="Map: somebody.") == expected


def test_the_imprint_of_a_chart_of_some_articles(corpus):
    assert imprint(corpus, title="Fog", of=["a1", "a4"])[1:] == (
        "2 articles", "Source: The Gazette, Evening Post. Chart: Four Zones.",
    )  # fmt: skip


def test_file_name():
    assert (
        file_name("Zone map", "what the articles say", "csv")
        == "four-zones-zone-map-what-the-articles-say.csv"
    )


class Reader(HTMLParser):
    """The tags of a page with their attributes, and the text outside of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.text, self._open = [], [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._open = tag

    def handle_data(self, data):
        if self._open not in ("script", "style"):
            self.text.append(data)


def test_to_page_stands_alone_and_shows_texts_letter_for_letter():
    nasty = '</script><img src="http://example.org/a.png">'
    page = to_page(
        go.Figure(go.Bar(x=[3], y=[nasty])),
        pd.DataFrame({"Name": [nasty], "Days": [("a", "b")]}),
        words=Imprint("Ti<t>le", "4 articles", "Source: {you} & us."),
        alt='A "bar"',
    ).decode()
    reader = Reader()
    reader.feed(page)
    assert not [attributes for _, attributes in reader.tags if "src" in attributes or "href" in attributes]
    assert ("figure", {"role": "img", "aria-label": 'A "bar"'}) in reader.tags
    shown = "".join(reader.text)
    assert all(text in shown for text in ("Ti<t>le", "4 articles", "Source: {you} & us.", nasty, "a; b"))
