"""Who takes which stance on which proposition, and where the reports contradict each other."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from .corpus import Corpus
from .labels import CONFIDENCES
from .labels import STANCES as STANCE_WORDS

STANCES = ("asserts", "denies", "not_confirmed", "conditional", "undecided")
MATRIX = ["actor_id", "actor", "proposition_id", "proposition", "stances", "positions", "articles", "outlets"]
CONTRADICTIONS = [
    "proposition_id",
    "proposition",
    "kind",
    "actor_ids",
    "stances",
    "positions",
    "outlets",
    "agreement",
]

LABELS = {
    "actor": "Actor",
    "proposition": "Proposition",
    "condition": "Condition",
    "stance": "Stance",
    "positions": "Passages",
    "outlets": "Sources",
    "outlet": "Source",
    "text": "Passage",
    "rule": "Rule",
    "confidence": "Confidence",
}


class Explained(NamedTuple):
    """A contradiction in words, with the cell that shows it."""

    text: str
    actor_id: str
    proposition_id: str


def list_positions(corpus: Corpus) -> pd.DataFrame:
    """Every position of every actor, one row a pair: the positions' columns and actor_id, actor, proposition.

    A position that several actors share stands once for each; the order is that of the corpus.
    """
    positions = corpus.positions.assign(actor_id=corpus.positions["actor_ids"].map(list)).explode("actor_id")
    positions = positions[positions["actor_id"].notna()].reset_index(drop=True)
    names = corpus.propositions.set_index("proposition_id")["name"]
    return positions.assign(
        actor=positions["actor_id"].map(corpus.entity_names).fillna(positions["actor_id"]),
        proposition=positions["proposition_id"].map(names).fillna(positions["proposition_id"]),
    )


def position_matrix(corpus: Corpus, *, by_outlet: bool = False) -> pd.DataFrame:
    """The stances of each actor on each proposition, one row a cell (and outlet).

    Columns: as in MATRIX; `stances` is a tuple in the order of STANCES, `positions` counts passages,
    `outlets` counts the outlets that report one. By outlet, outlet_id and outlet come behind.
    Actors with the most positions first, propositions in the order of their table.
    """
    positions = list_positions(corpus)
    keys = MATRIX[:4] + (["outlet_id", "outlet"] if by_outlet else [])
    if positions.empty:
        return pd.DataFrame(columns=[*MATRIX, *keys[4:]])
    cells = (
        positions.groupby(keys, sort=False)
        .agg(
            stances=("stance", _in_order),
            positions=("start", "size"),
            articles=("article_id", "nunique"),
            outlets=("outlet_id", "nunique"),
        )
        .reset_index()
    )
    rank = {name: i for i, name in enumerate(corpus.propositions["proposition_id"])}
    total = cells.groupby("actor_id")["positions"].transform("sum")
    return (
        cells.assign(total=total, rank=cells["proposition_id"].map(rank))
        .sort_values(["total", "actor_id", "rank"], ascending=[False, True, True], ignore_index=True)
        .reindex(columns=[*MATRIX, *keys[4:]])
    )


def count_stances(corpus: Corpus, *, outlet_id: str = "") -> pd.DataFrame:
    """How often each actor takes each stance, one row an actor, proposition and stance.

    Columns: actor_id, actor, proposition_id, proposition, stance, positions (passages), outlets. Actors with
    the most positions first, propositions as in their table, stances as in STANCES.
    """
    positions = list_positions(corpus)
    if outlet_id:
        positions = positions[positions["outlet_id"] == outlet_id]
    keys = ["actor_id", "actor", "proposition_id", "proposition", "stance"]
    counts = (
        positions.groupby(keys)
        .agg(positions=("start", "size"), outlets=("outlet_id", "nunique"))
        .reset_index()
    )
    ranks = {name: i for i, name in enumerate((*corpus.propositions["proposition_id"], *STANCES))}
    counts["total"] = counts.groupby("actor_id")["positions"].transform("sum")
    counts["rank"], counts["order"] = counts["proposition_id"].map(ranks), counts["stance"].map(ranks)
    return counts.sort_values(
        ["total", "actor_id", "rank", "order"], ascending=[False, True, True, True], ignore_index=True
    )[[*keys, "positions", "outlets"]]


def find_passages_of(corpus: Corpus, *, actor_id: str, proposition_id: str) -> pd.DataFrame:
    """The passages behind a cell, in the order of the articles: the columns of list_positions."""
    positions = list_positions(corpus)
    chosen = positions[(positions["actor_id"] == actor_id) & (positions["proposition_id"] == proposition_id)]
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    return chosen.assign(order=chosen["article_id"].map(order)).sort_values(
        ["order", "start"], ignore_index=True
    ).drop(columns="order")  # fmt: skip


def find_contradictions(corpus: Corpus) -> pd.DataFrame:
    """Where stances on one proposition differ, one row a contradiction.

    kind: "one actor, several stances" or "asserted and denied". `actor_ids` are the actors in it,
    `stances` maps stance to actor ids as a tuple of pairs, `outlets` counts the outlets on either
    side, `agreement` says in words whether one outlet reports both sides. Columns as in CONTRADICTIONS.
    """
    positions = list_positions(corpus)
    rows = []
    for (proposition_id, proposition), part in positions.groupby(
        ["proposition_id", "proposition"], sort=False
    ):
        for actor_id, own in part.groupby("actor_id", sort=False):
            if own["stance"].nunique() > 1:
                rows.append(
                    (proposition_id, proposition, "one actor, several stances", (actor_id,), *_sides(own))
                )
        opposed = part[part["stance"].isin(["asserts", "denies"])]
        if opposed["stance"].nunique() > 1:
            actors = tuple(sorted(set(opposed["actor_id"])))
            rows.append((proposition_id, proposition, "asserted and denied", actors, *_sides(opposed)))
    table = pd.DataFrame(rows, columns=CONTRADICTIONS)
    return table.sort_values(["proposition_id", "kind", "actor_ids"], ignore_index=True)


def condition_grid(corpus: Corpus) -> pd.DataFrame:
    """Which outlet reports which condition, one row a condition and outlet of the selection.

    Columns: proposition_id, condition, outlet_id, outlet, positions (0 where the outlet has none), actor_ids
    (tuple: whose condition it is) and outlets (how many outlets report it). Rarest condition first.
    """
    conditions = corpus.propositions[corpus.propositions["kind"] == "condition"]
    homes = corpus.articles[["outlet_id", "outlet"]].drop_duplicates()
    grid = (
        conditions[["proposition_id", "name"]].rename(columns={"name": "condition"}).merge(homes, how="cross")
    )
    found = (
        list_positions(corpus)
        .groupby(["proposition_id", "outlet_id"])
        .agg(positions=("start", "nunique"), actor_ids=("actor_id", lambda ids: tuple(sorted(set(ids)))))
        .reset_index()
    )
    grid = grid.merge(found, how="left", on=["proposition_id", "outlet_id"])
    grid["positions"] = grid["positions"].fillna(0).astype("int64")
    grid["actor_ids"] = [ids if isinstance(ids, tuple) else () for ids in grid["actor_ids"]]
    reported = grid[grid["positions"] > 0].groupby("proposition_id")["outlet_id"].nunique()
    grid["outlets"] = grid["proposition_id"].map(reported).fillna(0).astype("int64")
    return grid.sort_values(["outlets", "proposition_id", "outlet_id"], ignore_index=True)


def _sides(positions: pd.DataFrame) -> tuple[tuple, int, int, str]:
    sides = tuple(
        (stance, tuple(sorted(set(positions.loc[positions["stance"] == stance, "actor_id"]))))
        for stance in _in_order(positions["stance"])
    )
    by_outlet = positions.groupby("outlet_id")["stance"].nunique()
    both = int((by_outlet > 1).sum())
    if both == len(by_outlet):
        agreement = "every source that reports it has both sides"
    elif both:
        agreement = f"{both} of {len(by_outlet)} sources report more than one side"
    else:
        agreement = "no source reports more than one side"
    return sides, len(positions), len(by_outlet), agreement


def _in_order(stances: Iterable[str]) -> tuple[str, ...]:
    found = set(stances)
    return tuple(stance for stance in STANCES if stance in found)


def keep_actors(counts: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The rows of the first actors."""
    return counts[counts["actor_id"].isin(counts["actor_id"].unique()[:most])].reset_index(drop=True)


