"""Words that report speech: verbs, nouns, and the nouns that people are called by."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..pieces import Remembered
from ..problems import Problem
from .rows import read_rows
from .word_tags import CLASS_TAGS, Tagged, make_tagger, tag_words

FOLDER = Path(__file__).resolve().parents[2] / "data" / "knowledge"

CLASSES = ("speech", "attitude", "document")
TONES = ("neutral", "doubt", "denial", "warning", "admission")
TAKES = (
    "animate",  # its subject must be somebody: things show and suggest, too
    "addressee",  # warned reporters that
    "addressed",  # always has an addressee: told
    "carried",  # quoted her as saying
    "as",  # described it as
    "aside",  # as she put it
    "at",  # put the toll at nine
    "bare",  # a clause follows without "that" as a rule
    "clause",
    "for",  # blamed them for it; beside label only "for doing"
    "gerund",  # denied knowing
    "infinitive",  # promised to
    "label",  # called it “…”
    "need",  # stressed the need to
    "object",  # expressed doubts about it
    "object-infinitive",  # urged them to
    "of",  # accused them of
    "that",  # only a clause with "that", or a quotation
)
NOUN_KINDS = ("claim", "venue", "opinion", "document", "hearsay", "need")

_VERB_COLUMNS = (
    "lemma",
    "past",
    "participle",
    "class",
    "takes",
    "needs_clause",
    "tone",
    "reason",
)


@dataclass(slots=True)
class CueVerb:
    lemma: str  # "point out": the particle follows the verb
    kind: str
    takes: frozenset[str]
    needs_clause: bool  # its forms mean other things without a clause or a quotation after them
    tone: str
    reason: str  # why it has that tone
    only_quoted: bool  # only a quotation, not a clause, is what was said: "he raged"
    particle: str


@dataclass(slots=True)
class Form:
    verb: CueVerb
    shape: str  # base, present, past, participle, gerund; the past also where it equals the participle


@dataclass(slots=True)
class Cues:
    verbs: dict[str, CueVerb]
    forms: dict[str, list[Form]]  # first word of the form -> verbs, those with a particle first
    nouns: dict[str, str]  # form -> kind
    roles: dict[str, str]  # form -> singular, of nouns that a person or a body is called by
    collectives: frozenset[str]  # roles whose plural is the same: media
    words: dict[str, str]  # word -> class for verbs that are no cues, adverbs, hedges, times
    first_names: dict[str, str]  # first name -> he or she
    tag: Callable[[str], Tagged]  # tells the class of a word
    triggers: frozenset[str]  # words that a report can be found by
    needed: "Needed"  # a sentence without any of these reports nothing, unless by marks alone
    titles: frozenset[str]  # words that stand before a name and are no part of it


_LOWER = re.compile(r"[a-z]+")
_ALONE, _WITH_PARTICLE, _NOT = 2, 1, 0


class Needed(Remembered[int]):
    """How words that report stand in what is between two blanks, of the pieces of text met so far."""

    def __init__(self, words: frozenset[str], particles: dict[str, frozenset[str]]) -> None:
        super().__init__(self._find)
        self.words = words
        self.particles = particles  # of words that report with one of them only

    def _find(self, piece: str) -> int:
        found = _LOWER.findall(piece.lower())
        weak = _NOT if self.particles.keys().isdisjoint(found) else _WITH_PARTICLE
        return weak if self.words.isdisjoint(found) else _ALONE

    def stand_in(self, pieces: Iterable[str]) -> bool:
        """Whether the pieces of a sentence hold one of the words, and its particle where it needs one."""
        kind = max(map(self.__getitem__, pieces))
        if kind != _WITH_PARTICLE:
            return kind == _ALONE
        found = set(_LOWER.findall(" ".join(pieces).lower()))
        return any(word in found and not found.isdisjoint(own) for word, own in self.particles.items())


def read_cues(folder: Path = FOLDER, problems: list[Problem] | None = None) -> Cues:
    """Return what data/knowledge says of cues; faults go to `problems`."""
    faults: list[Problem] = [] if problems is None else problems
    verbs, forms = _read_verbs(folder / "cue_verbs.csv", faults)
    nouns = _read_nouns(folder / "cue_nouns.csv", faults)
    roles, collectives = _read_roles(folder / "role_nouns.csv", faults)
    words = _read_classes(folder / "word_classes.csv", faults)
    particles = [row["particle"] for _, row in read_rows(folder / "particles.csv", ("particle",), faults)]
    shapes = {
        form: {
            r.shape for r in readings if r.shape != "present" or not (r.verb.needs_clause or form in nouns)
        }
        for form, readings in forms.items()
    }
    return Cues(
        verbs=verbs,
        forms=forms,
        nouns=nouns,
        roles=roles,
        collectives=collectives,
        words=words,
        tag=make_tagger(tag_words(words, shapes=shapes, nouns=nouns, particles=particles)),
        triggers=frozenset((*forms, *nouns, "according")),
        needed=Needed(frozenset(_list_needed(forms, nouns, words)), _list_particles(forms)),
        first_names=_read_first_names(folder / "first_names.csv", faults),
        titles=frozenset(
            word.rstrip(".").lower()
            for _, row in read_rows(folder / "titles.csv", ("title",), faults)
            for word in row["title"].split()
        ),
    )


def _list_needed(forms: dict[str, list[Form]], nouns: dict[str, str], words: dict[str, str]) -> Iterator[str]:
    """Yield the triggers but verbs of attitude or with a particle, and nouns that report only if issued."""
    yield "according"
    for form, readings in forms.items():
        if any(r.verb.kind != "attitude" and not r.verb.particle for r in readings):
            yield form
    yield from (noun for noun, kind in nouns.items() if kind in ("claim", "opinion"))
    yield from (word for word, kind in words.items() if kind == "issuing")


def _list_particles(forms: dict[str, list[Form]]) -> dict[str, frozenset[str]]:
    """Return the particles that follow forms where they report: "point out"."""
    return {
        form: particles
        for form, readings in forms.items()
        if (particles := frozenset(r.verb.particle for r in readings if r.verb.particle))
    }


def read_abbreviations(folder: Path = FOLDER, problems: list[Problem] | None = None) -> dict[str, bool]:
    """Return each abbreviation without its last full stop, and whether it may end a sentence."""
    faults: list[Problem] = [] if problems is None else problems
    path, columns = folder / "abbreviations.csv", ("abbreviation", "may_end_sentence")
    return {
        abbreviation.removesuffix("."): ends == "yes"
        for abbreviation, ends in _read_pairs(path, columns, faults, expected=("yes", "no")).items()
    }


def _read_first_names(path: Path, problems: list[Problem]) -> dict[str, str]:
    return _read_pairs(path, ("name", "pronoun"), problems, expected=("he", "she"))


def _read_pairs(
    path: Path, columns: tuple[str, str], problems: list[Problem], *, expected: tuple[str, ...]
) -> dict[str, str]:
    """Return the second column by the first, which stands once; its values are the expected ones."""
    pairs: dict[str, str] = {}
    first, second = columns
    for line, row in read_rows(path, columns, problems, required=columns):
        if row[first] in pairs:
            problems.append(Problem(path.name, line, f"{first} {row[first]!r} stands here twice"))
        if row[second] not in expected:
            message = f"{second} {row[second]!r}, expected one of {', '.join(expected)}"
            problems.append(Problem(path.name, line, message))
        pairs.setdefault(row[first], row[second])
    return pairs


def read_reporting_pasts(folder: Path = FOLDER) -> frozenset[str]:
    """Return the past forms of verbs that report speech wherever they stand: said, told, added."""
    forms = _read_verbs(folder / "cue_verbs.csv", [])[1]
    return frozenset(
        form
        for form, readings in forms.items()
        if any(r.shape == "past" and r.verb.kind == "speech" and "bare" in r.verb.takes for r in readings)
    )


def inflect(lemma: str, past: str = "", participle: str = "") -> Iterator[tuple[str, str]]:
    """Yield (form, shape) of a verb; an irregular past also shows whether the consonant doubles."""
    past = past or _regular_past(lemma)
    yield lemma, "base"
    yield _present(lemma), "present"
    yield past, "past"
    if participle and participle != past:
        yield participle, "participle"
    yield _gerund(lemma, past), "gerund"


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _present(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _gerund(lemma: str, past: str) -> str:
    if past == lemma + lemma[-1] + "ed":
        return past[:-2] + "ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _read_verbs(path: Path, problems: list[Problem]) -> tuple[dict[str, CueVerb], dict[str, list[Form]]]:
    verbs: dict[str, CueVerb] = {}
    forms: dict[str, list[Form]] = {}
    for line, row in read_rows(path, _VERB_COLUMNS, problems, required=("lemma", "class", "tone")):
        takes = frozenset(row["takes"].split())
        bad = [
            f"{column} {value!r}, expected one of {', '.join(allowed)}"
            for column, value, allowed in [
                ("class", row["class"], CLASSES),
                ("tone", row["tone"], TONES),
                *(("takes", value, TAKES) for value in sorted(takes)),
            ]
            if value not in allowed
        ]
        if row["needs_clause"] not in ("", "yes"):
            bad.append(f"needs_clause {row['needs_clause']!r} must be yes or empty")
        if row["lemma"] in verbs:
            bad.append(f"lemma {row['lemma']!r} stands here twice")
        problems += [Problem(path.name, line, message) for message in bad]
        if bad:
            continue
        verb = CueVerb(
            row["lemma"],
            row["class"],
            takes,
            row["needs_clause"] == "yes",
            row["tone"],
            row["reason"],
            only_quoted=not takes & {"clause", "addressee"},
            particle=row["lemma"].partition(" ")[2],
        )
        verbs[verb.lemma] = verb
        for form, shape in inflect(verb.lemma.partition(" ")[0], row["past"], row["participle"]):
            forms.setdefault(form, []).append(Form(verb, shape))
    for readings in forms.values():
        readings.sort(key=lambda reading: (not reading.verb.particle, reading.shape != "past"))
    return verbs, forms


def _read_classes(path: Path, problems: list[Problem]) -> dict[str, str]:
    classes: dict[str, str] = {}
    for line, row in read_rows(path, ("word", "class"), problems, required=("word", "class")):
        if row["class"] not in CLASS_TAGS:
            expected = f"expected one of {', '.join(CLASS_TAGS)}"
            problems.append(
                Problem(path.name, line, f"class {row['class']!r} of {row['word']!r}, {expected}")
            )
            continue
        if row["word"] in classes:
            problems.append(Problem(path.name, line, f"word {row['word']!r} stands here twice"))
        classes[row["word"]] = row["class"]
    return classes


def _read_nouns(path: Path, problems: list[Problem]) -> dict[str, str]:
    """Return singular and plural of each noun -> its kind."""
    kinds: dict[str, str] = {}
    singular: set[str] = set()
    for line, row in read_rows(path, ("noun", "kind", "reason"), problems, required=("noun", "kind")):
        if row["kind"] not in NOUN_KINDS:
            message = f"kind {row['kind']!r}, expected one of {', '.join(NOUN_KINDS)}"
            problems.append(Problem(path.name, line, message))
            continue
        if row["noun"] in singular:
            problems.append(Problem(path.name, line, f"noun {row['noun']!r} stands here twice"))
        singular.add(row["noun"])
        kinds[row["noun"]] = kinds[_present(row["noun"])] = row["kind"]
    return kinds


def _read_roles(path: Path, problems: list[Problem]) -> tuple[dict[str, str], frozenset[str]]:
    """Return singular and plural of each role -> the singular, and the roles whose plural is the same."""
    roles: dict[str, str] = {}
    collectives: set[str] = set()
    for _, row in read_rows(path, ("noun", "plural"), problems, required=("noun", "plural")):
        roles[row["noun"]] = roles[row["plural"]] = row["noun"]
        if row["noun"] == row["plural"]:
            collectives.add(row["noun"])
    return roles, frozenset(collectives)
