"""Reports of one sentence beside, inside and around each other."""

from analysis.extract.chains import settle_reports
from analysis.extract.scene import Report


def report(text: str, content: str, speaker: str, cue: str, *, rule: str = "cue-that", **more) -> Report:
    start, who, word = text.index(content), text.index(speaker), text.index(cue)
    span = who, who + len(speaker)
    before = word < start
    return Report(
        start,
        start + len(content),
        span,
        span,
        (word, word + len(cue)),
        cue,
        rule,
        "certain",
        0,
        before,
        **more,
    )


def settle(text: str, *reports: Report) -> list[tuple[str, str, list[str]]]:
    return [
        (text[r.start : r.end], text[slice(*r.speaker)], [text[slice(*span)] for span in r.reporters])
        for r in settle_reports(list(reports), text)
    ]


def test_the_outer_speaker_becomes_the_reporter() -> None:
    text = "Kay reported that Orr said that it rained."
    outer = report(text, "Orr said that it rained", "Kay", "reported")
    inner = report(text, "it rained", "Orr", "said")
    assert settle(text, outer, inner) == [("it rained", "Orr", ["Kay"])]


def test_a_report_that_is_only_part_of_a_content_stays_beside_it() -> None:
    text = "Kay said that the old port was closed for good and that Orr warned that it leaked."
    outer = report(text, text[14:-1], "Kay", "said")
    inner = report(text, "it leaked", "Orr", "warned")
    assert [content for content, _, _ in settle(text, outer, inner)] == [text[14:-1], "it leaked"]


def test_a_content_ends_where_another_speaker_begins() -> None:
    text = "Kay said it rained, and Orr said it froze."
    first = report(text, "it rained, and Orr said it froze", "Kay", "said")
    second = report(text, "it froze", "Orr", "said")._replace(cue=(28, 32))
    assert settle(text, first, second) == [("it rained", "Kay", []), ("it froze", "Orr", [])]


def test_a_request_inside_a_content_is_no_report() -> None:
    text = "Kay said that Orr asked them to leave."
    outer = report(text, "Orr asked them to leave", "Kay", "said")
    inner = report(text, "them to leave", "Orr", "asked", rule="cue-infinitive")
    assert settle(text, outer, inner) == [("Orr asked them to leave", "Kay", [])]


def test_of_two_reports_of_one_content_the_stronger_stays() -> None:
    text = "Kay said that it rained."
    sure = report(text, "it rained", "Kay", "said")
    guess = sure._replace(start=sure.start - 1, confidence="guess", lemma="x")
    assert settle_reports([guess, sure], text) == [sure]


def test_nothing_settles_to_nothing() -> None:
    assert settle_reports([], "") == []
