"""Quotations: which marks belong together, paragraph by paragraph, however badly they are set."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..knowledge.cues import read_reporting_pasts
from ..pieces import Remembered

OPENERS = "“„«"
CLOSERS = "”»"

_MARKS = (*'“”„«»"', "``", "''", "‘‘", "’’")
_SINGLE_OPENER = re.compile(r"[‘'](?<![\w.,;:!?’'].)(?=[\w\[$£€#@])(?!(?:em|til|n|\d0s)\b)")
_SINGLE_CLOSER = re.compile(r"[’'](?:(?<=[^\s(\[‘'].)(?![\w’'])|(?<=[.,!?].)(?=[^\W\d_a-z]))")
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s+[\w-]+=[^\]\n]*)\]|<[a-z/][^>\n]*>")
_LINE = re.compile(r"\S(?:.*\S)?")
_RARE_BREAKS = ("\r", "\u2028", "\u2029")
_LINE_BETWEEN_ANY = re.compile(r"\S(?:[^\r\n\u2028\u2029]*\S)?")  # takes twice the time
_CLAUSE_END = re.compile(r"[,.?!](?=\s+(?:\S+\s+){0,6}\S+\s*$)")
_STOP = re.compile(r"[.?!]\s")
_CLOSES = re.compile(r"[^\n“„«\"]*[.,?!…][”»\"]")
_WORD = re.compile(r"\w[\w’'.-]*")


class Quotation(NamedTuple):
    """A stretch in quotation marks; `start` and `end` take the marks in, `inner_*` leave them out."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool  # its closing mark stands in the text
    continued: bool  # it goes on in the next paragraph
    n_words: int


