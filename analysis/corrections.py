"""A reader's overrides of what the rules found, kept in data/corrections.csv and applied last.

A row names its place by article, offsets and the text that stood there. Where the text has changed,
the row is reported and left alone, so that a correction never hits something else.
"""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from .knowledge.entities import TYPES, USES
from .knowledge.rows import read_rows
from .problems import Problem
from .records import Kind, Mention, Position, Stance, Statement
from .text_policy import ELLIPSIS, left_context, passage_text, right_context

Span = tuple[int, int]
Tables = dict[str, list]
"""Rows of every table by its name in `records.TABLES`."""

CHANGES = {
    "mention": ("add", "drop", "entity", "type", "use"),
    "statement": ("drop", "speaker", "kind", "cue", "medium", "stance"),
    "entity": ("merge",),
}
"""What can be changed of each kind of record."""

NO_STANCE = "none"
_WITHOUT_VALUE = ("drop",)
_MAY_BE_EMPTY = ("medium", "speaker", "cue")
_CUE_REACH = 300
_REACH = 200
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet would run. Such a cell has one apostrophe more in the file than in the correction."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Correction(NamedTuple):
    """One row of the file."""

    article_id: str  # empty for a merge
    start: int | None
    end: int | None
    text: str  # what stands there, shortened with an ellipsis if long; for a merge the id that goes
    table: str
    change: str
    value: str
    reason: str


class Outcome(NamedTuple):
    """What became of a correction; `why` is empty where it applied."""

    correction: Correction
    why: str

    @property
    def applied(self) -> bool:
        return not self.why


def read_corrections(path: Path, problems: list[Problem]) -> list[Correction]:
    """The corrections in the order of the file; a faulty row is reported and left out."""
    corrections = []
    required = ("text", "table", "change", "reason")
    for line, cells in read_rows(path, Correction._fields, problems, required=required):
        row = {name: _bare(cell) for name, cell in cells.items()}
        if fault := _fault(row):
            problems.append(Problem(path.name, line, fault))
            continue
        offsets = (int(row["start"]), int(row["end"])) if row["start"] else (None, None)
        corrections.append(
            Correction(
                row["article_id"],
                *offsets,
                row["text"],
                row["table"],
                row["change"],
                row["value"],
                row["reason"],
            )
        )
    return corrections


def _fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row: the value found and what was expected."""
    table, change, value = row["table"], row["change"], row["value"]
    if table not in CHANGES:
        return f"table {table!r}, expected one of {', '.join(CHANGES)}"
    if change not in CHANGES[table]:
        return f"change {change!r} of a {table}, expected one of {', '.join(CHANGES[table])}"
    if table != "entity":
        if not row["article_id"]:
            return "article_id must not be empty"
        if not (row["start"].isdecimal() and row["end"].isdecimal()):
            return f"start {row['start']!r} and end {row['end']!r} must be whole numbers"
        if int(row["start"]) >= int(row["end"]):
            return f"start {row['start']} must be below end {row['end']}"
    if change == "merge" and row["text"] == value:
        return f"entity {value!r} cannot be merged with itself"
    if change in _WITHOUT_VALUE:
        return f"a {change!r} takes no value, found {value!r}" if value else None
    if not value and change not in _MAY_BE_EMPTY:
        return f"a change of {change!r} needs a value"
    return _value_fault(change, value)


def _value_fault(change: str, value: str) -> str | None:
    choices = {"type": TYPES, "use": USES, "kind": get_args(Kind)}.get(change)
    if choices and value not in choices:
        return f"{change} {value!r}, expected one of {', '.join(choices)}"
    if change in ("entity", "merge", "medium") and value and not _ID.match(value):
        return f"{change} {value!r} is no entity id"
    if change == "speaker" and any(not _ID.match(part) for part in value.split("|") if value):
        return f"speaker {value!r}, expected entity ids joined by a bar"
    if change == "stance":
        stances = (*get_args(Stance), NO_STANCE)
        proposition_id, _, stance = value.partition(" ")
        if not _ID.match(proposition_id) or stance not in stances:
            return f"stance {value!r}, expected a proposition and one of {', '.join(stances)}"
    if change == "add":
        entity_id, _, entity_type = value.partition(" ")
        if not _ID.match(entity_id) or (entity_type and entity_type not in TYPES):
            return f"value {value!r}, expected an entity id and, if it is new, one of {', '.join(TYPES)}"
    return None


# --- proposing ------------------------------------------------------------------------------------


def propose_correction(
    row: Mapping[str, object], *, table: str, change: str, value: str = "", reason: str = ""
) -> Correction:
    """The correction of a row of mentions or statements, as a reader can put it into the file."""
    if change not in CHANGES.get(table, ()):
        raise ValueError(f"change {change!r} of table {table!r}, expected one of {CHANGES.get(table)}")
    text = str(row["content"] if "content" in row else row["text"])
    cut = text.endswith(f" {ELLIPSIS}")
    short = passage_text(text.removesuffix(f" {ELLIPSIS}"), policy="quotations")
    if cut:
        short = f"{short.partition(f' {ELLIPSIS} ')[0]} {ELLIPSIS}"
    return Correction(
        str(row["article_id"]), int(row["start"]), int(row["end"]), short, table, change, value, reason
    )


def propose_addition(
    article_id: str, start: int, text: str, *, entity_id: str, entity_type: str = "", reason: str = ""
) -> Correction:
    """The correction that adds a mention where a text stands; a new entity needs its type."""
    value = f"{entity_id} {entity_type}".rstrip()
    return Correction(article_id, start, start + len(text), text, "mention", "add", value, reason)


def propose_merge(entity_id: str, *, into: str, reason: str = "") -> Correction:
    """The correction that makes one entity of two."""
    return Correction("", None, None, entity_id, "entity", "merge", into, reason)


def corrections_csv(corrections: Iterable[Correction], *, header: bool = True) -> str:
    """The corrections as rows of data/corrections.csv."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    if header:
        writer.writerow(Correction._fields)
    writer.writerows([_harmless(cell) for cell in correction] for correction in corrections)
    return file.getvalue()


