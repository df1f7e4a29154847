import pytest

from analysis.knowledge.patterns import (
    OBJECT_MARK,
    SUBJECT_MARK,
    check_pattern,
    compile_patterns,
    list_hints,
)

LISTS = {"boats": ["ferr*", "fishing boat*"], "moving": ["{boats} ... left"]}
MARKED = f"{SUBJECT_MARK * 6} and {SUBJECT_MARK * 5} sold boats to {OBJECT_MARK * 4}"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("boat", "A boat left.", "boat"),
        ("boat", "Boats left.", None),
        ("boat*", "Boats left.", "Boats"),
        ("*n't leave", "It didn’t leave.", "didn’t leave"),
        ("has|have left", "They have left.", "have left"),
        ("has not? left", "It has left.", "has left"),
        ("has not? left", "It has not left.", "has not left"),
        ("left ... harbour", "It left, at noon, the old harbour", "left, at noon, the old harbour"),
        (
            "left ... harbour",
            "left one two three four five six harbour",
            "left one two three four five six harbour",
        ),
        ("left ... harbour", "left one two three four five six seven harbour", None),
        ("left ... harbour", "It left. The harbour slept.", None),  # no pattern runs over a stop
        ("left … harbour", "It left the harbour.", "left the harbour"),
        ("{boats} left", "All fishing boats left.", "fishing boats left"),
        ("{moving}", "The ferry has left.", "ferry has left"),
        ("{subject} sold", MARKED, MARKED[:21]),
        ("sold ... {object}", MARKED, MARKED[17:]),
    ],
)
def test_patterns(pattern, text, found):
    match = compile_patterns([pattern], lists=LISTS).search(text)
    assert (match and match.group()) == found


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("... boat", "must begin and end with a word or a list"),
        ("boat ...", "must begin and end with a word or a list"),
        ("boat? left", "must begin and end with a word or a list"),
        ("", "must begin and end with a word or a list"),
        ("(boat", r"'\(boat' is neither a word nor '...' nor a \{list\}"),
        ("boat|", r"'boat\|' is neither a word"),
        ("{ships}", r"no word list 'ships', expected one of \['boats', 'moving', 'round'\]"),
        ("{round}", "word list 'round' holds itself"),
    ],
)
def test_faulty_patterns(pattern, message):
    with pytest.raises(ValueError, match=message):
        check_pattern(pattern, lists={**LISTS, "round": ["{round} boat"]})


def test_no_patterns():
    assert compile_patterns([]) is None


@pytest.mark.parametrize(
    ("patterns", "hints"),
    [
        (["repair* the Quay"], {"repair"}),  # the longest word of a row is the hint of the row
        (["build|mend the quay"], {"quay"}),  # of two parts as long, the one with fewer words
        (["mend", "mending"], {"mend"}),  # it hints at both
        (["{mood} ... crew now?"], {"crew"}),  # a word that may be missing is no hint
        (["so {mood}"], {"glad", "grateful"}),
        (["doesn't", "isn’t"], {"doesn", "isn"}),
        (["{subject}"], {SUBJECT_MARK}),
        ([], set()),
    ],
)
def test_hints_are_pieces_that_no_match_is_without(patterns, hints):
    assert list_hints(patterns, lists={"mood": ["Glad", "quite grateful"]}) == hints
