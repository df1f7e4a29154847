"""What is said: the clause, quotation or infinitive that a cue governs."""

from dataclasses import dataclass

from ..knowledge.cues import Cues, CueVerb
from .adverbials import after_comma, is_frame, phrase_end
from .clauses import WH, Words, finite_at, has_finite, is_clause, time_end
from .contents import speech_readings
from .objects import PLURALS, find_addressee, object_shape

_ONLY_QUOTED = frozenset(("quotation", "label", "infinitive", "gerund", "reason", "figure", "object"))
_TIMES = frozenset(("when", "after", "as", "before", "while"))


@dataclass(slots=True)
class Complement:
    shape: str  # that, quotation, question, clause, infinitive, gerund, label, reason, figure, object
    first: int  # first word of the content


@dataclass(slots=True)
class _Look:
    """What is looked for after a cue."""

    t: Words
    verb: CueVerb
    left_is_clause: bool
    cues: Cues
    asked: int  # the word after the cue, its addressee and adverbs: a question begins nowhere else

    @property
    def careful(self) -> bool:
        return self.left_is_clause or self.verb.needs_clause

    def tag(self, index: int) -> str:
        return self.t.tags[index] if index < len(self.t.tags) else "."


def complement_after(
    t: Words, index: int, verb: CueVerb, *, left_is_clause: bool, cues: Cues
) -> Complement | None:
    """Return what follows a cue whose last word is at `index`; None where nothing that is said follows."""
    found = _complement(t, index, verb, left_is_clause=left_is_clause, cues=cues)
    if found is None or not verb.only_quoted or found.shape in _ONLY_QUOTED:
        return found
    return found if "that" in verb.takes and found.shape != "clause" else None


def _complement(
    t: Words, index: int, verb: CueVerb, *, left_is_clause: bool, cues: Cues
) -> Complement | None:
    addressee, i = None, index + 1
    told = _Look(t, verb, left_is_clause, cues, i)
    if "addressee" in verb.takes and i < len(t.words) and not _is_present_clause(told, i):
        addressee, i = find_addressee(t, i, cues=cues)
    spoken = addressee is not None and t.tags[i : i + 1] in (["H"], ["Q"]) and t.tags[i - 1] != "G"
    spoken = spoken and not (t.words[i - 1] == "of" and "of" in verb.takes)  # "accused Lee of “…”"
    if not spoken and (shape := object_shape(t, index + 1, verb)) is not None:
        return Complement(shape, index + 1)
    if "object" in verb.takes and not left_is_clause and _is_object(t, i, verb):
        return Complement("object", i)
    if "of" in verb.takes and t.words[index + 1 : index + 2] == ["of"] and t.tags[index + 2] in "Qq":
        return Complement("quotation", index + 2)  # "warned of “dire days”"
    if "need" in verb.takes and not left_is_clause and _is_need(t, i, cues=cues):
        return Complement("object", i)
    asked = i
    while t.tags[asked : asked + 1] in (["A"], ["K"]):
        asked += 1
    look = _Look(t, verb, left_is_clause, cues, asked)
    while i < len(t.words):
        skipped = _skip(look, i)
        if skipped is None or skipped == i:
            return None if skipped is None else _read(look, i)
        i = skipped
    return None


def _is_object(t: Words, index: int, verb: CueVerb) -> bool:
    """Whether "an inquiry" after "called for" begins here, or "hope that …" after "expressed"."""
    if index >= len(t.words) or t.tags[index] not in "DNJAE#":
        return False
    end = next(
        (k for k in range(index, len(t.words)) if t.tags[k] in ",;:." or finite_at(t, k)), len(t.words)
    )
    if t.words[index] in ("his", "her", "their", "its"):
        return False
    if t.words[index] == "any" and end - index > 1:
        return True
    return ("object-infinitive" in verb.takes and end - index > 1) or "H" in t.tags[index + 1 : end]


