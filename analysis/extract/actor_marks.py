"""Where a text names the actors of a proposition: their names, and "both countries" for two of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from ..knowledge import Knowledge
from ..knowledge.patterns import OBJECT_MARK, SUBJECT_MARK
from ..knowledge.propositions import Proposition
from ..records import Mention

Span = tuple[int, int]

_PAIR_GAP = re.compile(r"\s*(?:and|&)\s+(?:the\s+)?", re.I)


def mark_actors(
    text: str,
    proposition: Proposition,
    *,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    knowledge: Knowledge,
) -> str:
    """The text with marks of the same length over subjects, objects and collectives that are subjects."""
    if not (proposition.subjects or proposition.objects):
        return text
    pieces: list[tuple[int, int, str]] = []
    for mention in mentions:
        if is_subject(mention.entity_id, proposition, knowledge):
            pieces.append((mention.start, mention.end, SUBJECT_MARK))
        elif mention.entity_id in proposition.objects:
            pieces.append((mention.start, mention.end, OBJECT_MARK))
    if any(mark == SUBJECT_MARK for *_, mark in pieces):
        taken = {start for start, _, _ in pieces}
        for start, end in _collectives(
            text, proposition, sentences=sentences, mentions=mentions, knowledge=knowledge
        ):
            if start not in taken:
                pieces.append((start, end, SUBJECT_MARK))
    return _overwrite(text, sorted(pieces))


def _overwrite(text: str, pieces: Sequence[tuple[int, int, str]]) -> str:
    marked: list[str] = []
    done = 0
    for start, end, mark in pieces:
        if start >= done:
            marked += (text[done:start], mark * (end - start))
            done = end
    return "".join([*marked, text[done:]])


def is_subject(entity_id: str, proposition: Proposition, knowledge: Knowledge) -> bool:
    """Whether an entity is a subject or a body (no person) of a subject country."""
    if entity_id in proposition.subjects:
        return True
    known = knowledge.entities.get(entity_id)
    if known is not None:
        return known.type != "PERSON" and known.country in proposition.subjects
    return any(entity_id.startswith(f"{subject}-") for subject in proposition.subjects)


def _collectives(
    text: str,
    proposition: Proposition,
    *,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    knowledge: Knowledge,
) -> Iterator[Span]:
    """Spans such as "the two countries" that stand for a pair of which one is a subject."""
    nouns = knowledge.propositions.words["collective-noun"].pattern
    for match in _phrase(nouns).finditer(text):
        region = {m.entity_id for m in mentions if match.start() < m.start < match.end()}
        number = bisect_right(sentences, (match.start(), len(text))) - 1
        start = sentences[number][0] if number >= 0 else 0
        countries = [m for m in mentions if m.entity_type in ("COUNTRY", "NORP") and m.end <= match.start()]
        for pair in _pairs(text, countries, since=start):
            if _in_region(pair, region, knowledge):
                if pair & proposition.subjects:
                    yield match.span()
                break


@cache
def _phrase(nouns: str) -> re.Pattern[str]:
    """ "both", "the two" and the like before one of the nouns."""
    return re.compile(rf"\b(?:both|two|the pair of)\s+(?:[\w-]+\s+){{0,2}}?{nouns}", re.I)


def _pairs(text: str, countries: Sequence[Mention], *, since: int) -> Iterator[set[str]]:
    """Yield countries joined by "and", two by two and no more, the last ones first.

    An earlier pair that shares a member with the sentence that begins at `since` is another one:
    in "Arland asked the two countries" Arland is neither.
    """
    named_here = {m.entity_id for m in countries if m.start >= since}
    for index in range(len(countries) - 1, 0, -1):
        first, second = countries[index - 1], countries[index]
        if first.entity_id == second.entity_id or not _PAIR_GAP.fullmatch(text[first.end : second.start]):
            continue
        if index > 1 and text[countries[index - 2].end : first.start].strip() == ",":
            continue  # three or more
        pair = {first.entity_id, second.entity_id}
        if second.start >= since or not pair & named_here:
            yield pair


def _in_region(pair: set[str], named: set[str], knowledge: Knowledge) -> bool:
    """Whether both of a pair are of the region that the collective names, if it names one."""
    regions = named & {country.region for country in knowledge.countries.values()}
    return not regions or all(
        c in knowledge.countries and knowledge.countries[c].region in regions for c in pair
    )


def speaks_for(entity_id: str, proposition: Proposition, knowledge: Knowledge) -> bool:
    """Whether somebody is known to hold or to have held an office of a subject country."""
    known = knowledge.entities.get(entity_id)
    if known is None or known.type != "PERSON" or known.country not in proposition.subjects:
        return False
    return any(office.entity_id == entity_id for office in knowledge.offices)
