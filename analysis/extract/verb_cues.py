"""Reports by a finite verb: "she said that", "…, she said", "…, said Ann Lee", "A, she says, B"."""

from dataclasses import replace

from ..knowledge.cues import Form
from .clauses import Words, finite_at, has_finite, time_end
from .complements import complement_after
from .inversions import report_inside_clause, report_inverted, report_inverted_after_clause
from .lost_commas import report_without_commas
from .participles import report_by_participle
from .passives import report_by_agent
from .relatives import report_after_cue, report_in_gap, report_in_relative, report_name_given, report_of_text
from .scene import (
    BE,
    SOME,
    SUBORDINATORS,
    Cue,
    Left,
    Report,
    Scene,
    can_speak,
    has_clause,
    is_plural,
    look_left,
    make_report,
    possessive,
    present_plural,
    report_left,
    report_rest,
    report_right,
    sentence_subject,
    subject_ahead,
)
from .subjects import Span, subject_before

_HYPOTHETICAL = frozenset(("can", "could", "may", "might", "must", "should", "shall", "cannot"))
_MODALS = frozenset(
    (
        "will",
        "would",
        "do",
        "does",
        "did",
        "don’t",
        "don't",
        "doesn’t",
        "doesn't",
        "didn’t",
        "didn't",
        "won’t",
    )
)
_NOBODY = frozenset(("none", "no", "nobody", "neither"))
_QUESTIONS = frozenset(("how", "why", "what"))
_TIMES = frozenset(("since", "after", "before", "until"))
_CONDITIONS = frozenset(("if", "because", "though", "although", "whether", "unless"))


def report_by_verb(scene: Scene, index: int, form: Form, earlier: list[Report]) -> list[Report]:
    """Return the reports that the verb at `index` makes; `earlier` are those before it in the sentence."""
    t, verb = scene.t, form.verb
    last = index + 1 if verb.particle else index
    if verb.kind == "attitude" or (verb.particle and t.words[last : last + 1] != [verb.particle]):
        return []
    if form.shape == "gerund" and not _is_progressive(t, index):
        if scene.cues.words.get(t.words[index - 1]) == "perceived" and index:
            return _perceived(scene, Cue(index, last, verb, verb.lemma))
        return report_by_participle(scene, Cue(index, last, verb, verb.lemma), earlier)
    left = look_left(scene, index)
    cue = Cue(index, last, verb, verb.lemma, left.negated)
    if _is_passive(t, cue, form, left):
        return report_by_agent(scene, cue)
    if _is_noun(scene, cue, form, left):
        return []
    if any(word in _HYPOTHETICAL for word in left.auxiliaries):
        return []
    if left.infinitive:
        base = form.shape == "base" or verb.lemma == t.words[index]
        return _infinitive(scene, cue, left.edge) if base else []
    if left.edge >= 0 and t.tags[left.edge] == "R":
        return report_in_relative(scene, cue, left.edge, earlier)
    if left.edge > 0 and t.tags[left.edge] == "H":
        return report_of_text(scene, cue, left.edge)
    return _main(scene, cue, form, left, earlier)


def _perceived(scene: Scene, cue: Cue) -> list[Report]:
    """Return "“…,” a woman is heard saying"."""
    left = look_left(scene, cue.first - 1)
    if left.negated or left.edge < 0 or not any(word in BE for word in left.auxiliaries):
        return []
    phrase = subject_before(scene.t, left.edge, 0, cues=scene.cues)
    return [] if phrase is None else _with_subject(scene, cue, phrase, rule="raised-cue")


