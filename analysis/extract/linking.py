"""Linking: which unknown names mean the same entity, over the whole corpus."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.spellings import fold
from ..records import Entity, Mention

NEW = "new:"
"""Begins the entity_id of a name that the knowledge base does not hold, until the corpus is linked."""

_HEADED = ("MEDIA", "ARMED_GROUP")
_NO_ID = re.compile(r"[^a-z0-9]+")
_BRITISH = (("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("programme", "program"))


@lru_cache(maxsize=50_000)
def kebab_case(name: str) -> str:
    """Return the name as an id: lower case letters and digits joined by hyphens."""
    return _NO_ID.sub("-", fold(name).lower().replace("'", "")).strip("-") or "unnamed"


def link_mentions(mentions: Sequence[Mention], knowledge: Knowledge) -> tuple[list[Mention], list[Entity]]:
    """Return the mentions, each with its entity's final id, and a row for every entity mentioned.

    The same name is one entity in every article. A surname alone, or with an initial,
    joins the only person of that surname. The id of a new entity is its longest form.
    """
    forms = _forms_of_new(mentions)
    same = _join_spellings(forms)
    same = _join_persons(same, mentions, knowledge)
    ids = _final_ids(same, forms, knowledge)
    linked = [
        mention._replace(entity_id=ids.get((mention.entity_type, mention.entity_id), mention.entity_id))
        for mention in mentions
    ]
    return linked, _entity_rows(linked, knowledge)


def _forms_of_new(mentions: Iterable[Mention]) -> dict[tuple[str, str], set[str]]:
    """Return the texts of every new entity, by type and preliminary id."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.entity_id.startswith(NEW):
            forms[mention.entity_type, mention.entity_id].add(mention.text)
    return forms


def _join_spellings(forms: dict[tuple[str, str], set[str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return for each new entity the one that stands for it and its other spellings."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    same = {}
    for key in sorted(forms):
        entity_type, new_id = key
        spelling = new_id
        for british, american in _BRITISH:
            spelling = spelling.replace(british, american)
        same[key] = first.setdefault((entity_type, spelling), key)
    return same


def _join_persons(
    same: dict[tuple[str, str], tuple[str, str]], mentions: Sequence[Mention], knowledge: Knowledge
) -> dict[tuple[str, str], tuple[str, str]]:
    known = {
        mention.entity_id
        for mention in mentions
        if mention.entity_type == "PERSON" and mention.entity_id in knowledge.entities
    }
    full: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)  # surname -> first name -> entity
    for entity_id in known:
        _add_person(full, knowledge.entities[entity_id].name, ("PERSON", entity_id))
    for key in same:
        if key[0] == "PERSON":
            _add_person(full, key[1].removeprefix(NEW).replace("-", " "), key)
    return {key: _only_person(key, other, full) for key, other in same.items()}


def _add_person(full: dict[str, dict[str, tuple[str, str]]], name: str, key: tuple[str, str]) -> None:
    words = fold(name).lower().replace("-", " ").split()
    if len(words) > 1 and len(words[0]) > 1:
        full[words[-1]].setdefault(words[0], key)


def _only_person(
    key: tuple[str, str], other: tuple[str, str], full: dict[str, dict[str, tuple[str, str]]]
) -> tuple[str, str]:
    words = key[1].removeprefix(NEW).split("-")
    if key[0] != "PERSON" or (len(words) > 1 and len(words[0]) > 1):
        return other
    initial = words[0] if len(words) > 1 else ""
    bearers = [person for first, person in full[words[-1]].items() if first.startswith(initial)]
    return bearers[0] if len(bearers) == 1 else other


def _final_ids(
    same: dict[tuple[str, str], tuple[str, str]],
    forms: dict[tuple[str, str], set[str]],
    knowledge: Knowledge,
) -> dict[tuple[str, str], str]:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, other in same.items():
        groups[other] |= forms[key]
    ids = {}
    for key, other in same.items():
        ids[key] = other[1] if not other[1].startswith(NEW) else _id_of(other[0], groups[other], knowledge)
    return ids


def _id_of(entity_type: str, texts: Iterable[str], knowledge: Knowledge) -> str:
    texts = list(texts)
    for text in texts:
        acronym = knowledge.aliases.get(text.upper())
        if acronym and knowledge.entities[acronym.entity_id].type == entity_type:
            return acronym.entity_id
    if entity_type in _HEADED and (known := _known_with_head(entity_type, texts, knowledge)):
        return known
    entity_id = kebab_case(_longest(texts))
    taken = knowledge.entities.get(entity_id)
    if taken is None or taken.type == entity_type:
        return entity_id
    return f"{entity_id}-{entity_type.lower().replace('_', '-')}"


def _known_with_head(entity_type: str, texts: Iterable[str], knowledge: Knowledge) -> str:
    """Return the only known entity that the name would be with a head noun: "Tarn", a news agency."""
    heads = [head for head, kind in knowledge.names.heads.items() if kind == entity_type]
    aliases = (knowledge.aliases.get(f"{fold(text)} {head}") for text in texts for head in heads)
    ids = {alias.entity_id for alias in aliases if alias}
    known = {entity_id for entity_id in ids if knowledge.entities[entity_id].type == entity_type}
    return known.pop() if len(known) == 1 else ""


def _longest(texts: Iterable[str]) -> str:
    return min(texts, key=lambda text: (-len(text), text))


def _entity_rows(mentions: Iterable[Mention], knowledge: Knowledge) -> list[Entity]:
    texts: dict[str, set[str]] = defaultdict(set)
    types: dict[str, str] = {}
    for mention in mentions:
        texts[mention.entity_id].add(" ".join(mention.text.split()))
        types.setdefault(mention.entity_id, mention.entity_type)
    return [
        _entity_row(entity_id, types[entity_id], texts[entity_id], knowledge) for entity_id in sorted(texts)
    ]


def _entity_row(entity_id: str, entity_type: str, texts: Iterable[str], knowledge: Knowledge) -> Entity:
    if known := knowledge.entities.get(entity_id):
        return Entity(entity_id, known.name, known.type, known.country, known.role)
    for body_id, body in knowledge.bodies.items():
        country = entity_id.removesuffix(f"-{body_id}")
        if country != entity_id and country in knowledge.countries:
            name = f"{body.name} of {knowledge.entities[country].name}"
            return Entity(entity_id, name, body.type, country, "")
    return Entity(entity_id, _longest(texts), entity_type, "", "")
