"""Statements: what an article reports that somebody said or wrote, with speaker, cue, medium and date."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..knowledge import Knowledge
from ..knowledge.cues import Cues
from ..records import Article, Mention, SectionSpan, Statement
from .chains import settle_reports
from .clauses import read_words
from .headlines import find_colon_reports
from .loose_quotations import (
    Sentences,
    add_loose_quotations,
    attach_bare_cues,
    covers,
    join_over_paragraphs,
)
from .media import Bodies, find_bodies, find_medium
from .quotation_marks import Quotation, count_words
from .reports import find_after_colon, find_reports
from .said_on import find_said_on, reference_day
from .scene import Report
from .speakers import Cast, Speaker, read_cast, resolve

_WORD = re.compile(r"\w[\w’'.-]*")
COMMAS_A_SENTENCE = 0.4
"""News text with fewer commas than this has lost some."""
TERM_WORDS = 2
"""Quoted words up to this number are a term in an indirect statement."""

_DASHES = ("-", "–", "—")
_BRACKET = re.compile(r"[\s.,”\"’“]*\([^()\n]{0,60}\)")


def find_reports_in(
    text: str, *, sentences: Sentences, quotations: Sequence[Quotation], cues: Cues
) -> list[Report]:
    """Return every report of the article in order, negated ones too."""
    starts = [quotation.start for quotation in quotations]
    commas_lost = text.count(",") < COMMAS_A_SENTENCE * len(sentences)
    found: list[Report] = []
    for index, (start, end) in enumerate(sentences):
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)] if starts else ()
        signed = bool(inside) and any(_is_signed(text, quotation) for quotation in inside)
        pieces = text[start:end].split(" ")
        if not signed and not cues.needed.stand_in(pieces):
            continue
        t = read_words(
            text, start, end, quotations=inside, tag=cues.tag, commas_lost=commas_lost, pieces=pieces
        )
        reports = find_reports(t, sentence=index, cues=cues)
        if signed:
            reports += find_after_colon(t, sentence=index, cues=cues)
        if reports:
            found += settle_reports(reports, text)
    found = join_over_paragraphs(attach_bare_cues(found, text, sentences, quotations), quotations)
    return add_loose_quotations(found, text, sentences=sentences, quotations=quotations, cues=cues)


def _is_signed(text: str, quotation: Quotation) -> bool:
    """Whether a colon before a quotation or a dash after it may name the speaker."""
    before = text[max(0, quotation.start - 2) : quotation.start].strip()
    return before == ":" or text[quotation.end : quotation.end + 2].strip() in _DASHES


@dataclass(slots=True)
class _Page:
    """An article and what was found in it before its statements."""

    text: str
    article: Article
    sentences: Sentences
    starts: list[int]  # of the sentences
    quotations: Sequence[Quotation]
    cast: Cast
    bodies: Bodies
    reference: date | None  # the day that years are reckoned from
    exact: bool  # that is the day of publication


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
    reports += find_colon_reports(
        text,
        sections=sections,
        sentences=sentences,
        mentions=mentions,
        reports=reports,
        cues=knowledge.cues,
    )
    reports.sort(key=lambda report: (report.start, report.end))
    reference, exact = reference_day(text, article.published, article.published_precision)
    cast = read_cast(text, mentions, knowledge=knowledge, cues=knowledge.cues, published=reference)
    starts = [start for start, _ in sentences]
    page = _Page(text, article, sentences, starts, quotations, cast, find_bodies(mentions), reference, exact)
    by_id = {statement.statement_id: statement for statement in reversed(list(_describe(page, reports)))}
    return list(reversed(by_id.values()))


def find_scare_quotes(quotations: Sequence[Quotation], statements: Sequence[Statement]) -> list[Quotation]:
    """Return the quotations that are a term or a name: no statement consists of them."""
    spans = sorted((s.start, s.end) for s in statements if s.kind != "indirect")
    return [quotation for quotation in quotations if not covers(spans, quotation)]


def _resolve(cast: Cast, report: Report, before: Sequence[Speaker]) -> Speaker:
    if report.speaker is None:
        return Speaker([], "inferred")
    return resolve(cast, report.speaker, before)


def _describe(page: _Page, reports: Sequence[Report]) -> Iterator[Statement]:
    """Yield a statement for each report that says what was said."""
    speakers: list[Speaker] = []
    media: dict[str, str] = {}
    day = ""
    for index, report in enumerate(reports):
        speaker = _resolve(page.cast, report, speakers)
        if speaker.ids:
            speakers.append(speaker)
        frames = _frames(page, reports, index)
        said_on = find_said_on(page.text, frames, reference=page.reference, exact=page.exact, before=day)
        day = said_on or day
        if report.negated or report.end <= report.start:
            continue
        medium = _medium_of(page, report, speaker, frames, media)
        reporters = _reporters(page.cast, report, medium, speakers)
        yield _statement(page, report, speaker, said_on=said_on, medium=medium, reporters=reporters)


def _named_span(cast: Cast, report: Report, speaker: Speaker) -> tuple[int, int] | None:
    """Return the speaker's name alone where a mention says how far it goes."""
    if report.speaker is None or speaker.basis != "name":
        return report.speaker
    start, end = report.speaker
    k = max(0, bisect_left(cast.starts, start) - 1)
    own = []
    for mention in cast.mentions[k : k + 12]:
        if mention.start >= end:
            break
        if mention.end > start and mention.entity_id in speaker.ids:
            own.append(mention)
    return (own[0].start, own[-1].end) if own else report.speaker


