"""What is said: the clause, quotation or infinitive that a cue governs, and where it ends."""

from typing import NamedTuple

from ..knowledge.cues import Cues, CueVerb
from .clauses import Words, finite_at, has_finite, time_end

_WH = frozenset(("if", "whether", "how", "why", "what", "where", "who", "which", "whom"))
_ADVERBIAL = frozenset(
    [
        "in",
        "at",
        "on",
        "during",
        "to",
        "via",
        "through",
        "by",
        "from",
        "after",
        "before",
        "of",
        "about",
        "with",
        "for",
        "over",
        "following",
        "as",
    ]
)
_CLAUSE_OPENERS = "DUPNq#pSR"


class Complement(NamedTuple):
    shape: str  # that, quotation, question, clause, infinitive, gerund, label
    first: int  # first word of the content
    addressee: tuple[int, int] | None


_ONLY_QUOTED = frozenset(("quotation", "label", "infinitive", "gerund"))


def complement_after(
    t: Words, index: int, verb: CueVerb, *, left_is_clause: bool, cues: Cues
) -> Complement | None:
    """Return what follows a cue whose last word is at `index`; None where nothing that is said follows."""
    found = _complement(t, index, verb, left_is_clause=left_is_clause, cues=cues)
    if found is None or not verb.only_quoted or found.shape in _ONLY_QUOTED:
        return found
    return found if "that" in verb.takes and found.shape != "clause" else None


def _complement(
    t: Words, index: int, verb: CueVerb, *, left_is_clause: bool, cues: Cues
) -> Complement | None:
    n = len(t.words)
    i = index + 1
    addressee = None
    if "addressee" in verb.takes and i < n:
        addressee, i = _addressee(t, i, cues=cues)
        if addressee is not None and i >= n:
            return None
    if special := _special(t, index + 1, i, verb, addressee):
        return special
    asked = i
    while i < n:
        tag, word = t.tags[i], t.words[i]
        if tag in "AK" and asked == i:
            asked += 1
        if tag == "H" and not (i + 1 < n and t.tags[i + 1] in ".,"):
            return Complement("that", i + 1, addressee) if i + 1 < n else None
        if tag in "Qq":
            if tag == "q" and "label" in verb.takes:
                return None
            return Complement("quotation", i, addressee)
        if tag == ":" or (tag == "-" and i + 1 < n and t.tags[i + 1] == "Q"):
            if i + 1 < n and (t.tags[i + 1] in "Qq" or not verb.needs_clause):
                return Complement("quotation" if t.tags[i + 1] in "Qq" else "clause", i + 1, addressee)
            return None
        if tag == ",":
            nxt = _after_comma(t, i, left_is_clause, plain=not verb.needs_clause)
            if nxt is None:
                return None
            i = nxt
            continue
        if tag == ".":
            return None
        after_time = time_end(t, i)
        if after_time > i:
            i = after_time
            continue
        if word in _WH and i > asked:
            return None
        if word in _WH:
            return Complement("question", i, addressee) if i + 1 < n and has_finite(t, i + 1, n - 1) else None
        if tag in "AK" and not (i + 1 < n and finite_at(t, i + 1)):
            i += 1
            continue
        if tag == "G":
            if "infinitive" in verb.takes and i + 1 < n and t.tags[i + 1] in "NVBXE":
                return Complement("infinitive", i, addressee)
            i = phrase_end(t, i, cues=cues)
            continue
        if tag == "J" and "gerund" in verb.takes:
            return Complement("gerund", i, addressee)
        if tag == "S":
            if left_is_clause or verb.needs_clause:
                return None
            if word in _TIMES and (later := _that_later(t, i + 1)) is not None:
                return Complement("that", later, addressee)
            return Complement("clause", i, addressee)
        if tag == "I":
            end = phrase_end(t, i, cues=cues)
            if _is_frame(t, i, end, verb, left_is_clause, cues=cues):
                i = end
                continue
        if tag in "OCXVE)" or (tag == "I" and (left_is_clause or verb.needs_clause)):
            return None
        if (announced := _quotation_after_colon(t, i)) is not None:
            return Complement("quotation", announced, addressee)
        if left_is_clause or verb.needs_clause:
            return Complement("clause", i, addressee) if _is_clause(t, i) else None
        return (
            Complement("clause", i, addressee) if tag in "DUPNq#pIJ" and _may_be_clause(t, i, verb) else None
        )
    return None


