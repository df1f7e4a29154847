"""Words: what word counts, article lengths and shared passages are made of."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ..pieces import Remembered
from ..records import IN_SCOPE

WORD = re.compile(
    r"([A-Za-z]{2,}(?![\w'’-])"  # most words, and so the others need not be tried
    r"|(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S., U.S.-backed
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:[-–][^\W_]+)*"  # 20,000 or 98th
    r"|[^\W_]+(?:-[^\W_]+|['’](?!s(?!\w))[^\W_]+)*)"  # de-escalation, doesn't
    r"(?:['’]s(?!\w))?"  # a possessive is no part of the word
)


def find_scope(sections: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The spans that counts are taken from: headline, standfirst and body, in order."""
    return [(start, end) for start, end, section in sections if section in IN_SCOPE]


def join_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those made one that only blanks keep apart."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def read_words(text: str, scope: Iterable[tuple[int, int]]) -> list[str]:
    """The words of the spans in order, in lower case and without a possessive 's."""
    pieces = (part.split() for part, _ in _parts(text, scope))
    return list(chain.from_iterable(map(_WORDS_OF.__getitem__, chain.from_iterable(pieces))))


def _words_of(piece: str) -> tuple[str, ...]:
    return tuple(WORD.findall(_plain(piece)))


_WORDS_OF = Remembered(_words_of)
"""The words of what stands between two blanks: none reaches over one."""


def find_words(text: str, scope: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of the same words."""
    spans = []
    for part, starts in _parts(text, scope):
        first, rest = starts
        for word in WORD.finditer(part):
            start, end = word.span(1)
            spans.append((first if start == 0 else rest + start, rest + end))
    return spans


def count_words(words: Iterable[str]) -> tuple[list[str], list[int]]:
    """The different words in order, and the count of each."""
    counts = Counter(words)
    different = sorted(counts)
    return different, [counts[word] for word in different]


def count_words_apart(
    text: str, scope: Sequence[tuple[int, int]], passages: Sequence[tuple[int, int]]
) -> list[tuple[str, int, int | None]]:
    """Each word with its count in every stretch of the passages, and where the stretch begins.

    A stretch lies in the same passages from end to end, so that it counts or not as a whole. The
    words that lie in no passage are counted together and come first, with None for a start.
    """
    starts, ends = (sorted(bounds) for bounds in zip(*passages, strict=True))
    bounds = sorted({*starts, *ends})
    within = [bisect(starts, bound) > bisect(ends, bound) for bound in bounds]
    counts: dict[int | None, Counter[str]] = {None: Counter()}
    for word, (start, _) in zip(read_words(text, scope), find_words(text, scope), strict=True):
        at = bisect(bounds, start) - 1
        stretch = bounds[at] if at >= 0 and within[at] else None
        counts.setdefault(stretch, Counter())[word] += 1
    return [(word, n, stretch) for stretch, words in counts.items() for word, n in sorted(words.items())]


def _parts(text: str, scope: Iterable[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the text of each span, a capital that markup cut off its word joined to it again.

    With it come the offset of its first character, and what is to be added to the index of any other.
    """
    cut_off: tuple[int, int] | None = None
    for start, end in scope:
        if cut_off and text[start].islower() and not text[start - 1].isspace():
            yield text[cut_off[0] : cut_off[1]] + text[start:end], (cut_off[0], start - 1)
            cut_off = None
            continue
        if cut_off:
            yield text[slice(*cut_off)], (cut_off[0], cut_off[0])
        cut_off = (start, end) if end - start == 1 and text[start].isupper() else None
        if not cut_off:
            yield text[start:end], (start, start)
    if cut_off:
        yield text[slice(*cut_off)], (cut_off[0], cut_off[0])


def _plain(text: str) -> str:
    """The text in lower case, character by character: the lower case of İ would be two."""
    return text.replace("İ", "i").lower().replace("’", "'")
