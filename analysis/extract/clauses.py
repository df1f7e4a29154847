"""A sentence as tagged words: enough grammar to find subjects, complements and adverbials around a cue."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from ..knowledge.word_tags import PARTICLE, Tagged
from ..pieces import Remembered
from .quotation_marks import Quotation
from .sentences import MASKED_WORDS

_TOKEN = re.compile(  # what comes first is any sign: a search leaps over blanks
    r"\S(?:(?<=[A-Za-z])[A-Za-z]*+(?![\w’'&/.:-])"  # most words, and so the others need not be tried
    r"|(?<=[^\W\d_])\.(?:[^\W\d_]\.)++"  # U.S.
    r"|(?<=\d)\d{0,2}(?:,\d{3})++(?!\d)"  # 20,000
    r"|(?<=\w)\w*+(?:[-’'&/.:]\w++)*+|(?<=[@#])\w++(?:[-’'&/.:]\w++)*+"  # de-escalation, @name
    r"|(?<=-)-|(?<=[^\w\s]))"
)

_DETERMINERS = frozenset(["the", "a", "an", "his", "its", "their", "my", "our", "your"])
_NEGATIONS = frozenset(["not", "never", "neither", "nor", "without", "cannot"])
_DOUBTFUL = frozenset('“”"«»„\ufffd.')
_AHEAD = re.compile(r"[\s“”\"«»„\ufffd.]*")
_STOP = re.compile(r"\.")
_BEFORE_CLAUSE = ":Q-("
WH = frozenset(("if", "whether", "how", "why", "what", "where", "who", "which", "whom"))
FINITE = frozenset("XVpE")
BREAKS = frozenset(",;:-(.QSH")


@dataclass(slots=True)
class Words:
    """The words of one sentence; each quotation is one word, tagged Q (long) or q (a few words).

    No named tuple, like others that the rules look at: its fields are read in a quarter of the time.
    """

    text: str
    words: list[str]  # in lower case
    tags: list[str]
    starts: list[int]
    ends: list[int]
    quotations: dict[int, Quotation]  # by the index of the word
    commas_lost: bool = False  # the article has too few commas for them all to be there

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the words from `first` to `last`, both included."""
        return self.starts[first], self.ends[last]


def read_words(
    text: str,
    start: int,
    end: int,
    *,
    quotations: Sequence[Quotation],
    tag: Callable[[str], Tagged],
    commas_lost: bool = False,
    pieces: Sequence[str] | None = None,
) -> Words:
    """Return the words of text[start:end]; `quotations` are those that lie in it, in order.

    `pieces` is what stands between its blanks, where that is known already.
    """
    t = Words(text, [], [], [], [], {}, commas_lost)
    for quotation in quotations:
        pieces = None
        _add_words(t, start, quotation.start, end, tag=tag)
        if _is_title(t, quotation):
            _add_title(t, quotation)
        else:
            t.quotations[len(t.words)] = quotation
            tag_of_marks = "Q" if _is_speech(text, quotation) else "q"
            _add(t, "“”", tag_of_marks, quotation.start, min(quotation.end, end))
        start = quotation.end
    _add_words(t, start, end, end, tag=tag, pieces=pieces)
    return t


def _add_words(
    t: Words,
    start: int,
    stop: int,
    end: int,
    *,
    tag: Callable[[str], Tagged],
    pieces: Sequence[str] | None = None,
) -> None:
    """Add the words of a stretch without quotations to `t`; the sentence ends at `end`."""
    words, tags, starts, ends = t.words, t.tags, t.starts, t.ends
    if not words and t.text[start : start + 1] in _DOUBTFUL:
        _add_stops_ahead(t, start, stop)
    first = len(words)
    opens = not first or tags[-1] in _BEFORE_CLAUSE
    at, unsettled = start, False
    known = map(_pieces(tag).__getitem__, pieces or t.text[start:stop].split(" "))
    for words_inside, tags_inside, starts_inside, ends_inside, length, doubtful in known:
        words += words_inside
        tags += tags_inside
        for offset in starts_inside:
            starts.append(at + offset)
        for offset in ends_inside:
            ends.append(at + offset)
        at += length
        if doubtful:
            unsettled = True
    if opens and tags[first : first + 1] == ["U"]:
        tags[first] = _opening_tag(t, first, tag)
    if unsettled:
        _open_clauses(t, first, tag)
        _join_names(t, first, tag)
    if start < stop == end and t.text[end - 1] == "." and ends[-1:] != [end]:
        _add(t, ".", ".", end - 1, end)


