"""What the texts say of a zone: how far it extends, who is to monitor it, who set it up or refuses it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..articles import RawArticle
from ..knowledge import Knowledge
from ..knowledge.zone_cues import ZONE_MARK, ZoneCues
from ..records import Confidence, Mention, Relation, Statement, ZoneFact

Span = tuple[int, int]

ALL = "all"
"""The zone_id of the zones together."""

_CLAUSE_END = re.compile(
    r"[;—–]|(?<=[a-z]{3})[.!?]\s+(?=[A-Z“])|,?\s(?=(?:but|while|whereas|although)\s)|:\s"
)
_ITEM_END = re.compile(r";|\s(?=\(?[1-9]\))|,|\sand\s")
_NUMBER = re.compile(r"^[\s,;:]*(?:and\s+)?(?:\(?[1-9]\)|[a-d]\))?\s*(?:and\s+)?(?:in\s+)?", re.I)
_LOCATIVE = re.compile(
    r"\b(?:in|into|inside|within|across|over|near|throughout)\s+(?:the\s+)?(?:(?!which|whom)[a-z-]+\s+)?$"
)
_NOMINAL = re.compile(r"(?:ing|ment)\b", re.I)
_OPENING = re.compile(
    r"(?:[A-Z]\w+|(?-i:[A-Z])[\w-]+(?: [\w-]+){1,5}),\s+|(?:that|which|in which|while|and|but)\s+", re.I
)
_COLON = re.compile(r"(?:\s+\w+){0,3}\s*(?::|\s[—–-])\s")
_OWN = re.compile(r"\b(?:we|our|its|their)\b", re.I)
_CLOSING = re.compile(r"[\s,]+(?:and|or|but|while)\Z")
_ACTOR_TYPES = ("COUNTRY", "NORP", "ORG", "ARMED_GROUP")
_TRIM = " \u00a0\t\r\n\"“”‘’'.,;:"


@dataclass(slots=True)
class _Scene:
    """One article with its zone mentions, each under the zone's id."""

    text: str
    marked: str  # zone mentions overwritten by marks
    mentions: Sequence[Mention]
    starts: Sequence[int]  # of the mentions
    statements: Sequence[Statement]
    zones: dict[int, str]  # zone_id by the start of a mention
    cues: ZoneCues
    knowledge: Knowledge


class _Fact(NamedTuple):
    start: int
    end: int
    zone_id: str
    relation: Relation
    actor_ids: list[str]
    proposed_by: list[str]
    place_ids: list[str]
    rule: str
    confidence: Confidence


