"""Every visible character of the scope stands in one sentence; quotations are not cut."""

import pytest

from analysis.extract.quotation_marks import find_quotations
from analysis.extract.sentences import split_sentences


def split(text: str, scope: list[tuple[int, int]]) -> list[str]:
    quotations = find_quotations(text, scope)
    return [text[start:end] for start, end in split_sentences(text, scope, quotations=quotations)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        (
            "Mr. Lee met Col. Gen. Orr of the U.S. Navy. It rained.",
            ["Mr. Lee met Col. Gen. Orr of the U.S. Navy.", "It rained."],
        ),
        ("J. R. Orr left. It rained.", ["J. R. Orr left.", "It rained."]),
        ("They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."]),
        ("He reads 24.kg every day. It rained.", ["He reads 24.kg every day.", "It rained."]),
        ("They met last week.There was rain.", ["They met last week.", "There was rain."]),
        ("“It rained here. We all left.” Nobody came.", ["“It rained here. We all left.”", "Nobody came."]),
        ("“It rained here. We all left,” she said.", ["“It rained here. We all left,” she said."]),
        ("“Did it rain here?” she asked.", ["“Did it rain here?” she asked."]),
        (
            "“It will all stay,” Mr. Lee said here. We left.",
            ["“It will all stay,” Mr. Lee said here.", "We left."],
        ),
        ("It rained... Then it stopped?! We left.", ["It rained...", "Then it stopped?!", "We left."]),
        ("It rained. \ufffd\ufffdWe left.", ["It rained.", "\ufffd\ufffdWe left."]),  # marks misread
        ("They said “it will stay.”Nobody left.", ["They said “it will stay.”", "Nobody left."]),
        ('They said "it will all stay."Nobody left.', ['They said "it will all stay."', "Nobody left."]),
        (
            "“It will all stay here.”Lee said that it rained.",
            ["“It will all stay here.”", "Lee said that it rained."],
        ),
        ('It is so."Nobody left us," he said.', ["It is so.", '"Nobody left us," he said.']),
        ("They met the firm (PLK).Nobody left.", ["They met the firm (PLK).", "Nobody left."]),
        ("He said it was “over”.Nobody left.", ["He said it was “over”.", "Nobody left."]),
        ("They met last week.“Nobody left,” he said.", ["They met last week.", "“Nobody left,” he said."]),
        (
            "It rained. ► Nobody left. – Ann Lee",
            ["It rained. ►", "Nobody left. –", "Ann Lee"],
        ),  # items of a list
        ("Harbour news\nIt rained", ["Harbour news", "It rained"]),
        ("  \n\n", []),
        ("", []),
    ],
)
def test_splits_at_stops_that_end_sentences(text: str, expected: list[str]) -> None:
    assert split(text, [(0, len(text))]) == expected


def test_only_the_scope_is_split() -> None:
    text = "Menu. Search.\nIt rained. We left.\nShare."
    assert split(text, [(14, 33)]) == ["It rained.", "We left."]