_Piece = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], tuple[int, ...], int, bool]
"""Words, their tags inside a clause, their starts and ends; the length with a blank; and whether the tag of
one depends on its neighbours or theirs on it. A record would take twice as long to unpack."""


@lru_cache(maxsize=2)
def _pieces(tag: Callable[[str], Tagged]) -> Remembered[_Piece]:
    """Return the pieces that a tagger has met."""
    return Remembered(partial(_read_piece, tag))


def _read_piece(tag: Callable[[str], Tagged], surface: str) -> _Piece:
    """Return the words of what stands between two blanks: none reaches over one."""
    tokens = [token for token in _TOKEN.finditer(surface) if token[0] not in _DOUBTFUL]
    tagged = [tag(token[0]) for token in tokens]
    tags = tuple(PARTICLE if word.opening == PARTICLE else word.tag for word in tagged)
    return (
        tuple(word.word for word in tagged),
        tags,
        tuple(token.start() for token in tokens),
        tuple(token.end() for token in tokens),
        len(surface) + 1,
        any(tag == PARTICLE or tag in _BEFORE_CLAUSE for tag in tags),
    )


def _add_stops_ahead(t: Words, start: int, stop: int) -> None:
    """Add the full stops before the first word. Others are of abbreviations, but for the last one."""
    for match in _STOP.finditer(t.text, start, _AHEAD.match(t.text, start, stop).end()):
        _add(t, ".", ".", *match.span())


def _opening_tag(t: Words, index: int, tag: Callable[[str], Tagged]) -> str:
    return tag(t.text[t.starts[index] : t.ends[index]]).opening


def _open_clauses(t: Words, first: int, tag: Callable[[str], Tagged]) -> None:
    """Tag words from `first` on that open a clause as such: there a capital makes no name."""
    for i in range(first + 1, len(t.tags)):
        if t.tags[i] == "U" and t.tags[i - 1] in _BEFORE_CLAUSE:
            t.tags[i] = _opening_tag(t, i, tag)


def _join_names(t: Words, first: int, tag: Callable[[str], Tagged]) -> None:
    """Take particles from `first` on into the name around them: "Ida van der Kay"."""
    n = 0
    for i in range(first, len(t.tags)):
        if t.tags[i] == PARTICLE:
            t.tags[i] = tag(t.text[t.starts[i] : t.ends[i]]).tag
            n += 1
        elif n:
            if t.tags[i] == "U" and i > n and t.tags[i - n - 1] == "U":
                t.tags[i - n : i] = "U" * n
            n = 0


def _add(t: Words, word: str, tag: str, start: int, end: int) -> None:
    t.words.append(word)
    t.tags.append(tag)
    t.starts.append(start)
    t.ends.append(end)


