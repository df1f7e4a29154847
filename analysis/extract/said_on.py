"""The day a statement was made, where the words around its cue tell it."""

import re
from datetime import date, timedelta

from .dates import find_dates

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RELATIVE = re.compile(
    r"\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?P<yesterday>[Yy]esterday)|(?P<today>[Tt]oday)"
    r"|(?P<same>(?:the|that) same day))\b"
)
_NOT_PAST = re.compile(r"\b(?:next|until|till|by|before|since|after|last|previous|every|from)\s*$")
_FULL = re.compile(r"(?:19|20)(?<!\w..)\d\d\b")


def reference_day(text: str, published: str, precision: str) -> tuple[date | None, bool]:
    """Return the day that years are reckoned from, and whether it is the day of publication."""
    try:
        return date.fromisoformat(published), precision in ("day", "")
    except ValueError:
        pass
    if _FULL.search(text):
        for span in find_dates(text, near=date(2000, 1, 1)):
            if span.year_basis == "stated" and span.precision == "day":
                return span.first, False
    return None, False


def find_said_on(
    text: str, frames: list[tuple[int, int]], *, reference: date | None, exact: bool, before: str
) -> str:
    """Return the ISO date that stands in one of `frames`, or nothing.

    Weekdays, "today" and "yesterday" count only with the day of publication (`exact`); "the same day"
    is the date told last, `before`.
    """
    if reference is None:
        return ""
    for start, end in frames:
        for span in find_dates(text[start:end], near=reference):
            if span.precision == "day":
                return span.first.isoformat()
        days = _RELATIVE.finditer(text, start, end) if text.find("day", start, end) >= 0 else ()
        for match in days:
            if day := _relative(text, match, reference, exact, before):
                return day
    return ""


def _relative(text: str, match: re.Match[str], reference: date, exact: bool, before: str) -> str:
    if match["same"]:
        return before
    if not exact or _NOT_PAST.search(text, max(0, match.start() - 12), match.start()):
        return ""
    if match["weekday"]:
        back = (reference.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
        return (reference - timedelta(days=back)).isoformat()
    return (reference - timedelta(days=1 if match["yesterday"] else 0)).isoformat()
