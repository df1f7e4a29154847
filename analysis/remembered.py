"""Facts about words or pieces of text, each found out once."""

from collections.abc import Callable
from typing import TypeVar

Fact = TypeVar("Fact")

LIMIT = 50_000
"""Facts that are kept, so that memory does not grow with the corpus."""


class Remembered(dict[str, Fact]):
    """What `find_out` says of a text, of those met so far. A look-up is as fast as that of a dict.

    `functools.lru_cache` does the same for a function; `map(remembered.__getitem__, pieces)` takes
    a third of its time.
    """

    def __init__(self, find_out: Callable[[str], Fact]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, text: str) -> Fact:
        if len(self) >= LIMIT:
            self.clear()
        fact = self[text] = self._find_out(text)
        return fact
