"""Names that the knowledge base does not hold, found by how news texts introduce names."""

import re
from collections import Counter
from collections.abc import Sequence

from ..knowledge import Knowledge
from ..pieces import Pieces, keep_last
from .evidence import RANKS, decide, is_person, is_placed, make_candidate, speaks
from .found import Found
from .linking import NEW, kebab_case
from .name_words import Item, Scene, in_title_case, is_plain, list_gaps, make_scene, new_name, opens_sentence
from .repetition import add_listed, find_acronyms, merge, prefer_named_in_full, repeat

_OF = re.compile(r" (?:of|for|on|against) (?:the )?\Z")
_OF_KIND = re.compile(r"([a-z]+) of (?:the )?\Z")
_AND = re.compile(r" and (?:the )?\Z")
_OWNED = re.compile(r"(?:\b[Tt]he|'s?|\b[Ii]ts|\b[Tt]heir) \Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_NUMBER = re.compile(r" \d{1,3}\b(?![.,:%]\d|%)")
_NUMBERED = ("ORG", "ARMED_GROUP", "MEDIA")
_IN_ORGANISATION = ("NORP", "COUNTRY", "PLACE", "ORG")


def find_unknown_names(
    folded: str,
    pieces: Pieces,
    known: Sequence[Found],
    *,
    sentences: Sequence[tuple[int, int]],
    headlines: Sequence[tuple[int, int]],
    knowledge: Knowledge,
) -> list[Found]:
    """Return known and unknown names together, in order, none overlapping another."""
    scene = make_scene(folded, pieces, known, sentences=sentences, headlines=headlines, knowledge=knowledge)
    new = _scan(scene)
    names = merge(known, [name for name in new if name.confidence != "guess"])
    names = repeat(scene, merge(find_acronyms(folded, names), names))
    guesses = _agree(_plausible(scene, [name for name in new if name.confidence == "guess"]))
    if guesses:
        names = repeat(scene, merge(names, guesses))
    return prefer_named_in_full(folded, _tell_bearers(scene, add_listed(scene, names)))


def _tell_bearers(scene: Scene, names: list[Found]) -> list[Found]:
    """Return the names; a place that speaks is the person of that surname named in full before."""
    folded = scene.folded
    texts = [folded[name.start : name.end] for name in names]
    bearers: dict[str, Found] = {}
    told = []
    for name, text in zip(names, texts, strict=True):
        if name.entity_type == "PERSON" and " " in text:
            bearers[text.rsplit(" ", 1)[1]] = name
        bearer = bearers.get(text) if name.entity_type in ("COUNTRY", "PLACE") else None
        if bearer and _is_person(scene, name, text):
            name = bearer._replace(start=name.start, end=name.end, rule="propagated", confidence="likely")
        told.append(name)
    return told


def _is_person(scene: Scene, name: Found, text: str) -> bool:
    if scene.folded.startswith((", who ", "'s wife", "'s husband"), name.end):
        return True
    return speaks(make_candidate(scene, name.start, name.end, [text], titled=False))


def _agree(guesses: list[Found]) -> list[Found]:
    """Return the guesses; the same name is everywhere what its surest rule tells."""
    surest: dict[str, Found] = {}
    for name in guesses:
        best = surest.setdefault(name.entity_id, name)
        if RANKS[name.rule] < RANKS[best.rule]:
            surest[name.entity_id] = name
    return [name._replace(entity_type=surest[name.entity_id].entity_type) for name in guesses]


def _plausible(scene: Scene, guesses: list[Found]) -> list[Found]:
    """Return the guesses without places that mostly stand where no place would."""
    placed = Counter(name.entity_id for name in guesses if name.rule == "preposition")
    if not placed:
        return guesses
    seen: Counter[str] = Counter()
    for text, times in Counter([item.text for item in scene.items if item.known < 0]).items():
        if (entity_id := NEW + kebab_case(text)) in placed:
            seen[entity_id] += times
    return [
        name
        for name in guesses
        if name.rule != "preposition" or placed[name.entity_id] * 3 >= seen[name.entity_id]
    ]


def _scan(scene: Scene) -> list[Found]:
    """Return what the words outside known names name, one run of neighbours after the other."""
    gaps, heads = list_gaps(scene.names.particles), scene.names.heads
    folded, items, found = scene.folded, scene.items, []
    index = 0
    while index < len(items):
        first, end = items[index], index + 1
        unknown, last = first.known < 0, first.end
        while end < len(items) and folded[last : items[end].start] in gaps:
            unknown = unknown or items[end].known < 0
            last = items[end].end
            end += 1
        if end == index + 1 and first.text not in heads:
            found += _read_alone(scene, index)
        elif unknown and not in_title_case(scene, first.start):
            end = _read_run(scene, index, end, found)
        index = end
    return found


def _read_alone(scene: Scene, index: int) -> list[Found]:
    """Return the name of one word without neighbours, which no head noun is; most are read here."""
    item = scene.items[index]
    if item.idle or item.known >= 0 or in_title_case(scene, item.start) or is_plain(scene, item):
        return []
    decided = decide(make_candidate(scene, item.start, item.end, [item.text], titled=False))
    return [new_name(scene, item.start, item.end, decided)] if decided else []


def _read_run(scene: Scene, begin: int, end: int, found: list[Found]) -> int:
    """Add the names of the run items[begin:end]; return where reading goes on."""
    if scene.items[begin].known >= 0 and (place := _named_after(scene, begin, end)):
        found.append(place)
        return end
    head = _last_head(scene, begin, end)
    if head is not None:
        start, stop, name = _grow(scene, begin, head, end)
        if name:
            _read_words(scene, begin, start, found)
            found.append(name)
            if stop < end:
                return _read_run(scene, stop, end, found)
            return stop
    _read_words(scene, begin, end, found)
    return end


def _named_after(scene: Scene, begin: int, end: int) -> Found | None:
    """Return a place that begins with a known name, of people: "the village of Arab Vesk"."""
    first, cues = scene.items[begin], scene.names.place_cues
    if scene.known[first.known].entity_type not in ("NORP", "PERSON"):
        return None
    if any(item.known < 0 and _breaks_name(scene, item) for item in scene.items[begin:end]):
        return None
    kind = _OF_KIND.search(scene.folded, max(0, first.start - 30), first.start)
    if kind is None or kind[1] not in cues["of"] & cues["before"]:
        return None
    return new_name(scene, first.start, scene.items[end - 1].end, ("PLACE", "place-cue", "likely"))


def _last_head(scene: Scene, begin: int, end: int) -> int | None:
    items, heads = scene.items, scene.names.heads
    for index in range(end - 1, begin - 1, -1):
        if items[index].text in heads and items[index].known < 0:
            return None if _is_office(scene, begin, index) or _is_kind(scene, index) else index
    return None


def _is_kind(scene: Scene, index: int) -> bool:
    """Whether a head is half of a common noun: "the Orlin TV channel"."""
    return scene.folded.startswith(_second_words(scene.names.media_cues["after"]), scene.items[index].end)


@keep_last
def _second_words(cues: frozenset[str]) -> tuple[str, ...]:
    """Return the second words, each with the blank before it, of the cues that begin with capitals."""
    return tuple(
        sorted({f" {cue.split()[1]}" for cue in cues if cue.partition(" ")[0].isupper() and " " in cue})
    )


def _is_office(scene: Scene, begin: int, index: int) -> bool:
    """Whether a head is the short title of somebody of a state: "Estonian FM"."""
    if index == begin or scene.items[index].text not in scene.names.title_ends:
        return False
    before = scene.items[index - 1]
    return before.known >= 0 and scene.known[before.known].entity_type in ("COUNTRY", "NORP")


def _grow(scene: Scene, begin: int, head: int, end: int) -> tuple[int, int, Found | None]:
    """Return the items and the name that the head noun at `head` is part of."""
    items, names = scene.items, scene.names
    start = head
    while start > begin and _may_precede_head(scene, start - 1):
        start -= 1
    while start < head and items[start].known < 0 and items[start].text in names.openers:
        start += 1
    start = _grow_over_and(scene, start, head)
    stop = head + 1
    if stop == end:
        stop = _grow_right(scene, stop)
    entity_type, rule = _head_type(scene, start, head, stop), "organisation-head"
    last = items[stop - 1].end
    number = _NUMBER.match(scene.folded, last) if stop == head + 1 and entity_type in _NUMBERED else None
    if not number and not _is_specific(scene, start, head, stop):
        return begin, end, None
    last = number.end() if number else last
    if entity_type in ("PLACE", "AGREEMENT", "PROCESS"):
        rule = f"{entity_type.lower()}-head"
    name = new_name(scene, items[start].start, last, (entity_type, rule, "likely"))
    if entity_type == "PLACE" and stop - start == 2 and items[start].known >= 0:
        place = scene.known[items[start].known]
        if place.entity_type == "PLACE":
            name = name._replace(entity_id=place.entity_id)
    return start, stop, name


def _grow_over_and(scene: Scene, start: int, head: int) -> int:
    """Return the item at which "the Roads and Bridges Department" begins; `start` without such a pair."""
    items, names, folded = scene.items, scene.names, scene.folded
    if not start or start == head or not _AND.fullmatch(folded[items[start - 1].end : items[start].start]):
        return start
    before = items[start - 1]
    if not _OWNED.search(folded, max(0, before.start - 5), before.start):
        return start
    if before.known >= 0:
        return start - 1 if scene.known[before.known].entity_type == "PLACE" else start
    words = (names.heads, names.title_ends, names.given_names, names.openers)
    return start if any(before.text in each for each in words) else start - 1


def _is_specific(scene: Scene, start: int, head: int, stop: int) -> bool:
    """Whether the items are more than a common noun at the head of a sentence, or a person's name."""
    items, names = scene.items, scene.names
    if stop - start == 1:
        return False
    if stop > head + 1:
        return True
    if stop - start == 2 and items[start].text in names.given_names:
        return False
    before = items[start:head]
    plain = all(item.text in names.plain and item.text not in names.heads for item in before)
    return not (plain and opens_sentence(scene, items[start].start))


def _may_precede_head(scene: Scene, index: int) -> bool:
    item, names = scene.items[index], scene.names
    if item.known >= 0:
        return scene.known[item.known].entity_type in (*_IN_ORGANISATION, "ZONE")
    if item.text in names.openers and item.text not in names.heads:
        return False
    return item.text not in names.title_words or item.text in names.plain or item.text in names.heads


def _grow_right(scene: Scene, stop: int) -> int:
    """Return the end of a name that goes on with "of X", "for the X and Y"."""
    items, folded = scene.items, scene.folded
    gaps = list_gaps(scene.names.particles)
    linked = False
    while stop < len(items) and _may_follow(scene, stop):
        gap = folded[items[stop - 1].end : items[stop].start]
        joined = linked and items[stop - 1].known < 0 and items[stop].known < 0 and _AND.match(gap)
        if _OF.match(gap) or (joined and items[stop].text not in scene.names.heads):
            linked = True
        elif not (linked and gap in gaps):
            break
        stop += 1
    return stop


def _may_follow(scene: Scene, index: int) -> bool:
    item = scene.items[index]
    if item.known >= 0:
        return scene.known[item.known].entity_type in _IN_ORGANISATION
    names = scene.names
    return not any(item.text in words for words in (names.openers, names.title_words, names.given_names))


def _head_type(scene: Scene, start: int, head: int, stop: int) -> str:
    names, items = scene.names, scene.items
    words = [item.text for item in items[start:head]]
    pair = f"{words[-1]} {items[head].text}" if words else ""
    entity_type = names.heads.get(pair) or names.heads[items[head].text]
    if entity_type == "ARMED_GROUP" and any(
        word in names.unit_words or _ORDINAL.match(word) for word in words
    ):
        return "ORG"
    owner = scene.known[items[start].known].entity_id if items[start].known >= 0 else ""
    if entity_type == "ARMED_GROUP" and stop - start == 2 and owner in scene.knowledge.countries:
        return "ORG"  # the forces of a state
    return entity_type


def _read_words(scene: Scene, begin: int, end: int, found: list[Found]) -> None:
    """Add the names in items[begin:end], cut at known names, titles and plain words."""
    titled = False
    index = begin
    while index < end:
        item = scene.items[index]
        if item.known >= 0 and not _is_given_name(scene, index, end, titled=titled):
            titled = False
            index += 1
            continue
        if item.text in scene.names.prefixes and _opens_place(scene, index, end):
            found.append(_place(scene, index))
            titled = False
            index += 2
            continue
        if item.known < 0 and item.text in scene.names.title_words:
            titled = item.text in scene.names.title_ends
            index += 1
            continue
        if item.known < 0 and (item.idle or is_plain(scene, item)):
            titled = titled and item.text not in scene.names.openers
            index += 1
            continue
        index, name = _read_name(scene, index, end, titled=titled)
        titled = False
        if name:
            found.append(name)


def _read_name(scene: Scene, index: int, end: int, *, titled: bool) -> tuple[int, Found | None]:
    """Return where the words that belong together from `index` on end, and the name that they make."""
    items, stop = scene.items, index + 1
    if titled and stop < end and items[index].text in scene.names.given_names and _is_noun(scene, stop):
        stop += 1
    while stop < end and items[stop].known < 0 and not _breaks_name(scene, items[stop]):
        stop += 1
    if stop < end and _is_surname(scene, index, stop):
        decided = ("PERSON", "given-name", "likely")
        return stop + 1, new_name(scene, items[index].start, items[stop].end, decided)
    return stop, _classify(scene, index, stop, titled)


def _opens_place(scene: Scene, index: int, end: int) -> bool:
    """Whether a title or a plain word begins a place's name where a place is due: "near Sheikh Vesk"."""
    item, names = scene.items[index], scene.names
    if item.known >= 0 or names.prefixes.get(item.text) != "PLACE" or index + 1 == end:
        return False
    follower = scene.items[index + 1]
    if follower.known >= 0 or _breaks_name(scene, follower) or follower.text in names.given_names:
        return False
    if item.text not in names.title_words and item.text not in names.plain:
        return False
    return is_placed(
        make_candidate(scene, item.start, follower.end, [item.text, follower.text], titled=False)
    )


def _place(scene: Scene, index: int) -> Found:
    start, stop = scene.items[index].start, scene.items[index + 1].end
    return new_name(scene, start, stop, ("PLACE", "place-prefix", "likely"))


def _is_surname(scene: Scene, begin: int, index: int) -> bool:
    """Whether a known name at `index` is the surname of the given name before it."""
    if scene.items[index].known < 0:
        return False
    known = scene.known[scene.items[index].known]
    if " " in scene.folded[known.start : known.end] or known.use != "name":
        return False
    if scene.items[begin].text in scene.names.given_names:
        return known.entity_type in ("PERSON", "ARMED_GROUP", "COUNTRY")
    alone = index == begin + 1 and not opens_sentence(scene, scene.items[begin].start)
    return alone and known.entity_type == "PERSON"


def _is_given_name(scene: Scene, index: int, end: int, *, titled: bool) -> bool:
    """Whether a known name is here the given name of somebody unknown: `Abbas` of `Abbas Vesk`.

    Of a country or a city, more than the names has to say so.
    """
    if index + 1 == end or scene.items[index + 1].known >= 0:
        return False
    known, follower = scene.known[scene.items[index].known], scene.items[index + 1]
    spelling = scene.folded[known.start : known.end]
    if spelling not in scene.names.given_names or known.use == "adjective":
        return False
    if _breaks_name(scene, follower) or follower.text in scene.names.heads:
        return False
    if known.entity_type == "PERSON":
        return True
    stop = index + 1
    while stop < end and scene.items[stop].known < 0 and not _breaks_name(scene, scene.items[stop]):
        stop += 1
    words = [spelling, *(item.text for item in scene.items[index + 1 : stop])]
    last = scene.items[stop - 1].end
    return is_person(make_candidate(scene, known.start, last, words, titled=titled))


def _is_noun(scene: Scene, index: int) -> bool:
    """Whether a word that is no name elsewhere may be a surname: "Gov. Ned Deal"."""
    item, names = scene.items[index], scene.names
    plain = item.text in names.plain and item.text not in names.openers
    return item.known < 0 and plain and item.text not in names.title_words


def _breaks_name(scene: Scene, item: Item) -> bool:
    return item.text in scene.names.title_words or item.text in scene.names.plain


def _classify(scene: Scene, begin: int, end: int, titled: bool) -> Found | None:
    """Return the name that the words items[begin:end] make, or nothing if they make none."""
    start, stop = scene.items[begin].start, scene.items[end - 1].end
    words = [item.text or scene.folded[item.start : item.end] for item in scene.items[begin:end]]
    decided = decide(make_candidate(scene, start, stop, words, titled=titled))
    return new_name(scene, start, stop, decided) if decided else None
