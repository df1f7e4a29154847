"""Who takes which stance on which proposition, and where the reports contradict each other."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .labels import CONFIDENCES
from .labels import STANCES as STANCE_WORDS
from .quotations import join_names

STANCES = ("asserts", "denies", "not_confirmed", "conditional", "undecided")
TAKEN = {
    "asserts": "Asserted",
    "denies": "Denied",
    "not_confirmed": "Not confirmed",
    "conditional": "Made conditional",
    "undecided": "Left undecided",
}
OPPOSED, TORN = "asserted and denied", "one actor, several stances"
CONTRADICTIONS = [
    "proposition_id",
    "proposition",
    "kind",
    "actor_ids",
    "sides",
    "positions",
    "outlets",
    "both",
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

    title: str
    sides: list[str]
    agreement: str
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


def find_passages_of(
    corpus: Corpus, *, actor_id: str = "", proposition_id: str, stance: str = "", outlet_id: str = ""
) -> pd.DataFrame:
    """The passages behind a cell, in the order of the articles: the columns of list_positions.

    An empty id stands for all; a passage of several actors stands once where the actor is empty.
    """
    found = list_positions(corpus)
    wanted = {
        "actor_id": actor_id,
        "proposition_id": proposition_id,
        "stance": stance,
        "outlet_id": outlet_id,
    }
    for column, value in wanted.items():
        found = found[found[column] == value] if value else found
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    return (
        found.drop_duplicates(["article_id", "start", "stance"])
        .assign(order=lambda rows: rows["article_id"].map(order))
        .sort_values(["order", "start"], ignore_index=True)
        .drop(columns="order")
    )


def find_contradictions(corpus: Corpus) -> pd.DataFrame:
    """Where stances on one proposition differ, one row a contradiction.

    kind: "asserted and denied" or "one actor, several stances". `sides` holds for each stance the ids
    of its actors and the outlets that report it; `outlets` are all that report one, `both` those
    that report more than one side. Columns as in CONTRADICTIONS; the first kind first, most passages
    first. A union of propositions is left out where one of its parts shows the same kind.
    """
    positions = list_positions(corpus)
    rows = []
    for (proposition_id, proposition), part in positions.groupby(["proposition_id", "proposition"]):
        opposed = part[part["stance"].isin(["asserts", "denies"])]
        if opposed["stance"].nunique() > 1:
            actors = tuple(sorted(set(opposed["actor_id"])))
            rows.append((proposition_id, proposition, OPPOSED, actors, *_sides(opposed)))
        for actor_id, own in part.groupby("actor_id"):
            if own["stance"].nunique() > 1:
                rows.append((proposition_id, proposition, TORN, (actor_id,), *_sides(own)))
    table = _drop_unions(pd.DataFrame(rows, columns=CONTRADICTIONS), corpus)
    return table.sort_values(
        ["kind", "positions", "proposition_id", "actor_ids"],
        ascending=[True, False, True, True], ignore_index=True,
    )  # fmt: skip


def _drop_unions(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The contradictions without those on a union that its parts show too."""
    unions = corpus.propositions.loc[corpus.propositions["kind"] == "union", "proposition_id"]
    on_union = table["proposition_id"].isin(unions)
    actors = table["actor_ids"].where(table["kind"] == TORN, "")
    keys = list(zip(table["kind"], actors, strict=True))
    shown = {key for key, union in zip(keys, on_union, strict=True) if not union}
    return table[~(on_union & pd.Series([key in shown for key in keys], index=table.index, dtype=bool))]


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
        .assign(passage=lambda rows: rows["article_id"] + ":" + rows["start"].astype(str))
        .groupby(["proposition_id", "outlet_id"])
        .agg(positions=("passage", "nunique"), actor_ids=("actor_id", lambda ids: tuple(sorted(set(ids)))))
        .reset_index()
    )
    grid = grid.merge(found, how="left", on=["proposition_id", "outlet_id"])
    grid["positions"] = grid["positions"].fillna(0).astype("int64")
    grid["actor_ids"] = [ids if isinstance(ids, tuple) else () for ids in grid["actor_ids"]]
    reported = grid[grid["positions"] > 0].groupby("proposition_id")["outlet_id"].nunique()
    grid["outlets"] = grid["proposition_id"].map(reported).fillna(0).astype("int64")
    return grid.sort_values(["outlets", "proposition_id", "outlet_id"], ignore_index=True)


def _sides(positions: pd.DataFrame) -> tuple[tuple, int, tuple[str, ...], tuple[str, ...]]:
    sides = []
    for stance in _in_order(positions["stance"]):
        own = positions[positions["stance"] == stance]
        sides.append((stance, tuple(sorted(set(own["actor_id"]))), tuple(sorted(set(own["outlet"])))))
    by_outlet = positions.groupby("outlet")["stance"].nunique()
    passages = len(positions.drop_duplicates(["article_id", "start", "stance"]))
    return tuple(sides), passages, tuple(by_outlet.index), tuple(by_outlet.index[by_outlet > 1])


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
    """Each contradiction in words."""
    return [_explain(row, corpus.entity_names) for row in found.itertuples()]


def _explain(row: tuple, names: dict[str, str]) -> Explained:
    sides = []
    for stance, ids, outlets in row.sides:
        who = f" by {join_names(names.get(one, one) for one in ids)}" if row.kind == OPPOSED else ""
        sides.append(f"{TAKEN[stance]}{who}, in {join_names(outlets)}")
    who = f"{names.get(row.actor_ids[0], row.actor_ids[0])} on " if row.kind == TORN else ""
    return Explained(
        f"{who}“{row.proposition}”", sides, _agreement(row), row.actor_ids[0], row.proposition_id
    )


def _agreement(row: tuple) -> str:
    """Whether the sources that report a contradiction agree on it."""
    count = f"{plural(row.positions, 'passage')} in {plural(len(row.outlets), 'source')}. "
    if len(row.both) == len(row.outlets):
        return count + (
            "Each of them reports both sides." if len(row.outlets) > 1 else "It reports both sides."
        )
    if not row.both:
        return count + "The reports do not agree: no source reports more than one side."
    rest = join_names(name for name in row.outlets if name not in row.both)
    return count + f"More than one side is reported by {join_names(row.both)}, one side only by {rest}."


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
    return "; ".join(f"{row.condition}: {plural(row.outlets, 'source')}" for row in counts.itertuples()) + "."


def tell_condition(grid: pd.DataFrame, proposition_id: str) -> str:
    """Which sources report a condition, in a sentence."""
    own = grid[grid["proposition_id"] == proposition_id]
    named = own.loc[own["positions"] > 0, "outlet"].tolist()
    if not named:
        return "No source reports it."
    if len(named) == len(own):
        return "Every source reports it."
    return f"{'Only ' if len(named) == 1 else ''}{join_names(named)} of {plural(len(own), 'source')}."
