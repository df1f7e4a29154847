"""Reports in the passive: "she was told by her lawyer that", "called “…” by Lee", "asked by Lee whether"."""

from .clauses import Words, finite_at
from .complements import Complement, complement_after
from .scene import Cue, Report, Scene, can_speak, make_report, report_right
from .subjects import Span, phrase_after

_QUESTIONS = ("if", "whether", "how", "why", "what", "where", "who", "when")


def report_by_agent(scene: Scene, cue: Cue) -> list[Report]:
    """Return the report of a passive that names who speaks with "by"."""
    t = scene.t
    last = len(t.words) - 1
    if cue.verb is None or cue.verb.kind != "speech":
        return []
    if t.words[cue.last + 1 : cue.last + 2] == ["by"] and cue.last + 2 < last:
        return _agent_first(scene, cue)
    return _agent_last(scene, cue)


def _agent_first(scene: Scene, cue: Cue) -> list[Report]:
    """Return "told by her lawyer that …" and "asked by Lee whether …"."""
    t, verb = scene.t, cue.verb
    last = len(t.words) - 1
    agent = phrase_after(t, cue.last + 2, last, cues=scene.cues)
    if verb is None or agent is None:
        return []
    to = next((i for i in range(agent[0] + 1, agent[1]) if t.tags[i] == "G"), agent[1] + 1)
    agent = agent[0], to - 1
    if agent[1] >= last or not can_speak(scene, agent, verb):
        return []
    at = _after_apposition(t, agent[1] + 1)
    complement = None
    if t.tags[at] == "H" and verb.takes & {"clause", "that", "addressee"}:
        complement = Complement("that", at + 1)
    elif t.tags[at] == "G" and "object-infinitive" in verb.takes and t.tags[at + 1] not in "DU":
        complement = Complement("infinitive", at)
    elif t.words[at] in _QUESTIONS and verb.needs_clause and "addressee" in verb.takes:
        complement = Complement("question", at)
    elif "of" in verb.takes and t.words[at] == "of":
        complement = Complement("gerund", at + 1)
    if complement is None or complement.first > last or at > last:
        return []
    return [_until_comma(scene, report_right(scene, cue, agent, complement, rule="passive"), cue, complement)]


def _after_apposition(t: Words, index: int) -> int:
    """Return the word after ", D-Oslo," or ", a doctor," where one begins at `index`."""
    close = next((i for i in range(index + 1, min(len(t.words) - 1, index + 7)) if t.tags[i] == ","), index)
    return close + 1 if close > index and t.tags[index] == "," else index


def _until_comma(scene: Scene, report: Report, cue: Cue, complement: Complement) -> Report:
    """End the content of a participle that opens the sentence: "Asked by Lee if it rained, he nodded"."""
    t = scene.t
    opens = all(tag in "SCA" for tag in t.tags[: cue.first])
    comma = next((i for i in range(complement.first, len(t.words)) if t.tags[i] == ","), None)
    return report._replace(end=t.ends[comma - 1]) if opens and comma is not None else report


def _agent_last(scene: Scene, cue: Cue) -> list[Report]:
    """Return "accused of lying by two partners" and "described as “…” by Lee"."""
    t, verb = scene.t, cue.verb
    if verb is None or not verb.takes & {"of", "as", "label"}:
        return []
    complement = complement_after(t, cue.last, verb, left_is_clause=False, cues=scene.cues)
    first = complement.first if complement else cue.last + 1
    if complement is None or complement.shape != "quotation":
        if t.words[first : first + 1] not in (["of"], ["as"]):
            return []
        first += 1
    by = _by(scene, first)
    agent = by and phrase_after(t, by + 1, len(t.words) - 1, cues=scene.cues)
    if not by or agent is None or not can_speak(scene, agent, verb) or not _certain(scene, agent):
        return []
    if t.words[cue.last + 1] == "as" and not any(tag in "Qq" for tag in t.tags[first:by]):
        return []
    return [make_report(scene, t.span(first, by - 1), agent, cue, rule="passive")]


def _by(scene: Scene, first: int) -> int | None:
    t = scene.t
    for i in range(first + 1, min(len(t.words) - 1, first + 14)):
        if t.words[i] == "by":
            return i
        if t.tags[i] in ",;:" or (finite_at(t, i) and t.tags[i] != "E"):
            return None
    return None


def _certain(scene: Scene, agent: Span) -> bool:
    """Whether the agent is somebody: "by two partners", not "by lying"."""
    t = scene.t
    return any(
        t.tags[i] == "U" or t.words[i] in scene.cues.roles or t.tags[i] == "#"
        for i in range(agent[0], agent[1] + 1)
    )
