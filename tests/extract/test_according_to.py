"""What stands according to somebody."""

import pytest

from analysis.extract.according_to import report_according_to

from .scenes import read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Ida Kay, it rained.", [("it rained", "Ida Kay")]),
        ("According to the complaint, filed in May, it rained.", [("it rained", "the complaint")]),
        ("According to the mayor, Ida Kay, it rained.", [("it rained", "Ida Kay")]),
        ("It rained, according to Ida Kay.", [("It rained", "Ida Kay")]),
        (
            "It rained, according to Kay, and the quay froze.",
            [("It rained", "Kay"), ("and the quay froze", "Kay")],
        ),
        (
            "Orr, according to his aides, has left town.",
            [("Orr", "his aides"), ("has left town", "his aides")],
        ),
        # hearsay, and no source at all
        ("According to preliminary data, it rained.", []),
        ("It was not according to Kay.", []),
        ("It all goes according to plan.", []),
    ],
)
def test_reads_what_stands_according_to_somebody(text: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    assert read_reports(text, report_according_to(scene, scene.t.words.index("according"))) == expected