_TIMES = frozenset(("when", "after", "as", "before", "while"))


def _that_later(t: Words, index: int) -> int | None:
    """Return where the clause begins in "said when she left that …"."""
    for i in range(index + 2, min(len(t.words) - 2, index + 10)):
        if t.tags[i] in ",;:Qq":
            return None
        if t.tags[i] == "H" and t.tags[i - 1] in "EVNTO" and t.tags[i + 1] in "DPU":
            return i + 1
    return None


def _quotation_after_colon(t: Words, index: int) -> int | None:
    """Return the quotation in "said the same: “…”"."""
    for i in range(index, min(len(t.words) - 1, index + 6)):
        if t.tags[i] == ":":
            return i + 1 if t.tags[i + 1] in "Qq" else None
        if finite_at(t, i):
            return None
    return None


def _may_be_clause(t: Words, index: int, verb: CueVerb) -> bool:
    """Whether enough follows for a clause; verbs in the present look like nouns."""
    last = len(t.words) - 1
    if t.tags[index] == "P" and t.tags[index + 1 : index + 2] in ([","], ["."]):
        return False
    if "bare" in verb.takes:
        return last - index > 3 or "q" in t.tags[index:] or has_finite(t, index, last)
    comma = next((i for i in range(index + 1, last) if t.tags[i] == ","), last)
    if comma < last and (t.tags[index] in "SI" or t.tags[comma + 1] in "RDJ#I"):
        comma = last
    return has_finite(t, index, comma) or "q" in t.tags[index:]


def _special(
    t: Words, start: int, i: int, verb: CueVerb, addressee: tuple[int, int] | None
) -> Complement | None:
    """Return "the council to act", "his rival of lying", "the plan “a disaster”"."""
    if addressee is not None and i < len(t.words) and t.tags[i] in "HQ":
        return None
    n = len(t.words)
    if start >= n or t.tags[start] in "HQ.:,":
        return None
    for k in range(start, min(n, start + 14)):
        tag = t.tags[k]
        if tag in "HX;:" or (tag == "P" and k > start):
            return None
        if tag in "Qq" and k > start and "object-infinitive" in verb.takes and _opens_with_to(t, k):
            return Complement("infinitive", start, None)
        if tag in "QqV" and not verb.takes & {"label", "as"}:
            return None
        if k == start:
            if not (tag in "UDNOP#J" or (tag == "q" and "object-infinitive" in verb.takes)):
                return None
            continue
        named = not verb.particle or t.tags[k - 1] in "UO"
        if (
            tag == "G"
            and "object-infinitive" in verb.takes
            and named
            and t.tags[min(k + 1, n - 1)] in "NVBXEAKqQ"
        ):
            return Complement("infinitive", start, None)
        if "of" in verb.takes and t.words[k] == "of" and k + 1 < n and t.tags[k + 1] in "JBqQ":
            return Complement("gerund", start, None)
        as_phrase = t.words[k] == "as" and k + 1 < n and t.tags[k + 1] in "DUNqQJEA"
        if "as" in verb.takes and as_phrase and ("label" not in verb.takes or _quotes_soon(t, k + 1)):
            return Complement("label", start, None)
        if "label" in verb.takes and tag in "Qq":
            return Complement("label", start, None)
        if tag == ",":
            return None
    return None


def _opens_with_to(t: Words, index: int) -> bool:
    """Whether the infinitive stands in marks: "urged both sides “to go on talking”"."""
    return t.text.startswith("to ", t.quotations[index].inner_start)


