"""How often entities are mentioned."""

from collections import Counter
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
    return name_entities(_count(corpus, "entity_id", per), corpus)


def keep_most(counts: pd.DataFrame, measure: str, show: int) -> pd.DataFrame:
    """The rows of the `show` entities with the most by a measure, in that order.

    A table per outlet is ranked by the sum over the outlets.
    """
    if measure not in counts.columns:
        raise ValueError(f"{measure!r} is no column of the counts: {', '.join(counts.columns)}")
    sums: dict[str, Counter[str]] = {}
    fields = ("mentions", "articles", "words")
    for entity_id, *values in zip(
        counts["entity_id"], *(counts[field].tolist() for field in fields), strict=True
    ):
        sums.setdefault(entity_id, Counter()).update(dict(zip(fields, values, strict=True)))
    for own in sums.values():
        own["rate"] = own["mentions"] / own["words"] if own["words"] else -1
    ranked = sorted(sums, key=lambda one: (sums[one][measure], sums[one]["mentions"]), reverse=True)
    places = {entity_id: i for i, entity_id in enumerate(ranked[:show])}
    ids = counts["entity_id"].tolist()
    rows = sorted((row for row, one in enumerate(ids) if one in places), key=lambda row: places[ids[row]])
    return counts.iloc[rows].reset_index(drop=True)


def count_types(corpus: Corpus, *, per: str | None = None) -> pd.DataFrame:
    """Count mentions of each entity type: entity_type, then the columns of count_mentions."""
    return _count(corpus, "entity_type", per)


def count_forms(corpus: Corpus) -> pd.DataFrame:
    """Count the surface forms that were counted as each entity, one row per entity, form and use.

    Columns: entity_id, name, entity_type, form, use, mentions, articles, outlets. Entities in
    the order of count_mentions, the most frequent form first.
    """
    mentions = corpus.mentions
    forms = list(zip(*(mentions[column] for column in ("entity_id", "text", "use")), strict=True))
    times, totals = Counter(forms), Counter(mentions["entity_id"])
    articles = Counter(form for form, _ in set(zip(forms, mentions["article_id"], strict=True)))
    outlets = Counter(form for form, _ in set(zip(forms, mentions["outlet_id"], strict=True)))
    ranked = sorted(times, key=lambda form: (-totals[form[0]], form[0], -times[form], *form[1:]))
    rows = [(*form, times[form], articles[form], outlets[form]) for form in ranked]
    columns = ["entity_id", "form", "use", "mentions", "articles", "outlets"]
    return name_entities(pd.DataFrame(rows, columns=columns), corpus)


def name_entities(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Add name and entity_type after entity_id."""
    ids, names, types = table["entity_id"].tolist(), corpus.entity_names, corpus.entity_types
    named = table.copy(deep=False)
    at = table.columns.get_loc("entity_id") + 1
    named.insert(at, "name", pd.Series([names.get(one) for one in ids], table.index, dtype="str"))
    named.insert(at + 1, "entity_type", pd.Series([types.get(one) for one in ids], table.index, dtype="str"))
    return named


def name_outlets(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Add outlet, the name, after outlet_id."""
    named = table.copy()
    at = table.columns.get_loc("outlet_id") + 1
    named.insert(at, "outlet", table["outlet_id"].map(corpus.outlet_names))
    return named


def _count(corpus: Corpus, of: str, per: str | None) -> pd.DataFrame:
    """Count mentions by a column of the mentions and a column of the articles.

    What is mentioned most comes first; ties by id, then by the value of `per`.
    """
    if per is not None and per not in corpus.articles.columns:
        raise ValueError(f"{per!r} is no column of the articles: {', '.join(corpus.articles.columns)}")
    places = corpus.articles["article_id"] if per is None else corpus.articles[per]
    place_of = dict(zip(corpus.articles["article_id"], places, strict=True))
    words = corpus.articles["n_tokens"].groupby(places).sum().to_dict()
    things, article_ids = corpus.mentions[of].tolist(), corpus.mentions["article_id"].tolist()
    totals = Counter(things)
    found = Counter(zip(things, article_ids, strict=True))  # a count for each article
    times: Counter[tuple[str, object]] = Counter()
    articles: Counter[tuple[str, object]] = Counter()
    for (thing, article_id), n in found.items():
        key = (thing, None if per is None else place_of[article_id])
        times[key] += n
        articles[key] += 1
    sizes = {None: sum(words.values())} if per is None else words
    keys = [(one, place) for one in sorted(totals, key=lambda one: (-totals[one], one)) for place in sizes]
    counts = pd.DataFrame(
        {
            of: pd.Series([one for one, _ in keys], dtype="str"),
            **({} if per is None else {per: [place for _, place in keys]}),
            "mentions": pd.Series([times[key] for key in keys], dtype="int64"),
            "articles": pd.Series([articles[key] for key in keys], dtype="int64"),
            "words": pd.Series([sizes[place] for _, place in keys], dtype="int64"),
        }
    )
    counts["rate"] = 1000 * counts["mentions"] / counts["words"].where(counts["words"] > 0)
    return name_outlets(counts, corpus) if per == "outlet_id" else counts
