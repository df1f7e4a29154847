"""Seconds that finding shared passages takes as the corpus doubles.

    .venv/bin/python benchmarks/passages_growth.py [--up-to 16000]

The articles are random words over a vocabulary like that of news; every fifth carries one
agency text, every hundredth the whole of another article, as reprints do.
"""

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from analysis.extract.passages import ArticleText, find_passages

WORDS = 450
OUTLETS = 40


def make_articles(n_articles: int) -> list[ArticleText]:
    """Return articles with reprints among them, the same for the same number."""
    draw = random.Random(n_articles)
    vocabulary = [f"w{n}" for n in range(30_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    pool = draw.choices(vocabulary, weights, k=1_000_000)
    articles: list[ArticleText] = []
    for number in range(n_articles):
        start = draw.randrange(len(pool) - WORDS)
        words = draw.sample(pool[start : start + WORDS], WORDS)
        if number % 5 == 0:
            words[100:100] = pool[number // 500 * 60 : number // 500 * 60 + 60]
        text = " ".join(words)
        if number % 100 == 99:
            text = articles[draw.randrange(number)].text
        articles.append(ArticleText(f"a{number:06d}", f"o{number % OUTLETS}", text, [(0, len(text))]))
    return articles


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--up-to", type=int, default=16_000)
    n_articles = 1_000
    arguments = parser.parse_args()
    print(f"{'articles':>9} {'words':>12} {'seconds':>9} {'µs/word':>9} {'passages':>9}")
    while n_articles <= arguments.up_to:
        articles = make_articles(n_articles)
        n_words = sum(article.text.count(" ") + 1 for article in articles)
        start = time.process_time()
        passages = find_passages(articles)
        seconds = time.process_time() - start
        each = seconds / n_words * 1e6
        print(f"{n_articles:>9,} {n_words:>12,} {seconds:>9.2f} {each:>9.2f} {len(passages):>9,}")
        n_articles *= 2


if __name__ == "__main__":
    main()
