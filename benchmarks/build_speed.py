"""Tokens per second of the whole build against the blank spaCy tokenizer alone, in one run.

    .venv/bin/python benchmarks/build_speed.py ARTICLES [--copies 20] [--rounds 3]

It runs from the project folder; `taskset -c 1` before it keeps it on one core. ARTICLES is a folder
with a manifest articles.csv, as for `python -m analysis build`.

The articles are copied under new names until the corpus is large enough for the fixed
costs (reading the knowledge base, opening the tables) to be a small part, as they are on
a real corpus. Copies favour the tokenizer, which remembers every word that it has met: with a
folder of a hundred different articles or more, `--copies 1` is nearer to what a reader sees.
The build reads files, runs every rule and writes every table. Tokenizer and build take turns, and
the medians are printed with their ratio. Time is that of the processor, whatever else it does.
"""

import argparse
import csv
import statistics
import sys
import tempfile
import time
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).parents[1]))

from analysis.build import build


def copy_articles(articles: Path, folder: Path, *, copies: int) -> list[str]:
    """Write each article of a folder `copies` times with its manifest row; return the texts."""
    with (articles / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts, manifest = [], []
    for copy in range(copies):
        for row in rows:
            content = (articles / row["file"]).read_bytes()
            (folder / f"{copy:04d}-{row['file']}").write_bytes(content)
            texts.append(content.decode("utf-8"))
            manifest.append({**row, "file": f"{copy:04d}-{row['file']}"})
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(manifest)
    return texts


def time_tokenizer(texts: list[str]) -> tuple[int, float]:
    """Return the number of tokens and the seconds that the blank tokenizer takes."""
    nlp = spacy.blank("en")
    start = time.process_time()
    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    return tokens, time.process_time() - start


def time_build(folder: Path, out: Path) -> float:
    """Return the seconds of a whole build."""
    start = time.process_time()
    build(folder, out)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    tokenizer, whole = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        texts = copy_articles(arguments.articles, folder, copies=arguments.copies)
        for turn in range(arguments.rounds):
            tokens, seconds = time_tokenizer(texts)
            tokenizer.append(tokens / seconds)
            whole.append(tokens / time_build(folder, Path(name) / f"out-{turn}"))
    ratios = [build / blank for build, blank in zip(whole, tokenizer, strict=True)]
    print(f"{len(texts)} articles, {tokens:,} tokens, {arguments.rounds} rounds")
    print(f"tokenizer alone  {statistics.median(tokenizer):>10,.0f} tokens/s")
    print(f"whole build      {statistics.median(whole):>10,.0f} tokens/s")
    print(
        f"ratio            {statistics.median(ratios):>10.3f}  (from {min(ratios):.3f} to {max(ratios):.3f})"
    )


if __name__ == "__main__":
    main()