def _quotes_soon(t: Words, index: int) -> bool:
    return any(t.tags[i] in "Qq" for i in range(index, min(len(t.tags), index + 6)))


def _addressee(t: Words, index: int, *, cues: Cues) -> tuple[tuple[int, int] | None, int]:
    """Return the addressee of "told reporters that" and the word after it."""
    n = len(t.words)
    tag = t.tags[index]
    if tag == "P" and (
        t.words[index] not in ("it", "you") or t.tags[index + 1 : index + 2] in (["X"], ["V"], ["E"], ["A"])
    ):
        return None, index
    if tag in "OP" or (t.words[index] == "her" and index + 1 < n and t.tags[index + 1] in "HPDUQ,"):
        return (index, index), index + 1
    for k in range(index, min(n, index + 16)):
        if t.tags[k] == "H" or (t.tags[k] == "Q" and k > index):
            return ((index, k - 1), k) if k > index else (None, index)
        if t.tags[k] in "XVP;:." or t.words[k] in _WH:
            break
        if t.tags[k] == "D" and k > index and t.tags[k - 1] in "UN#O":
            break
    end = index
    while end < n and (
        t.tags[end] in "UN#"
        or (t.tags[end] == "q" and end > index and t.tags[end - 1] in "UN")
        or (t.tags[end] in "DEJ" and not any(x in "UN" for x in t.tags[index:end]))
    ):
        if (
            t.tags[end] == "N"
            and end > index
            and t.tags[end - 1] == "N"
            and t.words[end - 1] in cues.roles
            and (t.words[end - 1] != cues.roles[t.words[end - 1]])
        ):
            break
        end += 1
    return ((index, end - 1), end) if end > index else (None, index)


def phrase_end(t: Words, index: int, *, cues: Cues) -> int:
    """Return the word after a prepositional phrase."""
    n = len(t.words)
    i = index + 1
    while i < n and t.words[i] in ("of", "on", "in", "at", "to", "from") and i == index + 1:
        i += 1
    if i < n and t.tags[i] == "J":
        i += 1
    head = False
    while i < n:
        tag = t.tags[i]
        if tag == "D" and head:
            break
        if tag in "UN#Eq":
            head = head or tag in "UN#q"
            i += 1
        elif tag in "DAOJ" and not head:
            head = tag == "O"
            i += 1
        elif (
            t.words[i] in ("of", "with", "for", "on", "in", "at", "to", "from", "by")
            and head
            and i + 1 < n
            and t.tags[i + 1] in "UDN#q"
        ):
            head = False
            i += 1
        elif (
            tag == "C"
            and head
            and i + 1 < n
            and t.tags[i + 1] in "UN"
            and i + 2 < n
            and t.tags[i + 2] in "UHQ,."
        ):
            i += 1
        else:
            break
    return i


def _is_frame(t: Words, start: int, end: int, verb: CueVerb, left_is_clause: bool, *, cues: Cues) -> bool:
    """Whether a prepositional phrase says where or how it was said, and is not part of what was said."""
    n = len(t.words)
    if end >= n or t.tags[end] in "HQ.:":
        return True
    if t.tags[end] == "," and end + 1 < n and (t.tags[end + 1] in "QqHJ" or left_is_clause):
        return True
    if t.words[start] not in _ADVERBIAL:
        return False
    if t.words[start] in ("to", "during", "via", "of", "about", "through"):
        return True
    if t.words[start] in ("in", "at", "from", "outside") and t.tags[end] in "Pp" and end - start < 5:
        return True
    return any(
        cues.nouns.get(t.words[k]) in ("venue", "claim", "document") for k in range(start + 1, end)
    ) or any(t.tags[k] == "T" for k in range(start, end))


