"""Reports by a participle: "…, adding that", "quoted her as saying", "Calling it …, she left"."""

from .clauses import time_end, time_start
from .complements import Complement, complement_after
from .contents import content_end
from .scene import (
    BE,
    SELF,
    Cue,
    Report,
    Scene,
    find_speaker,
    look_left,
    make_report,
    report_left,
    report_right,
    sentence_subject,
)
from .subjects import Span, phrase_after, subject_before

_LINKS = frozenset(("by", "before", "after", "while", "when", "in", "to", "despite"))
_TEXTS = ("venue", "claim", "document")


def report_by_participle(scene: Scene, cue: Cue, earlier: list[Report]) -> list[Report]:
    """Return the report of a participle; `earlier` are the reports before it in the sentence."""
    t = scene.t
    edge = cue.first - 1
    while edge >= 0 and t.tags[edge] == "A":
        edge -= 1
    before = t.words[edge] if edge >= 0 else ""
    if cue.verb is None or cue.verb.kind == "document" or before == "without":
        return []
    if before == "as":
        return _as_saying(scene, cue)
    complement = complement_after(t, cue.last, cue.verb, left_is_clause=False, cues=scene.cues)
    if complement is None or (complement.shape == "clause" and "," in t.tags[cue.last : complement.first]):
        return []
    if own := _absolute_subject(scene, edge):
        spoken = complement.shape in ("that", "quotation", "question", "clause", "label", "infinitive")
        return [report_right(scene, cue, own, complement, rule="participle")] if spoken else []
    if edge < 0:
        return _opening(scene, cue, complement)
    noun = time_start(t, edge, 0) - 1  # "released a statement this week urging"
    texts = noun >= 0 and scene.cues.nouns.get(t.words[noun]) in _TEXTS
    free = t.tags[edge] in ",-CT#Q" or (t.commas_lost and t.tags[edge] in "NUEVqQ")
    if not (texts or free or before in _LINKS):
        return []
    return _with_nearest_speaker(scene, cue, complement, edge, earlier)


def _with_nearest_speaker(
    scene: Scene, cue: Cue, complement: Complement, edge: int, earlier: list[Report]
) -> list[Report]:
    """Return the report of the last speaker of the sentence, or of its subject."""
    last = next((r for r in reversed(earlier) if not r.negated and r.speaker is not None), None)
    if shown := _shown(scene, edge):
        return [report_right(scene, cue, shown, complement, rule="participle")]
    follows = scene.t.commas_lost or scene.t.tags[edge] in ",-C"
    phrase = None if last and follows else sentence_subject(scene, cue.first)
    if phrase is not None and scene.t.words[phrase[0]] not in SELF:
        speaker, whole = find_speaker(scene, phrase)
    elif last is not None and last.speaker is not None:
        speaker, whole = last.speaker, last.phrase or last.speaker
    else:
        return []
    report = report_right(scene, cue, None, complement, rule="participle")
    return [report._replace(speaker=speaker, phrase=whole)]


def _shown(scene: Scene, edge: int) -> Span | None:
    """Return whom "the video showed Ann Lee, a doctor, saying that" shows."""
    t = scene.t
    for i in range(edge - 1, max(0, edge - 16), -1):
        if any(form.verb.kind == "document" for form in scene.cues.forms.get(t.words[i], ())):
            phrase = phrase_after(t, i + 1, edge, cues=scene.cues)
            return phrase if phrase is not None and t.tags[phrase[0]] in "UD" else None
        if t.tags[i] in "XHV;:":
            return None
    return None


def _absolute_subject(scene: Scene, edge: int) -> Span | None:
    """Return the subject in "with one player saying …"."""
    t = scene.t
    start = edge
    while start > 0 and t.tags[start] in "UND#q" and edge - start < 8:
        start -= 1
    return (start + 1, edge) if start < edge and t.words[start] == "with" else None


def _opening(scene: Scene, cue: Cue, complement: Complement) -> list[Report]:
    """Return "Calling it “…”, the senator left"."""
    t = scene.t
    phrase = _after_opening(scene, complement.first)
    if phrase is None:
        return []
    final = content_end(t, complement.first, start=cue.first, in_relative=False, cues=scene.cues)
    final = max(min(final, phrase[0] - 1 - (t.tags[phrase[0] - 1] == ",")), complement.first)
    return [make_report(scene, t.span(complement.first, final), phrase, cue, rule="participle")]


def _after_opening(scene: Scene, first: int) -> Span | None:
    t = scene.t
    last = len(t.words) - 1
    for i in range(first + 1, last + 1):
        if t.tags[i] == "," or (t.tags[i - 1] in "Qq" and t.tags[i] in "UDP"):
            at = i + 1 if t.tags[i] == "," else i
            phrase = phrase_after(t, at, last, cues=scene.cues) if at <= last else None
            if phrase is not None and t.tags[phrase[0]] in "UDP":
                return phrase
    return None


def _as_saying(scene: Scene, cue: Cue) -> list[Report]:
    """Return "Outlet quoted her as saying …" and "“…,” she was quoted by Outlet as saying"."""
    t = scene.t
    carrying = (
        i
        for i in range(cue.first - 2, -1, -1)
        if any("carried" in reading.verb.takes for reading in scene.cues.forms.get(t.words[i], ()))
    )
    at = next(carrying, None)
    if at is None:
        return []
    phrase, outlet = _carried(scene, cue, at)
    if phrase is None or cue.verb is None:
        return []
    complement = complement_after(t, cue.last, cue.verb, left_is_clause=False, cues=scene.cues)
    if complement is not None:
        return [report_right(scene, cue, phrase, complement, rule="quoted-as-saying", carrier=outlet)]
    before = phrase[0] - 1
    if before < 0:
        return []
    quotation = t.tags[before] in "Qq"
    found = report_left(scene, cue, phrase, before, quotation=quotation, carrier=outlet)
    return [report._replace(rule="quoted-as-saying") for report in found]


def _carried(scene: Scene, cue: Cue, at: int) -> tuple[Span | None, tuple[int, int] | None]:
    """Return who is quoted by the verb at `at`, and the offsets of the outlet that quotes."""
    t = scene.t
    left = look_left(scene, at)
    subject = subject_before(t, left.edge, 0, cues=scene.cues) if left.edge >= 0 else None
    if any(word in BE for word in left.auxiliaries) or (left.edge >= 0 and t.tags[left.edge] == ","):
        by = next((i for i in range(at + 1, cue.first) if t.words[i] in ("by", "in")), None)
        return subject, t.span(by, cue.first - 2) if by is not None else None
    quoted = phrase_after(t, time_end(t, at + 1), cue.first - 2, cues=scene.cues)
    return quoted, t.span(*subject) if subject else None
