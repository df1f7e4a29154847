"""How well a build agrees with a hand annotation, layer by layer, with intervals.

Precision, recall and F1 for what has to be found, accuracy for what is said of the things found.
Intervals are percentiles of a bootstrap that draws whole articles (Efron and Tibshirani 1993, chapter 13),
because errors of one article are not independent.
"""

import argparse
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from json import dumps, loads
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow.parquet as pq

from .gold import Row, read_gold, trim
from .problems import InputError, Problem
from .records import IN_SCOPE

Span = tuple[int, int]

RESAMPLES = 2000
SEED = 1993
OVERLAP = 0.8
"""Intersection over union from which two spans are the same statement."""
LOOSE = 0.5
"""The same for the passages of zone facts and for scare quotes."""
NEAR = 0.3
FAMILY = {"PROCESS": "AGREEMENT", "ZONE": "PLACE"}
"""Types that a reader would not tell apart."""
REFUSED = "negated_report"


class Tally(NamedTuple):
    """Counts of one layer in one article. For an accuracy `found` and `annotated` are the same."""

    right: int
    found: int
    annotated: int


class Figure(NamedTuple):
    """One measure of one layer over all articles, with its 95 % interval."""

    layer: str
    measure: str  # F1 or accuracy
    value: float | None  # None where there is nothing to measure
    low: float | None
    high: float | None
    precision: float | None
    recall: float | None
    right: int
    found: int
    annotated: int


class Disagreement(NamedTuple):
    layer: str
    what: str  # missed, extra, type, link, …
    article_id: str
    start: int
    end: int
    detail: str


class Evaluation(NamedTuple):
    n_articles: int
    figures: list[Figure]
    disagreements: list[Disagreement]


class _Article(NamedTuple):
    """One article: the annotation and the build, by layer, each in order."""

    article_id: str
    gold: dict[str, list[Row]]
    built: dict[str, list[Row]]


class _Finding(NamedTuple):
    """What one article adds: a tally for each layer, in the order of the layers, and what disagrees."""

    tallies: dict[str, Tally]
    disagreements: list[Disagreement]


def evaluate(gold_folder: Path, build_folder: Path) -> Evaluation:
    """Compare a build with an annotation. The article texts are not needed."""
    gold = read_gold(gold_folder)
    built = _read_build(build_folder)
    articles = _pair_articles(gold, built)
    findings = [_examine(article) for article in articles]
    layers = sorted({layer for finding in findings for layer in finding.tallies}, key=_rank)
    nothing = Tally(0, 0, 0)
    figures = [
        _figure(layer, [finding.tallies.get(layer, nothing) for finding in findings]) for layer in layers
    ]
    return Evaluation(len(articles), figures, [d for f in findings for d in f.disagreements])


# --- reading --------------------------------------------------------------------------------------

_TABLES = {
    "articles": ("article_id", "sha256"),
    "sections": ("article_id", "start", "end", "section"),
    "mentions": ("article_id", "start", "end", "text", "entity_id", "entity_type"),
    "statements": (
        *("statement_id", "article_id", "kind", "start", "end", "content", "speaker_ids"),
        *("cue", "cue_start", "cue_end", "medium_id"),
    ),
    "positions": ("proposition_id", "stance", "actor_ids", "statement_id", "article_id", "start", "end"),
    "zone_facts": ("article_id", "start", "end", "zone_id", "relation", "actor_ids", "place_ids"),
    "propositions": ("proposition_id", "kind"),
}


def _read_build(folder: Path) -> dict[str, list[Row]]:
    problems: list[Problem] = []
    tables = {}
    for name, columns in _TABLES.items():
        path = folder / f"{name}.parquet"
        if not path.is_file():
            problems.append(Problem(path.name, None, f"no such file in {folder}"))
            continue
        missing = [column for column in columns if column not in pq.read_schema(path).names]
        if missing:
            problems.append(Problem(path.name, None, f"columns {missing} are missing"))
        else:
            tables[name] = pq.read_table(path, columns=list(columns)).to_pylist()
    if problems:
        raise InputError(problems)
    return tables