def find_zone_facts(
    text: str,
    article: RawArticle,
    *,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> list[ZoneFact]:
    """Return the facts in order; `statement_id` is the statement that the passage stands in, if any."""
    scene = _scene(text, _with_short_names(text, mentions, knowledge), statements, knowledge)
    facts: list[_Fact] = []
    for passage in _passages(scene, sentences, statements):
        facts += _definitions(scene, passage) or _other_facts(scene, passage)
    return [
        ZoneFact(
            article.article_id,
            fact.start,
            fact.end,
            fact.zone_id,
            fact.relation,
            fact.actor_ids,
            fact.proposed_by,
            fact.place_ids,
            _statement_of(fact, statements),
            text[fact.start : fact.end],
            fact.rule,
            fact.confidence,
        )
        for fact in sorted(facts, key=lambda fact: (fact.start, fact.zone_id))
    ]


def _with_short_names(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Sequence[Mention]:
    """The mentions and, once the article has named the zones together, "the zones" as well."""
    together = next((zone.entity_id for zone in knowledge.zones.values() if zone.zone_id == ALL), "")
    first = next((m for m in mentions if m.entity_id == together), None)
    if first is None:
        return mentions
    taken = [(m.start, m.end) for m in mentions]
    short = [
        first._replace(start=match.start(), end=match.end(), text=match.group())
        for match in knowledge.zone_cues.patterns["together"].finditer(text, first.end)
        if not any(a < match.end() and match.start() < b for a, b in taken)
    ]
    return sorted([*mentions, *short], key=lambda m: m.start) if short else mentions


def _scene(
    text: str, mentions: Sequence[Mention], statements: Sequence[Statement], knowledge: Knowledge
) -> _Scene:
    """The zones of the mentions; a place that is no zone counts only as the area around it."""
    by_entity = {zone.entity_id: zone for zone in knowledge.zones.values()}
    cues = knowledge.zone_cues
    zones: dict[int, str] = {}
    spans: list[Span] = []
    for mention in mentions:
        zone = by_entity.get(mention.entity_id)
        if zone is not None:
            spans.append((mention.start, mention.end))
            zones[mention.start] = zone.zone_id
        elif mention.entity_id in cues.agreements:
            zones[mention.start] = ALL
    marked = _overwrite(text, spans)
    for mention in mentions:
        zone = by_entity.get(mention.entity_id)
        if zone is not None and not zone.feature_id and zone.zone_id != ALL:
            around = cues.patterns["area"].finditer(marked, max(0, mention.start - 40), mention.end + 40)
            if not any(match.start() <= mention.start < match.end() for match in around):
                del zones[mention.start]
    starts = [mention.start for mention in mentions]
    return _Scene(text, marked, mentions, starts, statements, zones, cues, knowledge)


def _passages(scene: _Scene, sentences: Sequence[Span], statements: Sequence[Statement]) -> list[Span]:
    """The sentences that name a zone; of one that reports a statement, what the statement says."""
    passages = set()
    for start in scene.zones:
        sentence = sentences[_sentence_at(sentences, start)]
        said = next(((s.start, s.end) for s in statements if s.start <= start < s.end), sentence)
        passages.add((max(said[0], sentence[0]), min(said[1], sentence[1])))
    return sorted(passages)


def _overwrite(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], ZONE_MARK * (end - start))
        done = end
    return "".join([*pieces, text[done:]])


def _sentence_at(sentences: Sequence[Span], position: int) -> int:
    return max(0, bisect_right(sentences, (position, float("inf"))) - 1)


def _within(scene: _Scene, span: Span) -> Sequence[Mention]:
    return scene.mentions[bisect_left(scene.starts, span[0]) : bisect_left(scene.starts, span[1])]


def _zones_within(scene: _Scene, span: Span) -> list[Mention]:
    return [m for m in _within(scene, span) if m.start in scene.zones]


# --- definitions ----------------------------------------------------------------------------------


def _definitions(scene: _Scene, sentence: Span) -> list[_Fact]:
    """One fact for every zone that a list after "the zones include" names."""
    cue = _definition_cue(scene, sentence)
    if cue is None:
        return []
    named = _defined(scene, (cue[1], sentence[1]))
    if not named:
        return _definition_of_one(scene, cue, sentence)
    facts = []
    cuts = [cue[1], *(_cut(scene, left, right) for left, right in pairwise(named))]
    for mention, start, end in zip(named, cuts, [*cuts[1:], sentence[1]], strict=True):
        opening = _NUMBER.match(scene.text[start : mention.start])
        span = _trimmed(scene, (start + (opening.end() if opening else 0), end))
        places = _places(scene, mention, span)
        zone = scene.zones.get(mention.start) or scene.cues.places[mention.entity_id]
        facts.append(_Fact(*span, zone, "defined_by", [], [], places, "definition", "certain"))
    return facts


def _definition_cue(scene: _Scene, sentence: Span) -> Span | None:
    """Words such as "the zones include", or the noun of the zones before a colon or a dash."""
    if cue := scene.cues.patterns["definition"].search(scene.marked, *sentence):
        return cue.span()
    headings = scene.cues.patterns["heading"].finditer(scene.text, *sentence)
    colons = ((m.start(), _COLON.match(scene.text, m.end(), sentence[1])) for m in headings)
    return next(((start, colon.end()) for start, colon in colons if colon is not None), None)


def _defined(scene: _Scene, span: Span) -> list[Mention]:
    """The zones of a list, and places that stand for a zone which the list does not name."""
    outlined = {zone.zone_id for zone in scene.knowledge.zones.values() if zone.feature_id}
    zones = [m for m in _zones_within(scene, span) if scene.zones[m.start] in outlined]
    known = {scene.zones[m.start] for m in zones}
    places: dict[str, Mention] = {}
    for mention in _within(scene, span) if zones else ():
        zone = scene.cues.places.get(mention.entity_id)
        if zone and zone not in known:
            places.setdefault(zone, mention)
    return sorted([*zones, *places.values()], key=lambda mention: mention.start)


def _definition_of_one(scene: _Scene, cue: Span, sentence: Span) -> list[_Fact]:
    """A zone named before the cue, places after it."""
    before = [m for m in _zones_within(scene, (sentence[0], cue[1])) if scene.zones[m.start] != ALL]
    places = [m.entity_id for m in _within(scene, (cue[1], sentence[1])) if m.entity_type == "PLACE"]
    if not before or not places:
        return []
    span = _trimmed(scene, sentence)
    zone = scene.zones[before[-1].start]
    return [_Fact(*span, zone, "defined_by", [], [], list(dict.fromkeys(places)), "definition", "likely")]


def _cut(scene: _Scene, left: Mention, right: Mention) -> int:
    """Where the item of one zone ends and that of the next begins: a semicolon or number, else a comma."""
    cuts = list(_ITEM_END.finditer(scene.text, left.end, right.start))
    strong = [cut for cut in cuts if cut.group() == ";" or scene.text[cut.end() : cut.end() + 1].isdigit()]
    chosen = (strong or cuts)[-1] if cuts else None
    return left.end if chosen is None else chosen.start()


def _places(scene: _Scene, zone: Mention, span: Span) -> list[str]:
    """The places of an item. A bracket right after the zone's name says what the name stands for."""
    named = [m for m in _within(scene, span) if m.entity_type in ("PLACE", "ZONE")]
    if scene.text[zone.end : zone.end + 2] == " (" and len(named) > 1:
        named = [m for m in named if m is not zone]
    return list(dict.fromkeys(m.entity_id for m in named))


# --- monitors and other facts ---------------------------------------------------------------------


def _other_facts(scene: _Scene, sentence: Span) -> Iterator[_Fact]:
    """A fact for every clause that names a zone, an actor and a cue."""
    monitored = False
    for clause in _clauses(scene, sentence):
        zones = _zones_within(scene, clause)
        if not zones:
            continue
        zone = next((m for m in zones if scene.zones[m.start] != ALL), zones[0])
        fact = _fact(scene, clause, zone, inherited=monitored)
        if fact is not None:
            monitored = fact.relation == "monitor_proposed"
            yield fact


def _clauses(scene: _Scene, sentence: Span) -> Iterator[Span]:
    """The sentence cut at its clause marks, and at commas between two zones with actors of their own."""
    start = sentence[0]
    for cut in _CLAUSE_END.finditer(scene.text, *sentence):
        yield from _split_at_commas(scene, (start, cut.start()))
        start = cut.end()
    yield from _split_at_commas(scene, (start, sentence[1]))


def _split_at_commas(scene: _Scene, clause: Span) -> Iterator[Span]:
    zones = _zones_within(scene, clause)
    start = clause[0]
    for left, right in pairwise(zones):
        cut = re.compile(r",\s+(?:and\s+)?").search(scene.text, left.end, right.start)
        if cut is not None and _actors(scene, (cut.end(), right.start)):
            yield start, cut.start()
            start = cut.end()
    yield start, clause[1]


def _fact(scene: _Scene, clause: Span, zone: Mention, *, inherited: bool) -> _Fact | None:
    """The one fact of a clause: a refusal or a plan before a monitor, a monitor before a founding."""

    @cache
    def cue_of(kind: str) -> re.Match[str] | None:
        return scene.cues.patterns[kind].search(scene.text, *clause)

    zone_id = scene.zones[zone.start]
    watched = cue_of("monitor") or (cue_of("presence") if cue_of("prospect") or cue_of("propose") else None)
    if cue_of("refusal") and (watched or cue_of("part")):
        return _other(scene, clause, zone_id, _actors(scene, clause), "refusal")
    for kind in ("planning", "security"):
        if (cue := cue_of(kind)) is not None and (kind == "security" or watched):
            actors = _actors(scene, clause) if watched else _around(scene, clause, cue.start())
            return _other(scene, clause, zone_id, actors, kind)
    if watched is not None:
        return _monitors(scene, clause, zone, cue_of)
    if (cue := cue_of("setting-up")) is not None:
        return _other(scene, clause, zone_id, _around(scene, clause, cue.start()), "setting-up")
    actors = _actors(scene, clause)
    if inherited and actors:  # "mostly A around B", after a clause that has the verb
        span = _trimmed(scene, clause)
        return _Fact(*span, zone_id, "monitor_proposed", actors, [], [], "monitor-continued", "likely")
    return None


def _around(scene: _Scene, clause: Span, cue: int) -> list[str]:
    """Who acts: the actors before the cue, else those after it."""
    return _actors(scene, (clause[0], cue)) or _actors(scene, (cue, clause[1]))


def _other(scene: _Scene, clause: Span, zone_id: str, actors: list[str], rule: str) -> _Fact | None:
    if not actors:
        return None
    return _Fact(*_trimmed(scene, clause), zone_id, "other", actors, [], [], rule, "likely")


def _monitors(
    scene: _Scene, clause: Span, zone: Mention, cue_of: Callable[[str], re.Match[str] | None]
) -> _Fact | None:
    """Who is to monitor a zone, and who proposes it: those before the verb of proposing."""
    actors, proposers, start = _actors(scene, clause), [], clause[0]
    propose, presence, monitor = cue_of("propose"), cue_of("presence"), cue_of("monitor")
    if propose is not None and (after := _actors(scene, (propose.end(), clause[1]))):
        actors, proposers = after, _proposers(scene, (clause[0], propose.start()))
    elif (
        presence is not None
        and _NOMINAL.search(presence.group())
        and (after := _actors(scene, (presence.end(), clause[1])))
    ):
        actors, start = after, presence.start()
    actors = actors or _own_side(scene, clause)
    if not actors:
        return None
    ends = [m.end for m in _within(scene, clause) if m.entity_type in _ACTOR_TYPES]
    ends += [zone.end, *(cue.end() for cue in (monitor, presence) if cue is not None)]
    end = _noun_end(scene.text, max(ends), clause[1])
    span = _trimmed(scene, (start, end))
    confidence: Confidence = "certain" if monitor is not None else "likely"
    zone_id = scene.zones[zone.start]
    return _Fact(*span, zone_id, "monitor_proposed", actors, proposers, [], "monitor", confidence)


def _proposers(scene: _Scene, span: Span) -> list[str]:
    """The last actors of a span, as far as they are joined by "and" or commas."""
    named = _actor_mentions(scene, span, people=True)
    chosen = named[-1:]
    for left, right in reversed(list(pairwise(named))):
        if not re.fullmatch(r",?\s*(?:and|,)?\s*", scene.text[left.end : right.start]):
            break
        chosen.insert(0, left)
    return list(dict.fromkeys(mention.entity_id for mention in chosen))


def _noun_end(text: str, end: int, limit: int) -> int:
    """To the next comma or preposition, so that a noun phrase is not cut."""
    stop = re.compile(
        r"[,.;()]|\s(?:and|as|in|on|by|where|who|which|so|to|of|from|for|with|at|since)\s"
    ).search(text, end, limit)
    return stop.start() if stop else limit


def _actors(scene: _Scene, span: Span) -> list[str]:
    """States, bodies and groups in a span; who a collective is, where none is named before it."""
    named = _actor_mentions(scene, span)
    collective = scene.cues.collective and scene.cues.collective.search(scene.text, *span)
    if collective and not any(mention.start < collective.start() for mention in named):
        return list(scene.cues.collective_members)
    return list(dict.fromkeys(mention.entity_id for mention in named))


def _own_side(scene: _Scene, span: Span) -> list[str]:
    """The countries of those who say "we" or "its troops" here."""
    if not _OWN.search(scene.text, *span):
        return []
    said = next((s for s in scene.statements if s.start <= span[0] and span[1] <= s.end), None)
    ids = [] if said is None else said.speaker_ids
    return list(dict.fromkeys(_country(entity_id, scene.knowledge) or entity_id for entity_id in ids))


def _country(entity_id: str, knowledge: Knowledge) -> str:
    """The country of somebody, or of a body whose id begins with its country."""
    known = knowledge.entities.get(entity_id)
    if known is not None:
        return known.country
    cuts = [match.start() for match in re.finditer("-", entity_id)]
    return next((entity_id[:cut] for cut in cuts if entity_id[:cut] in knowledge.countries), "")


def _actor_mentions(scene: _Scene, span: Span, *, people: bool = False) -> list[Mention]:
    """Mentions of those who act, without those that only say where something is."""
    types = (*_ACTOR_TYPES, "PERSON") if people else _ACTOR_TYPES
    return [
        mention
        for mention in _within(scene, span)
        if mention.entity_type in types
        and (mention.entity_type != "NORP" or mention.entity_id in scene.knowledge.countries)
        and mention.start not in scene.zones
        and not _LOCATIVE.search(scene.text[span[0] : mention.start])
    ]


def _trimmed(scene: _Scene, span: Span) -> Span:
    """The span without an opening phrase ("Meanwhile,"), blanks and stops."""
    start, end = span
    while start < end and scene.text[start] in _TRIM:
        start += 1
    while end > start and scene.text[end - 1].isspace():
        end -= 1
    opening = _OPENING.match(scene.text, start, end)
    if opening and not _within(scene, opening.span()):
        start = opening.end()
    if closing := _CLOSING.search(scene.text, start, end):
        end = closing.start()
    while end > start and scene.text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _statement_of(fact: _Fact, statements: Sequence[Statement]) -> str | None:
    """The statement that holds the middle of the passage: according to whom."""
    middle = (fact.start + fact.end) // 2
    return next((s.statement_id for s in statements if s.start <= middle < s.end), None)
