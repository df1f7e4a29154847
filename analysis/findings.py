"""What stands out in the corpus, each as one sentence computed from the tables and the view that shows it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations, islice
from typing import NamedTuple

from .charts.text import number, percent, plural, recite
from .corpus import Corpus
from .filters import Filters
from .headlines import find_contrasts
from .knowledge.zones import Zone
from .mentions import count_mentions
from .positions import condition_grid
from .provenance import authors_who_speak
from .quotations import join_names
from .timeline import explain_disputes, find_disputed_dates, keep_most_dated
from .zones import count_monitors

MOST = 5


class Finding(NamedTuple):
    """A sentence, and the page that shows it under these filters with these values of its own."""

    text: str
    label: str
    page: str
    filters: Filters
    own: dict[str, str]


def find_findings(corpus: Corpus, *, zones: Mapping[str, Zone]) -> list[Finding]:
    """Up to MOST findings, those that the selection has something to say about, the most telling first."""
    kinds: tuple[Callable[[], Finding | None], ...] = (
        lambda: both_sides(corpus),
        lambda: opposite_headlines(corpus) or most_shared(corpus),
        lambda: without_monitor(corpus, zones),
        lambda: most_dates(corpus),
        lambda: lonely_conditions(corpus),
        lambda: both_sides_of_the_page(corpus),
        lambda: most_named(corpus),
        lambda: most_quoted(corpus),
    )
    found = (find() for find in kinds)  # one at a time: the last are not looked for where others were found
    return list(islice((finding for finding in found if finding), MOST))


def most_named(corpus: Corpus) -> Finding | None:
    """The actor with most mentions, and its share of all."""
    counts = count_mentions(corpus)
    actors = counts[counts["entity_id"].isin(corpus.actors)]
    if actors.empty:
        return None
    top = actors.iloc[0]
    share = percent(top["mentions"] / counts["mentions"].sum())
    return Finding(
        f"{top['name']} is named most: {number(top['mentions'])} of "
        f"{plural(len(corpus.mentions), 'mention')} ({share})"
        f"{_in(top['articles'], len(corpus.articles), 'article')}.",
        f"Read the mentions of {top['name']}",
        "entity_mentions",
        corpus.filters,
        {"entity": top["entity_id"]},
    )


def both_sides(corpus: Corpus) -> Finding | None:
    """The point on which most actors are reported to assert and to deny the same."""
    kinds = zip(*(corpus.propositions[one] for one in ("proposition_id", "name", "kind")), strict=True)
    claims = {proposition_id: name for proposition_id, name, kind in kinds if kind == "claim"}
    actors: dict[str, dict[str, set[str]]] = {}
    positions = (corpus.positions[one] for one in ("proposition_id", "stance", "actor_ids"))
    for proposition_id, stance, actor_ids in zip(*positions, strict=True):
        if proposition_id in claims and actor_ids:
            actors.setdefault(proposition_id, {}).setdefault(stance, set()).update(actor_ids)
    sides = {
        point: min(len(taken.get(stance, ())) for stance in ("asserts", "denies"))
        for point, taken in actors.items()
    }
    point = max(sorted(sides), key=sides.__getitem__, default="")
    if not sides.get(point):
        return None
    counted = [
        f"{len(taken)} {one if len(taken) == 1 else many}"
        for stance, (one, many) in TAKES.items()
        if (taken := actors[point].get(stance))
    ]
    return Finding(
        f"On “{claims[point]}” the articles report both sides. Of the actors {join_names(counted)}.",
        "Read who asserts and who denies",
        "positions",
        corpus.filters,
        {"about": point},
    )


def without_monitor(corpus: Corpus, zones: Mapping[str, Zone]) -> Finding | None:
    """For which of the zones with an outline the articles name no monitor."""
    drawn = {zone_id: zone for zone_id, zone in zones.items() if zone.feature_id}
    if corpus.zone_facts.empty or not drawn:
        return None
    monitors = count_monitors(corpus.zone_facts, drawn, names=corpus.entity_names)
    proposed = defaultdict(list)
    for zone_id, actor in zip(monitors["zone_id"], monitors["actor"], strict=True):
        proposed[zone_id].append(actor)
    bare = [zone for zone_id, zone in drawn.items() if zone_id not in proposed]
    if not bare:
        return None
    named = [
        f"for {drawn[zone_id].short} they name {join_names(actors)}" for zone_id, actors in proposed.items()
    ]
    has = "has no monitor of its own" if len(bare) == 1 else "have no monitor of their own"
    where = "in this selection" if corpus.filters else "in the articles"
    return Finding(
        f"{join_names(zone.short for zone in bare)} {'; '.join([f'{has} {where}', *named])}.",
        f"See {bare[0].short} on the map",
        "zone_map",
        corpus.filters,
        {"zone": bare[0].zone_id},
    )


def most_shared(corpus: Corpus) -> Finding | None:
    """The two outlets that share most words, and how much of the shorter one that is."""
    words: dict[tuple[str, str], int] = {}
    passages: dict[tuple[str, str], int] = {}
    for _, group in corpus.passages.groupby("group_id"):
        shared = group.groupby("outlet_id")["n_words"].sum()
        for pair in combinations(sorted(shared.index), 2):
            words[pair] = words.get(pair, 0) + int(shared[list(pair)].min())
            passages[pair] = passages.get(pair, 0) + 1
    if not words:
        return None
    pair = max(sorted(words), key=words.__getitem__)
    size = corpus.articles.groupby("outlet_id")["n_tokens"].sum()[list(pair)].min()
    names = join_names(corpus.outlet_names[outlet] for outlet in pair)
    share = f", {percent(min(1.0, words[pair] / size))} of the shorter of the two" if size else ""
    return Finding(
        f"{names} share {plural(words[pair], 'word')} in {plural(passages[pair], 'passage')}{share}.",
        "Read the passages they share",
        "borrowed_passages",
        replace(corpus.filters, outlets=pair),
        {},
    )


def opposite_headlines(corpus: Corpus) -> Finding | None:
    """Two articles with passages in common whose headlines say the opposite of each other."""
    for contrast in find_contrasts(corpus):
        return Finding(
            contrast.text,
            "Read the passages they share",
            "borrowed_passages",
            corpus.filters,
            {"pair": contrast.pair},
        )
    return None


def lonely_conditions(corpus: Corpus) -> Finding | None:
    """The source that reports most conditions which no other source does."""
    grid = condition_grid(corpus)
    alone = grid[(grid["outlets"] == 1) & (grid["positions"] > 0)]
    if alone.empty or grid["outlet_id"].nunique() < 2:
        return None
    own = alone[alone["outlet_id"] == alone["outlet_id"].value_counts().index[0]]
    listed = join_names(f"“{condition}”" for condition in own["condition"])
    total = plural(grid["proposition_id"].nunique(), "condition")
    return Finding(
        f"Only {own['outlet'].iat[0]} reports {number(len(own))} of {total}: {listed}.",
        "Read who sets which condition",
        "positions",
        corpus.filters,
        {"condition": own["proposition_id"].iat[0]},
    )


def most_dates(corpus: Corpus) -> Finding | None:
    """The event that the sources date in most ways."""
    own = keep_most_dated(find_disputed_dates(corpus), most=1)
    if own.empty:
        return None
    given = explain_disputes(own, corpus)[0].removesuffix(".").split("; ")
    text = f"{recite(given)}."
    return Finding(text, "See the dates", "timeline", corpus.filters, {})


def both_sides_of_the_page(corpus: Corpus) -> Finding | None:
    """An author of one article who is a source of another."""
    for author in authors_who_speak(corpus):
        own = {"find": author.name}
        return Finding(author.text, f"Read what {author.name} said", "quote_explorer", corpus.filters, own)
    return None


def most_quoted(corpus: Corpus) -> Finding | None:
    """The speaker with most statements, and how many outlets report them."""
    said = corpus.statements[["statement_id", "outlet_id", "speaker_ids"]]
    said = said.explode("speaker_ids").dropna(subset=["speaker_ids"])
    said = said[said["speaker_ids"].isin(corpus.actors)]
    if said.empty:
        return None
    counts = said.groupby("speaker_ids").agg(n=("statement_id", "size"), outlets=("outlet_id", "nunique"))
    top = counts.sort_values(["n", "outlets"], ascending=False, kind="stable").iloc[0]
    name = corpus.entity_names[top.name]
    sources = corpus.articles["outlet_id"].nunique()
    return Finding(
        f"{name} is quoted most: {plural(int(top['n']), 'statement')}"
        f"{_in(top['outlets'], sources, 'source')}.",
        f"Read what {name} said",
        "quote_explorer",
        replace(corpus.filters, actors=(top.name,)),
        {},
    )


TAKES = {
    "asserts": ("asserts it", "assert it"),
    "conditional": ("makes it conditional", "make it conditional"),
    "undecided": ("is undecided", "are undecided"),
    "not_confirmed": ("does not confirm it", "do not confirm it"),
    "denies": ("denies it", "deny it"),
}
"""What one actor and what several actors do who take a stance."""


def _in(n: int, total: int, noun: str) -> str:
    """ ", in 3 of 5 articles", ", in all 5 articles"; nothing where there is but one."""
    if total < 2:
        return ""
    return f", in all {plural(total, noun)}" if n == total else f", in {number(n)} of {plural(total, noun)}"
