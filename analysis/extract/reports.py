"""Reports of speech in one sentence: cue, speaker phrase and content."""

from itertools import compress, count

from ..knowledge.cues import Cues
from .according_to import report_according_to
from .clauses import Words
from .noun_cues import report_by_noun
from .scene import Cue, Report, Scene, can_speak, make_report, report_rest, sentence_subject
from .verb_cues import report_by_verb


def find_reports(t: Words, *, sentence: int, cues: Cues) -> list[Report]:
    """Return the reports of one sentence in the order of their cues; negated ones are marked."""
    scene = Scene(t, cues, sentence)
    found: list[Report] = []
    for index in list(compress(count(), map(cues.triggers.__contains__, t.words))):
        word = t.words[index]
        if word == "according" and t.words[index + 1 : index + 2] == ["to"]:
            found += report_according_to(scene, index, found)
            continue
        if word in cues.nouns:
            found += report_by_noun(scene, index)
        if word not in cues.forms or (t.tags[index] == "U" and index and t.tags[index - 1] not in "Q:"):
            continue
        for form in cues.forms[word]:
            if reports := report_by_verb(scene, index, form, found):
                found += reports
                break
    return found


def find_after_colon(t: Words, *, sentence: int, cues: Cues) -> list[Report]:
    """Return quotations with a name but no cue: "Lee was blunt: “…”", "LEE: “…”", "“…” – Ann Lee"."""
    scene = Scene(t, cues, sentence)
    if t.tags[:2] == ["Q", "-"] and len(t.words) > 3 and all(tag in "U." for tag in t.tags[2:]):
        phrase = 2, len(t.words) - 1
        return [make_report(scene, t.span(0, 0), phrase, Cue(1, 1, None, ""), rule="dash", before=False)]
    found = []
    for i in range(2, len(t.words)):
        if t.tags[i] != "Q" or t.tags[i - 1] != ":":
            continue
        named = i < 7 and all(tag == "U" for tag in t.tags[: i - 1])
        phrase = (0, i - 2) if named else sentence_subject(scene, i - 1)
        if phrase is not None and can_speak(scene, phrase, None):
            found.append(report_rest(scene, Cue(i - 1, i - 1, None, ""), phrase, i, rule="colon"))
    return found


def report_before_colon(t: Words, *, sentence: int, cues: Cues) -> Report | None:
    """Return a report without content for a sentence that ends in a colon, by its last cue or its subject."""
    scene = Scene(t, cues, sentence)
    last = len(t.words) - 1
    phrase = sentence_subject(scene, last + 1)
    if phrase is None or not can_speak(scene, phrase, None):
        return None
    at = next((i for i in range(last, 0, -1) if t.words[i] in cues.forms), last)
    readings = cues.forms.get(t.words[at])
    cue = Cue(at, at, None, readings[0].verb.lemma if readings else "")
    return make_report(scene, t.span(at, at), phrase, cue, rule="colon")
