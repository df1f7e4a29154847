"""Who does the saying: the noun phrase beside a cue, found by the shape of the sentence alone."""

from ..knowledge.cues import Cues
from .clauses import Words, finite_at, has_finite, time_start

_LINKS = frozenset(["of", "for", "from", "in", "at", "with", "on", "to", "by"])

Span = tuple[int, int]  # first and last word, both included


def clause_start(t: Words, index: int, low: int) -> int:
    """Return where the stretch without a comma or a conjunction that ends at `index` begins."""
    start = _before_brackets(t, index, low)
    while start > low and t.tags[start - 1] not in ",;:-(QSH." and not _closes_remark(t, start - 1):
        start = _before_brackets(t, start - 1, low)
    return start


def _before_brackets(t: Words, index: int, low: int) -> int:
    """Return the opening bracket where a closing one stands at `index`, else `index`."""
    if t.tags[index] != ")":
        return index
    return next((i for i in range(index, low, -1) if t.tags[i] == "("), index)


def _closes_remark(t: Words, index: int) -> bool:
    """Whether a few words in marks end with a comma: "it was “a mistake,” Lee said"."""
    return t.tags[index] == "q" and t.text[t.quotations[index].inner_end - 1] == ","


def subject_before(t: Words, index: int, low: int, *, cues: Cues) -> Span | None:
    """Return the noun phrase that ends at word `index` or stands before the commas that end there."""
    while index >= low and t.tags[index] in ",-)'":
        found = _before_insertion(t, index, low, cues=cues)
        if found is not None or t.tags[index] != ",":
            return found
        return None
    if index < low:
        return None
    title = t.tags[index] in "Qq" and index > low and t.tags[index - 1] == "I"
    if title and "," in t.tags[low:index]:  # ", speaking on “News Hour,”"
        return _before_insertion(t, index, low, cues=cues)
    if t.tags[index] in "Pp":
        return index, index
    if t.tags[index] in "Q;:(S.HC":
        return None
    return _phrase_ending(t, index, clause_start(t, index, low), low, cues=cues)


def _phrase_ending(t: Words, index: int, start: int, low: int, *, cues: Cues) -> Span | None:
    """Return the noun phrase that ends at `index` in a stretch that begins at `start`."""
    inner = start < index and t.tags[start + 1] in "UD" and not has_finite(t, start + 1, index)
    if t.tags[start] == "R" and low < start < index and (inner or t.words[start] == "whose"):
        return start + 1, index  # "which the mayor", "whose mayor"
    if t.tags[start] == "R" and low < start < index:
        return subject_before(t, start - 1 - (t.tags[start - 1] == ","), low, cues=cues)
    if t.tags[start] == "C" and _only_circumstance(t, start + 1, index, cues=cues):
        return None
    first = start
    while first <= index and (
        t.tags[first] in "CAK." or (t.tags[first] == "X" and first == start) or _is_time(t, first, index)
    ):
        first += 1
    if first > index:
        return None
    verbs = [i for i in range(first, index + 1) if finite_at(t, i)]
    if verbs:
        return _after_verbs(t, index, first, low, verbs, cues=cues)
    relative = next((i for i in range(index - 1, first, -1) if t.tags[i] == "R"), None)
    if relative is not None and (t.tags[relative - 1] == "I" or t.words[relative] == "whose"):
        return _phrase_ending(t, index, relative + 1, low, cues=cues)  # "a letter in which Lee"
    if t.tags[first] in "IJGB" and first < index:
        return last_phrase(t, index, first, cues=cues)
    if first > start and t.tags[start] == "C":
        first = _list_start(t, start, low, first)
    elif first == start and "C" in t.tags[first:index] and _is_list(t, first, index):
        first = _list_start(t, first, low, first)
    return _whole(t, first, index)


