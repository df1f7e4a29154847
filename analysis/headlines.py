"""Headlines over one story that say the opposite of each other."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from .borrowed import list_pairs
from .corpus import Corpus
from .quotations import join_names
from .wording import fold, list_keys, read_tokens

NEGATIONS = frozenset(("no", "not", "nor", "never", "neither", "without", "nobody", "none", "nothing"))
MIN_SHARED = 3
"""Fewer words in common than this need not be about one thing."""

ALIKE = 0.5


class Contrast(NamedTuple):
    """Two headlines with the same words, of which one only holds a negation."""

    pair: str  # as list_pairs has it
    first_id: str
    second_id: str
    shared: list[str]  # the words that both have, as the first has them
    negations: list[str]  # of the one that has them
    text: str


def find_contrasts(corpus: Corpus) -> list[Contrast]:
    """The pairs of articles that share passages and stand under opposite headlines, most shared words first.

    Two headlines contrast when at least MIN_SHARED words that say something, and ALIKE of those of the
    shorter headline, stand in both, and only one of them holds a negation or a verb of denial.
    """
    denials = _lemmas(corpus.cues.loc[corpus.cues["tone"] == "denial", "cue_lemma"])
    articles = corpus.articles.set_index("article_id")[["title", "outlet"]].to_dict("index")
    headlines = {title: _read(title, denials) for title in corpus.articles["title"].unique()}
    found = []
    for row in list_pairs(corpus).itertuples():
        first, second = articles[row.first_id], articles[row.second_id]
        contrast = _compare(headlines[first["title"]], headlines[second["title"]])
        if contrast:
            shared, negations = contrast
            text = _tell(first, second, shared, negations, row.shared_words)
            found.append(Contrast(row.pair, row.first_id, row.second_id, shared, negations, text))
    return found


def compare_headlines(
    first: str, second: str, *, denials: Collection[str] = ()
) -> tuple[list[str], list[str]] | None:
    """The words that two contrasting headlines share and the negations of the one; None for others."""
    lemmas = _lemmas(denials)
    return _compare(_read(first, lemmas), _read(second, lemmas))


class _Headline(NamedTuple):
    words: dict[str, str]  # the key of each word that says something, and the word
    negations: list[str]


def _compare(one: _Headline, other: _Headline) -> tuple[list[str], list[str]] | None:
    shared = [key for key in one.words if key in other.words]
    shorter = min(len(one.words), len(other.words))
    if len(shared) < max(MIN_SHARED, ALIKE * shorter) or bool(one.negations) == bool(other.negations):
        return None
    return [one.words[key] for key in shared], one.negations or other.negations


def _lemmas(verbs: Iterable[str]) -> frozenset[str]:
    return list_keys(token for verb in verbs for token in read_tokens(verb))


def _read(title: str, lemmas: Collection[str]) -> _Headline:
    words: dict[str, str] = {}
    negations = []
    for token in read_tokens(title):
        folded = fold(token.surface)
        if folded in NEGATIONS or folded.endswith("n't") or token.key in lemmas:
            negations.append(token.surface)
        elif token.key:
            words.setdefault(token.key, token.surface)
    return _Headline(words, negations)


def _tell(first: object, second: object, shared: list[str], negations: list[str], n_words: int) -> str:
    return (
        f"{first['outlet']} and {second['outlet']} share {n_words:,} words under opposite headlines: "
        f"“{first['title']}” and “{second['title']}”. Both have {join_names(shared)}; only one has "
        f"{join_names(f'“{word}”' for word in negations)}."
    )
