"""A corpus of articles to its tables: each article in turn, and what spans articles in between."""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from tqdm import tqdm

from .annotate import Language
from .articles import RawArticle
from .corrections import Correction, Outcome, apply_corrections
from .extract.event_dates import find_event_dates, link_events
from .extract.linking import link_mentions
from .extract.mentions import find_mentions
from .extract.own_words import find_own_words, quoted_authors
from .extract.passages import ArticleText, find_passages, hash_words, number_words
from .extract.positions import find_positions
from .extract.quotation_marks import Quotation, find_quotations
from .extract.sections import find_sections
from .extract.sentences import split_sentences
from .extract.speakers import resolve_across
from .extract.statements import find_statements
from .extract.unnamed_speakers import Saying, collect_sayings, describe_speakers, infer_speakers
from .extract.words import count_words, count_words_apart, find_scope, join_spans, read_words
from .extract.zone_facts import find_zone_facts
from .knowledge import Knowledge
from .knowledge.cues import Cues
from .knowledge.propositions import proposition_rows
from .records import Article, Cue, Entity, Mention, Outlet, Passage, SectionSpan, Statement
from .spool import Spool
from .tables import open_tables
from .text_policy import TextPolicy, passage_text, statement_content
from .wording import fold

BAR = "{percentage:3.0f}%|{bar}| {elapsed}<{remaining}"
_ID = Mention._fields.index("entity_id")
RENEW = 20_000  # articles after which the tokenizer is made anew

Row = TypeVar("Row", bound=tuple)

Rows = dict[str, list[tuple]]
"""Rows by the name of their table."""

Ids = Mapping[tuple[str, str], str]
"""The entity_id that each pair of entity type and preliminary id came to have."""


class Written(NamedTuple):
    """What went into the tables: rows of each, words, and what became of the corrections."""

    counts: dict[str, int]
    n_tokens: int
    corrections: list[Outcome]


class Speakers(NamedTuple):
    """What the whole corpus tells of who spoke."""

    by_office: dict[str, Statement]  # statements by an office whose holder is known
    likely: dict[str, str]  # the likely speaker of statements by somebody unnamed
    unnamed: dict[str, Entity]  # a row for each unnamed speaker


class Reading(NamedTuple):
    """The structure of an article and the names in it."""

    sections: list[tuple[int, int, str]]
    sentences: list[tuple[int, int]]
    quotations: list[Quotation]
    mentions: list[Mention]


def write_tables(
    articles: Sequence[RawArticle],
    folder: Path,
    *,
    nlp: Language,
    renew: Callable[[], Language],
    knowledge: Knowledge,
    policy: TextPolicy,
    corrections: Sequence[Correction] = (),
) -> Written:
    """Write every table into the folder. `articles` are sorted by article_id, and so are the rows.

    `renew` makes the tokenizer anew: it keeps every word that it has met.
    """
    with ExitStack() as stack:
        bar = stack.enter_context(tqdm(total=3 * len(articles), disable=None, bar_format=BAR))
        readings = stack.enter_context(Spool(folder, pack=_pack_reading, unpack=_unpack_reading))
        reports = stack.enter_context(Spool(folder, pack=_pack, unpack=partial(_unpack, Statement)))
        counted = stack.enter_context(Spool(folder))
        tables = stack.enter_context(open_tables(folder))
        read = _read_articles(articles, nlp=nlp, renew=renew, knowledge=knowledge)
        entities = _read_names(read, readings, knowledge=knowledge, bar=bar)
        known = {**knowledge.entities, **entities}
        speakers = _read_statements(articles, readings, reports, known=known, knowledge=knowledge, bar=bar)
        known |= speakers.unnamed
        kept = _Kept.empty()
        authors = {fold(article.author): article.article_id for article in articles if article.author}
        names = {entity_id: entity.name for entity_id, entity in known.items()} if authors else {}
        for article, reading, statements in zip(articles, readings, reports, strict=True):
            statements = [_with_speaker(s, speakers) for s in statements]
            scope = join_spans(article.text, find_scope(reading.sections))
            words = read_words(article.text, scope)
            rows = _find_rows(article, reading, statements, n_tokens=len(words), knowledge=knowledge)
            rows, outcomes = _correct(rows, article, reading, corrections, known=known, knowledge=knowledge)
            known |= _added_entities(rows["mentions"], known)
            kept.outcomes.update((outcome.correction, outcome) for outcome in outcomes)
            kept.quoted.extend(quoted_authors(rows["statements"], authors, names))
            kept.take(article, reading, rows, scope=scope, words=words)
            counted.add(count_words(words))
            for name, found in _under_policy(rows, article.text, policy).items():
                (kept.rows[name].extend if name in kept.rows else tables[name].add)(found)
            bar.update()
        settled = _settle(articles, kept, known=known, knowledge=knowledge, policy=policy)
        for name, found in settled.items():
            tables[name].add(found)
        for columns in _word_columns(articles, counted, kept.scopes, settled["passages"]):
            tables["words"].add_columns(columns)
    counts = {name: table.n_rows for name, table in tables.items()}
    missed = [_missed(correction) for correction in corrections if correction not in kept.outcomes]
    n_tokens = sum(article.n_tokens for article in kept.rows["articles"])
    return Written(counts, n_tokens, [*kept.outcomes.values(), *missed])


