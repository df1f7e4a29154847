"""Quotations that no cue governs, and those that go on over paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..knowledge.cues import Cues
from .clauses import read_words
from .quotation_marks import Quotation
from .reports import report_before_colon
from .scene import Report
from .sentences import MASKED_WORDS

_PARAGRAPH_BREAK = re.compile(r"[\r\n]")
_BREAKS = re.compile(r"\n\s*")

Sentences = Sequence[tuple[int, int]]


def attach_bare_cues(
    reports: list[Report], text: str, sentences: Sentences, quotations: Sequence[Quotation]
) -> list[Report]:
    """Give “What now?” | Trump asked. its content: the sentence before, where that is all quotation."""
    taken = {report.sentence for report in reports if report.rule != "bare-cue"}
    by_start = {quotation.start: quotation for quotation in quotations}
    result = []
    for report in reports:
        if report.rule != "bare-cue":
            result.append(report)
            continue
        if block := _block_below(report, text, sentences, quotations):
            result.append(block)
            continue
        index = report.sentence - 1
        if index < 0 or index in taken:
            continue
        quotation = by_start.get(sentences[index][0])
        gap = text[sentences[index][1] : sentences[report.sentence][0]]
        if quotation and quotation.end == sentences[index][1] and not _PARAGRAPH_BREAK.search(gap):
            result.append(
                report._replace(
                    start=quotation.start, end=quotation.end, sentence=index, rule="quotation-cue"
                )
            )
    return result


def _block_below(
    report: Report, text: str, sentences: Sentences, quotations: Sequence[Quotation]
) -> Report | None:
    """Return the report of a paragraph without marks below "A reader writes:"."""
    end = sentences[report.sentence][1]
    if text[end - 1] != ":" or report.sentence + 1 >= len(sentences):
        return None
    start = sentences[report.sentence + 1][0]
    finish = next((at for at in range(start, len(text)) if text[at] in "\r\n"), len(text))
    marked = any(start <= quotation.start < finish for quotation in quotations)
    if marked or not _PARAGRAPH_BREAK.search(text, end, start):
        return None
    last = max(stop for _, stop in sentences if stop <= finish)
    return report._replace(start=start, end=last, sentence=report.sentence + 1, rule="colon")


def _chained_ends(quotations: Sequence[Quotation]) -> list[int]:
    """Return where each quotation ends when those that go on in the next paragraph are one."""
    ends: list[int] = []
    for quotation in reversed(quotations):
        ends.append(ends[-1] if quotation.continued and ends else quotation.end)
    return ends[::-1]


def join_over_paragraphs(reports: list[Report], quotations: Sequence[Quotation]) -> list[Report]:
    """Let a content that ends with an unclosed quotation go on to the end of the last paragraph of it."""
    goes_on = {
        q.end: end for q, end in zip(quotations, _chained_ends(quotations), strict=True) if q.continued
    }
    if not goes_on:
        return reports
    return [
        report._replace(end=max(goes_on.get(report.end + k, report.end) for k in range(3)))
        for report in reports
    ]


def add_loose_quotations(
    reports: list[Report], text: str, *, sentences: Sentences, quotations: Sequence[Quotation], cues: Cues
) -> list[Report]:
    """Return the reports with the quotations that no cue governs.

    These are put down to whoever the sentence before announces with a colon, to the nearest speaker of the
    paragraph, or to the last speaker.
    """
    ordered = sorted((r for r in reports if r.speaker is not None), key=lambda r: r.cue[0])
    starts = [start for start, _ in sentences]
    contents = sorted((r.start, r.end) for r in reports if not r.negated)
    added: list[Report] = []
    last: Report | None = None
    for quotation, end in zip(quotations, _chained_ends(quotations), strict=True):
        if added and quotation.start < added[-1].end:
            continue
        if covers(contents, quotation):
            last = None
            continue
        index = bisect_right(starts, quotation.start) - 1
        if index < 0 or not _stands_alone(text, sentences[index], quotation):
            continue
        last = (
            _announced(text, sentences, index, quotations, ordered, cues)
            or _nearest(text, quotation, ordered)
            or last
        )
        if last is not None:
            added.append(_carried_over(last, quotation.start, end, index))
    return sorted(reports + added, key=lambda r: (r.start, r.end))


def _carried_over(source: Report, start: int, end: int, sentence: int) -> Report:
    return source._replace(
        start=start,
        end=end,
        rule="carried-over",
        confidence="likely",
        sentence=sentence,
        reporters=(),
        negated=False,
        carrier=None,
        before=True,
    )


def covers(spans: Sequence[tuple[int, int]], quotation: Quotation) -> bool:
    """Whether a span that begins at or before the quotation's words holds them; `spans` are in order."""
    k = bisect_right(spans, (quotation.inner_start + 1, float("inf")))
    return any(end >= quotation.inner_end - 2 for _, end in spans[max(0, k - 8) : k])


def _announced(
    text: str,
    sentences: Sentences,
    index: int,
    quotations: Sequence[Quotation],
    ordered: Sequence[Report],
    cues: Cues,
) -> Report | None:
    """Return who speaks where the sentence before ends with a colon: "She wrote on her page:"."""
    if index == 0 or text[sentences[index - 1][1] - 1] != ":":
        return None
    start, end = sentences[index - 1]
    if any(start <= report.cue[0] < end for report in ordered):
        return None
    inside = [quotation for quotation in quotations if start <= quotation.start < end]
    t = read_words(text, start, end, quotations=inside, tag=cues.tag)
    return report_before_colon(t, sentence=index, cues=cues)


def _stands_alone(text: str, sentence: tuple[int, int], quotation: Quotation) -> bool:
    """Whether a quotation is a sentence, or several, of its own."""
    if quotation.n_words < MASKED_WORDS and text[quotation.inner_end - 1] not in ".?!…":
        return False
    before = text[sentence[0] : quotation.start].strip()
    after = text[quotation.end : sentence[1]].strip(" .,;")
    return not before and not after


def _nearest(text: str, quotation: Quotation, ordered: Sequence[Report]) -> Report | None:
    """Return the report whose speaker goes on: in the paragraph, or at the end of the one before."""
    k = bisect_left(ordered, quotation.start, key=lambda report: report.cue[0]) - 1
    if k < 0 or len(_BREAKS.findall(text, ordered[k].cue[1], quotation.start)) > 1:
        return None
    return ordered[k]
