from types import SimpleNamespace

import pandas as pd

from analysis.positions import condition_grid, find_contradictions, list_positions, position_matrix

OUTLETS = {"a1": ("gazette", "Gazette"), "a2": ("herald", "Herald")}
POSITION = ["proposition_id", "stance", "actor_ids", "article_id", "start"]
PROPOSITIONS = [("talks", "Talks are under way", "claim"), ("vote", "Only after a vote", "condition")]


def corpus(*positions):
    frame = pd.DataFrame(positions, columns=POSITION)
    return SimpleNamespace(
        positions=frame.assign(
            outlet_id=[OUTLETS[a][0] for a in frame["article_id"]],
            outlet=[OUTLETS[a][1] for a in frame["article_id"]],
        ),
        propositions=pd.DataFrame(PROPOSITIONS, columns=["proposition_id", "name", "kind"]),
        articles=pd.DataFrame(OUTLETS.values(), columns=["outlet_id", "outlet"]),
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


def test_position_matrix():
    cells = position_matrix(corpus(*ROWS)).drop(columns=["actor", "proposition"])
    assert cells.to_numpy().tolist() == [
        ["ann", "talks", ("asserts", "denies"), 2, 1, 1],
        ["ann", "vote", ("conditional",), 1, 1, 1],
        ["raul", "talks", ("denies",), 2, 2, 2],
    ]


def test_position_matrix_by_outlet():
    cells = position_matrix(corpus(*ROWS), by_outlet=True)[["actor_id", "outlet", "stances"]]
    assert cells.to_numpy().tolist() == [
        ["ann", "Gazette", ("asserts", "denies")],
        ["ann", "Herald", ("conditional",)],
        ["raul", "Gazette", ("denies",)],
        ["raul", "Herald", ("denies",)],
    ]


def test_find_contradictions():
    found = find_contradictions(corpus(*ROWS)).drop(columns=["proposition"])
    assert found.to_numpy().tolist() == [
        ["talks", "asserted and denied", ("ann", "raul"),
         (("asserts", ("ann",)), ("denies", ("ann", "raul"))), 4, 2,
         "1 of 2 sources report more than one side"],
        ["talks", "one actor, several stances", ("ann",),
         (("asserts", ("ann",)), ("denies", ("ann",))), 2, 1,
         "every source that reports it has both sides"],
    ]  # fmt: skip


def test_condition_grid_keeps_the_outlets_that_report_none():
    grid = condition_grid(corpus(*ROWS)).drop(columns=["outlet_id", "proposition_id"])
    assert grid.to_numpy().tolist() == [
        ["Only after a vote", "Gazette", 0, (), 1],
        ["Only after a vote", "Herald", 1, ("ann",), 1],
    ]


def test_no_positions():
    empty = corpus()
    assert position_matrix(empty).empty and find_contradictions(empty).empty
    assert condition_grid(empty)["positions"].tolist() == [0, 0]
