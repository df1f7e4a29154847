import dataclasses
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.records import Article, Entity, Mention, Position, Statement
from analysis.variants import (
    COLUMNS,
    align_words,
    count_flags,
    count_reports,
    describe_flags,
    find_flagged,
    find_own_words,
    find_variants,
    keep_groups,
    keep_statements,
    list_reports,
    list_wordings,
    name_sources,
)
from analysis.wording import find_hedges, read_tokens

HEDGES = ["seems to", "reportedly"]


def statement(number, article_id, content, *, speaker="ann-berg", kind="indirect", hedge=""):
    return Statement(
        statement_id=f"s{number}", article_id=article_id, kind=kind, start=0, end=len(content), content=content,
        speaker_ids=[speaker], speaker_start=None, speaker_end=None, speaker_text="", speaker_basis="name",
        speaker_likely="", cue="said", cue_start=None, cue_end=None, cue_lemma="say", medium_id="", reported_by=[],
        said_on="", hedge=hedge, sentence=0, n_words=0, n_quoted_words=0, rule="", confidence="certain", by_hand=False,
    )  # fmt: skip


def told(*statements):
    articles = [
        Article(f"a{n}", f"outlet-{n}", "", "", f"2020-01-0{n}", "day", "", "", 10, 1, 50, "", None)
        for n in (1, 2, 3)
    ]
    entities = [
        Entity("ann-berg", "Ann Berg", "PERSON", "norway", ""),
        Entity("norway-ministry", "Ministry", "ORG", "norway", ""),
        Entity("raul-paz", "Raul Paz", "PERSON", "peru", ""),
    ]
    return SimpleNamespace(
        articles=pd.DataFrame(articles, columns=Article._fields),
        statements=pd.DataFrame(statements, columns=Statement._fields),
        entities=pd.DataFrame(entities, columns=Entity._fields),
        mentions=pd.DataFrame([], columns=Mention._fields),
        positions=pd.DataFrame([], columns=Position._fields),
    )


FIRST = statement(1, "a1", "the harbour seems to leak oil into the northern bay")
NOISE = [statement(9, "a3", "schools in every village open late this winter", speaker="raul-paz")]


@pytest.mark.parametrize(
    ("other", "flags"),
    [
        (statement(2, "a2", "the harbour leaks oil into the northern bay"), ["hedge dropped: seems to"]),
        (statement(2, "a2", "the harbour seems to leak oil into the northern bay", speaker="norway-ministry"),
         ["attribution differs"]),
        (statement(2, "a2", "the harbour seems to leak oil into the bay.", kind="direct"),
         ["quotation in place of paraphrase"]),
        (statement(2, "a2", FIRST.content, hedge="reportedly"), ["hedge added: reportedly"]),
    ],
)  # fmt: skip
def test_find_variants_flags_what_was_changed(other, flags):
    table = find_variants(told(FIRST, other, *NOISE), HEDGES)
    assert table[["group_id", "statement_id", "is_reference", "flags"]].to_numpy().tolist() == [
        ["s1", "s1", True, []],
        ["s1", "s2", False, flags],
    ]


@pytest.mark.parametrize(
    "other",
    [
        statement(2, "a1", FIRST.content),  # the same article
        statement(2, "a2", FIRST.content, speaker="raul-paz"),  # a speaker of another country
        statement(2, "a2", "the harbour master retired in the spring"),  # other words
    ],
)
def test_find_variants_keeps_apart(other):
    assert find_variants(told(FIRST, other, *NOISE), HEDGES).empty


def test_an_article_with_two_statements_has_two_utterances():
    near = statement(2, "a2", "the harbour seems to leak oil into the bay")
    far = statement(3, "a2", "oil in the northern bay may come from the harbour")
    table = find_variants(told(FIRST, near, far, *NOISE), HEDGES)
    assert table["statement_id"].tolist() == ["s1", "s2"]


