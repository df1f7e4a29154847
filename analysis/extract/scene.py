"""What the rules for cues share: the sentence they look at, the report they make, subject and content."""

from dataclasses import dataclass
from typing import NamedTuple

from ..knowledge.cues import Cues, CueVerb
from .clauses import Words, finite_at, has_finite, is_clause, negates, time_start
from .complements import Complement, is_present_verb
from .contents import content_end
from .subjects import Span, name_in, subject_before

_ACTS = ("infinitive", "gerund", "reason")
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "isn’t", "isn't", "wasn’t", "wasn't"))
SELF = frozenset(("i", "we", "you", "my", "our", "your"))
SOME = frozenset(("some", "many", "both", "all", "others", "several", "this"))
_NOBODY = frozenset(("this", "that", "which", "there", "what", "these", "those", "i", "we", "you"))
SUBORDINATORS = frozenset(
    (
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
    )
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


@dataclass(slots=True)
class Scene:
    """The sentence in which cues are looked at."""

    t: Words
    cues: Cues
    sentence: int


@dataclass(slots=True)
class Cue:
    """The words that govern a content: `first` to `last`, both included."""

    first: int
    last: int
    verb: CueVerb | None
    lemma: str
    negated: bool = False


def make_report(
    scene: Scene,
    content: tuple[int, int],
    phrase: Span | None,
    cue: Cue,
    *,
    rule: str,
    confidence: str = "likely",
    before: bool = True,
    carrier: tuple[int, int] | None = None,
) -> Report:
    """Return a report with the offsets of its speaker and cue."""
    speaker, whole = (None, None) if phrase is None else find_speaker(scene, phrase)
    words = scene.t.span(cue.first, cue.last)
    return Report(
        *content,
        speaker,
        whole,
        words,
        cue.lemma,
        rule,
        confidence,
        scene.sentence,
        before,
        cue.negated,
        carrier,
    )


def report_right(
    scene: Scene,
    cue: Cue,
    phrase: Span | None,
    complement: Complement,
    *,
    rule: str,
    relative: bool = False,
    carrier: tuple[int, int] | None = None,
) -> Report:
    """Return the report of a content that follows its cue."""
    t = scene.t
    final = content_end(
        t,
        complement.first,
        start=cue.first,
        in_relative=relative,
        cues=scene.cues,
        subordinate=phrase is not None and _is_subordinate(t, phrase[0]),
    )
    if complement.shape in _ACTS:
        final = _before_next_verb(t, complement.first, final)
        final = _before_next_clause(t, complement.first, final)
    if complement.shape == "label":
        final = next((i for i in range(final, complement.first, -1) if t.tags[i] in "Qq"), final)
    confidence = "certain" if complement.shape in ("that", "quotation") else "likely"
    content = t.span(complement.first, final)
    return make_report(scene, content, phrase, cue, rule=rule, confidence=confidence, carrier=carrier)


def _before_next_verb(t: Words, first: int, final: int) -> int:
    """Cut "the press for his fall, picked fights and left" before the next verb of the sentence."""
    cuts = (i for i in range(first + 1, final) if t.tags[i] == "," and t.tags[i + 1] in "EV")
    return next(cuts, final + 1) - 1


def _before_next_clause(t: Words, first: int, final: int) -> int:
    """Cut "lawmakers to pass it, but leaders have set no date" before the clause, which goes with the cue."""
    for i in range(first + 1, final):
        if finite_at(t, i) and t.tags[i - 1] not in "BG":
            return final
        if t.tags[i] == "," and t.tags[i + 1] == "C" and t.tags[i + 2] in "UDNP" and is_clause(t, i + 2):
            return i - 1
    return final


def report_rest(scene: Scene, cue: Cue, phrase: Span | None, first: int, *, rule: str) -> Report:
    """Return the report of a content that begins at word `first`, with no complement to tell its shape."""
    final = content_end(scene.t, first, start=cue.first, in_relative=False, cues=scene.cues)
    return make_report(scene, scene.t.span(first, final), phrase, cue, rule=rule)


def report_left(
    scene: Scene,
    cue: Cue,
    phrase: Span,
    before: int,
    *,
    quotation: bool,
    carrier: tuple[int, int] | None = None,
) -> list[Report]:
    """Return the report of "…," she said; a quotation is taken without what stands before it."""
    t = scene.t
    end = before if t.tags[before] in "Qq" else before - 1
    first = 0 if quotation else _after_colon(t, end)
    while first < end and t.tags[first] in "C,.":
        first += 1
    if quotation and t.tags[end] in "Qq" and _stands_alone(t, first, end):
        first = end
    if end < first or (not quotation and not has_clause(scene, first, end)):
        return []
    rule = "quotation-cue" if quotation else "clause-cue"
    content = t.span(first, end)
    return [
        make_report(
            scene, content, phrase, cue, rule=rule, confidence="certain", before=False, carrier=carrier
        )
    ]


def _after_colon(t: Words, end: int) -> int:
    """Return the word after the last semicolon, or after a colon that a sentence follows."""
    for i in range(end - 1, 0, -1):
        if t.tags[i] == ";" or (
            t.tags[i] == ":" and t.text[t.starts[i + 1]].isupper() and has_finite(t, 0, i)
        ):
            return i + 1
    return 0


def subject_ahead(scene: Scene, cue: Cue, phrase: Span, around: Span) -> Report | None:
    """Return "The plan" of "The plan, she said, would fail": a part of the content before its speaker.

    `around` is the comma before the speaker and the word that the content goes on with.
    """
    t, (comma, verb) = scene.t, around
    if t.tags[verb] in "Qq" and not t.text[t.quotations[verb].inner_start].islower():
        return None
    while verb < len(t.words) - 1 and t.tags[verb] in "AK":
        verb += 1
    start, last = 0, comma - 1
    while start < last and t.tags[start] in "C,":
        start += 1
    noun = t.tags[last] in "UN#q)P" or (t.tags[last] == "J" and start < last)
    subject = start <= last and t.tags[start] in "UDNP#qJ" and noun
    if t.tags[comma] != "," or not subject or t.tags[verb] not in "XVEQq" or has_finite(t, start, last):
        return None
    return make_report(scene, t.span(start, last), phrase, cue, rule="medial-cue", before=False)


def _stands_alone(t: Words, first: int, quotation: int) -> bool:
    """Whether a quotation is all that was said, and not the end of a clause."""
    if first == quotation or t.tags[quotation - 1] in ".:;" or _is_sentence(t, quotation):
        return True
    return t.tags[quotation - 1] == "," and quotation - first < 4


def _is_sentence(t: Words, quotation: int) -> bool:
    """Whether a quotation is a sentence of its own and no slogan: “Hey, we sent the letter,”"""
    marks = t.quotations[quotation]
    words = t.text[marks.inner_start : marks.inner_end].split()
    lower = sum(word[0].islower() for word in words)
    return len(words) > 5 and words[0][0].isupper() and lower > len(words) // 2


def _is_subordinate(t: Words, first: int) -> bool:
    """Whether the subject stands in a clause that opens the sentence: "After Lee said …, the panel met"."""
    opens = first > 0 and t.words[first - 1] in SUBORDINATORS
    return opens and all(t.tags[i] in "CA," for i in range(first - 1))


def find_speaker(scene: Scene, phrase: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the offsets of the speaker, a name if there is one, and of its whole phrase."""
    t, cues = scene.t, scene.cues
    first, last = phrase
    if first == last and t.tags[first] == "P":
        return t.span(first, first), t.span(first, first)
    while first < last and t.words[last] in ("both", "all") and t.tags[last - 1] not in "GI":
        last -= 1
    while first < last and (t.tags[first] in "AC" or (t.words[first] == "both" and last - first > 1)):
        first += 1
    if t.tags[last] == "p":  # "she’s said"
        letters = len(t.words[last].replace("’", "'").partition("'")[0])
        pronoun = t.starts[last], t.starts[last] + letters
        return pronoun, pronoun
    first, last = _author_of_text(scene, first, last) or (first, last)
    name = name_in(t, first, last, titles=cues.titles)
    if name is not None and not _only_titles(scene, *name) and "C" not in t.tags[name[1] + 1 : last + 1]:
        return t.span(*name), t.span(*phrase)
    return t.span(first, _role_end(t, first, last)), t.span(*phrase)


def _only_titles(scene: Scene, first: int, last: int) -> bool:
    return all(
        word in scene.cues.roles or word in scene.cues.titles for word in scene.t.words[first : last + 1]
    )


def _role_end(t: Words, first: int, last: int) -> int:
    for i in range(first + 1, last + 1):
        if t.tags[i] in "(R" or (t.tags[i] == "," and "C" not in t.tags[i:last]):
            return i - 1
    return last


def _author_of_text(scene: Scene, first: int, last: int) -> Span | None:
    """Return whose "statement by …" or "letter from …" the phrase names."""
    t = scene.t
    for i in range(first, last):
        if scene.cues.nouns.get(t.words[i]) in ("venue", "claim", "document"):
            for k in range(i + 1, min(last, i + 5)):
                if t.words[k] in ("by", "from"):
                    return (k + 1, last) if _issued_by(scene, k) else None
    return None


def _issued_by(scene: Scene, index: int) -> bool:
    """Whether who follows "by" has written a text: "issued by", not "carried by"."""
    before = index - 1
    return scene.t.tags[before] != "E" or scene.cues.words.get(scene.t.words[before]) == "issuing"


def has_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb stands from `first` to `last`, be it only "fear" of "residents fear a raid"."""
    if has_finite(scene.t, first, last):
        return True
    return any(present_plural(scene, i) or _is_main_verb(scene, i) for i in range(first + 1, last))


def _is_main_verb(scene: Scene, index: int) -> bool:
    """Whether "raise" of "tariffs raise costs" stands here, and in no relative clause."""
    t = scene.t
    return is_present_verb(t, index, cues=scene.cues) and "R" not in t.tags[max(0, index - 3) : index]


def present_plural(scene: Scene, index: int) -> bool:
    """Whether "know" in "our allies know it" stands here."""
    t = scene.t
    if t.tags[index] not in "NV":
        return False
    if scene.cues.words.get(t.words[index]) == "base" and t.tags[index + 1] in "NAJE":
        subject = t.words[index - 1]  # "the two sides remain far apart"
        return t.tags[index - 1] == "N" and subject.endswith("s") and not possessive(subject)
    if t.tags[index + 1] not in "DOPHUIK.":
        return False
    base = any(form.shape == "base" for form in scene.cues.forms.get(t.words[index], ()))
    subject = t.tags[index - 1] == "N" or index == 1
    return base and subject and (t.words[index - 1].endswith("s") or is_plural(scene, index - 1))


def is_plural(scene: Scene, index: int) -> bool:
    """Whether the word can be the subject of "say", not of "says"."""
    t, roles = scene.t, scene.cues.roles
    word = t.words[index]
    if t.tags[index] == "P":
        return word in ("they", "i", "we", "you")
    if t.tags[index] in "R,)" or word.endswith("s") or word in SOME or roles.get(word, word) != word:
        return True
    return word in scene.cues.collectives or "C" in t.tags[max(0, index - 4) : index]


def possessive(word: str) -> bool:
    return word.endswith(("’s", "'s", "s’", "s'"))


def can_speak(scene: Scene, phrase: Span, verb: CueVerb | None) -> bool:
    """Whether the phrase names somebody other than the author, or a text where the verb wants one."""
    t, cues = scene.t, scene.cues
    first, last = phrase
    words = t.words[first : last + 1]
    if t.tags[first] == "I" and "#" not in t.tags[first : first + 3]:
        return False
    if "C" in t.tags[first:last] and t.tags[t.tags.index("C", first) + 1] == "I":
        return False  # "both here and in swing states"
    if first > 0 and t.tags[first - 1] == "," and words[0].endswith("ing") and t.tags[first + 1] == "I":
        return False  # ", meeting with voters"
    if words[0] == "according" or (len(words) == 1 and (words[0] in _NOBODY or t.tags[first] in "Tq")):
        return False
    if verb is None or (verb.kind != "document" and "animate" not in verb.takes):
        return True
    if any(cues.nouns.get(word) == "document" for word in words):
        return True
    role = not cues.roles.keys().isdisjoint(words)
    if verb.kind == "document":
        return role and "animate" in verb.takes
    return role or any(_names_somebody(t, i) for i in range(first, last + 1))


def _names_somebody(t: Words, index: int) -> bool:
    return t.tags[index] == "P" or (t.tags[index] == "U" and not possessive(t.words[index]))


@dataclass(slots=True)
class Left:
    """What stands before a verb."""

    edge: int  # the word before its auxiliaries, adverbs and dates; -1 at the start
    auxiliaries: list[str]
    negated: bool
    infinitive: bool  # "to" stands before it


def look_left(scene: Scene, index: int) -> Left:
    """Return what stands before the verb at `index`."""
    t = scene.t
    auxiliaries: list[str] = []
    i = index - 1
    while i >= 0:
        tag, word = t.tags[i], t.words[i]
        if tag == "p":
            auxiliaries.append(word)
            break
        perfect = word == "since" and i > 0 and t.words[i - 1] in ("has", "have", "had")
        if tag in "XBAK" or word in ("more", "than", "once") or perfect:
            auxiliaries.append(word)
        elif tag == "G" and all(t.tags[k] == "A" for k in range(i + 1, index)):
            return Left(i - 1, auxiliaries, any(map(negates, auxiliaries)), True)
        else:
            start = time_start(t, i, 0)
            if start > i or (start == 0 and t.tags[i] == "#"):
                break
            if tag == "," and start > 0 and t.tags[start - 1] in "VE":
                break  # "in a letter sent Monday,"
            i = start
        i -= 1
    return Left(i, auxiliaries, any(map(negates, auxiliaries)), False)


def sentence_subject(scene: Scene, before: int) -> Span | None:
    """Return the subject of the first finite verb that has one, before the word `before`."""
    t = scene.t
    for i in range(1, before):
        phrase = _subject_of(scene, i)
        if phrase is None or (phrase[0] > 0 and t.tags[phrase[0] - 1] == "R"):
            continue
        opens_clause = phrase[0] > 0 and t.words[phrase[0] - 1] in SUBORDINATORS
        if opens_clause and "," in t.tags[i:before]:
            continue
        return None if t.words[phrase[0]] in _NOBODY and phrase[0] == phrase[1] else phrase
    return None


def _subject_of(scene: Scene, index: int) -> Span | None:
    """Return the subject of the word at `index`, if that is a finite verb."""
    t = scene.t
    resumes = t.tags[index] in "EV" and t.tags[index - 1] == "," and "," in t.tags[: index - 1]
    finite = finite_at(t, index) or (index < len(t.words) - 1 and present_plural(scene, index))
    if not (finite or resumes) or t.tags[index] == "p":
        return None
    k = index - 1
    while k >= 0 and t.tags[k] in "AK":
        k -= 1
    if k >= 0 and t.tags[k] in "XBG" and t.tags[index] in "EV":
        return None
    while k >= 0 and t.tags[k] in "AXKB":
        k -= 1
    if k < 0 or t.tags[k] in "HRSC":
        return None
    return subject_before(t, k, 0, cues=scene.cues)
