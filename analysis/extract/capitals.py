"""What a place name stands for: a government, a city, a province, a zone, a round of talks."""

import re
from collections.abc import Sequence

from ..knowledge import Knowledge
from .found import Found, words_after, words_before
from .linking import NEW, kebab_case
from .spellings import Spelling

_JOINS = re.compile(r"(?:,? and (?:the )?|, | or | nor |,? but also |-|/| & )\Z")
_POSSESSIVE = re.compile(r"'s\b|'(?= )|s's")
_LOCATION = re.compile(r", (?=[A-Z])")
_ADJUNCT = re.compile(r"-([a-z]+)")
_RELATIONS = ("between", "by", "with", "against", "for", "among", "upon", "than", "despite")


def resolve_places(
    folded: str, found: list[Found], spellings: dict[str, Spelling], knowledge: Knowledge
) -> list[Found]:
    """Return the names with capitals, provinces and rounds of talks decided by their context."""
    zones = any(name.entity_type == "ZONE" for name in found)
    theatre = _theatre(knowledge)
    resolved = list(found)
    index = 0
    while index < len(found):
        end = _group_end(folded, found, index)
        if any(name.rule in ("capital", "province") for name in found[index:end]):
            group = found[index:end]
            resolved[index:end] = _resolve_group(folded, group, spellings, knowledge, theatre, zones)
        index = end
    return [_round_of_talks(folded, name, spellings, knowledge) for name in resolved]


def _theatre(knowledge: Knowledge) -> set[str]:
    """Return the countries whose provinces are listed: there a capital is a place before all."""
    return {knowledge.entities[province.province_id].country for province in knowledge.provinces.values()}


def _group_end(folded: str, found: Sequence[Found], index: int) -> int:
    """Return the end of the coordination that begins at `index`."""
    end = index + 1
    while (
        end < len(found)
        and found[end].start - found[end - 1].end < 12
        and found[end].entity_type in ("COUNTRY", "PLACE", "ZONE")
        and _JOINS.match(folded[found[end - 1].end : found[end].start])
    ):
        end += 1
    return end


def _resolve_group(
    folded: str,
    group: Sequence[Found],
    spellings: dict[str, Spelling],
    knowledge: Knowledge,
    theatre: set[str],
    zones: bool,
) -> list[Found]:
    left = words_before(folded, group[0].start)
    right_text = folded[group[-1].end : group[-1].end + 40]
    right = words_after(folded, group[-1].end)
    resolved = []
    for name in group:
        spelling = folded[name.start : name.end]
        if name.rule == "province":
            resolved.append(_province(name, knowledge.provinces[spelling], left, right, zones))
        elif name.rule == "capital":
            capital = knowledge.capitals[spelling]
            at_home = capital.country_id in theatre
            rule = _government_rule(group, left, right, right_text, knowledge, at_home)
            if rule:
                resolved.append(
                    name._replace(
                        entity_id=capital.country_id,
                        entity_type="COUNTRY",
                        use="metonym",
                        rule=rule,
                        confidence="likely",
                    )
                )
            else:
                resolved.append(name._replace(rule="capital-as-place", confidence="likely"))
        else:
            resolved.append(name)
    return resolved


def _province(name: Found, province, left: list[str], right: list[str], zones: bool) -> Found:
    last = left[-2:]
    if "city" in last or right[:1] == ["city"]:
        chosen, rule = province.city_id or province.province_id, "city-by-context"
    elif province.zone_id and zones:
        chosen, rule = province.zone_id, "zone-by-context"
    elif (right[:1] and right[0].startswith(("province", "governorate"))) or (
        last[-1:] == ["of"] and last[0].startswith(("province", "governorate"))
    ):
        chosen, rule = province.province_id, "province-by-context"
    else:
        chosen, rule = province.city_id or province.province_id, "alias"
    entity_type = "ZONE" if rule == "zone-by-context" else "PLACE"
    return name._replace(entity_id=chosen, entity_type=entity_type, rule=rule, confidence="likely")


