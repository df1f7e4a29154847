"""Sentences of the parts of an article that are in scope."""

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge.cues import read_abbreviations, read_reporting_pasts
from .quotation_marks import Quotation, paragraphs

MASKED_WORDS = 4
"""Quotations of this many words count as one unit, so that a stop inside one does not cut."""

_END = re.compile(
    r"(?P<stop>[.!?…][.!?…]*+)"  # the search leaps to a set, not to a repetition
    r"(?:(?P<gap>[\"”’'»)\]\ufffd]*\s+(?:[►▶•●▪■◆–—]\s+)?)(?=[\"“‘'«(\[„\ufffd]*[A-Z0-9#@$])"
    r"|(?:(?<=[a-z]{2}[.!?])[”’»\"]?|(?<=[\w”’»][)\]”’»][.!?]))(?=[A-Z][a-z]+\s|“[A-Z]))"
)
_WORD_LENGTH = 30
_WORD = re.compile(r"[\w’'-]+(?:\.[\w’'-]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")


def split_sentences(
    text: str, scope: Sequence[tuple[int, int]], *, quotations: Sequence[Quotation]
) -> list[tuple[int, int]]:
    """Return the sentences in order; each visible character of `scope` stands in exactly one."""
    masks = [(q.start, q.end) for q in quotations if q.n_words >= MASKED_WORDS]
    sentences: list[tuple[int, int]] = []
    index = 0
    for start, end in paragraphs(text, scope):
        while index < len(masks) and masks[index][1] <= start:
            index += 1
        inner = index
        while inner < len(masks) and masks[inner][0] < end:
            inner += 1
        sentences += _split_paragraph(text, start, end, masks[index:inner])
    return sentences


def _split_paragraph(
    text: str, start: int, end: int, masks: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    spans = []
    for match in _END.finditer(text, start, end):
        if masks and _is_masked(text, match, masks):
            continue
        if _ends_plainly(text, start, match):
            spans.append((start, match.end("stop")))
            start = match.end()
        elif _splits(text, start, match):
            opens = (
                match["gap"] is None and match[0].endswith('"') and text.count('"', start, match.end()) % 2
            )
            spans.append((start, match.start() + len(match[0].rstrip()) - opens))
            start = match.end() - opens  # a mark that opens belongs to what follows
    spans.append((start, end))
    return spans


def _ends_plainly(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop and a blank stand after a plain word, as after most sentences."""
    stop = match.start()
    if match[0] != ". ":
        return False
    word = text[text.rfind(" ", start, stop) + 1 or start : stop]
    return word.isalnum() and 1 < len(word) < _WORD_LENGTH and word not in _abbreviations()


def _is_masked(text: str, match: re.Match[str], masks: Sequence[tuple[int, int]]) -> bool:
    """Whether a stop stands inside a long quotation, or at its end without ending a sentence."""
    last_mark = match.start() + len(match[0].rstrip())
    return any(a < match.start() < b and (last_mark < b or not _ends(text, b)) for a, b in masks)


def _splits(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends here, and not only an abbreviation."""
    last_mark = match.start() + len(match[0].rstrip())
    if match["gap"] is None and match["stop"] == "." and not match[0].endswith('"'):
        return True
    if match["gap"] is None or match["stop"] != ".":
        return last_mark == match.end("stop") or not _names_speaker().match(text, match.end())
    word = _word_before(text[max(start, match.start() - _WORD_LENGTH) : match.start()])
    if not word or last_mark > match.end("stop"):
        return True
    if _INITIALS.match(word):
        return len(word) > 1 and _starts_sentence(text, match.end())
    return word not in _abbreviations() or (word in _closing() and _starts_sentence(text, match.end()))


def _word_before(text: str) -> str:
    """Return the word that the text ends with, stops inside it included. It is read from its end."""
    word = _WORD.match(text[::-1])
    return word[0][::-1] if word else ""


def _ends(text: str, end: int) -> bool:
    """Whether a quotation that ends here ends its sentence too."""
    inner = text[max(0, end - 6) : end].rstrip("\"”’'»“ ")
    return inner.endswith((".", "!", "?", "…"))


_SENTENCE_WORD = re.compile(
    r"[\"“‘]?(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|Those|His|Her|Their|Its|As|After|If"
    r"|When|While|Both|There|Some|Many|Most|For|By|With|Last|Also|However|Meanwhile|Asked|According)\b"
)


def _starts_sentence(text: str, position: int) -> bool:
    return _SENTENCE_WORD.match(text, position) is not None


@cache
def _names_speaker() -> re.Pattern[str]:
    """Return a pattern of a name with a cue, as in “Never!” Ann Lee shouted."""
    pasts = "|".join(sorted(read_reporting_pasts()))
    return re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,4}}(?:{pasts})\b")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_abbreviations())


@cache
def _closing() -> frozenset[str]:
    """Return the abbreviations that often end a sentence."""
    return frozenset(word for word, closing in read_abbreviations().items() if closing)
