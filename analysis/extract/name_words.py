"""What the rules for unknown names see of an article: its capitalised words and known names."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import Knowledge
from ..knowledge.names import Names
from .found import Found
from .linking import NEW, kebab_case

_SYLLABLE = re.compile(r"-((?:[bcdfghjklmnpqrstwxyz]{0,2})[aeiou]{1,3}(?:ng|[nkmhptlwy])?)(?![\w-])")
_HYPHEN = re.compile(r"-[A-Z]")
_ANY_WORD = re.compile(r"[A-Za-z]{2,}")


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
    title_case: list[tuple[int, int]]  # headlines with capitals on most words
    knowledge: Knowledge
    names: Names  # those of the knowledge, which every rule asks for


@lru_cache(maxsize=8)
def _word_patterns(
    particles: frozenset[str], titles: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds words with a capital or a number first, and words with an article first.

    What comes first in them is a set of characters: a search leaps from one to the next.
    """
    article = "|".join(sorted(particle for particle in particles if len(particle) < 4))
    ends = sorted((title[0], re.escape(title[1:])) for title in titles if title.endswith("."))
    short = "".join(f"(?<={first}){rest}|" for first, rest in ends)
    rest = r"\w*(?:'(?!s\b)[A-Za-z]\w*)?"
    part = rf"[A-Z]{rest}"
    capitalised = re.compile(
        rf"[A-Z\d](?<![\w.@/-].)(?:{short}"
        r"(?<=[A-Z])\.(?:[A-Z]\.)*(?![a-z])"
        r"|(?<=[A-Z])[\w-]{2,}(?:\.[A-Z]{2,3}|(?:\.[a-z]{2,4}){1,2})(?![\w.])"
        rf"|(?<=[A-Z]){rest}(?:[-&/](?:(?:{article})-)?{part}|-\d+)*"
        r"|(?<=\d)\d*(?:st|nd|rd|th)(?= [A-Z]))"
    )
    return capitalised, re.compile(rf"(?<![\w.@/-])(?:(?:{article})-)+{part}(?:-{part})*")


@lru_cache(maxsize=8)
def list_gaps(particles: frozenset[str]) -> frozenset[str]:
    """Return what may stand between two words of one name."""
    return frozenset((" ", *(f" {particle} " for particle in particles)))


def make_scene(
    folded: str,
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
        _list_items(folded, known, knowledge.names),
        _sentence_starts(folded, sentences),
        _title_case(folded, headlines),
        knowledge,
        knowledge.names,
    )


def _list_items(folded: str, known: Sequence[Found], names: Names) -> list[Item]:
    items: list[Item] = []
    bounds = [(name.start, name.end) for name in known]
    bounds.append((len(folded) + 1, len(folded) + 1))
    index, taken_until = 0, 0
    for start, end in _find_words(folded, names):
        while bounds[index][0] <= start:
            items.append(Item(*bounds[index], "", index))
            taken_until = bounds[index][1]
            index += 1
        if start >= taken_until and not folded.startswith("I'", start):
            text = folded[start : min(end, bounds[index][0])].rstrip("-/& ")
            end = start + len(text)
            if folded.startswith("-", end):
                text += _second_syllable(folded, end, items, names)
            items.append(Item(start, start + len(text), text, -1))
    items += [Item(name.start, name.end, "", i) for i, name in enumerate(known[index:], index)]
    return items


def _find_words(folded: str, names: Names) -> list[tuple[int, int]]:
    """Return where capitalised words stand, an article in lower case before one included."""
    capitalised, articled = _word_patterns(names.particles, names.title_words)
    words = [word.span() for word in capitalised.finditer(folded)]
    hyphens = [hyphen.start() for hyphen in _HYPHEN.finditer(folded)]
    with_article = [word.span() for at in hyphens if (word := articled.match(folded, _run_start(folded, at)))]
    if not with_article:
        return words
    apart: list[tuple[int, int]] = []
    for start, end in sorted([*words, *with_article]):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _run_start(folded: str, position: int) -> int:
    """Return where the letters in lower case and hyphens before a position begin."""
    while position and (folded[position - 1].islower() or folded[position - 1] == "-"):
        position -= 1
    return position


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
    return any(start <= position < end for start, end in scene.title_case)


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