def _pair_articles(gold: dict[str, list[Row]], built: dict[str, list[Row]]) -> list[_Article]:
    """The annotated articles. All have to be in the build, unchanged."""
    ids = sorted({str(row["doc"]) for row in gold["sections"]})
    hashes = {row["article_id"]: row["sha256"] for row in built["articles"]}
    problems = [
        Problem("articles.parquet", None, f"the annotated article {doc!r} is missing")
        for doc in ids
        if doc not in hashes
    ]
    for row in gold["documents"]:
        if row["doc"] in hashes and row.get("sha256") not in (None, hashes[row["doc"]]):
            message = f"article {row['doc']!r} is not the text that was annotated"
            problems.append(Problem("articles.parquet", None, message))
    if problems:
        raise InputError(problems)
    main = _main_proposition(built["propositions"])
    built = {**built, "positions": [p for p in built["positions"] if p["proposition_id"] == main]}
    gold_by = {name: _by(rows, "doc") for name, rows in gold.items()}
    built_by = {name: _by(rows, "article_id") for name, rows in built.items() if name != "propositions"}
    return [
        _Article(
            doc,
            {name: rows.get(doc, []) for name, rows in gold_by.items()},
            {name: rows.get(doc, []) for name, rows in built_by.items()},
        )
        for doc in ids
    ]


def _main_proposition(propositions: Sequence[Row]) -> str:
    """The proposition that the annotation's stances are on: the first union, else the first of all."""
    unions = [row for row in propositions if row["kind"] == "union"]
    return next((str(row["proposition_id"]) for row in (*unions, *propositions)), "")


def _by(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row[key]), []).append(row)
    return groups


# --- one article ----------------------------------------------------------------------------------


def _examine(article: _Article) -> _Finding:
    """Every layer of one article."""
    scope = [s for s in article.gold["sections"] if s["section"] in IN_SCOPE]
    inside = {
        name: [row for row in article.built[name] if _touches(row, scope)]
        for name in ("mentions", "statements")
    }
    outside = [
        Disagreement(
            "scope", "out of scope", article.article_id, row["start"], row["end"], str(row.get("text", ""))
        )
        for name in inside
        for row in article.built[name]
        if not _touches(row, scope)
    ]
    article = article._replace(built={**article.built, **inside})
    parts = [
        _sections(article),
        _mentions(article),
        _statements(article),
        _refused_reports(article),
        _zone_facts(article),
        _Finding({"out of scope": Tally(0, len(outside), 0)}, outside),
    ]
    return _Finding(
        {layer: tally for part in parts for layer, tally in part.tallies.items()},
        [d for part in parts for d in part.disagreements],
    )


def _touches(row: Row, spans: Iterable[Row]) -> bool:
    return any(span["start"] < row["end"] and row["start"] < span["end"] for span in spans)


def _sections(article: _Article) -> _Finding:
    """Characters of the annotated sections that have the same section in the build."""
    right = total = 0
    wrong = []
    for gold in article.gold["sections"]:
        length = gold["end"] - gold["start"]
        same = sum(
            max(0, min(s["end"], gold["end"]) - max(s["start"], gold["start"]))
            for s in article.built["sections"]
            if s["section"] == gold["section"]
        )
        right, total = right + same, total + length
        if same < length:
            detail = f"{gold['section']}: {length - same} of {length} characters differ"
            wrong.append(_differs(article, "sections", "section", gold, detail))
    return _Finding({"section (characters)": Tally(right, total, total)}, wrong)


