"""Words that an author is quoted with elsewhere, set beside those of the author's own article."""

from collections.abc import Iterable, Mapping, Sequence

from ..records import OWN_WORDS, Passage, Statement
from ..wording import find_hedges, fold, list_keys, read_tokens, share_keys, weigh_keys

SIMILAR = 0.5  # of the weight of the lighter side's words
MIN_SHARED = 5
MIN_KEYS = 6  # words that say something; a shorter sentence is alike by chance

Sentence = tuple[int, int]


def quoted_authors(
    statements: Iterable[Statement], authors: Mapping[str, str], names: Mapping[str, str]
) -> list[tuple[Statement, str]]:
    """The statements whose speaker is the author of another article, with that article's id.

    `authors` maps the folded name of an author to an article_id, `names` an entity_id to its name.
    """
    found = []
    for statement in statements:
        for speaker in statement.speaker_ids:
            article_id = authors.get(fold(names.get(speaker, "")))
            if article_id and article_id != statement.article_id:
                found.append((statement, article_id))
    return found


def find_own_words(
    quoted: Iterable[tuple[Statement, str]],
    texts: Mapping[str, str],
    sentences: Mapping[str, Sequence[Sentence]],
    hedges: Sequence[str],
) -> list[Passage]:
    """The author's sentence that is most like each quotation of the author: two rows a pair.

    The sentence comes first, the quotation second, with the similarity of their words; pairs
    below SIMILAR are left out. The words may be a translation of one original in either article.
    """
    rows = []
    own_of: dict[str, list[tuple[Sentence, frozenset[str]]]] = {}
    for statement, article_id in quoted:
        if article_id not in own_of:
            own_of[article_id] = _telling_sentences(texts[article_id], sentences[article_id])
        own = own_of[article_id]
        keys = list_keys(read_tokens(statement.content))
        weights = weigh_keys([keys, *(other for _, other in own)])
        best = max(own, key=lambda pair: share_keys(keys, pair[1], weights), default=None)
        if best is None or len(keys) < MIN_KEYS or len(keys & best[1]) < MIN_SHARED:
            continue
        likeness = share_keys(keys, best[1], weights)
        if likeness >= SIMILAR:
            group_id = f"{OWN_WORDS}{statement.statement_id}"
            spans = (
                (article_id, best[0], 1.0),
                (statement.article_id, (statement.start, statement.end), likeness),
            )
            rows += [_row(group_id, one, span, value, texts[one], hedges) for one, span, value in spans]
    return rows


def _telling_sentences(text: str, sentences: Sequence[Sentence]) -> list[tuple[Sentence, frozenset[str]]]:
    read = [(span, list_keys(read_tokens(text[span[0] : span[1]]))) for span in sentences]
    return [(span, keys) for span, keys in read if len(keys) >= MIN_KEYS]


def _row(
    group_id: str, article_id: str, span: Sentence, similarity: float, text: str, hedges: Sequence[str]
) -> Passage:
    passage = text[span[0] : span[1]]
    return Passage(
        group_id=group_id,
        article_id=article_id,
        start=span[0],
        end=span[1],
        similarity=round(similarity, 4),
        relation="near_copy",
        n_words=len(passage.split()),
        text=passage,
        hedges=find_hedges(passage, hedges),
    )