def _main(scene: Scene, cue: Cue, form: Form, left: Left, earlier: list[Report]) -> list[Report]:
    t, edge = scene.t, left.edge
    if t.commas_lost and (found := report_without_commas(scene, cue, form, left)):
        return found
    remark = edge == cue.first - 1 and edge >= 0 and t.tags[edge] == "q" and _ends_remark(t, edge)
    if remark and (inverted := report_inverted(scene, cue, form)):
        return inverted
    phrase = subject_before(t, edge, 0, cues=scene.cues) if edge >= 0 else None
    if phrase is not None and (gapped := report_in_gap(scene, cue, phrase)):
        return gapped
    gap = phrase is not None and t.words[phrase[0] - 1 : phrase[0]] in (["which"], ["whom"], ["what"])
    if phrase is not None and gap and t.tags[phrase[0] - 2] not in "IG":
        return report_name_given(scene, cue, phrase)
    if phrase is None:
        inverted = report_inverted(scene, cue, form) or report_inside_clause(scene, cue)
        return inverted if inverted or cue.negated else _with_shared_subject(scene, cue, earlier)
    nobody = not _NOBODY.isdisjoint(t.words[max(0, phrase[0] - 1) : phrase[0] + 1])
    if nobody and t.tags[phrase[0] + 1] != "#":
        cue = replace(cue, negated=True)
    if _in_remark(scene, phrase) or _is_modifier(scene, cue, form, phrase):
        return []
    if inverted := report_inverted_after_clause(scene, cue, form, phrase):
        return inverted
    return _with_subject(scene, cue, phrase) if can_speak(scene, phrase, cue.verb) else []


def _in_remark(scene: Scene, phrase: Span) -> bool:
    """Whether the subject stands in ", a claim Lee denied" or ", a plan critics call vague"."""
    t, cues, (first, last) = scene.t, scene.cues, phrase
    if t.words[first] not in ("a", "an"):
        if first < 3 or t.tags[first - 1] != "N":
            return False
        start = next((i for i in range(first - 2, max(0, first - 5), -1) if t.tags[i] == "D"), 0)
        return start > 0 and t.tags[start - 1] == "," and t.words[start] in ("a", "an")
    name = next((i for i in range(first, last + 1) if t.tags[i] in "UP"), last)
    of_claim = name > first + 1 and cues.nouns.get(t.words[name - 1]) == "claim"
    plural = last > first + 1 and cues.roles.get(t.words[last], t.words[last]) != t.words[last]
    return first > 0 and t.tags[first - 1] == "," and (of_claim or plural)


def _is_modifier(scene: Scene, cue: Cue, form: Form, phrase: Span) -> bool:
    """Whether a participle follows its noun: "The deal, announced after a week, saves jobs"."""
    t, edge = scene.t, cue.first - 1
    if form.shape != "past" or t.tags[edge] != "," or phrase[1] != edge - 1 or "," in t.tags[: phrase[1]]:
        return False
    comma = next((i for i in range(cue.last, len(t.words)) if t.tags[i] == ","), 0)
    circumstance = t.tags[cue.last + 1 : cue.last + 2] in (["S"], ["I"], ["T"])
    return circumstance and not {"H", "Q"} & set(t.tags[cue.last : comma or None])


def _ends_remark(t: Words, index: int) -> bool:
    return t.text[t.quotations[index].inner_end - 1] in ",?!"


def _is_progressive(t: Words, index: int) -> bool:
    i = index - 1
    while i >= 0 and t.tags[i] in "AK":
        i -= 1
    return i >= 0 and (t.words[i] in BE or t.tags[i] == "p")


def _is_passive(t: Words, cue: Cue, form: Form, left: Left) -> bool:
    """Whether the form is a passive participle: "was told", "announced by the army"."""
    if form.shape not in ("past", "participle"):
        return False
    if any(word in BE for word in left.auxiliaries[:3]):
        return True
    if left.auxiliaries:
        return False
    agent = t.words[cue.last + 1 : cue.last + 2] == ["by"] and "bare" not in form.verb.takes
    modifier = left.edge >= 0 and t.tags[left.edge] == "D" and t.words[left.edge] not in SOME
    return form.shape == "participle" or agent or modifier


def _is_noun(scene: Scene, cue: Cue, form: Form, left: Left) -> bool:
    """Whether the form is a noun here: "the report", "Lee's claims", "news reports"."""
    t, edge = scene.t, left.edge
    if edge >= 0 and possessive(t.words[edge]) and not left.auxiliaries and t.tags[edge] != "p":
        return True
    if left.infinitive or form.shape not in ("base", "present"):
        return False
    if any(word in _MODALS for word in left.auxiliaries):
        return False
    if edge < 0 or (t.tags[edge] in "DI#JG" and t.words[edge] not in SOME):
        return True
    if t.tags[edge] == "N" and t.tags[edge - 1 : cue.first + 2] == [",", "N", t.tags[cue.first], "H"]:
        return t.words[edge] not in scene.cues.roles  # ", research notes that have no end"
    if _is_counted(scene, cue) or _is_listed(scene, cue, form):
        return True
    noun = t.words[cue.first] in scene.cues.nouns
    if noun and t.tags[cue.last + 1 : cue.last + 2] == ["X"]:
        return True
    if noun and t.tags[cue.last + 1 : cue.last + 2] == [","]:
        return True
    if t.tags[edge] == "C" and t.tags[cue.last + 1 : cue.last + 2] == ["H"]:
        return False
    return form.shape == "base" and (form.verb.needs_clause or noun) and not is_plural(scene, edge)


