"""Articles to a folder of tables."""

import gc
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from .annotate import Language, load_nlp
from .articles import MANIFEST, RawArticle, read_articles, unknown_columns, unlisted_files
from .corpus_tables import Written, write_tables
from .corrections import Outcome, read_corrections
from .knowledge import KNOWLEDGE, read_knowledge
from .output_folder import BUILD_FILE, check_replaceable, new_folder
from .problems import InputError, Problem
from .text_policy import TextPolicy

FORMAT = 1
CORRECTIONS = KNOWLEDGE.parent / "corrections.csv"
ACCURACY = KNOWLEDGE.parent / "gold" / "accuracy.json"
PACKAGES = ("pyarrow", "spacy")


class Summary(NamedTuple):
    """What a build made: rows of each table, words, fate of corrections, what was not read, seconds."""

    counts: dict[str, int]
    n_tokens: int
    corrections: list[Outcome]
    unlisted: list[str]
    unread: list[str]
    seconds: float


@contextmanager
def _few_collections() -> Iterator[None]:
    """Keep the garbage collector from walking through the knowledge base again and again."""
    thresholds = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


@_few_collections()
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

    InputError names every fault of the articles, of the knowledge base, of the corrections and of `out`.
    """
    started = time.perf_counter()
    problems: list[Problem] = []
    knowledge = read_knowledge(knowledge_folder, problems)
    articles = read_articles(articles_folder, problems)
    overrides = read_corrections(corrections, problems)
    check_replaceable(out, problems)
    if not articles and not problems:
        problems.append(Problem(MANIFEST, None, "no article is listed, expected one row a file"))
    if problems:
        raise InputError(problems)
    renew = partial(load_nlp, knowledge, model=model)
    nlp = _load(renew)
    gc.freeze()
    with new_folder(out) as folder:
        written = write_tables(
            articles,
            folder,
            nlp=nlp,
            renew=renew,
            knowledge=knowledge,
            policy=text,
            corrections=overrides,
        )
        about = _describe(articles, written, policy=text, model=model)
        (folder / BUILD_FILE).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    seconds = time.perf_counter() - started
    unlisted, unread = unlisted_files(articles_folder), unknown_columns(articles_folder)
    return Summary(*written, unlisted, unread, seconds)


def _load(load: Callable[[], Language]) -> Language:
    try:
        return load()
    except ValueError as error:
        raise InputError([Problem("--model", None, str(error))]) from error


def _describe(
    articles: Iterable[RawArticle], written: Written, *, policy: TextPolicy, model: str | None
) -> dict[str, object]:
    """What build.json says: nothing in it depends on when or where the build ran."""
    corpus = hashlib.sha256()
    for article in articles:
        corpus.update("\x1f".join(article._replace(text="")).encode())
    return {
        "format": FORMAT,
        "packages": {name: version(name) for name in PACKAGES},
        "model": model,
        "corpus_sha256": corpus.hexdigest(),
        "text": policy,
        "counts": written.counts,
        "n_tokens": written.n_tokens,
        "accuracy": json.loads(ACCURACY.read_bytes()) if ACCURACY.is_file() else None,
    }
