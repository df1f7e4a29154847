"""Reports of speech in one sentence: cue, speaker phrase and content, by clause patterns around the cue."""

from typing import NamedTuple

from ..knowledge.cues import Cues, CueVerb, Form
from .clauses import Words, finite_at, has_finite, negates, time_end, time_start
from .complements import Complement, complement_after, content_end
from .subjects import Span, name_in, phrase_after, subject_before

_HYPOTHETICAL = frozenset(("can", "could", "may", "might", "must", "should", "shall", "cannot"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "isn’t", "isn't", "wasn’t", "wasn't"))
_CARRIERS = frozenset(("quote", "cite"))
_NOBODY = frozenset(("this", "that", "which", "there", "what", "these", "those", "i", "we", "you"))
_SELF = frozenset(("i", "we", "you", "my", "our", "your"))
_ISSUING = frozenset(
    [
        "issued",
        "released",
        "made",
        "published",
        "sent",
        "posted",
        "delivered",
        "gave",
        "issues",
        "issuing",
        "releases",
    ]
)
_SUBORDINATORS = frozenset(
    [
        "as",
        "after",
        "when",
        "while",
        "if",
        "although",
        "though",
        "because",
        "since",
        "before",
        "until",
        "unless",
        "once",
    ]
)


class Report(NamedTuple):
    """A report of speech; all positions are offsets into the article."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    phrase: tuple[int, int] | None  # the whole noun phrase that the speaker stands in
    cue: tuple[int, int]
    lemma: str
    rule: str
    confidence: str
    sentence: int
    before: bool  # the cue comes before the content
    negated: bool = False
    carrier: tuple[int, int] | None = None  # the outlet in "Outlet quoted her as saying"
    reporters: tuple[tuple[int, int], ...] = ()
    tags: str = ""


class Scene(NamedTuple):
    """The sentence in which a cue is looked at."""

    t: Words
    cues: Cues
    sentence: int
    low: int  # first word after brackets or marks that open the sentence
    commas_lost: bool  # the article has too few commas for them all to be there


def find_reports(t: Words, *, sentence: int, cues: Cues, commas_lost: bool = False) -> list[Report]:
    """Return the reports of one sentence in the order of their cues; negated ones are marked."""
    scene = Scene(t, cues, sentence, 0, commas_lost)
    found: list[Report] = []
    for index, word in enumerate(t.words):
        if word == "according" and index + 1 < len(t.words) and t.words[index + 1] == "to":
            found += _according(scene, index)
            continue
        if word in cues.nouns:
            found += _by_noun(scene, index)
        readings = cues.forms.get(word)
        if readings is None or (t.tags[index] == "U" and index and t.tags[index - 1] not in "Q:"):
            continue
        for reading in readings:
            reports = _by_verb(scene, index, reading, found)
            if reports:
                found += reports
                break
    return found


def _by_verb(scene: Scene, index: int, form: Form, earlier: list[Report]) -> list[Report]:
    t, verb = scene.t, form.verb
    if verb.kind == "attitude":
        return _refusal(scene, index, form)
    last = index
    if verb.particle:
        last = index + 1
        if last >= len(t.words) or t.words[last] != verb.particle:
            return []
    if form.shape == "gerund" and not _is_progressive(t, index):
        return _by_participle(scene, index, last, verb, earlier)
    left = _left_of(scene, index)
    if left is None:
        return []
    edge, auxiliaries, negated, infinitive = left
    if _wrong_shape(t, index, form, auxiliaries, infinitive, edge, scene):
        return []
    if infinitive:
        return _infinitive(scene, index, last, verb, edge, earlier)
    if edge == index - 1 and edge >= 0 and t.tags[edge] == "q" and _ends_remark(t, edge):
        inverted = _inverted(scene, index, last, verb, edge, form)
        if inverted:
            return inverted
    relative = edge >= 0 and t.tags[edge] == "R"
    anchor = edge
    if relative:
        anchor = edge - 1
        while anchor >= 0 and t.tags[anchor] == ",":
            anchor -= 1
        if t.words[edge] not in ("who", "which") or anchor < 0:
            return []
        phrase = subject_before(t, anchor, 0, cues=scene.cues)
    else:
        phrase = subject_before(t, edge, 0, cues=scene.cues) if edge >= 0 else None
        if phrase is not None and phrase[0] > 0 and t.words[phrase[0] - 1] in ("which", "whom", "what"):
            return []
    if phrase is None:
        inverted = _inverted(scene, index, last, verb, edge, form)
        if inverted or negated:
            return inverted
        phrase = _shared_subject(scene, index, edge, earlier)
        if phrase is None:
            return _orphan_cue(scene, index, last, verb, edge)
        return _preposed(scene, index, last, verb, phrase, phrase[1] + 1, negated, False, "shared-subject")
    if inverted := _inverted_after_clause(scene, index, last, verb, edge, form, phrase):
        return inverted
    if not _can_speak(scene, phrase, verb):
        return []
    return _with_subject(scene, index, last, verb, phrase, negated, relative)


def _ends_remark(t: Words, index: int) -> bool:
    return t.text[t.quotations[index].inner_end - 1] in ",?!"


def _is_progressive(t: Words, index: int) -> bool:
    i = index - 1
    while i >= 0 and t.tags[i] in "AK":
        i -= 1
    return i >= 0 and (t.words[i] in _BE or t.tags[i] == "p")


def _left_of(scene: Scene, index: int) -> tuple[int, list[str], bool, bool] | None:
    """Return the word left of a verb and its auxiliaries, these, whether "not" or "to" is among them."""
    t = scene.t
    auxiliaries: list[str] = []
    negated = infinitive = False
    i = index - 1
    while i >= 0:
        tag, word = t.tags[i], t.words[i]
        if tag == "p":
            auxiliaries.append(word)
            break
        if tag in "XBAK" or word in ("more", "than", "once"):
            auxiliaries.append(word)
            negated = negated or negates(word)
        elif (tag == "G" and i == index - 1) or (
            tag == "G" and infinitive is False and all(t.tags[k] == "A" for k in range(i + 1, index))
        ):
            infinitive = True
            i -= 1
            break
        else:
            start = time_start(t, i, 0)
            if start > i or (start == 0 and i >= 0 and start <= i and t.tags[i] == "#"):
                break
            i = start
        i -= 1
    return i, auxiliaries, negated, infinitive


def _wrong_shape(
    t: Words, index: int, form: Form, auxiliaries: list[str], infinitive: bool, edge: int, scene: Scene
) -> bool:
    """Whether the form is no active verb here: a passive, a noun, a mere possibility."""
    if form.shape in ("past", "participle"):
        if any(word in _BE for word in auxiliaries[:3]):
            return True
        if not auxiliaries and "bare" not in form.verb.takes and t.words[index + 1 : index + 2] == ["by"]:
            return True
        if form.shape == "participle" and not auxiliaries:
            return True
        if (
            not auxiliaries
            and edge >= 0
            and t.tags[edge] == "D"
            and t.words[edge] not in ("some", "many", "both", "all", "others", "several", "this")
        ):
            return True
    if edge >= 0 and _possessive(t.words[edge]) and not auxiliaries and t.tags[edge] != "p":
        return True
    if any(word in _HYPOTHETICAL for word in auxiliaries):
        return True
    if infinitive:
        return form.shape != "base" and not (form.shape == "past" and form.verb.lemma == t.words[index])
    if form.shape in ("base", "present") and not any(t_word for t_word in auxiliaries if t_word in _MODALS):
        before = edge
        if before < 0:
            return True
        if t.tags[before] in "DI#JG" and t.words[before] not in ("some", "many", "both", "all", "others"):
            return True
        if t.words[before].endswith(("’s", "'s", "s’", "s'")) and t.tags[before] != "P":
            return True
        if t.words[index] in scene.cues.nouns and t.tags[index + 1 : index + 2] == [","]:
            return True
        if form.shape == "base" and (form.verb.needs_clause or t.words[index] in scene.cues.nouns):
            return not _plural(t, before, scene)
    return False


_MODALS = frozenset(
    [
        "will",
        "would",
        "do",
        "does",
        "did",
        "didn’t",
        "didn't",
        "doesn’t",
        "doesn't",
        "don’t",
        "don't",
        "won’t",
        "won't",
        "wouldn’t",
        "wouldn't",
    ]
)


def _plural(t: Words, index: int, scene: Scene) -> bool:
    word = t.words[index]
    if t.tags[index] == "P":
        return word in ("they", "i", "we", "you")
    if t.tags[index] == "R" or t.tags[index] in ",)":
        return True
    if (
        word.endswith("s")
        or scene.cues.roles.get(word, word) != word
        or word in ("police", "both", "some", "many")
    ):
        return True
    return any(t.tags[i] == "C" for i in range(max(0, index - 4), index))


def _can_speak(scene: Scene, phrase: Span, verb: CueVerb | None) -> bool:
    t, cues = scene.t, scene.cues
    first, last = phrase
    words = t.words[first : last + 1]
    if len(words) == 1 and (words[0] in _NOBODY or t.tags[first] == "T"):
        return False
    if t.tags[first] == "P" and words[0] in _SELF:
        return False
    if verb is None:
        return True
    kinds = {cues.nouns.get(word) for word in words}
    if verb.kind == "document":
        return "document" in kinds or (verb.lemma != "show" and any(word in cues.roles for word in words))
    if "animate" in verb.takes:
        someone = any(
            t.tags[i] == "P" or (t.tags[i] == "U" and not _possessive(t.words[i]))
            for i in range(first, last + 1)
        )
        return someone or any(word in cues.roles for word in words) or "document" in kinds
    return True


def _possessive(word: str) -> bool:
    return word.endswith(("’s", "'s", "s’", "s'"))


def _with_subject(
    scene: Scene, index: int, last: int, verb: CueVerb, phrase: Span, negated: bool, relative: bool
) -> list[Report]:
    t = scene.t
    low = scene.low
    before = phrase[0] - 1
    quotation_left = before >= low and (
        t.tags[before] in "Qq"
        or (t.tags[before] in ",-" and before - 1 >= low and t.tags[before - 1] in "Qq")
    )
    only_quoted = verb.only_quoted and not any(t.tags[i] in "Qq" for i in range(low, max(low, before)))
    clause_left = not relative and (quotation_left or (not only_quoted and _clause_left(t, low, before)))
    doubtful = clause_left and not quotation_left and _opens_with_phrase(t, low, before)
    complement = complement_after(t, last, verb, left_is_clause=clause_left and not doubtful, cues=scene.cues)
    if complement is not None and quotation_left and complement.shape in ("clause", "question"):
        complement = None
    reports: list[Report] = []
    if clause_left and not quotation_left and complement is None and _has_object(t, last, verb):
        return []
    if clause_left and (complement is None or quotation_left):
        reports += _left_content(scene, index, last, verb, phrase, before, negated, quotation_left)
    if complement is not None:
        rule = {"that": "cue-that", "quotation": "cue-quotation", "question": "cue-question"}.get(
            complement.shape, f"cue-{complement.shape}"
        )
        reports.append(_right_content(scene, index, last, verb, phrase, complement, negated, relative, rule))
    elif clause_left and not only_quoted:
        reports += _resumed(scene, index, last, verb, phrase, negated)
    elif not relative:
        reports += _medial_or_bare(scene, index, last, verb, phrase, before, negated)
    return [report for report in reports if report is not None]


def _has_object(t: Words, last: int, verb: CueVerb) -> bool:
    """Whether a noun phrase follows, so that the clause before is not what was said."""
    i = last + 1
    while i < len(t.words) and t.tags[i] in "AK":
        i += 1
    if "addressee" in verb.takes or i >= len(t.words) or time_end(t, i) > i:
        return False
    return t.tags[i] in "DUNOP#"


def _opens_with_phrase(t: Words, low: int, before: int) -> bool:
    """Whether only "In the town where he was born," stands before the subject."""
    return t.tags[low] == "I" and not any(t.tags[i] == "," for i in range(low, before))


def _preposed(
    scene: Scene,
    index: int,
    last: int,
    verb: CueVerb,
    phrase: Span,
    low: int,
    negated: bool,
    relative: bool,
    rule: str,
) -> list[Report]:
    complement = complement_after(scene.t, last, verb, left_is_clause=False, cues=scene.cues)
    if complement is None or not _can_speak(scene, phrase, verb):
        return []
    return [_right_content(scene, index, last, verb, phrase, complement, negated, relative, rule)]


def _clause_left(t: Words, low: int, before: int) -> bool:
    """Whether a main clause stands before the comma at `before`."""
    if before < low or t.tags[before] not in ",-":
        return False
    first = low
    while first < before and t.tags[first] in "CA,":
        first += 1
    if t.words[first] in _SUBORDINATORS or t.tags[first] in "J":
        comma = next((i for i in range(first, before) if t.tags[i] == ","), None)
        return comma is not None and has_finite(t, comma + 1, before - 1)
    return has_finite(t, first, before - 1)


def _speaker(scene: Scene, phrase: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the offsets of the speaker and of its whole phrase."""
    t, cues = scene.t, scene.cues
    first, last = phrase
    whole = t.span(first, last)
    while first < last and (t.tags[first] in "AC" or (t.words[first] in ("both",) and last - first > 1)):
        first += 1
    author = _author_of_text(scene, first, last)
    if author is not None:
        first, last = author
    name = name_in(t, first, last, titles=cues.titles)
    if name is not None and all(
        t.words[i] in cues.roles or t.words[i] in cues.titles for i in range(name[0], name[1] + 1)
    ):
        name = None
    if name is not None and not (name[1] < last and _coordinated(t, name[1], last)):
        return t.span(*name), whole
    return t.span(first, _role_end(t, first, last)), whole


