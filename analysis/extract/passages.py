"""Passages: runs of words that articles of two or more outlets share.

Every run of SHINGLE words is hashed and pointed at the first article that has it, so the work
grows with the number of words and not with the number of pairs of articles. Two articles
that hashes bring together are then aligned along them (after Broder, "On the resemblance and
containment of documents", 1997).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from ..records import Passage
from .words import find_words, read_words

SHINGLE = 5  # words that are hashed together
GAP = 8  # words that an edit may put in, take out or change
MIN_WORDS = 12  # shared words; titles and set phrases are shorter
MIN_SHINGLES = 3  # that bring two articles together
MIN_SHARE = 0.5  # of the words of a run are in hashes that both articles have
COPY_SIMILARITY = 0.95  # a copy differs in a few words at most
SAME_PLACE = 0.5  # runs of one article that overlap by this much are one passage

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


class ArticleText(NamedTuple):
    """What passages are looked for in: the spans of an article that count."""

    article_id: str
    outlet_id: str
    text: str
    scope: list[tuple[int, int]]


class Run(NamedTuple):
    """Words that an article shares with an earlier one, as word indices; `matched` are in hashes of both."""

    first: int  # index of the earlier article
    first_start: int
    first_end: int
    later: int
    start: int
    end: int
    matched: int

    @property
    def share(self) -> float:
        return 2 * self.matched / (self.first_end - self.first_start + self.end - self.start)


Group = list[Run]
Shared = list[tuple[int, int]]  # (word, hash) of what an article shares with other outlets, in order
Shingles = list[np.ndarray]  # of every article, the hash of the run of words that begins at each word


def find_passages(articles: Sequence[ArticleText], shingles: Shingles | None = None) -> list[Passage]:
    """The passages that two or more outlets share; `articles` are in order of publication.

    The first member of a group is the earliest, the similarity of the others is to that one.
    `shingles` are the hashes of the articles where these are known already.
    """
    outlets = [article.outlet_id for article in articles]
    shingles = hash_shingles(articles) if shingles is None else shingles
    shared, pairs = find_candidates(shingles, outlets)
    runs = align(shared, pairs)
    groups = [group for group in group_runs(runs) if _has_outlets(group, outlets)]
    return _passages(groups, articles)


def hash_shingles(articles: Iterable[ArticleText]) -> Shingles:
    """The hashes of each article."""
    numbers = number_words()
    return [hash_words(read_words(article.text, article.scope), numbers) for article in articles]


def number_words() -> defaultdict[str, int]:
    """Numbers for words as they appear, so that a hash is the same in every run."""
    return defaultdict(count(1).__next__)


def hash_words(words: Sequence[str], numbers: defaultdict[str, int]) -> np.ndarray:
    """The hash of every run of SHINGLE words."""
    ids = np.fromiter(map(numbers.__getitem__, words), np.uint64, len(words))
    hashes = np.zeros(max(len(ids) - SHINGLE + 1, 0), np.uint64)
    for offset in range(SHINGLE):
        hashes = (hashes ^ ids[offset : offset + len(hashes)]) * _FACTOR
        hashes ^= hashes >> np.uint64(29)
    return hashes


def find_candidates(shingles: Shingles, outlets: Sequence[str]) -> tuple[list[Shared], list[tuple[int, int]]]:
    """The hashes of each article that several outlets have, and pairs (first, later) of articles.

    A hash makes pairs with the first article that has it only, so that there are
    no more of them than there are words.
    """
    lengths = [len(hashes) for hashes in shingles]
    if not sum(lengths):
        return [], []
    hashes = np.concatenate(shingles)
    article = np.repeat(np.arange(len(shingles), dtype=np.int32), lengths)
    order = np.argsort(hashes, kind="stable")
    order = order[_repeated(hashes[order])]
    if not len(order):
        return [[] for _ in shingles], []
    begins = np.flatnonzero(np.diff(hashes[order], prepend=~hashes[order[:1]]))
    sizes = np.diff(begins, append=len(order))
    outlet = np.unique(outlets, return_inverse=True)[1][article[order]]
    several = np.minimum.reduceat(outlet, begins) < np.maximum.reduceat(outlet, begins)
    first = np.repeat(article[order[begins]], sizes)
    kept = np.repeat(several, sizes)
    pairs = np.stack([first[kept], article[order][kept]])
    found, counts = np.unique(pairs[:, pairs[0] < pairs[1]], axis=1, return_counts=True)
    enough = found[:, counts >= MIN_SHINGLES].T
    return _split_shared(hashes, order[kept], article, lengths), [(int(a), int(b)) for a, b in enough]


def _repeated(ordered: np.ndarray) -> np.ndarray:
    """Which of the ordered values occur more than once; most do not, and need no more memory."""
    again = ordered[1:] == ordered[:-1]
    return np.concatenate([again, [False]]) | np.concatenate([[False], again])


def _split_shared(
    hashes: np.ndarray, places: np.ndarray, article: np.ndarray, lengths: list[int]
) -> list[Shared]:
    """The (word, hash) pairs of every article, of the hashes that stand at `places`."""
    places = np.sort(places)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    words = places - offsets[article[places]]
    bounds = np.searchsorted(places, offsets)
    return [
        list(zip(words[start:end].tolist(), hashes[places[start:end]].tolist(), strict=True))
        for start, end in pairwise(bounds)
    ]


def align(shared: Sequence[Shared], pairs: Iterable[tuple[int, int]]) -> list[Run]:
    """The runs of words that the articles of each pair have in common, small edits bridged."""
    runs = []
    for first, group in groupby(pairs, key=itemgetter(0)):
        places = defaultdict(list)
        for word, value in shared[first]:
            places[value].append(word)
        for _, later in group:
            chains = _chain(shared[later], places)
            runs += [run for chain in chains if (run := _run(first, later, chain))]
    return runs


def _chain(shared: Shared, places: Mapping[int, list[int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield chains of equal shingles (word of the later article, word of the first) that gaps keep apart."""
    chain: list[tuple[int, int]] = []
    for word, value in shared:
        if value not in places:
            continue
        if chain:
            last, first_last = chain[-1]
            reach = GAP + SHINGLE
            near = [w for w in places[value] if first_last < w <= first_last + reach]
            if near and word - last <= reach:
                step = word - last
                chain.append((word, min(near, key=lambda w: abs(w - first_last - step))))
                continue
            yield chain
        chain = [(word, places[value][0])]
    if chain:
        yield chain


