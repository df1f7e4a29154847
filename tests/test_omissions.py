import math
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.omissions import (
    actor_items,
    compare_presence,
    count_telling,
    find_mentions_of,
    find_statements_of,
    statement_items,
    tell_item,
    zone_items,
)

CORPUS = SimpleNamespace(
    articles=pd.DataFrame(
        [("g", "Gazette", 100), ("h", "Herald", 300), ("p", "Post", 100)],
        columns=["outlet_id", "outlet", "n_tokens"],
    ),
    entities=pd.DataFrame([("ann", "PERSON"), ("zone-1", "ZONE")], columns=["entity_id", "type"]),
    mentions=pd.DataFrame([("ann", "g"), ("zone-1", "h"), ("ann", "g")], columns=["entity_id", "outlet_id"]),
    statements=pd.DataFrame(
        [
            ("s1", "boats leave", "g", ("ann",)),
            ("s2", "the boats left", "h", ("ann",)),
            ("s3", "rain", "h", ()),
        ],
        columns=["statement_id", "content", "outlet_id", "speaker_ids"],
    ),
    entity_names={"ann": "Ann Berg", "zone-1": "Zone one"},
    actors=["ann"],
)


def items(*pairs):
    return pd.DataFrame([(i, i.upper(), o) for i, o in pairs], columns=["item_id", "item", "outlet_id"])


def test_compare_presence():
    table = compare_presence(CORPUS, items(("x", "g"), ("x", "g"), ("y", "g"), ("y", "h"), ("y", "p")))
    assert table.round(4).to_numpy().tolist() == [
        # only the Gazette has x, so nobody else gives it a rate there
        ["x", "X", "g", "Gazette", 2, 1, 0.0, 1.0],
        ["x", "X", "h", "Herald", 0, 1, 3.0, round(math.exp(-3), 4)],  # 2 in 200 words elsewhere, 300 here
        ["x", "X", "p", "Post", 0, 1, 0.5, round(math.exp(-0.5), 4)],  # 2 in 400, 100 here
        ["y", "Y", "g", "Gazette", 1, 3, 0.5, round(math.exp(-0.5), 4)],
        ["y", "Y", "h", "Herald", 1, 3, 3.0, round(math.exp(-3), 4)],
        ["y", "Y", "p", "Post", 1, 3, 0.5, round(math.exp(-0.5), 4)],
    ]


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        # three outlets: what one has or one lacks stands before what all have
        ([("all", "g"), ("all", "h"), ("all", "p"), ("one", "g"), ("lacks", "g"), ("lacks", "h")],
         ["lacks", "one", "all"]),
    ],
)  # fmt: skip
def test_what_one_has_or_lacks_comes_first(pairs, order):
    assert compare_presence(CORPUS, items(*pairs))["item_id"].unique().tolist() == order


@pytest.mark.parametrize(
    ("item_id", "outlet_id", "text"),
    [
        ("x", "", "Only Gazette has it (1 of 3 sources)."),
        ("y", "g", "Gazette, Herald and Post have it (3 of 3 sources)."),
        ("x", "h", "Only Gazette has it (1 of 3 sources). Herald does not. At the rate of the others a text of "
                   "its length would have 3.0; the chance of none is then 5%."),
    ],
)  # fmt: skip
def test_tell_item(item_id, outlet_id, text):
    grid = compare_presence(CORPUS, items(("x", "g"), ("x", "g"), ("y", "g"), ("y", "h"), ("y", "p")))
    assert tell_item(grid, item_id, outlet_id) == text


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("all", "g"), ("all", "h"), ("all", "p"), ("one", "g"), ("lacks", "g"), ("lacks", "h")],
         "Of 3, 1 stand in all sources but one, 1 in one source only."),
    ],
)  # fmt: skip
def test_count_telling(pairs, text):
    assert count_telling(compare_presence(CORPUS, items(*pairs))) == text


def test_a_group_whose_reference_is_not_selected_is_named_by_what_is():
    variants = pd.DataFrame([("s0", "s0"), ("s0", "s2")], columns=["group_id", "statement_id"])
    assert statement_items(CORPUS, variants)["item"].tolist()[1] == "Ann Berg: the boats left"


def test_what_stands_behind_a_cell():
    variants = pd.DataFrame([("s1", "s1"), ("s1", "s2")], columns=["group_id", "statement_id"])
    assert find_statements_of(CORPUS, "s1", variants=variants) == ["s1", "s2"]
    assert find_statements_of(CORPUS, "s1", variants=variants, outlet_id="h") == ["s2"]
    assert len(find_mentions_of(CORPUS, "ann", outlet_id="g")) == 2
    assert find_mentions_of(CORPUS, "ann", outlet_id="h").empty


def test_nothing_to_compare():
    assert compare_presence(CORPUS, items()).empty


def test_items_of_each_layer():
    assert actor_items(CORPUS).to_numpy().tolist() == [["ann", "Ann Berg", "g"]] * 2
    assert zone_items(CORPUS).to_numpy().tolist() == [["zone-1", "Zone one", "h"]]
    variants = pd.DataFrame([("s1", "s1"), ("s1", "s2")], columns=["group_id", "statement_id"])
    assert statement_items(CORPUS, variants).to_numpy().tolist() == [
        ["s1", "Ann Berg: boats leave", "g"],
        ["s1", "Ann Berg: boats leave", "h"],
        ["s3", "Nobody named: rain", "h"],
    ]