def _coordinated(t: Words, index: int, last: int) -> bool:
    return any(t.tags[i] in "C" for i in range(index + 1, last))


def _role_end(t: Words, first: int, last: int) -> int:
    for i in range(first + 1, last + 1):
        if t.tags[i] in ",(R":
            if t.tags[i] == "," and any(t.tags[k] == "C" for k in range(i, last)):
                continue
            return i - 1
    return last


def _author_of_text(scene: Scene, first: int, last: int) -> Span | None:
    """Return whose "statement by …", "letter from …" or "…'s statement" the phrase names."""
    t, cues = scene.t, scene.cues
    for i in range(first, last):
        if cues.nouns.get(t.words[i]) in ("venue", "claim", "document"):
            for k in range(i + 1, min(last, i + 5)):
                if t.words[k] in ("by", "from"):
                    return k + 1, last
    if (
        cues.nouns.get(t.words[last]) in ("venue", "claim")
        and last > first
        and _possessive(t.words[last - 1])
    ):
        return None
    return None


def _report(
    scene: Scene,
    content: tuple[int, int],
    phrase: Span | None,
    cue: Span,
    lemma: str,
    rule: str,
    confidence: str,
    before: bool,
    negated: bool = False,
    carrier: tuple[int, int] | None = None,
) -> Report:
    speaker = whole = None
    if phrase is not None:
        speaker, whole = _speaker(scene, phrase)
    return Report(
        *content,
        speaker,
        whole,
        scene.t.span(*cue),
        lemma,
        rule,
        confidence,
        scene.sentence,
        before,
        negated,
        carrier,
    )