def _is_counted(scene: Scene, cue: Cue) -> bool:
    """Whether a number stands before "news reports" or "observation posts"."""
    t, word = scene.t, scene.t.words[cue.first]
    if not word.endswith("s") or word not in scene.cues.nouns:
        return False
    before = t.tags[max(0, cue.first - 3) : cue.first]
    return before[-1:] == ["N"] and "#" in before[:-1]


def _is_listed(scene: Scene, cue: Cue, form: Form) -> bool:
    """Whether a noun stands in "Lee and former state senators" or "more than states Lee won"."""
    t, edge = scene.t, cue.first - 1
    bare = t.tags[edge] == "N" and t.words[edge] not in scene.cues.roles and not t.words[edge].endswith("s")
    listed = bare and form.shape == "base" and t.tags[edge - 1 : edge] == ["C"]
    return t.words[edge] == "than" or (listed and t.words[edge] not in scene.cues.collectives)


def _with_shared_subject(scene: Scene, cue: Cue, earlier: list[Report]) -> list[Report]:
    """Return the report of "Lee left and said that"."""
    t = scene.t
    i = cue.first - 1
    while i >= 0 and t.tags[i] in "AXKB":
        i -= 1
    if i < 0 or t.tags[i] not in "C,":
        return []
    edges = t.ends[i - 1], t.starts[i - 1]
    last = next((report for report in earlier if report.before and report.end in edges), None)
    phrase = sentence_subject(scene, i)
    if last is not None:
        found = report_after_cue(scene, cue, phrase or (0, 0), rule="shared-subject")
        return [report._replace(speaker=last.speaker, phrase=last.phrase) for report in found]
    return [] if phrase is None else report_after_cue(scene, cue, phrase, rule="shared-subject")


def _infinitive(scene: Scene, cue: Cue, edge: int) -> list[Report]:
    """Return "went on to say that …"; "wanted to say" reports nothing."""
    t, cues = scene.t, scene.cues
    governor = edge
    while governor > 0 and t.tags[governor] in "AKI":
        governor -= 1
    if governor < 0:
        return []
    if cues.words.get(t.words[governor]) == "raising" or t.words[governor] == "used":
        left = look_left(scene, governor)
        if left.negated or left.edge < 0:
            return []
        phrase = subject_before(t, left.edge, 0, cues=cues)
        if phrase is not None and can_speak(scene, phrase, cue.verb):
            return _with_subject(scene, cue, phrase, rule="raised-cue")
        phrase = phrase or sentence_subject(scene, cue.first)
    elif any(_is_channel(scene, word) for word in t.words[max(0, edge - 4) : edge + 1]):
        phrase = sentence_subject(scene, cue.first)
    else:
        return []
    return [] if phrase is None else report_after_cue(scene, cue, phrase, rule="raised-cue")


def _is_channel(scene: Scene, word: str) -> bool:
    return scene.cues.nouns.get(word) == "venue" or scene.cues.words.get(word) == "channel"


