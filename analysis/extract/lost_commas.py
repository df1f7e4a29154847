"""Reports in articles whose commas are lost: "The road is closed the mayor said", "… closed said Ann Lee"."""

from ..knowledge.cues import Form
from .adverbials import phrase_end
from .clauses import Words, finite_at, time_end
from .scene import Cue, Left, Report, Scene, has_clause, make_report
from .subjects import Span, phrase_after

_FEWEST = 3
"""Words that are the least for a content."""
_LONGEST = 14
"""Words that are the most for a speaker."""
_OBJECTS = frozenset(("addressee", "addressed", "as", "for", "label", "object", "object-infinitive", "of"))


def report_without_commas(scene: Scene, cue: Cue, form: Form, left: Left) -> list[Report]:
    """Return the report of a content that no comma parts from its speaker or its verb."""
    t = scene.t
    plain = form.shape in ("past", "present") and cue.verb is not None and not cue.verb.only_quoted
    if not t.commas_lost or not plain or cue.first < _FEWEST or left.edge < 0 or "Q" in t.tags:
        return []
    return _postposed(scene, cue, left.edge) or _inverted(scene, cue)


def _postposed(scene: Scene, cue: Cue, edge: int) -> list[Report]:
    """Return "The road is closed the mayor said", where nothing that is said follows."""
    t = scene.t
    start = _phrase_start(scene, edge) if _nothing_follows(scene, cue) else None
    if start is None:
        return []
    if start > 1 and t.tags[start - 1] == "C" and (first := _phrase_start(scene, start - 2)) is not None:
        start = first  # "the mayor and a sailor said"
    while start < edge and t.tags[start - 1] == "I" and t.tags[start] == "U":
        start += 1  # "in Oslo | Mayor Lee said"
    before = start - 1
    if "," in t.tags[max(0, start - 4) : start]:
        return []  # a comma has stayed: the speaker begins there
    opens = t.tags[before] in ",CSHGXBRI-(Qq;:" and t.words[before] != "yet"
    if before < _FEWEST - 1 or opens or not has_clause(scene, 0, before):
        return []
    return [_report(scene, cue, (start, edge), before)]


def _report(scene: Scene, cue: Cue, phrase: Span, last: int) -> Report:
    t = scene.t
    first = next(i for i in range(last + 1) if t.tags[i] not in "C,.")
    content = t.span(first, last)
    return make_report(scene, content, phrase, cue, rule="lost-comma", confidence="guess", before=False)


def _phrase_start(scene: Scene, edge: int) -> int | None:
    """Return where the speaker begins who stands before a verb: a pronoun, a name with its titles, a role."""
    t = scene.t
    if t.tags[edge] == "P":
        return edge if t.words[edge] in ("he", "she", "they", "it") else None
    if t.tags[edge] == ")":
        edge = next((i - 1 for i in range(edge, 0, -1) if t.tags[i] == "("), edge)
    if t.tags[edge] == "U":
        return _name_start(scene, edge)
    start = _definite(scene, edge)
    if start is None and scene.cues.roles.get(t.words[edge], t.words[edge]) != t.words[edge]:
        start = edge
        while start > 0 and t.tags[start - 1] == "U":
            start -= 1
    return start


def _name_start(scene: Scene, edge: int) -> int:
    """Return where the name that ends at `edge` begins, with the titles, the role and the state before it."""
    t, cues = scene.t, scene.cues
    start = edge
    while start > 0:
        before = start - 1
        if t.tags[before] == "U" and not _is_acronym(t, before):
            start = before
        elif t.tags[before] == "U":  # "fight the PLK Lee said"
            return start
        elif (
            before > 0 and t.tags[before - 1] == "U" and (len(t.words[before]) < 4 and t.tags[before] in "NI")
        ):
            if t.words[before] not in ("of", "for") and t.tags[before] == "I":
                break
            start = before - 1
        elif t.words[before] in cues.titles or _is_role(scene, before):
            start = before
        else:
            break
    return start - (start > 0 and t.tags[start - 1] == "D")