def _right_content(
    scene: Scene,
    index: int,
    last: int,
    verb: CueVerb,
    phrase: Span | None,
    complement: Complement,
    negated: bool,
    relative: bool,
    rule: str,
    carrier: tuple[int, int] | None = None,
) -> Report:
    t = scene.t
    final = content_end(
        t,
        complement.first,
        start=index,
        in_relative=relative,
        cues=scene.cues,
        subordinate=phrase is not None and _is_subordinate(t, phrase[0]),
    )
    if complement.shape == "label":
        final = next((i for i in range(final, complement.first, -1) if t.tags[i] in "Qq"), final)
    confidence = "certain" if complement.shape in ("that", "quotation") else "likely"
    content = t.span(complement.first, final)
    return _report(
        scene, content, phrase, (index, last), verb.lemma, rule, confidence, True, negated, carrier
    )


def _is_subordinate(t: Words, first: int) -> bool:
    """Whether the subject stands in a clause that opens the sentence: "After Lee said …, the panel met"."""
    return (
        first > 0
        and t.words[first - 1] in _SUBORDINATORS
        and all(t.tags[i] in "CA," for i in range(first - 1))
    )


def _left_content(
    scene: Scene,
    index: int,
    last: int,
    verb: CueVerb,
    phrase: Span,
    before: int,
    negated: bool,
    quotation_left: bool,
    carrier: tuple[int, int] | None = None,
) -> list[Report]:
    """Return the report of "…," she said; a quotation is taken without what stands before it."""
    t = scene.t
    end = before if t.tags[before] in "Qq" else before - 1
    first = scene.low
    while first < end and (t.tags[first] in "C," or (t.tags[first] == "." and True)):
        first += 1
    rule = "clause-cue"
    if quotation_left:
        rule = "quotation-cue"
        if t.tags[end] in "Qq":
            inner = _sentence_before_quotation(t, first, end)
            first = end if inner is None else inner
    if end < first or (not quotation_left and not has_finite(t, first, end)):
        return []
    return [
        _report(
            scene,
            t.span(first, end),
            phrase,
            (index, last),
            verb.lemma,
            rule,
            "certain",
            False,
            negated,
            carrier,
        )
    ]


