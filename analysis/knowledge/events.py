"""Nouns that name an event which a date can belong to, read and checked."""

from pathlib import Path

from ..problems import Problem
from .rows import read_rows


def read_event_nouns(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """Read event_nouns.csv: the kind of event that each noun names."""
    events: dict[str, str] = {}
    columns = ("noun", "event")
    for line, row in read_rows(folder / "event_nouns.csv", columns, problems, required=columns):
        noun, event = row["noun"], row["event"]
        if noun != noun.lower():
            problems.append(Problem("event_nouns.csv", line, f"noun '{noun}' must be lower case"))
        elif noun in events and events[noun] == event:
            problems.append(Problem("event_nouns.csv", line, f"noun '{noun}' stands twice"))
        elif events.setdefault(noun, event) != event:
            problems.append(
                Problem(
                    "event_nouns.csv", line, f"noun '{noun}' belongs to both '{events[noun]}' and '{event}'"
                )
            )
    return events
