"""Statements: what an article reports that somebody said or wrote, with speaker, cue, medium and date."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from ..knowledge import Knowledge
from ..knowledge.cues import Cues
from ..records import Article, Mention, SectionSpan, Statement
from .clauses import read_words
from .media import find_medium
from .quotation_marks import Quotation
from .reports import find_after_colon, find_reports, report_before_colon
from .said_on import find_said_on, reference_day
from .scene import Report
from .sentences import MASKED_WORDS
from .speakers import Cast, Speaker, read_cast, resolve

_WORD = re.compile(r"\w[\w’'.-]*")
_LOWER = re.compile(r"[a-z]+")
COMMAS_A_SENTENCE = 0.4
"""News text with fewer commas than this has lost some."""

_DASHES = ("-", "–", "—")
_BRACKET = re.compile(r"[\s.,”\"’“]*\([^()\n]{0,60}\)")
_PARAGRAPH_BREAK = re.compile(r"[\r\n]")

Sentences = Sequence[tuple[int, int]]


def find_reports_in(
    text: str, *, sentences: Sentences, quotations: Sequence[Quotation], cues: Cues
) -> list[Report]:
    """Return every report of the article in order, negated ones too, quotations without a cue last of their
    paragraph."""
    tags, triggers = cues.tags, cues.triggers
    starts = [quotation.start for quotation in quotations]
    commas_lost = text.count(",") < COMMAS_A_SENTENCE * len(sentences)
    found: list[Report] = []
    for index, (start, end) in enumerate(sentences):
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        after_colon = any(
            text[max(0, q.start - 2) : q.start].strip() == ":" or text[q.end : q.end + 2].strip() in _DASHES
            for q in inside
        )
        if not after_colon and triggers.isdisjoint(_LOWER.findall(text[start:end].lower())):
            continue
        t = read_words(text, start, end, quotations=inside, tags=tags, commas_lost=commas_lost)
        reports = find_reports(t, sentence=index, cues=cues)
        if after_colon:
            reports += find_after_colon(t, sentence=index, cues=cues)
        found += _reconcile(reports, text)
    found = _attach_bare(found, text, sentences, quotations)
    found = _over_paragraphs(found, quotations)
    return _with_loose_quotations(found, text, sentences, quotations, tags=tags, cues=cues)


def _reconcile(reports: list[Report], text: str) -> list[Report]:
    """Settle which reports of one sentence stand beside, inside or around each other."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.cue[0], r.start)):
        kept.append(report)
    kept = _cut_at_new_reports(kept, text)
    kept = _merge_chains(_drop_inner_acts(kept))
    return _drop_doubles(kept)


def _cut_at_new_reports(reports: list[Report], text: str) -> list[Report]:
    """End a content where another report begins beside it: "…, and the governor said …"."""
    cut: list[Report] = []
    for report in reports:
        end = report.end
        for other in reports:
            if other is report or other.phrase is None:
                continue
            begin = min(other.phrase[0], other.cue[0])
            if not (report.start < begin < end) or other.cue[0] < report.cue[0]:
                continue
            gap = text[report.start : begin].rstrip()
            if other.before:
                match = re.search(
                    r"(?:[,;—–-]\s*(?:and|but|while|though|although|whereas|as|yet)?|\b(?:but|while))$", gap
                )
                if match and (_opens_clause(match[0]) or _concedes(text, report)):
                    end = report.start + match.start()
            elif gap.endswith(",") or gap.endswith("”") or gap.endswith('"'):
                end = (
                    min(end, other.end)
                    if other.start <= report.start
                    else report.start + len(gap.rstrip(","))
                )
        while end > report.start and text[end - 1] in " ,;":
            end -= 1
        cut.append(report._replace(end=end))
    return cut


def _opens_clause(joint: str) -> bool:
    return any(word in joint for word in ("and", "but", "while", "though", "whereas", "as", "yet", ";"))


_CONCESSION = re.compile(r"\b(?:while|although|though|whereas|if|as)\s+(?:[\w’'.-]+\s+){0,3}$", re.IGNORECASE)


def _concedes(text: str, report: Report) -> bool:
    """Whether the report stands in a clause such as "While Lee says …, Kim says …"."""
    begin = min(report.phrase[0], report.cue[0]) if report.phrase else report.cue[0]
    return report.before and _CONCESSION.search(text, max(0, begin - 40), begin) is not None


_ACTS = ("cue-infinitive", "cue-gerund", "cue-label")


def _drop_inner_acts(reports: list[Report]) -> list[Report]:
    """Leave out requests and promises that are only part of what somebody says."""
    return [
        report
        for report in reports
        if report.rule not in _ACTS
        or not any(
            other is not report
            and other.start <= report.cue[0]
            and report.end <= other.end
            and not other.negated
            for other in reports
        )
    ]


