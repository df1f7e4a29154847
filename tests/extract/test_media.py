"""The outlet in the words around a cue."""

import pytest

from analysis.extract.media import find_bodies, find_medium
from analysis.records import Mention


def medium(text: str, *, carrier: tuple[int, int] | None = None) -> tuple[str, bool]:
    mentions = [
        Mention(
            "a1",
            at,
            at + len(name),
            name,
            name.lower(),
            kind,
            "name",
            "body",
            0,
            "",
            "",
            "alias",
            "certain",
            False,
        )
        for name, kind in (("Gazette", "MEDIA"), ("Institute", "ORG"))
        if (at := text.find(name)) >= 0
    ]
    return find_medium(text, [(0, len(text))], find_bodies(mentions), carrier=carrier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told the Gazette on Monday", ("gazette", False)),
        ("in an interview with the Gazette", ("gazette", False)),
        (", writing for the Gazette,", ("gazette", True)),
        ("wrote in a Gazette article", ("gazette", True)),
        ("wrote in an article for the Gazette", ("gazette", True)),
        ("(Gazette, June 22)", ("gazette", False)),
        ("wrote in an Institute report", ("institute", True)),
        ("said at the Institute", ("", False)),  # no outlet
        ("said, and Gazette reporters left", ("", False)),
        ("said", ("", False)),
    ],
)
def test_names_the_outlet(text: str, expected: tuple[str, bool]) -> None:
    assert medium(text) == expected


def test_the_carrier_comes_first() -> None:
    assert medium("Gazette cited her", carrier=(0, 7)) == ("gazette", False)