def _medium_of(
    page: _Page,
    report: Report,
    speaker: Speaker,
    frames: Sequence[tuple[int, int]],
    media: dict[str, str],
) -> str:
    """Return the outlet of a statement; that of an author's own text holds for the rest of the article.

    `media` keeps the outlets of the authors met so far.
    """
    cast = page.cast
    places = [*frames, *_citation(page.text, report.end)]
    medium, own = find_medium(page.text, places, page.bodies, carrier=report.carrier)
    if len(speaker.ids) != 1:
        return medium
    who = speaker.ids[0]
    if medium and own:
        media.setdefault(who, medium)
    if not medium and who in cast.outlets:
        return who
    return medium or media.get(who, "")


def _reporters(cast: Cast, report: Report, medium: str, before: Sequence[Speaker]) -> list[str]:
    ids: list[str] = []
    for span in report.reporters:
        ids += resolve(cast, span, before).ids
    return [entity for entity in dict.fromkeys(ids) if entity != medium]


def _frames(page: _Page, reports: Sequence[Report], index: int) -> list[tuple[int, int]]:
    """Return the stretch of the sentence around the cue that no content covers."""
    report = reports[index]
    start, end = page.sentences[bisect_right(page.starts, report.cue[0]) - 1]
    near = reports[max(0, index - 4) : index + 5]
    gaps = []
    position = start
    for content in sorted([(r.start, r.end) for r in near if r.end > start and r.start < end]):
        gaps.append((position, content[0]))
        position = max(position, content[1])
    gaps.append((position, end))
    return [gap for gap in gaps if gap[0] <= report.cue[0] < gap[1]] or [report.cue]


def _citation(text: str, end: int) -> list[tuple[int, int]]:
    """Return the bracket that follows a content: "(Agency, June 22)"."""
    match = _BRACKET.match(text, end)
    return [match.span()] if match else []


def _hedge(text: str, report: Report, cues: Cues) -> str:
    """Return the word of doubt between the speaker and the content."""
    start = min(report.cue[0], report.phrase[1] if report.phrase else report.cue[0])
    end = report.start if report.before and report.start > report.cue[1] else report.cue[1]
    for word in _WORD.findall(text, start, end):
        if cues.words.get(word) == "hedge":
            return word
    return ""


def _statement(
    page: _Page, report: Report, speaker: Speaker, *, said_on: str, medium: str, reporters: list[str]
) -> Statement:
    """Return the row of a report. One that is carried over has no cue and no day of its own."""
    text, article_id = page.text, page.article.article_id
    inside = _quotations_in(page.quotations, report)
    start, end = _content_span(text, report, inside)
    quoted = sum([_count_quoted(text, start, end, quotation) for quotation in inside])
    alone = len(inside) == 1 and (start, end) == (inside[0].inner_start, inside[0].inner_end)
    n_words = quoted if alone else count_words(text, start, end)
    named = _named_span(page.cast, report, speaker)
    carried = report.rule == "carried-over"
    return Statement(
        statement_id=f"{article_id}:{start}",
        article_id=article_id,
        kind="direct" if quoted and quoted >= n_words else "mixed" if quoted > TERM_WORDS else "indirect",
        start=start,
        end=end,
        content=text[start:end],
        speaker_ids=list(speaker.ids),
        speaker_start=named[0] if named else None,
        speaker_end=named[1] if named else None,
        speaker_text=text[slice(*named)] if named else "",
        speaker_basis="inferred" if carried else speaker.basis,
        speaker_likely="",
        cue="" if carried else text[slice(*report.cue)],
        cue_start=None if carried else report.cue[0],
        cue_end=None if carried else report.cue[1],
        cue_lemma="" if carried else report.lemma,
        medium_id=medium,
        reported_by=reporters,
        said_on="" if carried else said_on,
        hedge=_hedge(text, report, page.cast.cues),
        sentence=max(0, bisect_right(page.starts, start) - 1),
        n_words=n_words,
        n_quoted_words=min(quoted, n_words),
        rule=report.rule,
        confidence=report.confidence,
        by_hand=False,
    )


def _count_quoted(text: str, start: int, end: int, quotation: Quotation) -> int:
    """Return how many words of a content stand in a quotation."""
    first, last = quotation.inner_start, quotation.inner_end
    if start <= first and last <= end:
        return quotation.n_words
    return count_words(text, max(start, first), min(end, last))


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