def _merge_chains(reports: list[Report]) -> list[Report]:
    """Fold a report of a report into the inner one: the outer speaker becomes its reporter."""
    dropped: set[int] = set()
    result = list(reports)
    for i, outer in enumerate(reports):
        for k, inner in enumerate(result):
            if i == k or k in dropped or outer.phrase is None or inner.phrase is None or outer.negated:
                continue
            begin = min(inner.phrase[0], inner.cue[0]) if inner.before else inner.start
            finish = inner.end if inner.before else max(inner.phrase[1], inner.cue[1])
            if not (outer.start <= begin and inner.cue[0] >= outer.start and inner.cue[1] <= outer.end):
                continue
            if not inner.before and not outer.before and inner.start == outer.start:
                finish = outer.end
            overlap = min(outer.end, finish) - max(outer.start, begin)
            if overlap >= 0.8 * (outer.end - outer.start) and outer.speaker is not None:
                result[k] = inner._replace(reporters=(outer.speaker, *outer.reporters, *inner.reporters))
                dropped.add(i)
                break
    return [report for i, report in enumerate(result) if i not in dropped]


def _drop_doubles(reports: list[Report]) -> list[Report]:
    """Keep one report of each content, the one with the stronger rule."""
    order = {"certain": 0, "likely": 1, "guess": 2}
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (order[r.confidence], r.cue[0])):
        empty = report.start >= report.end and report.rule != "bare-cue"
        if not empty and not any(_same(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: (r.start, r.cue[0]))


def _same(a: Report, b: Report) -> bool:
    inter = min(a.end, b.end) - max(a.start, b.start)
    return inter > 0 and inter >= 0.7 * (max(a.end, b.end) - min(a.start, b.start))


def _attach_bare(
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


def _chained_ends(quotations: Sequence[Quotation]) -> list[int]:
    """Return where each quotation ends when those that go on in the next paragraph are one."""
    ends: list[int] = []
    for quotation in reversed(quotations):
        ends.append(ends[-1] if quotation.continued and ends else quotation.end)
    return ends[::-1]


def _over_paragraphs(reports: list[Report], quotations: Sequence[Quotation]) -> list[Report]:
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


def _with_loose_quotations(
    reports: list[Report],
    text: str,
    sentences: Sentences,
    quotations: Sequence[Quotation],
    *,
    tags: dict[str, str],
    cues: Cues,
) -> list[Report]:
    """Add quotations that no cue governs, put down to the nearest speaker or the last one."""
    contents = sorted((r.start, r.end) for r in reports if not r.negated)
    content_starts = [start for start, _ in contents]
    longest = _running_ends(contents)
    starts = [start for start, _ in sentences]
    ordered = sorted((r for r in reports if r.speaker is not None), key=lambda r: r.cue[0])
    cue_starts = [r.cue[0] for r in ordered]
    added: list[Report] = []
    last_quoted: Report | None = None
    covered = 0
    for quotation, chained_end in zip(quotations, _chained_ends(quotations), strict=True):
        if quotation.start < covered:
            continue
        k = bisect_right(content_starts, quotation.inner_start + 1) - 1
        if k >= 0 and longest[k] >= quotation.inner_end - 2:
            last_quoted = None
            continue
        index = bisect_right(starts, quotation.start) - 1
        if index < 0 or not _stands_alone(text, sentences[index], quotation):
            continue
        source = (
            _announced(text, sentences, index, quotations, ordered, tags, cues)
            or _nearest_source(text, quotation, ordered, cue_starts)
            or last_quoted
        )
        if source is None:
            continue
        loose = source._replace(
            start=quotation.start,
            end=chained_end,
            rule="carried-over",
            confidence="likely",
            sentence=index,
            reporters=(),
            negated=False,
            carrier=None,
            before=True,
        )
        added.append(loose)
        covered = chained_end
        last_quoted = loose
    return sorted(reports + added, key=lambda r: (r.start, r.end))


def _announced(
    text: str,
    sentences: Sentences,
    index: int,
    quotations: Sequence[Quotation],
    ordered: Sequence[Report],
    tags: dict[str, str],
    cues: Cues,
) -> Report | None:
    """Return who speaks where the sentence before ends with a colon: "She wrote on her page:"."""
    if index == 0 or text[sentences[index - 1][1] - 1] != ":":
        return None
    start, end = sentences[index - 1]
    if any(start <= report.cue[0] < end for report in ordered):
        return None
    inside = [quotation for quotation in quotations if start <= quotation.start < end]
    t = read_words(text, start, end, quotations=inside, tags=tags)
    return report_before_colon(t, sentence=index, cues=cues)


def _running_ends(contents: Sequence[tuple[int, int]]) -> list[int]:
    ends: list[int] = []
    for _, end in contents:
        ends.append(max(end, ends[-1]) if ends else end)
    return ends


def _stands_alone(text: str, sentence: tuple[int, int], quotation: Quotation) -> bool:
    """Whether a quotation is a sentence, or several, of its own."""
    if quotation.n_words < MASKED_WORDS and text[quotation.inner_end - 1] not in ".?!…":
        return False
    before = text[sentence[0] : quotation.start].strip()
    after = text[quotation.end : sentence[1]].strip(" .,;")
    return not before and not after


def _nearest_source(
    text: str, quotation: Quotation, ordered: Sequence[Report], cue_starts: Sequence[int]
) -> Report | None:
    """Return the report whose speaker goes on: in the paragraph, or at the end of the one before."""
    k = bisect_left(cue_starts, quotation.start) - 1
    if k >= 0:
        before = ordered[k]
        breaks = len(re.findall(r"\n\s*", text[before.cue[1] : quotation.start]))
        if breaks <= 1:
            return before
    return None


def find_statements(
    text: str,
    article: Article,
    *,
    sections: Sequence[SectionSpan],
    sentences: Sentences,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    knowledge: Knowledge,
) -> list[Statement]:
    """Return the statements of an article in order, contents in full."""
    reports = find_reports_in(text, sentences=sentences, quotations=quotations, cues=knowledge.cues)
    reference, exact = reference_day(text, article.published, article.published_precision)
    cast = read_cast(text, mentions, knowledge=knowledge, cues=knowledge.cues, published=reference)
    return list(_describe(text, article, reports, sentences, quotations, cast, reference, exact))


def find_scare_quotes(quotations: Sequence[Quotation], statements: Sequence[Statement]) -> list[Quotation]:
    """Return the quotations that are a term or a name: no statement consists of them."""
    spans = sorted((s.start, s.end) for s in statements if s.kind != "indirect")
    starts = [start for start, _ in spans]
    ends = _running_ends(spans)
    kept = []
    for quotation in quotations:
        k = bisect_right(starts, quotation.inner_start + 1) - 1
        if k < 0 or ends[k] < quotation.inner_end - 2:
            kept.append(quotation)
    return kept


def _resolve(cast: Cast, report: Report, before: Sequence[Speaker]) -> Speaker:
    if report.speaker is None:
        return Speaker([], "inferred")
    return resolve(cast, report.speaker, before)


def _describe(
    text: str,
    article: Article,
    reports: Sequence[Report],
    sentences: Sentences,
    quotations: Sequence[Quotation],
    cast: Cast,
    reference: date | None,
    exact: bool,
) -> Iterator[Statement]:
    speakers: list[Speaker] = []
    media: dict[str, str] = {}
    day = ""
    seen: set[str] = set()
    for index, report in enumerate(reports):
        speaker = _resolve(cast, report, speakers)
        if speaker.ids:
            speakers.append(speaker)
        frames = _frames(text, reports, index, sentences)
        said_on = find_said_on(text, frames, reference=reference, exact=exact, before=day)
        day = said_on or day
        if report.negated or report.end <= report.start:
            continue
        medium, own = find_medium(
            text,
            [*frames, *_citation(text, report.end)],
            cast.mentions,
            cast.starts,
            carrier=report.carrier,
        )
        medium = _medium_of(cast, report, speaker, medium, own, media)
        named = report._replace(speaker=_named_span(cast, report, speaker))
        statement = _statement(text, article, named, speaker, sentences, quotations)
        if statement.statement_id in seen:
            continue
        seen.add(statement.statement_id)
        yield statement._replace(
            medium_id=medium,
            reported_by=_reporters(cast, report, medium, speakers),
            said_on="" if report.rule == "carried-over" else said_on,
            hedge=_hedge(text, report, cast.cues),
        )


def _named_span(cast: Cast, report: Report, speaker: Speaker) -> tuple[int, int] | None:
    """Return the speaker's name alone where a mention says how far it goes."""
    if report.speaker is None or speaker.basis != "name":
        return report.speaker
    start, end = report.speaker
    k = max(0, bisect_left(cast.starts, start) - 1)
    own = [
        m for m in cast.mentions[k : k + 12] if m.start < end and m.end > start and m.entity_id in speaker.ids
    ]
    return (own[0].start, own[-1].end) if own else report.speaker


def _medium_of(
    cast: Cast, report: Report, speaker: Speaker, medium: str, own: bool, media: dict[str, str]
) -> str:
    """Return the outlet of a statement; that of an author's own text holds for the rest of the article."""
    if len(speaker.ids) != 1:
        return medium
    who = speaker.ids[0]
    if medium and own:
        media.setdefault(who, medium)
    if not medium and any(m.entity_id == who and m.entity_type == "MEDIA" for m in cast.mentions):
        return who
    return medium or media.get(who, "")


def _reporters(cast: Cast, report: Report, medium: str, before: Sequence[Speaker]) -> list[str]:
    ids: list[str] = []
    for span in report.reporters:
        ids += resolve(cast, span, before).ids
    return [entity for entity in dict.fromkeys(ids) if entity != medium]


def _frames(text: str, reports: Sequence[Report], index: int, sentences: Sentences) -> list[tuple[int, int]]:
    """Return the stretches of the sentence around the cue that no content covers, nearest first."""
    report = reports[index]
    start, end = sentences[bisect_right([s for s, _ in sentences], report.cue[0]) - 1]
    contents = sorted(
        (r.start, r.end) for r in reports[max(0, index - 4) : index + 5] if r.end > start and r.start < end
    )
    gaps = []
    position = start
    for content_start, content_end in contents:
        if content_start > position:
            gaps.append((position, content_start))
        position = max(position, content_end)
    if position < end:
        gaps.append((position, end))
    own = [gap for gap in gaps if gap[0] <= report.cue[0] < gap[1]]
    return own or [report.cue]


def _citation(text: str, end: int) -> list[tuple[int, int]]:
    """Return the bracket that follows a content: "(Agency, June 22)"."""
    match = _BRACKET.match(text, end)
    return [match.span()] if match else []


def _hedge(text: str, report: Report, cues: Cues) -> str:
    """Return the word of doubt between the speaker and the content."""
    start = min(report.cue[0], report.phrase[1] if report.phrase else report.cue[0])
    end = report.start if report.before and report.start > report.cue[1] else report.cue[1]
    for match in _WORD.finditer(text, start, end):
        if cues.words.get(match[0]) == "hedge":
            return match[0]
    return ""


def _statement(
    text: str,
    article: Article,
    report: Report,
    speaker: Speaker,
    sentences: Sentences,
    quotations: Sequence[Quotation],
) -> Statement:
    inside = _quotations_in(quotations, report)
    start, end = _content_span(text, report, inside)
    n_words = len(_WORD.findall(text, start, end))
    quoted = sum(len(_WORD.findall(text, max(start, q.inner_start), min(end, q.inner_end))) for q in inside)
    span = report.speaker
    return Statement(
        statement_id=f"{article.article_id}:{start}",
        article_id=article.article_id,
        kind="direct" if quoted and quoted >= n_words else "mixed" if quoted > 2 else "indirect",
        start=start,
        end=end,
        content=text[start:end],
        speaker_ids=list(speaker.ids),
        speaker_start=span[0] if span else None,
        speaker_end=span[1] if span else None,
        speaker_text=text[span[0] : span[1]] if span else "",
        speaker_basis="inferred" if report.rule == "carried-over" else speaker.basis,
        speaker_likely="",
        cue=text[report.cue[0] : report.cue[1]] if report.rule != "carried-over" else "",
        cue_start=report.cue[0] if report.rule != "carried-over" else None,
        cue_end=report.cue[1] if report.rule != "carried-over" else None,
        cue_lemma=report.lemma if report.rule != "carried-over" else "",
        medium_id="",
        reported_by=[],
        said_on="",
        hedge="",
        sentence=max(0, bisect_right([s for s, _ in sentences], start) - 1),
        n_words=n_words,
        n_quoted_words=min(quoted, n_words),
        rule=report.rule,
        confidence=report.confidence,
        by_hand=False,
    )


def _quotations_in(quotations: Sequence[Quotation], report: Report) -> list[Quotation]:
    first = bisect_left(quotations, report.start, key=lambda q: q.end)
    found = []
    for quotation in quotations[first:]:
        if quotation.start >= report.end:
            break
        found.append(quotation)
    return found


def _content_span(text: str, report: Report, inside: Sequence[Quotation]) -> tuple[int, int]:
    """Return the content without the marks around it where it is one quotation, else without edge marks."""
    if len(inside) == 1:
        only = inside[0]
        before = text[report.start : only.start].strip(" ,:")
        after = text[only.end : report.end].strip(" .,;")
        if not before and not after:
            return only.inner_start, only.inner_end
    start, end = report.start, report.end
    if len(inside) > 1 and inside[0].continued and inside[0].start == start and inside[-1].end >= end:
        return inside[0].inner_start, inside[-1].inner_end
    while end > start and text[end - 1] in " ,;.\u00a0":
        end -= 1
    return start, end