def _harmless(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


# --- applying -------------------------------------------------------------------------------------


class _Context(NamedTuple):
    texts: Mapping[str, str]
    sentences: Mapping[str, Sequence[Span]]
    entity_types: Mapping[str, str]
    propositions: Collection[str]
    lemmas: Mapping[str, str]


def apply_corrections(
    tables: Tables,
    corrections: Iterable[Correction],
    texts: Mapping[str, str],
    *,
    entity_types: Mapping[str, str] | None = None,
    sentences: Mapping[str, Sequence[Span]] | None = None,
    propositions: Collection[str] = (),
    lemmas: Mapping[str, str] | None = None,
) -> tuple[Tables, list[Outcome]]:
    """Return the tables with every correction that fits, in order, and what became of each.

    `entity_types` holds the type of every entity that is known beyond the tables, `sentences` those
    of each article, `lemmas` those of forms of verbs. Every corrected record has `by_hand` set.
    """
    context = _Context(texts, sentences or {}, entity_types or {}, propositions, lemmas or {})
    outcomes = []
    for correction in corrections:
        tables, why = _apply(tables, correction, context)
        outcomes.append(Outcome(correction, why))
    return tables, outcomes


def _apply(tables: Tables, correction: Correction, context: _Context) -> tuple[Tables, str]:
    """The tables after one correction, and why it did not apply, if so."""
    if correction.table == "entity":
        return _merge(tables, correction, context)
    text = context.texts.get(correction.article_id)
    if text is None:
        return tables, f"no article {correction.article_id!r} in the corpus"
    found = text[correction.start : correction.end]
    if not _same_text(correction.text, found):
        return tables, f"the text has changed: {_short(correction.text)!r} expected, {_short(found)!r} found"
    if (correction.table, correction.change) == ("mention", "add"):
        return _add_mention(tables, correction, context)
    apply = _correct_mention if correction.table == "mention" else _correct_statement
    return apply(tables, correction, context)


def _same_text(expected: str, found: str) -> bool:
    """Whether the text is the expected one, which an ellipsis may shorten. Kinds of blanks do not matter."""
    head, cut, tail = " ".join(expected.split()).partition(ELLIPSIS)
    found = " ".join(found.split())
    if not cut or found == " ".join(expected.split()):
        return found == " ".join(expected.split())
    return found.startswith(head.rstrip()) and found.endswith(tail.lstrip())


def _short(text: str) -> str:
    return passage_text(" ".join(text.split()), policy="quotations")


def _at(rows: Sequence[Mention | Statement | Position], correction: Correction) -> int | None:
    place = (correction.article_id, correction.start, correction.end)
    return next((i for i, r in enumerate(rows) if (r.article_id, r.start, r.end) == place), None)


def _with(rows: list, index: int, row: tuple | None) -> list:
    """The rows with one replaced, or left out."""
    return [*rows[:index], *([] if row is None else [row]), *rows[index + 1 :]]


def _known_ids(tables: Tables, context: _Context) -> dict[str, str]:
    """Every entity id with its type."""
    types = {e.entity_id: e.type for e in tables.get("entities", [])}
    types |= {m.entity_id: m.entity_type for m in tables["mentions"]}
    return {**types, **context.entity_types}


def _correct_mention(tables: Tables, correction: Correction, context: _Context) -> tuple[Tables, str]:
    mentions: list[Mention] = tables["mentions"]
    index = _at(mentions, correction)
    if index is None:
        return tables, "no mention stands there"
    if correction.change == "drop":
        return {**tables, "mentions": _with(mentions, index, None)}, ""
    changes: dict[str, object] = {correction.change: correction.value}
    if correction.change == "type":
        changes = {"entity_type": correction.value}
    if correction.change == "entity":
        types = _known_ids(tables, context)
        if correction.value not in types:
            return tables, f"entity {correction.value!r} is unknown"
        changes = {"entity_id": correction.value, "entity_type": types[correction.value]}
    row = mentions[index]._replace(**changes, confidence="certain", by_hand=True)
    return {**tables, "mentions": _with(mentions, index, row)}, ""


def _add_mention(tables: Tables, correction: Correction, context: _Context) -> tuple[Tables, str]:
    mentions: list[Mention] = tables["mentions"]
    entity_id, _, entity_type = correction.value.partition(" ")
    entity_type = entity_type or _known_ids(tables, context).get(entity_id, "")
    if not entity_type:
        return tables, f"entity {entity_id!r} is unknown, its type must be given"
    article_id, start, end = correction.article_id, correction.start, correction.end
    own = [m for m in mentions if m.article_id == article_id]
    if other := next((m for m in own if m.start < end and start < m.end), None):
        return tables, f"the mention {other.text!r} stands there, drop it first"
    section = next(
        (s.section for s in tables["sections"] if s.article_id == article_id and s.start <= start < s.end), ""
    )
    text, sentences = context.texts[article_id], context.sentences.get(article_id, [])
    number = next((i for i, (a, b) in enumerate(sentences) if a <= start < b), 0)
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    row = Mention(
        *(article_id, start, end, text[start:end], entity_id, entity_type, "name", section, number),
        *(left_context(before), right_context(after), "by-hand", "certain", True),
    )
    rows = [*mentions, row]
    return {**tables, "mentions": sorted(rows, key=lambda m: (m.article_id, m.start))}, ""


def _correct_statement(tables: Tables, correction: Correction, context: _Context) -> tuple[Tables, str]:
    statements: list[Statement] = tables["statements"]
    index = _at(statements, correction)
    if correction.change == "stance":
        return _set_stance(tables, correction, None if index is None else statements[index], context)
    if index is None:
        return tables, "no statement stands there"
    statement = statements[index]
    if correction.change == "drop":
        return _drop_statement(tables, statement.statement_id, _with(statements, index, None)), ""
    if stranger := _unknown_id(correction, tables, context):
        return tables, f"entity {stranger!r} is unknown"
    change = {"speaker": _new_speaker, "cue": _new_cue, "medium": _new_medium, "kind": _new_kind}
    changes = change[correction.change](correction, statement, context)
    row = statement._replace(**changes, by_hand=True)
    tables = {**tables, "statements": _with(statements, index, row)}
    if correction.change == "speaker":
        tables["positions"] = [
            p._replace(actor_ids=row.speaker_ids, by_hand=True) if p.statement_id == row.statement_id else p
            for p in tables["positions"]
        ]
    return tables, ""


def _unknown_id(correction: Correction, tables: Tables, context: _Context) -> str:
    """The first entity of a new speaker or medium that nobody knows."""
    if correction.change not in ("speaker", "medium") or not correction.value:
        return ""
    types = _known_ids(tables, context)
    return next((one for one in correction.value.split("|") if one not in types), "")


def _new_speaker(correction: Correction, statement: Statement, context: _Context) -> dict[str, object]:
    ids = correction.value.split("|") if correction.value else []
    return {"speaker_ids": ids, "speaker_likely": "", "confidence": "certain"}


def _new_kind(correction: Correction, statement: Statement, context: _Context) -> dict[str, object]:
    return {"kind": correction.value}


def _new_medium(correction: Correction, statement: Statement, context: _Context) -> dict[str, object]:
    return {"medium_id": correction.value}


def _new_cue(correction: Correction, statement: Statement, context: _Context) -> dict[str, object]:
    """The cue and its place: the occurrence nearest to the content, no place if there is none near."""
    text, cue = context.texts[statement.article_id], correction.value
    first = max(0, statement.start - _CUE_REACH)
    found = re.finditer(rf"(?<!\w){re.escape(cue)}(?!\w)", text[first : statement.end + _CUE_REACH], re.I)
    places = [(first + match.start(), first + match.end()) for match in found] if cue else []
    outside = [p for p in places if p[1] <= statement.start or statement.end <= p[0]]
    nearest = min(
        outside or places,
        key=lambda p: min(abs(p[1] - statement.start), abs(p[0] - statement.end)),
        default=(None, None),
    )
    lemma = context.lemmas.get(cue.lower(), cue.lower())
    return {"cue": cue, "cue_start": nearest[0], "cue_end": nearest[1], "cue_lemma": lemma}


def _drop_statement(tables: Tables, statement_id: str, statements: list[Statement]) -> Tables:
    """Without the statement and its positions; what it said of a zone becomes the article's own words."""
    freed = {
        name: [r._replace(statement_id=None) if r.statement_id == statement_id else r for r in tables[name]]
        for name in ("zone_facts", "event_dates")
        if name in tables
    }
    positions = [p for p in tables["positions"] if p.statement_id != statement_id]
    return {**tables, **freed, "statements": statements, "positions": positions}


def _set_stance(
    tables: Tables, correction: Correction, statement: Statement | None, context: _Context
) -> tuple[Tables, str]:
    """The stance of a statement, or of a passage that has one without being a statement."""
    proposition_id, _, stance = correction.value.partition(" ")
    if context.propositions and proposition_id not in context.propositions:
        return tables, f"proposition {proposition_id!r} is unknown"
    positions: list[Position] = tables["positions"]
    own = [p for p in positions if p.proposition_id == proposition_id]
    index = _at(own, correction)
    if statement is None and index is None:
        return tables, "neither a statement nor a position stands there"
    others = [p for p in positions if index is None or p is not own[index]]
    if stance == NO_STANCE:
        return ({**tables, "positions": others}, "") if index is not None else (tables, "it has no stance")
    if index is not None:
        row = own[index]._replace(stance=stance, rule="by-hand", confidence="certain", by_hand=True)
    else:
        text = _short(context.texts[statement.article_id][statement.start : statement.end])
        row = Position(
            *(proposition_id, stance, statement.speaker_ids, statement.statement_id),
            *(statement.article_id, statement.start, statement.end, text, "by-hand", "certain", True),
        )
    return {**tables, "positions": _in_order([*others, row], tables["positions"])}, ""


def _in_order(positions: list[Position], before: list[Position]) -> list[Position]:
    """The positions by article, proposition and place, in the order of the table they come from."""
    articles = {p.article_id: i for i, p in reversed(list(enumerate(before)))}
    propositions = {p.proposition_id: i for i, p in reversed(list(enumerate(before)))}
    return sorted(
        positions,
        key=lambda p: (
            articles.get(p.article_id, len(before)),
            p.article_id,
            propositions.get(p.proposition_id, len(before)),
            p.proposition_id,
            p.start,
        ),
    )


def _merge(tables: Tables, correction: Correction, context: _Context) -> tuple[Tables, str]:
    """Every record of one entity made one of another."""
    old, new = correction.text, correction.value
    types = _known_ids(tables, context)
    if old not in types:
        return tables, f"entity {old!r} is not in the corpus"
    if new not in types:
        return tables, f"entity {new!r} is unknown"
    merged = dict(tables)
    merged["mentions"] = [
        m._replace(entity_id=new, entity_type=types[new], by_hand=True) if m.entity_id == old else m
        for m in tables["mentions"]
    ]
    for name, fields in _ID_FIELDS.items():
        if name in tables:
            merged[name] = [_renamed(row, fields, lambda i: new if i == old else i) for row in tables[name]]
    if "entities" in tables:
        merged["entities"] = [e for e in tables["entities"] if e.entity_id != old]
    return merged, ""


_ID_FIELDS = {
    "statements": ("speaker_ids", "speaker_likely", "medium_id", "reported_by"),
    "positions": ("actor_ids",),
    "zone_facts": ("actor_ids", "proposed_by", "place_ids"),
    "event_dates": ("entity_ids",),
}


def _renamed(row: tuple, fields: Sequence[str], rename: Callable[[str], str]) -> tuple:
    """The row with its ids renamed, marked as made by hand where one changed and the table has the mark."""
    changes: dict[str, object] = {}
    for field in fields:
        old = getattr(row, field)
        new = rename(old) if isinstance(old, str) else list(dict.fromkeys(map(rename, old)))
        if new != old:
            changes[field] = new
    if changes and "by_hand" in row._fields:
        changes["by_hand"] = True
    return row._replace(**changes) if changes else row


def summarise(outcomes: Sequence[Outcome]) -> list[str]:
    """Lines for the end of a build: how many applied, then each that did not and why."""
    if not outcomes:
        return []
    applied = sum(outcome.applied for outcome in outcomes)
    lines = [f"{applied} of {len(outcomes)} corrections applied"]
    for correction, why in outcomes:
        if why:
            place = f"{correction.article_id}:{correction.start}" if correction.article_id else "everywhere"
            lines.append(f"  not applied: {place} {correction.table} {correction.change}: {why}")
    return lines
