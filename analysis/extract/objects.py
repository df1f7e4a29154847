"""Objects of a cue: whom it addresses, and the shapes "him of lying", "them to leave", "it “…”"."""

from ..knowledge.cues import Cues, CueVerb
from .clauses import WH, Words
from .subjects import Span

PLURALS = frozenset(("people", "men", "women", "children", "police"))
"""Plurals that do not end in -s."""


def find_addressee(t: Words, index: int, *, cues: Cues) -> tuple[Span | None, int]:
    """Return the addressee of "told reporters that" and the word after it."""
    tag = t.tags[index]
    following = t.tags[index + 1] if index + 1 < len(t.tags) else "."
    if tag == "P" and (t.words[index] not in ("it", "you") or following in "XVEA"):
        return None, index
    if tag in "OP" or (t.words[index] == "her" and following in "HPDUQ,"):
        return (index, index), index + 1
    end = _before_content(t, index)
    if end is None:
        end = _phrase(t, index, cues=cues)
        if t.tags[end : end + 1] in (["X"], ["V"]):
            return None, index  # "warned the storm would come"
    return ((index, end - 1), end) if end > index else (None, index)


def _before_content(t: Words, index: int) -> int | None:
    """Return where "that" or a quotation begins, if only one noun phrase stands before it."""
    for k in range(index, min(len(t.words), index + 16)):
        if t.tags[k] == "H" or (t.tags[k] == "Q" and k > index):
            return k
        new_phrase = t.tags[k] == "D" and k > index and t.tags[k - 1] in "UN#O"
        gerund = t.tags[k] == "J" and t.tags[k - 1] in "I,"  # ", arguing that"
        if new_phrase or gerund or t.tags[k] in "XVP;:." or t.words[k] in WH:
            return None
    return None


def _phrase(t: Words, index: int, *, cues: Cues) -> int:
    """Return the word after a short noun phrase; a plural role ends it: "told reporters prices rose"."""
    end = index
    while end < len(t.words):
        tag = t.tags[end]
        opens = tag in "DEJ" and not any(other in "UN" for other in t.tags[index:end])
        show = tag == "q" and end > index and t.tags[end - 1] in "UN"
        if not (tag in "UN#" or opens or show):
            break
        before = t.words[end - 1] if end > index and t.tags[end - 1] == "N" else ""
        if tag == "N" and cues.roles.get(before, before) != before:
            break
        end += 1
    return end


def object_shape(t: Words, start: int, verb: CueVerb) -> str | None:
    """Return the shape of what is said of an object at `start`: infinitive, gerund, label, reason, figure."""
    if start >= len(t.words) or not _opens_object(t, start, verb):
        return None
    alone = t.tags[start : start + 2] == ["N", "G"] and t.words[start] not in PLURALS
    if alone and not t.words[start].endswith("s"):
        return None  # "requested anonymity to speak"
    for k in range(start + 1, min(len(t.words), start + 14)):
        if t.tags[k] in "HX;:P":
            return None
        if shape := _predicate_at(t, k, verb):
            return shape
        if t.tags[k] == "," and t.tags[k + 1] in "UD" and _closes_apposition(t, k + 1):
            continue
        if t.tags[k] == "," and t.tags[k + 1 : k + 2] == ["G"] and "," in t.tags[start:k]:
            continue
        if t.tags[k] == "," or (t.tags[k] in "QqV" and not verb.takes & {"label", "as"}):
            return None
    return None


def _closes_apposition(t: Words, index: int) -> bool:
    """Whether only names from `index` to a comma stand between the object and "to leave"."""
    end = next((i for i in range(index, len(t.words)) if t.tags[i] not in "UDNC#,"), index)
    return t.tags[end - 1 : end + 1] == [",", "G"]


def _opens_object(t: Words, start: int, verb: CueVerb) -> bool:
    tag = t.tags[start]
    return tag in "UDNOP#J" or (tag == "q" and "object-infinitive" in verb.takes)


def _predicate_at(t: Words, k: int, verb: CueVerb) -> str | None:
    """Return the shape that the word at `k` gives to what is said of the object before it."""
    tag, takes = t.tags[k], verb.takes
    following = t.tags[k + 1] if k + 1 < len(t.tags) else "."
    to = (tag == "G" and following in "NVBXEAKqQ") or (tag in "Qq" and _opens_with_to(t, k))
    if to and "object-infinitive" in takes:
        return "infinitive"
    charge = following in "JBqQ" or (following == "N" and "object-infinitive" not in takes)
    if "of" in takes and t.words[k] == "of" and charge:
        return "gerund"  # "accused him of lying", "of fraud"; not "warned him of the storm"
    reason = following in ("J" if "label" in takes else "DUNOJEPqQ")
    if reason and "for" in takes and t.words[k] in ("for", "on"):
        return "reason"
    if "at" in takes and t.words[k] == "at" and t.tags[k - 1] != "I" and _is_figure(t, k + 1):
        return "figure"
    if "as" in takes and t.words[k] == "as" and following in "DUNqQJEA":
        quoted = any(other in "Qq" for other in t.tags[k + 1 : k + 7])
        if quoted or "label" not in takes:
            return "label"
    return "label" if "label" in takes and tag in "Qq" else None


def _is_figure(t: Words, index: int) -> bool:
    """Whether "17", "more than 30" or "$3 million" begins here, and no time of day."""
    end = next((i for i in range(index, min(len(t.words), index + 4)) if t.tags[i] == "#"), 0)
    if not end or any(t.tags[i] not in "ADNISO$€£" for i in range(index, end)):
        return False
    clock = ":" in t.words[end] or t.words[end].endswith(("am", "pm"))
    return not clock and t.words[end + 1 : end + 2] not in (["a.m"], ["p.m"], ["a.m."], ["p.m."], ["o’clock"])


def _opens_with_to(t: Words, index: int) -> bool:
    """Whether the infinitive stands in marks: "urged both sides “to go on talking”"."""
    return t.text.startswith("to ", t.quotations[index].inner_start)
