"""Statements as a reader sees them: who said what, to whom, passed on by whom."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .labels import CONFIDENCES, KINDS, STANCES, publication
from .text_policy import ELLIPSIS
from .wording import fold

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
    """Every statement with the names that its ids stand for, one row each, as published and read.

    Columns: COLUMNS. `speaker` joins the names of all `speakers`; `inferred` marks one whom the text
    does not name there; `shortened` marks content that the text policy cut; `chain` runs from the
    outlet over the author and those who passed the words on to the speaker; `stances` are those that
    the positions give to the statement.
    """
    names = corpus.outlet_names | corpus.entity_names
    about = corpus.articles.set_index("article_id").to_dict("index")
    roles = dict(zip(corpus.entities["entity_id"], corpus.entities["role"], strict=True))
    stances = _stances(corpus)
    order = {article_id: i for i, article_id in enumerate(about)}
    rows = []
    for row in sorted(
        corpus.statements.to_dict("records"),
        key=lambda row: (order[row["article_id"]], row["start"], row["statement_id"]),
    ):
        article = about[row["article_id"]]
        speakers = [name_of(one, names) for one in row["speaker_ids"]]
        reporters = [article["author"], *(name_of(one, names) for one in row["reported_by"])]
        known_roles = [roles[one] for one in row["speaker_ids"] if roles.get(one)]
        found = row | {
            "published": article["published"],
            "published_precision": article["published_precision"],
            "url": article["url"],
            "speaker_ids": list(row["speaker_ids"]),
            "speakers": speakers,
            "speaker": join_names(speakers),
            "role": "; ".join(dict.fromkeys(known_roles)),
            "inferred": row["speaker_basis"] == "inferred" or bool(row["speaker_likely"]),
            "likely": name_of(row["speaker_likely"], names),
            "shortened": row["kind"] == "indirect" and row["content"].endswith(ELLIPSIS),
            "medium": name_of(row["medium_id"], names),
            "chain": _chain([row["outlet"], *reporters, join_names(speakers)]),
            "stances": stances.get(row["statement_id"], []),
        }
        rows.append([found[column] for column in COLUMNS])
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
    column = {"speaker": "speakers", "outlet": "outlet", "stance": "stances"}[by]
    places: dict[str, list[int]] = defaultdict(list)
    for place, labels in enumerate(quotations[column]):
        for label in [labels] if by == "outlet" else labels or [""]:
            places[label].append(place)
    order = sorted(places, key=lambda label: (label == "", -len(places[label]), label))
    return [(label, quotations.iloc[places[label]].reset_index(drop=True)) for label in order]


def pick_quotations(quotations: pd.DataFrame, *, speaker_id: str, kinds: Collection[str]) -> pd.DataFrame:
    """The rows of one speaker and of some kinds; an empty id and no kinds leave all in."""
    keep = [
        (not speaker_id or speaker_id in ids) and (not kinds or kind in kinds)
        for ids, kind in zip(quotations["speaker_ids"], quotations["kind"], strict=True)
    ]
    return quotations[pd.Series(keep, index=quotations.index, dtype=bool)].reset_index(drop=True)


def page_groups(
    groups: list[tuple[str, pd.DataFrame]], *, page: int, size: int
) -> list[tuple[str, int, pd.DataFrame]]:
    """The part of the groups that stands on a page, counted from 0: label, rows in all, rows there."""
    shown, before = [], 0
    for label, rows in groups:
        part = rows.iloc[max(0, page * size - before) : max(0, (page + 1) * size - before)]
        before += len(rows)
        if len(part):
            shown.append((label, len(rows), part))
    return shown


def count_in_words(found: pd.DataFrame, everything: pd.DataFrame) -> str:
    """How many statements were found, of how many speakers and sources."""
    speakers = {name for names in found["speakers"] for name in names}
    number = f"{len(found):,} of {plural(len(everything), 'statement')}"
    if found.empty:
        return f"{number}."
    sources = plural(found["outlet_id"].nunique(), "source")
    return f"{number}, by {plural(len(speakers), 'speaker')} in {sources}."


def keep_most(counts: pd.DataFrame, n: int) -> pd.DataFrame:
    """The rows of count_statements for the n most reported speakers."""
    return counts[counts["speaker_id"].isin(counts["speaker_id"].unique()[:n])]


def count_statements(quotations: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Count statements of each speaker in each outlet, one row for each pair that occurs.

    Columns: speaker_id, speaker, outlet_id, outlet, statements, direct, mixed, indirect, quoted_words
    and total (of the speaker over all outlets). The most quoted speaker first. Joint statements
    count for each of their speakers.
    """
    columns = ["speaker_id", "speaker", "outlet_id", "outlet", "statements", "direct", "mixed", "indirect"]
    names = corpus.outlet_names | corpus.entity_names
    fields = ("speaker_ids", "outlet_id", "outlet", "kind", "n_quoted_words")
    found: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for speaker_ids, outlet_id, outlet, kind, n in zip(*(quotations[one] for one in fields), strict=True):
        for speaker_id in speaker_ids or [""]:
            found[speaker_id, outlet_id, outlet].update({"statements": 1, kind: 1, "quoted_words": n})
            totals[speaker_id] += 1
    rows = [
        (
            *(speaker_id, name_of(speaker_id, names) or "No speaker found", outlet_id, outlet),
            *(counts[one] for one in (*columns[4:], "quoted_words")),
            totals[speaker_id],
        )
        for (speaker_id, outlet_id, outlet), counts in found.items()
    ]
    rows.sort(key=lambda row: (-row[-1], row[1], row[0], -row[4], row[3]))
    return pd.DataFrame(rows, columns=[*columns, "quoted_words", "total"])


