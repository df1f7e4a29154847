"""Every spelling under which the texts may name what the knowledge base holds."""

import re
import unicodedata
from typing import NamedTuple

from . import Knowledge

_NAMED_LETTERS = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ə": "a"}
_MARKS = {"‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'"}
_MARKS |= {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_MARKS |= {"‐": "-", "‑": "-", "‒": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "}


def _base_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


_FOLDS = str.maketrans(
    {chr(code): _base_letter(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
    | _NAMED_LETTERS
    | _MARKS
)

_SUN_LETTER = re.compile(r"\b([Aa])l-(?=([DNRSTZ])(h?))")
_DESCRIBED = re.compile(r"[a-z]+ of (?:the )?(?=[A-Z])")


class Spelling(NamedTuple):
    """What a spelling may stand for. Some characters at its ends may be no part of the name."""

    entity_id: str
    entity_type: str
    use: str
    kind: str  # alias, capital, province, body or demonym
    cut: int = 0  # characters at the end: a common noun
    lead: int = 0  # characters at the beginning: a title


def fold(text: str) -> str:
    """Return the text without diacritics and with plain marks; every character keeps its place."""
    if text.isascii() and "`" not in text and "\t" not in text:
        return text
    for mark, plain in _MARKS.items():  # most texts have no other signs, and leaping to these takes less time
        text = text.replace(mark, plain)
    return text if text.isascii() else text.translate(_FOLDS)


def list_spellings(knowledge: Knowledge) -> dict[str, Spelling]:
    """Return every folded spelling, with the variants that follow from the ones in the lists.

    Where lists share a spelling, the one that context has to decide comes first:
    capitals, provinces, organs of a state, aliases, demonyms.
    """
    spellings: dict[str, Spelling] = {}
    nouns = {document.noun for document in knowledge.names.documents}
    for spelling, capital in knowledge.capitals.items():
        spellings[fold(spelling)] = Spelling(capital.place_id, "PLACE", "name", "capital")
    for spelling, province in knowledge.provinces.items():
        place = province.city_id or province.province_id
        spellings.setdefault(fold(spelling), Spelling(place, "PLACE", "name", "province"))
    _add_bodies(spellings, knowledge)
    for spelling, alias in knowledge.aliases.items():
        entity = knowledge.entities[alias.entity_id]
        cut = _common_head(spelling, entity.type, knowledge)
        if cut is None or spelling.split(" ")[0] in nouns:
            continue
        lead = _lead(spelling, entity.type, knowledge)
        known = Spelling(entity.entity_id, entity.type, alias.use, "alias", cut, lead)
        spellings.setdefault(fold(spelling), known)
    for spelling, demonym in knowledge.demonyms.items():
        use = "adjective" if demonym.form == "adjective" else "name"
        spellings.setdefault(fold(spelling), Spelling(demonym.entity_id, "NORP", use, "demonym"))
    _add_variants(spellings)
    return spellings


def _common_head(alias: str, entity_type: str, knowledge: Knowledge) -> int | None:
    """Return the length of the nouns in lower case that end an alias, for they are no part of a name.

    None: what is left is a demonym, and the alias describes more than it names.
    """
    if alias.rpartition(" ")[2] not in knowledge.names.common_heads:
        return 0
    words = alias.split(" ")
    name = list(words)
    while name and name[-1].islower():
        name.pop()
    if not name or name == words or words[0].islower():
        return 0
    left = " ".join(name)
    owner, _, adjunct = left.partition("-")
    if left.removesuffix("'s").removesuffix("’s") in knowledge.demonyms or (
        adjunct.islower() and owner in knowledge.demonyms
    ):
        return None
    other = knowledge.aliases.get(left)
    if entity_type == "ZONE" and other is None:
        return 0
    if entity_type != "PLACE" and other and knowledge.entities[other.entity_id].type != entity_type:
        return 0
    return len(alias) - len(left)


def _lead(alias: str, entity_type: str, knowledge: Knowledge) -> int:
    """Return the length of what comes before a name: the title of a person, "city of"."""
    if entity_type == "PLACE":
        first = alias.split(" ")[0]
        described = _DESCRIBED.match(alias) if first.islower() else None
        if described:
            return described.end()
        return len(first) + 1 if first in knowledge.names.place_cues["before"] else 0
    if entity_type != "PERSON":
        return 0
    words = alias.split(" ")
    titles = 0
    while titles < len(words) - 1 and words[titles] in knowledge.names.title_words:
        titles += 1
    return sum(len(word) + 1 for word in words[:titles])


def _add_bodies(spellings: dict[str, Spelling], knowledge: Knowledge) -> None:
    organs = knowledge.names.state_organs
    for form, body_id in knowledge.body_forms.items():
        body = Spelling(body_id, knowledge.bodies[body_id].type, "name", "body")
        folded = fold(form)
        if not folded[0].islower():
            spellings.setdefault(folded, body)
        if " " in folded and organs.intersection(folded.title().split()):
            spellings.setdefault(folded.lower(), body)


def _add_variants(spellings: dict[str, Spelling]) -> None:
    for name, spelling in list(spellings.items()):
        if "-" in name or spelling.entity_type == "PERSON":
            for variant in _name_variants(name, spelling):
                spellings.setdefault(variant, spelling)
    for name, spelling in [known for known in spellings.items() if " " not in known[0]]:
        bare = not spelling.cut and name[-1] not in "s." and len(name) > 3
        if bare and (spelling.entity_type in ("COUNTRY", "PERSON") or spelling.kind == "capital"):
            spellings.setdefault(name + "s", spelling._replace(cut=1))


def _name_variants(name: str, spelling: Spelling) -> list[str]:
    variants = []
    if spelling.entity_type == "PERSON" and name.count(" ") == 1 and not spelling.lead:
        first, last = name.split(" ")
        variants += [f"{last} {first}", f"{first[0]}. {last}"]
    if "al-" in name or "Al-" in name:
        variants += [name.replace("al-", "Al-"), name.replace("Al-", "al-")]
        variants += [variant.replace("l-", "l ") for variant in (name, *variants)]
        variants += _assimilated(name)
    first, _, rest = name.partition(" ")
    if rest and "-" in first and first.islower():
        variants.append(f'"{first}" {rest}')
    return variants


def _assimilated(name: str) -> list[str]:
    """Return the spellings of the article as it is spoken: `ash-Sham`, `as-Sham`, `a-Sham` for `al-Sham`."""
    if not _SUN_LETTER.search(name):
        return []
    spoken = [_SUN_LETTER.sub(rf"a{article}-", name) for article in (r"\2\3", r"\2", "")]
    spoken = [re.sub(r"\ba[A-Z]h?-", lambda found: found.group().lower(), variant) for variant in spoken]
    return [*spoken, *(variant[0].upper() + variant[1:] for variant in spoken)]
