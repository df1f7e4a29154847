"""What a place name stands for: a government, a city, a province, a zone, a round of talks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.entities import Province
from ..knowledge.names import Names
from ..knowledge.spellings import Spelling
from ..pieces import keep_last
from .found import Found, words_after, words_before
from .linking import NEW, kebab_case

_JOINS = re.compile(r"(?:,? and (?:the )?|, | or | nor |,? but also |-|/| & )\Z")
_POSSESSIVE = re.compile(r"'s\b|'(?= )|s(?= )")
_ADJUNCT = re.compile(r"-([a-z]+)")
_AND_ITS = re.compile(r" and its (?:[a-z]+ )??([a-z]+)\b")
_AND_PARTY = re.compile(r" and (?:the )?(?:[a-z]+ )??([a-z]+)\b")
_ASIDE = re.compile(r", (?:for its part|in (?:its )?turn|however|meanwhile|too|whose)\b")
_PASSIVE = re.compile(r" (?:was|is|had been|has been) (?:[a-z]+ly )?([a-z]+)\b")
_DATELINE = re.compile(r" ?(?::|\(|--? )")
_RELATIONS = ("between", "by", "with", "against", "for", "among", "upon", "than", "despite")
_MOTION = ("to", "from", "toward", "towards", "into")


_AMBIGUOUS = ("capital", "province")


@dataclass(slots=True)
class _Setting:
    """A coordination of places and what stands around it."""

    group: Sequence[Found]
    left: list[str]
    right: list[str]
    right_text: str
    left_text: str  # a few characters
    line: str  # from the line's beginning if the places stand there, else empty
    zones: bool  # whether the article speaks of zones
    names: Names


@dataclass(slots=True)
class _Tables:
    governments: dict[str, str]  # place of a capital -> its country
    provinces: dict[str, Province]  # by the place that the bare name is linked to
    theatre: frozenset[str]  # countries whose provinces are listed: there a capital is a place first


def resolve_places(
    folded: str, found: list[Found], spellings: dict[str, Spelling], knowledge: Knowledge
) -> list[Found]:
    """Return the names with capitals, provinces and rounds of talks decided by their context."""
    resolved: list[Found] = []
    if any(name.rule in _AMBIGUOUS for name in found):
        tables = _make_tables(knowledge)
        zones = _speaks_of_zones(folded, found, knowledge.names.capital_cues["zone"])
        while len(resolved) < len(found):
            end = _group_end(folded, found, len(resolved))
            group = found[len(resolved) : end]
            if any(name.rule in _AMBIGUOUS for name in group):
                setting = _make_setting(folded, group, knowledge.names, zones=zones)
                follower = found[end] if end < len(found) else None
                group = [_resolve(name, setting, tables, follower) for name in group]
            resolved += group
    named = [_round_of_talks(folded, name, spellings, knowledge) for name in resolved or found]
    return _share_talks(folded, named, spellings)


@keep_last
def _make_tables(knowledge: Knowledge) -> _Tables:
    provinces = knowledge.provinces.values()
    return _Tables(
        {capital.place_id: capital.country_id for capital in knowledge.capitals.values()},
        {province.city_id or province.province_id: province for province in provinces},
        frozenset(knowledge.entities[province.province_id].country for province in provinces),
    )


def _speaks_of_zones(folded: str, found: Sequence[Found], words: frozenset[str]) -> bool:
    if any(name.entity_type == "ZONE" for name in found):
        return True
    return any(word in folded for word in words) and _zone_pattern(words).search(folded) is not None


@lru_cache(maxsize=8)
def _zone_pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def _make_setting(folded: str, group: Sequence[Found], names: Names, *, zones: bool) -> _Setting:
    start, end = group[0].start, group[-1].end
    return _Setting(
        group,
        words_before(folded, start),
        words_after(folded, end),
        folded[end : end + 40],
        folded[max(0, start - 6) : start],
        _line_from(folded, start, end),
        zones,
        names,
    )


def _share_talks(folded: str, names: list[Found], spellings: Mapping[str, Spelling]) -> list[Found]:
    """Return the names; a place joined to talks in the plural stands for talks: "Oslo and Lima talks"."""
    shared = list(names)
    for index in range(len(names) - 1, 0, -1):
        before, talks = names[index - 1], shared[index]
        if talks.rule != "place-and-process" and talks.entity_type != "PROCESS":
            continue
        if before.entity_type == "PLACE" and _JOINS.match(folded[before.end : talks.start]):
            place = folded[before.start : before.end]
            known = spellings.get(f"{place} process") or spellings.get(f"{place} talks")
            if known:
                shared[index - 1] = before._replace(
                    entity_id=known.entity_id, entity_type="PROCESS", rule="joined-to-talks"
                )
    return shared


def _line_from(folded: str, start: int, end: int) -> str:
    """Return what follows the places to the end of a long line that they begin."""
    if start and folded[start - 1] != "\n":
        return ""
    line_end = folded.find("\n", end)
    line = folded[end:] if line_end < 0 else folded[end:line_end]
    return line if len(line) > 80 else ""


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


def _resolve(name: Found, setting: _Setting, tables: _Tables, follower: Found | None) -> Found:
    if name.rule == "province":
        return _province(name, tables.provinces[name.entity_id], setting)
    if name.rule != "capital":
        return name
    country = tables.governments[name.entity_id]
    last = setting.group[-1].end
    located = follower is not None and (follower.entity_id, follower.start) == (country, last + 2)
    at_home = country in tables.theatre and not _joined_abroad(setting.group, tables)
    rule = "" if located else _government_rule(setting, at_home)
    if not rule:
        return name._replace(rule="capital-as-place", confidence="likely")
    return name._replace(
        entity_id=country, entity_type="COUNTRY", use="metonym", rule=rule, confidence="likely"
    )


def _province(name: Found, province: Province, setting: _Setting) -> Found:
    before = setting.left[-2] if setting.left[-1:] == ["of"] and len(setting.left) > 1 else ""
    near = (before, setting.right[0] if setting.right_text[:1] == " " and setting.right else "")
    city = province.city_id or province.province_id
    if any(word in ("city", "cities") for word in near):
        return name._replace(entity_id=city, rule="city-by-context", confidence="certain")
    if setting.zones and province.zone_id == kebab_case(province.name):
        return name._replace(
            entity_id=province.zone_id, entity_type="ZONE", rule="zone-by-context", confidence="likely"
        )
    if any(word.startswith(("province", "governorate")) for word in near):
        return name._replace(entity_id=province.province_id, rule="province-by-context", confidence="certain")
    bare = province.province_id if province.zone_id == kebab_case(province.name) else city
    return name._replace(entity_id=bare, rule="alias", confidence="likely")


def _government_rule(setting: _Setting, at_home: bool) -> str:
    """Return the rule by which a capital stands for its government, or nothing for the city."""
    cues, places = setting.names.capital_cues, setting.names.place_cues
    right, right_text = setting.right, setting.right_text
    words = [word for word in setting.left if word != "the"]
    before = words[-1] if words else ""
    adjoining = right[0] if right and right_text[:1] == " " else ""
    if setting.left_text.endswith(("anti-", "pro-")):
        return "capital-compound"
    if _DATELINE.match(setting.line):
        return ""
    if adjunct := _ADJUNCT.match(right_text):
        return "capital-compound" if adjunct.group(1) in cues["adjunct"] else ""
    if before in places["before"] or adjoining in places["after"] or adjoining in cues["venue"]:
        return ""
    if possessive := _POSSESSIVE.match(right_text):
        nearby = [word for word in right if word not in ("s", "'s")][:2]
        return "" if possessive and places["after"].intersection(nearby) else "capital-possessive"
    if adjoining in cues["governing"]:
        return "capital-governing"
    partner = _AND_ITS.match(right_text)
    if partner and partner.group(1) not in places["after"]:
        return "capital-in-relation"
    if setting.left[-1:] == ["the"] and adjoining.islower():
        return ""
    if _beside_party(words, right_text, cues) or before in cues["object"]:
        return "capital-opposed"
    rule = _rule_after(before, words, setting, at_home=at_home)
    return _rule_by_verb(adjoining, setting, at_home=at_home) if rule is None else rule


def _rule_by_verb(adjoining: str, setting: _Setting, *, at_home: bool) -> str:
    """Return what a capital does or suffers makes of it; away from home it is a government without either."""
    cues, places = setting.names.capital_cues, setting.names.place_cues
    if _suffers(setting.right_text, places):
        return ""
    if _acts(adjoining, setting.right, cues) or _ASIDE.match(setting.right_text):
        return "capital-acts"
    return "" if at_home and not _joined_with_state(setting.group) else "capital-metonym"


def _beside_party(words: list[str], right_text: str, cues: Mapping[str, frozenset[str]]) -> bool:
    """Whether "and" joins a capital to a side of the war: "the opposition and Oslo"."""
    if words[-1:] == ["and"] and cues["party"].intersection(words[-2:-1]):
        return True
    partner = _AND_PARTY.match(right_text)
    return bool(partner) and partner.group(1) in cues["party"]


def _rule_after(before: str, words: list[str], setting: _Setting, *, at_home: bool) -> str | None:
    """Return what the preposition before a capital tells of it, None if it tells nothing."""
    cues, places = setting.names.capital_cues, setting.names.place_cues
    nearby = words[-4:-1]
    if before in places["preposition"]:
        return _in_capital(setting.group, words, cues)
    if before == "from" and (cues["official"] | cues["sent"]).intersection(nearby[-1:]):
        return "capital-officials"
    if before == "to" and cues["near"].intersection(nearby[-1:]):
        return "capital-addressed" if not at_home or cues["towards"].intersection(nearby) else ""
    if before in _MOTION:
        moves = "from" in nearby or (before == "to" and places["to"].intersection(nearby))
        return "capital-addressed" if not moves and cues["towards"].intersection(nearby) else ""
    if before == "on":
        return "capital-addressed" if cues["towards"].intersection(nearby) else None
    if before == "of":
        cue = nearby[-1] if nearby else ""
        if cue in places["of"]:
            return ""
        close = cue in cues["official"] or cue in cues["towards"]
        return "capital-in-relation" if close or not at_home else ""
    if before == "for" and places["to"].intersection(words[-6:-1]):
        return ""
    if before in _RELATIONS:
        cities = any(name.entity_type == "PLACE" and name.rule != "capital" for name in setting.group)
        return "" if cities else "capital-in-relation"
    return None


def _in_capital(group: Sequence[Found], words: list[str], cues: Mapping[str, frozenset[str]]) -> str:
    if words[-1] != "in":
        return ""
    if cues["official"].intersection(words[-4:-1]):
        return "capital-officials"
    several = len(group) > 2 and all(name.rule == "capital" for name in group)
    return "capitals-together" if several and not cues["event"].intersection(words) else ""


def _acts(adjoining: str, right: list[str], cues: Mapping[str, frozenset[str]]) -> bool:
    if not adjoining:
        return False
    verb = next((word for word in right[:2] if not word.endswith("ly")), "")
    return verb in cues["verb"] or verb.endswith("ed") or (verb.endswith("s") and not verb.endswith("ss"))


def _suffers(right_text: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Whether a capital is said to be hit, taken or the like, which happens to cities."""
    passive = _PASSIVE.match(right_text)
    return bool(passive) and passive.group(1) in places["before"]


