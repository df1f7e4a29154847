"""One article with its names and statements marked, or its outline where the text is not there."""

from collections.abc import Callable
from html import escape
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from .charts.template import TYPE_COLOURS
from .corpus import Corpus
from .labels import CONFIDENCES, KINDS, TYPES, USES

WORDS = 60  # characters of its words in the title of a mark
OUTLINE = ["position", "layer", "text", "who", "rule", "confidence", "table", "record", "mark_id"]


class Piece(NamedTuple):
    """A run of text under the same marks."""

    text: str
    section: str
    mention: int | None  # the row of the article's mentions
    statement: int | None  # the row of the article's statements, the innermost
    part: str  # of the statement: content, speaker or cue


def read_pieces(
    text: str, sections: pd.DataFrame, mentions: pd.DataFrame, statements: pd.DataFrame
) -> list[Piece]:
    """Cut a text where a section, a mention or a part of a statement begins or ends.

    The pieces joined are the text, character for character; a character outside all sections
    has the section "".
    """
    marks = [("section", row.section, row.start, row.end) for row in sections.itertuples()]
    marks += [("mention", row.Index, row.start, row.end) for row in mentions.itertuples()]
    for row in statements.itertuples():
        for part, start, end in (
            ("content", row.start, row.end),
            ("speaker", row.speaker_start, row.speaker_end),
            ("cue", row.cue_start, row.cue_end),
        ):
            if start == start and start is not None:
                marks.append((part, row.Index, int(start), int(end)))
    cuts = sorted({0, len(text), *(at for mark in marks for at in mark[2:] if 0 <= at <= len(text))})
    starts: dict[int, list[tuple]] = {}
    for mark in marks:
        starts.setdefault(mark[2], []).append(mark)
    active: list[tuple] = []
    pieces = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark[3] > start] + [
            m for m in starts.get(start, []) if m[3] > start
        ]
        pieces.append(_piece(text[start:end], active))
    return pieces


def _piece(text: str, active: list[tuple]) -> Piece:
    held: dict[str, tuple] = {}
    for mark in active:
        if mark[0] not in held or mark[3] - mark[2] < held[mark[0]][3] - held[mark[0]][2]:
            held[mark[0]] = mark
    part = next((name for name in ("cue", "speaker", "content") if name in held), "")
    return Piece(
        text,
        held["section"][1] if "section" in held else "",
        held["mention"][1] if "mention" in held else None,
        held[part][1] if part else None,
        part,
    )