def _links(t: Words, index: int) -> bool:
    """Whether "de" or "of" stands between two parts of a name."""
    return t.words[index] in ("of", "for") or (t.tags[index] == "N" and len(t.words[index]) < 4)


def _is_role(scene: Scene, index: int) -> bool:
    """Whether a name can follow the word, as it does "commander", not "government" or "people"."""
    word, cues = scene.t.words[index], scene.cues
    one = cues.roles.get(word) == word and word not in cues.collectives
    return one and cues.words.get(word) != "government"


def _is_acronym(t: Words, index: int) -> bool:
    """Whether a name in capitals after "the" ends what was said before the speaker's name."""
    name = t.text[t.starts[index] : t.ends[index]]
    return name.isupper() and index > 0 and t.words[index - 1] == "the"


def _definite(scene: Scene, edge: int) -> int | None:
    """Return where "a military source" or "the head of the clinic" begins, which ends at `edge`."""
    t = scene.t
    for i in range(edge - 1, max(0, edge - _LONGEST), -1):
        if t.tags[i] == "D":
            if i > 2 and t.words[i - 1] in ("of", "for") and t.tags[i - 2] == "N" and t.tags[i - 3] == "D":
                return i - 3
            return i if _names_speaker(scene, i, edge) else None
        if t.tags[i] in "XVPS.,H" or finite_at(t, i):
            return None
    return None


def _names_speaker(scene: Scene, first: int, last: int) -> bool:
    t, roles = scene.t, scene.cues.roles
    return any(t.tags[i] == "U" or t.words[i] in roles for i in range(first, last + 1))


def _nothing_follows(scene: Scene, cue: Cue) -> bool:
    """Whether only whom, when and where follow a verb, up to the end or to "adding that"."""
    t, n, i = scene.t, len(scene.t.words), cue.last + 1
    while cue.verb is not None and "addressee" in cue.verb.takes and i < n and t.tags[i] in "DUNO":
        i += 1
    while i < n and t.tags[i] not in ".;" and not _is_aside(scene, i):
        end = max(time_end(t, i), phrase_end(t, i) if t.tags[i] in "IG" else i, i + (t.tags[i] == "A"))
        if end == i:
            return False
        i = end
    return True


def _is_aside(scene: Scene, index: int) -> bool:
    """Whether "adding that", "referring to" or "when asked" begins here."""
    t, cues = scene.t, scene.cues
    if t.tags[index] == "S":
        return t.tags[index + 1 : index + 2] in (["E"], ["J"])
    if t.tags[index] != "J":
        return False
    speaks = any(form.shape == "gerund" for form in cues.forms.get(t.words[index], ()))
    return speaks or cues.words.get(t.words[index]) == "aside"


def _inverted(scene: Scene, cue: Cue) -> list[Report]:
    """Return "The road is closed said Ann Lee", where no verb follows her name."""
    t = scene.t
    takes = cue.verb.takes if cue.verb else frozenset()
    last = len(t.words) - 1
    named = t.tags[cue.last + 1 : last + 1]
    alone = named[:1] == ["U"] and all(tag in "U." for tag in named) and "addressed" not in takes
    if not alone and ("bare" not in takes or takes & _OBJECTS):
        return []
    if cue.last >= last or t.tags[cue.first - 1] in ",-QqCRSHG":
        return []
    phrase = phrase_after(t, cue.last + 1, last, cues=scene.cues)
    if phrase is None or t.tags[phrase[0]] not in "UD" or not _names_speaker(scene, *phrase):
        return []
    relative = next((i for i in range(phrase[1], last) if t.tags[i] == "R"), last + 1)
    if any(finite_at(t, i) for i in range(phrase[1] + 1, min(relative, last + 1))):
        return []
    before = cue.first - 1
    return [_report(scene, cue, phrase, before)] if has_clause(scene, 0, before) else []
