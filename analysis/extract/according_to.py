"""Reports that "according to" introduces, before, after or inside what was said."""

from collections.abc import Sequence

from .clauses import Words, finite_at, has_finite
from .contents import content_end, is_measure
from .scene import Cue, Report, Scene, make_report, subject_ahead
from .subjects import Span

_LEMMA = "according to"


def report_according_to(scene: Scene, index: int, earlier: Sequence[Report] = ()) -> list[Report]:
    """Return what stands according to whoever is named after the word at `index`.

    `earlier` are the reports before it in the sentence.
    """
    t = scene.t
    measure = is_measure(t, index + 2, cues=scene.cues)
    if measure or index + 2 >= len(t.words) or t.words[index - 1 : index] == ["not"]:
        return []
    last = _without_subject(scene, index + 2, source_end(t, index + 2))
    phrase = index + 2, last
    if last < index + 2 or _is_hearsay(scene, phrase):
        return []
    cue = Cue(index, index + 1, None, _LEMMA)
    if all(tag in "CA," for tag in t.tags[:index]) or _continues_clause(t, index) or _dates(t, index):
        return _opening(scene, cue, phrase)
    return _closing(scene, cue, phrase, earlier) + _going_on(scene, cue, phrase)


def _continues_clause(t: Words, index: int) -> bool:
    """Whether "that according to Ann Lee it rained" or "which, according to Ann Lee, …" stands there."""
    before = index - 1 - (t.tags[index - 1] == ",")
    return before >= 0 and (t.tags[before] in "HR" or (t.tags[before] == "C" and before < index - 1))


def _dates(t: Words, index: int) -> bool:
    """Whether "In May," is all that stands before the word at `index`."""
    return t.tags[0] == "I" and index > 2 and t.tags[index - 1] == "," and not has_finite(t, 0, index - 2)


def _without_subject(scene: Scene, first: int, last: int) -> int:
    """Cut a source before the subject of a clause that no comma parts from it."""
    t = scene.t
    if not finite_at(t, min(last + 1, len(t.words) - 1)):
        return last
    for i in range(first + 1, last + 1):
        title = scene.cues.roles.get(t.words[i - 1]) == t.words[i - 1]  # "spokesman Ann Lee"
        named = t.tags[i - 1] in "U)" or (t.tags[i - 1] == "N" and not title)
        counted = t.tags[i] == "#" or (t.tags[i] in "IAN" and "#" in t.tags[i + 1 : i + 3])
        if named and (counted or (t.tags[i] in "UN" and t.tags[i] != t.tags[i - 1])):
            return i - 1
    return last


