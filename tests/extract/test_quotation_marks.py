"""Marks are paired paragraph by paragraph, however badly they are set."""

import pytest

from analysis.extract.quotation_marks import count_words, find_quotations, paragraphs


def surfaces(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go now,” she said. “At once.”", ["We go now,", "At once."]),
        ('"We go now," she said. "At once."', ["We go now,", "At once."]),
        ("``We go now,'' she said.", ["We go now,"]),
        ("«We go now», she said, „at once”.", ["We go now", "at once"]),
        ("‘We go now,’ she said. ‘At once.’", ["We go now,", "At once."]),
        ("'We don't go now,' she said.", ["We don't go now,"]),
        ("He said: ‘We go. You stay.’Then he left.", ["We go. You stay."]),  # joined to the next sentence
        ("The sailors’ boat and the crew’s dog", []),  # apostrophes
        ("He is 5'10\" tall.", []),  # feet and inches
        ("“It was ‘just talk’ to us,” she said.", ["It was ‘just talk’ to us,"]),  # nested
        ("She wrote, “we stay here “(June 3).", ["we stay here"]),  # an opening mark closes
        ("“We go now, she said. The boat left.", ["We go now,"]),  # the closing mark is lost
        ("We go now,” she said.", ["We go now,"]),  # the opening mark is lost
        ("“We go now,” she said. We left. It rained.”", ["We go now,", "We left. It rained."]),
        ("“We go now, she said. “At once.”", ["We go now,", "At once."]),
        ("[box type=”wide” color=”#000″] “Go,” she said.", ["Go,"]),  # marks of a shortcode
        ('<a href="x.html">Go</a> "now or never"', ["now or never"]),
        ("“", []),
        ("”“", []),
        ("", []),
    ],
)
def test_finds_what_stands_in_marks(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each paragraph opens, only the last one closes
        ("He said: “One.\n\n“Two.\n\n“Three.”", [("One.", True), ("Two.", True), ("Three.", False)]),
        # the second paragraph does not open again
        ('He said: "One.\n\nTwo."', [("One.", True), ("Two.", False)]),
        ("“One.”\n\n“Two.”", [("One.", False), ("Two.", False)]),
    ],
)
def test_quotations_go_on_but_are_never_paired_over_paragraphs(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    found = find_quotations(text, [(0, len(text))])
    assert [(text[q.inner_start : q.inner_end], q.continued) for q in found] == expected


def test_leaves_out_what_is_not_in_scope() -> None:
    text = "“One.”\n“Two.”\n“Three.”"
    assert [text[q.start : q.end] for q in find_quotations(text, [(7, 13)])] == ["“Two.”"]


def test_closed_tells_whether_the_mark_is_there() -> None:
    text = "“One two.” and “three four"
    assert [q.closed for q in find_quotations(text, [(0, len(text))])] == [True, False]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_paragraphs_are_lines_without_the_blanks_at_their_edges(line_break: str) -> None:
    text = f" It rained. {line_break}\t{line_break}\u00a0A{line_break}We left."
    assert [text[slice(*span)] for span in paragraphs(text, [(0, len(text))])] == [
        "It rained.",
        "A",
        "We left.",
    ]


def test_counts_words_as_often_as_they_stand_there() -> None:
    text = "No: the sailor’s co-op – the 20.5-ton one – left"
    assert count_words(text, text.index("the"), text.index(" left")) == 6