def _pack(rows: Iterable[tuple]) -> list[tuple]:
    """The columns of some records: the spool keeps them, and makes rows of them, faster than records."""
    return list(zip(*rows, strict=True))


def _unpack(record: type[Row], columns: Iterable[Sequence]) -> list[Row]:
    """The records again, made as `record._make` does but without its check of their length."""
    return list(map(partial(tuple.__new__, record), zip(*columns, strict=True)))


def _pack_reading(reading: Reading) -> tuple:
    return (*reading[:2], _pack(reading.quotations), _pack(reading.mentions))


def _unpack_reading(packed: tuple) -> Reading:
    *spans, quotations, mentions = packed
    return Reading(*spans, _unpack(Quotation, quotations), _unpack(Mention, mentions))


def _with_ids(ids: Ids, reading: Reading) -> Reading:
    """The reading with the final ids of its mentions."""
    mentions = [_with_id(m, ids[m.entity_type, m.entity_id]) for m in reading.mentions]
    return reading._replace(mentions=mentions)


def _with_id(mention: Mention, entity_id: str) -> Mention:
    """The mention of an entity; most have its id already, and `_replace` takes twice the time."""
    if mention.entity_id == entity_id:
        return mention
    return Mention(*mention[:_ID], entity_id, *mention[_ID + 1 :])


class _Kept(NamedTuple):
    """What has to be known of every article before the last tables can be written."""

    rows: Rows  # of tables that wait for the whole corpus
    outcomes: dict[Correction, Outcome]
    used: set[str]  # every entity that a row speaks of
    scopes: dict[str, list[tuple[int, int]]]
    shingles: dict[str, np.ndarray]
    numbers: defaultdict[str, int]  # of words, for the shingles
    quoted: list[tuple[Statement, str]]  # statements by the author of another article
    own_sentences: dict[str, list[tuple[int, int]]]  # of the articles with an author

    @classmethod
    def empty(cls) -> "_Kept":
        return cls({"articles": [], "event_dates": []}, {}, set(), {}, {}, number_words(), [], {})

    def take(
        self,
        article: RawArticle,
        reading: Reading,
        rows: Rows,
        *,
        scope: list[tuple[int, int]],
        words: list[str],
    ) -> None:
        """Keep what is needed of one article."""
        self.used.update(_used_ids(rows))
        self.scopes[article.article_id] = scope
        self.shingles[article.article_id] = hash_words(words, self.numbers)
        if article.author:
            self.own_sentences[article.article_id] = reading.sentences


# Names


def _read_articles(
    articles: Iterable[RawArticle], *, nlp: Language, renew: Callable[[], Language], knowledge: Knowledge
) -> Iterator[Reading]:
    for number, article in enumerate(articles, start=1):
        yield _read(article, nlp=nlp, knowledge=knowledge)
        if number % RENEW == 0:
            # nlp.memory_zone() would do the same, but the tokenizer is four times slower inside it.
            nlp = renew()


def _read_names(
    read: Iterable[Reading], readings: Spool[Reading], *, knowledge: Knowledge, bar: tqdm
) -> dict[str, Entity]:
    """Put every article into the spool, with the final ids of its names; return the entities they name."""
    names: dict[tuple[str, str, str], Mention] = {}
    for reading in read:
        names |= {(m.entity_type, m.entity_id, m.text): m for m in reading.mentions}
        readings.add(reading)
        bar.update()
    linked, entities = link_mentions(list(names.values()), knowledge)
    ids = {(m.entity_type, m.entity_id): new.entity_id for m, new in zip(names.values(), linked, strict=True)}
    readings.change(partial(_with_ids, ids))
    return {entity.entity_id: entity for entity in entities}


