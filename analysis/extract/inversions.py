"""Reports whose verb stands before its subject: "“…,” said Ann Lee, a doctor"."""

from ..knowledge.cues import Form
from .clauses import Words, finite_at, has_finite
from .complements import complement_after
from .scene import SELF, Cue, Report, Scene, report_left, report_rest, subject_ahead
from .subjects import Span, name_in, phrase_after


def report_inverted(scene: Scene, cue: Cue, form: Form) -> list[Report]:
    """Return the reports of a verb that its subject follows."""
    t = scene.t
    last = len(t.words) - 1
    at = cue.first - 1
    if form.shape not in ("past", "present") or cue.last >= last:
        return []
    quotation = at >= 0 and (t.tags[at] in "Qq" or (at > 0 and t.tags[at] in ",-" and t.tags[at - 1] in "Qq"))
    clause = at > 2 and t.tags[at] == "," and not form.verb.only_quoted and has_finite(t, 0, at - 1)
    if not (quotation or clause or at < 0) or (clause and _has_object(scene, cue, form)):
        return []
    phrase = phrase_after(t, cue.last + 1, last, cues=scene.cues)
    if phrase is None or t.words[phrase[0]] in SELF or _runs_on(t, phrase[1] + 1):
        return []
    if at < 0 and (t.tags[phrase[0]] == "N" or not _leads_to_quotation(t, phrase[1] + 1)):
        return []
    speaker = _name_in_apposition(scene, phrase)
    left = report_left(scene, cue, speaker, at, quotation=quotation) if at >= 0 else []
    if at >= 0 and not left:
        return []
    return left + _going_on(scene, cue, speaker, phrase[1] + 1)


def _has_object(scene: Scene, cue: Cue, form: Form) -> bool:
    """Whether what follows is what was said: "stressed the need to leave", "asked the crew to leave"."""
    said = complement_after(scene.t, cue.last, form.verb, left_is_clause=False, cues=scene.cues)
    return said is not None and said.shape in ("object", "infinitive", "gerund")


def _leads_to_quotation(t: Words, index: int) -> bool:
    """Whether a quotation follows "Said Ann Lee", before any other verb."""
    quotation = next((i for i in range(index, len(t.words)) if t.tags[i] == "Q"), index)
    return quotation > index and not has_finite(t, index, quotation - 1)


def _going_on(scene: Scene, cue: Cue, phrase: Span, index: int) -> list[Report]:
    """Return the second part of “…,” said Ann Lee, “…”."""
    t = scene.t
    for i in range(index, len(t.words)):
        if t.tags[i] == "Q" and t.tags[i - 1] in ",:-":
            report = report_rest(scene, cue, phrase, i, rule="cue-quotation")
            return [report._replace(confidence="certain")]
        if t.words[i] in scene.cues.forms and t.tags[i] in "JVE" and "Q" in t.tags[i + 1 : i + 4]:
            return []
    return []


def report_inverted_after_clause(scene: Scene, cue: Cue, form: Form, phrase: Span) -> list[Report]:
    """Return "The plan is dead, said Ann Lee", where what stands before the comma looks like a subject."""
    t = scene.t
    at = cue.first - 1
    if at < 0 or t.tags[at] != "," or cue.last + 1 >= len(t.words) or "addressed" in form.verb.takes:
        return []
    if phrase[0] > 0 and t.tags[phrase[0] - 1] in "Qq":
        return []
    if parted := report_inside_clause(scene, cue):
        return parted
    inserted = phrase[0] == 0 and t.tags[phrase[1] + 2] in "RDJ"
    if t.tags[cue.last + 1] not in "UD" or "q" in t.tags[cue.last :] or inserted:
        return []
    if any(finite_at(t, i) for i in range(cue.last + 1, len(t.words))) or not has_finite(t, 0, at - 1):
        return []
    return report_inverted(scene, cue, form)


def report_inside_clause(scene: Scene, cue: Cue) -> list[Report]:
    """Return both parts of "The road, said Ann Lee, is closed", the second of "It is, said Ann Lee, “…”"."""
    t, n = scene.t, len(scene.t.words)
    comma = next((i for i in range(cue.last + 1, n) if t.tags[i] not in "UDN"), n)
    if comma == cue.last + 1 or comma + 1 >= n or t.tags[comma] != "," or t.tags[comma + 1] not in "XVEpQq":
        return []
    speaker = cue.last + 1, comma - 1
    opening = subject_ahead(scene, cue, speaker, (cue.first - 1, comma + 1))
    rest = report_rest(scene, cue, speaker, comma + 1, rule="resumed-clause")
    if t.tags[comma + 1] in "Qq":
        rest = rest._replace(rule="cue-quotation")
        return [rest] if t.tags[cue.first - 2 : cue.first] == ["X", ","] else []
    return [opening._replace(rule="clause-cue"), rest] if opening else []


def _runs_on(t: Words, index: int) -> bool:
    """Whether a verb follows directly, so that the phrase is a subject of its own."""
    i = index
    while i < len(t.words) and t.tags[i] in "AK":
        i += 1
    reduced = t.tags[i : i + 1] == ["E"] and (i > index or t.tags[i + 1 : i + 2] == ["I"])
    return i < len(t.words) and t.tags[i] in "XVpEB" and not reduced


def _name_in_apposition(scene: Scene, phrase: Span) -> Span:
    """Return the name in "said a spokesman, Ann Lee" instead of the role."""
    t = scene.t
    if name_in(t, *phrase, titles=scene.cues.titles) is not None:
        return phrase
    first = phrase[1] + 2
    end = first
    while end < len(t.words) and t.tags[end] == "U":
        end += 1
    name = t.tags[first - 1 : first] == [","] and 2 <= end - first <= 4
    return (first, end - 1) if name and (end == len(t.words) or t.tags[end] in ",.") else phrase