def _government_rule(
    group: Sequence[Found],
    left: list[str],
    right: list[str],
    right_text: str,
    knowledge: Knowledge,
    at_home: bool,
) -> str:
    """Return the rule by which a capital stands for its government, or nothing for the city."""
    cues, places = knowledge.names.capital_cues, knowledge.names.place_cues
    words = [word for word in left if word != "the"]
    before = words[-1] if words else ""
    cue = words[-2] if len(words) > 1 else ""
    if adjunct := _ADJUNCT.match(right_text):
        return "capital-compound" if adjunct.group(1) in cues["adjunct"] else ""
    if before in places["before"] or (before == "of" and cue in places["of"]):
        return ""
    if right and right[0] in places["after"] | cues["venue"] and not right_text.startswith((",", "'")):
        return ""
    if possessive := _POSSESSIVE.match(right_text):
        nearby = [word for word in right if word not in ("s", "'s")][:2]
        return "" if possessive and places["after"].intersection(nearby) else "capital-possessive"
    if _LOCATION.match(right_text) and len(group) == 1 and before in places["preposition"]:
        return ""
    if before in places["preposition"]:
        return _in_capital(group, words, knowledge)
    if before in ("to", "from", "toward", "towards", "into"):
        return _to_capital(words, cues, places)
    if before in _RELATIONS or "between" in words[-4:]:
        return "capital-in-relation"
    if right and right[0] in cues["governing"]:
        return "capital-governing"
    if _acts(right, right_text, cues):
        return "capital-acts"
    if before == "of":
        return "" if at_home else "capital-in-relation"
    return "" if at_home and not _joined_with_states(group) else "capital-metonym"


def _in_capital(group: Sequence[Found], words: list[str], knowledge: Knowledge) -> str:
    cues = knowledge.names.capital_cues
    if words[-1] == "in" and cues["official"].intersection(words[-4:-1]):
        return "capital-officials"
    several = len(group) > 2 and all(name.rule == "capital" for name in group)
    if words[-1] == "in" and several and not cues["event"].intersection(words):
        return "capitals-together"
    return ""


def _to_capital(words: list[str], cues: dict[str, frozenset[str]], places: dict[str, frozenset[str]]) -> str:
    nearby = words[-4:-1]
    if words[-1] == "to" and places["to"].intersection(nearby):
        return ""
    if "from" in nearby:
        return ""
    return "capital-addressed" if cues["towards"].intersection(nearby) else ""


def _acts(right: list[str], right_text: str, cues: dict[str, frozenset[str]]) -> bool:
    if not right or not right_text.startswith(" "):
        return False
    verb = next((word for word in right[:2] if not word.endswith("ly")), "")
    return verb in cues["verb"] or verb.endswith(("ed", "es")) or (verb.endswith("s") and verb[-2:] != "ss")


def _joined_with_states(group: Sequence[Found]) -> bool:
    return any(name.entity_type == "COUNTRY" for name in group)


def _round_of_talks(folded: str, name: Found, spellings: dict[str, Spelling], knowledge: Knowledge) -> Found:
    """Return the name of talks or of an agreement if the place is the first word of one."""
    if name.entity_type not in ("PLACE", "COUNTRY") or folded[name.end : name.end + 1] != " ":
        return name
    if name.entity_type == "COUNTRY" and name.use != "metonym":
        return name
    cues = knowledge.names.capital_cues
    right = words_after(folded, name.end)[:2]
    nouns = [noun for noun in (" ".join(right), right[0] if right else "") if noun]
    place = folded[name.start : name.end]
    known = next(
        (spellings[f"{place} {noun}"] for noun in ("process", "talks") if f"{place} {noun}" in spellings),
        None,
    )
    for noun in nouns:
        if not folded.startswith(" " + noun, name.end):
            continue
        kind = next((kind for kind in ("process", "agreement", "round") if noun in cues[kind]), "")
        if kind == "" or (kind == "round" and known is None):
            continue
        entity_type = "AGREEMENT" if kind == "agreement" else "PROCESS"
        end = name.end + 1 + len(noun)
        known_process = known is not None and entity_type == "PROCESS"
        entity_id = known.entity_id if known_process else NEW + kebab_case(folded[name.start : end])
        return Found(name.start, end, entity_id, entity_type, "name", f"place-and-{kind}", "likely")
    return name
