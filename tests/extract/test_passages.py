import random

import pytest

from analysis.extract import passages
from analysis.extract.passages import ArticleText, find_candidates, find_passages, hash_shingles

SHARED = (
    "said on Monday that the water board had asked the lake states to send guards to the marsh "
    "before the autumn storms begin"
)


def _articles(*texts, outlets=None):
    """Articles a, b, c … in the order of publication, each of an outlet of its own unless named."""
    names = "abcdefgh"
    outlets = outlets or names
    return [
        ArticleText(name, outlet, text, [(0, len(text))])
        for name, outlet, text in zip(names, outlets, texts, strict=False)
    ]


def _found(articles):
    texts = {article.article_id: article.text for article in articles}
    found = find_passages(articles)
    assert all(row.text == texts[row.article_id][row.start : row.end] for row in found)
    return [(row.article_id, row.text, row.similarity, row.relation) for row in found]


def test_a_copied_run_is_found_with_its_limits():
    articles = _articles(f"The harbour master {SHARED}, and left.", f"Ada Quill {SHARED}. Nobody replied.")
    assert _found(articles) == [("a", SHARED, 1.0, "copy"), ("b", SHARED, 1.0, "copy")]


@pytest.mark.parametrize(
    ("changed", "similarity", "relation"),
    [
        (SHARED.replace(" had ", " has "), 44 / 46, "copy"),
        (SHARED.replace(" water board ", " board "), 44 / 45, "copy"),
        (SHARED.replace("the lake states", "all three of the lake states"), 46 / 49, "near_copy"),
        (SHARED.replace("had asked", "has begged").replace("send", "lend"), 40 / 46, "near_copy"),
        (SHARED.upper(), 1.0, "copy"),
    ],
)
def test_small_edits_are_bridged(changed, similarity, relation):
    found = _found(_articles(f"He {SHARED}.", f"She {changed}."))
    assert [row[0] for row in found] == ["a", "b"]
    assert found[1] == ("b", changed, pytest.approx(similarity, abs=0.001), relation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nothing in common here at all.", f"He {SHARED}."),
        ("", f"He {SHARED}."),
        (f"He {' '.join(SHARED.split()[:10])} and went.", f"She {SHARED}."),  # ten words are a set phrase
        ("the of a in to and for by", "the of a in to and for by"),
    ],
)
def test_short_and_unlike_texts_share_nothing(one, other):
    assert find_passages(_articles(one, other)) == []


def test_an_outlet_that_repeats_itself_shares_nothing():
    assert find_passages(_articles(f"He {SHARED}.", f"She {SHARED}.", outlets="xx")) == []


def test_every_article_with_the_passage_is_in_one_group():
    articles = _articles(f"He {SHARED}.", f"She {SHARED}.", "Nothing.", f"They {SHARED}.", outlets="xxyz")
    assert [row[0] for row in _found(articles)] == ["a", "b", "d"]
    assert len({row.group_id for row in find_passages(articles)}) == 1


def test_two_passages_are_two_groups():
    second = "the fishermen of the northern shore have waited for a decision on the ferries since the spring"
    articles = _articles(f"He {SHARED}. Then {second}.", f"Now {second}! And she {SHARED}.")
    rows = find_passages(articles)
    assert [(row.group_id, row.article_id, row.text) for row in rows] == [
        ("a:1-24", "a", SHARED),
        ("a:1-24", "b", SHARED),
        ("a:25-42", "a", second),
        ("a:25-42", "b", second),
    ]


def test_only_the_scope_counts():
    text = f"He {SHARED}."
    articles = [ArticleText("a", "a", text, [(0, len(text))]), ArticleText("b", "b", text, [(0, 30)])]
    assert find_passages(articles) == []


def test_no_articles_share_nothing():
    assert find_passages([]) == []


def _corpus(n_articles, *, seed=1):
    """Articles of random words; every fifth also carries one agency text, every seventh a longer one."""
    draw = random.Random(seed)
    words = [f"word{n}" for n in range(3_000)]
    agency = [" ".join(draw.choices(words, k=length)) for length in (60, 120)]
    return [
        ArticleText(f"a{n:05d}", f"o{n % 9}", text, [(0, len(text))])
        for n in range(n_articles)
        for text in [
            " ".join(
                [
                    *draw.choices(words, k=80),
                    agency[0] if n % 5 == 0 else "",
                    agency[1] if n % 7 == 0 else "",
                ]
            )
        ]
    ]


def test_work_grows_with_the_words_and_not_with_the_pairs(monkeypatch):
    """Steps of the alignment are counted, not seconds: twice the articles take about twice the steps."""
    steps = 0
    chain = passages._chain

    def counted(shared, places):
        nonlocal steps
        steps += len(shared)
        return chain(shared, places)

    monkeypatch.setattr(passages, "_chain", counted)
    counts = []
    for n_articles in (100, 200, 400):
        steps = 0
        articles = _corpus(n_articles)
        find_passages(articles)
        _, pairs = find_candidates(hash_shingles(articles), [article.outlet_id for article in articles])
        counts.append((steps, len(pairs)))
        assert len(pairs) < n_articles
    (first, _), (second, _), (third, _) = counts
    assert 1.8 < second / first < 2.2
    assert 1.8 < third / second < 2.2
