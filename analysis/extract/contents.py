"""Where a content ends: at a new report, an aside, a remark on a quotation or a citation."""

from ..knowledge.cues import Cues, Form
from .clauses import Words, finite_at, has_finite, is_clause
from .objects import object_shape

_DIRECTED = ("infinitive", "gerund", "label", "reason")
_BEFORE_PARTICIPLE = frozenset(("while", "whilst", "despite", "after", "before"))
_PRESENT = frozenset(("is", "are", "has", "have", "do", "does", "will", "can", "must"))
_PERFECT = frozenset(("have", "has", "had"))
_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "must", "should", "shall"))


def content_end(
    t: Words, first: int, *, start: int, in_relative: bool, cues: Cues, subordinate: bool = False
) -> int:
    """Return the last word of the content that begins at `first`; the cue stands at `start`.

    `in_relative`: the cue stands in "who said …"; `subordinate`: in a clause that opens the sentence.
    """
    depth = 0
    last = len(t.words) - 1
    anywhere = in_relative or t.commas_lost
    for i in range(first, last + 1):
        tag = t.tags[i]
        if tag in "()":
            depth += 1 if tag == "(" else -1
        if depth > 0 or i == first:
            continue
        if not (anywhere or tag in ";.C,S" or t.tags[i - 1] in "Qq" or t.words[i] == "according"):
            continue
        if _ends_at(t, i, first, start=start, in_relative=in_relative, subordinate=subordinate, cues=cues):
            last = i - 1
            break
    while last > first and t.tags[last] in ",;-C.":
        last -= 1
    return _without_citation(t, first, last)


def _ends_at(
    t: Words, i: int, first: int, *, start: int, in_relative: bool, subordinate: bool, cues: Cues
) -> bool:
    tag, word = t.tags[i], t.words[i]
    following = t.tags[i + 1] if i + 1 < len(t.tags) else "."
    if tag == ";" or (tag == "." and word != "…"):
        return True
    if word == "according" and following == "G" and not is_measure(t, i + 2, cues=cues):
        return True
    if tag == "C" and in_relative and following == "R":
        return True
    if tag == "C" and _reports_again(t, i + 1, first, start=start, cues=cues):
        return True
    if t.tags[i - 1] in "Qq" and (_comments(t, i) or _leaves_quotation(t, i, first, following)):
        return True
    if tag == "C" and _ends_with_comma(t, i - 1) and _another_speaks(t, i + 1, cues=cues):
        return True
    if in_relative and tag in "XVE" and _ends_with_comma(t, i - 1):
        return True
    if t.commas_lost and _cuts_without_comma(t, i, cues=cues):
        return True
    if tag == "S" and _is_occasion(t, i, first):
        return True
    if tag != "," or following == ".":
        return False
    if _leaves_content(t, i, cues=cues):
        return True
    joined = following in "CR" or t.words[i + 1] in ("while", "whereas") or _answers(t, i + 1)
    if joined and _another_speaks(t, i + 2 + _answers(t, i + 1), cues=cues):
        return True
    if subordinate and following in "DUPN" and _is_main_clause(t, i + 1):
        return True
    return in_relative and following in "XVEA" and (following == "E" or finite_at(t, i + 1))


def _leaves_content(t: Words, comma: int, *, cues: Cues) -> bool:
    """Whether ", adding that", ", a claim that he doubts" or ", then told them" begins at a comma."""
    first = comma + 1
    if _cuts_after_comma(t, first, cues=cues) or _is_remark(t, first, cues=cues):
        return True
    then = t.words[first] == "then" and first + 1 < len(t.words)
    return then and bool(speech_readings(t.words[first + 1], "past", cues=cues))


def _ends_with_comma(t: Words, index: int) -> bool:
    """Whether a quotation stands there with a comma before its closing mark."""
    return t.tags[index] in "Qq" and t.text[t.quotations[index].inner_end - 1] == ","


