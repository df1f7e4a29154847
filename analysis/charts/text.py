"""Text on charts: names that fit beside an axis, numbers that read the same everywhere."""

from collections.abc import Iterable
from textwrap import wrap

from .template import plain

PLACES = {0: "Start", 25: "25%", 50: "Half", 75: "75%", 100: "End"}
"""The axis along a text."""


def fold(text: str, *, width: int = 22, lines: int = 2) -> str:
    """The text in lines that fit beside an axis, with no markup in it; what is too long ends in "…"."""
    rows = wrap(str(text), width)
    if len(rows) > lines:
        last = " ".join(rows[lines - 1 :])
        rows = [*rows[: lines - 1], _cut(last, width - 1)]
    rows = rows or [""]
    return "<br>".join(plain(row) for row in rows)


def _cut(text: str, width: int) -> str:
    """As many whole words as have room, or a part of the first; then "…"."""
    words = wrap(text[: width + 1], width, break_long_words=False)
    return (words[0] if words and len(words[0]) <= width else text[:width]).rstrip(" ,;:") + "…"


def number(value: float, *, digits: int = 0) -> str:
    """The number with commas between thousands and a true minus; empty where there is none."""
    return "" if value != value else f"{value:,.{digits}f}".replace("-", "−")


def percent(share: float, *, digits: int = 0) -> str:
    """A share of 1 as a percentage; empty where there is none."""
    return "" if share != share else f"{number(100 * share, digits=digits)}%"


def plural(n: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 mention", "1,204 mentions"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def recite(parts: Iterable[str], *, most: int = 5) -> str:
    """A list in words for those who cannot see the chart: the first few, then how many more."""
    listed = list(parts)
    more = [f"and {len(listed) - most} more"] if len(listed) > most else []
    return "; ".join(listed[:most] + more)


def dot(colour: str) -> str:
    """A dot in a colour, for a label: words in the colour itself could not be read on every background."""
    return f'<span style="color:{colour}">●</span>'
