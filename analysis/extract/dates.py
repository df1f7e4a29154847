"""Dates as news text writes them, with the span of days that each can mean."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number], calendar.month_abbr[number] + ".")
} | {"Sept": 9, "Sept.": 9}
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_JOIN = r"\s?(?:to|and|through|until|[-–—])\s?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b|\s(?P<relative_year>this|last|next)\syear\b|\b)"
_PART = {"early": (1, 10), "mid": (11, 20), "middle of": (11, 20), "late": (21, 31), "end of": (21, 31)}
_PART |= {"beginning of": (1, 10), "start of": (1, 10)}
DATE = re.compile(
    rf"(?<![\w.])(?:"
    rf"(?:the\s)?(?P<day1>{_DAY})(?:{_JOIN}(?P<last1>{_DAY}))?\s(?:of\s)?(?P<month1>{_MONTH})(?!\w)"
    rf"|(?P<part>{'|'.join(_PART)})[\s-](?P<month3>{_MONTH})(?!\w)"
    rf"|(?P<month2>{_MONTH})\s(?:the\s)?(?P<day2>{_DAY})(?!\d)(?:{_JOIN}(?P<last2>{_DAY})(?!\d))?"
    rf"|(?<=\b[Ii]n\s)(?P<month4>{_MONTH})(?!\w)|(?<=\b[Bb]y\s)(?P<month5>{_MONTH})(?!\w)"
    rf"|(?<=\b[Oo]f\s)(?P<month6>{_MONTH})(?!\w)|(?<=\b[Ss]ince\s)(?P<month7>{_MONTH})(?!\w)"
    rf"|(?<=\b[Uu]ntil\s)(?P<month8>{_MONTH})(?!\w)"
    rf"|(?P<month9>{_MONTH})(?=,?\s(?:19|20)\d\d\b)"
    rf"){_YEAR}"
    rf"|(?P<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)"
    rf"|(?<=\b[Ii]n\s)(?P<only_year>(?:19|20)\d\d)\b(?!-)",
)

ANCHOR = re.compile(rf"19\d\d|20\d\d|{'|'.join(sorted({name[:3] for name in MONTHS}))}")
"""What every date holds. No group, so that the search skips to the letters and digits it can begin with."""
_LED = re.compile(
    r"(?:\d(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"|(?:{'|'.join(sorted({part.rpartition(' ')[2] for part in _PART}))})[\s-])\Z"
)
"""What stands before a month that does not begin its date: a day, or "early"."""
_LONGEST_LED = 8
LEAD, REACH = 30, 60
"""Characters that no date expression begins before its month or year, and that none goes on after it."""


class DateSpan(NamedTuple):
    """A date expression: `first` to `last` are the days it can mean, both included."""

    start: int
    end: int
    first: date
    last: date
    precision: str  # day, days, part, month or year
    year_basis: str  # stated, relative or nearest


def find_dates(text: str, *, near: date, offset: int = 0) -> Iterator[DateSpan]:
    """Yield the dates of a text in order; one without a year takes the year nearest to `near`.

    `offset` is added to the positions. Expressions that name no real day are left out.
    """
    for match in _matches(text):
        if span := _read_date(match, near):
            yield span._replace(start=span.start + offset, end=span.end + offset)


def _matches(text: str) -> Iterator[re.Match]:
    """The matches of DATE, which is slow and therefore tried only at years and months.

    Only before a month that a day or a part of it leads to, it is searched for.
    """
    done = 0
    for anchor in ANCHOR.finditer(text):
        start, end = anchor.span()
        if start < done:
            continue
        if _LED.search(text, max(done, start - _LONGEST_LED), start):
            match = DATE.search(text, max(done, start - LEAD), end + REACH)
        else:
            match = DATE.match(text, start, end + REACH)
        if match and match.start() <= start:
            done = match.end()
            yield match


def _read_date(match: re.Match, near: date) -> DateSpan | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    try:
        first, last, precision, basis = _resolve(groups, near)
    except ValueError:  # 31 June
        return None
    return DateSpan(*match.span(), first, last, precision, basis) if first <= last else None


def _resolve(groups: dict[str, str], near: date) -> tuple[date, date, str, str]:
    if "iso" in groups:
        day = date.fromisoformat(groups["iso"])
        return day, day, "day", "stated"
    if "only_year" in groups:
        year = int(groups["only_year"])
        return date(year, 1, 1), date(year, 12, 31), "year", "stated"
    month = next(MONTHS[value] for name, value in groups.items() if name.startswith("month"))
    days, precision = _days(groups)
    if "year" in groups:
        year, basis = int(groups["year"]), "stated"
    elif "relative_year" in groups:
        year, basis = near.year + {"last": -1, "this": 0, "next": 1}[groups["relative_year"]], "relative"
    else:
        year, basis = _nearest_year(month, days[0], near), "nearest"
    length = calendar.monthrange(year, month)[1]
    last = min(days[1], length) if precision in ("part", "month") else days[1]
    return date(year, month, days[0]), date(year, month, last), precision, basis


def _days(groups: dict[str, str]) -> tuple[tuple[int, int], str]:
    if "part" in groups:
        return _PART[groups["part"]], "part"
    numbers = [
        int(re.sub(r"\D", "", groups[name])) for name in ("day1", "day2", "last1", "last2") if name in groups
    ]
    if not numbers:
        return (1, 31), "month"
    return (numbers[0], numbers[-1]), "day" if len(numbers) == 1 else "days"


def _nearest_year(month: int, day: int, near: date) -> int:
    """The year in which the day is closest to `near`."""
    years = (near.year - 1, near.year, near.year + 1)
    return min(years, key=lambda year: abs(date(year, month, 1) + timedelta(days=day - 1) - near))
