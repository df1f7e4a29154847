"""What the articles say of each zone: how it is defined and who is proposed to monitor it."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .knowledge.zones import OutsideFact, Zone
from .labels import CONFIDENCES, publication
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
]


class Survey(NamedTuple):
    """All that is counted of the zones in one selection."""

    passages: pd.DataFrame
    counts: pd.DataFrame
    monitors: pd.DataFrame
    summary: pd.DataFrame


RELATIONS = {
    "monitor_proposed": "Who is proposed to monitor it",
    "defined_by": "How it is defined",
    "other": "What else is said of it",
}


def survey_zones(corpus: Corpus, zones: dict[str, Zone], *, named_in: Corpus | None = None) -> Survey:
    """The tables of list_passages, count_zone_mentions, count_monitors and summarize_zones.

    Mentions are counted in `named_in`, if it is given: a filter for actors would leave none.
    """
    passages = list_passages(corpus)
    counts = count_zone_mentions(corpus if named_in is None else named_in, zones)
    monitors = count_monitors(passages, zones, names=corpus.entity_names)
    summary = summarize_zones(passages, zones, monitors=monitors, counts=counts)
    return Survey(passages, counts, monitors, summary)


def list_passages(corpus: Corpus, *, zone_id: str | None = None) -> pd.DataFrame:
    """The passages that tie a zone to a fact, one row each, as published and read; of one zone, or of all.

    Columns: PASSAGE_COLUMNS. `actors`, `proposed_by` and `places` are names joined into a text.
    `itself` is true where the article speaks for itself; otherwise `speaker` is whom it cites (empty
    if the filters leave that statement out) and `chain` runs from the outlet to that speaker.
    """
    facts = corpus.zone_facts
    if zone_id is not None:
        facts = facts[facts["zone_id"] == zone_id]
    cited = corpus.statements[corpus.statements["statement_id"].isin(facts["statement_id"])]
    said = list_quotations(replace(corpus, statements=cited)).to_dict("records")
    quoted = {row["statement_id"]: row for row in said}
    articles = {row["article_id"]: row for row in corpus.articles.to_dict("records")}
    names = corpus.outlet_names | corpus.entity_names
    order = {article_id: i for i, article_id in enumerate(articles)}
    rows = [
        _passage(fact, articles[fact["article_id"]], quoted.get(fact["statement_id"], {}), names)
        for fact in facts.to_dict("records")
    ]
    rows.sort(key=lambda row: (order[row["article_id"]], row["start"], row["zone_id"], row["relation"]))
    return pd.DataFrame(
        [[row[column] for column in PASSAGE_COLUMNS] for row in rows], columns=PASSAGE_COLUMNS
    )


def _passage(
    fact: dict[str, object], article: dict[str, object], said: dict[str, object], names: dict[str, str]
) -> dict[str, object]:
    def join(ids: list[str]) -> str:
        return join_names(name_of(one, names) for one in ids)

    return (
        fact
        | {column: article[column] for column in ("published", "published_precision", "url")}
        | {column: said.get(column, "") for column in ("speaker", "likely", "medium", "said_on")}
        | {
            "actor_ids": list(fact["actor_ids"]),
            "actors": join(fact["actor_ids"]),
            "proposed_by": join(fact["proposed_by"]),
            "places": join(fact["place_ids"]),
            "itself": pd.isna(fact["statement_id"]),
            "chain": said.get("chain", fact["outlet"]),
        }
    )


def count_zone_mentions(corpus: Corpus, zones: dict[str, Zone]) -> pd.DataFrame:
    """Count mentions of each zone in each outlet, one row for every pair, with zeros.

    Columns: zone_id, zone, outlet_id, outlet, mentions, articles (that name the zone), words (of all
    the outlet's articles) and rate (mentions per thousand words). Zones and outlets keep their order.
    """
    words = corpus.articles.groupby("outlet_id")["n_tokens"].sum().to_dict()
    wanted = {zone.entity_id for zone in zones.values()}
    named = corpus.mentions[corpus.mentions["entity_id"].isin(wanted)]
    pairs = list(zip(named["entity_id"], named["outlet_id"], strict=True))
    times = Counter(pairs)
    articles = Counter(pair for pair, _ in set(zip(pairs, named["article_id"], strict=True)))
    rows = []
    for zone in zones.values():
        for outlet_id in (one for one in corpus.outlet_names if one in words):
            n, total = times[zone.entity_id, outlet_id], words[outlet_id]
            rows.append(
                (
                    *(zone.zone_id, zone.short, outlet_id, corpus.outlet_names[outlet_id]),
                    *(n, articles[zone.entity_id, outlet_id], total, 1000 * n / total if total else 0.0),
                )
            )
    columns = ["zone_id", "zone", "outlet_id", "outlet", "mentions", "articles", "words", "rate"]
    return pd.DataFrame(rows, columns=columns)


def list_mentions(corpus: Corpus, zone: Zone, *, outlet_id: str = "") -> pd.DataFrame:
    """The mentions that count_zone_mentions counts for a zone, in one outlet or in all.

    The columns are those of mentions.
    """
    named = corpus.mentions[corpus.mentions["entity_id"] == zone.entity_id]
    return named[named["outlet_id"] == outlet_id] if outlet_id else named


def count_monitors(passages: pd.DataFrame, zones: dict[str, Zone], *, names: dict[str, str]) -> pd.DataFrame:
    """Count the passages that propose an actor as a monitor of a zone, one row for each such pair.

    `passages` are those of list_passages, or the zone facts; `names` those of the entities. Columns:
    zone_id, zone, actor_id, actor, passages, outlets, and outlet_names as a text. Zones keep their
    order, the actor named by most outlets first.
    """
    proposed = passages[passages["relation"] == "monitor_proposed"]
    found: dict[tuple[str, str], list[str]] = {}
    for zone_id, actor_ids, outlet in zip(
        proposed["zone_id"], proposed["actor_ids"], proposed["outlet"], strict=True
    ):
        for actor_id in actor_ids:
            found.setdefault((zone_id, actor_id), []).append(outlet)
    rows = [
        (zone_id, zones[zone_id].short, actor_id, name_of(actor_id, names), len(outlets), len(set(outlets)),
         ", ".join(sorted(set(outlets))))
        for (zone_id, actor_id), outlets in found.items()
        if zone_id in zones
    ]  # fmt: skip
    order = {zone_id: i for i, zone_id in enumerate(zones)}
    rows.sort(key=lambda row: (order[row[0]], -row[5], -row[4], row[3]))
    columns = ["zone_id", "zone", "actor_id", "actor", "passages", "outlets", "outlet_names"]
    return pd.DataFrame(rows, columns=columns)


def summarize_zones(
    passages: pd.DataFrame, zones: dict[str, Zone], *, monitors: pd.DataFrame, counts: pd.DataFrame
) -> pd.DataFrame:
    """One row for each zone, in their order: how often it is named and whom the articles propose.

    `monitors` are those of count_monitors, `counts` those of count_zone_mentions. Columns:
    SUMMARY_COLUMNS. `monitors` is empty where no article names one for that very zone.
    """
    relations = Counter(zip(passages["zone_id"], passages["relation"], strict=True))
    counted, suggested = list(counts.itertuples()), list(monitors.itertuples())
    rows = []
    for zone in zones.values():
        named = [row for row in counted if row.zone_id == zone.zone_id and row.mentions > 0]
        proposed = [row for row in suggested if row.zone_id == zone.zone_id]
        rows.append(
            (
                *(zone.zone_id, zone.short),
                *(sum(row.mentions for row in named), sum(row.articles for row in named), len(named)),
                sum(n for (zone_id, _), n in relations.items() if zone_id == zone.zone_id),
                relations[zone.zone_id, "defined_by"],
                [row.actor_id for row in proposed],
                join_names(row.actor for row in proposed),
            )
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
            "Published": list(map(publication, passages["published"], passages["published_precision"])),
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