def test_a_gloss_that_moved_inside_the_quotation_marks():
    one = statement(1, "a1", "We (the divers) will probably search the northern bay again", kind="direct")
    other = statement(2, "a2", "The divers will probably search the northern bay again", kind="direct")
    flags = find_variants(told(one, other, *NOISE), HEDGES)["flags"].tolist()
    assert flags == [[], ["gloss moved inside the quotation marks: the divers"]]


def test_list_wordings_sets_each_report_beside_the_first():
    one = statement(1, "a1", "the northern bay stays closed to fishing boats")
    other = statement(2, "a2", "the northern bay stays closed to big fishing boats …")
    told_so = told(one, other, *NOISE)
    wordings = list_wordings(told_so, find_variants(told_so, HEDGES))
    assert count_reports(wordings) == ""
    assert [wording.pieces for wording in wordings] == [
        [("equal", "the northern bay stays closed to fishing boats")],
        [("equal", "the northern bay stays closed to"), ("added", "big"), ("equal", "fishing boats"),
         ("equal", "…")],  # cut by the text policy
    ]  # fmt: skip


def test_reports_in_the_same_words_are_one_wording():
    one = statement(1, "a1", "the northern bay stays closed to fishing boats")
    told_so = told(
        one,
        one._replace(statement_id="s2", article_id="a2"),
        statement(3, "a3", "the northern bay stays closed to big fishing boats"),
    )
    told_so.outlet_names = {f"outlet-{n}": f"Outlet {n}" for n in (1, 2, 3)}
    told_so.articles["outlet"] = told_so.articles["outlet_id"].map(told_so.outlet_names)
    wordings = list_wordings(told_so, find_variants(told_so, HEDGES))
    assert [wording.reports["statement_id"].tolist() for wording in wordings] == [["s1", "s2"], ["s3"]]
    assert count_reports(wordings) == "3 reports in 2 wordings."
    assert list_reports(wordings[0].reports, told_so).to_numpy().tolist() == [
        ["Outlet 1", "2020-01-01", "", ""],
        ["Outlet 2", "2020-01-02", "", ""],
    ]


def test_the_same_words_of_another_speaker_are_another_wording():
    one = statement(1, "a1", "the northern bay stays closed to fishing boats")
    told_so = told(one, one._replace(statement_id="s2", article_id="a2", speaker_ids=["norway-ministry"]))
    assert len(list_wordings(told_so, find_variants(told_so, HEDGES))) == 2


def test_only_half_of_two_sentences():
    one = statement(
        1, "a1", "The northern bay stays closed to fishing boats. Divers begin the search on Friday."
    )
    other = statement(2, "a2", "the northern bay stays closed to fishing boats")
    flags = find_variants(told(one, other, *NOISE), HEDGES)["flags"].tolist()
    assert flags == [[], ["shortened", "only half reported"]]


def test_find_variants_of_no_statements():
    table = find_variants(told(), HEDGES)
    assert table.empty and list(table.columns) == COLUMNS


TABLE = pd.DataFrame(
    [
        ("s1", "s1", "gazette", []),
        ("s1", "s2", "herald", ["shortened", "hedge added: may"]),
        ("s3", "s3", "post", []),
        ("s3", "s4", "post", ["hedge added: might"]),
    ],
    columns=["group_id", "statement_id", "outlet_id", "flags"],
)


@pytest.mark.parametrize(
    ("flag", "outlet_id", "found"),
    [
        ("hedge added", "", ["s2", "s4"]),
        ("hedge added", "post", ["s4"]),
        ("shortened", "post", []),
        ("hedge", "", []),
    ],
)
def test_find_flagged(flag, outlet_id, found):
    assert find_flagged(TABLE, flag=flag, outlet_id=outlet_id) == found


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        (TABLE, [("herald", "hedge added", 1), ("herald", "shortened", 1), ("post", "hedge added", 1)]),
        (TABLE[:1], []),  # reports of one utterance that change nothing
        (TABLE[:0], []),
    ],
)
def test_count_flags(rows, counts):
    names = SimpleNamespace(outlet_names={"herald": "Herald", "post": "Post"})
    counted = count_flags(rows, names)
    assert list(counted[["outlet_id", "flag", "statements"]].itertuples(index=False, name=None)) == counts


