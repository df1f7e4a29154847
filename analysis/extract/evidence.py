"""What the text around capitalised words says of the name that they make."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from .name_words import Scene, opens_sentence
from .surroundings import telling_after, telling_before

_AGE = re.compile(r",? (?:aged )?[1-9]\d\b")
_APPOSITION = re.compile(
    r", (?:(?:an?|the|his|her|its|their|who was|who is) ((?:[\w'-]+ ){0,5}[\w-]+)|([a-z-]+)\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}[a-z]?\Z")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.)+\Z")
_ARTICLED = re.compile(r"[AaEe]l-[A-Z]")
_DOMAIN = re.compile(r"[\w-]{3,}(?:\.[A-Z]{2,3}|(?:\.[a-z]{2,4}){1,2})\Z")
_THEIR = ("his", "her", "its", "their", "my", "our")
_SAYS = ("said", "says")
_SPOKEN = ("present", "past")


@dataclass(slots=True)
class Candidate:
    """Capitalised words that may make a name, and the words around them."""

    scene: Scene
    start: int
    stop: int
    words: list[str]
    titled: bool  # a title stands before
    left: list[str]  # empty where it can tell nothing
    following: str  # the word right behind, empty where it can tell nothing
    before: str  # the word right before, empty after a comma
    after: str  # the character right behind
    told_after: bool  # what is behind may tell something
    several: bool
    acronym: bool  # one word, in capitals
    person: bool  # the first word is a given name or an initial


def make_candidate(scene: Scene, start: int, stop: int, words: list[str], *, titled: bool) -> Candidate:
    """Return the words with what stands around them."""
    folded, first = scene.folded, words[0]
    left = telling_before(folded, start, scene.surroundings)
    following = telling_after(folded, stop, scene.surroundings)
    after = folded[stop : stop + 1]
    several = len(words) > 1
    return Candidate(
        scene,
        start,
        stop,
        words,
        titled,
        left,
        following,
        left[-1] if left and "," not in folded[max(0, start - 2) : start] else "",
        after,
        bool(following) or after in (",", '"'),
        several,
        not several and first[1:2].isupper() and _ACRONYM.match(first) is not None,
        first in scene.names.given_names or _is_initial(first),
    )


def _is_initial(word: str) -> bool:
    return word[1:2] == "." and _INITIAL.match(word) is not None


def decide(candidate: Candidate) -> tuple[str, str, str] | None:
    """Return the type of the name, the rule that told it and its confidence; nothing for no name."""
    if _is_no_name(candidate):
        return None
    for rule, confidence, test in _RULES[candidate.several, bool(candidate.left), candidate.told_after]:
        if entity_type := test(candidate):
            return entity_type, rule, confidence
    return None


def _is_no_name(candidate: Candidate) -> bool:
    if candidate.several:
        return False
    word = candidate.words[0]
    if _is_initial(word):
        return not candidate.titled
    if not candidate.acronym:
        return False
    plain = word.capitalize() in candidate.scene.names.plain
    return plain or bool(_ROMAN.match(word)) or f" {word.lower()} " in candidate.scene.folded


def _opens(candidate: Candidate) -> bool:
    return opens_sentence(candidate.scene, candidate.start)


def _by_prefix(entity_type: str) -> Callable[[Candidate], str]:
    def test(candidate: Candidate) -> str:
        return entity_type if candidate.scene.names.prefixes.get(candidate.words[0]) == entity_type else ""

    return test


def _titled(candidate: Candidate) -> str:
    return "PERSON" if candidate.titled else ""


def _domain(candidate: Candidate) -> str:
    """Tell an outlet by the address that is its name: "Vesk.org"."""
    word = candidate.words[0]
    return "MEDIA" if "." in word and _DOMAIN.match(word) else ""


def _medium(candidate: Candidate) -> str:
    return "MEDIA" if _cued(candidate, candidate.scene.names.media_cues) else ""


def _audience(candidate: Candidate) -> str:
    """Tell an outlet that somebody spoke to, or that carried it."""
    if not candidate.before or candidate.person:
        return ""
    names, left = candidate.scene.names, candidate.left
    if left[-1] == "the" and not candidate.several and names.heads.get(candidate.words[0]) != "MEDIA":
        return ""
    left = left[:-1] if left[-1] == "the" else left
    for length in (1, 2, 4):
        if " ".join(left[-length:]) in names.media_cues["told"]:
            return "MEDIA"
    return ""


def _reporting(candidate: Candidate) -> str:
    """Tell an outlet by its work, as in "X reported"; an article on every word is no person's name."""
    if candidate.person:
        return ""
    if candidate.several and speaks(candidate) and all(map(_ARTICLED.match, candidate.words)):
        return "MEDIA"
    reports = candidate.following in candidate.scene.names.media_cues["reporting"] and candidate.after == " "
    if not reports or (not candidate.several and _opens(candidate)):
        return ""
    return "MEDIA" if not _ACRONYM.match(candidate.words[0]) else ""