def _opening(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return "According to the coach, Ann Lee, it rained"."""
    t = scene.t
    phrase = phrase[0], _after_participle(t, phrase[1])
    first = _after_source(t, phrase[1])
    if first is None:
        return []
    if first > phrase[1] + 2 and all(tag == "U" for tag in t.tags[phrase[1] + 2 : first - 1]):
        phrase = phrase[0], first - 2
    final = content_end(t, first, start=cue.first, in_relative=False, cues=scene.cues)
    if not has_finite(t, first, final):
        return []
    content = t.span(first, final)
    return [make_report(scene, content, phrase, cue, rule="according-to", confidence="certain")]


def _closing(scene: Scene, cue: Cue, phrase: Span, earlier: Sequence[Report]) -> list[Report]:
    """Return "It rained, according to Ann Lee"."""
    t = scene.t
    end = cue.first - 1
    while end > 0 and t.tags[end] in ",-":
        end -= 1
    first = next((i + 1 for i in range(end, 0, -1) if t.tags[i] == ";"), 0)
    first = max(first, _after_other_report(t, end, earlier))
    while first < end and t.tags[first] in "C,":
        first += 1
    if end <= first or not (has_finite(t, first, end) or t.tags[end] == "Q" or end - first > 3):
        return []
    content = t.span(first, end)
    return [make_report(scene, content, phrase, cue, rule="according-to", confidence="certain", before=False)]


def _after_other_report(t: Words, end: int, earlier: Sequence[Report]) -> int:
    """Return where "but it froze" begins in "Lee said it rained, but it froze, according to Kim"."""
    if not earlier or not earlier[-1].before:
        return 0
    for i in range(end, 1, -1):
        if t.starts[i] <= earlier[-1].start:
            return 0
        if t.tags[i - 1] == "," and (t.words[i] in ("but", "while", "though")) and end - i > 2:
            return i + 1
    return 0


def _going_on(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return the second part of "It rained, according to Ann Lee, and it froze"."""
    t = scene.t
    first = phrase[1] + 2
    if first >= len(t.words) or t.tags[first - 1] != "," or t.tags[cue.first - 1] != ",":
        return []
    final = content_end(t, first, start=cue.first, in_relative=False, cues=scene.cues)
    if final <= first or not has_finite(t, first, final) or t.tags[first] in "DRU":
        return []
    report = make_report(scene, t.span(first, final), phrase, cue, rule="according-to")
    opening = subject_ahead(scene, cue, phrase, (cue.first - 1, first))
    return [opening._replace(rule="according-to"), report] if opening else [report]


def source_end(t: Words, index: int) -> int:
    """Return the last word of the noun phrase after "according to"."""
    i = index
    relative = False
    while i < len(t.words):
        tag = t.tags[i]
        if tag in ",;:.HQ" or (tag in "(-" and i > index):
            break
        relative = relative or tag == "R"
        if not relative and i > index and _begins_clause(t, i):
            break
        i += 1
    return i - 1


def _begins_clause(t: Words, index: int) -> bool:
    tag, before = t.tags[index], t.tags[index - 1]
    if tag in "DP":
        return before in "UN#"
    return finite_at(t, index) and not (tag == "E" and before in "NUPO")


def _after_participle(t: Words, last: int) -> int:
    """Return the end of "a letter sent on Monday" where a clause follows after a comma."""
    comma = next((i for i in range(last + 1, len(t.words)) if t.tags[i] in ",.;:HQ"), last)
    reduced = comma > last + 1 and finite_at(t, last + 1) and t.tags[comma] == ","
    return comma - 1 if reduced and has_finite(t, comma + 1, len(t.words) - 1) else last


def _after_source(t: Words, last: int) -> int | None:
    """Return where the content begins after "According to the coach, Ann Lee, …"."""
    n = len(t.words)
    i = last + 1
    if i >= n or t.tags[i] in ".;:":
        return None
    if t.tags[i] != ",":
        return i
    i += 1
    end = next((k for k in range(i, n) if t.tags[k] in ",.;"), n)
    opens = t.tags[i] in "UDREJ" or t.words[i].endswith("ing")
    inserted = end + 1 < n and t.tags[end] == "," and opens and not _has_apposition(t, i, end)
    if inserted and not has_finite(t, i, end - 1) and has_finite(t, end + 1, n - 1):
        return end + 1
    if t.tags[i : i + 1] == ["R"] and end + 1 < n:
        return end + 1
    return i if i < n else None


def _has_apposition(t: Words, first: int, comma: int) -> bool:
    """Whether the name before the comma is a subject with its role after it: "Ann Lee, a doctor, …"."""
    close = next((k for k in range(comma + 1, len(t.words)) if t.tags[k] in ",.;"), 0)
    named = all(tag == "U" for tag in t.tags[first:comma])
    role = (
        t.tags[comma + 1] in "D#"
        and close
        and t.tags[close] == ","
        and not has_finite(t, comma + 1, close - 1)
    )
    return named and bool(role) and close + 1 < len(t.words) and t.tags[close + 1] in "XVAEp"


def _is_hearsay(scene: Scene, phrase: Span) -> bool:
    """Whether "according to preliminary data" names nobody."""
    first, last = phrase
    if "U" in scene.t.tags[first : last + 1]:
        return False
    return scene.cues.nouns.get(scene.t.words[last]) == "hearsay" and last - first < 2
