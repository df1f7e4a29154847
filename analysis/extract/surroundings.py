"""Which words beside a name can tell anything of it: most cannot, and then few rules need be asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..knowledge import Knowledge
from ..pieces import Remembered, keep_last
from .found import word_after, words_before

_WORD = re.compile(r"\w[\w'-]*")
_FIRST_WORD = re.compile(r"\w*")
_TELLING_BEFORE = ("of", "the", "to", "from", "said", "says")
_AGED = "aged"
_LONGEST = 30
"""Characters of the longest piece before a name that is looked up."""


@dataclass(slots=True)
class Surroundings:
    """The words that may tell something of the name beside them, by piece and by word."""

    before: Mapping[str, bool]
    after: Mapping[str, bool]
    verbs: Mapping[str, object]  # as they stand in texts


@keep_last
def read_surroundings(knowledge: Knowledge) -> Surroundings:
    """Return what the lists of the knowledge base say of words beside names."""
    names = knowledge.names
    groups, outlets, places = names.group_cues, names.media_cues, names.place_cues
    before = (groups["before"], outlets["before"], outlets["told"], places["before"], places["preposition"])
    return Surroundings(
        _tell_before(*before, names.roles),
        _tell_after(groups["after"], outlets["after"], places["after"], outlets["reporting"]),
        knowledge.cues.forms,
    )


def telling_before(folded: str, position: int, surroundings: Surroundings) -> list[str]:
    """Return the words before a position; none where the last of them can tell nothing.

    Whatever words tell something of a name behind them, the last one is known by itself.
    """
    mark = folded[position - 1 : position]
    if mark == "\n" or not position:
        return []
    if mark == " ":
        blank = folded.rfind(" ", max(0, position - _LONGEST), position - 1)
        if blank >= 0 and not surroundings.before[folded[blank + 1 : position - 1]]:
            return []
    return words_before(folded, position)


def telling_after(folded: str, position: int, surroundings: Surroundings) -> str:
    """Return the word after a position; none where it can tell nothing."""
    mark = folded[position : position + 1]
    if mark == " ":
        word = word_after(folded, position)
        return word if word in surroundings.verbs or surroundings.after[word] else ""
    return word_after(folded, position) if mark == "-" else ""


def _tell_before(*cues: frozenset[str]) -> Remembered[bool]:
    lasts = frozenset((*_TELLING_BEFORE, *(cue.split(" ")[-1] for each in cues for cue in each)))

    def tells(piece: str) -> bool:
        words = _WORD.findall(piece)
        return not words or words[-1] in lasts or words[-1].lower() in lasts

    return Remembered(tells)


def _tell_after(*cues: frozenset[str]) -> Remembered[bool]:
    firsts = frozenset(_first_words(cue for each in cues for cue in each))

    def tells(word: str) -> bool:
        return word == _AGED or word[:1].isdecimal() or not firsts.isdisjoint(_first_words([word]))

    return Remembered(tells)


def _first_words(cues: Iterable[str]) -> list[str]:
    return [_FIRST_WORD.match(cue)[0] for cue in cues]