def _after_comma(t: Words, index: int, left_is_clause: bool, *, plain: bool) -> int | None:
    """Return where the content begins after a comma beside a cue, if it does."""
    n = len(t.words)
    if index + 1 >= n:
        return None
    if t.tags[index + 1] in "QqH":
        return index + 1
    if left_is_clause:
        return _quotation_after_insertion(t, index + 1)
    for k in range(index + 1, min(n, index + 16)):
        if t.tags[k] == "," and k + 1 < n and t.tags[k + 1] in "HQ":
            return k + 1
        if finite_at(t, k):
            break
    if t.tags[index + 1] in "AI" and (nxt := _insertion_end(t, index + 1)) is not None:
        return nxt
    return index + 1 if plain and t.tags[index + 1] in "DUPN" and _is_clause(t, index + 1) else None


def _quotation_after_insertion(t: Words, index: int) -> int | None:
    """Return where the quotation goes on after “…,” she says, leaning forward, “…”."""
    if t.tags[index] not in "JIAED":
        return None
    for k in range(index, min(len(t.words), index + 14)):
        if t.tags[k] in "Qq" and t.tags[k - 1] == ",":
            return k
        if t.tags[k] in "XVHQ;:":
            return None
    return None


def _insertion_end(t: Words, index: int) -> int | None:
    for k in range(index, min(len(t.words), index + 8)):
        if t.tags[k] == ",":
            return k + 1 if k + 1 < len(t.words) else None
        if finite_at(t, k):
            return None
    return None


def _is_clause(t: Words, index: int) -> bool:
    """Whether a clause with its own subject begins here."""
    n = len(t.words)
    head = False
    for i in range(index, min(n, index + 18)):
        tag = t.tags[i]
        if tag in ".;:":
            return False
        if head and finite_at(t, i) and not (tag == "E" and (i + 1 >= n or t.tags[i + 1] in "I.")):
            return True
        if tag == "p":
            return True
        if tag == "P" and i + 1 < n and t.tags[i + 1] in "XVEANK":
            return True
        if (
            head
            and tag == "N"
            and t.words[i].endswith("s")
            and t.tags[i - 1] in "U"
            and i + 1 < n
            and t.tags[i + 1] in "DGIU"
        ):
            return True
        head = head or tag in "UNPDq#J"
    return False


def content_end(
    t: Words, first: int, *, start: int, in_relative: bool, cues: Cues, subordinate: bool = False
) -> int:
    """Return the last word of the content that begins at `first`; the cue stands at `start`."""
    n = len(t.words)
    i = first
    depth = 0
    opened_with_quotation = t.tags[first] in "Qq"
    while i < n:
        tag, word = t.tags[i], t.words[i]
        depth += (tag == "(") - (tag == ")")
        if depth > 0 or i == first:
            i += 1
            continue
        if tag == ";" or (tag == "." and word != "…"):
            break
        if word == "according" and i + 1 < n and t.words[i + 1] == "to" and i > first:
            break
        if tag == "," and i + 2 < n:
            if t.tags[i + 1] == "D" and any(cues.nouns.get(w) == "claim" for w in t.words[i + 2 : i + 4]):
                break
            if _cuts_after_comma(t, i + 1, cues=cues):
                break
            if subordinate and t.tags[i + 1] in "DUPN" and _is_main_clause(t, i + 1):
                break
            if in_relative and t.tags[i + 1] in "XVEA" and finite_at(t, i + 1):
                break
        if tag == "C" and (_reports_again(t, i + 1, cues=cues) or (in_relative and t.tags[i + 1] == "R")):
            break
        if tag == "," and t.tags[i + 1] == "C" and _another_speaks(t, i + 2, cues=cues):
            break
        if t.commas_lost and _cuts_without_comma(t, i, cues=cues):
            break
        if t.tags[i - 1] in "Qq" and _comments(t, i):
            break
        if opened_with_quotation and tag == "," and _leaves_quotation(t, i):
            break
        i += 1
    last = i - 1
    while last > first and t.tags[last] in ",;-C.":
        last -= 1
    return _without_citation(t, first, last)