def _after_verbs(t: Words, index: int, first: int, low: int, verbs: list[int], *, cues: Cues) -> Span | None:
    """Return the phrase after the last verb, or around it where that stands in a relative clause."""
    last = verbs[-1]
    for i in range(index - 1, last, -1):
        if t.tags[i] in "CR" or t.words[i] == "which":
            return _phrase_ending(t, index, i + 1, low, cues=cues)
    if last == index and t.tags[index] != "E":
        return None
    reduced = len(verbs) == 1 and t.tags[last] == "E" and last > first and t.tags[last - 1] in "NU"
    if reduced or "R" in t.tags[first : verbs[0]]:
        return _whole(t, first, index)
    return last_phrase(t, index, first, cues=cues)


def _is_list(t: Words, first: int, last: int) -> bool:
    return all(t.tags[i] in "UNDC" for i in range(first, last + 1))


def _only_circumstance(t: Words, start: int, index: int, *, cues: Cues) -> bool:
    """Whether "in a statement to the agency" is all that stands there."""
    if start > index or t.tags[start] != "I":
        return False
    venue = next((i for i in range(start, index + 1) if cues.nouns.get(t.words[i]) == "venue"), None)
    return venue is not None and (venue == index or t.tags[venue + 1] in "ITG")


def _is_time(t: Words, start: int, index: int) -> bool:
    return t.tags[start] == "T" and start < index


def _list_start(t: Words, conjunction: int, low: int, start: int) -> int:
    """Return where a list begins whose last part follows the conjunction: A, B, and C."""
    first = start
    i = conjunction - 1
    while i > low and t.tags[i] == ",":
        part = clause_start(t, i - 1, low)
        if (
            part > i - 1
            or i - part > 6
            or (part > low and t.tags[part - 1] in "S(")
            or any(t.tags[k] not in "UNDq#" and t.words[k] != "of" for k in range(part, i))
        ):
            break
        first = part
        i = part - 1
    return first


def last_phrase(t: Words, index: int, low: int, *, cues: Cues) -> Span | None:
    """Return the last noun phrase that ends at `index`, with "of ..." parts of a role."""
    start = index + 1
    while start > low:
        tag = t.tags[start - 1]
        if tag == "N" and t.tags[start : start + 1] == ["U"] and t.words[start - 1] not in cues.roles:
            break
        if tag in "UNq#" or (tag == "E" and start <= index and t.tags[start - 2] not in "XB"):
            start -= 1
        elif tag == "D":
            start -= 1
            if start - 1 > low and t.words[start - 1] in _LINKS and t.words[start - 2] in cues.roles:
                start -= 1
                continue
            break
        elif (
            t.words[start - 1] in _LINKS
            and start <= index
            and start - 2 >= low
            and t.words[start - 2] in cues.roles
        ):
            start -= 1
        else:
            break
    return None if start > index else (start, index)


def _whole(t: Words, start: int, index: int) -> Span | None:
    while start < index and t.tags[start] in "CAI":
        start += 1
    for i in range(index, start + 1, -1):
        if (
            t.words[i] in ("the", "a", "an", "his", "her", "their")
            and t.tags[i - 1] in "NUEA"
            and t.words[i - 1] not in _LINKS
        ):
            start = start if _goes_on(t, start, i) else i
            break
    if not any(t.tags[i] in "UNPq#D" for i in range(start, index + 1)):
        return None
    return start, index


def _goes_on(t: Words, start: int, index: int) -> bool:
    """Whether the article at `index` opens an apposition or stands in a relative clause without commas."""
    if "R" in t.tags[start:index] or all(tag == "U" for tag in t.tags[start:index]):
        return True
    return t.commas_lost and t.tags[start] == "D" and t.words[index] in ("a", "an")