def _sentence_before_quotation(t: Words, first: int, quotation: int) -> int | None:
    """Return where a clause begins that ends in a quotation; None where the quotation stands alone."""
    if first == quotation or t.tags[quotation - 1] in ".:;":
        return None
    if t.tags[quotation - 1] == "," and quotation - first < 4:
        return None
    return first


def _resumed(scene: Scene, index: int, last: int, verb: CueVerb, phrase: Span, negated: bool) -> list[Report]:
    """Return what follows a cue in the middle: A, she said, B."""
    t = scene.t
    n = len(t.words)
    i = last + 1
    while i < n and t.tags[i] != ",":
        if t.tags[i] in "Q.;:" or finite_at(t, i):
            return []
        i += 1
    i += 1
    if _attributes(scene, i):
        return []
    if t.words[i + 1 : i + 2] in (["after"], ["before"], ["later"]):
        return []
    if t.tags[i] == "S" and t.words[i] not in ("if", "because", "though", "although", "whether", "unless"):
        return []
    if t.tags[i] == "C" and _other_report(scene, i + 1):
        return []
    if i >= n - 1 or t.tags[i] in "RJ" or (t.tags[i] == "D" and not has_finite(t, i, n - 1)):
        return []
    if not has_finite(t, i, n - 1) or (t.tags[i] == "S" and t.words[i] in ("as", "after", "when", "while")):
        return []
    if t.tags[i] == "C" and i + 1 < n and (t.tags[i + 1] in "VE" or t.words[i + 1] in scene.cues.forms):
        return []
    final = content_end(t, i, start=index, in_relative=False, cues=scene.cues)
    return [
        _report(
            scene,
            t.span(i, final),
            phrase,
            (index, last),
            verb.lemma,
            "resumed-clause",
            "likely",
            True,
            negated,
        )
    ]


def _other_report(scene: Scene, index: int) -> bool:
    """Whether "and the governor said" begins here."""
    t = scene.t
    for i in range(index, min(len(t.words), index + 10)):
        if t.words[i] in scene.cues.forms and t.tags[i] in "VE":
            return True
        if finite_at(t, i):
            return False
    return False


def _attributes(scene: Scene, index: int) -> bool:
    """Whether the rest of the sentence only names another reporter: ", the agency reported"."""
    t = scene.t
    cue = next((i for i in range(index, len(t.words)) if t.words[i] in scene.cues.forms and i > index), None)
    return (
        cue is not None
        and not any(finite_at(t, i) for i in range(index, cue))
        and all(t.tags[i] in "TA.I#N" for i in range(cue + 1, len(t.words)))
    )


def _medial_or_bare(
    scene: Scene, index: int, last: int, verb: CueVerb, phrase: Span, before: int, negated: bool
) -> list[Report]:
    """Return "Ultimately, she writes, B", or a clause whose comma before the cue is lost."""
    t = scene.t
    n = len(t.words)
    after = last + 1
    while after < n and t.tags[after] not in ",.;:":
        if finite_at(t, after):
            return []
        after += 1
    if (before >= 0 and t.tags[before] in ",(") or before < 0 or t.words[before] in ("as",):
        if after + 1 < n and t.tags[after] in ",)" and before > 0:
            first = after + 1
            final = content_end(t, first, start=index, in_relative=False, cues=scene.cues)
            if final > first and (has_finite(t, first, final) or _finite_before(t, before)):
                content = t.span(first, final)
                return [
                    _report(
                        scene,
                        content,
                        phrase,
                        (index, last),
                        verb.lemma,
                        "medial-cue",
                        "likely",
                        True,
                        negated,
                    )
                ]
        if before < 0 and after >= n - 1:
            return [
                _report(
                    scene,
                    (t.starts[phrase[0]],) * 2,
                    phrase,
                    (index, last),
                    verb.lemma,
                    "bare-cue",
                    "likely",
                    False,
                    negated,
                )
            ]
        if verb.only_quoted:
            return []
        if t.words[before] == "as" and before >= 0 and after + 1 < n and t.tags[after] == ",":
            first = after + 1
            final = content_end(t, first, start=index, in_relative=False, cues=scene.cues)
            return [
                _report(
                    scene,
                    t.span(first, final),
                    phrase,
                    (index, last),
                    verb.lemma,
                    "as-cue",
                    "likely",
                    True,
                    negated,
                )
            ]
        return []
    if not scene.commas_lost or (verb.needs_clause and t.tags[phrase[0]] != "P"):
        return []
    if after >= n - 1 and t.tags[before] not in "CSHGXBRI" and has_finite(t, 0, before) and before >= 3:
        first = 0
        while t.tags[first] in "C,.":
            first += 1
        return [
            _report(
                scene,
                t.span(first, before),
                phrase,
                (index, last),
                verb.lemma,
                "lost-comma",
                "guess",
                False,
                negated,
            )
        ]
    return []


def _finite_before(t: Words, index: int) -> bool:
    return any(finite_at(t, i) for i in range(max(0, index - 8), index))