def test_the_changes_in_words():
    counted = count_flags(TABLE.tail(1), SimpleNamespace(outlet_names={"post": "Post"}))
    assert describe_flags(counted) == (
        "Matrix of sources and what their statements change. Post: hedge added 1."
    )


def test_a_group_stays_whole_if_one_of_its_statements_is_selected():
    selected = SimpleNamespace(statements=pd.DataFrame({"statement_id": ["s2", "s9"]}))
    assert keep_groups(TABLE, selected)["statement_id"].tolist() == ["s1", "s2"]


def test_only_statements_of_the_selection_are_counted():
    selected = SimpleNamespace(statements=pd.DataFrame({"statement_id": ["s1", "s4"]}))
    assert keep_statements(TABLE, selected)["statement_id"].tolist() == ["s1", "s4"]


@pytest.mark.parametrize(
    ("reference", "variant", "steps"),
    [
        ("the bay is closed", "the bay was closed",
         [("equal", ["the", "bay"], ["the", "bay"]), ("changed", ["is"], ["was"]), ("equal", ["closed"], ["closed"])]),
        ("the bay leaks", "the bay reportedly leaks",
         [("equal", ["the", "bay"], ["the", "bay"]), ("added", [], ["reportedly"]), ("equal", ["leaks"], ["leaks"])]),
        ("leaks", "leaked", [("changed", ["leaks"], ["leaked"])]),
        ("", "new", [("added", [], ["new"])]),
        ("We (the crew) sail", "The crew sail,",
         [("dropped", ["We"], []), ("equal", ["(the", "crew)", "sail"], ["The", "crew", "sail,"])]),
    ],
)  # fmt: skip
def test_align_words(reference, variant, steps):
    assert align_words(read_tokens(reference), read_tokens(variant)) == steps


@pytest.mark.parametrize(
    ("text", "hedges"),
    [("It Reportedly sank", ["reportedly"]), ("It seems tolerable", []), ("It seems to sink", ["seems to"])],
)
def test_find_hedges(text, hedges):
    assert find_hedges(text, HEDGES) == hedges


def test_an_author_quoted_elsewhere_is_set_beside_the_own_sentence(corpus):
    pair = [
        ("own-words:s3", "a1", 1.0, "the quay stays open", ["may"], "The Gazette"),
        ("own-words:s3", "a3", 0.8, "the quay seems to stay open", ["seems to"], "Herald & Sons"),
    ]
    columns = ["group_id", "article_id", "similarity", "text", "hedges", "outlet"]
    found = find_own_words(dataclasses.replace(corpus, passages=pd.DataFrame(pair, columns=columns)))
    assert [tuple(row) for row in found] == [
        (["s3"], "Ida Holm", ["Herald & Sons"], "The Gazette", 0.8, False,
         [("equal", "the quay"), ("dropped", "stays"), ("added", "seems to stay"), ("equal", "open")],
         ["hedge dropped: may", "hedge added: seems to"]),
    ]  # fmt: skip


def test_quotations_of_an_author_in_the_same_words_are_one(corpus):
    pairs = [
        (f"own-words:s{n}", *row)
        for n, quoted in (
            (1, "Herald & Sons"),
            (2, "Evening Post"),
            (3, "Herald & Sons"),
            (9, "Daily Left Out"),
        )
        for row in (
            ("a1", 1.0, "the quay stays open", [], "The Gazette"),
            ("a3", 0.8, "the quay stays shut", [], quoted),
        )
    ]
    columns = ["group_id", "article_id", "similarity", "text", "hedges", "outlet"]
    (found,) = find_own_words(dataclasses.replace(corpus, passages=pd.DataFrame(pairs, columns=columns)))
    assert found.statement_ids == ["s1", "s2", "s3"]
    assert found.outlets == ["Herald & Sons", "Evening Post"]


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        (["Post"], "Post"),
        (["Post", "Herald", "Post"], "Post and 1 other source"),
        ("abc", "a and 2 other sources"),
    ],
)
def test_name_sources(outlets, words):
    assert name_sources(outlets) == words
