"""The words that sources report speech with, and the tone that these lend."""

from collections import Counter

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

    Columns as in COLUMNS; share is of the outlet's statements that have a cue. A cue that the lexicon does
    not know is neutral; what it says of a neutral one is no reason for a tone. Outlets by id, the commonest
    cue first.
    """
    said = corpus.statements
    cued = zip(said["outlet_id"], said["outlet"], said["cue_lemma"], strict=True)
    counts = Counter(row for row in cued if row[2])
    totals: Counter[str] = Counter()
    for (outlet_id, _, _), n in counts.items():
        totals[outlet_id] += n
    tones, reasons = (
        dict(zip(corpus.cues["cue_lemma"], corpus.cues[column], strict=True)) for column in ("tone", "reason")
    )
    rows = [
        (*row, tone, PLAIN if tone == TONES[0] else reasons[row[2]], n, n / totals[row[0]])
        for row, n in counts.items()
        for tone in (tones.get(row[2], TONES[0]),)
    ]
    rows.sort(key=lambda row: (row[0], -row[5], row[2]))
    return pd.DataFrame(rows, columns=COLUMNS)


def count_tones(corpus: Corpus) -> pd.DataFrame:
    """Count the tones of every outlet, one row an outlet of the selection and tone: statements and share."""
    cues = count_cues(corpus)
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for outlet_id, tone, n in zip(cues["outlet_id"], cues["tone"], cues["statements"].tolist(), strict=True):
        counts[outlet_id, tone] += n
        totals[outlet_id] += n
    homes = dict(zip(corpus.articles["outlet_id"], corpus.articles["outlet"], strict=True))
    rows = [
        (outlet_id, homes[outlet_id], tone, n, n / totals[outlet_id] if totals[outlet_id] else 0.0)
        for outlet_id in sorted(homes)
        for tone in TONES
        for n in (counts[outlet_id, tone],)
    ]
    return pd.DataFrame(rows, columns=["outlet_id", "outlet", "tone", "statements", "share"])


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
        speaker_ids=ids, speaker=[" and ".join(names.get(i) or _spell(i) for i in one) for one in ids]
    )
    keys = ["outlet_id", "outlet", "speaker_ids", "speaker", "words"]
    table = table.groupby(keys, as_index=False).agg(
        statements=("statements", "sum"), quoted_words=("quoted_words", "sum"), share=("share", "sum")
    )
    order = ["outlet_id", "quoted_words", "speaker"]
    return table.sort_values(order, ascending=[True, False, True], ignore_index=True)[list(quoted.columns)]


def _spell(country: str) -> str:
    """A country that no article names, by its id."""
    return " ".join(word if word in ("and", "of", "the") else word.title() for word in country.split("-"))


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
