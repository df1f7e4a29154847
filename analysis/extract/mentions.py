"""Mentions: who and what an article names, and where."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from ..annotate import (
    Language,
    ModelSpan,
    find_model_spans,
    find_spellings,
    known_last_words,
    known_spellings,
    read_pieces,
)
from ..knowledge import Knowledge
from ..knowledge.spellings import fold
from ..pieces import Pieces
from ..records import IN_SCOPE, Mention, SectionSpan
from .found import Found, words_before
from .known_names import find_known_names, join_broken
from .linking import NEW, kebab_case
from .spellings import lower_capitals, restore_apostrophes
from .state_organs import join_chains
from .unknown_names import find_unknown_names

CONTEXT_WORDS = 6


def find_mentions(
    text: str,
    nlp: Language,
    *,
    article_id: str,
    sections: Sequence[SectionSpan | tuple[int, int, str]],
    sentences: Sequence[tuple[int, int]],
    knowledge: Knowledge,
) -> list[Mention]:
    """Return the mentions in headline, standfirst and body, in order; none overlaps another.

    An entity that the knowledge base does not hold has a preliminary id until `link_mentions` gives it one.
    """
    spans = sorted(tuple(section[-3:]) for section in sections)
    folded, pieces = _read_folded(text, spans, nlp)
    listed = find_spellings(folded, pieces, nlp)
    known = find_known_names(folded, pieces, listed, spellings=known_spellings(nlp), knowledge=knowledge)
    headlines = [(start, end) for start, end, section in spans if section in ("headline", "standfirst")]
    found = find_unknown_names(
        folded, pieces, known, sentences=sentences, headlines=headlines, knowledge=knowledge
    )
    found = join_chains(folded, found, knowledge)
    found = join_broken(folded, found, known_spellings(nlp))
    found = _add_model_spans(folded, found, find_model_spans(folded, nlp), knowledge)
    return _make_mentions(text, found, article_id=article_id, sections=spans, sentences=sentences)


def _read_folded(text: str, sections: Sequence[tuple[int, int, str]], nlp: Language) -> tuple[str, Pieces]:
    """Return the text as the known spellings are written, and the pieces of it that a name may stand in."""
    folded = restore_apostrophes(_fold_scope(text, sections), known_last_words(nlp))
    pieces = read_pieces(folded, nlp)
    lowered = lower_capitals(folded, pieces, known_spellings(nlp))
    return lowered, pieces if lowered == folded else read_pieces(lowered, nlp)


def _make_mentions(
    text: str,
    found: Iterable[Found],
    *,
    article_id: str,
    sections: Sequence[tuple[int, int, str]],
    sentences: Sequence[tuple[int, int]],
) -> list[Mention]:
    section_starts = [start for start, _, _ in sections]
    sentence_starts = [start for start, _ in sentences]
    return [
        _make_mention(
            text,
            name,
            article_id=article_id,
            section=sections[bisect_right(section_starts, name.start) - 1][2],
            sentence=max(0, bisect_right(sentence_starts, name.start) - 1),
        )
        for name in found
    ]


def _add_model_spans(
    folded: str, found: list[Found], spans: Iterable[ModelSpan], knowledge: Knowledge
) -> list[Found]:
    """Return the names with those added that only a trained pipeline sees and that are no chance hit.

    One has several words, or repeats in the article, or is a place after a preposition.
    """
    free = [
        span for span in spans if not any(name.start < span.end and span.start < name.end for name in found)
    ]
    if not free:
        return found
    times = Counter(folded[span.start : span.end] for span in free)
    prepositions = knowledge.names.place_cues["preposition"]
    added = []
    for span in free:
        text = folded[span.start : span.end]
        placed = span.entity_type == "PLACE" and words_before(folded, span.start)[-1:]
        if " " in text or times[text] > 1 or (placed and placed[0] in prepositions):
            new_id = NEW + kebab_case(text)
            added.append(Found(span.start, span.end, new_id, span.entity_type, "name", "model", "guess"))
    return sorted([*found, *added])


def _fold_scope(text: str, sections: Sequence[tuple[int, int, str]]) -> str:
    """Return the folded text with line ends in place of everything out of scope."""
    parts, position = [], 0
    for start, end, section in sections:
        if section in IN_SCOPE:
            parts.append("\n" * (start - position))
            parts.append(fold(text[start:end]))
            position = end
    parts.append("\n" * (len(text) - position))
    return "".join(parts)


def _make_mention(text: str, name: Found, *, article_id: str, section: str, sentence: int) -> Mention:
    return Mention(
        article_id,
        name.start,
        name.end,
        text[name.start : name.end],
        name.entity_id,
        name.entity_type,
        name.use,
        section,
        sentence,
        " ".join(text[max(0, name.start - 90) : name.start].rsplit(maxsplit=CONTEXT_WORDS)[-CONTEXT_WORDS:]),
        " ".join(text[name.end : name.end + 90].split(maxsplit=CONTEXT_WORDS)[:CONTEXT_WORDS]),
        name.rule,
        name.confidence,
        False,
    )
