from datetime import date

import pytest

from analysis.extract.dates import find_dates

NEAR = date(2019, 3, 15)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The port opens on April 2.", [("April 2", "2019-04-02", "2019-04-02", "day", "nearest")]),
        ("It shut on 30 November 2018.", [("30 November 2018", "2018-11-30", "2018-11-30", "day", "stated")]),
        ("It shut on November 30.", [("November 30", "2018-11-30", "2018-11-30", "day", "nearest")]),
        ("Held from 3 to 4 of May", [("3 to 4 of May", "2019-05-03", "2019-05-04", "days", "nearest")]),
        ("on July 4th and 5th", [("July 4th and 5th", "2019-07-04", "2019-07-05", "days", "nearest")]),
        ("again in late February", [("late February", "2019-02-21", "2019-02-28", "part", "nearest")]),
        ("the 5th of June", [("the 5th of June", "2019-06-05", "2019-06-05", "day", "nearest")]),
        ("by mid-June", [("mid-June", "2019-06-11", "2019-06-20", "part", "nearest")]),
        ("the end of June", [("end of June", "2019-06-21", "2019-06-30", "part", "nearest")]),
        ("of 5, June", []),  # a day that no blank alone parts from the month
        ("in October this year", [("October this year", "2019-10-01", "2019-10-31", "month", "relative")]),
        ("since October 2016, when", [("October 2016", "2016-10-01", "2016-10-31", "month", "stated")]),
        ("in May", [("May", "2019-05-01", "2019-05-31", "month", "nearest")]),
        ("May I go? She may.", []),  # the verb
        ("on 31 June", []),  # no such day
        ("founded in 1999", [("1999", "1999-01-01", "1999-12-31", "year", "stated")]),
        ("2000 people, in 20000 homes", []),
        ("on 2019-02-03", [("2019-02-03", "2019-02-03", "2019-02-03", "day", "stated")]),
        ("Jan. 5 and Sept. 6", [("Jan. 5", "2019-01-05", "2019-01-05", "day", "nearest"),
                                ("Sept. 6", "2019-09-06", "2019-09-06", "day", "nearest")]),
    ],
)  # fmt: skip
def test_find_dates(text, found):
    assert [
        (text[d.start : d.end], d.first.isoformat(), d.last.isoformat(), d.precision, d.year_basis)
        for d in find_dates(text, near=NEAR)
    ] == found


def test_find_dates_adds_the_offset():
    assert [(d.start, d.end) for d in find_dates("on April 2", near=NEAR, offset=100)] == [(103, 110)]
