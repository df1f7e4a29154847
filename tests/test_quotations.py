from dataclasses import replace

import pytest

from analysis.filters import Filters
from analysis.quotations import (
    COLUMNS,
    count_in_words,
    count_statements,
    find_matches,
    group_quotations,
    join_names,
    keep_most,
    list_quotations,
    name_of,
    page_groups,
    pick_quotations,
    quotation_table,
    search_quotations,
)

NOBODY = Filters(outlets=("nobody",))


def change(corpus, **columns):
    """The corpus with other values in columns of its statements."""
    return replace(corpus, statements=corpus.statements.assign(**columns))


def test_every_statement_has_the_names_behind_its_ids(corpus):
    found = list_quotations(corpus)
    shown = ["statement_id", "outlet", "speaker", "role", "kind", "medium", "chain", "stances", "inferred"]
    assert found.columns.tolist() == COLUMNS
    assert found[shown].values.tolist() == [
        [
            "s1",
            "The Gazette",
            "Ada Verne",
            "Harbour master",
            "direct",
            "Quay Wire",
            "The Gazette < Ida Holm < Ada Verne",
            ["asserts"],
            False,
        ],
        [
            "s3",
            "Herald & Sons",
            "Port Council",
            "",
            "direct",
            "",
            "Herald & Sons < Quay Wire < Port Council",
            ["denies"],
            False,
        ],
        ["s2", "The Gazette", "Port Council", "", "indirect", "", "The Gazette < Port Council", [], False],
    ]


def test_listing_leaves_the_corpus_as_it_is(corpus):
    before = corpus.statements.copy()
    list_quotations(corpus)
    assert corpus.statements.equals(before)


@pytest.mark.parametrize(
    ("author", "reporters", "speakers", "chain"),
    [
        ("", [], ["ada-verne"], "The Gazette < Ada Verne"),
        ("", ["quay-wire"], ["ada-verne"], "The Gazette < Quay Wire < Ada Verne"),
        ("Ida Holm", ["quay-wire"], ["ada-verne"], "The Gazette < Ida Holm < Quay Wire < Ada Verne"),
        ("ada verne", [], ["ada-verne"], "The Gazette < ada verne"),  # the author speaks for herself
        ("", ["gazette"], ["port-council"], "The Gazette < Port Council"),  # the outlet reports itself
        (
            "",
            [],
            ["ada-verne", "port-council", "norland"],
            "The Gazette < Ada Verne, Port Council and Norland",
        ),
        ("", ["a-stranger"], ["ada-verne"], "The Gazette < A stranger (unnamed) < Ada Verne"),  # no row
        ("", ["quay-wire"], [], "The Gazette < Quay Wire"),  # nobody was found to speak
    ],
)
def test_a_chain_runs_from_the_outlet_to_the_speaker(corpus, author, reporters, speakers, chain):
    signed = replace(corpus, articles=corpus.articles.assign(author=author))
    said = change(signed, reported_by=[reporters] * 3, speaker_ids=[speakers] * 3)
    assert list_quotations(said).set_index("statement_id").loc["s1", "chain"] == chain


@pytest.mark.parametrize(
    ("columns", "inferred", "likely"),
    [
        ({"speaker_basis": "name"}, False, ""),
        ({"speaker_basis": "role"}, False, ""),
        ({"speaker_basis": "inferred"}, True, ""),
        ({"speaker_likely": "ada-verne"}, True, "Ada Verne"),
    ],
)
def test_an_inferred_speaker_is_marked(corpus, columns, inferred, likely):
    found = list_quotations(change(corpus, **columns))
    assert set(found["inferred"]) == {inferred} and set(found["likely"]) == {likely}


