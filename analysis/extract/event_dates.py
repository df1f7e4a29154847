"""Dates of what happened or is to happen, apart from the dates on which somebody said something."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..articles import RawArticle
from ..knowledge import Knowledge
from ..records import EventDate, Mention, Statement
from ..text_policy import left_context, right_context
from .dates import ANCHOR, DateSpan, find_dates

NEAR_CUE = 45  # characters between a date and the cue that it belongs to
NEAR_NOUN = 90  # characters between a date and the noun of its event
NEAR_ANCHOR = 75  # characters between an event and the name that it is known by
SAME_EVENT = {"planned": timedelta(days=45), "happened": timedelta(days=10)}
"""How far apart two sources may date one event. Plans are reported with less agreement than facts."""

_PLANNED = re.compile(r"\b(?:will|next|upcoming|scheduled|expected|planned|to be held|to take place)\b")
_BRACKET = re.compile(r"\([^()]{0,60}$")
_WORD = re.compile(r"[a-z][a-z-]+")
_STRENGTH = {"PROCESS": 0, "AGREEMENT": 0, "PLACE": 1, "ZONE": 1, "COUNTRY": 2}
"""An event is called after a process before a place, and after a place before a country."""

_NO_YEAR = date(2000, 1, 1)


class _Sentence(NamedTuple):
    """A sentence with dates, and the names and nouns that they can belong to."""

    text: str  # of the article
    start: int
    end: int
    number: int
    anchors: list[Mention]
    nouns: list[tuple[int, str]]  # where an event is named, and of which kind


def find_event_dates(
    text: str,
    article: RawArticle,
    *,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> list[EventDate]:
    """Return the dates that the article gives to events, in order; event_id is left to `link_events`.

    A date without a year takes the year nearest to the date of publication; an article
    without one gives only dates whose year it states.
    """
    published = date.fromisoformat(article.published) if article.published else None
    found = []
    for number, (start, end) in enumerate(sentences):
        if not ANCHOR.search(text, start, end):
            continue
        spans = _dates_of_events(text, (start, end), published, statements)
        if not spans:
            continue
        anchors = [m for m in mentions if m.sentence == number and m.entity_type in _STRENGTH]
        nouns = _nouns(text, (start, end), knowledge.event_nouns)
        sentence = _Sentence(text, start, end, number, anchors, nouns)
        found += [_row(article.article_id, sentence, span, published, statements) for span in spans]
    return found


def _dates_of_events(
    text: str, sentence: tuple[int, int], published: date | None, statements: Iterable[Statement]
) -> list[DateSpan]:
    """The dates of a sentence but those whose year is unknown and those on which something was said."""
    spans = find_dates(text[slice(*sentence)], near=published or _NO_YEAR, offset=sentence[0])
    return [
        span
        for span in spans
        if (published is not None or span.year_basis == "stated")
        and not _belongs_to_cue(text, span, sentence, statements)
    ]


def _row(
    article_id: str,
    sentence: _Sentence,
    span: DateSpan,
    published: date | None,
    statements: Iterable[Statement],
) -> EventDate:
    text, start, end = sentence.text, sentence.start, sentence.end
    surface = text[span.start : span.end]
    before, after = left_context(text[start : span.start]), right_context(text[span.end : end])
    event, at = _nearest_noun(span, sentence.nouns)
    return EventDate(
        article_id=article_id,
        start=span.start,
        end=span.end,
        text=surface,
        first=span.first.isoformat(),
        last=span.last.isoformat(),
        precision=span.precision,
        year_basis=span.year_basis,
        tense=_tense(text[start:end], span, published),
        event=event,
        entity_ids=_anchors(sentence.anchors, span, at) if event else [],
        event_id="",
        statement_id=_statement_around(span, statements),
        sentence=sentence.number,
        context=f"{before} {surface} {after}",
        rule="event-noun" if event else "date-alone",
        confidence="likely" if event else "guess",
    )


def _belongs_to_cue(
    text: str, span: DateSpan, sentence: tuple[int, int], statements: Iterable[Statement]
) -> bool:
    """Whether the date says when something was said: in a citation bracket, or of a statement beside it."""
    if _BRACKET.search(text, max(0, span.start - 61), span.start) and text[span.end : span.end + 1] == ")":
        return True
    for statement in statements:
        if statement.start <= span.start and span.end <= statement.end:
            continue
        if statement.cue_start is None or not sentence[0] <= statement.cue_start < sentence[1]:
            continue
        gap = max(span.start - statement.cue_end, statement.cue_start - span.end)
        if gap <= NEAR_CUE or statement.said_on == span.first.isoformat():
            return True
    return False


def _nouns(text: str, sentence: tuple[int, int], event_nouns: dict[str, str]) -> list[tuple[int, str]]:
    """Where the sentence names an event, and of which kind."""
    start, end = sentence
    words = _WORD.finditer(text[start:end].lower())
    return [(start + word.start(), event_nouns[word[0]]) for word in words if word[0] in event_nouns]


def _nearest_noun(span: DateSpan, nouns: list[tuple[int, str]]) -> tuple[str, int]:
    """The event of the date and where it is named; the last noun before the date wins."""
    before = [(at, event) for at, event in nouns if 0 <= span.start - at <= NEAR_NOUN]
    after = [(at, event) for at, event in nouns if 0 < at - span.end <= NEAR_NOUN]
    if before:
        return before[-1][1], before[-1][0]
    return (after[0][1], after[0][0]) if after else ("", span.start)


def _anchors(mentions: list[Mention], span: DateSpan, at: int) -> list[str]:
    """The strongest names near the event, nearest first: what it is called after, or its venue."""

    def distance(mention: Mention) -> int:
        return min(abs(mention.start - at), abs(mention.start - span.start), abs(span.start - mention.end))

    near = sorted((m for m in mentions if distance(m) <= NEAR_ANCHOR), key=lambda m: (distance(m), m.start))
    strongest = min((_STRENGTH[m.entity_type] for m in near), default=None)
    return list(dict.fromkeys(m.entity_id for m in near if _STRENGTH[m.entity_type] == strongest))


def _tense(sentence: str, span: DateSpan, near: date | None) -> str:
    if near and span.last < near:
        return "happened"
    if near and span.first > near:
        return "planned"
    return "planned" if _PLANNED.search(sentence) else "happened"


def _statement_around(span: DateSpan, statements: Iterable[Statement]) -> str | None:
    return next((s.statement_id for s in statements if s.start <= span.start and span.end <= s.end), None)


def link_events(dates: Sequence[EventDate], knowledge: Knowledge) -> list[EventDate]:
    """Give one event_id to dates that are likely of one event, and none to a date without an event.

    Two dates belong together when they are of the same kind of event and tense, share a name
    (a capital counts for its country, and a process for the place that it is called after),
    and lie close together. The id is made of the event, its commonest name and a number.
    """
    ids: dict[tuple[str, int], str] = {}
    for (event, tense), clusters in _cluster(dates, _related_entities(knowledge)).items():
        for number, members in enumerate(clusters, start=1):
            event_id = f"{event}-{tense}-{members[0].entity_ids[0]}-{number}"
            ids |= dict.fromkeys(map(_key, members), event_id)
    return [d._replace(event_id=ids.get(_key(d), "")) for d in dates]


def _cluster(
    dates: Iterable[EventDate], related: Mapping[str, set[str]]
) -> dict[tuple[str, str], list[list[EventDate]]]:
    """The dates that belong together, by kind of event and tense; each goes to the first cluster it fits."""
    clusters: dict[tuple[str, str], list[tuple[set[str], list[EventDate]]]] = defaultdict(list)
    for event_date in sorted(dates, key=lambda d: (d.first, d.last, d.article_id, d.start)):
        if not (event_date.event and event_date.entity_ids):
            continue
        names = {name for entity in event_date.entity_ids for name in related.get(entity, {entity})}
        group = clusters[event_date.event, event_date.tense]
        home = next((c for c in group if c[0] & names and _close(c[1][-1], event_date)), None)
        if home is None:
            group.append((names, [event_date]))
        else:
            home[0].update(names)
            home[1].append(event_date)
    return {kind: [members for _, members in group] for kind, group in clusters.items()}


def _close(one: EventDate, other: EventDate) -> bool:
    gap = date.fromisoformat(other.first) - date.fromisoformat(one.last)
    short = "year" not in (one.precision, other.precision)
    return short and gap <= SAME_EVENT[other.tense]


def _related_entities(knowledge: Knowledge) -> dict[str, set[str]]:
    """Entity ids that can stand for one venue: a process, its capital city and the country."""
    related: dict[str, set[str]] = {}
    for capital in knowledge.capitals.values():
        related.setdefault(capital.place_id, {capital.place_id}).add(capital.country_id)
    for entity in knowledge.entities.values():
        if entity.type == "PROCESS":
            capitals = [knowledge.capitals[w] for w in entity.name.split() if w in knowledge.capitals]
            related[entity.entity_id] = {entity.entity_id} | {c.place_id for c in capitals}
            related[entity.entity_id] |= {c.country_id for c in capitals}
    return related


def _key(event_date: EventDate) -> tuple[str, int]:
    return event_date.article_id, event_date.start
