"""What the corpus is: its articles, its size, when they came out, and whom they name."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from .charts.text import number, plural, recite
from .corpus import Corpus
from .labels import PRECISIONS
from .mentions import count_mentions

MOST_ACTORS, MOST_OUTLETS = 12, 12


def key_figures(corpus: Corpus) -> list[tuple[str, int, str]]:
    """How much there is of everything: label, number, and what it means where the label does not say it."""
    return [
        ("Articles", len(corpus.articles), ""),
        ("Sources", corpus.articles["outlet_id"].nunique(), ""),
        ("Words", int(corpus.articles["n_tokens"].sum()), ""),
        ("Entities", corpus.mentions["entity_id"].nunique(), "Different people, states, bodies and places."),
        ("Mentions", len(corpus.mentions), "Names, adjectives and capitals that stand for an entity."),
        ("Statements", len(corpus.statements), "What somebody is reported to have said or written."),
    ]


def list_articles(corpus: Corpus) -> pd.DataFrame:
    """One row an article, in the order of publication.

    Columns: article_id, outlet_id, outlet, title, author, date, date_end, precision, published (in words),
    words, mentions, statements, url.
    """
    articles = corpus.articles
    counts = [Counter(rows["article_id"]) for rows in (corpus.mentions, corpus.statements)]
    mentions, statements = ([found[one] for one in articles["article_id"]] for found in counts)
    precisions = articles["published_precision"].tolist()
    table = articles[["article_id", "outlet_id", "outlet", "title", "author", "date", "date_end"]]
    return table.assign(
        precision=articles["published_precision"].where(articles["date"].notna(), ""),
        published=list(map(name_date, articles["date"], precisions)),
        words=articles["n_tokens"],
        mentions=pd.Series(mentions, articles.index, dtype="int64"),
        statements=pd.Series(statements, articles.index, dtype="int64"),
        url=articles["url"],
    ).reset_index(drop=True)


def article_table(articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of list_articles under the headings of the page."""
    return pd.DataFrame(
        {
            "Article": articles["title"].where(articles["title"] != "", articles["article_id"]),
            "Source": articles["outlet"],
            "Author": articles["author"].replace("", "not named"),
            "Published": articles["published"],
            "Words": articles["words"],
            "Link": articles["url"].where(articles["url"].str.match(r"https?://"), None),
            "Mentions": articles["mentions"],
            "Statements": articles["statements"],
        }
    )


def timeline(corpus: Corpus) -> pd.DataFrame:
    """The rows of list_articles that have a date, outlets in the order of their first article."""
    dated = list_articles(corpus).dropna(subset=["date"])
    first = dated.groupby("outlet_id")["date"].transform("min")
    return (
        dated.assign(first=first)
        .sort_values(["first", "outlet", "date", "article_id"], ignore_index=True)
        .drop(columns="first")
    )


def timeline_table(table: pd.DataFrame) -> pd.DataFrame:
    """What the time line draws: each article with the first and the last day it may have come out on."""
    last = table["date_end"] - pd.Timedelta(days=1)
    return pd.DataFrame(
        {
            "Source": table["outlet"],
            "Article": table["title"],
            "First day": table["date"],
            "Last day": last,
            "Date known": table["precision"].map(PRECISIONS),
        }
    )


def top_actors(corpus: Corpus) -> pd.DataFrame:
    """Mentions of the most named actors in the outlets that name most, one row for each pair, with zeros.

    Columns: those of count_mentions for each outlet. Both in order, the most first.
    """
    actors = corpus.mentions[corpus.mentions["entity_id"].isin(corpus.actors)]
    counts = count_mentions(replace(corpus, mentions=actors), per="outlet_id")
    ids = counts["entity_id"].drop_duplicates().tolist()[:MOST_ACTORS]
    named: Counter[tuple[str, str]] = Counter()
    for *outlet, n in zip(counts["outlet_id"], counts["outlet"], counts["mentions"].tolist(), strict=True):
        named[tuple(outlet)] += n
    outlets = [one for one, _ in sorted(named, key=lambda one: (-named[one], one[1]))[:MOST_OUTLETS]]
    rows = {key: row for row, key in enumerate(zip(counts["entity_id"], counts["outlet_id"], strict=True))}
    return counts.iloc[[rows[actor, outlet] for actor in ids for outlet in outlets]].reset_index(drop=True)


def actor_table(counts: pd.DataFrame) -> pd.DataFrame:
    """The rows of top_actors under the headings of the page."""
    return pd.DataFrame(
        {
            "Actor": counts["name"],
            "Source": counts["outlet"],
            "Mentions": counts["mentions"],
            "Words in source": counts["words"],
            "Mentions per 1,000 words": counts["rate"].round(2),
        }
    )


def name_date(day: pd.Timestamp, precision: str) -> str:
    """The date in words, no more exactly than it is known."""
    if pd.isna(day):
        return "date unknown"
    if precision == "month":
        return f"{day:%B %Y}"
    exact = f"{day.day} {day:%B %Y}"
    return f"week from {exact}" if precision == "week" else exact


def actor_cells(counts: pd.DataFrame, *, measure: str) -> pd.DataFrame:
    """The cells of a heat map of top_actors: row, column, value of the measure, and words for it."""
    rate = counts["rate"].fillna(0.0)
    times = [plural(n, "mention") for n in counts["mentions"]]
    return pd.DataFrame(
        {
            "row": counts["entity_id"],
            "column": counts["outlet_id"],
            "value": counts["mentions"] if measure == "mentions" else rate,
            "text": [
                "" if not n else number(n) if measure == "mentions" else number(r, digits=1)
                for n, r in zip(counts["mentions"], rate, strict=True)
            ],
            "hover": [
                f"{name} in {outlet}\n{n}, {number(r, digits=1)} for each 1,000 words"
                for name, outlet, n, r in zip(counts["name"], counts["outlet"], times, rate, strict=True)
            ],
        }
    )


def actor_axes(counts: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Rows and columns of that heat map, in order: ids and how they are called."""
    return {
        "rows": dict(zip(counts["entity_id"], counts["name"], strict=True)),
        "columns": dict(zip(counts["outlet_id"], counts["outlet"], strict=True)),
    }


def describe_timeline(table: pd.DataFrame) -> str:
    """The time line in words."""
    articles = [f"{row.outlet}, {row.published}" for row in table.itertuples()]
    return f"Time line of {plural(len(table), 'article')}: {recite(articles)}."


def describe_actors(counts: pd.DataFrame) -> str:
    """The heat map in words: its size and its largest cells."""
    largest = counts.sort_values("mentions", ascending=False, kind="stable").head(5)
    cells = [f"{row.name} {row.mentions} times in {row.outlet}" for row in largest.itertuples(index=False)]
    actors = plural(counts["entity_id"].nunique(), "actor")
    sources = plural(counts["outlet_id"].nunique(), "source")
    return f"Heat map of the mentions of {actors} in {sources}. Most mentions: {recite(cells)}."