@pytest.mark.parametrize(
    ("kind", "content", "shortened"),
    [
        ("indirect", "the toll may rise …", True),
        ("indirect", "the toll may rise", False),
        ("direct", "the toll may rise …", False),  # quotations stay whole; these dots are the speaker's
    ],
)
def test_content_that_was_cut_is_marked(corpus, kind, content, shortened):
    assert set(list_quotations(change(corpus, kind=kind, content=content))["shortened"]) == {shortened}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["s1", "s3", "s2"]),
        ("  ", ["s1", "s3", "s2"]),
        ("QUAY", ["s1", "s3"]),  # in the content, and in the chain
        ("vérne", ["s1"]),
        ("verne harbour", ["s1"]),  # every word, in whichever field
        ("verne council", []),
        (".", []),  # no pattern
        ("holm", ["s1"]),  # the author in the chain
    ],
)
def test_search_ignores_case_and_accents(corpus, query, found):
    quotations = list_quotations(corpus)
    assert search_quotations(quotations, query)["statement_id"].tolist() == found


@pytest.mark.parametrize(
    ("text", "query", "spans"),
    [
        ("İbrahim Kalın’s word", "KALIN ibr", [(0, 3), (8, 13)]),
        ("Groß", "ss", [(3, 4)]),  # one letter that folds into two
        ("banana", "ana", [(1, 6)]),  # overlapping finds are one
        ("banana", "", []),
        ("", "a", []),
    ],
)
def test_finds_stand_in_the_text_as_it_is_written(text, query, spans):
    assert find_matches(text, query) == spans


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("speaker", [("Port Council", ["s3", "s2"]), ("Ada Verne", ["s1"])]),
        ("outlet", [("The Gazette", ["s1", "s2"]), ("Herald & Sons", ["s3"])]),
        ("stance", [("asserts", ["s1"]), ("denies", ["s3"]), ("", ["s2"])]),
    ],
)
def test_groups(corpus, by, groups):
    found = group_quotations(list_quotations(corpus), by=by)
    assert [(label, rows["statement_id"].tolist()) for label, rows in found] == groups


def test_a_joint_statement_stands_in_both_groups(corpus):
    joint = list_quotations(change(corpus, speaker_ids=[["ada-verne", "norland"], [], ["norland"]]))
    found = group_quotations(joint, by="speaker")
    assert [(label, rows["statement_id"].tolist()) for label, rows in found] == [
        ("Norland", ["s1", "s3"]),
        ("Ada Verne", ["s1"]),
        ("", ["s2"]),
    ]


def test_an_unknown_group_is_named(corpus):
    with pytest.raises(ValueError, match="cannot group by 'mood', expected one of"):
        group_quotations(list_quotations(corpus), by="mood")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (0, [("Port Council", 2, ["s3", "s2"])]),
        (1, [("Ada Verne", 1, ["s1"])]),
        (2, []),
    ],
)
def test_pages_run_through_the_groups(corpus, page, shown):
    groups = group_quotations(list_quotations(corpus), by="speaker")
    found = page_groups(groups, page=page, size=2)
    assert [(label, n, rows["statement_id"].tolist()) for label, n, rows in found] == shown


def test_a_group_goes_on_on_the_next_page(corpus):
    groups = group_quotations(list_quotations(corpus), by="speaker")
    found = [page_groups(groups, page=page, size=1) for page in range(3)]
    assert [[(label, rows["statement_id"].tolist()) for label, _, rows in part] for part in found] == [
        [("Port Council", ["s3"])],
        [("Port Council", ["s2"])],
        [("Ada Verne", ["s1"])],
    ]


@pytest.mark.parametrize(
    ("speaker_id", "kinds", "found"),
    [
        ("", [], ["s1", "s3", "s2"]),
        ("port-council", [], ["s3", "s2"]),
        ("port-council", ["indirect"], ["s2"]),
        ("", ["direct", "mixed"], ["s1", "s3"]),
        ("nobody", [], []),
    ],
)
def test_picking(corpus, speaker_id, kinds, found):
    quotations = list_quotations(corpus)
    picked = pick_quotations(quotations, speaker_id=speaker_id, kinds=kinds)
    assert picked["statement_id"].tolist() == found


