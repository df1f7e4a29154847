"""Names that the knowledge base does not hold, found by how news texts introduce names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import Knowledge
from ..knowledge.names import Names
from .found import Found, words_after, words_before
from .linking import NEW, kebab_case
from .spellings import last_name

_OF = re.compile(r" (?:of|for|on|against) (?:the )?\Z")
_AND = re.compile(r" and (?:the )?\Z")
_AGE = re.compile(r",? (?:aged )?[1-9]\d\b")
_APPOSITION = re.compile(
    r", (?:(?:an?|the|his|her|its|their|who was|who is) ((?:[\w'-]+ ){0,5}[\w-]+)|([a-z-]+)\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}[a-z]?\Z")
_BRACKET = re.compile(r"\s?\((?:the |or |known as |also known as )?\"?([A-Z][A-Za-z&/-]{1,9})\"?(?=[),;])")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.)+\Z")
_LOWER_WORD = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w'-])")
_ANY_WORD = re.compile(r"[A-Za-z]{2,}")
_SPOKEN = ("present", "past")
_LIST = re.compile(r"(?:,? and|,? or|,) \Z")
_DEFINITE = re.compile(r"\b[Tt]he (?:[\w-]+-based )?\Z")
_BODIES = ("ORG", "ARMED_GROUP", "MEDIA", "AGREEMENT", "PROCESS")
_LISTED = ("PLACE", "ARMED_GROUP")


class Item(NamedTuple):
    """A capitalised word, or a known name (then with its index)."""

    start: int
    end: int
    text: str
    known: int  # index in the known names, -1 for a word


class Scene(NamedTuple):
    """What the rules see of one article."""

    folded: str
    known: Sequence[Found]
    items: list[Item]
    sentence_starts: frozenset[int]
    title_cased: Callable[[int], bool]
    knowledge: Knowledge

    @property
    def names(self) -> Names:
        return self.knowledge.names


@lru_cache(maxsize=8)
def _word_pattern(particles: frozenset[str], titles: frozenset[str]) -> re.Pattern[str]:
    article = "|".join(sorted(particle for particle in particles if len(particle) < 4))
    short = "|".join(sorted(re.escape(title) for title in titles if title.endswith(".")))
    part = r"[A-Z]\w*(?:'(?!s\b)[A-Za-z]\w*)?"
    return re.compile(
        rf"(?<![\w.@/-])(?:{short}"
        r"|(?:[A-Z]\.)+(?![a-z])"
        rf"|(?:(?:{article})-)+{part}(?:-{part})*"
        rf"|{part}(?:[-&/](?:(?:{article})-)?{part}|-\d+)*"
        r"|\d+(?:st|nd|rd|th)(?= [A-Z]))"
    )


@lru_cache(maxsize=8)
def _gap_pattern(particles: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf" (?:(?:{'|'.join(sorted(particles))}) )?\Z")


def find_unknown_names(
    folded: str,
    known: Sequence[Found],
    *,
    sentences: Sequence[tuple[int, int]],
    headlines: Sequence[tuple[int, int]],
    knowledge: Knowledge,
) -> list[Found]:
    """Return known and unknown names together, in order, none overlapping another."""
    items = _list_items(folded, known, knowledge.names)
    scene = Scene(
        folded,
        known,
        items,
        _sentence_starts(folded, sentences),
        _title_case_test(folded, headlines),
        knowledge,
    )
    new = _scan(scene)
    names = _merge(known, [name for name in new if name.confidence != "guess"])
    names = _repeat(scene, _merge(_bracketed(folded, names), names))
    guesses = _plausible(scene, [name for name in new if name.confidence == "guess"])
    if guesses:
        names = _repeat(scene, _merge(names, guesses))
    return _add_listed(scene, names)


def _plausible(scene: Scene, guesses: list[Found]) -> list[Found]:
    """Return the guesses without places that mostly stand where no place would."""
    placed = Counter(name.entity_id for name in guesses if name.rule == "preposition")
    if not placed:
        return guesses
    seen = Counter(NEW + kebab_case(item.text) for item in scene.items if item.known < 0)
    return [
        name
        for name in guesses
        if name.rule != "preposition" or placed[name.entity_id] * 3 >= seen[name.entity_id]
    ]


def _list_items(folded: str, known: Sequence[Found], names: Names) -> list[Item]:
    items = []
    pattern = _word_pattern(names.particles, names.title_words)
    index, n_known = 0, len(known)
    for word in pattern.finditer(folded):
        start = word.start()
        while index < n_known and known[index].start <= start:
            items.append(Item(known[index].start, known[index].end, "", index))
            index += 1
        if (not index or start >= known[index - 1].end) and not word.group().startswith("I'"):
            end = word.end() if index >= n_known else min(word.end(), known[index].start)
            text = folded[start:end].rstrip("-/& ")
            items.append(Item(start, start + len(text), text, -1))
    items += [Item(known[i].start, known[i].end, "", i) for i in range(index, n_known)]
    return items


def _sentence_starts(folded: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    starts = set()
    for start, end in sentences:
        position = start
        while position < end and not folded[position].isalnum():
            position += 1
        starts.add(position)
    return frozenset(starts)


def _title_case_test(folded: str, headlines: Sequence[tuple[int, int]]) -> Callable[[int], bool]:
    cased = []
    for start, end in headlines:
        words = [word for word in _ANY_WORD.findall(folded[start:end]) if len(word) > 3]
        if len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words):
            cased.append((start, end))
    return lambda position: any(start <= position < end for start, end in cased)


def _opens_sentence(scene: Scene, position: int) -> bool:
    if position in scene.sentence_starts:
        return True
    left = scene.folded[max(0, position - 3) : position].rstrip(" ")
    return not left or left[-1] in '":!?\n([-'


def _scan(scene: Scene) -> list[Found]:
    """Return what the words outside known names name, one run of neighbours after the other."""
    gap = _gap_pattern(scene.names.particles)
    items, found = scene.items, []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and gap.match(scene.folded[items[end - 1].end : items[end].start]):
            end += 1
        if any(item.known < 0 for item in items[index:end]):
            if scene.title_cased(items[index].start):
                pass
            else:
                end = _read_run(scene, index, end, found)
        index = end
    return found


def _read_run(scene: Scene, begin: int, end: int, found: list[Found]) -> int:
    """Add the names of the run items[begin:end]; return where reading goes on."""
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


def _last_head(scene: Scene, begin: int, end: int) -> int | None:
    for index in range(end - 1, begin - 1, -1):
        if scene.items[index].known < 0 and scene.items[index].text in scene.names.heads:
            return index
    return None


def _grow(scene: Scene, begin: int, head: int, end: int) -> tuple[int, int, Found | None]:
    """Return the items and the name that the head noun at `head` is part of."""
    items, names = scene.items, scene.names
    start = head
    while start > begin and _may_precede_head(scene, start - 1):
        start -= 1
    while start < head and items[start].known < 0 and items[start].text in names.openers:
        start += 1
    stop = head + 1
    if stop == end:
        stop = _grow_right(scene, stop)
    words = [item.text for item in items[start:stop] if item.known < 0]
    specific = len(words) > 1 or stop - start > 1
    if not specific or (
        all(word in names.plain and word not in names.heads for word in words[:-1])
        and (stop - start == len(words) and stop == head + 1 and _opens_sentence(scene, items[start].start))
    ):
        return begin, end, None
    if stop - start == 2 and stop == head + 1 and items[start].text in names.given_names:
        return begin, end, None
    entity_type, rule = _head_type(scene, start, head, stop), "organisation-head"
    if entity_type in ("PLACE", "AGREEMENT", "PROCESS"):
        rule = f"{entity_type.lower()}-head"
    name = _new_name(scene, items[start].start, items[stop - 1].end, (entity_type, rule, "likely"))
    if entity_type == "PLACE" and stop - start == 2 and items[start].known >= 0:
        name = name._replace(entity_id=scene.known[items[start].known].entity_id)
    return start, stop, name


def _may_precede_head(scene: Scene, index: int) -> bool:
    item, names = scene.items[index], scene.names
    if item.known >= 0:
        return scene.known[item.known].entity_type in ("NORP", "COUNTRY", "PLACE", "ORG", "ZONE")
    if item.text in names.openers and item.text not in names.heads:
        return False
    return item.text not in names.title_words or item.text in names.plain


def _grow_right(scene: Scene, stop: int) -> int:
    """Return the end of a name that goes on with "of X", "for the X and Y"."""
    items, folded = scene.items, scene.folded
    pattern = _gap_pattern(scene.names.particles)
    linked = False
    while stop < len(items):
        gap = folded[items[stop - 1].end : items[stop].start]
        joined = linked and items[stop - 1].known < 0 and items[stop].known < 0 and _AND.match(gap)
        if _OF.match(gap) or (joined and items[stop].text not in scene.names.heads):
            if not _may_follow(scene, stop):
                break
            linked = True
            stop += 1
            while (
                stop < len(items)
                and pattern.match(folded[items[stop - 1].end : items[stop].start])
                and _may_follow(scene, stop)
            ):
                stop += 1
            continue
        break
    return stop


def _may_follow(scene: Scene, index: int) -> bool:
    item = scene.items[index]
    if item.known >= 0:
        return scene.known[item.known].entity_type in ("NORP", "COUNTRY", "PLACE", "ORG")
    names = scene.names
    return not any(item.text in words for words in (names.openers, names.title_words, names.given_names))


def _head_type(scene: Scene, start: int, head: int, stop: int) -> str:
    names, items = scene.names, scene.items
    words = [item.text for item in items[start:head]]
    pair = " ".join(item.text for item in items[max(start, head - 1) : head + 1])
    entity_type = names.heads.get(pair) or names.heads[items[head].text]
    if entity_type == "ARMED_GROUP" and any(
        word in names.unit_words or _ORDINAL.match(word) for word in words
    ):
        return "ORG"
    if entity_type == "ARMED_GROUP" and stop - start == 2 and items[start].known >= 0:
        return "ORG"  # the forces of a state
    return entity_type


def _bracketed(folded: str, names: Sequence[Found]) -> list[Found]:
    """Return the acronyms that follow a name in brackets."""
    found = []
    for name in names:
        if name.entity_type not in _BODIES or folded[name.end : name.end + 2] not in (" (", "("):
            continue
        bracket = _BRACKET.match(folded, name.end)
        if bracket and any(letter.isupper() for letter in bracket.group(1)[1:]):
            start, end = bracket.span(1)
            found.append(name._replace(start=start, end=end, rule="acronym", confidence="likely"))
    return found


def _read_words(scene: Scene, begin: int, end: int, found: list[Found]) -> None:
    """Add the names in items[begin:end], cut at known names, titles and plain words."""
    titled = False
    index = begin
    while index < end:
        item = scene.items[index]
        if item.known >= 0 and not _is_given_name(scene, index, end):
            titled = False
            index += 1
            continue
        if item.known < 0 and item.text in scene.names.title_words:
            titled = item.text in scene.names.title_ends
            index += 1
            continue
        if item.known < 0 and _is_plain(scene, item):
            titled = titled and item.text not in scene.names.openers
            index += 1
            continue
        stop = index + 1
        while stop < end and scene.items[stop].known < 0 and not _breaks_name(scene, scene.items[stop]):
            stop += 1
        if stop < end and _is_surname(scene, index, stop):
            stop += 1
            start, last = scene.items[index].start, scene.items[stop - 1].end
            found.append(_new_name(scene, start, last, ("PERSON", "given-name", "likely")))
        elif name := _classify(scene, index, stop, titled):
            found.append(name)
        titled = False
        index = stop


def _is_surname(scene: Scene, begin: int, index: int) -> bool:
    """Whether the known name at `index` is the surname of the given name before it."""
    known = scene.known[scene.items[index].known]
    if " " in scene.folded[known.start : known.end] or known.use != "name":
        return False
    if scene.items[begin].text in scene.names.given_names:
        return known.entity_type in ("PERSON", "COUNTRY")
    alone = index == begin + 1 and not _opens_sentence(scene, scene.items[begin].start)
    return alone and known.entity_type == "PERSON"


def _is_given_name(scene: Scene, index: int, end: int) -> bool:
    """Whether a known name is here the given name of somebody unknown: `Abbas` of `Abbas Vesk`."""
    if index + 1 == end or scene.items[index + 1].known >= 0:
        return False
    known, follower = scene.known[scene.items[index].known], scene.items[index + 1]
    spelling = scene.folded[known.start : known.end]
    if spelling not in scene.names.given_names or known.entity_type not in ("PERSON", "PLACE"):
        return False
    return not _breaks_name(scene, follower) and follower.text not in scene.names.heads


def _is_plain(scene: Scene, item: Item) -> bool:
    names = scene.names
    if item.text in names.plain and item.text not in names.given_names:
        return True
    return (
        _opens_sentence(scene, item.start)
        and item.text not in names.given_names
        and (item.text.endswith(("ing", "ed", "ly")) or _in_lower_case(scene, item.text))
    )


def _in_lower_case(scene: Scene, word: str) -> bool:
    return f" {word.lower()} " in scene.folded


def _breaks_name(scene: Scene, item: Item) -> bool:
    return item.text in scene.names.title_words or item.text in scene.names.plain


def _classify(scene: Scene, begin: int, end: int, titled: bool) -> Found | None:
    """Return the name that the words items[begin:end] make, or nothing if they make none."""
    start, stop = scene.items[begin].start, scene.items[end - 1].end
    words = [scene.folded[item.start : item.end] for item in scene.items[begin:end]]
    decided = _decide(scene, start, stop, words, titled)
    return _new_name(scene, start, stop, decided) if decided else None


def _new_name(scene: Scene, start: int, stop: int, decided: tuple[str, str, str]) -> Found:
    entity_type, rule, confidence = decided
    entity_id = NEW + kebab_case(scene.folded[start:stop])
    return Found(start, stop, entity_id, entity_type, "name", rule, confidence)


def _decide(
    scene: Scene, start: int, stop: int, words: list[str], titled: bool
) -> tuple[str, str, str] | None:
    names, folded = scene.names, scene.folded
    left, right = words_before(folded, start), words_after(folded, stop)
    before = left[-1] if left else ""
    several = len(words) > 1
    person = words[0] in names.given_names or bool(_INITIAL.match(words[0]))
    if _INITIAL.match(words[-1]) and not several:
        return None
    if several and names.prefixes.get(words[0]) == "ARMED_GROUP":
        return "ARMED_GROUP", "group-prefix", "likely"
    if titled:
        return "PERSON", "title", "likely"
    if _cued(names.media_cues, left, folded, stop):
        return "MEDIA", "media-cue", "likely"
    if not person and _cued(names.group_cues, left, folded, stop):
        return "ARMED_GROUP", "group-cue", "likely"
    comma = "," in folded[max(0, start - 2) : start]
    if comma:
        before = ""
    if _placed(names, left, right, folded[stop : stop + 1], comma=comma):
        return "PLACE", "place-cue", "likely"
    if before in names.roles and (several or person):
        return "PERSON", "role-before", "likely"
    if several and names.prefixes.get(words[0]) == "PERSON":
        return "PERSON", "name-prefix", "likely"
    if several and names.prefixes.get(words[0]) == "PLACE" and not person:
        return "PLACE", "place-prefix", "likely"
    if _AGE.match(folded, stop) and not words[-1].isupper():
        return "PERSON", "age", "likely"
    if several and person:
        return "PERSON", "given-name", "likely"
    if noun := _apposed(names, folded, stop):
        if noun in names.roles:
            return "PERSON", "apposition", "likely"
        if noun in names.place_cues["of"]:
            return "PLACE", "apposition", "likely"
    if _ACRONYM.match(words[-1]) and not several:
        return (
            None if _opens_sentence(scene, start) and len(words[0]) < 3 else ("ORG", "acronym-alone", "guess")
        )
    bare = not several and not person and _opens_sentence(scene, start)
    if not bare and _speaks(scene, left, right, folded[stop : stop + 2]):
        return "PERSON", "subject-of-cue", "likely" if several else "guess"
    if before in names.place_cues["preposition"] and len(words) < 4:
        return "PLACE", "preposition", "guess"
    moves = before == "to" and names.place_cues["to"].intersection(left[-4:-1])
    if (moves or before == "from") and not several and not words[0].isupper():
        return "PLACE", "preposition", "guess"
    if person and not _opens_sentence(scene, start):
        return "PERSON", "given-name", "guess"
    if 1 < len(words) < 4 and not _opens_sentence(scene, start):
        return "PERSON", "two-capitals", "guess"
    return None


def _cued(cues: Mapping[str, frozenset[str]], left: list[str], folded: str, stop: int) -> bool:
    """Whether a noun before or after a name tells what it is."""
    if _cue_pattern(cues["after"]).match(folded, stop):
        return True
    return any(" ".join(left[-length:]) in cues["before"] for length in (1, 2))


@lru_cache(maxsize=8)
def _cue_pattern(cues: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\"? (?:{'|'.join(sorted(cues))})\b")


def _placed(names: Names, left: list[str], right: list[str], next_letter: str, *, comma: bool) -> bool:
    cues = names.place_cues
    words = [word for word in left[-3:] if word != "the"]
    if not comma and words[-1:] and words[-1] in cues["before"]:
        return True
    if len(words) > 1 and words[-1] == "of" and words[-2] in cues["of"]:
        return True
    return bool(right) and next_letter in " -" and right[0] in cues["after"]


def _apposed(names: Names, folded: str, stop: int) -> str:
    """Return the role or the kind of place that a name is said to be right after it."""
    apposition = _APPOSITION.match(folded, stop)
    if not apposition:
        return ""
    if bare := apposition.group(2):
        return bare if bare in names.roles else ""
    words = apposition.group(1).split(" ")
    return next((word for word in words if word in names.roles or word in names.place_cues["of"]), "")


def _speaks(scene: Scene, left: list[str], right: list[str], gap: str) -> bool:
    forms = scene.knowledge.cues.forms
    verb = right[0] if right and gap[:1] == " " else ""
    after = any(form.verb.kind == "speech" and form.shape in _SPOKEN for form in forms.get(verb, ()))
    return after or left[-1:] in (["said"], ["says"]) or left[-2:] == ["according", "to"]


def _merge(known: Sequence[Found], new: Sequence[Found]) -> list[Found]:
    """Return both in order; a new name takes the place of the known ones that it holds."""
    names: list[Found] = []
    for name in sorted([*known, *new], key=lambda name: (name.start, -name.end)):
        if names and name.start < names[-1].end:
            continue
        names.append(name)
    return names


def _repeat(scene: Scene, names: list[Found]) -> list[Found]:
    """Return the names with those added that repeat one of them, a surname alone included."""
    free = _free_items(scene, names)
    by_word = _texts_by_word(_names_by_text(scene, names)) if free else {}
    added: list[Found] = []
    for item in free:
        if added and item.start < added[-1].end:
            continue
        same = next(
            (
                (text, name)
                for text, name in by_word.get(item.text.split(" ")[0], ())
                if scene.folded.startswith(text, item.start)
                and not scene.folded[item.start + len(text) : item.start + len(text) + 1].isalnum()
            ),
            None,
        ) or _by_head(scene, item, names)
        if same:
            text, name = same
            added.append(
                name._replace(
                    start=item.start, end=item.start + len(text), rule="propagated", confidence="likely"
                )
            )
    return _merge(names, added) if added else names


def _texts_by_word(by_text: Mapping[str, Found]) -> dict[str, list[tuple[str, Found]]]:
    """Return the texts, longest first, by their first word."""
    by_word: dict[str, list[tuple[str, Found]]] = {}
    for text in sorted(by_text, key=lambda text: (-len(text), text)):
        by_word.setdefault(text.split(" ")[0], []).append((text, by_text[text]))
    return by_word


def _names_by_text(scene: Scene, names: Sequence[Found]) -> dict[str, Found]:
    by_text: dict[str, Found] = {}
    for name in names:
        text = scene.folded[name.start : name.end]
        if name.rule == "capital-as-place" or len(text) < 3:
            continue
        if name.entity_type == "PERSON" and len(last_name(text)) > 2:
            by_text.setdefault(last_name(text), name)
            first = text.split(" ")[0]
            if name.entity_id.startswith(NEW) and first in scene.names.given_names:
                by_text.setdefault(first, name)
        if name.entity_type == "ARMED_GROUP" and " " in text:
            first = text.split(" ")[0]
            if first in scene.names.prefixes:
                by_text.setdefault(first, name)
        if name.entity_type not in ("COUNTRY", "NORP"):
            by_text.setdefault(text, name)
    return by_text


def _free_items(scene: Scene, names: Sequence[Found]) -> list[Item]:
    """Return the capitalised words that are part of no name."""
    free, index = [], 0
    for item in scene.items:
        if item.known >= 0:
            continue
        while index < len(names) and names[index].end <= item.start:
            index += 1
        if index == len(names) or names[index].start >= item.end:
            free.append(item)
    return free


def _by_head(scene: Scene, item: Item, names: Sequence[Found]) -> tuple[str, Found] | None:
    """Return the last name before that ends or begins with a head noun: "the Observatory"."""
    folded = scene.folded
    if item.text not in scene.names.heads or not _DEFINITE.search(
        folded, max(0, item.start - 30), item.start
    ):
        return None
    if scene.title_cased(item.start) or folded[item.end : item.end + 4] in (" of ", " for"):
        return None
    index = bisect_left(names, (item.start,))
    for name in reversed(names[:index]):
        text = folded[name.start : name.end]
        if name.entity_type in _BODIES and " " in text and item.text in text.split():
            return item.text, name
    return None


def _add_listed(scene: Scene, names: list[Found]) -> list[Found]:
    """Return the names with single words added that "and" or a comma joins to a name."""
    added: list[Found] = []
    for item in _free_items(scene, names):
        if _is_plain(scene, item) or scene.title_cased(item.start) or item.text in scene.names.title_words:
            continue
        index = bisect_left(names, (item.start,))
        near = [*added[-1:], *names[max(0, index - 1) : index + 1]]
        entity_type = next((name.entity_type for name in near if _listed(scene, item, name)), "")
        if entity_type:
            added.append(_new_name(scene, item.start, item.end, (entity_type, "in-a-list", "guess")))
    return sorted([*names, *added]) if added else names


def _listed(scene: Scene, item: Item, name: Found) -> bool:
    if name.entity_type not in _LISTED:
        return False
    gap = scene.folded[name.end : item.start] or scene.folded[item.end : name.start]
    return bool(_LIST.match(gap))