def _inverted(scene: Scene, index: int, last: int, verb: CueVerb, edge: int, form: Form) -> list[Report]:
    """Return the report of “…,” said Ann Lee, a doctor."""
    t = scene.t
    n = len(t.words)
    if form.shape not in ("past", "present") or (index == 0 and not verb):
        return []
    at = edge if edge == index - 1 else index - 1
    quotation = at >= 0 and (t.tags[at] in "Qq" or (t.tags[at] in ",-" and at > 0 and t.tags[at - 1] in "Qq"))
    clause = at > 2 and t.tags[at] in "," and has_finite(t, 0, at - 1) and not verb.only_quoted
    if not (quotation or clause or index == 0) or last + 1 >= n:
        return []
    phrase = phrase_after(t, last + 1, n - 1, cues=scene.cues)
    if phrase is None or t.words[phrase[0]] in _SELF:
        return []
    if clause and not quotation and _runs_on(t, phrase[1] + 1):
        return []
    if quotation and _runs_on(t, phrase[1] + 1):
        return []
    return _around_inversion(scene, index, last, verb, phrase, at, quotation, index == 0)


def _runs_on(t: Words, index: int) -> bool:
    """Whether a verb follows directly, so that the phrase is a subject of its own."""
    i = index
    while i < len(t.words) and t.tags[i] in "AK":
        i += 1
    return i < len(t.words) and t.tags[i] in "XVpEB" and not (t.tags[i] == "E" and i > index)


def _around_inversion(
    scene: Scene, index: int, last: int, verb: CueVerb, phrase: Span, at: int, quotation: bool, opens: bool
) -> list[Report]:
    t = scene.t
    n = len(t.words)
    better = _name_in_apposition(scene, phrase)
    reports: list[Report] = []
    if not opens:
        reports = _left_content(scene, index, last, verb, better, at, False, quotation)
        if not reports:
            return []
    i = phrase[1] + 1
    while i < n:
        if t.tags[i] in "Q" and t.tags[i - 1] in ",:-":
            final = content_end(t, i, start=index, in_relative=False, cues=scene.cues)
            reports.append(
                _report(
                    scene,
                    t.span(i, final),
                    better,
                    (index, last),
                    verb.lemma,
                    "cue-quotation",
                    "certain",
                    True,
                )
            )
            break
        if t.words[i] in scene.cues.forms and t.tags[i] in "JVE" and "Q" in t.tags[i + 1 : i + 4]:
            break
        i += 1
    return reports


def _name_in_apposition(scene: Scene, phrase: Span) -> Span:
    """Return the name in "said a spokesman, Ann Lee" instead of the role."""
    t = scene.t
    if name_in(t, *phrase, titles=scene.cues.titles) is not None:
        return phrase
    i = phrase[1] + 1
    if i + 1 < len(t.words) and t.tags[i] == "," and t.tags[i + 1] == "U":
        end = i + 1
        while end + 1 < len(t.words) and t.tags[end + 1] == "U":
            end += 1
        if end - i <= 4 and (end + 1 >= len(t.words) or t.tags[end + 1] in ",.") and end > i + 1:
            return i + 1, end
    return phrase


def _inverted_after_clause(
    scene: Scene, index: int, last: int, verb: CueVerb, edge: int, form: Form, phrase: Span
) -> list[Report]:
    """Return "The plan is dead, said Ann Lee" where the words before the comma look like a subject."""
    t = scene.t
    if edge != index - 1 or t.tags[edge] != "," or last + 1 >= len(t.words):
        return []
    if "addressee" in verb.takes or (phrase[0] > 0 and t.tags[phrase[0] - 1] in "Qq"):
        return []
    if (
        t.tags[last + 1] not in "UD"
        or "q" in t.tags[last:]
        or (phrase[0] == 0 and t.tags[phrase[1] + 2] in "RDJ")
    ):
        return []
    if any(finite_at(t, i) for i in range(last + 1, len(t.words))):
        return []
    if not has_finite(t, 0, edge - 1):
        return []
    return _inverted(scene, index, last, verb, edge, form)


def _shared_subject(scene: Scene, index: int, edge: int, earlier: list[Report]) -> Span | None:
    """Return the subject of the verb before "and said"."""
    t = scene.t
    i = index - 1
    while i >= 0 and t.tags[i] in "AXKB":
        i -= 1
    if i < 0 or t.tags[i] not in "C,":
        return None
    return sentence_subject(scene, i)


def sentence_subject(scene: Scene, before: int) -> Span | None:
    """Return the subject of the first finite verb that has one, before the word `before`."""
    t = scene.t
    for i in range(1, before):
        resumes = t.tags[i] in "EV" and t.tags[i - 1] == "," and "," in t.tags[: i - 1]
        if not (finite_at(t, i) or resumes) or t.tags[i] == "p":
            continue
        k = i - 1
        while k >= 0 and t.tags[k] in "AK":
            k -= 1
        if k >= 0 and t.tags[k] in "XBG" and t.tags[i] in "EV":
            continue
        while k >= 0 and t.tags[k] in "AXKB":
            k -= 1
        if k < 0 or t.tags[k] in "HRSC":
            continue
        phrase = subject_before(t, k, 0, cues=scene.cues)
        if phrase is not None and phrase[0] > 0 and t.tags[phrase[0] - 1] == "R":
            continue
        if phrase is not None:
            opening = t.words[phrase[0] - 1] if phrase[0] else ""
            if opening in _SUBORDINATORS and any(t.tags[x] == "," for x in range(i, before)):
                continue
            return None if t.words[phrase[0]] in _NOBODY and phrase[0] == phrase[1] else phrase
    return None


