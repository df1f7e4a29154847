"""Pieces: what stands between two blanks. Rules remember what they find in each, for most come again."""

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, compress, count
from operator import add
from typing import NamedTuple, TypeVar

REMEMBERED = 50_000
"""Pieces or words of which a fact is kept."""

_Fact = TypeVar("_Fact")
_Given = TypeVar("_Given")


class Remembered(dict[str, _Fact]):
    """What a function tells of a piece or a word, kept for those met so far."""

    def __init__(self, read: Callable[[str], _Fact]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: str) -> _Fact:
        if len(self) == REMEMBERED:
            self.clear()
        fact = self[piece] = self._read(piece)
        return fact


def keep_last(make: Callable[[_Given], _Fact]) -> Callable[[_Given], _Fact]:
    """Keep what a function makes of a list of the knowledge base until it is given another one.

    Another one is another object: to compare long lists would take longer than what is kept saves.
    """
    kept: list[tuple[_Given, _Fact]] = []

    def made(given: _Given) -> _Fact:
        if not kept or kept[0][0] is not given:
            kept[:] = [(given, make(given))]
        return kept[0][1]

    return made


class Pieces(NamedTuple):
    """Pieces of a text in order, and where each begins."""

    texts: list[str]
    starts: list[int]

    def find(self, facts: Mapping[str, _Fact]) -> Iterator[tuple[int, _Fact]]:
        """Return where a piece begins and its fact, for every piece of which there is something to tell."""
        found = list(map(facts.__getitem__, self.texts))
        return zip(compress(self.starts, found), filter(None, found), strict=True)


def split_pieces(text: str, wanted: Mapping[str, bool]) -> Pieces:
    """Return the wanted pieces of a text: a line ends like a blank.

    Every word of a text comes by here, so that all of it is done by functions that are no Python.
    """
    texts = text.replace("\n", " ").split(" ")
    kept = list(map(wanted.__getitem__, texts))
    lengths = accumulate(map(len, texts), initial=0)
    starts = map(add, compress(lengths, kept), compress(count(), kept))
    return Pieces(list(compress(texts, kept)), list(starts))
