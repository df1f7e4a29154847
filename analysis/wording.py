"""The words of a passage as they are compared: a key for what each word says, whatever its form."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"\w[\w’'.-]*\w|\w")
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
    """A word. `key` is an entity id, a stem (negations too), or empty for a function word."""

    surface: str
    key: str
    start: int
    end: int
    in_brackets: bool


def read_tokens(text: str, entities: Iterable[tuple[int, int, str]] = ()) -> list[Token]:
    """Split a passage into tokens; the words of an entity's span (start, end, entity_id) share its id.

    A span is one token, so that a capital and the country that it stands for share a key.
    """
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    spans = sorted(entities)
    tokens = [Token(text[s:e], entity_id, s, e, _inside(s, brackets)) for s, e, entity_id in spans]
    for word in _WORD.finditer(text):
        if not any(start <= word.start() < end for start, end, _ in spans):
            tokens.append(
                Token(word.group(), _stem(word.group()), *word.span(), _inside(word.start(), brackets))
            )
    return sorted(tokens, key=lambda token: token.start)


def fold(text: str) -> str:
    """Text without case and diacritics, as a reader would type it into a search box."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


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
