"""Statements of different articles that report one utterance: which belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import networkx as nx

from .wording import share_keys

MIN_SHARED = 4  # words that say something; fewer are shared by chance
MOST_COMMON = 200  # a key in more reports than this starts no comparison
SAME_STANCE = 0.7


class Report(NamedTuple):
    """What of a statement decides with which others it belongs."""

    keys: frozenset[str]  # of its words
    family: frozenset[str]  # whom it may be of
    stances: frozenset[tuple[str, str]]


Places = dict[str, int]
"""The first statement of each article that gives a report."""

Best = dict[int, dict[int, list[str]]]
"""For each report and another one, the articles in which the other is the most like it."""


def group_statements(
    reports: Sequence[Report], articles: Sequence[str], *, weights: Mapping[str, float], similar: float
) -> list[list[int]]:
    """The indices of statements that belong together, in order; `articles` is where each stands.

    Statements that say the same are compared as one, so that the work grows with the number of
    different reports and not with that of the articles that copy them.
    """
    places: dict[Report, Places] = {}
    for i, (report, article_id) in enumerate(zip(reports, articles, strict=True)):
        places.setdefault(report, {}).setdefault(article_id, i)
    different, homes = list(places), list(places.values())
    alike = _compare(different, homes, weights=weights, similar=similar)
    graph = nx.Graph(sorted(_mutual(_most_alike(alike, homes), homes)))
    return [sorted(group) for group in nx.connected_components(graph)]


def _compare(
    reports: Sequence[Report], homes: Sequence[Places], *, weights: Mapping[str, float], similar: float
) -> dict[tuple[int, int], float]:
    """How like two reports are, where it is enough; one of several articles is like itself."""
    own = ((i, i) for i, places in enumerate(homes) if len(places) > 1 and len(reports[i].keys) >= MIN_SHARED)
    alike = {}
    for one, other in (*own, *_candidates(reports)):
        left, right = reports[one], reports[other]
        if not left.family & right.family:
            continue
        score = share_keys(left.keys, right.keys, weights)
        if score >= similar * (SAME_STANCE if left.stances & right.stances else 1):
            alike[one, other] = score
    return alike


def _candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs that share MIN_SHARED keys, found through their rarer keys."""
    having: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        for key in report.keys:
            having[key].append(i)
    shared = Counter(
        pair for rows in having.values() if len(rows) <= MOST_COMMON for pair in combinations(rows, 2)
    )
    return (pair for pair, count in shared.items() if count >= MIN_SHARED)


def _most_alike(alike: Mapping[tuple[int, int], float], homes: Sequence[Places]) -> Best:
    """Of every article the report that is the most like each report, the earlier statement before others."""
    best: dict[tuple[int, str], tuple[float, int, int]] = {}
    for (one, other), score in alike.items():
        for own, far in {(one, other), (other, one)}:
            for article_id, statement in homes[far].items():
                found = (score, -statement, far)
                best[own, article_id] = max(best.get((own, article_id), found), found)
    articles: Best = defaultdict(lambda: defaultdict(list))
    for (own, article_id), (_, _, far) in best.items():
        articles[own][far].append(article_id)
    return articles


def _mutual(best: Best, homes: Sequence[Places]) -> Iterator[tuple[int, int]]:
    """Yield links that join what is joined by all pairs of which each is the other's best of its article."""
    for one, others in best.items():
        for other, there in others.items():
            here = best[other].get(one, []) if one <= other else []
            if one == other:
                pairs = pairwise(here)
            else:  # all pairs of two articles; three on a side reach what the others on it would
                pairs = {(a, b) for a in here for b in there[:3]} | {(a, b) for a in here[:3] for b in there}
            for a, b in pairs:
                if a != b:
                    yield homes[one][a], homes[other][b]
