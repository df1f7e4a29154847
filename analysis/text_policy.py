"""What of an article's text the tables may hold. News articles belong to their publishers."""

import re
from typing import Literal

from .records import Kind

TextPolicy = Literal["quotations", "full"]
POLICIES = ("quotations", "full")

ELLIPSIS = "…"
INDIRECT_WORDS = 25
PASSAGE_WORDS = 12
CONTEXT_WORDS = 6

_WORD = re.compile(r"\S+")


def statement_content(text: str, *, kind: Kind, policy: TextPolicy) -> str:
    """A quotation in full, an indirect statement cut to its first words."""
    if policy == "full" or kind != "indirect":
        return text
    return _first_words(text, INDIRECT_WORDS)


def passage_text(text: str, *, policy: TextPolicy) -> str:
    """A passage as its first and last words, in full where it is short."""
    if policy == "full":
        return text
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) <= PASSAGE_WORDS:
        return text
    half = PASSAGE_WORDS // 2
    return f"{text[: words[half - 1][1]]} {ELLIPSIS} {text[words[-half][0] :].rstrip()}"


def left_context(text: str) -> str:
    """The last words of the text before a mention, its blanks made single."""
    return " ".join(text.split()[-CONTEXT_WORDS:])


def right_context(text: str) -> str:
    """The first words of the text after a mention, its blanks made single."""
    return " ".join(text.split()[:CONTEXT_WORDS])


def _first_words(text: str, count: int) -> str:
    words = [match.span() for match in _WORD.finditer(text)]
    return text if len(words) <= count else f"{text[: words[count - 1][1]]} {ELLIPSIS}"
