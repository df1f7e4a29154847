"""What the articles say of each zone: how it is defined and who is proposed to monitor it."""

from dataclasses import replace

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .knowledge.zones import OutsideFact, Zone
from .labels import CONFIDENCES
from .quotations import join_names, list_quotations, name_of

PASSAGE_COLUMNS = [
    "zone_id",
    "relation",
    "article_id",
    "start",
    "end",
    "outlet_id",
    "outlet",
    "published",
    "published_precision",
    "url",
    "actor_ids",
    "actors",
    "proposed_by",
    "places",
    "itself",
    "speaker",
    "likely",
    "chain",
    "medium",
    "said_on",
    "text",
    "rule",
    "confidence",
]
SUMMARY_COLUMNS = [
    "zone_id",
    "zone",
    "mentions",
    "articles",
    "outlets",
    "passages",
    "definitions",
    "monitor_ids",
    "monitors",
    "monitor_outlets",
]


RELATIONS = {
    "monitor_proposed": "Who is proposed to monitor it",
    "defined_by": "How it is defined",
    "other": "What else is said of it",
}


def list_passages(corpus: Corpus, *, zone_id: str | None = None) -> pd.DataFrame:
    """The passages that tie a zone to a fact, one row each, as published and read.

    Columns: PASSAGE_COLUMNS. `actors`, `proposed_by` and `places` are names joined into a text.
    `itself` is true where the article speaks for itself; otherwise `speaker` is whom it cites (empty
    if the filters leave that statement out) and `chain` runs from the outlet to that speaker.
    """
    facts = corpus.zone_facts
    if zone_id is not None:
        facts = facts[facts["zone_id"] == zone_id]
    said = ["statement_id", "speaker", "likely", "chain", "medium", "said_on"]
    cited = corpus.statements[corpus.statements["statement_id"].isin(facts["statement_id"])]
    articles = corpus.articles[["article_id", "published", "published_precision", "url"]]
    articles = articles.assign(order=range(len(articles)))
    passages = (
        facts.merge(articles, on="article_id")
        .merge(list_quotations(replace(corpus, statements=cited))[said], on="statement_id", how="left")
        .sort_values(["order", "start", "zone_id", "relation"], ignore_index=True)
    )
    for column in said[1:]:
        passages[column] = passages[column].fillna("")
    passages["chain"] = passages["chain"].where(passages["chain"] != "", passages["outlet"])
    passages["itself"] = passages["statement_id"].isna()
    names = corpus.outlet_names | corpus.entity_names
    passages["actor_ids"] = [list(ids) for ids in passages["actor_ids"]]
    for column, ids in {"actors": "actor_ids", "places": "place_ids", "proposed_by": "proposed_by"}.items():
        passages[column] = [join_names(name_of(one, names) for one in row) for row in passages[ids]]
    return passages[PASSAGE_COLUMNS]


def count_zone_mentions(corpus: Corpus, zones: dict[str, Zone]) -> pd.DataFrame:
    """Count mentions of each zone in each outlet, one row for every pair, with zeros.

    Columns: zone_id, zone, outlet_id, outlet, mentions, articles (that name the zone), words (of all
    the outlet's articles) and rate (mentions per thousand words). Zones and outlets keep their order.
    """
    places = pd.DataFrame([(zone.zone_id, zone.short, zone.entity_id) for zone in zones.values()])
    places.columns = ["zone_id", "zone", "entity_id"]
    words = corpus.articles.groupby("outlet_id")["n_tokens"].sum().rename("words")
    outlets = corpus.outlets.merge(words, on="outlet_id").rename(columns={"name": "outlet"})
    counts = corpus.mentions.groupby(["entity_id", "outlet_id"], as_index=False).agg(
        mentions=("start", "size"), articles=("article_id", "nunique")
    )
    table = places.merge(outlets[["outlet_id", "outlet", "words"]], how="cross").merge(
        counts, on=["entity_id", "outlet_id"], how="left"
    )
    table[["mentions", "articles"]] = table[["mentions", "articles"]].fillna(0).astype(int)
    table["rate"] = (1000 * table["mentions"] / table["words"]).where(table["words"] > 0, 0.0)
    return table.drop(columns="entity_id")[
        ["zone_id", "zone", "outlet_id", "outlet", "mentions", "articles", "words", "rate"]
    ]


def count_monitors(corpus: Corpus, zones: dict[str, Zone]) -> pd.DataFrame:
    """Count the passages that propose an actor as a monitor of a zone, one row for each such pair.

    Columns: zone_id, zone, actor_id, actor, passages, outlets, and outlet_names as a text. Zones
    keep their order, the actor named by most outlets first.
    """
    columns = ["zone_id", "zone", "actor_id", "actor", "passages", "outlets", "outlet_names"]
    proposed = list_passages(corpus).query("relation == 'monitor_proposed'").explode("actor_ids")
    proposed = proposed.dropna(subset=["actor_ids"])
    if proposed.empty:
        return pd.DataFrame(columns=columns)
    names = corpus.outlet_names | corpus.entity_names
    order = {zone_id: i for i, zone_id in enumerate(zones)}
    counts = proposed.groupby(["zone_id", "actor_ids"], as_index=False).agg(
        passages=("start", "size"),
        outlets=("outlet_id", "nunique"),
        outlet_names=("outlet", lambda found: ", ".join(sorted(set(found)))),
    )
    counts = counts.rename(columns={"actor_ids": "actor_id"}).assign(
        zone=lambda table: [zones[one].short if one in zones else one for one in table["zone_id"]],
        actor=lambda table: [name_of(one, names) for one in table["actor_id"]],
        order=lambda table: [order.get(one, len(order)) for one in table["zone_id"]],
    )
    return counts.sort_values(
        ["order", "zone_id", "outlets", "passages", "actor"],
        ascending=[True, True, False, False, True],
        ignore_index=True,
    )[columns]