def _mentions(article: _Article) -> _Finding:
    built = {(m["start"], m["end"]): m for m in article.built["mentions"]}
    tallies = {"mention": [0, 0, 0], "linked": [0, 0, 0]}
    used: set[Span] = set()
    wrong = []
    for gold in article.gold["mentions"]:
        spans = [(gold["start"], gold["end"]), *map(tuple, gold.get("alt") or [])]
        hit = next((built[span] for span in spans if span in built), None)
        same_type = hit is not None and _family(hit["entity_type"]) == _family(gold["type"])
        if hit is not None:
            used.add((hit["start"], hit["end"]))
        linked = same_type and hit["entity_id"] == gold["entity"]
        layer = f"mention {_family(gold['type'])}"
        for name, right in (("mention", same_type), ("linked", linked), (layer, same_type)):
            tally = tallies.setdefault(name, [0, 0, 0])
            tally[0] += right
            tally[2] += 1
        if not linked:
            what = "missed" if hit is None else "link" if same_type else "type"
            got = "" if hit is None else f", found {hit['entity_type']} {hit['entity_id']}"
            detail = f"{_words(gold, hit)} {gold['type']} {gold['entity']}{got}"
            wrong.append(_differs(article, "mentions", what, gold, detail))
    for span, mention in built.items():
        for name in ("mention", "linked", f"mention {_family(mention['entity_type'])}"):
            tallies.setdefault(name, [0, 0, 0])[1] += 1
        if span not in used:
            detail = f"{mention['text']!r} {mention['entity_type']} {mention['entity_id']}"
            wrong.append(_differs(article, "mentions", "extra", mention, detail))
    return _Finding({name: Tally(*tally) for name, tally in tallies.items()}, wrong)


def _family(entity_type: object) -> str:
    return FAMILY.get(str(entity_type), str(entity_type))


def _words(gold: Row, built: Row | None) -> str:
    """The wording, where either side has it; an annotation without text has none."""
    words = gold.get("surface") or (built or {}).get("text") or (built or {}).get("content") or ""
    return repr(str(words)[:60])


def _differs(article: _Article, layer: str, what: str, row: Row, detail: str) -> Disagreement:
    return Disagreement(layer, what, article.article_id, int(row["start"]), int(row["end"]), detail)


# --- statements -----------------------------------------------------------------------------------


def _statements(article: _Article) -> _Finding:
    """Statements found, and what is said of those found."""
    gold, built = article.gold["statements"], article.built["statements"]
    spans = [tuple(trim(s["start"], s["end"], surface=s["content"])) for s in built]
    matched = _match([tuple(g["trim"]) for g in gold], spans, least=OVERLAP)
    extra = _too_much(article, spans, set(matched.values()))
    pairs = [(g, built[matched[i]]) for i, g in enumerate(gold) if i in matched]
    details, wrong = _details(article, pairs)
    n_found = len(matched) + len(extra)
    kinds = {
        f"statement, {kind}": _recall([i in matched for i, g in enumerate(gold) if _kind(g) == kind])
        for kind in ("direct", "indirect")
    }
    n_scare = sum(
        any(_iou(span, _span(quote)) >= LOOSE for quote in article.gold["scare_quotes"]) for span in spans
    )
    tallies = {
        "statement": Tally(len(matched), n_found, len(gold)),
        "attributed": Tally(details["speaker"].right, n_found, len(gold)),
        **kinds,
        **details,
        "scare quotes taken as statements": Tally(0, n_scare, 0),
    }
    missed = [
        _differs(article, "statements", "missed", g, f"{g['kind']} {_words(g, None)} by {g['speaker']}")
        for i, g in enumerate(gold)
        if i not in matched
    ]
    return _Finding(tallies, [*extra, *missed, *wrong])


def _too_much(article: _Article, spans: Sequence[Span], matched: Collection[int]) -> list[Disagreement]:
    """The statements of the build that are neither annotated nor left open on purpose."""
    near = [_span(row) for row in article.gold["near_statements"]]
    return [
        _differs(article, "statements", "extra", row, f"{row['kind']} {_words({}, row)}")
        for i, (row, span) in enumerate(zip(article.built["statements"], spans, strict=True))
        if i not in matched and not any(_is_near(span, n) for n in near)
    ]


def _recall(hits: Sequence[bool]) -> Tally:
    return Tally(sum(hits), len(hits), len(hits))


def _kind(row: Row) -> str:
    """A mixed statement counts as a direct one."""
    return "direct" if row["kind"] in ("direct", "mixed") else "indirect"


