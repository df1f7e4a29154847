import pytest

from analysis.labels import begin, publication


@pytest.mark.parametrize(
    ("published", "precision", "words"),
    [
        ("2024-03-04", "day", "2024-03-04"),
        ("2024-03-04", "week", "2024-03-04 (week)"),
        ("2024-03-01", "month", "2024-03"),  # the first of the month is not the day it came out
        ("", "month", ""),
        ("", "week", ""),
    ],
)
def test_a_day_of_publication_is_no_more_exact_than_known(published, precision, words):
    assert publication(published, precision) == words


@pytest.mark.parametrize(
    ("text", "begun"),
    [("pilots of Norland (unnamed)", "Pilots of Norland (unnamed)"), ("ICAN", "ICAN"), ("", "")],
)
def test_begin(text, begun):
    assert begin(text) == begun