def summarize_zones(
    corpus: Corpus, zones: dict[str, Zone], *, named_in: Corpus | None = None
) -> pd.DataFrame:
    """One row for each zone, in their order: how often it is named and whom the articles propose.

    Columns: SUMMARY_COLUMNS. `monitors` is empty where no article names one for that very zone.
    Mentions are counted in `named_in`, if it is given: a filter for actors would leave none.
    """
    counts = count_zone_mentions(corpus if named_in is None else named_in, zones)
    monitors = count_monitors(corpus, zones)
    passages = list_passages(corpus)
    rows = []
    for zone in zones.values():
        named = counts[(counts["zone_id"] == zone.zone_id) & (counts["mentions"] > 0)]
        said = passages[passages["zone_id"] == zone.zone_id]
        proposed = said[said["relation"] == "monitor_proposed"]
        of_zone = monitors[monitors["zone_id"] == zone.zone_id]
        rows.append(
            {
                "zone_id": zone.zone_id,
                "zone": zone.short,
                "mentions": int(named["mentions"].sum()),
                "articles": int(named["articles"].sum()),
                "outlets": len(named),
                "passages": len(said),
                "definitions": int((said["relation"] == "defined_by").sum()),
                "monitor_ids": of_zone["actor_id"].tolist(),
                "monitors": join_names(of_zone["actor"]),
                "monitor_outlets": int(proposed["outlet_id"].nunique()),
            }
        )
    return pd.DataFrame(rows, columns=SUMMARY_COLUMNS)


def mention_cells(counts: pd.DataFrame) -> pd.DataFrame:
    """The cells of a matrix of count_zone_mentions: row (outlet), column (zone), value, text, hover."""
    return pd.DataFrame(
        {
            "row": counts["outlet_id"],
            "column": counts["zone_id"],
            "value": counts["mentions"],
            "text": [f"{n:,}" if n else "" for n in counts["mentions"]],
            "hover": [
                f"{row.zone} in {row.outlet}\n{plural(row.mentions, 'mention')}, "
                f"{row.rate:,.1f} for each 1,000 words"
                for row in counts.itertuples()
            ],
        }
    )


def monitor_cells(monitors: pd.DataFrame) -> pd.DataFrame:
    """The cells of a matrix of count_monitors: row (zone), column (actor), value, text, hover."""
    return pd.DataFrame(
        {
            "row": monitors["zone_id"],
            "column": monitors["actor_id"],
            "value": monitors["outlets"],
            "text": [f"{n:,}" for n in monitors["outlets"]],
            "hover": [
                f"{row.actor} for {row.zone}\n{plural(row.passages, 'passage')} in {row.outlet_names}"
                for row in monitors.itertuples()
            ],
        }
    )


def monitor_columns(monitors: pd.DataFrame) -> dict[str, str]:
    """The actors of count_monitors by id, the one proposed in most outlets first."""
    totals = monitors.groupby(["actor_id", "actor"], as_index=False)["outlets"].sum()
    totals = totals.sort_values(["outlets", "actor"], ascending=[False, True])
    return dict(zip(totals["actor_id"], totals["actor"], strict=True))


def describe_monitors(summary: pd.DataFrame) -> str:
    """In words: whom the articles propose for which zone, and for which zones nobody."""
    named = [f"{row.zone}: {row.monitors}" for row in summary.itertuples() if row.monitors]
    without = [row.zone for row in summary.itertuples() if not row.monitors]
    nobody = f" Nobody is named for {join_names(without)}." if without else ""
    return f"Proposed monitors. {'; '.join(named) or 'None'}.{nobody}"


def describe_zone_mentions(counts: pd.DataFrame) -> str:
    """In words: how often each zone is named."""
    totals = counts.groupby("zone", sort=False)["mentions"].sum()
    return (
        "Mentions of each zone by source. " + ", ".join(f"{zone} {n:,}" for zone, n in totals.items()) + "."
    )


def passage_table(passages: pd.DataFrame) -> pd.DataFrame:
    """The rows of list_passages under the names that readers know the columns by."""
    said_by = passages["speaker"].where(passages["speaker"] != "", "a statement that the filters leave out")
    return pd.DataFrame(
        {
            "Source": passages["outlet"],
            "Published": passages["published"],
            "What it gives": passages["relation"].map(RELATIONS),
            "Actors": passages["actors"],
            "Places": passages["places"],
            "Proposed by": passages["proposed_by"],
            "According to": said_by.where(~passages["itself"], "the article itself"),
            "Likely": passages["likely"],
            "Medium": passages["medium"],
            "Said on": passages["said_on"],
            "Way to the page": passages["chain"],
            "Passage": passages["text"],
            "Rule": passages["rule"],
            "Confidence": passages["confidence"].map(CONFIDENCES),
            "Link": passages["url"],
        }
    )


def fact_table(facts: list[OutsideFact]) -> pd.DataFrame:
    """Facts from outside the corpus under the names that readers know the columns by."""
    columns = ["Date", "Fact", "According to", "Link"]
    return pd.DataFrame(
        [(fact.date, fact.fact, fact.according_to, fact.url) for fact in facts], columns=columns
    )


def list_forms(corpus: Corpus, zone: Zone) -> list[str]:
    """The words by which the articles name a zone, the most frequent first."""
    named = corpus.mentions[corpus.mentions["entity_id"] == zone.entity_id]["text"]
    counts = named.value_counts()
    return sorted(counts.index, key=lambda form: (-counts[form], form))
