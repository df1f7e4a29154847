"""What an analyst's propositions catch in a folder of articles, printed with the sentences."""

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from .knowledge import KNOWLEDGE
from .problems import InputError, Problem

FILES = ("propositions.csv", "proposition_parts.csv", "proposition_words.csv")

_SENTENCE_END = re.compile(r"[.!?…][”\"’']?(?=\s+[A-Z“\"‘])|\n")


def try_propositions(folder: Path, articles: Path, *, knowledge: Path = KNOWLEDGE) -> Iterator[str]:
    """Yield lines: every proposition with the passages that take a stance on it.

    `folder` holds any of the proposition files, which take the place of those of the knowledge
    folder; a single file will do, too.
    """
    from .build import build  # the rest of the command line works without spaCy

    with tempfile.TemporaryDirectory() as temporary:
        mixed = Path(temporary) / "knowledge"
        shutil.copytree(knowledge, mixed)
        for path in _files(folder):
            shutil.copy(path, mixed / path.name)
        out = Path(temporary) / "tables"
        corrections = Path(temporary) / "corrections.csv"
        corrections.write_text("article_id,start,end,text,table,change,value,reason\n", encoding="utf-8")
        build(articles, out, text="full", knowledge_folder=mixed, corrections=corrections)
        yield from _lines(out)


def _files(folder: Path) -> list[Path]:
    """The proposition files to try."""
    found = [folder] if folder.is_file() else [folder / name for name in FILES if (folder / name).is_file()]
    if not found or any(path.name not in FILES for path in found):
        raise InputError(
            [Problem(folder.name, None, f"expected one of {', '.join(FILES)} or a folder of them")]
        )
    return found


def _lines(tables: Path) -> Iterator[str]:
    """What the positions table of a build says, with speakers and sentences."""
    rows = {
        name: pq.read_table(tables / f"{name}.parquet").to_pylist()
        for name in ("propositions", "positions", "statements", "articles")
    }
    texts = {article["article_id"]: article["text"] for article in rows["articles"]}
    speakers = {s["statement_id"]: s["speaker_text"] or "nobody named" for s in rows["statements"]}
    for proposition in rows["propositions"]:
        mine = [p for p in rows["positions"] if p["proposition_id"] == proposition["proposition_id"]]
        yield f"{proposition['proposition_id']}: {proposition['description'] or proposition['name']}"
        yield f"  {len(mine)} passages of {len(rows['statements'])} statements"
        for p in mine:
            who = speakers.get(p["statement_id"]) or ", ".join(p["actor_ids"])
            yield f"  {p['stance']} ({p['confidence']}, {p['rule']}) {p['article_id']}:{p['start']}, {who}"
            yield f"    {_in_sentence(texts[p['article_id']], p['start'], p['end'])}"
        yield ""


def _in_sentence(text: str, start: int, end: int) -> str:
    """The sentence around a passage, the passage in square brackets."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((e for e in ends if e <= start), default=0)
    last = min((e for e in ends if e >= end), default=len(text))
    return " ".join(f"{text[first:start]}[{text[start:end]}]{text[end:last]}".split())


def add_propositions(commands: argparse._SubParsersAction) -> None:
    """Add `propositions FOLDER --articles DIR` to the command line."""
    command = commands.add_parser("propositions", help="print what propositions catch in articles")
    command.add_argument(
        "folder", metavar="FOLDER", type=Path, help=f"folder with {', '.join(FILES)}, or one of these files"
    )
    command.add_argument(
        "--articles", metavar="DIR", type=Path, required=True, help="articles to try them on"
    )
    command.add_argument("--knowledge", metavar="DIR", type=Path, default=KNOWLEDGE)
    command.set_defaults(run=_run)


def _run(folder: Path, articles: Path, knowledge: Path) -> int:
    for line in try_propositions(folder, articles, knowledge=knowledge):
        print(line)
    return 0
