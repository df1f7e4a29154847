"""Reports whose verb stands in a relative clause: "Lee, who said that …", "a plan which she said failed"."""

from .clauses import time_end
from .complements import Complement, complement_after
from .scene import Cue, Report, Scene, can_speak, make_report, report_right
from .subjects import Span, subject_before


def report_in_relative(scene: Scene, cue: Cue, edge: int, earlier: list[Report]) -> list[Report]:
    """Return the report of "…, who said that"."""
    t = scene.t
    anchor = edge - 1
    while anchor >= 0 and t.tags[anchor] == ",":
        anchor -= 1
    if t.words[edge] not in ("who", "which") or anchor < 0:
        return []
    if t.tags[anchor] == "C":
        return _again(scene, cue, earlier)
    phrase = subject_before(t, anchor, 0, cues=scene.cues)
    if phrase is None or not can_speak(scene, phrase, cue.verb):
        return []
    phrase = _named_before(scene, phrase) or phrase
    return report_after_cue(scene, cue, phrase, rule="", relative=True)


def report_of_text(scene: Scene, cue: Cue, edge: int) -> list[Report]:
    """Return the report of "a letter that urged them to leave"."""
    phrase = subject_before(scene.t, edge - 1, 0, cues=scene.cues)
    if phrase is None or scene.cues.nouns.get(scene.t.words[phrase[1]]) not in ("venue", "claim", "document"):
        return []
    complement = complement_after(scene.t, cue.last, cue.verb, left_is_clause=False, cues=scene.cues)
    if complement is None or complement.shape in ("object", "quotation"):
        return []  # whoever shows a letter that reads “…” speaks
    return [report_right(scene, cue, phrase, complement, rule=f"cue-{complement.shape}", relative=True)]


def report_in_gap(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return "would fail" of "the plan, which she said would fail"."""
    t, n = scene.t, len(scene.t.words)
    relative = phrase[0] > 1 and (t.tags[phrase[0] - 1] == "R" or t.words[phrase[0] - 1] in ("that", "who"))
    if not relative or cue.verb is None or "clause" not in cue.verb.takes or cue.verb.only_quoted:
        return []
    first = cue.last + 1
    while first < n and (t.tags[first] == "A" or time_end(t, first) > first):
        first = max(first + 1, time_end(t, first))
    if first >= n or t.tags[first] not in "XVE" or not can_speak(scene, phrase, cue.verb):
        return []
    return [report_right(scene, cue, phrase, Complement("clause", first), rule="cue-clause", relative=True)]


def report_name_given(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return the quotation of "what she called “…”" and "what she described as “…”"."""
    t, first = scene.t, cue.last + 1
    if cue.verb is None or not cue.verb.takes & {"label", "as"} or not can_speak(scene, phrase, cue.verb):
        return []
    while first < len(t.words) - 1 and (t.words[first] == "as" or t.tags[first] in "DA"):
        first += 1
    relative = t.tags[phrase[0] - 1] in "RH" or t.words[phrase[0] - 1] == "what"
    if not relative or t.tags[first : first + 1] not in (["Q"], ["q"]):
        return []
    return [make_report(scene, t.span(first, first), phrase, cue, rule="cue-label", confidence="certain")]


def report_after_cue(
    scene: Scene, cue: Cue, phrase: Span, *, rule: str, relative: bool = False
) -> list[Report]:
    """Return the report of a content after its cue; without a `rule`, the content's shape names it."""
    complement = complement_after(scene.t, cue.last, cue.verb, left_is_clause=False, cues=scene.cues)
    if complement is None or not can_speak(scene, phrase, cue.verb):
        return []
    rule = rule or f"cue-{complement.shape}"
    return [report_right(scene, cue, phrase, complement, rule=rule, relative=relative)]


def _named_before(scene: Scene, phrase: Span) -> Span | None:
    """Return the name in "was Ann Lee, a nurse, who said": the phrase is its apposition."""
    t, comma = scene.t, phrase[0] - 1
    start = comma
    while start > 0 and t.tags[start - 1] == "U":
        start -= 1
    apposition = comma > 0 and t.tags[comma] == "," and t.tags[phrase[0]] == "D"
    return (start, comma - 1) if apposition and comma - start > 1 else None


def _again(scene: Scene, cue: Cue, earlier: list[Report]) -> list[Report]:
    """Return the second report of "Lee, who said … and who added …"."""
    last = earlier[-1] if earlier else None
    complement = complement_after(scene.t, cue.last, cue.verb, left_is_clause=False, cues=scene.cues)
    if last is None or complement is None:
        return []
    report = report_right(scene, cue, None, complement, rule="shared-subject", relative=True)
    return [report._replace(speaker=last.speaker, phrase=last.phrase)]