def _is_near(span: Span, near: Span) -> bool:
    """Whether a span is one that looks like a statement and was left open on purpose."""
    holds = (near[0] <= span[0] and span[1] <= near[1]) or (span[0] <= near[0] and near[1] <= span[1])
    return holds or _iou(span, near) > NEAR


def _iou(a: Span, b: Span) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _match(gold: Sequence[Span], built: Sequence[Span], *, least: float) -> dict[int, int]:
    """Pairs of indices, the best overlaps first, each used once."""
    overlaps = [(_iou(g, b), i, j) for i, g in enumerate(gold) for j, b in enumerate(built)]
    matched: dict[int, int] = {}
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= least and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _details(
    article: _Article, pairs: Sequence[tuple[Row, Row]]
) -> tuple[dict[str, Tally], list[Disagreement]]:
    """Accuracy of what is said of the statements that were found."""
    stances = {p["statement_id"]: p["stance"] for p in reversed(article.built["positions"])}
    tallies: dict[str, Tally] = {}
    wrong: list[Disagreement] = []
    for name, (applies, expected, found) in _DETAILS.items():
        right = total = 0
        for gold, built in pairs:
            if not applies(gold):
                continue
            got = stances.get(built["statement_id"], "none") if name.startswith("stance") else found(built)
            same = _same(name, gold, expected(gold), got, built)
            right, total = right + same, total + 1
            if not same:
                detail = f"{_words(gold, built)} annotated {_shown(expected(gold))}, found {_shown(got)}"
                wrong.append(_differs(article, "statements", name, gold, detail))
        tallies[name] = Tally(right, total, total)
    return tallies, wrong


def _shown(value: object) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _same(name: str, gold: Row, expected: object, got: object, built: Row) -> bool:
    if name == "speaker":
        return (
            got in (expected, _ids(gold.get("speaker_alt"))) if gold.get("speaker_alt") else got == expected
        )
    if name == "cue" and "cue" not in gold:
        return (gold["cue_start"], gold["cue_end"]) == (built["cue_start"], built["cue_end"])
    return got == expected


def _ids(value: object) -> frozenset[str]:
    if value is None:
        return frozenset()
    return frozenset([value]) if isinstance(value, str) else frozenset(value)


_Side = Callable[[Row], object]
_DETAILS: dict[str, tuple[Callable[[Row], bool], _Side, _Side]] = {
    "kind": (lambda g: True, _kind, _kind),
    "speaker": (lambda g: True, lambda g: _ids(g["speaker"]), lambda s: _ids(s["speaker_ids"])),
    "cue": (
        lambda g: bool(g.get("cue") or g.get("cue_start") is not None),
        lambda g: str(g.get("cue", "")).lower() or f"{g['cue_start']}-{g['cue_end']}",
        lambda s: str(s["cue"] or "").lower(),
    ),
    "medium": (lambda g: bool(g.get("medium")), lambda g: g["medium"], lambda s: s["medium_id"]),
    "medium, none named": (
        lambda g: not g.get("medium"),
        lambda g: "",
        lambda s: s["medium_id"] or "",
    ),
    "stance": (lambda g: g.get("stance", "none") != "none", lambda g: g["stance"], lambda s: None),
    "stance, none taken": (lambda g: g.get("stance") == "none", lambda g: "none", lambda s: None),
}
"""What is compared: for which statements, what the annotation says, what the build says."""


# --- positions without a statement, and zones -----------------------------------------------------


def _refused_reports(article: _Article) -> _Finding:
    """Reports that somebody did not confirm: passages that are no statements."""
    gold = [n for n in article.gold["near_statements"] if n["reason"] == REFUSED]
    built = [p for p in article.built["positions"] if p["statement_id"] is None]
    wanted = [(n["start"], n["end"]) for n in gold]
    found = [(p["start"], p["end"]) for p in built]
    matched = {i: j for i, g in enumerate(wanted) for j, b in enumerate(found) if g[0] < b[1] and b[0] < g[1]}
    right = sum(built[j]["stance"] == "not_confirmed" for j in matched.values())
    wrong = [
        _differs(article, "positions", "missed", g, f"not confirmed {_words(g, None)}")
        for i, g in enumerate(gold)
        if i not in matched
    ]
    wrong += [
        _differs(article, "positions", "extra", p, str(p["stance"]))
        for j, p in enumerate(built)
        if j not in matched.values()
    ]
    return _Finding({"not confirmed": Tally(right, len(built), len(gold))}, wrong)


