"""Articles to the tables of the data contract."""

import hashlib
import importlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from .annotate import load_nlp
from .articles import RawArticle, read_articles, unlisted_files
from .extract.event_dates import find_event_dates, link_events
from .extract.passages import ArticleText, find_passages
from .extract.positions import find_positions
from .extract.quotation_marks import Quotation, find_quotations
from .extract.sections import find_sections
from .extract.sentences import split_sentences
from .extract.words import count_words, find_scope, read_words
from .knowledge import KNOWLEDGE, Knowledge, read_knowledge
from .output_folder import BUILD_FILE, check_replaceable, new_folder
from .problems import InputError, Problem
from .records import (
    Article,
    Entity,
    EventDate,
    Mention,
    Outlet,
    Passage,
    Position,
    PropositionRow,
    SectionSpan,
    Statement,
    Word,
    ZoneFact,
)
from .tables import write_table
from .text_policy import TextPolicy, passage_text, statement_content

FORMAT = 1
CORRECTIONS = KNOWLEDGE.parent / "corrections.csv"
ACCURACY = KNOWLEDGE.parent / "gold" / "accuracy.json"
PACKAGES = ("pyarrow", "spacy")
BATCH = 200


def _pending(module: str, name: str, default: Callable) -> Callable:
    try:
        return getattr(importlib.import_module(f"analysis.extract.{module}"), name)
    except (ModuleNotFoundError, AttributeError):
        return default


find_mentions = _pending("mentions", "find_mentions", lambda *a, **k: [])
link_mentions = _pending("linking", "link_mentions", lambda mentions, knowledge: (mentions, []))
find_statements = _pending("statements", "find_statements", lambda *a, **k: [])
resolve_across = _pending("speakers", "resolve_across", lambda statements, *a: statements)
find_zone_facts = _pending("zone_facts", "find_zone_facts", lambda *a, **k: [])


class Summary(NamedTuple):
    """What a build made: rows of each table, words counted, seconds, and files it was not told about."""

    counts: dict[str, int]
    n_tokens: int
    seconds: float
    unlisted: list[str]


class Reading(NamedTuple):
    """An article with its structure and its names."""

    article: RawArticle
    sections: list[tuple[int, int, str]]
    sentences: list[tuple[int, int]]
    quotations: list[Quotation]
    mentions: list[Mention]


def build(
    articles_folder: Path,
    out: Path,
    *,
    text: TextPolicy = "quotations",
    knowledge_folder: Path = KNOWLEDGE,
    model: str | None = None,
    corrections: Path = CORRECTIONS,
) -> Summary:
    """Read the articles of a folder and write their tables to `out`, whole or not at all.

    InputError names every fault of the articles, of the knowledge base and of `out`.
    """
    started = time.perf_counter()
    problems: list[Problem] = []
    knowledge = read_knowledge(knowledge_folder, problems)
    articles = read_articles(articles_folder, problems)
    check_replaceable(out, problems)
    if problems:
        raise InputError(problems)
    nlp = load_nlp(knowledge, model=model)
    with new_folder(out) as folder:
        counts, n_tokens = _write_tables(articles, folder, nlp=nlp, knowledge=knowledge, policy=text)
        about = _describe(articles, counts, n_tokens, policy=text, model=model)
        (folder / BUILD_FILE).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    seconds = time.perf_counter() - started
    return Summary(counts, n_tokens, seconds, unlisted_files(articles_folder))


