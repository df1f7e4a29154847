"""Words: what word counts, article lengths and shared passages are made of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..records import IN_SCOPE

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S., U.S.-backed
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:[-–][^\W_]+)*"  # 20,000 or 98th
    r"|[^\W_]+(?:['’-][^\W_]+)*"  # de-escalation, doesn't
)
POSSESSIVE = ("'s", "’s")


def find_scope(sections: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The spans that counts are taken from: headline, standfirst and body, in order."""
    return [(start, end) for start, end, section in sections if section in IN_SCOPE]


def scope_parts(text: str, scope: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the text of the spans; a letter that markup cut off its word is joined to it again."""
    held = ""
    for start, end in scope:
        part = held + text[start:end]
        held = ""
        if end - start == 1 and part.isupper():
            held = part
        else:
            yield part
    if held:
        yield held


def read_words(text: str, scope: Iterable[tuple[int, int]]) -> list[str]:
    """The words of the spans in order, in lower case and without a possessive 's."""
    return [_plain(word) for part in scope_parts(text, scope) for word in WORD.findall(part)]


def count_words(words: Iterable[str]) -> list[tuple[str, int]]:
    """Each word with its count, sorted by the word."""
    return sorted(Counter(words).items())


def _plain(word: str) -> str:
    word = word.lower()
    return word[:-2] if word.endswith(POSSESSIVE) else word.replace("’", "'")
