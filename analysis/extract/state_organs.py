"""Organs that every state has: which state's foreign ministry, general staff or parliament is meant."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from .found import Found
from .linking import NEW, kebab_case

_OWNED = re.compile(r"(?:'s|'|s)? +(?:own )?\Z")
_OWNS = re.compile(r"(?:'s|'|s) \Z")
_OF = re.compile(r" of (?:the )?\Z")
_IN_PROSE = re.compile(r"(?:\b(?:[Tt]he|in|by|to|of|from|its|their)|'s) \Z")
_AND = re.compile(r"(?:,? and|,| or) (?:the |its )?\Z")


def resolve_organs(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with every organ joined to its state; one in lower case needs the state beside it."""
    found = _join_committees(folded, found, knowledge)
    if not any(name.rule == "body" for name in found):
        return found
    resolved: list[Found] = []
    taken_until = len(folded) + 1
    country_to_the_right = ""
    for index in range(len(found) - 1, -1, -1):
        name = found[index]
        if name.end > taken_until:
            continue
        if name.rule != "body":
            resolved.append(name)
            taken_until = name.start
            continue
        organ = _resolve(folded, found, index, resolved, knowledge, country_to_the_right)
        if organ is None:
            continue
        organ, country_to_the_right = organ
        while resolved and resolved[-1].start < organ.end:
            resolved.pop()
        resolved.append(organ)
        taken_until = organ.start
    return resolved[::-1]


def _join_committees(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names with a body's own committee in lower case made one name with it.

    Beside an acronym such a committee is described rather than named.
    """
    pattern = _committee_pattern(knowledge.names.state_organs)
    joined = []
    for name in found:
        acronym = folded[name.start : name.end].isupper()
        own = pattern.match(folded, name.end) if name.entity_type == "ORG" and not acronym else None
        if own:
            end = own.end()
            new_id = NEW + kebab_case(folded[name.start : end])
            name = Found(name.start, end, new_id, "ORG", "name", "committee-of-body", "likely")
        joined.append(name)
    return joined


@lru_cache(maxsize=8)
def _committee_pattern(organs: frozenset[str]) -> re.Pattern[str]:
    heads = "|".join(sorted(organ.lower() for organ in organs))
    return re.compile(rf"'s? (?:[a-z]+ ){{1,3}}?(?:{heads})\b")


def join_chains(folded: str, found: list[Found], knowledge: Knowledge) -> list[Found]:
    """Return the names; a body and the part of it that it owns are one: "the General Staff's Directorate"."""
    joined: list[Found] = []
    for name in found:
        owner = joined[-1] if joined else None
        if owner and name.entity_type == "ORG" and _owns_part(folded, owner, name, knowledge):
            entity_id = name.entity_id
            if entity_id.startswith(NEW):
                entity_id = NEW + kebab_case(folded[owner.start : name.end])
            joined[-1] = name._replace(
                start=owner.start, entity_id=entity_id, rule="part-of-body", confidence="likely"
            )
        else:
            joined.append(name)
    return joined


def _owns_part(folded: str, owner: Found, part: Found, knowledge: Knowledge) -> bool:
    if owner.entity_type != "ORG" or not _OWNS.match(folded[owner.end : part.start]):
        return False
    names = knowledge.names
    if not names.state_organs.intersection(folded[owner.start : owner.end].split()):
        return False
    words = folded[part.start : part.end].split()
    unlisted = part.entity_id.startswith(NEW) and words[-1] in names.heads
    return unlisted or not names.state_organs.isdisjoint(words)


def _resolve(
    folded: str,
    found: Sequence[Found],
    index: int,
    after: Sequence[Found],
    knowledge: Knowledge,
    joined: str,
) -> tuple[Found, str] | None:
    """Return the organ and its state; `after` holds the resolved names behind it, nearest last."""
    name = found[index]
    follower = after[-1] if after else None
    start, end, country = name.start, name.end, ""
    if index and (country := _owner(folded, found[index - 1], name, knowledge)):
        start = found[index - 1].start
    elif follower and follower.entity_type == "COUNTRY" and _OF.match(folded[name.end : follower.start]):
        end, country = follower.end, follower.entity_id
    rule = "organ-of-state"
    if not country:
        if folded[start].islower():
            return None
        if index and _adjoins_place(folded, found[index - 1], name):
            start = found[index - 1].start
            new_id = NEW + kebab_case(folded[start:end])
            return Found(start, end, new_id, name.entity_type, "name", "organ-of-place", "likely"), ""
        country, rule = _context_state(folded, found, index, after, knowledge, joined)
    return _name_organ(folded, name._replace(start=start, end=end, rule=rule), country, knowledge)


def _name_organ(folded: str, name: Found, country: str, knowledge: Knowledge) -> tuple[Found, str] | None:
    """Return the organ and its state, which the rule of `name` tells how we know.

    Where no state owns it, an organ that is an alias too, "the Security Council", is what the alias names.
    """
    start, end, rule = name.start, name.end, name.rule
    alias = knowledge.aliases.get(folded[start:end])
    if alias and rule in ("organ", "organ-by-context"):
        return Found(start, end, alias.entity_id, name.entity_type, "name", "alias", "likely"), ""
    alone = " " not in folded[start:end] and not alias
    if alone and not (country and _IN_PROSE.search(folded, max(0, start - 8), start)):
        return None
    entity_id = f"{country}-{name.entity_id}" if country else name.entity_id
    confidence = "certain" if rule == "organ-of-state" else "likely"
    return Found(start, end, entity_id, name.entity_type, "name", rule, confidence), country


def _owner(folded: str, before: Found, name: Found, knowledge: Knowledge) -> str:
    """Return the state that is named right before its organ."""
    state = before.entity_type in ("COUNTRY", "NORP") and before.use != "metonym"
    owned = state and before.entity_id in knowledge.countries
    return before.entity_id if owned and _OWNED.match(folded[before.end : name.start]) else ""


def _adjoins_place(folded: str, before: Found, name: Found) -> bool:
    """Whether a region or a town that is no capital stands right before its organ."""
    regional = before.entity_type == "PLACE" and before.rule in ("alias", "homograph")
    return regional and folded[before.end : name.start] == " "


def _context_state(
    folded: str,
    found: Sequence[Found],
    index: int,
    after: Sequence[Found],
    knowledge: Knowledge,
    joined: str,
) -> tuple[str, str]:
    """Return the state of an organ that is named without it, and the rule."""
    name = found[index]
    follower = after[-1] if after else None
    if follower:
        gap = folded[name.end : follower.start]
        if joined and _AND.match(gap) and follower.rule.startswith("organ"):
            return joined, "organ-joined"
        holder = knowledge.entities.get(follower.entity_id)
        if follower.entity_type == "ORG" and holder and holder.country and _AND.match(gap):
            return holder.country, "organ-joined"
        if follower.entity_type == "PERSON" and holder and holder.country and _is_title(gap, knowledge):
            return holder.country, "organ-of-holder"
    for earlier in reversed(found[max(0, index - 8) : index]):
        if "\n\n" in folded[earlier.end : name.start]:
            break
        known = knowledge.entities.get(earlier.entity_id)
        if known and known.country in knowledge.countries and earlier.entity_type in _BEARERS:
            return known.country, "organ-by-context"
    return "", "organ"


_BEARERS = ("COUNTRY", "NORP", "PERSON")


def _is_title(gap: str, knowledge: Knowledge) -> bool:
    words = gap.replace(",", " ").split()
    titles, roles = knowledge.names.title_words, knowledge.names.roles
    return 0 < len(words) < 5 and all(word in titles or word.lower() in roles for word in words)