def _with_subject(scene: Scene, cue: Cue, phrase: Span, *, rule: str = "") -> list[Report]:
    """Return the reports of a cue with its subject before it, by what stands on either side."""
    t = scene.t
    before = phrase[0] - 1
    aside = "aside" in cue.verb.takes and t.words[before - 1 : before + 1] == [",", "as"]
    before -= aside
    quotation = _quotation_ends(t, before)
    quoted = not cue.verb.only_quoted or any(tag in "Qq" for tag in t.tags[: max(0, before)])
    quoted = quoted or aside or _utters(scene, cue, phrase)
    clause = quotation or (quoted and _clause_ends(scene, before))
    doubtful = clause and not quotation and t.tags[0] == "I" and "," not in t.tags[:before]
    complement = complement_after(
        t, cue.last, cue.verb, left_is_clause=clause and not doubtful, cues=scene.cues
    )
    if complement is not None and quotation and complement.shape in ("clause", "question"):
        complement = None
    if complement is not None:
        right = [report_right(scene, cue, phrase, complement, rule=rule or f"cue-{complement.shape}")]
        if not quotation and before > 0 and t.tags[before] == t.tags[complement.first - 1] == ",":
            opening = _opening(scene, cue, phrase, complement.first)
            return [opening, *right] if opening else right
        return report_left(scene, cue, phrase, before, quotation=True) + right if quotation else right
    if not clause:
        return _without_content_beside(scene, cue, phrase)
    if not quotation and _has_object(t, cue):
        return []
    left = report_left(scene, cue, phrase, before, quotation=quotation)
    return left + _resumed(scene, cue, phrase) if quoted else left


def _utters(scene: Scene, cue: Cue, phrase: Span) -> bool:
    """Whether ", she sobbed." is all: a verb that takes nothing reports then what lost its marks."""
    t = scene.t
    pronoun = phrase[0] == phrase[1] and t.words[phrase[0]] in ("he", "she", "they")
    return (
        pronoun
        and not (cue.verb and cue.verb.takes)
        and t.tags[cue.last + 1 : cue.last + 2] in ([","], ["."])
    )


def _quotation_ends(t: Words, index: int) -> bool:
    """Whether a quotation ends at `index`, perhaps with a comma after it."""
    if index < 0:
        return False
    return t.tags[index] in "Qq" or (index > 0 and t.tags[index] in ",-" and t.tags[index - 1] in "Qq")


def _clause_ends(scene: Scene, index: int) -> bool:
    """Whether a main clause stands before the comma at `index`."""
    t = scene.t
    if index < 0 or t.tags[index] not in ",-":
        return False
    first = 0
    while first < index and t.tags[first] in "CA,":
        first += 1
    asked = t.tags[first] == "U" and t.words[first] in scene.cues.forms
    opens = t.words[first] in SUBORDINATORS and not _is_dated(t, first, index)
    if asked or opens or t.tags[first] == "J":
        comma = next((i for i in range(first, index) if t.tags[i] == ","), None)
        return comma is not None and has_clause(scene, comma + 1, index - 1)
    return has_clause(scene, first, index - 1)


def _is_dated(t: Words, first: int, comma: int) -> bool:
    """Whether "Since the start of the day two men have left" stands there: a time, then a subject."""
    if t.words[first] not in _TIMES:
        return False
    for i in range(first + 2, comma):
        if finite_at(t, i):
            return False
        if t.tags[i] in "D#P" and t.tags[i - 1] in "NT":
            return True
    return False


def _has_object(t: Words, cue: Cue) -> bool:
    """Whether a noun phrase follows, so that the clause before is not what was said."""
    i = cue.last + 1
    while i < len(t.words) and t.tags[i] in "AK":
        i += 1
    if "addressee" in cue.verb.takes or i >= len(t.words) or time_end(t, i) > i:
        return False
    return t.tags[i] in "DUNOP#"


