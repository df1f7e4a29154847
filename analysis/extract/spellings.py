"""Capitals and apostrophes of a text as the known spellings have them, and the last word of a name."""

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from ..knowledge.spellings import Spelling
from ..pieces import Pieces, Remembered

_LAST_NAME = re.compile(r"(?:[Aa][lnsdrtz]h?-|[Ee][lzds]-)?[^\s-]+(?:-[^\s-]+)*$")
_CAPITALS = re.compile(  # the letter comes before the test that a word begins: a search leaps to it
    r"[A-Z](?<!\w.)(?:[A-Z']+(?:[ ,:;-]+[A-Z][A-Z']*)+|[A-Z]{3,})\b"
)
_TWO_CAPITALS = re.compile(r"[A-Z](?<!\w.)[A-Z']")
_CAPITALS_IN = Remembered(lambda piece: [found.start() for found in _TWO_CAPITALS.finditer(piece)])
_CAPITAL_WORD = re.compile(r"[A-Z]+")
_MANGLED = re.compile(r"(?<=\w)\?(?=s\b)|(?<=[a-z]) (?=s [A-Za-z])")
_UNREAD = re.compile("(?<=\\w)\ufffd(?=[st]\\b)")  # an apostrophe; else it was a quotation mark
_MISREAD = re.compile("a\u20ac\u2122(s?)")  # an apostrophe read in the wrong encoding
_ENDS_IN_S = re.compile(r"\b[A-Z]\w{2,}s(?= )")
_SMALL = frozenset(
    (
        *("OF", "THE", "AND", "FOR", "IN", "ON", "TO", "AT", "BY", "WITH", "FROM", "A", "AN", "AL", "EL"),
        *("IS", "ARE", "WAS", "HAS", "BE", "WHO", "AS", "IT", "ITS", "NOT", "BUT"),
    )
)


def lower_capitals(folded: str, pieces: Pieces, spellings: Mapping[str, Spelling]) -> str:
    """Return the folded text with words set all in capitals as in a sentence; acronyms stay.

    They are looked for where a piece has two capitals in a row.
    """

    shortest = 4

    def lower_word(word: re.Match[str]) -> str:
        text = word.group()
        if text in _SMALL:
            return text.lower()
        return text.capitalize() if len(text) > shortest and text not in spellings else known_word(text)

    def known_word(text: str) -> str:
        return text.capitalize() if text not in spellings and text.capitalize() in spellings else text

    def lower_run(text: str) -> str:
        if " " not in text and text.isalpha():
            return known_word(text)
        nonlocal shortest
        shortest = 2 if text.count(" ") > 2 else 4
        return _CAPITAL_WORD.sub(lower_word, text)

    parts, end = [], 0
    for at, starts in pieces.find(_CAPITALS_IN):
        for start in starts:
            if at + start >= end and (run := _CAPITALS.match(folded, at + start)):
                parts += [folded[end : run.start()], lower_run(run[0])]
                end = run.end()
    return "".join([*parts, folded[end:]]) if parts else folded


def restore_apostrophes(folded: str, last_words: Container[str]) -> str:
    """Return the folded text with the apostrophe of possessives that a page has lost; every letter stays.

    `Norias` becomes `Noria'` only in a text without any apostrophe, and only where a known
    name ends in `Noria` and none in `Norias`.
    """
    if "\ufffd" in folded:
        folded = _UNREAD.sub("'", folded).replace("\ufffd", '"')
    if "?s" in folded or " s " in folded:
        folded = _MANGLED.sub("'", folded)
    if "\u20ac\u2122" in folded:
        folded = _MISREAD.sub(r"'\1  ", folded)
    if "'" in folded:
        return folded

    def restore(word: re.Match[str]) -> str:
        text = word.group()
        return text[:-1] + "'" if text[:-1] in last_words and text not in last_words else text

    return _ENDS_IN_S.sub(restore, folded)


@lru_cache(maxsize=50_000)
def last_name(name: str) -> str:
    """Return the last word of a name with its article: `al-Assad` of `Bashar al-Assad`."""
    found = _LAST_NAME.search(name)
    return found.group() if found else name
