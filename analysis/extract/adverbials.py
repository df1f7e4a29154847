"""What may stand between a cue and its content: places, occasions, addressees with "to", asides."""

from ..knowledge.cues import Cues
from .clauses import Words, finite_at, is_clause

_FRAMES = frozenset(
    ("in", "at", "on", "by", "from", "after", "before", "with", "for", "over", "following", "as")
)
_ALWAYS = frozenset(("to", "during", "via", "through", "of", "about"))
_PLACES = frozenset(("in", "at", "from", "outside"))
_LINKS = frozenset(("of", "with", "for", "on", "in", "at", "to", "from", "by"))


def phrase_end(t: Words, index: int) -> int:
    """Return the word after the prepositional phrase that begins at `index`."""
    i = index + 1
    if t.words[i : i + 1] and t.words[i] in _LINKS:
        i += 1
    if t.tags[i : i + 1] == ["J"]:
        i += 1
    if t.words[i : i + 1] == ["it"] and not finite_at(t, i + 1):
        return i + 1  # "about it later"
    head = False
    while i < len(t.words) and _continues(t, i, head):
        if t.tags[i] in "UN#q" or (t.tags[i] == "O" and not head):
            head = True
        elif t.words[i] in _LINKS:
            head = False
        i += 1
    return i


def _continues(t: Words, i: int, head: bool) -> bool:
    tag = t.tags[i]
    following = t.tags[i + 1] if i + 1 < len(t.tags) else "."
    if tag in "UN#Eq":
        return True
    if not head:
        return tag in "DAOJ"
    if t.words[i] in _LINKS:
        return following in "UDN#q"
    return tag == "C" and following in "UN" and i + 2 < len(t.tags) and t.tags[i + 2] in "UHQ,."


def is_frame(t: Words, start: int, end: int, *, left_is_clause: bool, cues: Cues) -> bool:
    """Whether a prepositional phrase says where or how it was said, and is not part of what was said."""
    if end >= len(t.words) or t.tags[end] in "HQ.:":
        return True
    if t.tags[end] == "," and end + 1 < len(t.tags) and (t.tags[end + 1] in "QqHJ" or left_is_clause):
        return True
    word = t.words[start]
    if word in _ALWAYS or (word in _PLACES and t.tags[end] in "Pp" and end - start < 5):
        return True
    if word not in _FRAMES:
        return False
    if _that_follows(t, end):
        return True
    kinds = {cues.nouns.get(other) for other in t.words[start + 1 : end]}
    return bool(kinds & {"venue", "claim", "document"}) or "T" in t.tags[start:end]


def _that_follows(t: Words, index: int) -> bool:
    """Whether only circumstances stand before "that": "said in Oslo after meeting Lee that"."""
    for i in range(index, min(len(t.words) - 1, index + 12)):
        if t.tags[i] == "H":
            return t.tags[i + 1] in "DPUN#J"
        if t.tags[i] in ",;:QqP" or finite_at(t, i):
            return False
    return False


def after_comma(t: Words, index: int, *, left_is_clause: bool, plain: bool) -> int | None:
    """Return where the content begins after a comma beside a cue, if it does.

    After a `plain` cue that may be a clause: "she said, it rained".
    """
    following = t.tags[index + 1] if index + 1 < len(t.tags) else "."
    if following in "QqH":
        return index + 1
    if left_is_clause:
        return _quotation_after_insertion(t, index + 1)
    for k in range(index + 1, min(len(t.words) - 1, index + 16)):
        if t.tags[k] == "," and t.tags[k + 1] in "HQ":
            return k + 1
        if finite_at(t, k) and following != "S":
            break
    if following in "AI" and (end := _insertion_end(t, index + 1)) is not None:
        return end
    return index + 1 if plain and following in "DUPN" and is_clause(t, index + 1) else None


def _quotation_after_insertion(t: Words, index: int) -> int | None:
    """Return where the quotation goes on after “…,” she says, leaning forward, “…”."""
    if index >= len(t.tags) or t.tags[index] not in "JIAED":
        return None
    for k in range(index, min(len(t.words), index + 14)):
        if t.tags[k] in "Qq" and t.tags[k - 1] == ",":
            return k
        if t.tags[k] in "XVHQ;:":
            return None
    return None


def _insertion_end(t: Words, index: int) -> int | None:
    """Return the word after an adverb or a phrase between two commas."""
    for k in range(index, min(len(t.words) - 1, index + 8)):
        if t.tags[k] == ",":
            return k + 1
        if finite_at(t, k):
            return None
    return None
