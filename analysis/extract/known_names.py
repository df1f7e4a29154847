"""Names that the knowledge base holds, with what they stand for in their context."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.names import Homograph
from ..knowledge.spellings import Spelling
from ..pieces import Pieces, Remembered, keep_last
from .capitals import resolve_places
from .found import Found, longest_first, words_after, words_before
from .linking import NEW, kebab_case
from .state_organs import resolve_organs

_ARTICLES = ("al-", "Al-", "el-", "El-")
_ARTICLED = re.compile(r" [ae]l-[A-Z]\w+")
_OF_PLACE = re.compile(r" of (?=[A-Z])")
_LAST_WORD = re.compile(r"(?<=[a-z,] )([A-Z][a-z']+) \Z")
_WITHIN = (["in"], ["near"], ["around"], ["outside"], ["inside"], ["across"])
_GLUED = re.compile(r"([A-Z](?<!\w.)[a-z]{2,})([A-Z][a-z]{2,})\b")
_BRACKET = re.compile(r" \([^()\n]{3,80}\) ")


def find_known_names(
    folded: str,
    pieces: Pieces,
    spans: Iterable[tuple[int, int, str]],
    *,
    spellings: dict[str, Spelling],
    knowledge: Knowledge,
) -> list[Found]:
    """Return what the known spellings at `spans` name, longest name first, in order."""
    named = []
    apart = _apart_pattern(knowledge.names.place_cues["apart"])
    for start, end, text in (*spans, *_split_glued(pieces, spellings)):
        spelling = spellings[text]
        if spelling.entity_type == "ZONE" and apart.search(f"{folded[max(0, start - 20) : start]}{text}"):
            continue
        start += spelling.lead
        if folded[start - 3 : start] in _ARTICLES and not folded[start - 4 : start - 3].isalnum():
            start -= 3
        named.append((start, end - spelling.cut, text))
    found = [
        Found(start, end, spelling.entity_id, spelling.entity_type, spelling.use, spelling.kind, "certain")
        for start, end, text in longest_first(named)
        for spelling in (spellings[text],)
    ]
    found = _lengthen_outlets(folded, _add_prefixes(folded, found, knowledge), knowledge)
    found = resolve_organs(folded, _tell_homographs(folded, found, knowledge), knowledge)
    found = resolve_places(folded, found, spellings, knowledge)
    found = _add_short_places(folded, pieces, found, knowledge)
    return _add_documents(folded, found, knowledge)


def _split_glued(pieces: Pieces, spellings: Mapping[str, Spelling]) -> Iterator[tuple[int, int, str]]:
    """Yield both halves of two demonyms whose hyphen is lost: "a TurkishSyrian border"."""
    for at, pairs in pieces.find(_GLUED_IN):
        for start, *halves in pairs:
            known = [spellings.get(half) for half in halves]
            if all(half is not None and half.entity_type == "NORP" for half in known):
                first, second = halves
                middle = at + start + len(first)
                yield from ((at + start, middle, first), (middle, middle + len(second), second))


_GLUED_IN = Remembered(lambda piece: [(glued.start(), *glued.groups()) for glued in _GLUED.finditer(piece)])
"""Two words in one, each with a capital, by piece: where they begin, and both."""


@lru_cache(maxsize=8)
def _apart_pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    """Return what tells where one place lies from another: "a town north of Tarn", no part of Tarn."""
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns))}) (?:[a-z]+ ){{0,2}}?[a-z-]+ of [A-Z][\w' -]*\Z")


def _add_prefixes(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with the word that begins such names before them: "Harakat", "Tell".

    The group stays the same one; a place with another word before it is another place, and
    any other name makes a group with the word that begins those of groups.
    """
    prefixes = knowledge.names.prefixes
    lengthened: list[Found] = []
    for name in found:
        if name.use == "name":
            first = _LAST_WORD.search(folded, max(0, name.start - 12), name.start)
            free = first and (not lengthened or lengthened[-1].end <= first.start(1))
            kind = prefixes.get(first[1]) if free else None
            if kind == "ARMED_GROUP" or (kind == "PLACE" and kind == name.entity_type):
                own = name.entity_type == kind == "ARMED_GROUP"
                new_id = NEW + kebab_case(folded[first.start(1) : name.end])
                name = name._replace(
                    start=first.start(1),
                    entity_id=name.entity_id if own else new_id,
                    entity_type=kind,
                    rule="prefix-before",
                    confidence="likely",
                )
        lengthened.append(name)
    return lengthened