def _read(article: RawArticle, *, nlp: Language, knowledge: Knowledge) -> Reading:
    """The structure of an article and its names with preliminary ids."""
    sections = find_sections(
        article.text, title=article.title, author=article.author, boilerplate=knowledge.boilerplate
    )
    scope = find_scope(sections)
    quotations = find_quotations(article.text, scope)
    sentences = split_sentences(article.text, scope, quotations=quotations)
    mentions = find_mentions(
        article.text,
        nlp,
        article_id=article.article_id,
        sections=sections,
        sentences=sentences,
        knowledge=knowledge,
    )
    return Reading(sections, sentences, quotations, mentions)


# Statements, and what rests on them


def _read_statements(
    articles: Sequence[RawArticle],
    readings: Spool[Reading],
    reports: Spool[list[Statement]],
    *,
    known: Mapping[str, Entity],
    knowledge: Knowledge,
    bar: tqdm,
) -> Speakers:
    """Read the statements of every article into `reports`; return what the whole corpus tells of them."""
    by_role: list[Statement] = []
    holders: list[Mention] = []
    sayings: list[Saying] = []
    unnamed: dict[str, Entity] = {}
    everybody = ChainMap(unnamed, known)
    for article, reading in zip(articles, readings, strict=True):
        statements = find_statements(
            article.text,
            article,
            sections=[SectionSpan(article.article_id, *span) for span in reading.sections],
            sentences=reading.sentences,
            quotations=reading.quotations,
            mentions=reading.mentions,
            knowledge=knowledge,
        )
        reports.add(statements)
        by_role += [s for s in statements if s.speaker_basis == "role"]
        holders += _bodies_and_people(reading.mentions)
        unnamed |= describe_speakers(statements, everybody, knowledge)
        sayings += collect_sayings(statements, reading.mentions)
        bar.update()
    speakers = {s.statement_id: s for s in resolve_across(by_role, holders, knowledge)}
    countries = {entity_id: entity.country for entity_id, entity in everybody.items()}
    return Speakers(speakers, infer_speakers(sayings, countries), unnamed)


def _with_speaker(statement: Statement, speakers: Speakers) -> Statement:
    statement = speakers.by_office.get(statement.statement_id, statement)
    likely = speakers.likely.get(statement.statement_id)
    return statement._replace(speaker_likely=likely) if likely else statement


