"""Which statements belong together, against the plain rule on all pairs."""

import random
from itertools import combinations

import networkx as nx
import pytest

from analysis.utterances import MOST_COMMON, Report, group_statements
from analysis.wording import share_keys

ANN, RAUL = frozenset({"ann-berg"}), frozenset({"raul-paz"})


def report(words, *, family=ANN, stances=()):
    return Report(frozenset(words.split()), family, frozenset(stances))


def group(rows, *, similar=0.5):
    """The groups of (article, report) rows, every key of the same weight."""
    reports = [row for _, row in rows]
    weights = dict.fromkeys((key for row in reports for key in row.keys), 1.0)
    return group_statements(reports, [article for article, _ in rows], weights=weights, similar=similar)


BAY = report("harbour leak oil north bay")


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        ([("a", BAY), ("b", BAY), ("c", BAY)], [[0, 1, 2]]),
        ([("a", BAY), ("a", BAY)], []),  # one article
        ([("a", BAY), ("b", BAY), ("b", BAY)], [[0, 1]]),  # an article that says it twice
        ([("a", BAY), ("b", report("harbour leak oil north bay", family=RAUL))], []),
        ([("a", report("leak oil bay")), ("b", report("leak oil bay"))], []),  # too few words
        ([("a", BAY), ("b", report("leak oil north bay ship"))], [[0, 1]]),
        ([("a", BAY), ("b", report("leak oil north pier ship ferry toll"))], []),
        # each article has both, so that a goes with b twice over and not with itself
        (
            [("a", BAY), ("a", report("harbour leak oil north")), ("b", BAY),
             ("b", report("harbour leak oil north"))],
            [[0, 2]],
        ),
        ([], []),
    ],
)  # fmt: skip
def test_group_statements(rows, groups):
    assert group(rows) == groups


def test_one_stance_needs_less_likeness():
    rows = [
        (name, report(words, stances=[("open-quay", "denies")]))
        for name, words in (
            ("a", "leak oil north bay pier ship toll"),
            ("b", "leak oil north bay ice fog ferry"),
        )
    ]
    assert group(rows, similar=0.8) == [[0, 1]]


def test_more_copies_than_a_key_may_have_reports_still_belong_together():
    rows = [(f"a{n}", BAY) for n in range(MOST_COMMON + 5)]
    assert group(rows) == [list(range(MOST_COMMON + 5))]


def plain_groups(rows):
    """The rule as it reads: all pairs of articles, each the other's most similar of its article."""
    score = {}
    for one, other in combinations(range(len(rows)), 2):
        (article, mine), (home, theirs) = rows[one], rows[other]
        value = share_keys(mine.keys, theirs.keys, dict.fromkeys(mine.keys | theirs.keys, 1.0))
        if article != home and len(mine.keys & theirs.keys) >= 4 and value >= 0.5:
            score[one, other] = score[other, one] = value

    def most_alike(one, article):
        others = [far for own, far in score if own == one and rows[far][0] == article]
        return max(others, key=lambda far: (score[one, far], -far))

    graph = nx.Graph()
    for one, other in score:
        if most_alike(one, rows[other][0]) == other and most_alike(other, rows[one][0]) == one:
            graph.add_edge(one, other)
    return sorted(sorted(part) for part in nx.connected_components(graph))


@pytest.mark.parametrize("seed", range(40))
def test_groups_are_those_of_the_plain_rule(seed):
    dice = random.Random(seed)
    wordings = [report(" ".join(dice.sample("abcdefghij", dice.randint(4, 7)))) for _ in range(5)]
    rows = [(dice.choice("uvwxyz"), dice.choice(wordings)) for _ in range(14)]
    assert sorted(group(rows)) == plain_groups(rows)
