"""What a source does not name that others do, and whether its length alone could explain it."""

import math

import pandas as pd

from .corpus import Corpus
from .positions import condition_grid

COLUMNS = ["item_id", "item", "outlet_id", "outlet", "n", "outlets", "expected", "chance"]


def compare_presence(corpus: Corpus, items: pd.DataFrame) -> pd.DataFrame:
    """Whether each outlet names each item, one row an item and outlet.

    `items` has item_id, item and outlet_id, one row an occurrence. Columns: as in COLUMNS; n occurrences,
    `outlets` how many outlets have at least one, `expected` the occurrences that the rate of all the
    other outlets would give a text of this length, `chance` the probability of none at that
    rate (Poisson). Items of one outlet only and items that one outlet only lacks come first, by
    the total of their occurrences.
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
    """0 where one outlet has it or one lacks it, 1 between, 2 where all have it."""
    telling = outlets.isin([1, n_outlets - 1]) & (outlets < n_outlets)
    return pd.Series(1, index=outlets.index).mask(telling, 0).mask(outlets == n_outlets, 2)


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

    `variants` is the table of `find_variants`; the item is the content of the group's reference.
    """
    groups = variants.set_index("statement_id")["group_id"]
    statements = corpus.statements
    contents = statements.set_index("statement_id")["content"]
    ids = statements["statement_id"].map(groups).fillna(statements["statement_id"])
    return pd.DataFrame({"item_id": ids, "item": ids.map(contents), "outlet_id": statements["outlet_id"]})


def condition_items(corpus: Corpus) -> pd.DataFrame:
    """Occurrences of the conditions: one row a position on a proposition that is a condition."""
    grid = condition_grid(corpus)
    rows = grid.loc[grid.index.repeat(grid["positions"])]
    return rows.rename(columns={"proposition_id": "item_id", "condition": "item"})[
        ["item_id", "item", "outlet_id"]
    ].reset_index(drop=True)


def statements_of(corpus: Corpus, items: pd.DataFrame, item_id: str) -> list[str]:
    """The ids of the statements behind an item of `statement_items`."""
    return corpus.statements.loc[items["item_id"] == item_id, "statement_id"].tolist()


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
