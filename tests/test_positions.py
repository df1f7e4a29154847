from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.positions import (
    condition_grid,
    count_stances,
    describe_conditions,
    explain_contradictions,
    find_contradictions,
    find_passages_of,
    list_positions,
    tell_condition,
)

OUTLETS = {"a1": ("gazette", "Gazette"), "a2": ("herald", "Herald")}
POSITION = ["proposition_id", "stance", "actor_ids", "article_id", "start"]
PROPOSITIONS = [
    ("talks", "Talks are under way", "claim"),
    ("vote", "Only after a vote", "condition"),
    ("any", "Talks or visits", "union"),
]


def corpus(*positions):
    frame = pd.DataFrame(positions, columns=POSITION)
    return SimpleNamespace(
        positions=frame.assign(
            outlet_id=[OUTLETS[a][0] for a in frame["article_id"]],
            outlet=[OUTLETS[a][1] for a in frame["article_id"]],
        ),
        propositions=pd.DataFrame(PROPOSITIONS, columns=["proposition_id", "name", "kind"]),
        articles=pd.DataFrame(
            [(a, *names) for a, names in OUTLETS.items()], columns=["article_id", "outlet_id", "outlet"]
        ),
        entity_names={"ann": "Ann Berg", "raul": "Raul Paz"},
    )


ROWS = (
    ("talks", "asserts", ("ann",), "a1", 0),
    ("talks", "denies", ("raul", "ann"), "a1", 50),
    ("talks", "denies", ("raul",), "a2", 0),
    ("vote", "conditional", ("ann",), "a2", 9),
)


def test_list_positions_gives_each_actor_a_row():
    rows = list_positions(corpus(*ROWS))[["actor", "proposition", "stance"]]
    assert rows.to_numpy().tolist() == [
        ["Ann Berg", "Talks are under way", "asserts"],
        ["Raul Paz", "Talks are under way", "denies"],
        ["Ann Berg", "Talks are under way", "denies"],
        ["Raul Paz", "Talks are under way", "denies"],
        ["Ann Berg", "Only after a vote", "conditional"],
    ]


def test_count_stances_of_one_outlet():
    counts = count_stances(corpus(*ROWS), outlet_id="gazette").drop(columns=["actor", "proposition"])
    assert counts.to_numpy().tolist() == [
        ["ann", "talks", "asserts", 1, 1],
        ["ann", "talks", "denies", 1, 1],
        ["raul", "talks", "denies", 1, 1],
    ]


@pytest.mark.parametrize(
    ("chosen", "places"),
    [
        (dict(actor_id="ann", proposition_id="talks"), [("a1", 0), ("a1", 50)]),
        (dict(proposition_id="talks"), [("a1", 0), ("a1", 50), ("a2", 0)]),  # what two actors share, once
        (dict(proposition_id="talks", stance="denies", outlet_id="herald"), [("a2", 0)]),
        (dict(actor_id="raul", proposition_id="vote"), []),
    ],
)
def test_find_passages_of(chosen, places):
    found = find_passages_of(corpus(*ROWS), **chosen)
    assert list(zip(found["article_id"], found["start"], strict=True)) == places


GAZETTE, HERALD = ("Gazette",), ("Herald",)


def test_find_contradictions():
    found = find_contradictions(corpus(*ROWS)).drop(columns=["proposition"])
    assert found.to_numpy().tolist() == [
        ["talks", "asserted and denied", ("ann", "raul"),
         (("asserts", ("ann",), GAZETTE), ("denies", ("ann", "raul"), GAZETTE + HERALD)),
         3, GAZETTE + HERALD, GAZETTE],
        ["talks", "one actor, several stances", ("ann",),
         (("asserts", ("ann",), GAZETTE), ("denies", ("ann",), GAZETTE)), 2, GAZETTE, GAZETTE],
    ]  # fmt: skip


def test_a_union_shows_only_what_its_parts_do_not():
    rows = [("any", stance, (who,), "a1", n) for n, (stance, who) in enumerate(
        [("asserts", "ann"), ("denies", "raul"), ("undecided", "raul")])]  # fmt: skip
    alone, beside = corpus(*rows), corpus(*rows, *ROWS)
    assert find_contradictions(alone)["proposition_id"].tolist() == ["any", "any"]
    found = find_contradictions(beside)[["proposition_id", "actor_ids"]]
    assert found.to_numpy().tolist() == [["talks", ("ann", "raul")], ["any", ("raul",)], ["talks", ("ann",)]]


def test_a_contradiction_begins_with_a_capital():
    torn = corpus(ROWS[0], ("talks", "denies", ("ann",), "a2", 3))
    torn.entity_names["ann"] = "pilots (unnamed)"
    assert explain_contradictions(find_contradictions(torn), torn)[-1].title.startswith("Pilots (unnamed) on")


@pytest.mark.parametrize(
    ("rows", "title", "sides", "agreement"),
    [
        (ROWS[:3], "“Talks are under way”",
         ["Asserted by Ann Berg, in Gazette", "Denied by Ann Berg and Raul Paz, in Gazette and Herald"],
         "3 passages in 2 sources. More than one side is reported by Gazette, one side only by Herald."),
        ((ROWS[0], ("talks", "undecided", ("ann",), "a2", 3)), "Ann Berg on “Talks are under way”",
         ["Asserted, in Gazette", "Left undecided, in Herald"],
         "2 passages in 2 sources. The reports do not agree: no source reports more than one side."),
        ((ROWS[0], ("talks", "conditional", ("ann",), "a1", 3)), "Ann Berg on “Talks are under way”",
         ["Asserted, in Gazette", "Made conditional, in Gazette"],
         "2 passages in 1 source. It reports both sides."),
    ],
)  # fmt: skip
def test_a_contradiction_says_which_sources_report_which_side(rows, title, sides, agreement):
    told = explain_contradictions(find_contradictions(corpus(*rows)), corpus(*rows))[0]
    assert (told.title, told.sides, told.agreement) == (title, sides, agreement)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (ROWS, "Only Herald of 2 sources."),
        (ROWS[:1], "No source reports it."),
        ((*ROWS, ("vote", "asserts", ("raul",), "a1", 70)), "Every source reports it."),
    ],
)
def test_tell_condition(rows, text):
    assert tell_condition(condition_grid(corpus(*rows)), "vote") == text


def test_the_conditions_in_words():
    assert describe_conditions(condition_grid(corpus(*ROWS))).startswith(
        "Matrix of conditions and the sources that report them. "
    )


def test_condition_grid_keeps_the_outlets_that_report_none():
    grid = condition_grid(corpus(*ROWS)).drop(columns=["outlet_id", "proposition_id"])
    assert grid.to_numpy().tolist() == [
        ["Only after a vote", "Gazette", 0, (), 1],
        ["Only after a vote", "Herald", 1, ("ann",), 1],
    ]


def test_no_positions():
    empty = corpus()
    assert count_stances(empty).empty and find_contradictions(empty).empty
    assert condition_grid(empty)["positions"].tolist() == [0, 0]
