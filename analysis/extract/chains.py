"""Reports of one sentence beside, inside and around each other; chains of reporters."""

import re

from .scene import Report

_ACTS = ("cue-infinitive", "cue-gerund", "cue-label", "cue-reason", "cue-figure")
_JOINT = re.compile(r"(?:[,;—–-]\s*(?:and|but|while|though|although|whereas|as|yet)?|\b(?:but|while))$")
_CONCESSION = re.compile(r"\b(?:while|although|though|whereas|if|as)\s+(?:[\w’'.-]+\s+){0,3}$", re.IGNORECASE)
_PERFECT = frozenset(("has", "have", "had"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))
_STRENGTH = ("certain", "likely", "guess")


def settle_reports(reports: list[Report], text: str) -> list[Report]:
    """Return the reports of one sentence, cut where another begins, chains folded, without doubles."""
    if len(reports) == 1:
        return _drop_doubles([_without_edge(reports[0], reports[0].end, text)])
    ordered = sorted(reports, key=lambda report: (report.cue[0], report.start))
    cut = [_cut_at_others(report, ordered, text) for report in ordered]
    return _drop_doubles(_fold_chains(_drop_inner_acts(cut), text))


def _cut_at_others(report: Report, reports: list[Report], text: str) -> Report:
    """End a content where another report begins beside it: "…, and the governor said …"."""
    end = report.end
    for other in reports:
        if other is report or other.phrase is None or other.cue[0] < report.cue[0]:
            continue
        begin = min(other.phrase[0], other.cue[0])
        ahead = text[report.start : other.start].rstrip()
        if not other.before and other.start < end and (joint := _JOINT.search(ahead)) and joint[0][0] == ",":
            end = report.start + joint.start()
        if not report.start < begin < end:
            continue
        gap = text[report.start : begin].rstrip()
        if other.before:
            joint = _JOINT.search(gap)
            if joint and (_opens_clause(joint[0]) or _concedes(text, report)):
                end = report.start + joint.start()
        elif ahead.endswith(":"):
            end = report.start + len(ahead.rstrip(" :"))
        elif gap.endswith((",", "”", '"')):
            end = min(end, other.end) if other.start <= report.start else report.start + len(gap.rstrip(","))
    return _without_edge(report, end, text)


def _without_edge(report: Report, end: int, text: str) -> Report:
    """End a content at `end`, or before the blanks and commas there."""
    while end > report.start and text[end - 1] in " ,;":
        end -= 1
    return report if end == report.end else report._replace(end=end)


def _opens_clause(joint: str) -> bool:
    return any(word in joint for word in ("and", "but", "while", "though", "whereas", "as", "yet", ";"))


def _concedes(text: str, report: Report) -> bool:
    """Whether the report stands in a clause such as "While Lee says …, Kim says …"."""
    begin = min(report.phrase[0], report.cue[0]) if report.phrase else report.cue[0]
    return report.before and _CONCESSION.search(text, max(0, begin - 40), begin) is not None


def _drop_inner_acts(reports: list[Report]) -> list[Report]:
    """Leave out requests and promises that are only part of what somebody says."""
    return [
        report
        for report in reports
        if report.rule not in (*_ACTS, "shared-subject")
        or not any(
            other is not report
            and other.start <= report.cue[0]
            and report.end <= other.end
            and not other.negated
            for other in reports
        )
    ]


def _is_earlier(report: Report, text: str) -> bool:
    """Whether a report in another one tells of an earlier talk: "she has told friends"."""
    if report.phrase is None or report.speaker is None or not report.before:
        return False
    ahead = text[report.phrase[1] : report.cue[0]].lower().split()
    pronoun = text[slice(*report.speaker)].lower() in _PRONOUNS
    return pronoun or report.rule == "passive" or not _PERFECT.isdisjoint(ahead)


def _fold_chains(reports: list[Report], text: str) -> list[Report]:
    """Fold a report of a report into the inner one: the outer speaker becomes its reporter.

    Of an earlier talk both are kept.
    """
    folded = list(reports)
    dropped: set[int] = set()
    for i, outer in enumerate(reports):
        for k, inner in enumerate(folded):
            if i != k and k not in dropped and outer.speaker is not None and _is_chain(outer, inner):
                reporters = outer.speaker, *outer.reporters, *inner.reporters
                folded[k] = inner._replace(reporters=reporters)
                if not _is_earlier(inner, text):
                    dropped.add(i)
                break
    return [report for i, report in enumerate(folded) if i not in dropped]


def _is_chain(outer: Report, inner: Report) -> bool:
    """Whether the outer content is little more than the inner report."""
    if outer.negated or outer.phrase is None or inner.phrase is None:
        return False
    begin = min(inner.phrase[0], inner.cue[0]) if inner.before else inner.start
    finish = inner.end if inner.before else max(inner.phrase[1], inner.cue[1])
    if not (outer.start <= begin and outer.start <= inner.cue[0] and inner.cue[1] <= outer.end):
        return False
    if not inner.before and not outer.before and inner.start == outer.start:
        return True
    overlap = min(outer.end, finish) - max(outer.start, begin)
    return overlap >= 0.8 * (outer.end - outer.start)


def _drop_doubles(reports: list[Report]) -> list[Report]:
    """Keep one report of each content, the one with the stronger rule."""
    if len(reports) == 1:
        return reports if reports[0].start < reports[0].end or reports[0].rule == "bare-cue" else []
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (_STRENGTH.index(r.confidence), r.cue[0])):
        empty = report.start >= report.end and report.rule != "bare-cue"
        if not empty and not any(_same(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: (r.start, r.cue[0]))


def _same(a: Report, b: Report) -> bool:
    inter = min(a.end, b.end) - max(a.start, b.start)
    return inter > 0 and inter >= 0.7 * (max(a.end, b.end) - min(a.start, b.start))
