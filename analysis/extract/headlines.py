"""Speakers beside a colon in headlines and transcripts: "Lee: Port to close", "Port to close: Lee"."""

import re
from collections.abc import Sequence

from ..knowledge.cues import Cues
from ..records import Mention, SectionSpan
from .clauses import has_finite, read_words
from .scene import Report

_COLON = re.compile(r":\s+")
_CLOSING = re.compile(r", (?P<who>[^\s,:;]+(?: [^\s,:;]+){0,3}) (?P<verb>[A-Za-z]+)\s*$")
_LONGEST = 60
"""Characters of a speaker before or after the colon."""
_FEWEST_WORDS = 3
TITLE_CASE = 0.7
"""Headlines with more than this share of capitals write verbs with a capital."""
_TALKING = ("PERSON", "ORG", "COUNTRY", "ARMED_GROUP")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MARKS = ("“", '"', "‘", "'", "«", "„")


def find_colon_reports(
    text: str,
    *,
    sections: Sequence[SectionSpan],
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    cues: Cues,
) -> list[Report]:
    """Return what headlines and standfirsts put beside a speaker and a colon, and the lines of transcripts.

    A content that one of the `reports` already covers is left out.
    """
    titles = [(s.start, s.end) for s in sections if s.section in ("headline", "standfirst")]
    found = []
    for number, (start, end) in enumerate(sentences):
        if any(a <= start < b for a, b in titles) and (said := _closing(text, (start, end), number, cues)):
            found.append(said)
            continue
        colon = _COLON.search(text, start, end)
        if colon is None:
            continue
        headline = any(a <= start < b for a, b in titles)
        if not headline and not _opens_line(text, start, colon.start()):
            continue
        for speaker, content in _parts(text, (start, end), colon.span(), headline=headline):
            near = [mention for mention in mentions if speaker[0] <= mention.start < speaker[1]]
            if _speaks(text, speaker, near, cues) and _is_said(text, content, near, cues):
                report = _report(speaker, content, colon.start(), number, before=speaker < content)
                found.append(report)
                break
    return [new for new in found if not any(r.start < new.end and new.start < r.end for r in reports)]


def _closing(text: str, sentence: tuple[int, int], number: int, cues: Cues) -> Report | None:
    """Return what people are said to say at the end of a headline: "Fire near quay, sailors say"."""
    match = _CLOSING.search(text, *sentence)
    if match is None or match.end() < sentence[1]:
        return None
    who, verb = match["who"].lower().split(), match["verb"]
    forms = [form for form in cues.forms.get(verb.lower(), ()) if form.verb.kind == "speech"]
    told = any("clause" in form.verb.takes and form.shape in ("base", "present", "past") for form in forms)
    if not told or not any(word in cues.roles or word in cues.titles for word in who):
        return None
    content = (sentence[0], match.start())
    if len(_WORD.findall(text, *content)) < _FEWEST_WORDS:
        return None
    speaker = match.span("who")
    cue = match.span("verb")
    return Report(*content, speaker, speaker, cue, forms[0].verb.lemma, "clause-cue", "likely", number, False)


def _opens_line(text: str, start: int, end: int) -> bool:
    """Whether a line begins with words in capitals: "LEE: We will go"."""
    return text[start:end].isupper() and text[start - 1 : start] in ("", "\n")


def _parts(
    text: str, sentence: tuple[int, int], colon: tuple[int, int], *, headline: bool
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return speaker and content in both orders; a transcript's speaker comes first."""
    left, right = (sentence[0], colon[0]), (colon[1], sentence[1])
    if not headline:
        end = text.find("\n", colon[1])
        return [(left, (colon[1], len(text) if end < 0 else end))]
    return [(left, right), (right, left)]


def _speaks(text: str, span: tuple[int, int], near: Sequence[Mention], cues: Cues) -> bool:
    """Whether the words beside the colon are a name, or people known by their role."""
    start, end = span
    if end - start > _LONGEST:
        return False
    talking = [m for m in near if m.entity_type in _TALKING and m.use != "adjective"]
    if talking and talking[-1].end == end:
        ahead = _WORD.findall(text[start : talking[-1].start])
        return all(word.lower() in cues.titles or word.lower() in cues.roles for word in ahead)
    words = [word.lower() for word in _WORD.findall(text[start:end])]
    first = next((i for i, word in enumerate(words) if word in cues.roles), len(words))
    if words and words[-1] in cues.roles and len(words) < 4 and near:  # "Estonian army"
        return True
    named = {word.lower() for m in near for word in _WORD.findall(m.text)}
    rest = [word for word in words[first + 1 :] if word not in named]
    return first < min(4, len(words)) and all(word in ("to", "of", "in") for word in rest)


def _is_said(text: str, content: tuple[int, int], near: Sequence[Mention], cues: Cues) -> bool:
    """Whether a clause, or the few words a person says in a headline, stands on the other side."""
    start, end = content
    if len(_WORD.findall(text, start, end)) < _FEWEST_WORDS or text[start : start + 1] in _MARKS:
        return False
    if any(mention.entity_type == "PERSON" for mention in near):
        return True
    words = _WORD.findall(text, start, end)
    if sum(word[0].isupper() for word in words) > TITLE_CASE * len(words):
        return any(cues.tag(word.lower()).tag in "XVE" for word in words[1:])
    t = read_words(text, start, end, quotations=(), tag=cues.tag)
    return has_finite(t, 0, len(t.words) - 1)


def _report(
    speaker: tuple[int, int], content: tuple[int, int], colon: int, sentence: int, *, before: bool
) -> Report:
    return Report(
        *content, speaker, speaker, (colon, colon + 1), "", "name-colon", "likely", sentence, before
    )