def _resumed(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return what follows a cue in the middle: A, she said, B."""
    t = scene.t
    last = len(t.words) - 1
    comma = next((i for i in range(cue.last + 1, last) if t.tags[i] in ",Q.;:" or finite_at(t, i)), last)
    first = comma + 1
    if comma >= last - 1 or t.tags[comma] != "," or not (has_finite(t, first, last) or _agrees(scene, first)):
        return []
    if _is_aside(scene, first) or _names_reporter(scene, first):
        return []
    return [report_rest(scene, cue, phrase, first, rule="resumed-clause")]


def _agrees(scene: Scene, first: int) -> bool:
    """Whether "not an end" or "and our allies know it" begins here."""
    t = scene.t
    if t.tags[first] == "K":
        return True
    ahead = range(first + 2, min(first + 6, len(t.words) - 1))
    return t.tags[first] == "C" and any(present_plural(scene, i) for i in ahead)


def _is_aside(scene: Scene, first: int) -> bool:
    """Whether the rest of the sentence does not go on with what was said."""
    t = scene.t
    tag, following = t.tags[first], t.words[first + 1]
    if tag in "RJ" or "R" in t.tags[first : first + 3] or following in ("after", "before", "later"):
        return True
    if t.words[first] == "then" and t.tags[first + 1] in "VE":
        return True
    if tag == "S":
        return t.words[first] not in _CONDITIONS and t.words[first] not in _QUESTIONS
    if tag != "C":
        return False
    return t.tags[first + 1] in "VE" or following in scene.cues.forms or _another_report(scene, first + 1)


def _another_report(scene: Scene, index: int) -> bool:
    """Whether "and the governor said" begins here."""
    t = scene.t
    for i in range(index, min(len(t.words), index + 10)):
        if t.words[i] in scene.cues.forms and t.tags[i] in "VE":
            return True
        if finite_at(t, i):
            return False
    return False


def _names_reporter(scene: Scene, first: int) -> bool:
    """Whether the rest of the sentence only names another reporter: ", the agency reported"."""
    t = scene.t
    cue = next((i for i in range(first + 1, len(t.words)) if t.words[i] in scene.cues.forms), None)
    if cue is None or any(finite_at(t, i) for i in range(first, cue)):
        return False
    return all(tag in "TA.I#N" for tag in t.tags[cue + 1 :])


def _without_content_beside(scene: Scene, cue: Cue, phrase: Span) -> list[Report]:
    """Return "Ultimately, she writes, B", a cue alone, or a clause that lost its comma."""
    t = scene.t
    n = len(t.words)
    before, after = phrase[0] - 1, cue.last + 1
    while after < n and t.tags[after] not in ",.;:":
        if finite_at(t, after):
            return []
        after += 1
    if before < 0:
        return [_bare(scene, cue, phrase)] if after >= n - 1 and not _has_object(t, cue) else []
    if t.tags[before] in ",(" or t.words[before] == "as":
        return _medial(scene, cue, phrase, after)
    return []


def _bare(scene: Scene, cue: Cue, phrase: Span) -> Report:
    """Return a report without content: "What now?" | Lee asked."""
    at = scene.t.starts[phrase[0]]
    return make_report(scene, (at, at), phrase, cue, rule="bare-cue", before=False)


def _medial(scene: Scene, cue: Cue, phrase: Span, after: int) -> list[Report]:
    """Return "Ultimately, she writes, B" and "As she explained, B"."""
    t = scene.t
    if after + 1 >= len(t.words) or t.tags[after] != ",":
        return []
    before = phrase[0] - 1
    told = cue.verb.only_quoted and t.tags[after + 1] not in "Qq"
    if (
        t.tags[after + 1] in "JRC"
        or _is_aside(scene, after + 1)
        or (t.tags[before] == "," and (told or _has_object(t, cue)))
    ):
        return []
    report = report_rest(scene, cue, phrase, after + 1, rule="medial-cue")
    opening = _opening(scene, cue, phrase, after + 1) if t.tags[before] == "," else None
    if opening is not None:
        return [opening, report]
    near = 3 if t.words[before] == "as" else 8  # "does not, as Lee claimed, protect jobs"
    ahead = any(finite_at(t, i) for i in range(max(0, before - near), before))
    clause = ahead or has_finite(t, after + 1, len(t.words) - 1)
    told = not cue.verb.only_quoted or "aside" in cue.verb.takes
    return [report] if clause and (t.words[before] != "as" or told) else []


def _opening(scene: Scene, cue: Cue, phrase: Span, first: int) -> Report | None:
    """Return the part of the content before the speaker; it goes on at the word `first`."""
    around = phrase[0] - 1, first
    return subject_ahead(scene, cue, phrase, around) or _condition_ahead(scene, cue, phrase)


def _condition_ahead(scene: Scene, cue: Cue, phrase: Span) -> Report | None:
    """Return "If it rains" of "If it rains, she said, the port will close"."""
    t, last = scene.t, phrase[0] - 2
    first = int(t.tags[0] == "C")
    if t.words[first] not in _CONDITIONS or last - first < 2 or "," in t.tags[first : last + 1]:
        return None
    return make_report(scene, t.span(first, last), phrase, cue, rule="medial-cue", before=False)