def find_quotations(text: str, scope: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Return the outermost quotations of the spans in `scope`, in order; none reaches over a paragraph."""
    found: list[Quotation] = []
    before: Quotation | None = None
    double = _double_marks(text)
    for start, end in paragraphs(text, scope):
        marks = _marks(text, start, end, double[bisect_left(double, (start,)) : bisect_left(double, (end,))])
        if not marks:
            before = None
            continue
        opened = before is not None and not before.closed
        pairs = list(_pairs(text, start, end, marks, opened=opened))
        if pairs and not pairs[-1][4] and not _goes_on_below(text, end):
            pairs[-1] = _cut_before_cue(text, pairs[-1])
        if before is not None and pairs and pairs[0][0] == start and opened:
            found[-1] = before._replace(continued=True)
        found += [_quotation(text, *pair) for pair in pairs]
        before = found[-1] if pairs and found[-1].end >= end else None
    return found


def paragraphs(text: str, scope: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the lines of the spans in `scope` without the blanks at their edges."""
    line = _LINE_BETWEEN_ANY if any(sign in text for sign in _RARE_BREAKS) else _LINE
    for start, end in scope:
        for match in line.finditer(text, start, end):
            yield match.span()


def inside(position: int, starts: Sequence[int], spans: Sequence[Quotation]) -> Quotation | None:
    """Return the quotation that holds `position`, if one does; `starts` are the starts of `spans`."""
    index = bisect_right(starts, position) - 1
    return spans[index] if index >= 0 and position < spans[index].end else None


def _double_marks(text: str) -> list[tuple[int, int]]:
    """Return where the marks of an article stand that can be no apostrophes.

    They are looked for one by one: that leaps over whatever lies in between.
    """
    found = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append((at, at + len(mark)))
            at = text.find(mark, at + len(mark))
    return sorted(found)


def _marks(text: str, start: int, end: int, double: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Return (start, end, side) for each mark of a paragraph; side is open, close or either."""
    if not double:
        return _single_marks(text, start, end)
    marks = [(*mark, _side(text, mark, start, end)) for mark in double]
    if text.find("[", start, end) < 0 and text.find("<", start, end) < 0:
        return marks
    codes = [match.span() for match in _SHORTCODE.finditer(text, start, end)]
    return [mark for mark in marks if not any(a <= mark[0] < b for a, b in codes)]


def _side(text: str, span: tuple[int, int], start: int, end: int) -> str:
    mark = text[slice(*span)]
    before = text[span[0] - 1] if span[0] > start else " "
    after = text[span[1]] if span[1] < end else " "
    starts_word = after.isalnum() or after in "[$£€#@‘'…"
    if mark in OPENERS or mark in ("``", "‘‘"):
        return "open" if starts_word else "open?"
    if mark in CLOSERS:
        return "open?" if before.isspace() and starts_word else "close"
    if before.isspace() or before in "([—–-:‘'":
        return "open" if not after.isspace() else "either"
    return "close" if not after.isalnum() else "either"


def _single_marks(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the marks of a paragraph set in single quotation marks, apostrophes left out."""
    if text.find("'", start, end) < 0 and text.find("‘", start, end) < 0:
        return []
    marks: list[tuple[int, int, str]] = []
    position = start
    while opener := _SINGLE_OPENER.search(text, position, end):
        following = _SINGLE_OPENER.search(text, opener.end(), end)
        stop = following.start() if following else end
        closers = [match.start() for match in _SINGLE_CLOSER.finditer(text, opener.end(), stop)]
        after_stop = [closer for closer in closers if text[closer - 1] in ".,!?"]
        if closers:
            closer = after_stop[0] if after_stop else closers[-1]
            marks += [(opener.start(), opener.end(), "open"), (closer, closer + 1, "close")]
        position = stop
    return marks


def _pairs(
    text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]], *, opened: bool
) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield (start, end, inner_start, inner_end, closed) of each quotation of one paragraph."""
    floor = start
    current: tuple[int, int] | None = (start, start) if opened and _goes_on(marks) else None
    for mark_start, mark_end, side in marks:
        if current is None:
            if side != "close":
                current = mark_start, mark_end
            elif (
                text[mark_start - 1] in ",.?!" and (begin := _lost_start(text, start, mark_start, floor)) >= 0
            ):
                yield begin, mark_end, begin, mark_start, True
                floor = mark_end
        elif side != "open":
            yield current[0], mark_end, current[1], mark_start, True
            current = None
            floor = mark_end
        else:  # the closing mark before this opening one is lost
            cut = _lost_end(text, current[1], mark_start)
            if cut > current[1]:
                yield current[0], cut, current[1], cut, False
            current = mark_start, mark_end
    if current is not None and end - current[1] > 1:
        yield current[0], end, current[1], end, False


def _lost_start(text: str, start: int, end: int, floor: int) -> int:
    """Return where a quotation without an opening mark begins, or -1: at the start of the paragraph,
    or behind the cue of the quotation before, which ends at `floor`."""
    if floor > start:
        match = _said().match(text, floor, end)
        return match.end() if match else -1
    return start if len(_STOP.findall(text, start, end - 1)) < 3 else -1


def _goes_on_below(text: str, end: int) -> bool:
    """Whether the next paragraph begins with a mark, or holds the closing one."""
    following = text[end : end + 2000].lstrip()
    return (
        following[:1] in ("“", '"', "„", "«", "‘")
        or following[:2] in ("``", "''")
        or _CLOSES.match(following) is not None
    )


def _cut_before_cue(text: str, pair: tuple[int, int, int, int, bool]) -> tuple[int, int, int, int, bool]:
    """End a quotation whose closing mark is lost before ", she said"."""
    match = _lost_closer().search(text, pair[2], pair[3])
    if match is None:
        return pair
    cut = match.start() + 1
    return pair[0], cut, pair[2], cut, False


@cache
def _lost_closer() -> re.Pattern[str]:
    """Return a pattern of a comma and a cue with a short speaker on either side."""
    cues = "|".join(sorted(read_reporting_pasts()))
    return re.compile(
        rf"[,?!](?=\s+(?:(?:[\w’'.-]+\s+){{1,4}}?(?:{cues})(?:\s*[,.:;]|\s|$)|(?:{cues})\s+[\w’'.-]+))"
    )


@cache
def _said() -> re.Pattern[str]:
    """Return a pattern of a short cue that ends its sentence: “…,” the mayor said."""
    cues = "|".join(sorted(read_reporting_pasts()))
    return re.compile(rf"[^.!?\n]{{0,60}}?\b(?:{cues})\b[^.!?\n]{{0,40}}\.\s+(?=[A-Z])")


def _goes_on(marks: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the first mark closes a quotation that began in the paragraph before."""
    return marks[0][2] == "close"


def _lost_end(text: str, start: int, end: int) -> int:
    """Return where a quotation without a closing mark ends, at the last stop before a few words of cue."""
    match = _CLAUSE_END.search(text, start, end)
    return match.end() if match else start + len(text[start:end].rstrip())


def _quotation(text: str, start: int, end: int, inner_start: int, inner_end: int, closed: bool) -> Quotation:
    inner = text[inner_start:inner_end]
    inner_start += len(inner) - len(inner.lstrip())
    inner_end = max(inner_start, inner_end - (len(inner) - len(inner.rstrip())))
    n_words = count_words(text, inner_start, inner_end)
    return Quotation(start, end, inner_start, inner_end, closed, False, n_words)


def count_words(text: str, start: int, end: int) -> int:
    """Return how many words a quotation or a content has."""
    return sum(map(_N_WORDS.__getitem__, text[start:end].split()))


_N_WORDS = Remembered(lambda piece: len(_WORD.findall(piece)))
