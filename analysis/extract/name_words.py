"""What the rules for unknown names see of an article: its capitalised words and known names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..knowledge import Knowledge
from ..knowledge.names import Names
from ..pieces import Pieces, keep_last
from .capitalised import capitalised_words
from .found import Found
from .linking import NEW, kebab_case
from .surroundings import Surroundings, read_surroundings

_SYLLABLE = re.compile(r"-((?:[bcdfghjklmnpqrstwxyz]{0,2})[aeiou]{1,3}(?:ng|[nkmhptlwy])?)(?![\w-])")
_CAPITAL_NEXT = re.compile(r" [A-Z]")
_ANY_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(slots=True)
class Item:
    """A capitalised word, or a known name (then with its index)."""

    start: int
    end: int
    text: str
    known: int  # index in the known names, -1 for a word
    idle: bool  # a title or a plain word, which is no name where it stands by itself


@dataclass(slots=True)
class Scene:
    """What the rules see of one article."""

    folded: str
    known: Sequence[Found]
    items: list[Item]
    sentence_starts: frozenset[int]
    title_case: list[tuple[int, int]]  # headlines with capitals on most words
    knowledge: Knowledge
    names: Names  # those of the knowledge, which every rule asks for
    surroundings: Surroundings


@keep_last
def list_gaps(particles: frozenset[str]) -> frozenset[str]:
    """Return what may stand between two words of one name."""
    return frozenset((" ", *(f" {particle} " for particle in particles)))


def make_scene(
    folded: str,
    pieces: Pieces,
    known: Sequence[Found],
    *,
    sentences: Sequence[tuple[int, int]],
    headlines: Sequence[tuple[int, int]],
    knowledge: Knowledge,
) -> Scene:
    """Return what the rules need to know of an article."""
    return Scene(
        folded,
        known,
        _list_items(folded, pieces, known, knowledge.names),
        _sentence_starts(folded, sentences),
        _title_case(folded, headlines),
        knowledge,
        knowledge.names,
        read_surroundings(knowledge),
    )


def _list_items(folded: str, pieces: Pieces, known: Sequence[Found], names: Names) -> list[Item]:
    items: list[Item] = []
    bounds = [(name.start, name.end) for name in known]
    bounds.append((len(folded) + 1, len(folded) + 1))
    index, taken_until = 0, 0
    bound = bounds[0][0]
    for at, words in pieces.find(capitalised_words(names)):
        for start, text, idle, loose in words:
            start += at
            while bound <= start:
                items.append(Item(*bounds[index], "", index, False))
                taken_until = bounds[index][1]
                index += 1
                bound = bounds[index][0]
            if start < taken_until:
                continue
            end = start + len(text)
            if loose or end > bound:
                text = _read_closely(folded, (start, bound), text, items, names)
                idle, end = False, start + len(text)
            if text:
                items.append(Item(start, end, text, -1, idle))
    items += [Item(name.start, name.end, "", i, False) for i, name in enumerate(known[index:], index)]
    return items


def _read_closely(folded: str, room: tuple[int, int], text: str, items: Sequence[Item], names: Names) -> str:
    """Return a word that a known name may cut, or that the text after it decides on; empty for none."""
    start, bound = room
    if text[0].isdecimal() and not _CAPITAL_NEXT.match(folded, start + len(text)):
        return ""
    text = text[: bound - start].rstrip("-/& ")
    end = start + len(text)
    return text + _second_syllable(folded, end, items, names) if folded.startswith("-", end) else text


def _second_syllable(folded: str, end: int, items: Sequence[Item], names: Names) -> str:
    """Return what a hyphen adds to a given name after a family name: "-hung" of "Leung Kwok-hung"."""
    syllable = _SYLLABLE.match(folded, end)
    if not syllable or not items or syllable.group(1) in names.capital_cues["adjunct"]:
        return ""
    family = items[-1].end < end and re.fullmatch(r" [A-Z][a-z]+", folded[items[-1].end : end])
    return syllable.group() if family else ""


def _sentence_starts(folded: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    starts = set()
    for start, end in sentences:
        position = start
        while position < end and not folded[position].isalnum():
            position += 1
        starts.add(position)
    return frozenset(starts)


def _title_case(folded: str, headlines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    cased = []
    for start, end in headlines:
        words = [word for word in _ANY_WORD.findall(folded[start:end]) if len(word) > 3]
        if len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words):
            cased.append((start, end))
    return cased


def in_title_case(scene: Scene, position: int) -> bool:
    """Whether a word stands in a headline where capitals make no name."""
    return bool(scene.title_case) and any(start <= position < end for start, end in scene.title_case)


def opens_sentence(scene: Scene, position: int) -> bool:
    """Whether a capital at `position` may only be that of a sentence, a quotation or an item."""
    if position in scene.sentence_starts:
        return True
    left = scene.folded[max(0, position - 3) : position].rstrip(" ")
    return not left or left[-1] in '":!?\n([-'


def is_plain(scene: Scene, item: Item) -> bool:
    """Whether a capitalised word is no name, or only opens its sentence."""
    names = scene.names
    if item.text in names.plain and item.text not in names.given_names:
        return True
    return (
        opens_sentence(scene, item.start)
        and item.text not in names.given_names
        and (
            item.text.endswith(("ing", "ed", "ly"))
            or item.text.lower() in names.roles
            or f" {item.text.lower()} " in scene.folded
        )
    )


def new_name(scene: Scene, start: int, stop: int, decided: tuple[str, str, str]) -> Found:
    """Return a name that no list holds; `decided` is its type, the rule and the confidence."""
    entity_type, rule, confidence = decided
    entity_id = NEW + kebab_case(scene.folded[start:stop])
    return Found(start, stop, entity_id, entity_type, "name", rule, confidence)