def _run(first: int, later: int, chain: list[tuple[int, int]]) -> Run | None:
    """A chain as a run, if it is long and close enough."""
    matched = SHINGLE + sum(
        min(SHINGLE, word - last, place - before) for (last, before), (word, place) in pairwise(chain)
    )
    (start, first_start), (last, first_last) = chain[0], chain[-1]
    run = Run(first, first_start, first_last + SHINGLE, later, start, last + SHINGLE, matched)
    return run if matched >= MIN_WORDS and run.share >= MIN_SHARE else None


def group_runs(runs: Iterable[Run]) -> list[Group]:
    """Runs that share a place of their first article; the longest run of a group comes first."""
    groups: list[Group] = []
    for _, same_first in groupby(sorted(runs), key=itemgetter(0)):
        longest = sorted(same_first, key=lambda run: (run.first_start - run.first_end, run))
        of_article: list[Group] = []
        for run in longest:
            fitting = (group for group in of_article if _overlap(group[0], run) >= SAME_PLACE)
            group = next(fitting, None)
            if group is None:
                of_article.append([run])
            else:
                group.append(run)
        groups += of_article
    return groups


def _overlap(one: Run, other: Run) -> float:
    """Share of the first article's words that two runs have in common."""
    both = min(one.first_end, other.first_end) - max(one.first_start, other.first_start)
    either = max(one.first_end, other.first_end) - min(one.first_start, other.first_start)
    return both / either


def _has_outlets(group: Group, outlets: Sequence[str]) -> bool:
    return any(outlets[run.later] != outlets[run.first] for run in group)


def _passages(groups: Iterable[Group], articles: Sequence[ArticleText]) -> list[Passage]:
    """The members of every group, the first article's first."""
    words: dict[int, list[tuple[int, int]]] = {}
    rows: list[Passage] = []
    for group in sorted(groups, key=itemgetter(0)):
        first = group[0]
        later = sorted((run.later, run.start, run.end) for run in group)
        original: list[str] = []
        for index, start, end in [(first.first, first.first_start, first.first_end), *later]:
            article = articles[index]
            if index not in words:
                words[index] = find_words(article.text, article.scope)
            spans = words[index][start:end]
            wording = [article.text[a:b].lower() for a, b in spans]
            original = original or wording
            group_id = f"{articles[first.first].article_id}:{first.first_start}-{first.first_end}"
            similarity = Indel.normalized_similarity(original, wording)
            rows.append(_passage(group_id, article, spans, similarity))
    return rows


def _passage(group_id: str, article: ArticleText, words: list[tuple[int, int]], similarity: float) -> Passage:
    start, end = words[0][0], words[-1][1]
    return Passage(
        group_id,
        article.article_id,
        start,
        end,
        round(similarity, 4),
        "copy" if similarity >= COPY_SIMILARITY else "near_copy",
        len(words),
        article.text[start:end],
    )