def list_outline(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The mentions and statements of an article in the order of its text: columns as in OUTLINE.

    `position` is the place in the article, 0 to 1; `table` and `record` say where the row comes from,
    `mark_id` names it in an address.
    """
    length = corpus.articles.set_index("article_id").at[article_id, "n_chars"]
    mentions = corpus.mentions[corpus.mentions["article_id"] == article_id]
    statements = corpus.statements[corpus.statements["article_id"] == article_id]
    speakers = [", ".join(corpus.entity_names.get(i, i) for i in ids) for ids in statements["speaker_ids"]]
    rows = pd.concat(
        [
            pd.DataFrame(
                {
                    "start": mentions["start"],
                    "layer": mentions["entity_type"].map(TYPES),
                    "text": (mentions["left"] + " " + mentions["text"] + " " + mentions["right"]).str.strip(),
                    "who": mentions["entity_id"].map(corpus.entity_names),
                    "rule": mentions["rule"],
                    "confidence": mentions["confidence"].map(CONFIDENCES),
                    "table": "mention",
                    "record": mentions.index,
                    "mark_id": [mention_mark(start) for start in mentions["start"]],
                }
            ),
            pd.DataFrame(
                {
                    "start": statements["start"],
                    "layer": "Statement, " + statements["kind"].map(KINDS).str.lower(),
                    "text": statements["content"],
                    "who": speakers,
                    "rule": statements["rule"],
                    "confidence": statements["confidence"].map(CONFIDENCES),
                    "table": "statement",
                    "record": statements.index,
                    "mark_id": statements["statement_id"],
                }
            ),
        ]
    )
    rows = rows.assign(position=rows["start"] / max(length, 1))
    return rows.sort_values(["start", "layer"], ignore_index=True)[OUTLINE]


def mention_mark(start: int) -> str:
    """The mark_id of a mention, by where it starts."""
    return f"mention-{start}"


def mark_titles(outline: pd.DataFrame) -> dict[str, str]:
    """A title for each mark, by its mark_id: place, kind, who and the first words."""
    return {
        row.mark_id: f"{100 * row.position:.0f}% · {row.layer} · {row.who or 'nobody'} · {row.text[:WORDS]}"
        for row in outline.itertuples()
    }


def explain_mention(row: pd.Series, names: dict[str, str]) -> str:
    """Why a mention is marked."""
    by_hand = ", made by hand" if row["by_hand"] else ""
    entity, kind = names.get(row["entity_id"], row["entity_id"]), TYPES.get(row["entity_type"], "")
    found = f"rule {row['rule']}, {CONFIDENCES[row['confidence']].lower()}"
    return f"{entity} ({kind}, {USES[row['use']].lower()}); {found}{by_hand}"


def explain_statement(row: pd.Series, names: dict[str, str]) -> str:
    """Why a statement is marked."""
    who = ", ".join(names.get(one, one) for one in row["speaker_ids"]) or "no speaker found"
    by_hand = ", made by hand" if row["by_hand"] else ""
    return (
        f"{KINDS[row['kind']]} statement by {who}; cue “{row['cue']}”; rule {row['rule']}, "
        f"{CONFIDENCES[row['confidence']].lower()}{by_hand}"
    )


def rows_of(corpus: Corpus, table: str, article_id: str) -> pd.DataFrame:
    """The rows of one table that belong to an article, numbered from 0."""
    rows = getattr(corpus, table)
    return rows[rows["article_id"] == article_id].sort_values("start", ignore_index=True)


def find_record(corpus: Corpus, mark: pd.Series) -> tuple[str, dict[str, object]]:
    """The table's kind and the row that a row of the outline stands for."""
    table = corpus.mentions if mark["table"] == "mention" else corpus.statements
    return mark["table"], table.loc[mark["record"]].to_dict()


def spell_outline(outline: pd.DataFrame) -> pd.DataFrame:
    """The outline for reading: Place, Kind, Words, Who or what, Rule, Confidence."""
    return pd.DataFrame(
        {
            "Place": [f"{100 * place:.0f}%" for place in outline["position"]],
            "Kind": outline["layer"],
            "Words": outline["text"],
            "Who or what": outline["who"],
            "Rule": outline["rule"],
            "Confidence": outline["confidence"],
        }
    )


def explain_piece(
    piece: Piece, mentions: pd.DataFrame, statements: pd.DataFrame, names: dict[str, str]
) -> tuple[str, str]:
    """What a piece says when it is pointed at, and the entity type that colours it."""
    parts, hue = [], ""
    if piece.mention is not None:
        row = mentions.loc[piece.mention]
        parts.append(explain_mention(row, names))
        hue = row["entity_type"]
    if piece.statement is not None:
        parts.append(explain_statement(statements.loc[piece.statement], names))
    return "\n".join(parts), hue


def locate_most_named(corpus: Corpus, article_id: str, *, most: int = 12) -> pd.DataFrame:
    """The mentions of the entities that an article names most, most named first: position and mark_id too.

    `position` is the place in the file, 0 to 1; `mark_id` names the mention in an address.
    """
    mentions = rows_of(corpus, "mentions", article_id)
    counts = mentions["entity_id"].value_counts()
    ranked = mentions.assign(
        n=mentions["entity_id"].map(counts),
        mark_id=[mention_mark(start) for start in mentions["start"]],
        position=mentions["start"] / corpus.articles.set_index("article_id").at[article_id, "n_chars"],
    ).sort_values(["n", "entity_id", "start"], ascending=[False, True, True], ignore_index=True)
    return ranked[ranked["entity_id"].isin(ranked["entity_id"].unique()[:most])].drop(columns="n")


LEGEND = {"content": "Reported words", "speaker": "Who said it, and the reporting word"}


def draw_legend() -> str:
    """HTML that says what the colours of draw_article mean."""
    types = [f'<span style="--hue:{hue}">{escape(TYPES[kind])}</span>' for kind, hue in TYPE_COLOURS.items()]
    parts = [f'<b class="{part}">{words}</b>' for part, words in LEGEND.items()]
    return f'<p class="legend">{" ".join([*types, *parts])}</p>'


def draw_article(
    text: str,
    tables: dict[str, pd.DataFrame],
    *,
    names: dict[str, str],
    address: Callable[[str], str],
    chosen: str = "",
) -> str:
    """The text as HTML, character for character, every mark a link that says which rule made it.

    `tables` holds sections, mentions and statements of the article as rows_of gives them; `address`
    makes the link of a mark_id. The pieces of one statement are one stop of the tab key.
    """
    seen: set[str] = set()
    body = []
    for piece in read_pieces(text, **tables):
        mark_id = _mark_of(piece, tables)
        kinds = escape(f"{piece.section} {piece.part}".strip())
        if not mark_id:
            body.append(f'<span class="{kinds}">{escape(piece.text)}</span>')
            continue
        why, hue = explain_piece(piece, tables["mentions"], tables["statements"], names)
        kinds += " chosen" * (mark_id == chosen) + " name" * bool(hue)
        style = f' style="--hue:{TYPE_COLOURS.get(hue, "gray")}"' if hue else ""
        again = ' tabindex="-1"' if mark_id in seen else ""
        seen.add(mark_id)
        body.append(
            f'<a class="{kinds}" href="{escape(address(mark_id))}" target="_self" title="{escape(why)}"'
            f"{style}{again}>{escape(piece.text)}</a>"
        )
    return f'<div class="article">{"".join(body)}</div>'


def _mark_of(piece: Piece, tables: dict[str, pd.DataFrame]) -> str:
    if piece.mention is not None:
        return mention_mark(tables["mentions"].at[piece.mention, "start"])
    return tables["statements"].at[piece.statement, "statement_id"] if piece.statement is not None else ""