def _lengthen_outlets(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names; a longer name than the one listed is another outlet's: "Daily Post of Tarn"."""
    lengthened: list[Found] = []
    for index, name in enumerate(found):
        if lengthened and name.start < lengthened[-1].end:
            continue
        end = name.end
        if name.entity_type in ("MEDIA", "ORG"):
            follower = found[index + 1] if index + 1 < len(found) else None
            end = _longer_end(folded, name, follower, knowledge)
        if end > name.end:
            new_id = NEW + kebab_case(folded[name.start : end])
            name = Found(name.start, end, new_id, "MEDIA", "name", "longer-outlet", "likely")
        lengthened.append(name)
    return lengthened


def _longer_end(folded: str, name: Found, follower: Found | None, knowledge: Knowledge) -> int:
    """Return the end of an outlet's name with "al-Tarn" or "of Tarn" after what is listed."""
    text = folded[name.start : name.end]
    articled = _ARTICLED.match(folded, name.end)
    if articled and text.startswith(_ARTICLES) and " " not in text:
        return articled.end() if follower is None or articled.end() <= follower.start else name.end
    heads = knowledge.names.heads
    if name.entity_type != "MEDIA" or " " not in text or heads.get(text.split(" ")[-1]) != "MEDIA":
        return name.end
    of = _OF_PLACE.match(folded, name.end)
    if of and follower and follower.start == of.end() and follower.entity_type in ("PLACE", "COUNTRY"):
        return follower.end
    return name.end


def _tell_homographs(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with a spelling of several entities decided by the rest of the article.

    Where a place is due it is the place, else that of which the article names most of what speaks for it.
    A spelling with one reading is that, or left to the rules for unknown names where nothing speaks for it.
    """
    homographs = knowledge.names.homographs
    if not any(folded[name.start : name.end] in homographs for name in found):
        return found
    mentioned = {name.entity_id for name in found}
    elsewhere = {name.entity_id for name in found if folded[name.start : name.end] not in homographs}
    told = []
    for name in found:
        if readings := homographs.get(folded[name.start : name.end]):
            if name.entity_id not in elsewhere and _lacks_witness(name, readings, mentioned):
                continue
            entity_id = _place_reading(folded, name, readings, knowledge)
            entity_id = entity_id or _likeliest(name, readings, mentioned)
            if entity_id != name.entity_id:
                entity_type = knowledge.entities[entity_id].type
                name = name._replace(
                    entity_id=entity_id, entity_type=entity_type, rule="homograph", confidence="likely"
                )
        told.append(name)
    return told


def _lacks_witness(name: Found, readings: Sequence[Homograph], mentioned: Container[str]) -> bool:
    own = all(reading.entity_id == name.entity_id for reading in readings)
    return own and not any(reading.needs in mentioned for reading in readings)


def _place_reading(folded: str, name: Found, readings: Sequence[Homograph], knowledge: Knowledge) -> str:
    """Return the place among the readings where a place is due: "in X", "the town of X"."""
    place = next((reading.entity_id for reading in readings if not reading.needs), "")
    if not place:
        return ""
    cues, left = knowledge.names.place_cues, words_before(folded, name.start)
    of_town = left[-1:] == ["of"] and cues["of"].intersection(left[-2:-1])
    right = words_after(folded, name.end)[:1] if folded[name.end : name.end + 1] == " " else []
    return place if of_town or left[-1:] in _WITHIN or cues["after"].intersection(right) else ""


def _likeliest(name: Found, readings: Sequence[Homograph], mentioned: Container[str]) -> str:
    votes = Counter(reading.entity_id for reading in readings if reading.needs in mentioned)
    most = max(votes.values(), default=0)
    return name.entity_id if votes[name.entity_id] == most else votes.most_common(1)[0][0]


def _add_short_places(folded: str, pieces: Pieces, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with abbreviations added after a town or the letter of a party: "(X-ND)".

    After a comma the letters of a post office may be a degree, unless the town or the state is known.
    """
    short = knowledge.names.short_places
    if not any(map(_short_places_in(short).__getitem__, pieces.texts)):
        return found
    mentioned = {name.entity_id for name in found}
    towns = {name.end for name in found if name.entity_type == "PLACE"}
    added = [
        Found(*match.span(1), short[match[1]], "PLACE", "name", "short-place", "likely")
        for match in _short_place_pattern(short).finditer(folded)
        if match[1].endswith(".")
        or folded[match.start(1) - 1] == "-"
        or match.start(1) - 2 in towns
        or short[match[1]] in mentioned
    ]
    free = [new for new in added if not any(name.start < new.end and new.start < name.end for name in found)]
    return sorted([*found, *free]) if free else found


@keep_last
def _short_place_pattern(short: dict[str, str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(short, key=lambda form: (-len(form), form)))
    return re.compile(rf"[A-Z](?:(?<=[ (,].)-|(?<!\w.)[a-z]{{2,}}, )({forms})(?![\w'])")


@keep_last
def _short_places_in(short: dict[str, str]) -> Remembered[bool]:
    """Return whether a piece has an abbreviation where one may stand, by piece."""
    beginnings = "|".join(sorted(re.escape(form.split(" ")[0]) for form in short))
    pattern = re.compile(rf"(?:\A|-)(?:{beginnings})(?![\w'])")
    return Remembered(lambda piece: pattern.search(piece) is not None)


def _add_documents(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with the nouns that introduce a document, and those in capitals, added."""
    mentioned = {name.entity_id for name in found}
    added = []
    for document in knowledge.names.documents:
        if document.needs in mentioned:
            pattern = _document_pattern(document.noun, knowledge.names.signing_verbs)
            added += [
                Found(
                    *match.span(match.lastindex),
                    document.entity_id,
                    "AGREEMENT",
                    "name",
                    "document",
                    "likely",
                )
                for match in pattern.finditer(folded)
            ]
    free = [new for new in added if not any(name.start < new.end and new.start < name.end for name in found)]
    return sorted([*found, *free])


@lru_cache(maxsize=32)
def _document_pattern(noun: str, verbs: frozenset[str]) -> re.Pattern[str]:
    introduced = rf"\b(?:{'|'.join(sorted(verbs))}) (?:an?|the|this) (?:[a-z]+ )?({re.escape(noun)})\b"
    participles = "|".join(sorted(verb for verb in verbs if verb.endswith("ed")))
    signed = rf"\b(?:[Aa]n?|[Tt]he) (?:[a-z]+ )?({re.escape(noun)})(?= (?:{participles})\b)"
    return re.compile(rf"{introduced}|{signed}|(?<=[Tt]he )({re.escape(noun.capitalize())})\b(?! [A-Z])")


def join_broken(folded: str, found: list[Found], spellings: Mapping[str, Spelling]) -> list[Found]:
    """Return the names; the second half of one that a bracket breaks gets the entity of the whole."""
    joined = list(found)
    for index, name in enumerate(found):
        bracket = _BRACKET.match(folded, name.end) if name.entity_type == "ORG" else None
        if not bracket:
            continue
        for later in range(index + 1, min(index + 4, len(found))):
            second = found[later]
            if second.start != bracket.end():
                continue
            first, rest = folded[name.start : name.end], folded[second.start : second.end]
            forms = (f"{first} {rest}", f"{first} {rest.lower()}", f"{rest} of the {first}")
            whole = next((spellings[form] for form in forms if form in spellings), None)
            if whole:
                joined[later] = second._replace(entity_id=whole.entity_id, rule="broken-by-bracket")
    return joined
