from types import SimpleNamespace

import pytest

from analysis.extract.own_words import find_own_words, quoted_authors

OWN = (
    "Rain fell. The council plans to widen the northern harbour before the autumn storms arrive. It is late."
)
SENTENCES = {"a1": [(0, 10), (11, 92), (93, 104)]}


def statement(content, article_id="a2", speaker="ann-berg"):
    return SimpleNamespace(
        statement_id="s1",
        article_id=article_id,
        speaker_ids=[speaker],
        content=content,
        start=5,
        end=5 + len(content),
    )


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (statement("rain"), ["a1"]),
        (statement("rain", article_id="a1"), []),  # her own article
        (statement("rain", speaker="raul-paz"), []),  # who wrote none
    ],
)
def test_quoted_authors(row, found):
    names = {"ann-berg": "Ann Bérg", "raul-paz": "Raul Paz"}
    assert [article_id for _, article_id in quoted_authors([row], {"ann berg": "a1"}, names)] == found


def test_find_own_words():
    content = "the council seems to plan to widen the northern harbour before the storms of autumn"
    texts = {"a1": OWN, "a2": "Berg " + content}
    rows = find_own_words([(statement(content), "a1")], texts, SENTENCES, ["seems to"])
    assert [(r.group_id, r.article_id, r.start, r.end, r.relation, r.hedges) for r in rows] == [
        ("own-words:s1", "a1", 11, 92, "near_copy", []),
        ("own-words:s1", "a2", 5, 5 + len(content), "near_copy", ["seems to"]),
    ]
    assert rows[0].similarity == 1.0 and 0.5 < rows[1].similarity < 1.0


def test_a_quotation_unlike_every_sentence_stands_alone():
    content = "schools in every village open late this winter because of snow"
    texts = {"a1": OWN, "a2": "Berg " + content}
    assert find_own_words([(statement(content), "a1")], texts, SENTENCES, []) == []
