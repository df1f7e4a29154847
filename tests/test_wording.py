import pytest

from analysis.wording import fold, read_tokens


@pytest.mark.parametrize(
    ("text", "entities", "tokens"),
    [
        ("The boats were leaving.", [], [("The", ""), ("boats", "boat"), ("were", ""), ("leaving", "leav")]),
        ("Lima’s fleet", [(0, 4, "peru")], [("Lima", "peru"), ("fleet", "fleet")]),
        ("It is not closed", [], [("It", ""), ("is", ""), ("not", "not"), ("closed", "close")]),
        ("", [], []),
    ],
)
def test_read_tokens(text, entities, tokens):
    assert [(token.surface, token.key) for token in read_tokens(text, entities)] == tokens


def test_read_tokens_marks_what_stands_in_brackets():
    tokens = read_tokens("We (the crew) sail [today]")
    assert [token.surface for token in tokens if token.in_brackets] == ["the", "crew", "today"]


def test_read_tokens_shows_the_marks_around_a_word():
    tokens = read_tokens("“We (the crew) sail,” so-called.")
    assert [token.shown for token in tokens] == ["“We", "(the", "crew)", "sail,”", "so-called."]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("It’s Ada", "it's ada"),
        ("HARBOUR Quay_9", "harbour quay_9"),  # plain letters only
        ("İbrahim Kalın", "ibrahim kalin"),
        ("ÇELİK’s", "celik's"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("‘it’", "'it'"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded
