import pytest

from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.entities import read_entities
from analysis.knowledge.propositions import proposition_rows, read_propositions

FILES = {
    "propositions.csv": (
        "proposition_id,name,description,kind\n"
        "harbour-open,Harbour open,Noria opens the harbour.,claim\n"
        "any,Any,One or the other.,union\n"
    ),
    "proposition_parts.csv": (
        "proposition_id,part,value\n"
        "harbour-open,subject,noria\n"
        "harbour-open,topic,harbour*\n"
        "harbour-open,asserts,{subject} open* ... {places}\n"
        "any,member,harbour-open/denies\n"
    ),
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = (KNOWLEDGE / "proposition_words.csv").read_text(encoding="utf-8")
    (tmp_path / "proposition_words.csv").write_text(words + "places,harbour*|port*\n", encoding="utf-8")
    return tmp_path


def test_propositions_are_read(folder):
    problems = []
    propositions = read_propositions(folder, problems, entities={"noria"})
    assert problems == []
    harbour, either = propositions.by_id.values()
    assert (harbour.name, harbour.subjects, harbour.objects) == ("Harbour open", {"noria"}, frozenset())
    assert harbour.topic.search("two harbours") and harbour.denies is None
    assert (either.members, either.asserts) == ((("harbour-open", "denies"),), None)
    assert propositions.words["places"].search("the Ports")
    assert proposition_rows(propositions) == [
        ("harbour-open", "Harbour open", "Noria opens the harbour.", "claim"),
        ("any", "Any", "One or the other.", "union"),
    ]


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        ("propositions.csv", "any,Any,,union", "propositions.csv:4: proposition 'any' stands twice"),
        (
            "propositions.csv",
            "rain,Rain,,weather",
            "propositions.csv:4: kind 'weather', expected one of claim, condition, union",
        ),
        (
            "propositions.csv",
            "rain,Rain,,claim",
            "proposition_parts.csv: proposition 'rain', a claim, has no 'asserts' row",
        ),
        (
            "proposition_parts.csv",
            "rain,topic,rain*",
            "proposition_parts.csv:6: proposition 'rain' is not in propositions.csv",
        ),
        (
            "proposition_parts.csv",
            "any,verb,rain*",
            "proposition_parts.csv:6: part 'verb', expected one of subject, object, topic, asserts, cue, denies, "
            "conditional, undecided, member",
        ),
        (
            "proposition_parts.csv",
            "any,member,rain",
            "proposition_parts.csv:6: member 'rain' is not in propositions.csv",
        ),
        (
            "proposition_parts.csv",
            "any,member,harbour-open/hopes",
            "proposition_parts.csv:6: stance 'hopes', expected one of asserts, denies, not_confirmed, "
            "conditional, undecided",
        ),
        (
            "proposition_parts.csv",
            "harbour-open,subject,suvia",
            "proposition_parts.csv:6: subject 'suvia' is no id of entities.csv",
        ),
        (
            "proposition_parts.csv",
            "harbour-open,denies,clos* ...",
            "proposition_parts.csv:6: denies: pattern 'clos* ...' must begin and end with a word or a list",
        ),
    ],
)
def test_a_faulty_row_is_named(folder, file, row, problem):
    with (folder / file).open("a", encoding="utf-8") as lines:
        lines.write(row + "\n")
    problems = []
    read_propositions(folder, problems, entities={"noria"})
    assert problem in map(str, problems)


def test_a_word_list_that_the_rules_need(folder):
    path = folder / "proposition_words.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if not row.startswith("negator,")]
    path.write_text("\n".join([*kept, "places,(quay"]) + "\n", encoding="utf-8")
    problems = []
    read_propositions(folder, problems)
    assert [str(problem) for problem in problems] == [
        f"proposition_words.csv:{len(kept) + 1}: '(quay' is neither a word nor '...' nor a {{list}}",
        "proposition_words.csv: the word list 'negator' is missing",
    ]


def test_the_propositions_of_the_project_have_no_fault():
    problems = []
    propositions = read_propositions(KNOWLEDGE, problems, entities=read_entities(KNOWLEDGE, []))
    assert problems == []
    assert {"talks-under-way", "request-made", "troops-will-be-sent", "un-mandate-condition"} < set(
        propositions.by_id
    )
    members = propositions.by_id["central-asian-troops"].members
    assert members[:2] == (("talks-under-way", ""), ("request-made", ""))
