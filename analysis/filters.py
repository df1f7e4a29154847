"""What a reader has chosen to see, and how that stands in the address of a page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
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
    given = {field: list(params.get(name, ())) for field, name in NAMES.items()}
    known = {"outlets": outlets, "actors": actors, "types": types}
    values: dict[str, object] = {}
    dropped: list[tuple[str, str]] = []
    for field, texts in given.items():
        read = [(text, _from_text(field, text, known)) for text in texts]
        dropped += [(NAMES[field], text) for text, value in read if value is None]
        found = [value for _, value in read if value is not None]
        if field in known:
            values[field] = tuple(sorted(set(found)))
        elif found:
            values[field] = found[0]
    filters = Filters(**values)
    if filters.since and filters.until and filters.since >= filters.until:
        dropped.append((NAMES["until"], filters.until.isoformat()))
        filters = Filters(**values | {"until": None})
    return filters, [f"The address asks for {name} “{text}”, which does not exist here. It was left out."
                     for name, text in dropped]  # fmt: skip


def last_day(filters: Filters) -> date | None:
    """The last day that is still in, for people, who count it in."""
    return filters.until - timedelta(days=1) if filters.until else None


def day_after(day: date | None) -> date | None:
    """The first day that is out again, for a last day that is still in."""
    return day + timedelta(days=1) if day else None


def _to_text(value: object) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [FLAG if value is True else value.isoformat()]


def _from_text(field: str, text: str, known: Mapping[str, Collection[str]]) -> object:
    """The value, or None where the text stands for none."""
    if field in known:
        return text if text in known[field] else None
    if field in ("since", "until"):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return True if text == FLAG else None
