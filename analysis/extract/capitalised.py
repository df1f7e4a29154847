"""Capitalised words, from which the rules for unknown names begin, read piece by piece."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..knowledge.names import Names
from ..pieces import Remembered, keep_last

_HYPHEN = re.compile(r"-[A-Z]")
_ORDINAL_GOES_ON = " A"  # a number in order is a word of a name only before a capital


class Word(NamedTuple):
    """A capitalised word in a piece, an article in lower case before it included."""

    start: int
    text: str
    idle: bool  # a title or a plain word: no name where it stands by itself
    loose: bool  # the text around the piece tells whether it is one, and where it ends


@keep_last
def capitalised_words(names: Names) -> Mapping[str, tuple[Word, ...]]:
    """Return the capitalised words by piece, which are read when they are asked for."""
    patterns = _word_patterns(names.particles, names.title_words)
    titles, plain, given = names.title_words, names.plain, names.given_names

    def read(piece: str) -> Iterator[Word]:
        for start, end in _find_words(piece, *patterns):
            if not piece.startswith("I'", start):
                text = piece[start:end].rstrip("-/& ")
                loose = text[0].isdecimal() or piece.startswith("-", start + len(text))
                idle = text in titles or (text in plain and text not in given)
                yield Word(start, text, idle, loose)

    return Remembered(lambda piece: tuple(read(piece)))


def _find_words(piece: str, capitalised: re.Pattern[str], articled: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where capitalised words stand; one that overlaps another before it is none."""
    found = capitalised.finditer(piece + _ORDINAL_GOES_ON)
    words = [word.span() for word in found if word.start() < len(piece)]
    if "-" not in piece:
        return words
    hyphens = [hyphen.start() for hyphen in _HYPHEN.finditer(piece)]
    with_article = (articled.match(piece, _run_start(piece, at)) for at in hyphens)
    apart: list[tuple[int, int]] = []
    for start, end in sorted([*words, *(word.span() for word in with_article if word)]):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _word_patterns(
    particles: frozenset[str], titles: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds words with a capital or a number first, and words with an article first."""
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


def _run_start(piece: str, position: int) -> int:
    """Return where the letters in lower case and hyphens before a position begin."""
    while position and (piece[position - 1].islower() or piece[position - 1] == "-"):
        position -= 1
    return position
