"""Where in the articles entities are mentioned, and how evenly."""

import pandas as pd

from .corpus import Corpus
from .mentions import name_entities
from .records import IN_SCOPE


def locate_mentions(corpus: Corpus, entity_ids: list[str]) -> pd.DataFrame:
    """Where the mentions of some entities stand in their articles, one row a mention.

    Columns: article_id, outlet_id, outlet, published, entity_id, name, entity_type, text, start,
    position (0 to 1: the share of headline, standfirst and body that comes before the mention).
    In the order of the articles, then of the text.
    """
    chosen = corpus.mentions[corpus.mentions["entity_id"].isin(entity_ids)]
    chosen = chosen.assign(position=find_positions(chosen, corpus, at="start")).dropna(subset=["position"])
    articles = corpus.articles[["article_id", "published"]]
    located = chosen.merge(articles.assign(order=range(len(articles))), on="article_id")
    located = located.sort_values(["order", "start"], ignore_index=True)
    columns = ["article_id", "outlet_id", "outlet", "published", "entity_id", "text", "start", "position"]
    return name_entities(located[columns], corpus)


def keep_naming(articles: pd.DataFrame, located: pd.DataFrame, *, show: int) -> pd.DataFrame:
    """The articles in the order they came; of more than `show`, those with the most located mentions.

    Then an article without a mention is left out too.
    """
    if len(articles) <= show:
        return articles
    counts = located["article_id"].value_counts()
    counts = articles["article_id"].map(counts).dropna().sort_values(ascending=False, kind="stable")
    return articles[articles.index.isin(counts.index[:show])]


def find_positions(table: pd.DataFrame, corpus: Corpus, *, at: str) -> pd.Series:
    """The share of an article's headline, standfirst and body that comes before the offset in `at`.

    `table` has article_id and the column `at`. An offset in a part that is not counted is as far
    as the end of what was counted before it. Null where the article has no counted section.
    """
    counted = corpus.sections[corpus.sections["section"].isin(IN_SCOPE)].sort_values(["article_id", "start"])
    length = counted["end"] - counted["start"]
    by_article = length.groupby(counted["article_id"])
    counted = counted.assign(length=length, before=by_article.cumsum() - length)
    wanted = table[["article_id", at]].reset_index().sort_values(at)
    met = pd.merge_asof(
        wanted,
        counted.sort_values("start")[["article_id", "start", "length", "before"]].rename(
            columns={"start": "_start"}
        ),
        left_on=at,
        right_on="_start",
        by="article_id",
    )
    inside = (met[at] - met["_start"]).clip(upper=met["length"])
    share = (met["before"] + inside).fillna(0) / met["article_id"].map(by_article.sum()).astype("float64")
    return pd.Series(share.to_numpy(), index=met["index"]).reindex(table.index)


def measure_dispersion(corpus: Corpus) -> pd.DataFrame:
    """How evenly each entity is spread over the articles, one row an entity.

    Columns: entity_id, name, entity_type, mentions, articles (that mention it), of_articles (all)
    and dp: the deviation of proportions of Gries (2008), "Dispersions and adjusted frequencies in
    corpora", with the articles as parts. 0 is spread as evenly as the articles are long, near 1
    is all in one short article; null with fewer than two articles. Most mentioned first.
    """
    sizes = corpus.articles.set_index("article_id")["n_tokens"]
    mentions = corpus.mentions[corpus.mentions["article_id"].isin(sizes.index)]
    parts = mentions.groupby(["entity_id", "article_id"]).size().rename("n").reset_index()
    total = parts.groupby("entity_id")["n"].transform("sum")
    expected = parts["article_id"].map(sizes / sizes.sum()).astype("float64")
    # The articles without a mention deviate by their whole share: 1 less the shares seen here.
    parts = parts.assign(deviation=(parts["n"] / total - expected).abs() - expected)
    table = parts.groupby("entity_id", as_index=False).agg(
        mentions=("n", "sum"), articles=("n", "size"), deviation=("deviation", "sum")
    )
    table["of_articles"] = len(sizes)
    dp = ((table.pop("deviation") + 1) / 2).clip(lower=0)
    table["dp"] = dp if len(sizes) > 1 else float("nan")
    table = table.sort_values(["mentions", "entity_id"], ascending=[False, True], ignore_index=True)
    return name_entities(table, corpus)
