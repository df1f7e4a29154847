from dataclasses import replace

import pandas as pd
import pytest

from analysis.comparison import (
    Z95,
    compare_rates,
    describe_basis,
    keep_outlets,
    keep_sharing,
    keep_speakers,
    rate_difference,
    share_passages,
    share_quoted,
)
from analysis.filters import Filters


def test_compare_rates(corpus):
    table = compare_rates(corpus, "gazette", "post")
    assert list(table.columns) == [
        "entity_id", "name", "entity_type", "mentions", "rate", "other_mentions", "other_rate",
        "difference", "low", "high", "verdict",
    ]  # fmt: skip
    sides = ["entity_id", "mentions", "rate", "other_mentions", "other_rate", "difference", "verdict"]
    assert list(table[sides].round(2).itertuples(index=False, name=None)) == [
        ("norland", 2, 6.67, 1, 2.5, 4.17, "too few"),
        ("ada-verne", 1, 3.33, 0, 0.0, 3.33, "too few"),
        ("old-quay", 1, 3.33, 0, 0.0, 3.33, "too few"),
        ("port-council", 1, 3.33, 0, 0.0, 3.33, "too few"),
    ]


@pytest.mark.parametrize(
    ("mentions", "verdict"),
    [(40, "differs"), (3, "may be chance"), (1, "too few")],  # beside 3 of a text of the same length
)
def test_verdicts(corpus, mentions, verdict):
    counts = {"gazette": mentions, "post": 3}
    articles = pd.DataFrame({"outlet_id": ["gazette", "post"], "article_id": ["a1", "a2"], "n_tokens": 1000})
    named = articles.loc[articles.index.repeat([counts[i] for i in articles["outlet_id"]])]
    made = replace(corpus, articles=articles, mentions=named.assign(entity_id="norland"))
    assert compare_rates(made, "gazette", "post")["verdict"].tolist() == [verdict]


@pytest.mark.parametrize("n", [0, 1, 8, 250])
def test_limits_of_one_rate_are_score_limits(n):
    # Against nothing in a text without end only the limits of the first rate are left. They are the
    # rates m at which |n - m| is 1.96 standard errors, the root of m.
    limits = rate_difference(pd.Series([n]), pd.Series([0]), size=1000, other_size=1e12).loc[0]
    assert limits["difference"] == pytest.approx(n)
    for m in (limits["low"], limits["high"]):
        assert (n - m) ** 2 == pytest.approx(Z95**2 * m, abs=1e-4)


def test_the_interval_turns_round_with_the_sides():
    one = rate_difference(pd.Series([9]), pd.Series([4]), size=500, other_size=800).loc[0]
    other = rate_difference(pd.Series([4]), pd.Series([9]), size=800, other_size=500).loc[0]
    assert one.tolist() == pytest.approx([-other["difference"], -other["high"], -other["low"]])


def test_share_quoted(corpus):
    # Seven of the 300 words of the Gazette and five of the 300 of the Herald are quoted.
    columns = [
        "outlet_id",
        "outlet",
        "speaker_ids",
        "speaker",
        "statements",
        "quoted_words",
        "words",
        "share",
    ]
    table = share_quoted(corpus)
    assert list(table.columns) == columns
    assert list(table.round(4).itertuples(index=False, name=None)) == [
        ("gazette", "The Gazette", ("ada-verne",), "Ada Verne", 1, 7, 300, 0.0233),
        ("herald", "Herald & Sons", ("port-council",), "Port Council", 1, 5, 300, 0.0167),
    ]


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([(0, 100, 20), (30, 60, 8)], [12, 8]),  # a quotation inside another
        ([(0, 100, 20), (30, 60, 8), (40, 50, 3)], [12, 5, 3]),  # and one inside that
        ([(0, 100, 20), (10, 30, 8), (60, 90, 8)], [4, 8, 8]),
        ([(0, 50, 20), (50, 90, 8)], [20, 8]),
    ],
)
def test_quoted_words_count_once_for_the_innermost_speaker(corpus, spans, words):
    speakers = ["ada-verne", "norland", "port-council"]
    first = corpus.statements.iloc[0]
    made = [
        first.to_dict() | dict(start=start, end=end, n_quoted_words=n, speaker_ids=(speaker,))
        for (start, end, n), speaker in zip(spans, speakers, strict=False)
    ]
    table = share_quoted(replace(corpus, statements=pd.DataFrame(made)))
    counts = {row.speaker_ids[0]: row.quoted_words for row in table.itertuples()}
    assert [counts[speaker] for speaker in speakers[: len(spans)]] == words


