"""A sentence as tagged words: enough grammar to find subjects, complements and adverbials around a cue."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..knowledge.cues import Cues
from .quotation_marks import Quotation
from .sentences import MASKED_WORDS

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[@#]?\w+(?:[-’'&/.:]\w+)*|--|[^\w\s]")

_FUNCTION_WORDS = {
    "D": "a an the these those this his her its their our my your each every some any no all several many few "
    "another such more both other certain one two three four five six seven eight nine ten dozens hundreds",
    "P": "i he she they we you it",
    "O": "him them me us himself herself themselves itself myself ourselves",
    "I": "of in on at by for from with about into over under against between among through during without within "
    "upon across toward towards via per like near around behind beyond despite regarding amid inside outside "
    "concerning alongside including following ahead citing onto off out up down unlike versus throughout besides",
    "C": "and or but nor yet plus",
    "S": "as while when after before because since although though if unless until where whereas once whether how "
    "why what whatever whenever lest than even-though",
    "R": "who which whose whom",
    "X": "is are was were has have had do does did will would can could may might must should shall cannot didnt doesnt dont wont isnt wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt arent ain’t "
    "ain't",
    "B": "be been being having",
    "H": "that",
    "G": "to",
    "K": "not never neither",
    "p": "it’s it's he’s he's she’s she's they’re they're we’re we're i’m i'm you’re you're they’ve they've we’ve "
    "we've i’ve i've he’d he'd she’d she'd they’d they'd we’d we'd i’d i'd they’ll they'll he’ll he'll she’ll "
    "she'll we’ll we'll i’ll i'll it’ll it'll there’s there's that’s that's there you’ve you've",
}
_TAGS = {word: tag for tag, words in _FUNCTION_WORDS.items() for word in words.split()}
_NEGATIONS = frozenset(["not", "never", "neither", "nor", "without", "cannot"])
_CLASS_TAGS = {
    "adverb": "A",
    "hedge": "A",
    "time": "T",
    "time noun": "N",
    "past": "V",
    "present": "V",
    "base": "N",
    "raising": "V",
    "channel": "N",
    "government": "N",
}
_PUNCTUATION = {
    "--": "-",
    "—": "-",
    "–": "-",
    "[": "(",
    "]": ")",
    "!": ".",
    "?": ".",
    "…": ".",
    "‘": "'",
    "’": "'",
}
FINITE = frozenset("XVpE")
BREAKS = frozenset(",;:-(.QSH")


class Words(NamedTuple):
    """The words of one sentence; each quotation is one word, tagged Q (long) or q (a few words)."""

    text: str
    words: list[str]  # in lower case
    tags: list[str]
    starts: list[int]
    ends: list[int]
    quotations: dict[int, Quotation]  # by the index of the word

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the words from `first` to `last`, both included."""
        return self.starts[first], self.ends[last]


def lexicon(cues: Cues) -> dict[str, str]:
    """Return the tag of every word that has the same one everywhere."""
    tags = {word: _CLASS_TAGS[kind] for word, kind in cues.words.items()} | _TAGS
    for form, readings in cues.forms.items():
        if form not in tags and any(reading.shape == "past" for reading in readings):
            tags[form] = "V" if not form.endswith("ed") else "E"
        elif form not in tags and form.endswith("ing"):
            tags[form] = "J"
    for noun in cues.nouns:
        if noun not in cues.forms:
            tags.setdefault(noun, "N")
    return tags


def read_words(
    text: str, start: int, end: int, *, quotations: Sequence[Quotation], tags: dict[str, str]
) -> Words:
    """Return the words of text[start:end]; `quotations` are those that lie in it, in order."""
    words: list[str] = []
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    by_index: dict[int, Quotation] = {}
    position = start
    for quotation in (*quotations, None):
        stop = end if quotation is None else quotation.start
        for match in _TOKEN.finditer(text, position, stop):
            surface = match[0]
            if surface in "“”\"«»„":
                continue  # a mark without a partner
            if surface == "." and match.end() < end and words and words[-1] != ".":
                continue  # of an abbreviation
            words.append(surface.lower())
            found.append(_tag(surface, words, found, tags))
            starts.append(match.start())
            ends.append(match.end())
        if quotation is not None:
            by_index[len(words)] = quotation
            words.append("“”")
            found.append("Q" if _is_speech(text, quotation) else "q")
            starts.append(quotation.start)
            ends.append(min(quotation.end, end))
            position = quotation.end
    return Words(text, words, found, starts, ends, by_index)


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough for speech, or looks like a whole remark: “No,” or “Never!”"""
    if quotation.n_words >= MASKED_WORDS:
        return True
    inner = text[quotation.inner_start : quotation.inner_end]
    return inner[:1].isupper() and inner[-1:] in ",.?!"


def _tag(surface: str, words: list[str], before: list[str], tags: dict[str, str]) -> str:
    lower = words[-1]
    first = surface[0]
    if not first.isalnum():
        return "U" if first in "@#" and len(surface) > 1 else _PUNCTUATION.get(surface, surface)
    if first.isdigit():
        return "#"
    if first.isupper():
        if surface in tags:  # days and months
            return tags[surface]
        known = tags.get(lower)
        opens = not before or before[-1] in ":Q-("
        if known is not None and (opens or known in "DPHp") and known not in "VNTE":
            return known if known != "E" else "U"
        return "U"
    known = tags.get(lower)
    if known is not None:
        return known
    if lower.endswith(("n’t", "n't")):
        return "X"
    if lower.endswith("ing") and len(lower) > 5:
        return "J"
    if lower.endswith("ed") and len(lower) > 4:
        return "E"
    if lower.endswith("ly") and len(lower) > 4:
        return "A"
    return "N"


def negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n’t", "n't"))


def finite_at(t: Words, index: int) -> bool:
    """Whether the word can be the verb of a clause."""
    tag = t.tags[index]
    if tag == "E":
        return index > 0 and t.tags[index - 1] in "NUPOA)q#TEQ" and t.words[index - 1] not in ("be", "been")
    return tag in FINITE


def has_finite(t: Words, first: int, last: int) -> bool:
    """Whether a finite verb (or a long quotation, which may hold one) stands from `first` to `last`."""
    return any(t.tags[i] in "Q" or finite_at(t, i) for i in range(first, last + 1)) or any(
        _present_at(t, i) for i in range(first + 1, last)
    )


def _present_at(t: Words, index: int) -> bool:
    """Whether the word looks like "leads" in "Lee leads by five points"."""
    word = t.words[index]
    return (
        t.tags[index] == "N"
        and word.endswith("s")
        and not word.endswith(("ss", "’s", "'s"))
        and t.tags[index - 1] in "UPR"
        and t.tags[index + 1] in "DIGHAPO#q"
    )


_TIME_LEADERS = frozenset(
    ["on", "in", "late", "early", "last", "this", "next", "since", "by", "mid", "that", "the", "earlier", "later", "over", "of"]
)
_TIME_NOUNS = frozenset(
    ["week", "weekend", "month", "year", "morning", "afternoon", "evening", "night", "day", "days", "hours", "minutes", "weeks", "months", "years", "noon", "today", "yesterday", "tonight", "tomorrow", "midday", "earlier", "later", "ago"]
)


def time_end(t: Words, index: int) -> int:
    """Return the index after the time expression that begins at `index`, or `index` itself."""
    i = index
    n = len(t.words)
    anchored = False
    while i < n and i - index < 7:
        tag, word = t.tags[i], t.words[i]
        if tag == "T" or (word in _TIME_NOUNS and (anchored or i > index)):
            anchored = True
        elif (tag == "#" and (i > index or _time_follows(t, i + 1))) or (tag == "," and anchored and i + 1 < n and t.tags[i + 1] == "#") or (word in _TIME_LEADERS and not anchored and (i == index or t.words[i - 1] in _TIME_LEADERS)) or (word in ("of", "in", "on") and anchored and _time_follows(t, i + 1)) or (word in ("late", "early", "the", "this", "same", "that", "last") and _time_follows(t, i + 1)):
            pass
        else:
            break
        i += 1
    return i if anchored else index


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
    for start in range(max(low, index - 6), index + 1):
        if time_end(t, start) == index + 1:
            return start
    return index + 1
