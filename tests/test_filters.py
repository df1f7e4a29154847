from datetime import date

import pytest

from analysis.filters import NAMES, Filters, day_after, decode, encode, last_day

KNOWN = {"outlets": {"gazette", "herald"}, "actors": {"norland"}, "types": {"ZONE"}}


@pytest.mark.parametrize(
    ("filters", "params"),
    [
        (Filters(), {}),
        (Filters(outlets=("gazette", "herald")), {"source": ["gazette", "herald"]}),
        (Filters(actors=("norland",), types=("ZONE",)), {"actor": ["norland"], "type": ["ZONE"]}),
        (
            Filters(since=date(2024, 3, 1), until=date(2024, 4, 1)),
            {"since": ["2024-03-01"], "until": ["2024-04-01"]},
        ),
        (Filters(hide_guesses=True, reuse_once=True), {"hide-guesses": ["yes"], "reuse-once": ["yes"]}),
    ],
)
def test_filters_survive_the_address(filters, params):
    assert encode(filters) == params
    assert decode(params, **KNOWN) == (filters, [])


@pytest.mark.parametrize(
    ("params", "filters", "dropped"),
    [
        ({"source": ["gazette", "nowhere"]}, Filters(outlets=("gazette",)), ["source “nowhere”"]),
        ({"source": ["herald", "gazette", "herald"]}, Filters(outlets=("gazette", "herald")), []),
        ({"actor": ["<script>"]}, Filters(), ["actor “<script>”"]),
        ({"type": ["zone"]}, Filters(), ["type “zone”"]),
        ({"since": ["yesterday"]}, Filters(), ["since “yesterday”"]),
        ({"since": ["2024-02-30"]}, Filters(), ["since “2024-02-30”"]),
        ({"since": ["2024-03-01", "2024-05-01"]}, Filters(since=date(2024, 3, 1)), ["since “2024-05-01”"]),
        ({"hide-guesses": ["perhaps"]}, Filters(), ["hide-guesses “perhaps”"]),
        ({"zone": ["basin"]}, Filters(), []),  # a page may have values of its own
        ({"until": ["0001-01-01"]}, Filters(), ["until “0001-01-01”"]),  # there is no day before it
        ({"source": [""]}, Filters(), ["source “”"]),
    ],
)
def test_what_does_not_exist_is_dropped_with_a_notice(params, filters, dropped):
    found, notices = decode(params, **KNOWN)
    assert found == filters
    assert notices == [
        f"The address asks for {value}, which does not exist here. It was left out." for value in dropped
    ]


def test_days_the_wrong_way_round_are_told_as_such():
    found, notices = decode({"since": ["2024-03-01"], "until": ["2024-02-01"]}, **KNOWN)
    assert found == Filters(since=date(2024, 3, 1))
    assert notices == [
        "The address asks for until “2024-02-01”, which is not after since “2024-03-01”. It was left out."
    ]


def test_every_filter_has_a_name():
    assert set(NAMES) == set(Filters.__dataclass_fields__)
    assert len(set(NAMES.values())) == len(NAMES)


def test_the_last_day_is_in():
    assert day_after(last_day(Filters(until=date(2024, 3, 1)))) == date(2024, 3, 1)
    assert (last_day(Filters()), day_after(None)) == (None, None)
    assert day_after(date.max) == date.max  # there is no day after it


def test_only_a_choice_is_true():
    assert not Filters()
    assert Filters(reuse_once=True)
