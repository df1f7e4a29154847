"""The words that sources report speech with, and the tone that these lend."""

import pandas as pd

from .charts.text import plural
from .corpus import Corpus

TONES = ("neutral", "doubt", "denial", "warning", "admission")
FEW = 30
"""Fewer statements than this say nothing about how a source reports speech."""

PLAIN = "reports the words without judging them"
UNKNOWN = "unknown"
COLUMNS = ["outlet_id", "outlet", "cue_lemma", "tone", "reason", "statements", "share"]


def count_cues(corpus: Corpus) -> pd.DataFrame:
    """Count the cues of every outlet, one row an outlet and cue.

    Columns as in COLUMNS; share is of the outlet's statements that have a cue. A cue that the lexicon
    does not know is neutral. Outlets by id, the commonest cue first.
    """
    cued = corpus.statements[corpus.statements["cue_lemma"] != ""]
    counts = cued.groupby(["outlet_id", "outlet", "cue_lemma"]).size().rename("statements").reset_index()
    tones, reasons = (
        dict(zip(corpus.cues["cue_lemma"], corpus.cues[column], strict=True)) for column in ("tone", "reason")
    )
    total = counts.groupby("outlet_id")["statements"].transform("sum")
    counts = counts.assign(
        tone=[tones.get(lemma, "neutral") for lemma in counts["cue_lemma"]],
        reason=[reasons.get(lemma) or PLAIN for lemma in counts["cue_lemma"]],
        share=counts["statements"] / total,
    )
    return counts.sort_values(
        ["outlet_id", "statements", "cue_lemma"], ascending=[True, False, True], ignore_index=True
    )[COLUMNS]


def count_tones(corpus: Corpus) -> pd.DataFrame:
    """Count the tones of every outlet, one row an outlet of the selection and tone: statements and share."""
    counts = count_cues(corpus).groupby(["outlet_id", "tone"])["statements"].sum()
    homes = corpus.articles[["outlet_id", "outlet"]].drop_duplicates().sort_values("outlet_id")
    grid = homes.merge(pd.DataFrame({"tone": TONES}), how="cross")
    found = [counts.get((row.outlet_id, row.tone), 0) for row in grid.itertuples()]
    grid["statements"] = pd.Series(found, index=grid.index, dtype="int64")
    total = grid.groupby("outlet_id")["statements"].transform("sum")
    grid["share"] = (grid["statements"] / total).where(total > 0, 0.0)
    return grid.reset_index(drop=True)


def find_statements_by_tone(corpus: Corpus, *, tone: str, outlet_id: str = "") -> list[str]:
    """The ids of an outlet's statements (of all for none) whose cue has a tone."""
    cues = count_cues(corpus)
    lemmas = cues.loc[cues["tone"] == tone, "cue_lemma"]
    own = corpus.statements
    own = own[own["outlet_id"] == outlet_id] if outlet_id else own
    return own.loc[own["cue_lemma"].isin(lemmas), "statement_id"].tolist()


def share_by_country(quoted: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Whose quoted words a source prints, by the speakers' countries; `quoted` as share_quoted makes it.

    The same columns, with countries in place of speakers; speakers of several countries who are
    quoted together are a row of their own, and speakers whose country is unknown another.
    """
    ids, names = _countries(quoted["speaker_ids"], corpus), corpus.entity_names | {UNKNOWN: "Country unknown"}
    table = quoted.assign(
        speaker_ids=ids, speaker=[" and ".join(names.get(i, i) for i in one) for one in ids]
    )
    keys = ["outlet_id", "outlet", "speaker_ids", "speaker", "words"]
    table = table.groupby(keys, as_index=False).agg(
        statements=("statements", "sum"), quoted_words=("quoted_words", "sum"), share=("share", "sum")
    )
    order = ["outlet_id", "quoted_words", "speaker"]
    return table.sort_values(order, ascending=[True, False, True], ignore_index=True)[list(quoted.columns)]


def find_quoted_from(corpus: Corpus, *, outlet_id: str, countries: str = "") -> list[str]:
    """The ids of an outlet's statements with quoted words, of speakers of these countries (ids, blanks)."""
    own = corpus.statements
    own = own[(own["outlet_id"] == outlet_id) & (own["n_quoted_words"] > 0)]
    if countries:
        own = own[_countries(own["speaker_ids"], corpus).map(" ".join) == countries]
    return own["statement_id"].tolist()


def _countries(speakers: pd.Series, corpus: Corpus) -> pd.Series:
    """The countries that speakers are of, or are themselves, in a fixed order; UNKNOWN for none."""
    country = dict(zip(corpus.entities["entity_id"], corpus.entities["country"], strict=True))
    itself = corpus.entities.loc[corpus.entities["type"] == "COUNTRY", "entity_id"]
    country |= dict(zip(itself, itself, strict=True))
    return speakers.map(lambda ids: tuple(sorted({country.get(i, "") for i in ids} - {""})) or (UNKNOWN,))


def cell_table(tones: pd.DataFrame) -> pd.DataFrame:
    """The tones as cells of a matrix: columns row, column, value, text and hover."""
    shown = tones[tones["statements"] > 0]
    percent = [f"{100 * share:.0f}%" for share in shown["share"]]
    return pd.DataFrame(
        {
            "row": shown["outlet_id"],
            "column": shown["tone"],
            "value": shown["share"],
            "text": [f"{n}\n({p})" for n, p in zip(shown["statements"], percent, strict=True)],
            "hover": [f"{plural(n, 'statement')} of the source" for n in shown["statements"]],
        }
    )


def describe_tones(tones: pd.DataFrame) -> str:
    """The chart in words: every tone but the neutral one, by source."""
    marked = tones[(tones["tone"] != "neutral") & (tones["statements"] > 0)]
    parts = [f"{row.outlet}: {row.tone} {row.statements}" for row in marked.itertuples()]
    return "Tone of reporting verbs by source. " + ("; ".join(parts) or "All are neutral") + "."


def rarest_tone(tones: pd.DataFrame) -> str:
    """The tone other than the neutral one that occurs least often, but occurs; neutral where none does."""
    totals = tones.groupby("tone")["statements"].sum()
    marked = totals[(totals > 0) & (totals.index != "neutral")]
    return str(marked.idxmin()) if len(marked) else "neutral"


def describe_tone_basis(tones: pd.DataFrame) -> str:
    """How many statements the tones rest on, and whether these are enough to compare the sources."""
    sizes = tones.groupby("outlet")["statements"].sum()
    text = f"{plural(int(sizes.sum()), 'statement')} with a reporting word"
    few = int((sizes < FEW).sum())
    if few == len(sizes):
        return f"{text}, fewer than {FEW} in every source: too few to compare their habits."
    return f"{text}; fewer than {FEW}, too few to compare, in {few} of {plural(len(sizes), 'source')}."