def _before_insertion(t: Words, index: int, low: int, *, cues: Cues) -> Span | None:
    """Return the phrase before "…, a member of parliament, said" or "… (its head) said"."""
    if t.tags[index] == ")":
        opening = next((i for i in range(index, low, -1) if t.tags[i] == "("), low)
        return subject_before(t, opening - 1, low, cues=cues)
    parts = _parts(t, index, low)
    if len(parts) == 1 and parts[0][0] == low and (whole := _lone_part(t, *parts[0])):
        first, last = whole
        return None if any(finite_at(t, i) for i in range(first, last + 1)) else (first, last)
    for i in range(len(parts) - 2, -1, -1):
        found = _subject_part(t, parts, i, low, cues=cues)
        if found is None:
            continue
        role = any(t.words[k] in cues.roles for k in range(found[0], found[1] + 1))
        return (found[0], parts[-1][1]) if role and _is_name(t, *parts[-1]) else found
    return None


def _lone_part(t: Words, first: int, last: int) -> Span | None:
    """Return the phrase before the only comma: "Lee however," and "Then Lee who lives in Oslo,"."""
    last = next((i - 1 for i in range(first + 1, last) if t.tags[i] == "R"), last)
    last -= t.tags[last] == "A"
    while first < last and t.tags[first] == "A":
        first += 1
    return (first, last) if t.tags[first] in "UDN" and t.tags[last] in "UN" else None


def _subject_part(t: Words, parts: list[Span], i: int, low: int, *, cues: Cues) -> Span | None:
    """Return the phrase that ends the part `i`, unless that is an insertion or an adverbial itself."""
    first, last = parts[i]
    if i and _is_party(t, first, last):
        return None
    subordinate = t.tags[first] == "S" and first < last
    first += subordinate
    if t.words[first] == "for" and t.words[first + 2 : first + 3] == ["part"] and first + 3 <= last:
        first += 3
    titled = t.words[first] in cues.titles or t.words[first] in cues.roles
    inserted = (
        i
        and not subordinate
        and (_is_insertion(t, first, last) or titled)
        and _ends_phrase(t, parts[i - 1][1])
    )
    if inserted and not _opens_adverbial(t, parts[i - 1][0], cues=cues):
        return None
    while first < last and t.tags[last] == "A":  # "the mayor however,"
        last -= 1
    if not _ends_phrase(t, last):
        return None
    clause = i == len(parts) - 2 and any(
        finite_at(t, k) and not _is_sent(t, k, cues=cues) for k in range(first, last + 1)
    )
    if _opens_adverbial(t, first, cues=cues) and not clause:
        return None
    return _phrase_ending(t, last, clause_start(t, last, max(low, first)), low, cues=cues)