def _is_need(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "the need to act" or "the need for aid to come" begins here."""
    ahead = range(index, min(index + 3, len(t.words)))
    noun = next((i for i in ahead if t.tags[i] not in "DA"), index)
    if noun >= len(t.words) or cues.nouns.get(t.words[noun]) != "need":
        return False
    to = noun + 1
    if t.words[to : to + 1] == ["for"]:
        to = next((i for i in range(to + 2, min(to + 12, len(t.words))) if t.tags[i] in "G,.:;"), to)
    return t.tags[to : to + 1] == ["G"] and t.tags[to + 1 : to + 2] not in ([], ["D"], ["U"], ["P"], ["O"])


def _skip(look: _Look, i: int) -> int | None:
    """Return the word after an adverbial at `i`, `i` itself if none stands there, None if nothing follows."""
    t, tag = look.t, look.t.tags[i]
    if tag in "HQq:." or t.words[i] in WH:
        return i
    if tag == ",":
        told = "addressee" in look.verb.takes and i == look.asked
        plain = not look.verb.needs_clause and not told
        return after_comma(t, i, left_is_clause=look.left_is_clause, plain=plain)
    if (end := time_end(t, i)) > i:
        return end
    if tag in "AK":
        return i if i + 1 < len(t.words) and finite_at(t, i + 1) else i + 1
    if tag == "G" and look.tag(i + 1) == "B" and "infinitive" not in look.verb.takes:
        return None
    if tag == "G" and not ("infinitive" in look.verb.takes and _is_infinitive(look, i)):
        return phrase_end(t, i)
    if tag == "I":
        end = phrase_end(t, i)
        if is_frame(t, i, end, left_is_clause=look.left_is_clause, cues=look.cues):
            return end
    return i


def _is_infinitive(look: _Look, i: int) -> bool:
    """Whether a verb follows "to", with or without an adverb before it: "to swiftly act"."""
    following = i + 1
    while look.tag(following) in "AK":
        following += 1
    return look.tag(following) in "NVBXEqQ"


def _read(look: _Look, i: int) -> Complement | None:
    """Return the complement that begins at `i`."""
    t, tag = look.t, look.t.tags[i]
    if tag == "H":
        if _points(look, i):
            return None
        if look.tag(i + 1) == "X" and i > look.asked and t.tags[i - 1] in "NU#":
            return None  # "argued for a trial that would last"
        if look.tag(i + 1) == "X" and not look.verb.needs_clause:
            return Complement("clause", i)  # "said that is wrong"
        if look.tag(i + 1) in "VE" and t.tags[i - 1] in "NU#":
            return None  # "said of a war that caused"
        if look.tag(i + 1) in "XVE" and look.verb.needs_clause:
            return None  # "new orders that would last"
        first = i + 2 if look.tag(i + 1) == "," else i + 1
        return None if look.tag(first) == "." else Complement("that", first)
    if tag in "Qq":
        return None if tag == "q" and "label" in look.verb.takes else Complement("quotation", i)
    if tag in ":-":
        return _after_colon(look, i)
    if t.words[i] in WH:
        clause = (i == look.asked or _asks_later(look, i)) and has_finite(t, i + 1, len(t.words) - 1)
        return Complement("question", i) if clause else None
    if tag == "G":
        return Complement("infinitive", i)
    if tag == "J" and "gerund" in look.verb.takes:
        return Complement("gerund", i)
    if tag == "S":
        return _after_subordinator(look, i)
    return _clause(look, i)


def _asks_later(look: _Look, i: int) -> bool:
    """Whether the question stands behind a circumstance: "asked in a letter why"."""
    return look.t.words[i] in ("why", "how", "whether") and look.tag(look.asked) in "IT"


def _points(look: _Look, i: int) -> bool:
    """Whether "that" points to a noun: "rejects that view, writing …"."""
    noun = look.cues.nouns.get(look.t.words[i + 1] if i + 1 < len(look.t.words) else "")
    return noun in ("claim", "opinion") and look.tag(i + 2) in ",.;I"


def _after_colon(look: _Look, i: int) -> Complement | None:
    if look.tag(i + 1) in "Qq":
        return Complement("quotation", i + 1)
    if look.t.tags[i] == "-" or look.verb.needs_clause or look.tag(i + 1) == ".":
        return None
    return Complement("clause", i + 1)


def _after_subordinator(look: _Look, i: int) -> Complement | None:
    """Return "said when she left that …", or a clause that opens with a condition."""
    if look.careful:
        return None
    later = _that_later(look.t, i + 1) if look.t.words[i] in _TIMES else None
    return Complement("clause", i) if later is None else Complement("that", later)


def _that_later(t: Words, index: int) -> int | None:
    for i in range(index + 2, min(len(t.words) - 2, index + 10)):
        if t.tags[i] in ",;:Qq":
            return None
        if t.tags[i] == "H" and t.tags[i - 1] in "EVNTOU" and t.tags[i + 1] in "DPU":
            return i + 1
    return None


def _clause(look: _Look, i: int) -> Complement | None:
    """Return a clause without "that", or the quotation in "said the same: “…”"."""
    t, tag = look.t, look.t.tags[i]
    if tag in "OCXVE).;" or (tag == "I" and look.careful) or _opens_aside(t, i, cues=look.cues):
        return None
    sentence = tag in "DP" and t.words[i] != "i" and t.text[t.starts[i]].isupper()
    if sentence and i == look.asked:
        return Complement("clause", i)  # a colon is lost: "he added The road is closed"
    if tag in "DN#" and _holds_term(look, i):
        return Complement("quotation", i)
    for k in range(i, min(len(t.words) - 1, i + 6)):
        if t.tags[k] == ":" and t.tags[k + 1] in "Qq":
            return Complement("quotation", k + 1)
        that = t.tags[k + 1] == "H"
        if t.tags[k] == ":" and k > i and (that or has_finite(t, k + 1, len(t.words) - 1)):
            return Complement("clause", k + 1 + that)  # "said one thing: that …"
        if t.tags[k] in ":,Qq" or finite_at(t, k):
            break
    if sentence and has_finite(t, i, len(t.words) - 1):
        return Complement("clause", i)
    if look.careful:
        clause = is_clause(t, i) or _is_picture(look, i) or _is_present_clause(look, i)
        return Complement("clause", i) if clause else None
    return Complement("clause", i) if tag in "DUPNTq#pIJ" and _may_be_clause(look, i) else None


def _opens_aside(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether "adding that" or "referring to the vote" begins here."""
    if index >= len(t.words) or t.tags[index] != "J":
        return False
    speech = speech_readings(t.words[index], "gerund", cues=cues) and t.tags[index + 1 : index + 2] == ["H"]
    return bool(speech) or cues.words.get(t.words[index]) == "aside"


def _is_picture(look: _Look, index: int) -> bool:
    """Whether "Lee trailing by ten points" begins here, as polls and documents show it."""
    t = look.t
    end = index
    while end < len(t.words) and t.tags[end] in "DUN#":
        end += 1
    return (
        look.verb.kind == "document"
        and end > index
        and look.tag(end) == "J"
        and look.tag(end + 1) in "IDHU#N"
    )


def _is_present_clause(look: _Look, index: int) -> bool:
    """Whether "voters want a deal" or "it hurts voters" begins here: the verb looks like a noun."""
    t = look.t
    for k in range(index, min(index + 8, len(t.words) - 1)):
        if t.tags[k] not in "DNUEJAI#":
            return False
        if k > index and is_present_verb(t, k, cues=look.cues):
            return True
        if look.cues.roles.get(t.words[k], t.words[k]) != t.words[k] and t.tags[k + 1] in "DN#":
            return _is_base(t.words[k + 1], cues=look.cues)  # "told sailors ports need boats"
    return False


def is_present_verb(t: Words, index: int, *, cues: Cues) -> bool:
    """Whether the word goes with the number of the noun before it and leads on to an object or so."""
    word, following = t.words[index], t.words[index + 1]
    if t.tags[index] != "N" or t.tags[index - 1] not in "NU":
        return False
    if _is_plural_noun(t, index - 1, cues=cues):
        leads = t.tags[index + 1] in "DOPHUIKGNAJE#q" and following not in ("of", "for", "by")
        return leads and _is_base(word, cues=cues)
    stems = word[:-1], word[:-2]
    known = word.endswith("s") and any(cues.words.get(stem) in ("base", "past") for stem in stems)
    return known and t.tags[index + 1] in "DOPHUGN#q"


def _is_plural_noun(t: Words, index: int, *, cues: Cues) -> bool:
    word = t.words[index]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return plural or cues.roles.get(word, word) != word or word in PLURALS


def _is_base(word: str, *, cues: Cues) -> bool:
    return cues.words.get(word) == "base" or any(form.shape == "base" for form in cues.forms.get(word, ()))


def _holds_term(look: _Look, index: int) -> bool:
    """Whether "a “fragile silence” in the valley" begins here: a noun phrase partly quoted, and no clause."""
    t = look.t
    end = next((k for k in range(index, len(t.words)) if t.tags[k] in ",.;:CHSR"), len(t.words))
    quoted = next((k for k in range(index + 1, min(end, index + 5)) if t.tags[k] == "q"), 0)
    if not quoted or t.quotations[quoted].n_words < 2 or has_finite(t, index, end - 1):
        return False
    return all(t.tags[k] in "DNJE#A" for k in range(index, quoted))


def _may_be_clause(look: _Look, index: int) -> bool:
    """Whether enough follows for a clause; verbs in the present look like nouns."""
    t = look.t
    last = len(t.words) - 1
    if t.tags[index] == "P" and look.tag(index + 1) in ",.":
        return False
    if "bare" in look.verb.takes and t.tags[index] != "I":
        return last - index > 3 or "q" in t.tags[index:] or has_finite(t, index, last)
    comma = next((i for i in range(index + 1, last) if t.tags[i] == ","), last)
    if comma < last and (t.tags[index] in "SI" or t.tags[comma + 1] in "RDJ#I"):
        apposition = t.tags[comma + 1] in "RD" and "," not in t.tags[comma + 1 : last]
        comma = comma if apposition and t.tags[index] not in "SI" else last
    return _is_main(t, index, comma) or "q" in t.tags[index:] or _is_present_clause(look, index)


def _is_main(t: Words, first: int, last: int) -> bool:
    """Whether a verb stands there that belongs to no relative clause and is not the cue's twin.

    It does not in "a penalty which he took", nor in "the meeting but declined to speak".
    """
    twin = (
        i
        for i in range(first + 1, last)
        if t.tags[i] == "C" and t.tags[i + 1 + (t.tags[i + 1] == "A")] in "VEX"
    )
    last = next(twin, last)
    like = (i for i in range(first + 1, last) if t.words[i] == "as" and t.tags[i + 1] == "X")
    last = next(like, last)  # "his support as did Lee"
    relative = next((i for i in range(first + 1, last) if _opens_relative(t, i)), last)
    if relative == last or t.tags[relative - 1] == ",":
        return has_finite(t, first, last)
    return has_finite(t, first, relative - 1) or sum(finite_at(t, i) for i in range(relative, last + 1)) > 1


def _opens_relative(t: Words, index: int) -> bool:
    """Whether "which" or the "that" of "the places that were closed" stands there."""
    plain = t.tags[index] == "H" and t.tags[index - 1] == "N" and t.tags[index + 1] in "XVE"
    return plain or t.tags[index] == "R"
