"""A name on its way to become a mention."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"\w[\w'-]*")
_BREAK = re.compile(r"[.!?;()\n\"](?:(?<=[()\n])|(?=\s)|(?<=[.!?;])$)")
_NEXT_WORD = re.compile(r"(?:[^\w.!?;()\n\"]|[.!?;](?!\s|\Z)|\"(?!\s))*(\w[\w'-]*)")


class Found(NamedTuple):
    """A span of the folded text and what it names. New entities have a preliminary id."""

    start: int
    end: int
    entity_id: str
    entity_type: str
    use: str
    rule: str
    confidence: str


def words_before(folded: str, position: int, *, width: int = 60) -> list[str]:
    """Return the words before a position, back to the last break of the sentence.

    The first one is in lower case; a capital further on is that of a name.
    """
    left = folded[max(0, position - width) : position]
    begin = 0
    for stop in _BREAK.finditer(left):
        begin = stop.end()
    words = _WORD.findall(left, begin)
    if words:
        words[0] = words[0].lower()
    return words


def words_after(folded: str, position: int, *, width: int = 40) -> list[str]:
    """Return the words after a position, up to the first break of the sentence."""
    right = folded[position : position + width]
    stop = _BREAK.search(right)
    return _WORD.findall(right[: stop.start()] if stop else right)


def word_after(folded: str, position: int, *, width: int = 40) -> str:
    """Return the first of the words after a position, empty if there is none before a break."""
    word = _NEXT_WORD.match(folded, position, position + width)
    return word[1] if word else ""


def longest_first(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the spans that overlap no longer one and, of equal length, no earlier one, in order.

    Of two texts at one place the longer one, which tells more, is kept.
    """
    chosen: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0], -len(span[2]))):
        at = bisect_left(chosen, span)
        after = at < len(chosen) and chosen[at][0] < span[1]
        if not after and (not at or chosen[at - 1][1] <= span[0]):
            chosen.insert(at, span)
    return chosen
