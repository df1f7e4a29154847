"""Who takes which stance on which proposition, and where the reports contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .labels import CONFIDENCES, begin
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
MANY = 8
"""So many sources have room in a sentence."""
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
    return _list(corpus.positions, corpus)


def _list(positions: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    actor_ids = positions["actor_ids"].tolist()
    listed = positions.iloc[[row for row, ids in enumerate(actor_ids) for _ in ids]].reset_index(drop=True)
    actors = [one for ids in actor_ids for one in ids]
    names, titles = corpus.entity_names, _titles(corpus)
    propositions = [titles.get(one, one) for one in listed["proposition_id"]]
    return listed.assign(
        actor_id=pd.Series(actors, dtype="str"),
        actor=pd.Series([names.get(one, one) for one in actors], dtype="str"),
        proposition=pd.Series(propositions, dtype="str"),
    )


def _titles(corpus: Corpus) -> dict[str, str]:
    """The name of each proposition."""
    return dict(zip(corpus.propositions["proposition_id"], corpus.propositions["name"], strict=True))


def count_stances(corpus: Corpus, *, outlet_id: str = "") -> pd.DataFrame:
    """How often each actor takes each stance, one row an actor, proposition and stance.

    Columns: actor_id, actor, proposition_id, proposition, stance, positions (passages), outlets. Actors with
    the most positions first, propositions as in their table, stances as in STANCES.
    """
    positions = list_positions(corpus)
    if outlet_id:
        positions = positions[positions["outlet_id"] == outlet_id]
    keys = ["actor_id", "actor", "proposition_id", "proposition", "stance"]
    found = list(zip(*(positions[key].tolist() for key in keys), strict=True))
    passages, totals = Counter(found), Counter(positions["actor_id"])
    outlets = Counter(row for row, _ in set(zip(found, positions["outlet_id"], strict=True)))
    ranks = {name: i for i, name in enumerate((*corpus.propositions["proposition_id"], *STANCES))}
    last = len(ranks)
    ordered = sorted(
        passages,
        key=lambda row: (-totals[row[0]], row[0], ranks.get(row[2], last), ranks.get(row[4], last), *row),
    )
    return pd.DataFrame(
        [(*row, passages[row], outlets[row]) for row in ordered], columns=[*keys, "positions", "outlets"]
    )


def find_passages_of(
    corpus: Corpus, *, actor_id: str = "", proposition_id: str, stance: str = "", outlet_id: str = ""
) -> pd.DataFrame:
    """The passages behind a cell, in the order of the articles: the columns of list_positions.

    An empty id stands for all; a passage of several actors stands once where the actor is empty.
    """
    found = corpus.positions
    wanted = {"proposition_id": proposition_id, "stance": stance, "outlet_id": outlet_id}
    for column, value in wanted.items():
        found = found[found[column] == value] if value else found
    found = _list(found, corpus)
    found = found[found["actor_id"] == actor_id] if actor_id else found
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
    rows = []
    for (proposition_id, proposition), part in _split(
        list_positions(corpus).itertuples(index=False), "proposition_id", "proposition"
    ):
        opposed = [one for one in part if one.stance in ("asserts", "denies")]
        if len({one.stance for one in opposed}) > 1:
            actors = tuple(sorted({one.actor_id for one in opposed}))
            rows.append((proposition_id, proposition, OPPOSED, actors, *_sides(opposed)))
        for (actor_id,), own in _split(part, "actor_id"):
            if len({one.stance for one in own}) > 1:
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
    homes = dict(zip(corpus.articles["outlet_id"], corpus.articles["outlet"], strict=True))
    passages: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    actors: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in corpus.positions.itertuples(index=False):
        if one.actor_ids:
            passages[one.proposition_id, one.outlet_id].add((one.article_id, one.start))
            actors[one.proposition_id, one.outlet_id].update(one.actor_ids)
    reported = Counter(proposition_id for proposition_id, outlet_id in passages if outlet_id in homes)
    rows = [
        (
            *(proposition_id, condition, outlet_id, outlet),
            len(passages.get((proposition_id, outlet_id), ())),
            tuple(sorted(actors.get((proposition_id, outlet_id), ()))),
            reported[proposition_id],
        )
        for proposition_id, condition in zip(conditions["proposition_id"], conditions["name"], strict=True)
        for outlet_id, outlet in homes.items()
    ]
    rows.sort(key=lambda row: (row[-1], row[0], row[2]))
    columns = ["proposition_id", "condition", "outlet_id", "outlet", "positions", "actor_ids", "outlets"]
    return pd.DataFrame(rows, columns=columns)


def _split(rows: Iterable[tuple], *fields: str) -> list[tuple[tuple, list[tuple]]]:
    """The rows by what they hold in some fields, in the order of that."""
    parts: dict[tuple, list[tuple]] = {}
    for row in rows:
        parts.setdefault(tuple(getattr(row, field) for field in fields), []).append(row)
    return sorted(parts.items())


def _sides(positions: list[tuple]) -> tuple[tuple, int, tuple[str, ...], tuple[str, ...]]:
    sides = []
    for stance in _in_order(one.stance for one in positions):
        own = [one for one in positions if one.stance == stance]
        actors, outlets = ({getattr(one, field) for one in own} for field in ("actor_id", "outlet"))
        sides.append((stance, tuple(sorted(actors)), tuple(sorted(outlets))))
    taken: dict[str, set[str]] = defaultdict(set)
    for one in positions:
        taken[one.outlet].add(one.stance)
    passages = len({(one.article_id, one.start, one.stance) for one in positions})
    both = tuple(outlet for outlet in sorted(taken) if len(taken[outlet]) > 1)
    return tuple(sides), passages, tuple(sorted(taken)), both


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
        sides.append(f"{TAKEN[stance]}{who}, in {join_names(outlets, most=MANY)}")
    who = f"{begin(names.get(row.actor_ids[0], row.actor_ids[0]))} on " if row.kind == TORN else ""
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
    both = join_names(row.both, most=MANY)
    rest = join_names((name for name in row.outlets if name not in row.both), most=MANY)
    return count + f"More than one side is reported by {both}, one side only by {rest}."


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
    rows = "; ".join(f"{row.condition}: {plural(row.outlets, 'source')}" for row in counts.itertuples())
    return f"Matrix of conditions and the sources that report them. {rows}."


def tell_condition(grid: pd.DataFrame, proposition_id: str) -> str:
    """Which sources report a condition, in a sentence."""
    own = grid[grid["proposition_id"] == proposition_id]
    named = own.loc[own["positions"] > 0, "outlet"].tolist()
    if not named:
        return "No source reports it."
    if len(named) == len(own):
        return "Every source reports it."
    only = "Only " if len(named) == 1 else ""
    return f"{only}{join_names(named, most=MANY)} of {plural(len(own), 'source')}."