def _cuts_after_comma(t: Words, index: int, *, cues: Cues) -> bool:
    word = t.words[index]
    if t.tags[index] == "C" and index + 1 < len(t.words) and t.tags[index + 1] == "J":
        return _cuts_after_comma(t, index + 1, cues=cues)
    if word == "according" or cues.words.get(word) == "aside":
        return True
    if t.tags[index] != "J":
        return False
    return (
        any(
            reading.shape == "gerund" and reading.verb.kind == "speech"
            for reading in cues.forms.get(word, ())
        )
        and index + 1 < len(t.words)
        and t.tags[index + 1] in "HQqDUPNO:JA"
    )


def _cuts_without_comma(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "adding that" or "and the mayor said" begins here, where commas are lost."""
    if t.tags[index] == "C":
        return _another_speaks(t, index + 1, cues=cues)
    if t.tags[index] != "J" or t.tags[index - 1] in "XBpGIDA":
        return False
    plain = any(
        r.shape == "gerund" and r.verb.kind == "speech" and not r.verb.only_quoted
        for r in cues.forms.get(t.words[index], ())
    )
    return cues.words.get(t.words[index]) == "aside" or (plain and t.tags[index + 1 : index + 2] != ["I"])


def _is_main_clause(t: Words, index: int) -> bool:
    return _is_clause(t, index) or ("," not in t.tags[index:] and has_finite(t, index, len(t.words) - 1))


def _another_speaks(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether ", and Lee criticized it" begins here."""
    for i in range(index, min(len(t.words), index + 5)):
        readings = cues.forms.get(t.words[i], ())
        if (
            i > index
            and t.tags[i] in "VE"
            and any(r.verb.kind == "speech" and r.shape == "past" for r in readings)
        ):
            return True
        if t.tags[i] not in "UDNP":
            return False
    return False


def _reports_again(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "and added that" begins here: a second report of the same speaker."""
    n = len(t.words)
    while index < n and t.tags[index] == "A":
        index += 1
    if index >= n:
        return False
    readings = cues.forms.get(t.words[index], ())
    if t.tags[index] == "J":
        plain = any(r.verb.kind == "speech" and not r.verb.needs_clause for r in readings)
        return plain and index + 1 < n and t.tags[index + 1] in "DUPNHQ"
    if any(reading.shape == "past" and reading.verb.kind == "attitude" for reading in readings):
        return t.words[index - 1] == "but" and index + 1 < n and t.tags[index + 1] in "HDPU"
    if not any(reading.shape == "past" and reading.verb.kind == "speech" for reading in readings):
        return False
    nxt = index + 1
    while nxt < n and t.tags[nxt] == "A":
        nxt += 1
    takes = frozenset().union(*(reading.verb.takes for reading in readings))
    asks = bool(takes & {"addressee", "object-infinitive"}) and "addressed" not in takes
    if asks and t.tags[index - 2 : index] == [",", "C"]:
        return True
    if asks and nxt < n and t.tags[nxt] in "PDUN":
        return True
    if nxt < n and "addressee" in takes:
        return any(t.tags[k] in "HQ" for k in range(nxt, min(n, nxt + 6)))
    return nxt < n and (t.tags[nxt] in "HQP" or ("bare" in takes and t.tags[nxt] in "DUN"))


def _comments(t: Words, index: int) -> bool:
    """Whether a remark on a quotation begins: “…,” a promise he has made before."""
    quotation = t.quotations[index - 1]
    if t.text[quotation.inner_end - 1] != ",":
        return False
    return t.words[index] in ("a", "an", "which") or t.tags[index] == "J"


def _leaves_quotation(t: Words, index: int) -> bool:
    """Whether the text after a quotation's comma comments on it: “…,” a reference to the vote."""
    return t.tags[index - 1] in "Qq" and index + 1 < len(t.words) and t.tags[index + 1] in "DRJ"


def _without_citation(t: Words, first: int, last: int) -> int:
    """Leave out a bracket with a date at the end: (Agency, June 22)."""
    if t.tags[last] != ")":
        return last
    opening = last
    while opening > first and t.tags[opening] != "(":
        opening -= 1
    if opening > first and any(t.tags[i] == "T" for i in range(opening, last)):
        return opening - 1
    return last
