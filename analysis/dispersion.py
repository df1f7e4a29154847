"""Where in the articles entities are mentioned, and how evenly."""

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

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
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    published = dict(zip(corpus.articles["article_id"], corpus.articles["published"], strict=True))
    places = [order[article_id] for article_id in chosen["article_id"]]
    days = pd.Series([published[one] for one in chosen["article_id"]], chosen.index, dtype="str")
    located = chosen.assign(
        order=places, published=days, position=find_positions(chosen, corpus, at="start")
    ).dropna(subset=["position"])
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
    parts = _counted_parts(corpus.sections, set(table["article_id"]))
    shares = [
        parts[article_id].share_before(offset) if article_id in parts else float("nan")
        for article_id, offset in zip(table["article_id"], table[at].tolist(), strict=True)
    ]
    return pd.Series(shares, index=table.index, dtype="float64")


class _Parts(NamedTuple):
    """The counted sections of an article: where each begins, and how much text there is up to its end."""

    starts: list[int]
    reached: list[int]

    def share_before(self, offset: int) -> float:
        """The share of the counted text that comes before an offset."""
        at = bisect_right(self.starts, offset)
        total = self.reached[-1]
        if not at or not total:
            return 0.0 if total else float("nan")
        before = self.reached[at - 2] if at > 1 else 0
        return min(before + offset - self.starts[at - 1], self.reached[at - 1]) / total


def _counted_parts(sections: pd.DataFrame, article_ids: set[str]) -> dict[str, _Parts]:
    """The counted sections of some articles, by their ids."""
    counted = zip(
        *(sections[column].tolist() for column in ("article_id", "start", "end", "section")), strict=True
    )
    parts: dict[str, _Parts] = {}
    for article_id, start, end, section in sorted(counted):
        if section in IN_SCOPE and article_id in article_ids:
            own = parts.setdefault(article_id, _Parts([], []))
            own.reached.append((own.reached[-1] if own.reached else 0) + end - start)
            own.starts.append(start)
    return parts


def measure_dispersion(corpus: Corpus) -> pd.DataFrame:
    """How evenly each entity is spread over the articles, one row an entity.

    Columns: entity_id, name, entity_type, mentions, articles (that mention it), of_articles (all)
    and dp: the deviation of proportions of Gries (2008), "Dispersions and adjusted frequencies in
    corpora", with the articles as parts. 0 is spread as evenly as the articles are long, near 1
    is all in one short article; null with fewer than two articles. Most mentioned first.
    """
    sizes = dict(zip(corpus.articles["article_id"], corpus.articles["n_tokens"].tolist(), strict=True))
    words = sum(sizes.values())
    mentions = corpus.mentions
    parts = Counter(zip(mentions["entity_id"].tolist(), mentions["article_id"].tolist(), strict=True))
    total, spread = Counter(mentions["entity_id"]), Counter(entity_id for entity_id, _ in parts)
    deviation = dict.fromkeys(total, 1.0)
    for (entity_id, article_id), n in parts.items():
        # The articles without a mention deviate by their whole share: 1 less the shares seen here.
        expected = sizes[article_id] / words
        deviation[entity_id] += abs(n / total[entity_id] - expected) - expected
    rows = [
        (one, total[one], spread[one], len(sizes), max(deviation[one] / 2, 0) if len(sizes) > 1 else None)
        for one in sorted(total, key=lambda one: (-total[one], one))
    ]
    columns = ["entity_id", "mentions", "articles", "of_articles", "dp"]
    return name_entities(pd.DataFrame(rows, columns=columns).astype({"dp": "float64"}), corpus)
