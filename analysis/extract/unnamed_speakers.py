"""Speakers without a name: what they are called in the tables, and who they likely are."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..knowledge import Knowledge
from ..records import Entity, Mention, Statement
from ..wording import list_keys, read_tokens, share_keys, weigh_keys

UNNAMED = "unnamed"
SIMILAR = 0.5
MIN_SHARED = 4
MANY = 200  # statements with a word, from which on the word says nothing of who spoke


class Saying(NamedTuple):
    """A statement of one speaker, with the names inside it: (start, end, entity_id) in its content."""

    statement_id: str
    article_id: str
    speaker_id: str
    content: str
    names: tuple[tuple[int, int, str], ...]


def describe_speakers(
    statements: Iterable[Statement], known: Mapping[str, object], knowledge: Knowledge
) -> dict[str, Entity]:
    """An entity of type UNNAMED for every speaker and reporter that has no row yet, by id.

    The name is made of the id's country and role, or is the description in the text.
    """
    described: dict[str, Entity] = {}
    for statement in statements:
        for entity_id in (*statement.speaker_ids, *statement.reported_by):
            if entity_id not in known and entity_id not in described:
                text = statement.speaker_text if statement.speaker_ids == [entity_id] else ""
                described[entity_id] = _describe(entity_id, text, knowledge)
    return described


def _describe(entity_id: str, text: str, knowledge: Knowledge) -> Entity:
    words = entity_id.removeprefix(f"{UNNAMED}-")
    country, label, rest = _split_country(words, knowledge)
    role = rest.removesuffix("-unspecified").replace("-", " ")
    if not country:
        name = text[:1].lower() + text[1:] if text else role
    elif label:
        name = f"{label} {role}".strip()
    else:
        name = f"{role} of {knowledge.entities[country].name}" if role else knowledge.entities[country].name
    state = country if country in knowledge.countries else ""
    return Entity(entity_id, f"{name} ({UNNAMED})", "UNNAMED", state, "")


def _split_country(words: str, knowledge: Knowledge) -> tuple[str, str, str]:
    """The country that an id begins with, the demonym that says so (or empty), and what is left."""
    parts = words.split("-")
    for length in range(len(parts) - 1, 0, -1):
        head, rest = "-".join(parts[:length]), "-".join(parts[length:])
        demonym = knowledge.demonyms.get(" ".join(part.capitalize() for part in parts[:length]))
        if demonym:
            return demonym.entity_id, demonym.demonym, rest
        if head in knowledge.countries:
            return head, "", rest
    return "", "", words


def collect_sayings(statements: Iterable[Statement], mentions: Sequence[Mention]) -> list[Saying]:
    """The statements of one article that have a single speaker, as `infer_speakers` compares them."""
    sayings = []
    starts = [mention.start for mention in mentions]
    for s in statements:
        if len(s.speaker_ids) != 1:
            continue
        inside = [
            m for m in mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)] if m.end <= s.end
        ]
        names = tuple((m.start - s.start, m.end - s.start, m.entity_id) for m in inside)
        sayings.append(Saying(s.statement_id, s.article_id, s.speaker_ids[0], s.content, names))
    return sayings


def infer_speakers(sayings: Sequence[Saying], countries: Mapping[str, str]) -> dict[str, str]:
    """The likely speaker of statements by somebody unnamed, by statement_id.

    `countries` gives the country of each person, and of each unnamed speaker. A person is likely
    where another article has the person, of the same country, say much the same, and nobody else
    of that country does. An inference, not a finding: it says who is known to have said such words.
    """
    by_country: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        if country := countries.get(saying.speaker_id):
            by_country[country].append(saying)
    likely = {}
    for group in by_country.values():
        unnamed = [saying for saying in group if saying.speaker_id.startswith(f"{UNNAMED}-")]
        if len(unnamed) in (0, len(group)):
            continue
        keys = {saying: list_keys(read_tokens(saying.content, saying.names)) for saying in group}
        weights = weigh_keys(keys.values())
        with_key = _index(keys)
        for saying in unnamed:
            near = {one for key in keys[saying] if len(with_key[key]) <= MANY for one in with_key[key]}
            others = [one for one in near if one.article_id != saying.article_id]
            people = {one.speaker_id for one in others if _alike(keys[saying], keys[one], weights)}
            if len(people) == 1:
                likely[saying.statement_id] = people.pop()
    return likely


def _index(keys: Mapping[Saying, frozenset[str]]) -> dict[str, list[Saying]]:
    """The statements by somebody named that have a key, so that not every pair is compared."""
    with_key: dict[str, list[Saying]] = defaultdict(list)
    for saying, own in keys.items():
        if not saying.speaker_id.startswith(f"{UNNAMED}-"):
            for key in own:
                with_key[key].append(saying)
    return with_key


def _alike(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> bool:
    return len(one & other) >= MIN_SHARED and share_keys(one, other, weights) >= SIMILAR