def _add_title(t: Words, quotation: Quotation) -> None:
    """Add a title in marks as a name; a comma before its closing mark belongs to the sentence."""
    comma = t.text[quotation.inner_end - 1] == ","
    end = quotation.inner_end - 1 if comma else quotation.end
    _add(t, "“”", "U", quotation.start, end)
    if comma:
        _add(t, ",", ",", end, quotation.end)


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough for speech, or looks like a whole remark: “No,” or “Never!”"""
    if quotation.n_words >= MASKED_WORDS:
        return True
    inner = text[quotation.inner_start : quotation.inner_end]
    return inner[:1].isupper() and inner[-1:] in ",.?!"


def _is_title(t: Words, quotation: Quotation) -> bool:
    """Whether a quotation names a programme or a text: "told Ann Lee on “Morning Talk”"."""
    if not t.tags or not (t.tags[-1] == "I" or t.words[-1].endswith(("’s", "'s"))):
        return False
    words = t.text[quotation.inner_start : quotation.inner_end].rstrip(",").split()
    named = words and words[-1][-1].isalnum() and words[0][0].isupper() and words[-1][0].isupper()
    return bool(named) and all(word[0].isupper() or len(word) < 4 for word in words[1:])


def negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n’t", "n't"))


def finite_at(t: Words, index: int) -> bool:
    """Whether the word can be the verb of a clause."""
    tag = t.tags[index]
    if tag == "E":
        return index > 0 and t.tags[index - 1] in "NUPOA)q#TEQR" and t.words[index - 1] not in ("be", "been")
    return tag in FINITE and not (tag == "V" and index > 0 and t.words[index - 1] in _DETERMINERS)


def has_finite(t: Words, first: int, last: int) -> bool:
    """Whether a finite verb (or a long quotation, which may hold one) stands from `first` to `last`."""
    return any(t.tags[i] in "Q" or finite_at(t, i) for i in range(first, last + 1)) or any(
        _present_at(t, i) for i in range(first + 1, last)
    )


def _present_at(t: Words, index: int) -> bool:
    """Whether the word looks like "leads" in "Lee leads by five points"."""
    word = t.words[index]
    if t.tags[index] == "N" and t.tags[index - 1] == "P":
        return True
    return (
        t.tags[index] == "N"
        and word.endswith("s")
        and not word.endswith(("ss", "’s", "'s"))
        and t.tags[index - 1] in "UPR"
        and t.tags[index + 1] in "DIGHAPO#q"
    )


def is_clause(t: Words, index: int) -> bool:
    """Whether a clause with its own subject begins here."""
    head = relative = False
    for i in range(index, min(len(t.words), index + 18)):
        tag = t.tags[i]
        following = t.tags[i + 1] if i + 1 < len(t.tags) else "."
        if tag in ".;:" or (tag == "C" and following in "VEX"):
            return False
        if tag in FINITE and i > index and t.tags[i - 1] == "," and t.tags[index:i].count(",") == 1:
            return False
        relative = relative or tag == "R" or (tag == "H" and head and following in "XVE")
        if head and finite_at(t, i) and not (tag == "E" and following in "I."):
            if not relative:
                return True
            relative = following in "XBKAEV"  # the verb of "a deal that would have lasted"
        if tag == "p" or (tag == "P" and following in "XVEANK"):
            return True
        present = tag == "N" and t.words[i].endswith("s") and i > index and t.tags[i - 1] == "U"
        if head and present and following in "DGIU":
            return True
        head = head or tag in "UNPDq#J"
    return False


_TIME_LEADERS = frozenset(
    [
        "on",
        "in",
        "late",
        "early",
        "last",
        "this",
        "next",
        "since",
        "by",
        "mid",
        "that",
        "the",
        "earlier",
        "later",
        "over",
        "of",
    ]
)
_TIME_NOUNS = frozenset(
    [
        "week",
        "weekend",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "days",
        "hours",
        "minutes",
        "weeks",
        "months",
        "years",
        "noon",
        "today",
        "yesterday",
        "tonight",
        "tomorrow",
        "midday",
        "earlier",
        "later",
        "ago",
    ]
)
_TIME_WORDS = _TIME_LEADERS | _TIME_NOUNS | {"same"}


def time_end(t: Words, index: int) -> int:
    """Return the index after the time expression that begins at `index`, or `index` itself."""
    i = index
    n = len(t.words)
    anchored = False
    while i < n and i - index < 7:
        tag, word = t.tags[i], t.words[i]
        if tag == "T" or (word in _TIME_NOUNS and (anchored or i > index)):
            anchored = True
        elif (
            (tag == "#" and (i > index or _time_follows(t, i + 1)))
            or (tag == "," and anchored and i + 1 < n and t.tags[i + 1] == "#")
            or (word in _TIME_LEADERS and not anchored and (i == index or t.words[i - 1] in _TIME_LEADERS))
            or (word in ("of", "in", "on") and anchored and _time_follows(t, i + 1))
            or (word in ("late", "early", "the", "this", "same", "that", "last") and _time_follows(t, i + 1))
        ):
            pass
        else:
            break
        i += 1
    if i < n and _owns(t.words[i]):
        return index  # "Tuesday night's vote"
    return i if anchored else index


def _owns(word: str) -> bool:
    """Whether the word is a possessive of time: "night's"."""
    return word.endswith(("’s", "'s")) and word[:-2] in _TIME_NOUNS


def _time_follows(t: Words, index: int) -> bool:
    if index >= len(t.words):
        return False
    return (
        t.tags[index] in ("T", "#")
        or t.words[index] in _TIME_NOUNS
        or (
            t.words[index] in ("last", "this", "late", "early", "same", "the") and _time_follows(t, index + 1)
        )
    )


def time_start(t: Words, index: int, low: int) -> int:
    """Return the index where a time expression that ends at `index` begins, or index + 1."""
    tag = t.tags[index]
    if tag == "," and t.tags[index + 1 : index + 2] != ["#"]:
        return index + 1
    if tag not in "T#," and t.words[index] not in _TIME_WORDS:
        return index + 1
    for start in range(max(low, index - 6), index + 1):
        if time_end(t, start) == index + 1:
            return start
    return index + 1
