"""What a source does not name that others do, and whether its length alone could explain it."""

import math

import pandas as pd

from .charts.text import number, percent, plural
from .corpus import Corpus
from .positions import condition_grid
from .quotations import join_names

COLUMNS = ["item_id", "item", "outlet_id", "outlet", "n", "outlets", "expected", "chance"]


def compare_presence(corpus: Corpus, items: pd.DataFrame) -> pd.DataFrame:
    """Whether each outlet names each item, one row an item and outlet.

    `items` has item_id, item and outlet_id, one row an occurrence. Columns: as in COLUMNS; n occurrences,
    `outlets` how many outlets have at least one, `expected` the occurrences that the rate of all the
    other outlets would give a text of this length, `chance` the probability of none at that
    rate (Poisson). Items that one outlet only lacks come first, then those that one only has;
    within, by the total of their occurrences.
    """
    sizes = corpus.articles.groupby(["outlet_id", "outlet"])["n_tokens"].sum().reset_index()
    names = items[["item_id", "item"]].drop_duplicates("item_id")
    counts = items.groupby(["item_id", "outlet_id"]).size().rename("n").reset_index()
    grid = names.merge(sizes, how="cross").merge(counts, how="left", on=["item_id", "outlet_id"])
    grid["n"] = grid["n"].fillna(0).astype("int64")
    by_item = grid.groupby("item_id")
    total = by_item["n"].transform("sum")
    grid["outlets"] = (grid["n"] > 0).groupby(grid["item_id"]).transform("sum").astype("int64")
    elsewhere = sizes["n_tokens"].sum() - grid["n_tokens"]
    rate = ((total - grid["n"]) / elsewhere).where(elsewhere > 0, 0.0)
    grid["expected"] = rate * grid["n_tokens"]
    grid["chance"] = [math.exp(-expected) for expected in grid["expected"]]
    return (
        grid.assign(rank=_rank(grid["outlets"], len(sizes)), total=total)
        .sort_values(
            ["rank", "total", "item_id", "outlet_id"], ascending=[True, False, True, True], ignore_index=True
        )
        .reindex(columns=COLUMNS)
    )


def _rank(outlets: pd.Series, n_outlets: int) -> pd.Series:
    """0 where one outlet lacks it, 1 where one has it, 2 between, 3 where all have it."""
    rank = pd.Series(2, index=outlets.index).mask(outlets == 1, 1).mask(outlets == n_outlets - 1, 0)
    return rank.mask(outlets == n_outlets, 3)


def actor_items(corpus: Corpus) -> pd.DataFrame:
    """Occurrences of the actors: one row a mention."""
    return _mention_items(corpus, set(corpus.actors))


def zone_items(corpus: Corpus) -> pd.DataFrame:
    """Occurrences of the zones: one row a mention."""
    zones = corpus.entities.loc[corpus.entities["type"] == "ZONE", "entity_id"]
    return _mention_items(corpus, set(zones))


def _mention_items(corpus: Corpus, wanted: set[str]) -> pd.DataFrame:
    mentions = corpus.mentions[corpus.mentions["entity_id"].isin(wanted)]
    names = mentions["entity_id"].map(corpus.entity_names)
    return pd.DataFrame({"item_id": mentions["entity_id"], "item": names, "outlet_id": mentions["outlet_id"]})


def statement_items(corpus: Corpus, variants: pd.DataFrame) -> pd.DataFrame:
    """Occurrences of the utterances: one row a statement, variants of one utterance sharing the item.

    `variants` is the table of `find_variants`; the item is the speaker and the content of the
    first statement of the group that the corpus holds.
    """
    groups = dict(zip(variants["statement_id"], variants["group_id"], strict=True))
    names, statements = corpus.entity_names, corpus.statements
    ids = [groups.get(one, one) for one in statements["statement_id"]]
    titles: dict[str, str] = {}
    for item_id, row in zip(ids, statements.itertuples(), strict=True):
        who = join_names(names.get(one, one) for one in row.speaker_ids) or "Nobody named"
        titles.setdefault(item_id, f"{who}: {row.content}")
    return pd.DataFrame(
        {
            "item_id": ids,
            "item": [titles[one] for one in ids],
            "outlet_id": statements["outlet_id"].tolist(),
        }
    )


