"""How often entities are mentioned."""

from dataclasses import fields, replace

import pandas as pd

from .corpus import Corpus


def keep_uses(corpus: Corpus, *, metonyms: bool = True, adjectives: bool = True) -> Corpus:
    """Return the corpus without the mentions that are metonyms, adjectives or both."""
    left_out = {"metonym": not metonyms, "adjective": not adjectives}
    unwanted = [use for use, out in left_out.items() if out]
    return replace(corpus, mentions=corpus.mentions[~corpus.mentions["use"].isin(unwanted)])


def keep_largest(corpus: Corpus, *, show: int) -> Corpus:
    """Return the corpus of the `show` outlets with the most words, ties by id."""
    words = corpus.articles.groupby("outlet_id")["n_tokens"].sum().rename("words").reset_index()
    kept = words.sort_values(["words", "outlet_id"], ascending=[False, True])["outlet_id"].head(show)
    tables = {field.name: getattr(corpus, field.name) for field in fields(corpus)}
    return replace(
        corpus,
        **{
            name: table[table["outlet_id"].isin(kept)]
            for name, table in tables.items()
            if name != "outlets" and "outlet_id" in getattr(table, "columns", ())
        },
    )


def count_mentions(corpus: Corpus, *, per: str | None = None) -> pd.DataFrame:
    """Count mentions of each entity, one row per entity and, if given, value of `per`.

    `per` is a column of the articles; every entity then has a row for every value, with zeros
    where it is not named. Columns: entity_id, name, entity_type, `per` (and outlet, its name,
    with outlet_id), mentions, articles (those with at least one mention), words (of all the
    articles there) and rate (mentions per thousand words). Most mentioned first.
    """
    counts = _count(corpus, "entity_id", per)
    return _order(name_entities(counts, corpus), "entity_id")


def keep_most(counts: pd.DataFrame, measure: str, show: int) -> pd.DataFrame:
    """The rows of the `show` entities with the most by a measure, in that order.

    A table per outlet is ranked by the sum over the outlets.
    """
    if measure not in counts.columns:
        raise ValueError(f"{measure!r} is no column of the counts: {', '.join(counts.columns)}")
    by_entity = counts.groupby("entity_id", sort=False)
    ranked = by_entity[["mentions", "articles", "words"]].sum()
    ranked["rate"] = ranked["mentions"] / ranked["words"]
    ids = ranked.sort_values([measure, "mentions"], ascending=False, kind="stable").head(show).index
    place = counts["entity_id"].map({entity_id: i for i, entity_id in enumerate(ids)})
    return counts[place.notna()].loc[place.dropna().sort_values(kind="stable").index].reset_index(drop=True)


def count_types(corpus: Corpus, *, per: str | None = None) -> pd.DataFrame:
    """Count mentions of each entity type: entity_type, then the columns of count_mentions."""
    return _order(_count(corpus, "entity_type", per), "entity_type")


def count_forms(corpus: Corpus) -> pd.DataFrame:
    """Count the surface forms that were counted as each entity, one row per entity, form and use.

    Columns: entity_id, name, entity_type, form, use, mentions, articles, outlets. Entities in
    the order of count_mentions, the most frequent form first.
    """
    keys = ["entity_id", "text", "use"]
    counts = corpus.mentions.groupby(keys, as_index=False).agg(
        mentions=("start", "size"), articles=("article_id", "nunique"), outlets=("outlet_id", "nunique")
    )
    counts["total"] = counts.groupby("entity_id")["mentions"].transform("sum")
    counts = counts.sort_values(
        ["total", "entity_id", "mentions", "text", "use"],
        ascending=[False, True, False, True, True],
        ignore_index=True,
    )
    return name_entities(counts.drop(columns="total").rename(columns={"text": "form"}), corpus)


def name_entities(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Add name and entity_type after entity_id."""
    known = corpus.entities.set_index("entity_id")
    named = table.copy()
    at = table.columns.get_loc("entity_id") + 1
    named.insert(at, "name", table["entity_id"].map(known["name"]))
    named.insert(at + 1, "entity_type", table["entity_id"].map(known["type"]))
    return named


def name_outlets(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Add outlet, the name, after outlet_id."""
    named = table.copy()
    at = table.columns.get_loc("outlet_id") + 1
    named.insert(at, "outlet", table["outlet_id"].map(corpus.outlet_names))
    return named


def _count(corpus: Corpus, of: str, per: str | None) -> pd.DataFrame:
    """Count mentions by a column of the mentions and a column of the articles."""
    if per is not None and per not in corpus.articles.columns:
        raise ValueError(f"{per!r} is no column of the articles: {', '.join(corpus.articles.columns)}")
    mentions, articles = corpus.mentions, corpus.articles
    if per not in (None, *mentions.columns):
        mentions = mentions.merge(articles[["article_id", per]], on="article_id")
    keys = [of] if per is None else [of, per]
    counts = mentions.groupby(keys)["article_id"].agg(mentions="size", articles="nunique")
    if per is None:
        counts = counts.reset_index().assign(words=articles["n_tokens"].sum())
    else:
        words = articles.groupby(per)["n_tokens"].sum()
        every = pd.MultiIndex.from_product([counts.index.unique(of), words.index], names=keys)
        counts = counts.reindex(every, fill_value=0).reset_index()
        counts["words"] = counts[per].map(words).astype("int64")
    counts["rate"] = 1000 * counts["mentions"] / counts["words"].where(counts["words"] > 0)
    return name_outlets(counts, corpus) if per == "outlet_id" else counts


def _order(counts: pd.DataFrame, of: str) -> pd.DataFrame:
    """Put what is mentioned most first; ties by id, then in the order they came."""
    total = counts.groupby(of)["mentions"].transform("sum")
    order = counts.assign(total=total).sort_values(["total", of], ascending=[False, True], kind="stable")
    return order.drop(columns="total").reset_index(drop=True)