def quotation_table(quotations: pd.DataFrame) -> pd.DataFrame:
    """The rows of list_quotations with every field under the name that readers know it by."""
    values = {
        "Source": quotations["outlet"],
        "Published": list(map(publication, quotations["published"], quotations["published_precision"])),
        "Speaker": quotations["speaker"],
        "Likely": quotations["likely"],
        "Inferred": quotations["inferred"].astype(bool),
        "Role": quotations["role"],
        "Named as": quotations["speaker_text"],
        "Cue": quotations["cue"],
        "Kind": quotations["kind"].map(KINDS),
        "Statement": quotations["content"],
        "Shortened": quotations["shortened"].astype(bool),
        "Medium": quotations["medium"],
        "Way to the page": quotations["chain"],
        "Said on": quotations["said_on"],
        "Stance": [", ".join(STANCES[stance] for stance in row) for row in quotations["stances"]],
        "Hedge": quotations["hedge"],
        "Words": quotations["n_words"],
        "Quoted words": quotations["n_quoted_words"],
        "Rule": quotations["rule"],
        "Confidence": quotations["confidence"].map(CONFIDENCES),
        "By hand": quotations["by_hand"].astype(bool),
        "Link": quotations["url"],
    }
    return pd.DataFrame(values)


def name_of(entity_id: str, names: dict[str, str]) -> str:
    """The name of an entity. An id without one stands for people whom the text does not name."""
    if not entity_id or entity_id in names:
        return names.get(entity_id, "")
    words = entity_id.removeprefix("unnamed-").removesuffix("-unspecified").replace("-", " ")
    return f"{words[0].upper()}{words[1:]} (unnamed)"


def join_names(names: Iterable[str], *, most: int | None = None) -> str:
    """Names as a list in running text: "A, B and C"; of more than `most` the last are "9 others"."""
    listed = list(names)
    if most and len(listed) > most:
        listed[most - 1 :] = [f"{len(listed) - most + 1:,} others"]
    *first, last = listed or [""]
    return f"{', '.join(first)} and {last}" if first else last


def find_matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of a query occur in a text, as spans of the text, overlapping ones merged."""
    folded = [fold(character) for character in text]
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


def _stances(corpus: Corpus) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for statement_id, stance in zip(
        corpus.positions["statement_id"], corpus.positions["stance"], strict=True
    ):
        if isinstance(statement_id, str):
            found.setdefault(statement_id, {})[stance] = None
    return {statement_id: list(taken) for statement_id, taken in found.items()}


def _chain(links: Iterable[str]) -> str:
    """The links that are known, each once, outermost first."""
    known: dict[str, str] = {}
    for link in links:
        if link:
            known.setdefault(fold(link), link)
    return " < ".join(known.values())
