"""Corrections that a reader may propose: of which row, what, and to which value."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from .corpus import Corpus
from .corrections import CHANGES, NO_STANCE, Correction, propose_correction, propose_merge
from .labels import KINDS, STANCES, TYPES, USES
from .quotations import name_of
from .text_policy import ELLIPSIS, left_context, right_context
from .wording import fold

CHANGE_WORDS = {
    "drop": "Take it out",
    "entity": "It is another entity",
    "type": "It is of another type",
    "use": "It is used otherwise",
    "merge": "Its entity and another are one",
    "speaker": "Somebody else says it",
    "kind": "It is of another kind",
    "cue": "The cue is another",
    "medium": "The medium is another",
    "stance": "The stance is another",
}
"""What can be proposed for a row that stands in the tables, in words."""
SEVERAL = ("speaker",)
"""Changes whose value is a list."""
_SHOWN = 60
_AROUND = 200
_NO_ID = re.compile(r"[^a-z0-9]+")


class Place(NamedTuple):
    """Where some words stand in an article, and whose mention stands there already, if one does."""

    start: int
    text: str
    left: str
    right: str
    entity_id: str


def list_changes(table: str) -> dict[str, str]:
    """What can be proposed for a mention or a statement, with the words for it."""
    changes = (*CHANGES[table], *(CHANGES["entity"] if table == "mention" else ()))
    return {change: CHANGE_WORDS[change] for change in changes if change in CHANGE_WORDS}


def propose(
    row: Mapping[str, object], *, table: str, change: str, value: str = "", reason: str = ""
) -> Correction:
    """The row of the file for a change of a mention or a statement, or of the entity of a mention."""
    if change == "merge":
        return propose_merge(str(row["entity_id"]), into=value, reason=reason)
    return propose_correction(row, table=table, change=change, value=value, reason=reason)


def list_values(corpus: Corpus, change: str) -> dict[str, str]:
    """The values that a change may take, with the words for them; empty where it takes none or any text."""
    fixed = {
        "type": {code: word for code, word in TYPES.items() if code != "UNNAMED"},
        "use": USES,
        "kind": KINDS,
    }
    if change in fixed:
        return dict(fixed[change])
    if change == "medium":
        return {"": "No medium"} | corpus.entity_names
    if change in ("entity", "speaker", "merge"):
        return corpus.entity_names
    if change == "stance":
        stances = STANCES | {NO_STANCE: "No stance"}
        propositions = corpus.propositions[["proposition_id", "name"]].itertuples(index=False)
        return {
            f"{one} {stance}": f"{name}: {word}"
            for one, name in propositions
            for stance, word in stances.items()
        }
    return {}


def spell_row(row: Mapping[str, object], corpus: Corpus) -> str:
    """A mention or a statement in one line, to choose it from a list."""
    if "content" not in row:
        return f"{row['outlet']}: {row['left']} [{row['text']}] {row['right']}"
    words = str(row["content"])
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
    speakers = ", ".join(name_of(one, corpus.entity_names) for one in row["speaker_ids"])
    return f"{row['outlet']}: {speakers or 'No speaker found'}: {short}"


def in_order(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The rows in the order of publication and of the text."""
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    return (
        rows.assign(order=rows["article_id"].map(order))
        .sort_values(["order", "start"], kind="stable", ignore_index=True)
        .drop(columns="order")
    )


def find_places(corpus: Corpus, article_id: str, words: str) -> list[Place]:
    """Where the words stand in an article, in their order; letter case and kinds of blanks do not matter.

    A corpus without the texts holds of them what its statements quote.
    """
    if not words.strip():
        return []
    phrase = r"\s+".join(map(re.escape, words.split()))
    pattern = re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)
    named = corpus.mentions[corpus.mentions["article_id"] == article_id]
    spans = list(zip(named["start"], named["end"], named["entity_id"], strict=True))
    places = {}
    for begin, text in _stretches(corpus, article_id):
        for match in pattern.finditer(text):
            start, end = begin + match.start(), begin + match.end()
            there = next((one for first, last, one in spans if first < end and start < last), "")
            left, right = text[max(0, match.start() - _AROUND) : match.start()], text[match.end() :]
            places[start] = Place(start, match[0], left_context(left), right_context(right[:_AROUND]), there)
    return [places[start] for start in sorted(places)]


def _stretches(corpus: Corpus, article_id: str) -> list[tuple[int, str]]:
    """What the corpus holds of an article's text, letter for letter, and where it begins."""
    (text,) = corpus.articles.loc[corpus.articles["article_id"] == article_id, "text"]
    if isinstance(text, str):
        return [(0, text)]
    own = corpus.statements[corpus.statements["article_id"] == article_id]
    contents = [content.removesuffix(f" {ELLIPSIS}") for content in own["content"]]
    return list(zip(own["start"].tolist(), contents, strict=True))


def new_id(words: str, corpus: Corpus) -> str:
    """The id of a new entity with this name; empty where it has none, or the corpus has one already."""
    entity_id = _NO_ID.sub("-", fold(words).replace("'", "")).strip("-")
    return "" if entity_id in corpus.entity_names else entity_id


def spell_place(place: Place) -> str:
    """A place in one line, to choose it from a list."""
    return f"{place.left} [{' '.join(place.text.split())}] {place.right}"
