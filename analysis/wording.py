"""The words of a passage as they are compared: a key for what each word says, whatever its form."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from functools import cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"\w[\w’'.-]*\w|\w")
_OPENING = "([“‘"
_CLOSING = re.compile(r"[^\w\s(\[“‘]*")
_TYPED = {0x131: "i", 0x2019: "'", 0x2018: "'"}
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_STEMMER = snowballstemmer.stemmer("english")
_FUNCTION_WORDS = """
a about after all also am an and any anybody anyone are as at be been before being both but by can
could did do does doing for from further had has have having he her here hers him his how i if in
into is it its itself just me more most my now of off on once only or other our out over own s same
she should so some such than that the their them then there these they this those through to too
under until up very was we were what when where which while who whom why will with would you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


class Token(NamedTuple):
    """A word. `key` is an entity id, a stem (negations too), or empty for a function word.

    `shown` is the word with the marks that stand close to it, brackets and commas for instance.
    """

    surface: str
    key: str
    start: int
    end: int
    in_brackets: bool
    shown: str


def read_tokens(text: str, entities: Iterable[tuple[int, int, str]] = ()) -> list[Token]:
    """Split a passage into tokens; the words of an entity's span (start, end, entity_id) share its id.

    A span is one token, so that a capital and the country that it stands for share a key.
    """
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    spans = sorted(entities)
    words = [(start, end, entity_id) for start, end, entity_id in spans]
    for word in _WORD.finditer(text):
        if not any(start <= word.start() < end for start, end, _ in spans):
            words.append((*word.span(), _stem(word.group())))
    return [_token(text, start, end, key, brackets) for start, end, key in sorted(words)]


def _token(text: str, start: int, end: int, key: str, brackets: list[tuple[int, int]]) -> Token:
    begin = start
    while begin and text[begin - 1] in _OPENING:
        begin -= 1
    shown = text[begin : _CLOSING.match(text, end).end()]
    return Token(text[start:end], key, start, end, _inside(start, brackets), shown)


def list_keys(tokens: Iterable[Token]) -> frozenset[str]:
    """The keys of the words that say something."""
    return frozenset(token.key for token in tokens if token.key)


def weigh_keys(rows: Collection[Set[str]]) -> dict[str, float]:
    """Inverse document frequency of every key over the rows, each the keys of one passage."""
    frequency = Counter(key for row in rows for key in row)
    return {key: math.log(1 + len(rows) / n) for key, n in frequency.items()}


def share_keys(one: Set[str], other: Set[str], weights: Mapping[str, float]) -> float:
    """The weight of the shared keys over that of the lighter side, 0 to 1."""
    lighter = min(sum(weights.get(key, 0.0) for key in side) for side in (one, other))
    return sum(weights.get(key, 0.0) for key in one & other) / lighter if lighter else 0.0


def fold(text: str) -> str:
    """The text in lower case without accents, dotless i as i, typographic apostrophes as straight ones."""
    if text.isascii():
        return text.lower()  # the same, and most texts
    lower = unicodedata.normalize("NFKD", text).casefold().translate(_TYPED)
    return "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))


def find_hedges(text: str, hedges: Iterable[str]) -> list[str]:
    """The hedges that a text holds, in their own order."""
    folded = fold(text)
    return [hedge for hedge in hedges if re.search(rf"(?<!\w){re.escape(hedge)}(?!\w)", folded)]


@cache
def _stem(word: str) -> str:
    folded = fold(word).removesuffix("'s").removesuffix("'")
    return "" if folded in FUNCTION_WORDS or not folded else _STEMMER.stemWord(folded)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
