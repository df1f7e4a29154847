"""Corrections that a reader may propose: of which row, what, and to which value."""

from collections.abc import Mapping

import pandas as pd

from .corpus import Corpus
from .corrections import CHANGES, NO_STANCE
from .labels import KINDS, STANCES, TYPES, USES
from .quotations import name_of

CHANGE_WORDS = {
    "drop": "Take it out",
    "entity": "It is another entity",
    "type": "It is of another type",
    "use": "It is used otherwise",
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


def list_changes(table: str) -> dict[str, str]:
    """What can be proposed for a mention or a statement, with the words for it."""
    return {change: CHANGE_WORDS[change] for change in CHANGES[table] if change in CHANGE_WORDS}


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
    if change in ("entity", "speaker"):
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