def _write_tables(articles, folder, *, nlp, knowledge, policy):
    readings = list(_read(articles, nlp=nlp, knowledge=knowledge))
    mentions, entities = link_mentions([m for r in readings for m in r.mentions], knowledge)
    by_article: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article_id, []).append(mention)
    readings = [r._replace(mentions=by_article.get(r.article.article_id, [])) for r in readings]
    by_statements = [_statements(r, knowledge) for r in readings]
    statements = resolve_across([s for ss in by_statements for s in ss], mentions, knowledge)
    by_article = {}
    for statement in statements:
        by_article.setdefault(statement.article_id, []).append(statement)
    positions, facts, dates, words, rows, n_tokens = [], [], [], [], [], 0
    for r in readings:
        found = by_article.get(r.article.article_id, [])
        options = dict(sentences=r.sentences, mentions=r.mentions, statements=found, knowledge=knowledge)
        positions += find_positions(r.article.text, r.article, **options)
        facts += find_zone_facts(r.article.text, r.article, **options)
        dates += find_event_dates(r.article.text, r.article, **options)
        tokens = read_words(r.article.text, find_scope(r.sections))
        words += [Word(r.article.article_id, word, n) for word, n in count_words(tokens)]
        rows.append(_article_row(r, len(tokens), policy))
        n_tokens += len(tokens)
    dates = link_events(dates, knowledge)
    dated = sorted(readings, key=lambda r: (r.article.published or "9999", r.article.article_id))
    passages = find_passages(
        [
            ArticleText(r.article.article_id, r.article.outlet_id, r.article.text, find_scope(r.sections))
            for r in dated
        ]
    )
    texts = {r.article.article_id: r.article.text for r in readings}
    tables = {
        Article: rows,
        Outlet: _outlets(articles, knowledge),
        Entity: _entities(entities, statements, positions, facts, dates, knowledge),
        SectionSpan: [SectionSpan(r.article.article_id, *span) for r in readings for span in r.sections],
        Mention: mentions,
        Statement: [
            s._replace(content=statement_content(s.content, kind=s.kind, policy=policy)) for s in statements
        ],
        Position: _with_text(positions, texts, policy),
        ZoneFact: _with_text(facts, texts, policy),
        Passage: _with_text(passages, texts, policy),
        EventDate: dates,
        PropositionRow: [],
        Word: words,
    }
    from .records import TABLES

    counts = {
        name: write_table(tables[record], folder / f"{name}.parquet", record=record)
        for name, record in TABLES.items()
    }
    return counts, n_tokens


def _with_text(rows, texts, policy):
    return [r._replace(text=passage_text(texts[r.article_id][r.start : r.end], policy=policy)) for r in rows]


def _entities(entities, statements, positions, facts, dates, knowledge):
    used = {i for s in statements for i in (*s.speaker_ids, *s.reported_by, s.medium_id, s.speaker_likely)}
    used |= {i for p in positions for i in p.actor_ids}
    used |= {i for f in facts for i in (*f.actor_ids, *f.proposed_by, *f.place_ids)}
    used |= {i for d in dates for i in d.entity_ids}
    known = {e.entity_id: e for e in entities}
    for i in used:
        if i in knowledge.entities and i not in known:
            e = knowledge.entities[i]
            known[i] = Entity(e.entity_id, e.name, e.type, e.country, e.role)
    return [known[i] for i in sorted(known)]


def _outlets(articles: list[RawArticle], knowledge: Knowledge) -> list[Outlet]:
    outlets: dict[str, Outlet] = {}
    for a in articles:
        known = knowledge.outlets.get(a.outlet_id)
        outlets.setdefault(
            a.outlet_id,
            Outlet(
                a.outlet_id,
                a.outlet or (known.name if known else a.outlet_id),
                a.outlet_country or (known.country if known else ""),
                a.outlet_kind or (known.kind if known else ""),
            ),
        )
    return [outlets[i] for i in sorted(outlets)]


def _article_row(r: Reading, n_tokens: int, policy: TextPolicy) -> Article:
    a = r.article
    return Article(
        a.article_id,
        a.outlet_id,
        a.title,
        a.author,
        a.published,
        a.published_precision,
        a.published_basis,
        a.url,
        n_tokens,
        len(r.sentences),
        len(a.text),
        a.sha256,
        a.text if policy == "full" else None,
    )


def _statements(r: Reading, knowledge: Knowledge) -> list[Statement]:
    return find_statements(
        r.article.text,
        r.article,
        sections=r.sections,
        sentences=r.sentences,
        quotations=r.quotations,
        mentions=r.mentions,
        knowledge=knowledge,
    )


def _read(articles: Iterable[RawArticle], *, nlp, knowledge: Knowledge) -> Iterator[Reading]:
    for article in tqdm(articles, disable=None, unit="article"):
        text = article.text
        sections = find_sections(
            text, title=article.title, author=article.author, boilerplate=knowledge.boilerplate
        )
        scope = find_scope(sections)
        quotations = find_quotations(text, scope)
        sentences = split_sentences(text, scope, quotations=quotations)
        mentions = find_mentions(
            text,
            nlp,
            article_id=article.article_id,
            sections=sections,
            sentences=sentences,
            knowledge=knowledge,
        )
        yield Reading(article, sections, sentences, quotations, mentions)


def _describe(articles, counts, n_tokens, *, policy, model) -> dict[str, object]:
    corpus = hashlib.sha256()
    for article in articles:
        corpus.update("\x1f".join((*article[:-2], article.sha256)).encode())
    return {
        "format": FORMAT,
        "packages": {name: version(name) for name in PACKAGES},
        "model": model,
        "corpus_sha256": corpus.hexdigest(),
        "text": policy,
        "counts": counts,
        "n_tokens": n_tokens,
        "accuracy": json.loads(ACCURACY.read_bytes()) if ACCURACY.is_file() else None,
    }