def test_counts_by_speaker_and_outlet(corpus):
    counts = count_statements(list_quotations(corpus), corpus)
    assert counts.columns.tolist() == [
        "speaker_id",
        "speaker",
        "outlet_id",
        "outlet",
        "statements",
        "direct",
        "mixed",
        "indirect",
        "quoted_words",
        "total",
    ]
    assert counts.values.tolist() == [
        ["port-council", "Port Council", "herald", "Herald & Sons", 1, 1, 0, 0, 5, 2],
        ["port-council", "Port Council", "gazette", "The Gazette", 1, 0, 0, 1, 0, 2],
        ["ada-verne", "Ada Verne", "gazette", "The Gazette", 1, 1, 0, 0, 7, 1],
    ]
    assert keep_most(counts, 1)["speaker_id"].tolist() == ["port-council", "port-council"]


def test_numbers_in_words(corpus):
    quotations = list_quotations(corpus)
    assert count_in_words(quotations, quotations) == "3 of 3 statements, by 2 speakers in 2 sources."
    assert count_in_words(quotations[:1], quotations) == "1 of 3 statements, by 1 speaker in 1 source."
    assert count_in_words(quotations[:0], quotations) == "0 of 3 statements."


def test_the_table_has_every_field(corpus):
    table = quotation_table(list_quotations(corpus))
    assert table.iloc[0].to_dict() == {
        "Source": "The Gazette",
        "Published": "2024-03-04",
        "Speaker": "Ada Verne",
        "Likely": "",
        "Inferred": False,
        "Role": "Harbour master",
        "Named as": "somebody",
        "Cue": "said",
        "Kind": "Direct",
        "Statement": "Norland keeps the quay open all year",
        "Shortened": False,
        "Medium": "Quay Wire",
        "Way to the page": "The Gazette < Ida Holm < Ada Verne",
        "Said on": "",
        "Stance": "Asserts",
        "Hedge": "",
        "Words": 7,
        "Quoted words": 7,
        "Rule": "quotation",
        "Confidence": "Certain",
        "By hand": False,
        "Link": "https://example.org/1",
    }


def test_an_empty_selection_keeps_its_columns(corpus):
    nothing = corpus.select(NOBODY)
    quotations = list_quotations(nothing)
    assert quotations.empty and quotations.columns.tolist() == COLUMNS
    assert search_quotations(quotations, "quay").columns.tolist() == COLUMNS
    assert pick_quotations(quotations, speaker_id="", kinds=[]).columns.tolist() == COLUMNS
    assert group_quotations(quotations, by="speaker") == []
    counts = count_statements(list_quotations(corpus), corpus)
    assert count_statements(quotations, nothing).columns.tolist() == counts.columns.tolist()
    assert (
        quotation_table(quotations).columns.tolist()
        == quotation_table(list_quotations(corpus)).columns.tolist()
    )


@pytest.mark.parametrize(
    ("entity_id", "name"),
    [
        ("ada-verne", "Ada Verne"),
        ("", ""),
        ("norland-officials", "Norland officials (unnamed)"),
        ("unnamed-norland-envoy", "Norland envoy (unnamed)"),
        ("media-unspecified", "Media (unnamed)"),
    ],
)
def test_people_whom_no_text_names(entity_id, name):
    assert name_of(entity_id, {"ada-verne": "Ada Verne"}) == name


@pytest.mark.parametrize(
    ("names", "most", "words"),
    [
        ([], None, ""),
        (["A"], 1, "A"),
        (["A", "B", "C"], None, "A, B and C"),
        (["A", "B", "C"], 3, "A, B and C"),
        (["A", "B", "C", "D"], 3, "A, B and 2 others"),
    ],
)
def test_join_names(names, most, words):
    assert join_names(names, most=most) == words