def _group(candidate: Candidate) -> str:
    if (candidate.person and candidate.several) or not _cued(candidate, candidate.scene.names.group_cues):
        return ""
    return "ARMED_GROUP"


def _cued(candidate: Candidate, cues: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun before or after a name tells what it is."""
    before = cues["before"]
    if candidate.before and (candidate.before in before or " ".join(candidate.left[-2:]) in before):
        return True
    if candidate.after not in ('"', " ") or not candidate.told_after:
        return False
    return _cue_pattern(cues["after"]).match(candidate.scene.folded, candidate.stop) is not None


@lru_cache(maxsize=8)
def _cue_pattern(cues: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\"? (?:{'|'.join(sorted(cues))})\b")


def _placed(candidate: Candidate) -> str:
    cues = candidate.scene.names.place_cues
    if candidate.left:
        words = [word for word in candidate.left[-3:] if word != "the"]
        before = words[-1] if words and candidate.before else ""
        if before in cues["before"] or " ".join(candidate.left[-3:]) in cues["before"]:
            return "PLACE"
        if len(words) > 1 and before == "of" and words[-2] in cues["of"]:
            return "PLACE"
    return "PLACE" if candidate.after in " -" and candidate.following in cues["after"] else ""


def is_person(candidate: Candidate) -> bool:
    """Whether a title, an age, a role or speech beside the words tells that they name a person."""
    if candidate.titled or _with_role(candidate) or _aged(candidate) or _apposed(candidate) == "PERSON":
        return True
    if candidate.scene.folded.startswith(", who ", candidate.stop):
        return True
    return speaks(candidate) and not candidate.words[-1].endswith("s")  # as "Railways" does


def is_placed(candidate: Candidate) -> bool:
    """Whether a place is due where the words stand."""
    if _placed(candidate) or candidate.before in candidate.scene.names.place_cues["preposition"]:
        return True
    return candidate.before == "to" and "from" in candidate.left[-6:-1]


def _with_role(candidate: Candidate) -> str:
    if candidate.before not in candidate.scene.names.roles:
        return ""
    owner = candidate.left[-2] if len(candidate.left) > 1 else ""
    owned = owner.endswith("'s") or owner in _THEIR
    alone = candidate.words[0] not in candidate.scene.names.heads
    return "PERSON" if candidate.several or candidate.person or (owned and alone) else ""


_group_prefix, _person_prefix, _place_prefix = map(_by_prefix, ("ARMED_GROUP", "PERSON", "PLACE"))


def _by_person_prefix(candidate: Candidate) -> str:
    """Tell a person by "Abu" and the like, but for where a place is named: "in Abu Tarn"."""
    names, before = candidate.scene.names, candidate.before
    if before in names.place_cues["preposition"]:
        return ""
    if before == "from" and names.roles.intersection(candidate.left[-2:-1]):
        return ""
    return _person_prefix(candidate)


def _by_place_prefix(candidate: Candidate) -> str:
    """Tell a place by "Khan" and the like, but for a speaker of that name."""
    place = _place_prefix(candidate)
    return "" if not place or candidate.person or speaks(candidate) else place


def _aged(candidate: Candidate) -> str:
    if candidate.words[-1].isupper() or candidate.words[-1] in candidate.scene.names.heads:
        return ""
    if candidate.after not in (" ", ","):
        return ""
    return "PERSON" if _AGE.match(candidate.scene.folded, candidate.stop) else ""


def _full_name(candidate: Candidate) -> str:
    return "PERSON" if candidate.person else ""


def _apposed(candidate: Candidate) -> str:
    """Tell by the role or the kind of place that a name is said to be right after it."""
    names = candidate.scene.names
    comma = candidate.after == ","
    apposition = _APPOSITION.match(candidate.scene.folded, candidate.stop) if comma else None
    if not apposition:
        return ""
    if bare := apposition.group(2):
        return "PERSON" if bare in names.roles else ""
    for word in apposition.group(1).split(" "):
        if word in names.roles:
            return "PERSON"
        if word in names.place_cues["of"]:
            return "PLACE"
        if word in names.media_cues["after"] or word in names.media_cues["before"]:
            return "MEDIA"
    described = apposition.group().startswith((", a ", ", an "))
    return "PERSON" if described and candidate.person and not candidate.several else ""


def _acronym(candidate: Candidate) -> str:
    if not candidate.acronym or (len(candidate.words[0]) < 3 and _opens(candidate)):
        return ""
    return "ORG"


def _speaker(candidate: Candidate) -> str:
    return "PERSON" if speaks(candidate) else ""


def _lone_speaker(candidate: Candidate) -> str:
    if not speaks(candidate) or (not candidate.person and _opens(candidate)):
        return ""
    return candidate.scene.names.heads.get(candidate.words[0], "PERSON")


def speaks(candidate: Candidate) -> bool:
    """Whether the words stand as the subject of a verb of speech, or before or after one."""
    left = candidate.left
    if left and (left[-1] in _SAYS or left[-2:] == ["according", "to"]):
        return True
    if not candidate.following or candidate.after != " ":
        return False
    forms = candidate.scene.knowledge.cues.forms.get(candidate.following, ())
    return any(form.verb.kind == "speech" and form.shape in _SPOKEN for form in forms)


def _after_preposition(candidate: Candidate) -> str:
    cues, before = candidate.scene.names.place_cues, candidate.before
    if before in cues["preposition"]:
        return "PLACE" if len(candidate.words) < 4 else ""
    moves = before == "from" or (before == "to" and cues["to"].intersection(candidate.left[-4:-1]))
    whole = not candidate.several or candidate.words[0] in candidate.scene.names.prefixes
    return "PLACE" if moves and whole and not candidate.words[0].isupper() else ""


def _given_name(candidate: Candidate) -> str:
    return "PERSON" if candidate.person and not _opens(candidate) else ""


def _capitals(candidate: Candidate) -> str:
    if _opens(candidate) or len(candidate.words) > 3:
        return ""
    return "ORG" if candidate.before == "the" else "PERSON"


_TABLE: tuple[tuple[str, str, str, Callable[[Candidate], str]], ...] = (
    ("group-prefix", "likely", "several", _group_prefix),
    ("domain", "likely", "one", _domain),
    ("title", "likely", "any", _titled),
    ("media-cue", "likely", "any", _medium),
    ("group-cue", "likely", "any", _group),
    ("place-cue", "likely", "any", _placed),
    ("role-before", "likely", "any", _with_role),
    ("name-prefix", "likely", "several", _by_person_prefix),
    ("place-prefix", "likely", "several", _by_place_prefix),
    ("age", "likely", "any", _aged),
    ("given-name", "likely", "several", _full_name),
    ("apposition", "likely", "any", _apposed),
    ("audience", "guess", "any", _audience),
    ("acronym-alone", "guess", "one", _acronym),
    ("reporting", "guess", "any", _reporting),
    ("subject-of-cue", "likely", "several", _speaker),
    ("subject-of-cue", "guess", "one", _lone_speaker),
    ("preposition", "guess", "any", _after_preposition),
    ("given-name", "guess", "any", _given_name),
    ("two-capitals", "guess", "several", _capitals),
)
"""Rule, confidence, how many words it is for and the test, the surest first."""

_BEFORE = ("role-before", "audience", "preposition")
_AFTER = ("age", "apposition")
_BESIDE = ("media-cue", "group-cue", "place-cue", "reporting", "subject-of-cue")
"""The rules that ask for words before a name, behind it, or on either side."""


def _rules(length: str, *, before: bool, after: bool) -> list[tuple[str, str, Callable[[Candidate], str]]]:
    """Return the rules for a name of that length where the words before or behind it may tell something."""
    idle = (*_BEFORE, *_AFTER, *_BESIDE)
    if before or after:
        idle = _AFTER if not after else () if before else _BEFORE
    return [
        (rule, confidence, test)
        for rule, confidence, words, test in _TABLE
        if words in ("any", length) and rule not in idle
    ]


_RULES = {
    (several, before, after): _rules("several" if several else "one", before=before, after=after)
    for several, before, after in product((True, False), repeat=3)
}

RANKS: dict[str, int] = {rule: rank for rank, (rule, *_) in enumerate(_TABLE)}
"""How sure each rule is, the surest lowest."""
