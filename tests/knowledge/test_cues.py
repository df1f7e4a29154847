"""Cue verbs are lemmas; their forms, and faults in the lists."""

from pathlib import Path

import pytest

from analysis.knowledge.cues import inflect, read_abbreviations, read_cues
from analysis.problems import Problem

HEADER = "lemma,past,participle,class,takes,needs_clause,tone,reason\n"
OTHERS = {
    "cue_nouns.csv": "noun,kind,reason\nclaim,claim,x\n",
    "role_nouns.csv": "noun,plural\nspokesman,spokesmen\n",
    "word_classes.csv": "word,class\nMonday,time\n",
    "first_names.csv": "name,pronoun\nIda,she\n",
    "titles.csv": "title\nDr.\n",
    "particles.csv": "particle\nvan\n",
}


def write(folder: Path, verbs: str) -> Path:
    for name, rows in OTHERS.items():
        (folder / name).write_text(rows, encoding="utf-8")
    (folder / "cue_verbs.csv").write_text(HEADER + verbs, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lemma", "past", "participle", "expected"),
    [
        ("warn", "", "", ["warn", "warns", "warned", "warning"]),
        ("declare", "", "", ["declare", "declares", "declared", "declaring"]),
        ("deny", "", "", ["deny", "denies", "denied", "denying"]),
        ("say", "said", "", ["say", "says", "said", "saying"]),
        ("admit", "admitted", "", ["admit", "admits", "admitted", "admitting"]),
        ("stress", "", "", ["stress", "stresses", "stressed", "stressing"]),
        ("write", "wrote", "written", ["write", "writes", "wrote", "written", "writing"]),
        ("agree", "", "", ["agree", "agrees", "agreed", "agreeing"]),
    ],
)
def test_inflects(lemma: str, past: str, participle: str, expected: list[str]) -> None:
    assert [form for form, _ in inflect(lemma, past, participle)] == expected


def test_reads_verbs_with_their_forms_and_tone(tmp_path: Path) -> None:
    cues = read_cues(
        write(tmp_path, "point out,,,speech,clause,,neutral,\ndeny,,,speech,clause,,denial,says no\n")
    )
    assert [(form.verb.lemma, form.verb.particle, form.shape) for form in cues.forms["pointed"]] == [
        ("point out", "out", "past")
    ]
    assert (cues.verbs["deny"].tone, cues.verbs["deny"].only_quoted) == ("denial", False)
    assert cues.roles == {"spokesman": "spokesman", "spokesmen": "spokesman"}
    assert cues.nouns == {"claim": "claim", "claims": "claim"}
    assert {"pointed", "denies", "claims", "according"} <= cues.triggers
    assert cues.titles == {"dr"}


def test_a_sentence_without_a_needed_word_reports_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, "deny,,,speech,clause,,denial,says no\nbelieve,,,attitude,clause,,neutral,\n")
    (folder / "cue_nouns.csv").write_text(
        "noun,kind,reason\nclaim,claim,x\nletter,document,x\n", encoding="utf-8"
    )
    (folder / "word_classes.csv").write_text("word,class\nissued,issuing\nsoon,adverb\n", encoding="utf-8")
    cues = read_cues(folder)
    needed = {"deny", "denies", "denied", "denying", "claim", "claims", "issued", "according"}
    assert cues.needed.words == needed
    assert {"believes", "letter"} <= cues.triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody Denied-ed it", True),  # the word stands in a piece
        ("Nobody denieth", False),
        ("She pointed “out” that", True),
        ("Out there she pointed", True),  # they need not stand side by side
        ("The points are made", False),  # no particle
        ("They went out", False),  # no verb
        ("", False),
    ],
)
def test_a_verb_with_a_particle_is_needed_with_it(tmp_path: Path, text: str, expected: bool) -> None:
    verbs = "deny,,,speech,clause,,denial,says no\npoint out,,,speech,clause,,neutral,\n"
    assert read_cues(write(tmp_path, verbs)).needed.stand_in(text.split(" ")) is expected


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("deny,,,shout,clause,,denial,\n", "class 'shout', expected one of speech, attitude, document"),
        (
            "deny,,,speech,clause,,angry,\n",
            "tone 'angry', expected one of neutral, doubt, denial, warning, admission",
        ),
        ("deny,,,speech,clause,,denial,\ndeny,,,speech,clause,,denial,\n", "lemma 'deny' stands here twice"),
        ("deny,,,speech,clause,no,denial,\n", "needs_clause 'no' must be yes or empty"),
    ],
)
def test_faults_name_file_line_and_value(tmp_path: Path, rows: str, message: str) -> None:
    problems: list[Problem] = []
    read_cues(write(tmp_path, rows), problems)
    assert [str(problem) for problem in problems] == [f"cue_verbs.csv:{rows.count(chr(10)) + 1}: {message}"]


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("cue_nouns.csv", "claim,claim,x", "noun 'claim' stands here twice"),
        ("word_classes.csv", "Monday,time", "word 'Monday' stands here twice"),
        ("first_names.csv", "Ida,she", "name 'Ida' stands here twice"),
        ("first_names.csv", "Ed,it", "pronoun 'it', expected one of he, she"),
    ],
)
def test_faults_of_the_other_lists_are_named(tmp_path: Path, file: str, row: str, message: str) -> None:
    folder = write(tmp_path, "deny,,,speech,clause,,denial,says no\n")
    (folder / file).write_text(OTHERS[file] + row + "\n", encoding="utf-8")
    problems: list[Problem] = []
    read_cues(folder, problems)
    assert [str(problem) for problem in problems] == [f"{file}:3: {message}"]


def test_unknown_complements_are_named(tmp_path: Path) -> None:
    problems: list[Problem] = []
    read_cues(write(tmp_path, "deny,,,speech,clause shout,,denial,\n"), problems)
    assert len(problems) == 1
    assert "takes 'shout', expected one of animate" in str(problems[0])


def test_the_product_s_own_lists_are_sound() -> None:
    problems: list[Problem] = []
    cues = read_cues(problems=problems)
    assert problems == []
    assert {"say", "tell", "deny", "refute", "reject"} <= cues.verbs.keys()


def test_abbreviations_tell_whether_they_may_end_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "abbreviations.csv").write_text(
        "abbreviation,may_end_sentence\nMr.,no\nU.S.,yes\n", encoding="utf-8"
    )
    assert read_abbreviations(tmp_path) == {"Mr": False, "U.S": True}


def test_a_bad_abbreviation_is_named(tmp_path: Path) -> None:
    rows = "abbreviation,may_end_sentence\nMr.,no\nMr.,perhaps\n"
    (tmp_path / "abbreviations.csv").write_text(rows, encoding="utf-8")
    problems: list[Problem] = []
    read_abbreviations(tmp_path, problems)
    assert [str(problem) for problem in problems] == [
        "abbreviations.csv:3: abbreviation 'Mr.' stands here twice",
        "abbreviations.csv:3: may_end_sentence 'perhaps', expected one of yes, no",
    ]
