"""A date counts where it stands beside the cue, and a weekday only with the day of publication."""

from datetime import date

import pytest

from analysis.extract.said_on import find_said_on, reference_day

FRIDAY = date(2017, 6, 23)


@pytest.mark.parametrize(
    ("frame", "exact", "expected"),
    [
        ("She said on June 22 that", False, "2017-06-22"),
        ("On 22 June 2016, she said that", False, "2016-06-22"),
        ("She said on December 30 that", False, "2016-12-30"),  # the year nearest to the publication
        ("She said in late June that", False, ""),
        ("She said on Tuesday that", True, "2017-06-20"),
        ("She said on Tuesday that", False, ""),  # published some day that month
        ("She said yesterday that", True, "2017-06-22"),
        ("They said the same day that", True, "2017-06-21"),
        ("She said before Tuesday that", True, ""),
        ("She said that", True, ""),
    ],
)
def test_reads_the_date_of_a_frame(frame: str, exact: bool, expected: str) -> None:
    span = [(0, len(frame))]
    found = find_said_on(frame, span, reference=FRIDAY, exact=exact, before="2017-06-21")
    assert found == expected


@pytest.mark.parametrize(
    ("published", "precision", "expected"),
    [
        ("2017-06-23", "day", (FRIDAY, True)),
        ("2017-06-23", "month", (FRIDAY, False)),
        ("", "", (date(2015, 3, 4), False)),  # a full date in the text
    ],
)
def test_years_are_reckoned_from_the_publication_or_a_full_date(
    published: str, precision: str, expected: tuple[date, bool]
) -> None:
    assert reference_day("They met on March 4, 2015.", published, precision) == expected


def test_without_any_date_nothing_is_known() -> None:
    assert reference_day("They met.", "", "") == (None, False)
    assert find_said_on("on June 22", [(0, 10)], reference=None, exact=False, before="") == ""