def _by_participle(scene: Scene, index: int, last: int, verb: CueVerb, earlier: list[Report]) -> list[Report]:
    t = scene.t
    i = index - 1
    while i >= 0 and t.tags[i] == "A":
        i -= 1
    before = t.words[i] if i >= 0 else ""
    if verb.kind == "document":
        return []
    if before == "as":
        return _as_saying(scene, index, last, verb)
    if before == "without":
        return []
    linked = i < 0 or t.tags[i] in ",-C" or before in ("by", "before", "after", "while", "when", "in", "to")
    if own_subject := _absolute_subject(scene, i):
        complement = complement_after(t, last, verb, left_is_clause=False, cues=scene.cues)
        if complement is None or complement.shape not in ("that", "quotation"):
            return []
        return [_right_content(scene, index, last, verb, own_subject, complement, False, False, "participle")]
    texts = i >= 0 and scene.cues.nouns.get(t.words[i]) in ("venue", "claim", "document")
    if not (linked or texts or (i >= 0 and t.tags[i] in "TU#")):
        return []
    complement = complement_after(t, last, verb, left_is_clause=False, cues=scene.cues)
    if complement is None:
        return []
    if complement.shape == "clause" and "," in t.tags[last : complement.first]:
        return []
    if i < 0:
        phrase = _after_opening(scene, complement.first)
        if phrase is None:
            return []
        comma = phrase[0] - 1
        final = content_end(t, complement.first, start=index, in_relative=False, cues=scene.cues)
        final = min(final, comma - 1)
        content = t.span(complement.first, max(final, complement.first))
        return [_report(scene, content, phrase, (index, last), verb.lemma, "participle", "likely", True)]
    if texts is False and t.tags[i] in "UNP":
        return []
    anchored = [report for report in earlier if not report.negated and report.phrase is not None]
    own = _nearest_speaker(scene, index, i, anchored)
    if own is None:
        return []
    speaker, phrase = own
    report = _right_content(scene, index, last, verb, None, complement, False, False, "participle")
    return [report._replace(speaker=speaker, phrase=phrase)]


def _absolute_subject(scene: Scene, index: int) -> Span | None:
    """Return the subject in "with one player saying …"."""
    t = scene.t
    start = index
    while start > 0 and t.tags[start] in "UND#q" and index - start < 8:
        start -= 1
    if start < index and t.words[start] == "with":
        return start + 1, index
    return None


