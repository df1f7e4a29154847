"""Statements as a reader sees them: who said what, to whom, passed on by whom."""

import unicodedata
from collections.abc import Iterable

import pandas as pd

from .corpus import Corpus
from .text_policy import ELLIPSIS

COLUMNS = [
    "statement_id",
    "article_id",
    "outlet_id",
    "outlet",
    "published",
    "published_precision",
    "url",
    "speaker_ids",
    "speakers",
    "speaker",
    "role",
    "speaker_text",
    "inferred",
    "likely",
    "cue",
    "kind",
    "content",
    "shortened",
    "medium",
    "chain",
    "said_on",
    "stances",
    "hedge",
    "n_words",
    "n_quoted_words",
    "rule",
    "confidence",
    "by_hand",
]
GROUPS = ("speaker", "outlet", "stance")
SEARCHED = ["content", "speaker", "speaker_text", "likely", "role", "cue", "medium", "chain", "hedge"]


def list_quotations(corpus: Corpus) -> pd.DataFrame:
    """Every statement with the names that its ids stand for, one row each, in the order of the text.

    Columns: COLUMNS. `speaker` joins the names of all `speakers`; `inferred` marks one whom the text
    does not name there; `shortened` marks content that the text policy cut; `chain` runs from the
    outlet over the author and those who passed the words on to the speaker; `stances` are those that
    the positions give to the statement.
    """
    names = corpus.outlet_names | corpus.entity_names
    about = corpus.articles.set_index("article_id")
    roles = dict(zip(corpus.entities["entity_id"], corpus.entities["role"], strict=True))
    stances = _stances(corpus)
    rows = []
    for row in corpus.statements.sort_values(["article_id", "start", "statement_id"]).to_dict("records"):
        article = about.loc[row["article_id"]]
        speakers = [names.get(one, one) for one in row["speaker_ids"]]
        reporters = [article["author"], *(names.get(one, one) for one in row["reported_by"])]
        known_roles = [roles[one] for one in row["speaker_ids"] if roles.get(one)]
        rows.append(
            row
            | {column: article[column] for column in ("published", "published_precision", "url")}
            | {
                "speaker_ids": list(row["speaker_ids"]),
                "speakers": speakers,
                "speaker": join_names(speakers),
                "role": "; ".join(dict.fromkeys(known_roles)),
                "inferred": row["speaker_basis"] == "inferred" or bool(row["speaker_likely"]),
                "likely": names.get(row["speaker_likely"], row["speaker_likely"]),
                "shortened": row["kind"] == "indirect" and row["content"].endswith(ELLIPSIS),
                "medium": names.get(row["medium_id"], row["medium_id"]),
                "chain": _chain([row["outlet"], *reporters, join_names(speakers)]),
                "stances": stances.get(row["statement_id"], []),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def search_quotations(quotations: pd.DataFrame, query: str) -> pd.DataFrame:
    """The rows in which every word of the query occurs, whatever its case and accents."""
    words = fold(query).split()
    if not words:
        return quotations
    text = quotations[SEARCHED].agg("\n".join, axis=1).map(fold)
    keep = text.map(lambda folded: all(word in folded for word in words)).astype(bool)
    return quotations[keep].reset_index(drop=True)


def group_quotations(quotations: pd.DataFrame, *, by: str) -> list[tuple[str, pd.DataFrame]]:
    """Groups of rows with their label, the largest first. `by` is one of GROUPS.

    A statement of two speakers, or with two stances, stands in both groups. The group without
    a speaker or a stance comes last, under an empty label.
    """
    if by not in GROUPS:
        raise ValueError(f"cannot group by {by!r}, expected one of {list(GROUPS)}")
    if quotations.empty:
        return []
    keys = _group_keys(quotations, by)
    labels = keys.value_counts()
    order = sorted(labels.index, key=lambda label: (label == "", -labels[label], label))
    return [(label, quotations.loc[keys.index[keys == label]].reset_index(drop=True)) for label in order]


def count_statements(quotations: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Count statements of each speaker in each outlet, one row for each pair that occurs.

    Columns: speaker_id, speaker, outlet_id, outlet, statements, direct, mixed, indirect, quoted_words
    and total (of the speaker over all outlets). The most quoted speaker first. Joint statements
    count for each of their speakers.
    """
    columns = ["speaker_id", "speaker", "outlet_id", "outlet", "statements", "direct", "mixed", "indirect"]
    if quotations.empty:
        return pd.DataFrame(columns=[*columns, "quoted_words", "total"])
    names = corpus.outlet_names | corpus.entity_names
    spread = quotations.explode("speaker_ids").rename(columns={"speaker_ids": "speaker_id"})
    spread["speaker_id"] = spread["speaker_id"].fillna("")
    for kind in ("direct", "mixed", "indirect"):
        spread[kind] = (spread["kind"] == kind).astype(int)
    counts = spread.groupby(["speaker_id", "outlet_id", "outlet"], as_index=False).agg(
        statements=("statement_id", "size"),
        direct=("direct", "sum"),
        mixed=("mixed", "sum"),
        indirect=("indirect", "sum"),
        quoted_words=("n_quoted_words", "sum"),
    )
    counts["speaker"] = counts["speaker_id"].map(lambda one: names.get(one, one) or "(no speaker)")
    counts["total"] = counts.groupby("speaker_id")["statements"].transform("sum")
    return counts.sort_values(
        ["total", "speaker", "speaker_id", "statements", "outlet"],
        ascending=[False, True, True, False, True],
        ignore_index=True,
    )[[*columns, "quoted_words", "total"]]


def join_names(names: Iterable[str]) -> str:
    """Names as a list in running text: "A, B and C"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def fold(text: str) -> str:
    """The text in lower case without accents, dotless i as i, typographic apostrophes as straight ones."""
    return "".join(_fold_character(character) for character in text)


def find_matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of a query occur in a text, as spans of the text, overlapping ones merged."""
    folded = [_fold_character(character) for character in text]
    origin = [i for i, piece in enumerate(folded) for _ in piece]
    joined = "".join(folded)
    spans = sorted(
        (origin[at], origin[at + len(word) - 1] + 1)
        for word in fold(query).split()
        for at in range(len(joined))
        if joined.startswith(word, at)
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _fold_character(character: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", character).casefold().translate({0x131: "i", 0x2019: "'", 0x2018: "'"})
    )
    return "".join(
        piece for piece in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(piece)
    )


def _stances(corpus: Corpus) -> dict[str, list[str]]:
    found = corpus.positions.dropna(subset=["statement_id"]).drop_duplicates(["statement_id", "stance"])
    return found.groupby("statement_id")["stance"].agg(list).to_dict()


def _chain(links: Iterable[str]) -> str:
    """The links that are known, each once, outermost first."""
    known: dict[str, str] = {}
    for link in links:
        if link:
            known.setdefault(fold(link), link)
    return " < ".join(known.values())


def _group_keys(quotations: pd.DataFrame, by: str) -> pd.Series:
    column = {"speaker": "speakers", "outlet": "outlet", "stance": "stances"}[by]
    return quotations[column].explode().fillna("")