def _joined_abroad(group: Sequence[Found], tables: _Tables) -> bool:
    """Whether a coordination holds the capital of a state outside the theatre of war."""
    states = [tables.governments[name.entity_id] for name in group if name.rule == "capital"]
    return any(state not in tables.theatre for state in states)


def _joined_with_state(group: Sequence[Found]) -> bool:
    return any(name.entity_type == "COUNTRY" for name in group)


def _round_of_talks(folded: str, name: Found, spellings: dict[str, Spelling], knowledge: Knowledge) -> Found:
    """Return the name of talks or of an agreement if the place is the first word of one."""
    if name.entity_type not in ("PLACE", "COUNTRY") or folded[name.end : name.end + 1] != " ":
        return name
    if name.start and folded[name.start - 1] == "-":  # "the Oslo-Lima deal" is one of two states
        return name
    if name.entity_type == "COUNTRY" and name.use != "metonym":
        return name
    place = folded[name.start : name.end]
    talks = spellings.get(f"{place} process") or spellings.get(f"{place} talks")
    right = words_after(folded, name.end)[:2]
    for noun in (" ".join(right), right[0] if right else ""):
        kind = _kind_of_talks(noun.lower(), knowledge.names.capital_cues, known=talks is not None)
        if kind and folded.startswith(" " + noun, name.end):
            end = name.end + 1 + len(noun)
            agreed = kind == "agreement"
            known = spellings.get(f"{place} agreement") if agreed else talks
            entity_id = known.entity_id if known else NEW + kebab_case(folded[name.start : end])
            entity_type = "AGREEMENT" if agreed else "PROCESS"
            return Found(name.start, end, entity_id, entity_type, "name", f"place-and-{kind}", "likely")
    return name


def _kind_of_talks(noun: str, cues: Mapping[str, frozenset[str]], *, known: bool) -> str:
    """Return what a noun after a place names; a mere meeting only where talks are known by the place."""
    kind = next((kind for kind in ("process", "agreement", "round") if noun in cues[kind]), "")
    return "" if kind == "round" and not known else kind