def _nearest_speaker(
    scene: Scene, index: int, edge: int, anchored: list[Report]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    t = scene.t
    if anchored and t.tags[edge] in ",-C" and anchored[-1].speaker is not None:
        return anchored[-1].speaker, anchored[-1].phrase or anchored[-1].speaker
    phrase = sentence_subject(scene, index)
    if phrase is None or t.words[phrase[0]] in _SELF:
        if anchored and anchored[-1].speaker:
            return anchored[-1].speaker, anchored[-1].phrase or anchored[-1].speaker
        return None
    return _speaker(scene, phrase)


def _after_opening(scene: Scene, first: int) -> Span | None:
    """Return the subject after "Calling it …, the senator left"."""
    t = scene.t
    for i in range(first + 1, len(t.words)):
        if t.tags[i] == "," or (t.tags[i - 1] in "Qq" and t.tags[i] in "UDP"):
            at = i + 1 if t.tags[i] == "," else i
            phrase = phrase_after(t, at, len(t.words) - 1, cues=scene.cues) if at < len(t.words) else None
            if phrase is not None and t.tags[phrase[0]] in "UDP":
                return phrase
    return None


def _as_saying(scene: Scene, index: int, last: int, verb: CueVerb) -> list[Report]:
    """Return "Outlet quoted her as saying …" and "…," she was quoted by Outlet as saying."""
    t = scene.t
    for carrier in range(index - 2, -1, -1):
        readings = scene.cues.forms.get(t.words[carrier], ())
        if any(reading.verb.lemma in _CARRIERS for reading in readings):
            break
    else:
        return []
    left = _left_of(scene, carrier)
    if left is None:
        return []
    edge, auxiliaries, negated, _ = left
    outlet: tuple[int, int] | None = None
    passive = any(word in _BE for word in auxiliaries) or t.tags[edge] == ","
    if passive:
        phrase = subject_before(t, edge, 0, cues=scene.cues)
        by = next((i for i in range(carrier + 1, index) if t.words[i] in ("by", "in")), None)
        if by is not None:
            outlet = t.span(by, index - 2)
    else:
        after = carrier + 1
        after = time_end(t, after)
        phrase = phrase_after(t, after, index - 2, cues=scene.cues)
        subject = subject_before(t, edge, 0, cues=scene.cues)
        outlet = t.span(*subject) if subject else None
    if phrase is None:
        return []
    complement = complement_after(t, last, verb, left_is_clause=False, cues=scene.cues)
    if complement is not None:
        report = _right_content(
            scene, index, last, verb, phrase, complement, negated, False, "quoted-as-saying", outlet
        )
        return [report]
    before = phrase[0] - 1
    quotation = before >= 0 and t.tags[before] in "Qq"
    if before < 0:
        return []
    return [
        report._replace(rule="quoted-as-saying")
        for report in _left_content(scene, index, last, verb, phrase, before, negated, quotation, outlet)
    ]


def _infinitive(
    scene: Scene, index: int, last: int, verb: CueVerb, edge: int, earlier: list[Report]
) -> list[Report]:
    """Return "went on to say that …"; "wanted to say" reports nothing."""
    t, cues = scene.t, scene.cues
    governor = edge
    while governor >= 0 and t.tags[governor] in "AKI" and governor > 0:
        governor -= 1
    if governor < 0:
        return []
    if cues.words.get(t.words[governor]) != "raising":
        texts = any(
            cues.nouns.get(t.words[i]) == "venue" or cues.words.get(t.words[i]) == "channel"
            for i in range(max(0, edge - 4), edge + 1)
        )
        if not texts:
            return []
        phrase = sentence_subject(scene, index)
    else:
        left = _left_of(scene, governor)
        if left is None or left[2] or left[0] < 0:
            return []
        phrase = subject_before(t, left[0], 0, cues=cues) or sentence_subject(scene, index)
    if phrase is None or not _can_speak(scene, phrase, verb):
        return []
    return _preposed(scene, index, last, verb, phrase, 0, False, False, "raised-cue")


def _orphan_cue(scene: Scene, index: int, last: int, verb: CueVerb, edge: int) -> list[Report]:
    return []


def _refusal(scene: Scene, index: int, form: Form) -> list[Report]:
    return []


def _according(scene: Scene, index: int) -> list[Report]:
    """Return the report of "according to …", before, after or inside its content."""
    t, cues = scene.t, scene.cues
    n = len(t.words)
    if index + 2 >= n:
        return []
    if index and t.words[index - 1] in ("not",):
        return []
    last = _source_end(scene, index + 2)
    if last < index + 2:
        return []
    phrase = (index + 2, last)
    cue = (index, index + 1)
    if _is_hearsay(scene, phrase):
        return []
    opening = index == 0 or all(t.tags[i] in "CA," for i in range(index))
    if opening:
        first = _after_source(scene, last)
        if first is None:
            return []
        if first > last + 2 and all(t.tags[i] == "U" for i in range(last + 2, first - 1)):
            phrase = index + 2, first - 2
        final = content_end(t, first, start=index, in_relative=False, cues=cues)
        if not has_finite(t, first, final):
            return []
        return [
            _report(scene, t.span(first, final), phrase, cue, "according to", "according-to", "certain", True)
        ]
    end = index - 1
    while end > 0 and t.tags[end] in ",-":
        end -= 1
    first = 0
    while first < end and t.tags[first] in "C,":
        first += 1
    first = _cut_left(scene, first, end)
    reports = []
    if end > first and (has_finite(t, first, end) or t.tags[end] == "Q" or end - first > 3):
        reports.append(
            _report(scene, t.span(first, end), phrase, cue, "according to", "according-to", "certain", False)
        )
    after = last + 1
    if after + 1 < n and t.tags[after] == "," and t.tags[index - 1] == ",":
        final = content_end(t, after + 1, start=index, in_relative=False, cues=cues)
        resumed = after + 1
        if final > resumed + 1 and has_finite(t, resumed, final) and t.tags[resumed] not in "DRU":
            reports.append(
                _report(
                    scene, t.span(resumed, final), phrase, cue, "according to", "according-to", "likely", True
                )
            )
    return reports


def _cut_left(scene: Scene, first: int, end: int) -> int:
    for i in range(end, first, -1):
        if scene.t.tags[i] == ";":
            return i + 1
    return first


def _source_end(scene: Scene, index: int) -> int:
    """Return the last word of the noun phrase after "according to"."""
    t = scene.t
    n = len(t.words)
    i = index
    relative = False
    while i < n:
        tag = t.tags[i]
        if tag in ",;:.H" or (tag == "(" and i > index) or (tag == "-" and i > index):
            break
        if tag == "Q":
            break
        if tag == "R":
            relative = True
        if tag in "DP" and i > index and t.tags[i - 1] in "UN#" and not relative:
            break
        if finite_at(t, i) and not relative and not (tag == "E" and t.tags[i - 1] in "NUPO"):
            break
        i += 1
    return i - 1


def _after_source(scene: Scene, last: int) -> int | None:
    """Return where the content begins after "According to the coach, Ann Lee, …"."""
    t = scene.t
    n = len(t.words)
    i = last + 1
    if i >= n:
        return None
    if t.tags[i] != ",":
        return None if t.tags[i] in ".;:" else i
    i += 1
    end = i
    while end < n and t.tags[end] not in ",.;":
        end += 1
    if end < n and t.tags[end] == "," and end + 1 < n and not has_finite(t, i, end - 1):
        inserted = t.tags[i] in "UDR" or t.words[i] in ("who", "which")
        if inserted and t.tags[i] != "I" and has_finite(t, end + 1, n - 1):
            return end + 1
    if t.tags[i] == "R" and end + 1 < n:
        return end + 1
    return i if i < n else None


def _is_hearsay(scene: Scene, phrase: Span) -> bool:
    t, cues = scene.t, scene.cues
    first, last = phrase
    if any(t.tags[i] == "U" for i in range(first, last + 1)):
        return False
    return cues.nouns.get(t.words[last]) == "hearsay" and last - first < 2


def _by_noun(scene: Scene, index: int) -> list[Report]:
    """Return "In the ministry's opinion, …", "issued a statement, “…”" and "her claim that …"."""
    t, cues = scene.t, scene.cues
    kind = cues.nouns[t.words[index]]
    n = len(t.words)
    if kind == "opinion" and index >= 2 and index + 1 < n:
        return _in_opinion(scene, index)
    if kind in ("venue", "claim", "document"):
        issued = next((i for i in range(index - 1, max(-1, index - 5), -1) if t.words[i] in _ISSUING), None)
        if issued is not None and index + 1 < n:
            at = index + 1 if t.tags[index + 1] in "Q:" else index + 2
            if t.tags[index + 1] in ",:Q" and at < n and (t.tags[at] == "Q" or t.tags[index + 1] == "Q"):
                first = index + 1 if t.tags[index + 1] == "Q" else index + 2
                left = _left_of(scene, issued)
                phrase = subject_before(t, left[0], 0, cues=cues) if left and left[0] >= 0 else None
                phrase = phrase or sentence_subject(scene, index)
                if phrase is None:
                    return []
                final = content_end(t, first, start=index, in_relative=False, cues=cues)
                cue = (issued, index)
                return [
                    _report(
                        scene, t.span(first, final), phrase, cue, t.words[index], "noun-cue", "certain", True
                    )
                ]
    if kind == "claim" and index + 2 < n and index:
        return _claim_that(scene, index)
    return []


def _in_opinion(scene: Scene, index: int) -> list[Report]:
    t = scene.t
    n = len(t.words)
    start = index - 1
    while start > 0 and t.words[start] != "in" and t.tags[start] in "UND#E":
        start -= 1
    if t.words[start] != "in" or (start and t.tags[start - 1] not in "C,-"):
        return []
    if t.tags[index + 1] == "," and start < index - 1:
        owner = (start + 1, index - 1)
        if t.words[index - 1] in _SELF or not (_possessive(t.words[index - 1]) or t.tags[index - 1] == "D"):
            return []
        first = index + 2
    elif t.words[index + 1] == "of":
        end = _source_end(scene, index + 2)
        owner = (index + 2, end)
        first = end + 2
    else:
        return []
    if first >= n:
        return []
    final = content_end(t, first, start=index, in_relative=False, cues=scene.cues)
    report = _report(
        scene, t.span(first, final), owner, (index, index), t.words[index], "noun-cue", "likely", True
    )
    return [_without_possessive(t, report)]


def _without_possessive(t: Words, report: Report) -> Report:
    if report.speaker is None:
        return report
    start, end = report.speaker
    surface = t.text[start:end]
    for ending in ("’s", "'s", "’", "'"):
        if surface.endswith(ending):
            return report._replace(speaker=(start, end - len(ending)))
    return report


def _claim_that(scene: Scene, index: int) -> list[Report]:
    """Return "his rival's claim that …" and "claims by his rival that …"."""
    t = scene.t
    n = len(t.words)
    owner: Span | None = None
    at = index + 1
    if t.words[at] in ("by", "from") and at + 1 < n:
        phrase = phrase_after(t, at + 1, n - 1, cues=scene.cues)
        if phrase is not None:
            owner, at = phrase, phrase[1] + 1
    if at + 1 >= n or t.tags[at] != "H" or not has_finite(t, at + 1, n - 1):
        return []
    if owner is None:
        start = index - 1
        while start > 0 and t.tags[start] in "NEA" and not _possessive(t.words[start]):
            start -= 1
        if t.words[start] in ("his", "her", "their"):
            owner = (start, start)
        elif _possessive(t.words[start]):
            first = start
            while first > 0 and t.tags[first - 1] in "UN":
                first -= 1
            if first > 0 and t.tags[first - 1] == "D":
                first -= 1
            owner = (first, start)
    if owner is None:
        return []
    final = content_end(t, at + 1, start=index, in_relative=False, cues=scene.cues)
    final = _before_main_verb(t, at + 1, final)
    report = _report(
        scene, t.span(at + 1, final), owner, (index, index), t.words[index], "noun-cue", "guess", True
    )
    return [_without_possessive(t, report)]


def _before_main_verb(t: Words, first: int, final: int) -> int:
    """Cut the clause before the verb of the sentence: her claim that it works | has been tested."""
    seen = False
    for i in range(first, final + 1):
        if t.tags[i] in "XV" and t.tags[i - 1] not in "XBAKRGPDC":
            if (
                seen
                and t.tags[i - 1] in "NUq#"
                and not any(t.tags[k] in "CSHR," for k in range(max(first, i - 5), i))
            ):
                return i - 1
            seen = True
    return final


def find_after_colon(t: Words, *, sentence: int, cues: Cues) -> list[Report]:
    """Return quotations that a colon introduces without a cue: "Lee was blunt: “…”", "LEE: “…”"."""
    scene = Scene(t, cues, sentence, 0, False)
    found = []
    if t.tags[:2] == ["Q", "-"] and len(t.words) > 3 and all(tag in "U." for tag in t.tags[2:]):
        return [_report(scene, t.span(0, 0), (2, len(t.words) - 1), (1, 1), "", "dash", "likely", False)]
    for i in range(2, len(t.words)):
        if t.tags[i] != "Q" or t.tags[i - 1] != ":":
            continue
        name_only = all(t.tags[k] == "U" for k in range(i - 1))
        phrase = (0, i - 2) if name_only and i < 7 else sentence_subject(scene, i - 1)
        if phrase is not None and _can_speak(scene, phrase, None):
            final = content_end(t, i, start=i - 1, in_relative=False, cues=cues)
            found.append(
                _report(scene, t.span(i, final), phrase, (i - 1, i - 1), "", "colon", "likely", True)
            )
    return found


def report_before_colon(t: Words, *, sentence: int, cues: Cues) -> Report | None:
    """Return a report without content for a sentence that ends in a colon, by its last cue or its subject."""
    scene = Scene(t, cues, sentence, 0, False)
    last = len(t.words) - 1
    cue = next((i for i in range(last, 0, -1) if t.words[i] in cues.forms), None)
    phrase = sentence_subject(scene, last + 1)
    if phrase is None or not _can_speak(scene, phrase, None):
        return None
    at = last if cue is None else cue
    lemma = cues.forms[t.words[cue]][0].verb.lemma if cue is not None else ""
    return _report(scene, t.span(at, at), phrase, (at, at), lemma, "colon", "likely", True)
