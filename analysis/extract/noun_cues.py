"""Reports that a noun introduces: an opinion, a statement that was issued, somebody's claim that …."""

from .according_to import source_end
from .clauses import Words, finite_at, has_finite
from .contents import content_end
from .scene import SELF, Cue, Report, Scene, look_left, make_report, possessive, report_rest, sentence_subject
from .subjects import Span, phrase_after, subject_before


def report_by_noun(scene: Scene, index: int) -> list[Report]:
    """Return the report that the noun at `index` introduces."""
    kind = scene.cues.nouns[scene.t.words[index]]
    if index + 1 >= len(scene.t.words) or index == 0:
        return []
    if kind == "opinion":
        return _in_opinion(scene, index)
    if kind in ("venue", "claim", "document") and (issued := _issued(scene, index)):
        return issued
    return (_claim_that(scene, index) or _promise_to(scene, index)) if kind == "claim" else []


def _issued(scene: Scene, index: int) -> list[Report]:
    """Return "The ministry issued a statement, “…”"."""
    t, cues = scene.t, scene.cues
    verbs = (i for i in range(index - 1, max(-1, index - 5), -1) if cues.words.get(t.words[i]) == "issuing")
    verb = next(verbs, None)
    first = index + 1 if t.tags[index + 1] == "Q" else index + 2
    if verb is None or t.tags[index + 1] not in ",:Q" or t.tags[first : first + 1] != ["Q"]:
        return []
    edge = look_left(scene, verb).edge
    phrase = subject_before(t, edge, 0, cues=cues) if edge >= 0 else None
    phrase = phrase or sentence_subject(scene, index)
    if phrase is None:
        return []
    cue = Cue(verb, index, None, t.words[index])
    return [report_rest(scene, cue, phrase, first, rule="noun-cue")._replace(confidence="certain")]


def _in_opinion(scene: Scene, index: int) -> list[Report]:
    """Return "In the ministry's opinion, …" and "In the words of Ann Lee, …"."""
    t = scene.t
    start = index - 1
    while start > 0 and t.words[start] != "in" and t.tags[start] in "UND#E":
        start -= 1
    if t.words[start] != "in" or (start and t.tags[start - 1] not in "C,-"):
        return []
    if t.words[index + 1] == "of":
        owner = index + 2, source_end(t, index + 2)
        first = owner[1] + 2
    elif t.tags[index + 1] == "," and start < index - 1 and _owns(t, index - 1):
        owner = start + 1, index - 1
        first = index + 2
    else:
        return []
    if first >= len(t.words):
        return []
    cue = Cue(index, index, None, t.words[index])
    return [_without_possessive(t, report_rest(scene, cue, owner, first, rule="noun-cue"))]


def _owns(t: Words, index: int) -> bool:
    return t.words[index] not in SELF and (possessive(t.words[index]) or t.tags[index] == "D")


def _without_possessive(t: Words, report: Report) -> Report:
    start, end = report.speaker or (0, 0)
    for ending in ("’s", "'s", "’", "'"):
        if t.text[start:end].endswith(ending):
            return report._replace(speaker=(start, end - len(ending)))
    return report


def _claim_that(scene: Scene, index: int) -> list[Report]:
    """Return "his rival's claim that …" and "claims by his rival that …"."""
    t = scene.t
    last = len(t.words) - 1
    owner, at = _owner(t, index), index + 1
    if t.words[at] in ("by", "from") and at < last:
        phrase = phrase_after(t, at + 1, last, cues=scene.cues)
        if phrase is not None:
            owner, at = phrase, phrase[1] + 1
    if owner is None or at >= last or t.tags[at] != "H" or not has_finite(t, at + 1, last):
        return []
    final = content_end(t, at + 1, start=index, in_relative=False, cues=scene.cues)
    content = t.span(at + 1, _before_main_verb(t, at + 1, final))
    cue = Cue(index, index, None, t.words[index])
    return [
        _without_possessive(t, make_report(scene, content, owner, cue, rule="noun-cue", confidence="guess"))
    ]


def _promise_to(scene: Scene, index: int) -> list[Report]:
    """Return "her promise to repair the quay": a noun whose verb takes an infinitive."""
    t = scene.t
    takes = {take for form in scene.cues.forms.get(t.words[index], ()) for take in form.verb.takes}
    owner = _owner(t, index)
    opens = t.tags[index + 1] == "G" and t.tags[index + 2 : index + 3] not in ([], ["D"], ["U"], ["P"], ["O"])
    if owner is None or "infinitive" not in takes or not opens or t.words[index].endswith("s"):
        return []
    final = content_end(t, index + 1, start=index, in_relative=False, cues=scene.cues)
    verb = next((i for i in range(index + 2, final + 1) if finite_at(t, i) and t.tags[i] in "XV"), final + 1)
    cue = Cue(index, index, None, t.words[index])
    content = t.span(index + 1, verb - 1)
    report = make_report(scene, content, owner, cue, rule="noun-cue", confidence="guess")
    return [_without_possessive(t, report)]


def _owner(t: Words, index: int) -> Span | None:
    """Return whose claim the noun at `index` is."""
    start = index - 1
    while start > 0 and t.tags[start] in "NEA" and not possessive(t.words[start]):
        start -= 1
    if t.words[start] in ("his", "her", "their"):
        return start, start
    if not possessive(t.words[start]):
        return None
    first = start
    while first > 0 and t.tags[first - 1] in "UN":
        first -= 1
    return (first - 1 if first > 0 and t.tags[first - 1] == "D" else first), start


def _before_main_verb(t: Words, first: int, final: int) -> int:
    """Cut the clause before the verb of the sentence: her claim that it works | has been tested."""
    seen = False
    for i in range(first, final + 1):
        if t.tags[i] not in "XV" or t.tags[i - 1] in "XBAKRGPDC":
            seen = seen or finite_at(t, i)
            continue
        joined = any(tag in "CSHR," for tag in t.tags[max(first, i - 5) : i])
        if seen and t.tags[i - 1] in "NUq#E" and not joined:
            return i - 1
        seen = True
    return final