def _zone_facts(article: _Article) -> _Finding:
    """Passages with the same zone and relation; of these, those with the same actors and places."""
    gold = [(_zone_key(g["zone"], g["relation"]), g) for g in article.gold["zones"]]
    built = [(_zone_key(z["zone_id"], z["relation"]), z) for z in article.built["zone_facts"]]
    pairs: list[tuple[Row, Row]] = []
    for key in dict.fromkeys(key for key, _ in gold):
        ours = [g for k, g in gold if k == key]
        theirs = [z for k, z in built if k == key]
        matched = _match([_span(g) for g in ours], [_span(z) for z in theirs], least=LOOSE)
        pairs += [(ours[i], theirs[j]) for i, j in sorted(matched.items())]
    same = [_same_actors(g, z) for g, z in pairs]
    found = [id(row) for pair in pairs for row in pair]
    name = "zone facts"
    wrong = [_differs(article, name, "missed", g, key) for key, g in gold if id(g) not in found]
    wrong += [_differs(article, name, "extra", z, key) for key, z in built if id(z) not in found]
    wrong += [
        _differs(article, name, "actors", g, f"found {z['actor_ids']} {z['place_ids']}")
        for (g, z), agrees in zip(pairs, same, strict=True)
        if not agrees
    ]
    tallies = {
        "zone fact": Tally(len(pairs), len(built), len(gold)),
        "zone fact, actors": Tally(sum(same), len(pairs), len(pairs)),
    }
    return _Finding(tallies, wrong)


def _zone_key(zone: object, relation: object) -> str:
    return f"{zone} {relation}"


def _span(row: Row) -> Span:
    return row["start"], row["end"]


def _same_actors(gold: Row, built: Row) -> bool:
    return _ids(gold["actors"]) == _ids(built["actor_ids"]) and _ids(gold.get("places")) == _ids(
        built["place_ids"]
    )


# --- figures --------------------------------------------------------------------------------------

ACCURACIES = ("statement, direct", "statement, indirect", "zone fact, actors", "section (characters)")
ACCURACIES += tuple(_DETAILS)
COUNTS = ("out of scope", "scare quotes taken as statements")
"""Layers that count errors; nothing is annotated that could be found."""

_ORDER = ("mention", "linked", "mention TYPE", "statement", "attributed", *ACCURACIES[:2], *_DETAILS)
_ORDER += ("not confirmed", "zone fact", *ACCURACIES[2:4], *COUNTS)


def _rank(layer: str) -> tuple[int, str]:
    return _ORDER.index("mention TYPE" if layer.startswith("mention ") else layer), layer


def _figure(layer: str, tallies: Sequence[Tally]) -> Figure:
    counts = np.array(tallies, dtype=float)
    right, found, annotated = (int(total) for total in counts.sum(axis=0))
    if layer in COUNTS:
        return Figure(layer, "count", float(found), None, None, None, None, right, found, annotated)
    low, high = _interval(counts, _accuracy if layer in ACCURACIES else _f1)
    if layer in ACCURACIES:
        return Figure(
            layer, "accuracy", _share(right, annotated), low, high, None, None, right, found, annotated
        )
    value = _share(2 * right, found + annotated)
    precision, recall = _share(right, found), _share(right, annotated)
    return Figure(layer, "F1", value, low, high, precision, recall, right, found, annotated)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _f1(totals: np.ndarray) -> np.ndarray:
    return 2 * totals[:, 0] / (totals[:, 1] + totals[:, 2])


def _accuracy(totals: np.ndarray) -> np.ndarray:
    return totals[:, 0] / totals[:, 2]


