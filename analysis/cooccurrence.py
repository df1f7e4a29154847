"""Which entities are mentioned in the same sentence."""

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

from .corpus import Corpus

COLUMNS = ["entity_id", "name", "other_id", "other", "sentences", "articles", "share"]
SENTENCE = ["article_id", "sentence"]


def count_cooccurrences(corpus: Corpus, *, top: int = 12) -> pd.DataFrame:
    """Count the sentences that mention two entities, one row per pair of the `top` most mentioned.

    Columns: entity_id, name, other_id, other (its name), sentences (that mention both), articles
    (with such a sentence) and share (of the sentences that mention either, the coefficient of
    Jaccard 1912, "The distribution of the flora in the alpine zone"). Every pair once, zeros
    included, in the order of the entities' mentions.
    """
    names = rank_entities(corpus, top=top)
    mentions = corpus.mentions[corpus.mentions["entity_id"].isin(list(names))]
    beside: dict[tuple[str, int], set[str]] = defaultdict(set)
    for article_id, sentence, entity_id in zip(
        *(mentions[column].tolist() for column in (*SENTENCE, "entity_id")), strict=True
    ):
        beside[article_id, sentence].add(entity_id)
    single = Counter(entity_id for ids in beside.values() for entity_id in ids)
    sentences: Counter[frozenset[str]] = Counter()
    articles: dict[frozenset[str], set[str]] = defaultdict(set)
    for (article_id, _), ids in beside.items():
        for pair in map(frozenset, combinations(ids, 2)):
            sentences[pair] += 1
            articles[pair].add(article_id)
    rows = []
    for one, other in combinations(names, 2):
        pair = frozenset((one, other))
        n = sentences[pair]
        share = n / (single[one] + single[other] - n)
        rows.append((one, names[one], other, names[other], n, len(articles.get(pair, ())), share))
    return pd.DataFrame(rows, columns=COLUMNS)


def rank_entities(corpus: Corpus, *, top: int) -> dict[str, str]:
    """The names of the most mentioned entities by their ids, ties by id."""
    counts = Counter(corpus.mentions["entity_id"])
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    return {one: corpus.entity_names[one] for one in ranked[:top]}