def _is_sent(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether a participle stands in "in a letter sent Monday"."""
    return t.tags[index - 1] == "N" and cues.nouns.get(t.words[index - 1]) in ("venue", "claim", "document")


def _is_party(t: Words, first: int, last: int) -> bool:
    """Whether "R-Ohio" or "D-Calif." is all: the letter of a party and a place."""
    return t.words[first][1:2] == "-" and all(t.tags[i] in "U." for i in range(first, last + 1))


def _parts(t: Words, index: int, low: int) -> list[Span]:
    """Return the parts between commas or dashes before `index`, outside brackets, back to `low`."""
    parts: list[Span] = []
    last = index - 1
    i = index - 1
    depth = 0
    while i >= low - 1:
        tag = t.tags[i] if i >= low else ","
        depth += (tag == ")") - (tag == "(")
        if i < low or (tag in ",-;:Q" and depth <= 0):
            if i + 1 <= last:
                parts.append((i + 1, last))
            last = i - 1
            if tag in ";:Q":
                break
        i -= 1
    return parts[::-1]


def _is_insertion(t: Words, first: int, last: int) -> bool:
    return t.tags[first] in "DRIJEGAS#" or (t.tags[first] == "N" and t.tags[last] != "P")


def _opens_adverbial(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "On Monday", "According to", "Leaving" or "Asked for comment" begins here."""
    if t.tags[index] in "IJSAGT" or t.words[index] == "according":
        return True
    return index == 0 and any(form.shape == "past" for form in cues.forms.get(t.words[0], ()))


def _ends_phrase(t: Words, index: int) -> bool:
    return t.tags[index] in "UNq#P)'" or t.tags[index] == "O"


def _is_name(t: Words, first: int, last: int) -> bool:
    return last - first < 5 and all(t.tags[i] == "U" for i in range(first, last + 1))


def phrase_after(t: Words, index: int, high: int, *, cues: Cues) -> Span | None:
    """Return the noun phrase that begins at `index`, as in "said Ann Lee, a doctor"."""
    if t.tags[index] == "P":
        return index, index
    i = index
    seen_head = False
    while i <= high and _continues(t, index, i, seen_head, high, cues=cues):
        linked = t.tags[i] == "D" or t.words[i] in _LINKS
        seen_head = not linked and (seen_head or t.tags[i] in "UN")
        i += 1
    return _trim(t, index, i - 1)


def _continues(t: Words, start: int, i: int, seen_head: bool, high: int, *, cues: Cues) -> bool:
    """Whether the word at `i` belongs to the phrase that begins at `start`."""
    tag = t.tags[i]
    if tag in "UN#q":
        return True
    if tag in "DJEA":
        return not seen_head
    if not seen_head or i >= high:
        return False
    if t.words[i] in _LINKS:
        return _links(t, i, cues=cues)
    return tag == "C" and t.tags[i + 1] in "UND" and not _verb_soon(t, i + 1, high)


def _links(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether the preposition at `index` goes on with the phrase: "a spokesman for the president"."""
    if t.tags[index + 1] not in "UDNq":
        return False
    return t.words[index] == "of" or (t.words[index - 1] in cues.roles and t.tags[index + 1] in "UDN")


def _verb_soon(t: Words, index: int, high: int) -> bool:
    return any(finite_at(t, i) for i in range(index, min(high, index + 5) + 1))


def _trim(t: Words, first: int, last: int) -> Span | None:
    while last >= first and t.tags[last] not in "UNq#P":
        last -= 1
    while last > first and time_start(t, last, first + 1) <= last:
        last = time_start(t, last, first + 1) - 1
    return (first, last) if last >= first else None


def name_in(t: Words, first: int, last: int, *, titles: frozenset[str] = frozenset()) -> Span | None:
    """Return the name that a noun phrase consists of or ends with, without titles; None for a role."""
    comma = next((i for i in range(last, first, -1) if t.tags[i] == ","), None)
    if comma is not None and _is_name(t, comma + 1, last):
        first = comma + 1
    opens = first + (t.tags[first] == "D")
    bare = opens
    while bare <= last and t.tags[bare] == "U":
        bare += 1
    if opens < bare < last and t.words[bare - 1] in titles and t.words[bare] in _LINKS:
        return _after_office(t, bare + 1, last)
    linked = bare < last and t.words[bare + 1] in _LINKS and opens == first
    if bare - opens >= 2 and bare < last and (t.tags[bare] == "D" or linked):
        return opens, bare - 1  # a title or an apposition without its comma
    head_end = first
    while head_end <= last and (t.tags[head_end] in "UNDq#A" or t.words[head_end] in ("’", "'")):
        head_end += 1
    head_end -= 1
    if head_end < first or t.tags[head_end] != "U":
        return None
    start = head_end
    while (
        start > first and t.tags[start - 1] == "U" and not t.words[start - 1].endswith(("’s", "'s", "’", "'"))
    ):
        start -= 1
    while start < head_end and t.words[start] in titles:
        start += 1
    return start, head_end


def _after_office(t: Words, index: int, last: int) -> Span | None:
    """Return the name behind "Secretary of State", whose last word begins here."""
    index += t.tags[index] == "D"
    end = index
    while end < last and t.tags[end + 1] == "U":
        end += 1
    return (index + 1, end) if t.tags[index] == "U" and end > index else None
