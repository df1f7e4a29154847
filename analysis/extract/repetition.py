"""Names that an article mentions again: shortened, by their acronym, or in a list beside others."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from .found import Found
from .linking import NEW
from .name_words import Item, Scene, in_title_case, is_plain, new_name, opens_sentence
from .spellings import last_name

_BRACKET = re.compile(r"\s?\((?:the |or |known as |also known as )?\"?([A-Z][A-Za-z&/-]{1,9})\"?(?=[),;])")
_LIST = (", ", " and ", ", and ", " or ", ", or ")
_LIST_ENDS = (", ", " and ", " or ")
_IN_TIME = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Ee]ach|[Ee]very|"
    r"(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|month|day|week|night) of)[ -]|\d(?:st|nd|rd|th)?(?: of)? )\Z"
)
_DAY_OF_MONTH = re.compile(r",? \d")
_DEFINITE = re.compile(r"\b[Tt]he (?:[\w-]+-based )?\Z")
_BODIES = ("ORG", "ARMED_GROUP", "MEDIA", "AGREEMENT", "PROCESS")
_NOT_REPEATED = ("COUNTRY", "NORP")
_LISTED = ("PLACE", "ARMED_GROUP")


def find_acronyms(folded: str, names: Sequence[Found]) -> list[Found]:
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


def merge(known: Sequence[Found], new: Sequence[Found]) -> list[Found]:
    """Return both in order; a new name takes the place of the known ones that it holds."""
    names: list[Found] = []
    start = end = -1
    for name in sorted([*known, *new], key=itemgetter(0)):
        if name.start >= end:
            names.append(name)
        elif name.start == start and name.end > end:
            names[-1] = name
        else:
            continue
        start, end = name.start, name.end
    return names


def repeat(scene: Scene, names: list[Found]) -> list[Found]:
    """Return the names with those added that repeat one of them, a surname alone included."""
    by_word = _texts_by_word(_names_by_text(scene, names))
    heads = scene.names.heads
    free = _free([item for item in scene.items if item.text in by_word or item.text in heads], names)
    added: list[Found] = []
    for item in free:
        if added and item.start < added[-1].end:
            continue
        if item.text in scene.names.calendar and _is_date(scene.folded, item):
            continue
        same = _same_text(scene, item, by_word)
        if not same and item.text in scene.names.heads:
            same = _by_head(scene, item, names)
        if same and not _opens_plainly(scene, item, same[1]):
            text, name = same
            end = item.start + len(text)
            added.append(name._replace(start=item.start, end=end, rule="propagated", confidence="likely"))
    return merge(names, added) if added else names


def _opens_plainly(scene: Scene, item: Item, name: Found) -> bool:
    """Whether the word for an organ may only open a sentence: "Police closed the road"."""
    organ = name.rule.split("-")[0] == "organ" and item.text in scene.names.plain
    return organ and opens_sentence(scene, item.start)


def _is_date(folded: str, item: Item) -> bool:
    """Whether a month that is a surname too is the month: "in May", "May 4"."""
    if _DAY_OF_MONTH.match(folded, item.end):
        return True
    return _IN_TIME.search(folded, max(0, item.start - 16), item.start) is not None


def _same_text(
    scene: Scene, item: Item, by_word: Mapping[str, list[tuple[str, Found]]]
) -> tuple[str, Found] | None:
    for text, name in by_word.get(item.text, ()):
        end = item.start + len(text)
        if scene.folded.startswith(text, item.start) and not scene.folded[end : end + 1].isalnum():
            return text, name
    return None


def _texts_by_word(by_text: Mapping[str, Found]) -> dict[str, list[tuple[str, Found]]]:
    """Return the texts, longest first, by their first word."""
    by_word: dict[str, list[tuple[str, Found]]] = {}
    for text, name in by_text.items():
        by_word.setdefault(text.split(" ", 1)[0], []).append((text, name))
    for texts in by_word.values():
        if len(texts) > 1:
            texts.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return by_word


def _names_by_text(scene: Scene, names: Sequence[Found]) -> dict[str, Found]:
    by_text: dict[str, Found] = {}
    for name in names:
        entity_type = name.entity_type
        if entity_type in _NOT_REPEATED or name.rule == "capital-as-place":
            continue
        text = scene.folded[name.start : name.end]
        if len(text) < 3:
            continue
        if entity_type == "PERSON" and len(last := last_name(text)) > 2:
            by_text.setdefault(last, name)
            first = text.split(" ")[0]
            if name.entity_id.startswith(NEW) and first in scene.names.given_names:
                by_text.setdefault(first, name)
        if entity_type == "ARMED_GROUP" and " " in text:
            first = text.split(" ")[0]
            if first in scene.names.prefixes:
                by_text.setdefault(first, name)
        by_text.setdefault(text, name)
    return by_text


def _free(items: Iterable[Item], names: Sequence[Found]) -> list[Item]:
    """Return the capitalised words among the items that are part of no name."""
    free = []
    following = iter(names)
    name = next(following, None)
    for item in items:
        if item.known >= 0:
            continue
        while name and name.end <= item.start:
            name = next(following, None)
        if not name or name.start >= item.end:
            free.append(item)
    return free


def _by_head(scene: Scene, item: Item, names: Sequence[Found]) -> tuple[str, Found] | None:
    """Return the last name before that holds a head noun again: "the Observatory"."""
    folded = scene.folded
    if not _DEFINITE.search(folded, max(0, item.start - 30), item.start):
        return None
    if in_title_case(scene, item.start) or folded[item.end : item.end + 4] in (" of ", " for"):
        return None
    index = bisect_left(names, (item.start,))
    for name in reversed(names[:index]):
        text = folded[name.start : name.end]
        if name.entity_type in _BODIES and " " in text and item.text in text.split():
            return item.text, name
    return None


def add_listed(scene: Scene, names: list[Found]) -> list[Found]:
    """Return the names with single words added that "and" or a comma joins to a name."""
    if not any(name.entity_type in _LISTED for name in names):
        return names
    folded = scene.folded
    beside = [
        item
        for item in scene.items
        if folded.startswith(_LIST, item.end) or folded.endswith(_LIST_ENDS, 0, item.start)
    ]
    added: list[Found] = []
    for item in _free(beside, names):
        index = bisect_left(names, (item.start,))
        near = [*added[-1:], *names[max(0, index - 1) : index + 1]]
        entity_type = next((name.entity_type for name in near if _listed(scene, item, name)), "")
        if entity_type and _may_be_name(scene, item):
            added.append(new_name(scene, item.start, item.end, (entity_type, "in-a-list", "guess")))
    return sorted([*names, *added]) if added else names


def _may_be_name(scene: Scene, item: Item) -> bool:
    if item.text in scene.names.title_words or in_title_case(scene, item.start):
        return False
    return not is_plain(scene, item)


def _listed(scene: Scene, item: Item, name: Found) -> bool:
    if name.entity_type not in _LISTED:
        return False
    gap = scene.folded[name.end : item.start] or scene.folded[item.end : name.start]
    return gap in _LIST


def prefer_named_in_full(folded: str, names: list[Found]) -> list[Found]:
    """Return the names; a surname alone is that of the person whom the article has named in full.

    Otherwise it stays that of the best known bearer.
    """
    texts = [folded[name.start : name.end] if name.entity_type == "PERSON" else "" for name in names]
    in_full = {name.entity_id for name, text in zip(names, texts, strict=True) if " " in text}
    bearers: dict[str, str] = {}
    preferred = []
    for name, text in zip(names, texts, strict=True):
        surname = last_name(text).split("-")[-1] if text else ""
        if " " in text:
            bearers[surname] = name.entity_id
        elif name.entity_id not in in_full and surname in bearers:
            name = name._replace(entity_id=bearers[surname], rule="propagated", confidence="likely")
        preferred.append(name)
    return preferred
