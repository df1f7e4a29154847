"""What leaves the page: tables as CSV, and all that a chart needs to be published as it is."""

import re
from collections.abc import Collection, Iterable
from html import escape
from typing import NamedTuple

import pandas as pd

from .charts.picture import Figure, to_html
from .corpus import Corpus
from .filters import Filters, last_day
from .labels import TYPES

PRODUCT = "Four Zones"
FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 Helvetica, Arial, sans-serif; color: #1f2933; background: #fff;
       max-width: 1200px; margin: 2rem auto; padding: 0 1rem }}
h1 {{ font: 600 1.7rem/1.25 Georgia, "Times New Roman", serif; margin: 0 }}
p {{ margin: .4rem 0 1.2rem; color: #5b6773 }}
figure {{ margin: 0 }}
table {{ border-collapse: collapse; font-size: .85rem; margin-top: 1rem; display: block; overflow-x: auto }}
th, td {{ text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d9dee3 }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{subtitle}</p>
<figure role="img" aria-label="{alt}">{chart}</figure>
<p>{credit}</p>
<details><summary>The data of the chart</summary>{table}</details>
</body>
</html>
"""


class Imprint(NamedTuple):
    """The words around a published chart: what it shows, of what, and from where."""

    title: str
    subtitle: str
    credit: str


def to_csv(table: pd.DataFrame) -> bytes:
    """The table as CSV that every spreadsheet opens with its accents and none runs as a formula.

    A text that begins like a formula gets an apostrophe in front; numbers stay numbers, lists are joined
    by "; ", dates are ISO.
    """
    cells = table.copy(deep=False)
    cells.columns = [_harmless(str(column)) for column in table.columns]
    for i, column in enumerate(table.columns):
        series = table[column]
        if pd.api.types.is_datetime64_any_dtype(series):
            cells.isetitem(i, series.dt.strftime("%Y-%m-%d"))
        elif not pd.api.types.is_numeric_dtype(series):
            cells.isetitem(i, pd.Series([_cell(value) for value in series], index=table.index, dtype=object))
    return cells.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def to_page(figure: Figure, table: pd.DataFrame, *, words: Imprint, alt: str) -> bytes:
    """One HTML file with the chart, alive under the mouse, and its data; it asks nothing of the network."""
    return PAGE.format(
        title=escape(words.title),
        subtitle=escape(words.subtitle),
        credit=escape(words.credit),
        alt=escape(alt),
        chart=to_html(figure),
        table=table.map(_cell).to_html(index=False, border=0, escape=True),
    ).encode()


def file_name(page: str, name: str, ending: str) -> str:
    """A name that says what is in the file: product, page, chart."""
    words = re.sub(r"[^a-z0-9]+", "-", f"{PRODUCT} {page} {name}".lower()).strip("-")
    return f"{words}.{ending}"


def describe_filters(corpus: Corpus) -> list[str]:
    """The active filters in words, one a line: what it is about and what was chosen."""
    filters = corpus.filters
    rows = {
        "Source": [corpus.outlet_names[i] for i in filters.outlets],
        "Actor": [corpus.entity_names[i] for i in filters.actors],
        "Entity type": [TYPES.get(i, i) for i in filters.types],
        "Published": _period(filters),
    }
    lines = [f"{label}: {', '.join(values)}" for label, values in rows.items() if values]
    return lines + [
        text
        for active, text in (
            (filters.hide_guesses, "without guesses"),
            (filters.reuse_once, "reused text counted once"),
        )
        if active
    ]


def imprint(
    corpus: Corpus, *, title: str, note: str = "", credit: str = "", of: Collection[str] | None = None
) -> Imprint:
    """Title, filters with the number of articles, and how to read it with where it comes from.

    The chart shows all articles of the corpus, or those `of` these ids.
    """
    articles = corpus.articles if of is None else corpus.articles[corpus.articles["article_id"].isin(of)]
    n = len(articles)
    subtitle = " · ".join([f"{n:,} {'article' if n == 1 else 'articles'}", *describe_filters(corpus)])
    names = articles["outlet"].drop_duplicates().tolist()
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    source = f"Source: {', '.join(names[:8])}{more}" if names else "No article in this selection"
    parts = [note, source, "" if credit == note else credit, f"Chart: {PRODUCT}"]
    return Imprint(title, subtitle, " ".join(f"{part.rstrip('.')}." for part in parts if part))


def _period(filters: Filters) -> Iterable[str]:
    days = (filters.since, last_day(filters))
    since, until = (f"{day.day} {day:%B %Y}" if day else "" for day in days)
    if since and until:
        return [f"{since} to {until}"]
    return [f"from {since}"] if since else [f"up to {until}"] if until else []


def _cell(value: object) -> object:
    if isinstance(value, (tuple, list)):
        value = "; ".join(str(part) for part in value)
    if value is None or (isinstance(value, float) and value != value):
        return ""
    return _harmless(value) if isinstance(value, str) else value


def _harmless(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text