def _bodies_and_people(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that can tell who holds an office: bodies, and people named right after them."""
    return [
        mention
        for before, mention in zip([None, *mentions], mentions, strict=False)
        if mention.entity_type == "ORG" or (before is not None and before.entity_type == "ORG")
    ]


def _find_rows(
    article: RawArticle,
    reading: Reading,
    statements: list[Statement],
    *,
    n_tokens: int,
    knowledge: Knowledge,
) -> Rows:
    """The rows of one article in every table that has some, with texts in full."""
    text, article_id = article.text, article.article_id
    options = {
        "sentences": reading.sentences,
        "mentions": reading.mentions,
        "statements": statements,
        "knowledge": knowledge,
    }
    return {
        "articles": [_article_row(article, reading, n_tokens)],
        "sections": [SectionSpan(article_id, *span) for span in reading.sections],
        "mentions": reading.mentions,
        "statements": statements,
        "positions": find_positions(text, article, **options),
        "zone_facts": find_zone_facts(text, article, **options),
        "event_dates": find_event_dates(text, article, **options),
    }


def _article_row(article: RawArticle, reading: Reading, n_tokens: int) -> Article:
    fields = article._asdict()
    return Article(
        **{name: fields[name] for name in Article._fields if name in fields},
        n_tokens=n_tokens,
        n_sentences=len(reading.sentences),
        n_chars=len(article.text),
    )


def _correct(
    rows: Rows,
    article: RawArticle,
    reading: Reading,
    corrections: Iterable[Correction],
    *,
    known: Mapping[str, Entity],
    knowledge: Knowledge,
) -> tuple[Rows, list[Outcome]]:
    """The rows of an article with the corrections that are meant for it, or for all articles."""
    own = [correction for correction in corrections if correction.article_id in ("", article.article_id)]
    if not own:
        return rows, []
    return apply_corrections(
        rows,
        own,
        {article.article_id: article.text},
        entity_types={entity_id: entity.type for entity_id, entity in known.items()},
        sentences={article.article_id: reading.sentences},
        propositions=knowledge.propositions.by_id,
        lemmas={form: readings[0].verb.lemma for form, readings in knowledge.cues.forms.items()},
    )


def _added_entities(mentions: Iterable[Mention], known: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities that a correction has brought in, by the name that they have in the text."""
    return {
        m.entity_id: Entity(m.entity_id, m.text, m.entity_type, "", "")
        for m in mentions
        if m.entity_id not in known
    }


def _missed(correction: Correction) -> Outcome:
    return Outcome(correction, f"no article {correction.article_id!r} in the corpus")


def _under_policy(rows: Rows, text: str, policy: TextPolicy) -> Rows:
    """The rows with as much of the article's text as the policy lets the tables hold."""
    return rows | {
        "articles": [row._replace(text=text if policy == "full" else None) for row in rows["articles"]],
        "statements": [
            row._replace(content=statement_content(row.content, kind=row.kind, policy=policy))
            for row in rows["statements"]
        ],
        "positions": _with_passages(rows["positions"], text, policy),
        "zone_facts": _with_passages(rows["zone_facts"], text, policy),
    }


def _with_passages(rows: Iterable[Passage], text: str, policy: TextPolicy) -> list[Passage]:
    return [row._replace(text=passage_text(text[row.start : row.end], policy=policy)) for row in rows]


# What spans articles


def _settle(
    articles: Sequence[RawArticle],
    kept: _Kept,
    *,
    known: Mapping[str, Entity],
    knowledge: Knowledge,
    policy: TextPolicy,
) -> Rows:
    """The rows of the tables that only the whole corpus gives."""
    dated = sorted(articles, key=lambda article: (article.published or "9999", article.article_id))
    scoped = [ArticleText(a.article_id, a.outlet_id, a.text, kept.scopes[a.article_id]) for a in dated]
    texts = {article.article_id: article.text for article in articles}
    own_words = find_own_words(kept.quoted, texts, kept.own_sentences, list(knowledge.hedges))
    passages = [*find_passages(scoped, [kept.shingles[a.article_id] for a in dated]), *own_words]
    dates = link_events(kept.rows["event_dates"], knowledge)
    return {
        "articles": kept.rows["articles"],
        "outlets": _outlet_rows(articles, knowledge),
        "entities": [_entity_row(known[entity_id]) for entity_id in sorted(kept.used & known.keys())],
        "passages": [row._replace(text=passage_text(row.text, policy=policy)) for row in passages],
        "event_dates": sorted(dates, key=lambda row: (row.article_id, row.start, row.end)),
        "propositions": proposition_rows(knowledge.propositions),
        "cues": _cue_rows(knowledge.cues),
    }


def _word_columns(
    articles: Sequence[RawArticle],
    counted: Iterable[tuple[list[str], list[int]]],
    scopes: Mapping[str, list[tuple[int, int]]],
    passages: Iterable[Passage],
) -> Iterator[tuple[Iterable, ...]]:
    """Yield the words of every article as columns, counted apart where the article has passages."""
    spans = defaultdict(list)
    for passage in passages:
        spans[passage.article_id].append((passage.start, passage.end))
    for article, (words, counts) in zip(articles, counted, strict=True):
        article_id = article.article_id
        if article_id in spans:
            apart = count_words_apart(article.text, scopes[article_id], spans[article_id])
            yield repeat(article_id, len(apart)), *zip(*apart, strict=True)
        else:
            yield repeat(article_id, len(words)), words, counts, repeat(None, len(words))


def _used_ids(rows: Rows) -> set[str]:
    """Every entity that a row speaks of."""
    used = {mention.entity_id for mention in rows["mentions"]}
    for row in rows["statements"]:
        used |= {*row.speaker_ids, *row.reported_by, row.medium_id, row.speaker_likely}
    for row in rows["positions"]:
        used |= {*row.actor_ids}
    for row in rows["zone_facts"]:
        used |= {row.zone_id, *row.actor_ids, *row.proposed_by, *row.place_ids}
    for row in rows["event_dates"]:
        used |= {*row.entity_ids}
    return used - {""}


def _entity_row(entity: Entity) -> Entity:
    return Entity(entity.entity_id, entity.name, entity.type, entity.country, entity.role)


def _outlet_rows(articles: Iterable[RawArticle], knowledge: Knowledge) -> list[Outlet]:
    """A row for each outlet: what the manifest says first, then what is known of it."""
    rows: dict[str, Outlet] = {}
    for article in articles:
        outlet_id = article.outlet_id
        row = rows.get(outlet_id) or knowledge.outlets.get(outlet_id) or Outlet(outlet_id, "", "", "")
        rows[outlet_id] = Outlet(
            outlet_id,
            article.outlet or row.name or outlet_id,
            article.outlet_country or row.country,
            article.outlet_kind or row.kind,
        )
    return [rows[outlet_id] for outlet_id in sorted(rows)]


def _cue_rows(cues: Cues) -> list[Cue]:
    verbs = sorted(cues.verbs.values(), key=lambda verb: verb.lemma)
    return [Cue(verb.lemma, verb.tone, verb.reason) for verb in verbs]
