"""What a reader has chosen to see, and how that stands in the address of a page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

FLAG = "yes"


@dataclass(frozen=True)
class Filters:
    """A choice. An empty tuple or None leaves everything in; `since <= day < until`."""

    outlets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    hide_guesses: bool = False
    reuse_once: bool = False

    def __bool__(self) -> bool:
        return self != Filters()


NAMES = {
    "outlets": "source",
    "actors": "actor",
    "types": "type",
    "since": "since",
    "until": "until",
    "hide_guesses": "hide-guesses",
    "reuse_once": "reuse-once",
}
"""Field of Filters to its name in the address."""


def encode(filters: Filters) -> dict[str, list[str]]:
    """The parameters of the address that stand for the filters; what is not set is left out."""
    return {
        NAMES[field.name]: _to_text(value)
        for field in fields(filters)
        if (value := getattr(filters, field.name)) not in ((), None, False)
    }


def decode(
    params: Mapping[str, Collection[str]],
    *,
    outlets: Collection[str],
    actors: Collection[str],
    types: Collection[str],
) -> tuple[Filters, list[str]]:
    """The filters that the parameters stand for, and a notice for every value that had to be dropped."""
    known = {"outlets": outlets, "actors": actors, "types": types}
    values: dict[str, object] = {}
    notices: list[str] = []
    for field, name in NAMES.items():
        values[field], left_out = _read(field, list(params.get(name, ())), known)
        notices += [
            f"The address asks for {name} “{text}”, which does not exist here. It was left out."
            for text in left_out
        ]
    filters = Filters(**values)
    if filters.since and filters.until and filters.since >= filters.until:
        notices.append(
            f"The address asks for {NAMES['until']} “{filters.until}”, which is not after "
            f"{NAMES['since']} “{filters.since}”. It was left out."
        )
        filters = replace(filters, until=None)
    return filters, notices


def last_day(filters: Filters) -> date | None:
    """The last day that is still in, for people, who count it in."""
    return filters.until - timedelta(days=1) if filters.until else None


def day_after(day: date | None) -> date | None:
    """The first day that is out again, for a last day that is still in."""
    return day + timedelta(days=1) if day and day < date.max else day


def _to_text(value: object) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [FLAG if value is True else value.isoformat()]


def _read(field: str, texts: list[str], known: Mapping[str, Collection[str]]) -> tuple[object, list[str]]:
    """The value of one filter, and the texts that stand for none."""
    if field in known:
        return tuple(sorted(set(texts) & set(known[field]))), [t for t in texts if t not in known[field]]
    value = _from_text(field, texts[0]) if texts else None
    left_out = texts[1:] if value else texts
    return value or getattr(Filters(), field), left_out


def _from_text(field: str, text: str) -> date | bool | None:
    if field not in ("since", "until"):
        return True if text == FLAG else None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return None if day == date.min else day