def _interval(
    counts: np.ndarray, measure: Callable[[np.ndarray], np.ndarray]
) -> tuple[float | None, float | None]:
    """The 2.5th and 97.5th percentile of the measure over resampled articles; none of one article."""
    if len(counts) < 2:
        return None, None
    draws = np.random.default_rng(SEED).integers(0, len(counts), (RESAMPLES, len(counts)))
    totals = counts[draws].sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        values = measure(totals)
    values = values[np.isfinite(values)]
    if not len(values):
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)


# --- showing and keeping --------------------------------------------------------------------------


def format_evaluation(evaluation: Evaluation, *, show: int = 0) -> str:
    """The figures as lines of a table, then up to `show` disagreements of each layer."""
    lines = [
        f"{'layer':34s} {'measure':9s} value  95 % interval  precision  recall   right  found  annotated"
    ]
    for f in evaluation.figures:
        if f.measure == "count":
            lines.append(f"{f.layer:34s} {'count':9s} {f.found}")
            continue
        interval = "      –        " if f.low is None else f"{f.low:.3f} to {f.high:.3f}"
        lines.append(
            f"{f.layer:34s} {f.measure:9s} {_decimal(f.value)}  {interval:14s} {_decimal(f.precision):>9s}  "
            f"{_decimal(f.recall):>6s}  {f.right:6d} {f.found:6d} {f.annotated:10d}"
        )
    lines.append(f"{evaluation.n_articles} articles, {RESAMPLES} resamples of whole articles")
    for layer, group in groupby(sorted(evaluation.disagreements), key=lambda d: d.layer):
        rows = list(group)
        if show:
            lines.append(f"\n{layer}: {len(rows)} disagreements")
            lines += [f"  {d.what:8s} {d.article_id}:{d.start}-{d.end} {d.detail}" for d in rows[:show]]
    return "\n".join(lines)


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def describe(evaluation: Evaluation, *, measured_on: date) -> dict[str, object]:
    """The figures as build.json and the page on the method hold them."""
    return {
        "date": measured_on.isoformat(),
        "articles": evaluation.n_articles,
        "resamples": RESAMPLES,
        "figures": [figure._asdict() for figure in evaluation.figures],
    }


def record_accuracy(evaluation: Evaluation, path: Path, *, measured_on: date) -> bool:
    """Write the figures unless the file holds the same ones already, so that its date stays; say whether."""
    new = describe(evaluation, measured_on=measured_on)
    if path.is_file():
        old = loads(path.read_bytes())
        if {**old, "date": None} == {**new, "date": None}:
            return False
    path.write_text(dumps(new, indent=1) + "\n", encoding="utf-8")
    return True


# --- the command ----------------------------------------------------------------------------------


def add_evaluate(commands: argparse._SubParsersAction) -> None:
    """Add `evaluate GOLD DIR` to the command line."""
    command = commands.add_parser("evaluate", help="compare a build with a hand annotation")
    command.add_argument("gold", metavar="GOLD", type=Path, help="folder of the annotation, as data/gold")
    command.add_argument("build", metavar="DIR", type=Path, help="folder of the build")
    command.add_argument(
        "--show", metavar="N", type=int, default=20, help="disagreements of each layer to list (20)"
    )
    command.add_argument("--json", action="store_true", help="print the figures as JSON")
    command.add_argument(
        "--record", metavar="FILE", type=Path, help="keep the figures, as data/gold/accuracy.json"
    )
    command.add_argument(
        "--date", type=date.fromisoformat, default=None, help="day of the measurement (today)"
    )
    command.set_defaults(run=_run)


def _run(gold: Path, build: Path, show: int, json: bool, record: Path | None, date: date | None) -> int:
    evaluation = evaluate(gold, build)
    measured_on = date or datetime.now(UTC).date()
    if json:
        print(dumps(describe(evaluation, measured_on=measured_on), indent=1))
    else:
        print(format_evaluation(evaluation, show=show))
    if record is not None:
        changed = record_accuracy(evaluation, record, measured_on=measured_on)
        print(
            f"{record}: {'written' if changed else 'the same figures as before, date kept'}", file=sys.stderr
        )
    return 0
