"""Namesakes: a first name makes another person of a surname that the knowledge base lists alone."""

import re
from collections.abc import Sequence

from ..knowledge import Knowledge
from .found import Found
from .linking import NEW, kebab_case

_FIRST_NAME = re.compile(r"(?<![\w'-])([A-Z][a-z]+) \Z")
_REACH = 20


def tell_namesakes(folded: str, found: Sequence[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with every surname that follows a first name made one name with it."""
    told: list[Found] = []
    for name in found:
        first = _first_name(folded, name, knowledge)
        if first is None or (told and told[-1].end > first):
            told.append(name)
            continue
        new_id = NEW + kebab_case(folded[first : name.end])
        told.append(Found(first, name.end, new_id, "PERSON", "name", "namesake", "likely"))
    return told


def _first_name(folded: str, name: Found, knowledge: Knowledge) -> int | None:
    """Return where the first name before a surname begins."""
    if name.rule != "alias" or name.use != "name" or name.entity_type not in ("PERSON", "ARMED_GROUP"):
        return None
    word = _FIRST_NAME.search(folded, max(0, name.start - _REACH), name.start)
    if not word or " " in folded[name.start : name.end]:
        return None
    lists = knowledge.names
    is_name = word[1] in lists.given_names and word[1] not in lists.plain | lists.title_words
    return word.start() if is_name else None
