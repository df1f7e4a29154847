import pytest

from analysis.text_policy import left_context, passage_text, right_context, statement_content

NUMBERS = " ".join(f"w{n}" for n in range(1, 31))


@pytest.mark.parametrize(
    ("kind", "policy", "content"),
    [
        ("indirect", "quotations", " ".join(f"w{n}" for n in range(1, 26)) + " …"),
        ("indirect", "full", NUMBERS),
        ("direct", "quotations", NUMBERS),
        ("mixed", "quotations", NUMBERS),
    ],
)
def test_only_indirect_content_is_cut(kind, policy, content):
    assert statement_content(NUMBERS, kind=kind, policy=policy) == content


def test_an_indirect_content_of_25_words_stays_whole():
    content = " ".join(f"w{n}" for n in range(25))
    assert statement_content(content, kind="indirect", policy="quotations") == content


@pytest.mark.parametrize(
    ("text", "policy", "shown"),
    [
        (NUMBERS, "quotations", "w1 w2 w3 w4 w5 w6 … w25 w26 w27 w28 w29 w30"),
        (NUMBERS, "full", NUMBERS),
        ("a b c d e f g h i j k l", "quotations", "a b c d e f g h i j k l"),
        ("a b c d e f g h i j k l m", "quotations", "a b c d e f … h i j k l m"),
        ("", "quotations", ""),
    ],
)
def test_passages_keep_their_first_and_last_words(text, policy, shown):
    assert passage_text(text, policy=policy) == shown


def test_a_shortened_passage_stays_as_it_is():
    once = passage_text(NUMBERS, policy="quotations")
    assert passage_text(once, policy="quotations") == once


def test_context_has_six_words_a_side():
    assert left_context("a b c\nd e f g ") == "b c d e f g"
    assert right_context(" a b c d\xa0e f g") == "a b c d e f"