def condition_items(corpus: Corpus) -> pd.DataFrame:
    """Occurrences of the conditions: one row a position on a proposition that is a condition."""
    grid = condition_grid(corpus)
    rows = grid.loc[grid.index.repeat(grid["positions"])]
    return rows.rename(columns={"proposition_id": "item_id", "condition": "item"})[
        ["item_id", "item", "outlet_id"]
    ].reset_index(drop=True)


def find_statements_of(
    corpus: Corpus, item_id: str, *, variants: pd.DataFrame, outlet_id: str = ""
) -> list[str]:
    """The ids of the statements behind an utterance of `statement_items`, in one outlet or in all."""
    items = statement_items(corpus, variants).assign(statement_id=corpus.statements["statement_id"].tolist())
    items = items[items["item_id"] == item_id]
    items = items[items["outlet_id"] == outlet_id] if outlet_id else items
    return items["statement_id"].tolist()


def find_mentions_of(corpus: Corpus, entity_id: str, *, outlet_id: str = "") -> pd.DataFrame:
    """The mentions behind an actor or a zone, in one outlet or in all."""
    mentions = corpus.mentions[corpus.mentions["entity_id"] == entity_id]
    return mentions[mentions["outlet_id"] == outlet_id] if outlet_id else mentions


def tell_item(grid: pd.DataFrame, item_id: str, outlet_id: str = "") -> str:
    """Who has an item; of an outlet that lacks it, how many its length would lead one to expect."""
    own = grid[grid["item_id"] == item_id]
    having = own.loc[own["n"] > 0, "outlet"].tolist()
    only = "Only " if len(having) == 1 < len(own) else ""
    has = "has" if len(having) == 1 else "have"
    text = f"{only}{join_names(having)} {has} it ({len(having)} of {plural(len(own), 'source')})."
    lacking = own[(own["outlet_id"] == outlet_id) & (own["n"] == 0)]
    for row in lacking.itertuples():
        text += (
            f" {row.outlet} does not. At the rate of the others a text of its length would have "
            f"{number(row.expected, digits=1)}; the chance of none is then {percent(row.chance)}."
        )
    return text


def count_telling(grid: pd.DataFrame) -> str:
    """How many items only one outlet has, and how many all but one have, in a sentence."""
    outlets = grid["outlet_id"].nunique()
    per_item = grid.drop_duplicates("item_id")["outlets"]
    if outlets < 2:
        return "With one source there is nothing to compare with."
    one, all_but_one = int((per_item == 1).sum()), int((per_item == outlets - 1).sum())
    if outlets == 2:
        return f"Of {number(len(per_item))}, {number(one)} stand in one of the two sources only."
    return (
        f"Of {number(len(per_item))}, {number(all_but_one)} stand in all sources but one, "
        f"{number(one)} in one source only."
    )


def keep_items(grid: pd.DataFrame, *, most: int, telling: bool) -> pd.DataFrame:
    """The rows of the first items; only those that some outlet lacks where `telling`."""
    if telling:
        grid = grid[grid["outlets"] < grid["outlet_id"].nunique()]
    return grid[grid["item_id"].isin(grid["item_id"].unique()[:most])].reset_index(drop=True)


def describe_caveat(corpus: Corpus) -> str:
    """What the length of the texts and their number allow one to conclude."""
    sizes = corpus.articles.groupby("outlet")["n_tokens"].sum()
    longest, shortest = sizes.idxmax(), sizes.idxmin()
    text = (
        f"{longest} has {sizes.max():,} words and {shortest} {sizes.min():,}. Expected is "
        "what the other sources' rate would give a text of that length, the chance that of none at that rate."
    )
    if len(corpus.articles) < 2 * len(sizes):
        text += " With one article a source, leaving out may be the article's choice and not the source's."
    return text
