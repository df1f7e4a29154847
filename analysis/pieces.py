"""Pieces: what stands between two blanks. Rules remember what they find in each, for most come again."""

from collections.abc import Iterator, Mapping
from itertools import accumulate, compress, count
from typing import NamedTuple, TypeVar

REMEMBERED = 50_000
"""Pieces of which a rule remembers what it found."""

_Fact = TypeVar("_Fact")


class Pieces(NamedTuple):
    """The pieces of a text in order. Blanks in a row have empty pieces between them."""

    texts: list[str]
    before: list[int]  # how many characters all the pieces before have together

    def find(self, facts: Mapping[str, _Fact]) -> Iterator[tuple[int, _Fact]]:
        """Yield where a piece begins and its fact, for every piece of which there is something to tell."""
        found = list(map(facts.__getitem__, self.texts))
        for index in compress(count(), found):
            yield self.before[index] + index, found[index]


def split_pieces(text: str) -> Pieces:
    """Return the pieces of a text: a line ends like a blank."""
    texts = text.replace("\n", " ").split(" ")
    return Pieces(texts, list(accumulate(map(len, texts), initial=0)))