def test_people_quoted_together_are_one_row(corpus):
    made = corpus.statements.assign(
        speaker_ids=[("port-council", "ada-verne"), (), ()], n_quoted_words=[4, 2, 3]
    )
    table = share_quoted(replace(corpus, statements=made))
    assert table[["outlet_id", "speaker", "quoted_words"]].values.tolist() == [
        ["gazette", "Ada Verne and Port Council", 4],
        ["gazette", "Nobody named", 2],
        ["herald", "Nobody named", 3],
    ]


@pytest.mark.parametrize(
    ("show", "speakers"),
    [
        (1, [("gazette", "a", 9), ("gazette", "3 others", 6), ("herald", "e", 2)]),
        (2, [("gazette", "a", 9), ("gazette", "b", 3), ("gazette", "2 others", 3), ("herald", "e", 2)]),
        # One other would take the place of a name, so all are named.
        (
            3,
            [
                ("gazette", "a", 9),
                ("gazette", "b", 3),
                ("gazette", "c", 2),
                ("gazette", "d", 1),
                ("herald", "e", 2),
            ],
        ),
    ],
)
def test_keep_speakers(show, speakers):
    quoted = pd.DataFrame(
        [
            ("gazette", "a", 9),
            ("gazette", "b", 3),
            ("gazette", "c", 2),
            ("gazette", "d", 1),
            ("herald", "e", 2),
        ],
        columns=["outlet_id", "speaker", "quoted_words"],
    ).assign(outlet="", speaker_ids=[("x",)] * 5, statements=1, words=100, share=0.1)
    table = keep_speakers(quoted, show=show)
    assert list(table.columns) == list(quoted.columns)
    assert (
        list(table[["outlet_id", "speaker", "quoted_words"]].itertuples(index=False, name=None)) == speakers
    )


def test_share_passages(corpus):
    columns = ["number", "group_id", "article_id", "outlet", "relation", "n_words", "begin", "finish"]
    table = share_passages(corpus)
    assert list(table[columns].round(3).itertuples(index=False, name=None)) == [
        (1, "g1", "a1", "The Gazette", "copy", 40, 0.25, 0.7),
        (1, "g1", "a3", "Herald & Sons", "near_copy", 30, 0.117, 0.233),
    ]


def test_a_passage_within_one_outlet_is_not_shared(corpus):
    assert share_passages(corpus.select(Filters(outlets=("gazette", "post")))).empty


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        ((), "With one article only: Evening Post, Herald & Sons. There"),
        (("herald", "post"), "Each source is here with one article."),
        (("gazette",), "Every source is here with 2 or more articles."),
    ],
)
def test_describe_basis(corpus, outlets, words):
    assert describe_basis(corpus.select(Filters(outlets=outlets))).startswith(words)


@pytest.mark.parametrize(
    "make", [lambda corpus: compare_rates(corpus, "gazette", "post"), share_quoted, share_passages]
)
def test_an_empty_selection_keeps_the_columns(corpus, make):
    empty = replace(
        corpus,
        mentions=corpus.mentions.iloc[:0],
        statements=corpus.statements.iloc[:0],
        passages=corpus.passages.iloc[:0],
    )
    assert make(empty).empty
    assert list(make(empty).columns) == list(make(corpus).columns)


def test_an_unknown_outlet_is_named(corpus):
    with pytest.raises(ValueError, match="'planet' is no outlet of the articles"):
        compare_rates(corpus, "planet", "post")


def test_the_corpus_stays_as_it_is(corpus):
    before = [table.copy() for table in (corpus.mentions, corpus.statements, corpus.passages)]
    compare_rates(corpus, "gazette", "post")
    share_quoted(corpus)
    share_passages(corpus)
    after = corpus.mentions, corpus.statements, corpus.passages
    assert all(one.equals(other) for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize(("most", "kept"), [(1, ["a1"]), (2, ["a1", "a3"])])
def test_the_articles_that_share_most_are_kept(corpus, most, kept):
    assert keep_sharing(share_passages(corpus), corpus, most=most)["article_id"].tolist() == kept


def test_the_outlets_with_the_largest_sums_are_kept():
    table = pd.DataFrame(
        [("gazette", 1), ("herald", 1), ("herald", 2), ("post", 2), ("sun", 2)], columns=["outlet_id", "n"]
    )
    assert keep_outlets(table, by="n", most=2)["outlet_id"].tolist() == ["herald", "herald", "post"]
