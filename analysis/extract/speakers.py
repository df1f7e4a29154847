"""Speakers: from the words that name them to entity ids."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..knowledge import Knowledge
from ..knowledge.cues import Cues
from ..records import Mention, SpeakerBasis, Statement

_SPEAKING = frozenset(("PERSON", "ORG", "MEDIA", "COUNTRY", "ARMED_GROUP"))
_SINGULAR = frozenset(("he", "she", "him", "her", "his"))
_PLURAL = frozenset(("they", "both", "them", "their"))
_AND = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|/)(?:\s+(?:the|of|in|for|both))*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "and",
        "to",
        "s",
        "its",
        "his",
        "her",
        "their",
        "at",
        "from",
        "with",
        "on",
        "by",
        "’s",
    ]
)
_GROUPS = re.compile(r",?\s+and\s+(?=[a-z])")
_APART = re.compile(r"[.!?]\s|[“”\"]")
_POSSESSOR = re.compile(r"[’']s?$")


class Speaker(NamedTuple):
    ids: list[str]
    basis: SpeakerBasis


@dataclass(slots=True)
class Cast:
    """Whom an article names, for looking speakers up."""

    text: str
    mentions: Sequence[Mention]
    starts: Sequence[int]
    knowledge: Knowledge
    cues: Cues
    published: date | None
    genders: dict[str, str]  # entity_id -> he or she
    outlets: frozenset[str]


def read_cast(
    text: str, mentions: Sequence[Mention], *, knowledge: Knowledge, cues: Cues, published: date | None
) -> Cast:
    """Return the cast of an article: its mentions in order and the pronouns of its people."""
    genders: dict[str, str] = {}
    for mention in mentions:
        if mention.entity_type != "PERSON" or mention.entity_id in genders:
            continue
        known = knowledge.entities.get(mention.entity_id)
        first = (known.name if known else mention.text).split()[0]
        title = text[max(0, mention.start - 5) : mention.start].strip()
        if title in ("Mrs.", "Ms.", "Miss", "Mrs", "Ms"):
            genders[mention.entity_id] = "she"
        elif title in ("Mr.", "Mr"):
            genders[mention.entity_id] = "he"
        elif first in cues.first_names:
            genders[mention.entity_id] = cues.first_names[first]
    starts = [mention.start for mention in mentions]
    outlets = frozenset(mention.entity_id for mention in mentions if mention.entity_type == "MEDIA")
    return Cast(text, mentions, starts, knowledge, cues, published, genders, outlets)


def resolve(cast: Cast, span: tuple[int, int], before: Sequence[Speaker]) -> Speaker:
    """Return the entities that a phrase stands for; `before` are the earlier speakers, last one last."""
    surface = cast.text[span[0] : span[1]]
    lower = surface.lower()
    if lower in _SINGULAR or lower == "it":
        return Speaker(_singular(cast, span[0], lower, before), "pronoun")
    if lower in _PLURAL or (lower.startswith(("both ", "all ")) and len(lower.split()) <= 2):
        return Speaker(_plural(cast, span[0], before), "pronoun")
    inside = [
        m for m in _inside(cast, *span) if m.entity_type in _SPEAKING or m.entity_type in ("NORP", "PLACE")
    ]
    people = [m for m in inside if m.entity_type == "PERSON" and not _is_modifier(cast, m, span)]
    if people and (people[-1].end >= span[1] - 2 or _listed(cast, people)):
        people = people if _listed(cast, people) else people[-1:]
        return Speaker(_unique(m.entity_id for m in people), "name")
    inside = [m for m in inside if not cast.text.startswith("-", m.end)]  # "the Rome-based agency"
    names = [m for m in inside if m.entity_type in _SPEAKING and m.use != "adjective"]
    if names and _covers(cast, names, span):
        return Speaker(_unique(m.entity_id for m in names), "name")
    named = surface[:1].isupper() and lower.split()[0] not in _SMALL
    if not inside and named and not _role_words(cast, surface):
        return Speaker(_by_name(cast, surface), "name")
    again = _body_again(cast, span[0], lower.split(), before)
    return Speaker(again or _role(cast, span, inside), "role")


def _inside(cast: Cast, start: int, end: int) -> list[Mention]:
    k = bisect_left(cast.starts, start)
    if k and cast.mentions[k - 1].end > start:
        k -= 1
    found = []
    while k < len(cast.mentions) and cast.mentions[k].start < end:
        found.append(cast.mentions[k])
        k += 1
    return found


def _is_modifier(cast: Cast, mention: Mention, span: tuple[int, int]) -> bool:
    """Whether the name only modifies the head: "Smith’s lawyer", "a spokesman for Smith"."""
    following = cast.text[mention.end : mention.end + 2]
    if following in ("’s", "'s"):
        return True
    ahead = cast.text[span[0] : mention.start].split()
    while ahead and ahead[-1].rstrip(".").lower() in cast.cues.titles:
        ahead.pop()
    return bool(ahead) and ahead[-1] in ("for", "of", "to", "from", "with")


def _listed(cast: Cast, people: Sequence[Mention]) -> bool:
    return len(people) > 1 and all(_AND.fullmatch(cast.text[a.end : b.start]) for a, b in pairwise(people))


def _covers(cast: Cast, names: Sequence[Mention], span: tuple[int, int]) -> bool:
    """Whether nothing but joints is left of the phrase without its names."""
    rest = cast.text[span[0] : names[0].start]
    for a, b in pairwise(names):
        rest += " " + cast.text[a.end : b.start]
    rest += " " + cast.text[names[-1].end : span[1]]
    words = [word for word in _WORD.findall(rest.lower()) if word not in _SMALL]
    return not words or all(word in _NEUTRAL for word in words)


_NEUTRAL = frozenset(
    [
        "newspaper",
        "agency",
        "news",
        "website",
        "magazine",
        "daily",
        "channel",
        "both",
        "group",
        "movement",
        "province",
        "city",
    ]
)


def _role_words(cast: Cast, surface: str) -> list[str]:
    return [word for word in _WORD.findall(surface.lower()) if word in cast.cues.roles]


def _by_name(cast: Cast, surface: str) -> list[str]:
    """Return the person whose surname or full name this is, or an id made of the name."""
    last = surface.split()[-1]
    for mention in cast.mentions:
        if not mention.text.endswith(last) or mention.entity_type not in _SPEAKING:
            continue
        if mention.text == surface or mention.text.split()[-1] == last:
            return [mention.entity_id]
    made = _slug(surface)
    return [made] if made else []


def _slug(*parts: str) -> str:
    return "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts if part)


def _role(cast: Cast, span: tuple[int, int], inside: Sequence[Mention]) -> list[str]:
    """Return who a phrase such as "the Turkish government", "officials in Rome and Oslo" stands for."""
    surface = cast.text[span[0] : span[1]]
    if (joint := _joint(cast, surface)) is not None:
        at = span[0] + joint
        first, second = [m for m in inside if m.start < at], [m for m in inside if m.start >= at]
        return _unique([*_role(cast, (span[0], at), first), *_role(cast, (at, span[1]), second)])
    words = _WORD.findall(surface)
    roles = [word for word in words if word.lower() in cast.cues.roles]
    if not roles and inside:
        return _unique(m.entity_id for m in inside if m.entity_type in _SPEAKING)
    if not roles:
        return _bare(words)
    head = _head(cast, surface, roles).lower()
    countries = [m for m in inside if m.entity_type in ("COUNTRY", "NORP", "PLACE")]
    bodies = [m for m in inside if m.entity_type in ("ORG", "MEDIA", "ARMED_GROUP", "AGREEMENT")]
    if cast.cues.words.get(cast.cues.roles[head]) == "government" and countries:
        return _unique(m.entity_id for m in countries)
    indefinite = words[0].lower() in ("a", "an", "one", "another")
    if head != cast.cues.roles[head] or head in cast.cues.collectives:
        return _group(cast, head, countries, [] if indefinite else bodies)
    if not indefinite:
        if holder := _office_holder(cast, words, countries, bodies):
            return [holder]
        if bodies:
            return [bodies[0].entity_id]
    return [_unnamed(head, countries, bodies, indefinite=indefinite)]


def _group(cast: Cast, head: str, countries: Sequence[Mention], bodies: Sequence[Mention]) -> list[str]:
    """Return the ids of "officials of the ministry", "Russian officials", "the media"."""
    if bodies:
        return _unique(m.entity_id for m in bodies)
    if countries:
        own = [m.entity_id for m in countries if m.text.lower() == head]
        return _unique(own or (_slug(_country_word(m), head) for m in countries))
    return [_slug(head, "unspecified" if head in cast.cues.collectives else "")]


def _unnamed(role: str, countries: Sequence[Mention], bodies: Sequence[Mention], *, indefinite: bool) -> str:
    """Return the id of one person known by a role only."""
    label = _country_word(countries[0]) if countries else bodies[0].text if bodies else ""
    return _slug("unnamed" if indefinite or not label else "", label, role)


def _body_again(cast: Cast, position: int, words: Sequence[str], before: Sequence[Speaker]) -> list[str]:
    """Return the body that "the group" or "the ministry" takes up: one named so, or the last to speak."""
    names = cast.knowledge.names
    if len(words) != 2 or words[0] != "the" or (kind := names.heads.get(words[1].capitalize())) is None:
        return []
    earlier = [m for m in cast.mentions[: bisect_left(cast.starts, position)] if m.entity_type == kind]
    for mention in reversed(earlier):
        if mention.text.lower().endswith(words[1]) and mention.use != "adjective":
            return [mention.entity_id]
    last = before[-1].ids if before and words[1] not in names.state_organs else []
    return last if len(last) == 1 and any(m.entity_id == last[0] for m in earlier) else []


def _joint(cast: Cast, surface: str) -> int | None:
    """Return where the second of two groups begins: "residents and | a rebel official"."""
    for match in _GROUPS.finditer(surface):
        parts = surface[:1].lower() + surface[1 : match.start()], surface[match.end() :]
        if all(any(word in cast.cues.roles for word in _WORD.findall(part)) for part in parts):
            return match.end()
    return None


def _bare(words: Sequence[str]) -> list[str]:
    kept = [word for word in words if word.lower() not in _SMALL]
    return [_slug(*kept[-2:])] if kept else []


def _country_word(mention: Mention) -> str:
    return mention.text if mention.use == "adjective" or mention.entity_type == "NORP" else mention.entity_id


def _head(cast: Cast, surface: str, roles: Sequence[str]) -> str:
    """Return the role that the phrase is about: the last one before "of", "for" or "in"."""
    before = re.split(r"\s(?:of|for|in|at|from|with|to|on|who|by)\s", surface, maxsplit=1)[0]
    ahead = [word for word in _WORD.findall(before) if word.lower() in cast.cues.roles]
    return ahead[-1] if ahead else roles[0]


def _office_holder(
    cast: Cast, words: Sequence[str], countries: Sequence[Mention], bodies: Sequence[Mention]
) -> str | None:
    """Return who alone held "the Turkish foreign minister" on the day of publication."""
    owners = {m.entity_id for m in countries} | {m.entity_id for m in bodies}
    if not owners:
        return None
    named = {
        _POSSESSOR.sub("", word.lower()) for m in (*countries, *bodies) for word in _WORD.findall(m.text)
    }
    phrase = {_POSSESSOR.sub("", word.lower()) for word in words} - _SMALL - named - {""}
    if not phrase or phrase & {"former", "ex", "late", "deputy"}:
        return None
    holders = {
        office.entity_id
        for office in cast.knowledge.offices
        if office.country in owners
        and set(_WORD.findall(office.office)) - _SMALL - named == phrase
        and (cast.published is None or office.held_on(cast.published))
    }
    return holders.pop() if len(holders) == 1 else None


def _singular(cast: Cast, position: int, pronoun: str, before: Sequence[Speaker]) -> list[str]:
    gender = "she" if pronoun in ("she", "her") else "he"
    k = bisect_left(cast.starts, position) - 1
    if pronoun == "it":
        while k >= 0 and position - cast.mentions[k].start < 500:
            if cast.mentions[k].entity_type in ("ORG", "MEDIA", "COUNTRY", "ARMED_GROUP") and (
                cast.mentions[k].use != "adjective"
            ):
                return [cast.mentions[k].entity_id]
            k -= 1
        return []
    if introduced := _introduced(cast, position, gender):
        return [introduced]
    for speaker in reversed(before[-3:]):
        if len(speaker.ids) == 1 and _fits(cast, speaker.ids[0], gender):
            return speaker.ids
    people = []
    while k >= 0 and position - cast.mentions[k].start < 900:
        mention = cast.mentions[k]
        if mention.entity_type == "PERSON" and cast.genders.get(mention.entity_id, gender) == gender:
            people.append(mention.entity_id)
        k -= 1
    certain = [entity_id for entity_id in people if entity_id in cast.genders]
    return (certain or people)[:1]


def _introduced(cast: Cast, position: int, gender: str) -> str | None:
    """Return the last person who opens a sentence of the same paragraph before a pronoun.

    In the pronoun's own sentence only with a quotation in between: "Kim, he said, was wrong".
    """
    first = bisect_left(cast.starts, cast.text.rfind("\n", 0, position) + 1)
    people = [
        m for m in cast.mentions[first : bisect_left(cast.starts, position)] if m.entity_type == "PERSON"
    ]
    for mention in reversed(people):
        between = cast.text[mention.end : position]
        fits = cast.genders.get(mention.entity_id, gender) == gender
        apart = _APART.search(between) and not between.startswith(("’s", "'s"))
        if fits and apart and _opens_sentence(cast, mention.start):
            return mention.entity_id if _alone(cast, mention, people, gender) else None
    return None


def _alone(cast: Cast, mention: Mention, people: Sequence[Mention], gender: str) -> bool:
    """Whether nobody in the sentence fits the pronoun for certain where this person only may."""
    if mention.entity_id in cast.genders:
        return True
    stop = _APART.search(cast.text, mention.end)
    end = stop.start() if stop else len(cast.text)
    return not any(
        m.start < end and cast.genders.get(m.entity_id) == gender for m in people if m.start > mention.end
    )


def _fits(cast: Cast, entity_id: str, gender: str) -> bool:
    person = any(m.entity_id == entity_id and m.entity_type == "PERSON" for m in cast.mentions)
    unnamed = entity_id.startswith("unnamed-")
    return (person or unnamed) and cast.genders.get(entity_id, gender) == gender


def _plural(cast: Cast, position: int, before: Sequence[Speaker]) -> list[str]:
    """Return the last pair or group before a plural pronoun."""
    k = bisect_left(cast.starts, position) - 1
    while k > 0 and position - cast.mentions[k].start < 700:
        second, first = cast.mentions[k], cast.mentions[k - 1]
        if _pairs_up(cast, first, second):
            ids = [first.entity_id, second.entity_id]
            at = k - 1
            while at > 0 and _pairs_up(cast, cast.mentions[at - 1], cast.mentions[at]):
                at -= 1
                ids.insert(0, cast.mentions[at].entity_id)
            if _opens_sentence(cast, cast.mentions[at].start):
                return _unique(ids)
            again = [m for m in cast.mentions[:at] if position - m.start < 700]
            earlier = _first_pair(cast, again)
            return earlier or _unique(ids)
        k -= 1
    for speaker in reversed(before[-2:]):
        if len(speaker.ids) > 1 or (speaker.ids and speaker.basis == "role"):
            return speaker.ids
    return before[-1].ids if before else []


def _first_pair(cast: Cast, mentions: Sequence[Mention]) -> list[str]:
    """Return the nearest pair of speakers that opens a sentence."""
    for first, second in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=False):
        if _pairs_up(cast, first, second) and _opens_sentence(cast, first.start):
            return _unique((first.entity_id, second.entity_id))
    return []


def _pairs_up(cast: Cast, first: Mention, second: Mention) -> bool:
    if first.entity_type not in _SPEAKING or second.entity_type not in _SPEAKING:
        return False
    if "adjective" in (first.use, second.use):
        return False
    return _AND.fullmatch(cast.text[first.end : second.start]) is not None


def _opens_sentence(cast: Cast, position: int) -> bool:
    ahead = cast.text[max(0, position - 60) : position]
    ahead = re.split(r"[.!?]\s+|\n", ahead)[-1]
    return not any(word[0].isupper() for word in ahead.split()[1:]) and len(ahead.split()) < 9


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def resolve_across(
    statements: Sequence[Statement], mentions: Sequence[Mention], knowledge: Knowledge
) -> list[Statement]:
    """Return the statements with a definite office, "the secretary of the council", put down to the person
    whom any article of the corpus names with that office."""
    holders = _holders(mentions, knowledge.cues)
    bodies = {m.entity_id for m in mentions if m.entity_type == "ORG"}
    resolved = []
    for statement in statements:
        if statement.speaker_basis == "role" and len(statement.speaker_ids) == 1:
            body = statement.speaker_ids[0]
            if body in bodies and not statement.speaker_text.lower().startswith(("a ", "an ")):
                role = next(
                    (w for w in _WORD.findall(statement.speaker_text.lower()) if w in knowledge.cues.roles),
                    "",
                )
                people = holders.get((body, role), set())
                if len(people) == 1:
                    statement = statement._replace(speaker_ids=sorted(people), confidence="likely")
        resolved.append(statement)
    return resolved


def _holders(mentions: Sequence[Mention], cues: Cues) -> dict[tuple[str, str], set[str]]:
    """Return (body, role) -> the people named as "Security Council Secretary Ann Lee"."""
    found: dict[tuple[str, str], set[str]] = {}
    for body, person in pairwise(mentions):
        if (
            body.entity_type != "ORG"
            or person.entity_type != "PERSON"
            or body.article_id != person.article_id
        ):
            continue
        if not 0 < person.start - body.end < 30:
            continue
        words = _WORD.findall(person.left.lower())[-2:]
        role = next((word for word in reversed(words) if word in cues.roles), "")
        if role:
            found.setdefault((body.entity_id, role), set()).add(person.entity_id)
    return found