def is_measure(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether a lone noun stands at `index` that is nobody: "according to plan"."""
    alone = index + 1 >= len(t.words) or t.tags[index + 1] in ",.;:CIH-"
    if index >= len(t.words) or t.tags[index] != "N" or not alone:
        return False
    word = t.words[index]
    return not word.endswith("s") and word not in cues.roles and cues.nouns.get(word) is None


def _is_remark(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether ", a claim that he doubts" begins here, or ", a defeat that she said hurt"."""
    if t.tags[index] != "D":
        return False
    relative = next((i for i in range(index + 2, min(index + 6, len(t.words) - 2)) if t.tags[i] in "HR"), 0)
    if relative and _another_speaks(t, relative + 1, cues=cues):
        return True
    kinds = {cues.nouns.get(word) for word in t.words[index + 1 : index + 3]}
    return "claim" in kinds or ("opinion" in kinds and t.words[index] in ("a", "an"))


def speech_readings(word: str, shape: str, *, cues: Cues) -> list[Form]:
    """Return the readings of a word as a verb of speech in a shape."""
    return [form for form in cues.forms.get(word, ()) if form.shape == shape and form.verb.kind == "speech"]


def _cuts_after_comma(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether ", adding that", ", citing a report" or ", according to" begins here."""
    word = t.words[index]
    following = t.tags[index + 1] if index + 1 < len(t.tags) else "."
    if t.tags[index] == "C" or word in _BEFORE_PARTICIPLE:
        return following == "J" and _cuts_after_comma(t, index + 1, cues=cues)
    if word == "according":
        return not is_measure(t, index + 2, cues=cues)
    if cues.words.get(word) == "aside" or _with_speaker(t, index, cues=cues):
        return True
    if following == ",":
        following = "Q" if t.tags[index + 2 : index + 3] == ["Q"] else "."
    readings = speech_readings(word, "gerund", cues=cues) if t.tags[index] == "J" else []
    if following == "G":
        return any("infinitive" in form.verb.takes for form in readings)
    return following in "HQqDUPNO:JA" and bool(readings)


def _with_speaker(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether ", with the mayor saying" begins here."""
    end = index + 1
    while end < len(t.words) and t.tags[end] in "UDN#IA%" and end - index < 8:
        end += 1
    named = t.words[index] == "with" and index + 1 < end < len(t.words)
    return named and bool(speech_readings(t.words[end], "gerund", cues=cues))


def _cuts_without_comma(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "adding that" or "and the mayor said" begins here, where commas are lost."""
    if t.tags[index] == "C":
        return _another_speaks(t, index + 1, cues=cues)
    if t.tags[index] == "U" and t.tags[index - 1] in "NE#" and _name_says(t, index, cues=cues):
        return True
    if t.tags[index] != "J" or t.tags[index - 1] in "XBpGIDA":
        return False
    plain = any(not form.verb.only_quoted for form in speech_readings(t.words[index], "gerund", cues=cues))
    aside = cues.words.get(t.words[index]) == "aside"
    return aside or (plain and t.tags[index + 1 : index + 2] != ["I"])


def _name_says(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "Lee added that" begins here, where the full stop is lost."""
    end = index
    while end < len(t.words) - 1 and t.tags[end] == "U" and end - index < 4:
        end += 1
    return t.tags[end + 1 : end + 2] == ["H"] and bool(speech_readings(t.words[end], "past", cues=cues))


def _is_occasion(t: Words, index: int, first: int) -> bool:
    """Whether "as he left Oslo" says when it was said that something is so: the tenses tell."""
    if t.words[index] not in ("as", "while") or t.words[index + 1 : index + 2] == t.words[first : first + 1]:
        return False
    subject = t.words[index + 1 : index + 2]
    if subject not in (["he"], ["she"], ["they"]) or t.tags[index + 2 : index + 3] not in (["V"], ["E"]):
        return False
    if {"as", "same", "such"} & set(t.words[max(first, index - 4) : index]):
        return False
    verb = _first_verb(t, first, index)
    return verb is None or t.words[verb] in _PRESENT


def _is_main_clause(t: Words, index: int) -> bool:
    return is_clause(t, index) or ("," not in t.tags[index:] and has_finite(t, index, len(t.words) - 1))


def _answers(t: Words, index: int) -> bool:
    """Whether "to which" begins here."""
    return t.words[index : index + 2] == ["to", "which"]


def _another_speaks(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether ", and Lee criticized it" begins here; an aside may follow the subject."""
    i, stop = index, index + 5
    while i < min(len(t.words), stop):
        if i > index and t.tags[i] in "VE" and speech_readings(t.words[i], "past", cues=cues):
            return True
        if t.tags[i] == "," and i > index and (comma := _next_comma(t, i)):
            i = stop = comma + 1
            stop += 1
            continue
        if t.tags[i] not in "UDNPO#" and t.words[i] not in _PERFECT:
            return False
        i += 1
    return False


def _next_comma(t: Words, index: int) -> int | None:
    """Return the comma that closes the aside which the one at `index` opens."""
    return next((i for i in range(index + 1, min(len(t.words) - 1, index + 10)) if t.tags[i] == ","), None)


def _reports_again(t: Words, index: int, first: int, *, start: int, cues: Cues) -> bool:
    """Whether "and added that" begins here: a second report of the same speaker, whose cue is at `start`."""
    conjunction = t.words[index - 1]
    if t.words[index : index + 1] == t.words[start - 1 : start] and t.words[index] in _PERFECT:
        index += 1  # "have said it rained, and have called Lee a liar"
    while index < len(t.words) and t.tags[index] == "A":
        index += 1
    if index + 1 >= len(t.words):
        return False
    if conjunction == "but" and _turns_back(t, index, first):
        return True
    word, after = t.words[index], index + 1
    if t.tags[index] == "J":
        plain = any(not form.verb.needs_clause for form in speech_readings(word, "gerund", cues=cues))
        parallel = t.tags[start] == "J" and _has_particle(t, index, cues=cues)
        return parallel or (plain and t.tags[after] in "DUPNHQ")
    if t.words[after] == "whether" and word in cues.forms:
        return True
    if any(form.shape == "past" and form.verb.kind == "attitude" for form in cues.forms.get(word, ())):
        said = t.words[after + 1 : after + 2] and t.words[after + 1] in cues.forms
        speaks = t.tags[after] == "G" and (said or cues.words.get(word) == "refusing")
        return t.words[index - 1] == "but" and (t.tags[after] in "HDPU" or bool(speaks))
    while after < len(t.words) - 1 and t.tags[after] == "A":
        after += 1
    readings = speech_readings(word, "past", cues=cues) + speech_readings(word, "present", cues=cues)
    base = speech_readings(word, "base", cues=cues)
    told = t.tags[after] == "H" or _directs(t, index, base)
    return _takes_up(t, index, after, first, readings + (base if told else []))


def _has_particle(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "calling for" stands at `index`, and not "calling" alone."""
    readings = speech_readings(t.words[index], "gerund", cues=cues)
    return any(form.verb.particle == t.words[index + 1] for form in readings)


def _first_verb(t: Words, first: int, end: int) -> int | None:
    return next((i for i in range(first, end) if finite_at(t, i)), None)


def _turns_back(t: Words, index: int, first: int) -> bool:
    """Whether "but did not rule out" or "but gave no date" begins here, of whoever speaks."""
    verb = _first_verb(t, first, index)
    if verb is None or t.tags[verb] not in "Xp":
        return False
    if t.words[index] in ("did", "didn’t", "didn't"):
        return t.words[verb] not in ("did", "didn’t", "didn't")
    return t.words[verb] in _MODALS and t.tags[index] in "VE" and t.tags[index + 1] in "DGHPO"


def _takes_up(t: Words, index: int, after: int, first: int, readings: list[Form]) -> bool:
    """Whether what follows a verb of speech after "and" makes it a report of its own."""
    if not readings:
        return False
    if t.tags[after] in ",:" and t.tags[after + 1 : after + 2] == ["Q"]:
        return True
    verb = _first_verb(t, first, index - 1)
    unquoted = not {"Q", "q"} & set(t.tags[first:index])
    if verb is None and unquoted and t.tags[index] in "VE" and t.tags[after] in "GDUP":
        return True  # "of lying and threatened to": no verb that "threatened" could go with
    if (verb is None or t.tags[verb] in "Xp") and _directs(t, index, readings):
        return True
    takes = frozenset().union(*(form.verb.takes for form in readings))
    asks = bool(takes & {"addressee", "object-infinitive"}) and "addressed" not in takes
    if asks and (t.tags[index - 2 : index] == [",", "C"] or t.tags[after] in "PDUN"):
        return True
    if "addressee" in takes:
        return any(tag in "HQ" for tag in t.tags[after : after + 6])
    states = "bare" in takes or ("clause" in takes and is_clause(t, after))
    return t.tags[after] in "HQPp" or (states and t.tags[after] in "DUN")


def _directs(t: Words, index: int, readings: list[Form]) -> bool:
    """Whether "called on them to leave" or "told us to leave" stands at `index`."""
    for form in readings:
        start = index + 1 + bool(form.verb.particle)
        particle = not form.verb.particle or t.words[index + 1] == form.verb.particle
        if particle and object_shape(t, start, form.verb) in _DIRECTED:
            return True
    return False


def _comments(t: Words, index: int) -> bool:
    """Whether a remark on a quotation begins: “…,” a promise he has made before."""
    if not _ends_with_comma(t, index - 1):
        return False
    return t.words[index] in ("a", "an", "which") or t.tags[index] == "J" or _answers(t, index)


def _leaves_quotation(t: Words, index: int, first: int, following: str) -> bool:
    """Whether the content is a quotation whose comma leads to a remark: “…”, a nod to the vote."""
    if t.tags[first] not in "Qq":
        return False
    if index == first + 1 and t.tags[index] == "I" and t.tags[first] == "Q" and following == "J":
        return True  # “The war is over” in opening the talks
    acts = t.tags[index + 1 + (following == "A") : index + 2 + (following == "A")]
    if index == first + 1 and t.tags[index] == "C" and acts in (["V"], ["E"]):
        return _ends_with_comma(t, first)  # “The war is over,” and then left
    ended = index == first + 1 and t.text[t.quotations[first].inner_end - 1] in ",?!"
    return (t.tags[index] == "," and following in "DRJ") or (ended and t.tags[index] in "SI")


def _without_citation(t: Words, first: int, last: int) -> int:
    """Leave out a bracket with a date at the end: (Agency, June 22)."""
    if t.tags[last] != ")":
        return last
    opening = next((i for i in range(last, first, -1) if t.tags[i] == "("), first)
    return opening - 1 if opening > first and "T" in t.tags[opening:last] else last