def spell(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its codes in words."""
    words = {"stance": STANCE_WORDS, "confidence": CONFIDENCES}
    return table.assign(
        **{column: table[column].map(codes) for column, codes in words.items() if column in table}
    )


def describe(corpus: Corpus, proposition_id: str) -> str:
    """What a proposition says, as its analyst has put it."""
    row = corpus.propositions.set_index("proposition_id").loc[proposition_id]
    return row["description"] or row["name"]


def explain_contradictions(found: pd.DataFrame, corpus: Corpus) -> list[Explained]:
    """Each contradiction as a sentence."""
    return [_explain(row, corpus) for row in found.itertuples()]


def _explain(row: tuple, corpus: Corpus) -> Explained:
    names = corpus.entity_names
    sides = [
        f"{STANCE_WORDS[stance].lower()} (" + ", ".join(names.get(i, i) for i in ids) + ")"
        for stance, ids in row.stances
    ]
    if row.kind == "one actor, several stances":
        who = names.get(row.actor_ids[0], row.actor_ids[0])
        words = [STANCE_WORDS[stance].lower() for stance, _ in row.stances]
        text = f"{who} has {len(words)} stances on “{row.proposition}”: {' and '.join(words)}. "
    else:
        text = f"“{row.proposition}”: {'; '.join(sides)}. "
    count = f"{row.positions} passages in {row.outlets} source{'s' * (row.outlets > 1)}; {row.agreement}."
    return Explained(text + count, row.actor_ids[0], row.proposition_id)


def condition_cells(grid: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The conditions as cells of a matrix: columns row, column, value, text and hover."""
    shown = grid[grid["positions"] > 0]
    names = corpus.entity_names
    return pd.DataFrame(
        {
            "row": shown["proposition_id"],
            "column": shown["outlet_id"],
            "value": shown["positions"],
            "text": shown["positions"].astype(str),
            "hover": [
                "According to " + ", ".join(names.get(i, i) for i in ids) for ids in shown["actor_ids"]
            ],
        }
    )


def describe_conditions(grid: pd.DataFrame) -> str:
    """The grid in words: how many sources report each condition."""
    counts = grid.drop_duplicates("proposition_id")
    return "; ".join(f"{row.condition}: {row.outlets} sources" for row in counts.itertuples()) + "."
