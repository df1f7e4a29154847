import shutil

import pytest

from analysis.knowledge import KNOWLEDGE, read_knowledge
from analysis.knowledge.names import Homograph, read_names

FILES = (
    "name_heads.csv",
    "name_prefixes.csv",
    "unit_words.csv",
    "common_heads.csv",
    "titles.csv",
    "role_nouns.csv",
    "given_names.csv",
    "particles.csv",
    "plain_words.csv",
    "place_cues.csv",
    "capital_cues.csv",
    "media_cues.csv",
    "group_cues.csv",
    "documents.csv",
    "homographs.csv",
    "short_places.csv",
    "signing_verbs.csv",
)
ENTITIES = frozenset(read_knowledge().entities)


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        shutil.copy(KNOWLEDGE / name, tmp_path)
    return tmp_path


def test_the_words_of_a_title_and_its_end_are_told_apart(folder):
    (folder / "titles.csv").write_text("title\nPrime Minister\nGen.\n", encoding="utf-8")
    names = read_names(folder, [], entities=ENTITIES)
    assert names.title_words == {"Prime", "Minister", "Gen."}
    assert names.title_ends == {"Minister", "Gen."}


def test_a_role_is_a_noun_that_a_name_follows(folder):
    rows = "noun,plural,name_follows\nbaker,bakers,yes\nbakery,bakeries,\n"
    (folder / "role_nouns.csv").write_text(rows, encoding="utf-8")
    assert read_names(folder, [], entities=ENTITIES).roles == {"baker"}


def test_a_common_head_is_also_one_of_a_place_or_an_outlet(folder):
    (folder / "common_heads.csv").write_text("noun\nmovement\n", encoding="utf-8")
    (folder / "place_cues.csv").write_text("cue,position\nprovince,after\nnear,before\n", encoding="utf-8")
    (folder / "media_cues.csv").write_text("cue,position\nnews agency,after\n", encoding="utf-8")
    assert read_names(folder, [], entities=ENTITIES).common_heads == {"movement", "province", "agency"}


def test_homographs_are_found_by_their_spelling(folder):
    rows = "spelling,entity_id,needs\nDuma,douma,eastern-ghouta\nDuma,douma,\n"
    (folder / "homographs.csv").write_text(rows, encoding="utf-8")
    names = read_names(folder, [], entities=ENTITIES)
    assert names.homographs == {
        "Duma": [Homograph("Duma", "douma", "eastern-ghouta"), Homograph("Duma", "douma", "")]
    }


def test_a_short_place_is_found_by_its_abbreviation(folder):
    (folder / "short_places.csv").write_text("abbreviation,entity_id\nOH,ohio\n", encoding="utf-8")
    assert read_names(folder, [], entities=ENTITIES).short_places == {"OH": "ohio"}


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        (
            "role_nouns.csv",
            "noun,plural,name_follows\nbaker,bakers,yes\nbaker,bakers,\n",
            "role_nouns.csv:3: noun 'baker' stands twice",
        ),
        (
            "role_nouns.csv",
            "noun,plural,name_follows\nbaker,bakers,no\n",
            "role_nouns.csv:2: name_follows 'no' must be yes or empty",
        ),
        (
            "homographs.csv",
            "spelling,entity_id,needs\nDuma,douma,\nDuma,douma,\n",
            "homographs.csv:3: spelling 'Duma' stands twice so",
        ),
        (
            "homographs.csv",
            "spelling,entity_id,needs\nDuma,douma,moon\n",
            "homographs.csv:2: unknown entity 'moon'",
        ),
        (
            "short_places.csv",
            "abbreviation,entity_id\nOH,moon\n",
            "short_places.csv:2: unknown entity 'moon'",
        ),
        (
            "short_places.csv",
            "abbreviation,entity_id\nOH,ohio\nOH,ohio\n",
            "short_places.csv:3: abbreviation 'OH' stands twice",
        ),
        (
            "plain_words.csv",
            "word,kind\nMonday,day\n",
            "plain_words.csv:2: unknown kind 'day', expected one of opener, noun, calendar",
        ),
        (
            "place_cues.csv",
            "cue,position\nnear,before\nnear,before\n",
            "place_cues.csv:3: cue 'near' stands twice as before",
        ),
        (
            "name_heads.csv",
            "head,type,state_organ\nCouncil,BODY,\n",
            "name_heads.csv:2: unknown type 'BODY', expected one of",
        ),
        (
            "name_heads.csv",
            "head,type,state_organ\nCouncil,ORG,no\n",
            "name_heads.csv:2: state_organ 'no' must be yes or empty",
        ),
        ("name_prefixes.csv", "prefix,type\nAbu,PERSON\nAbu,PLACE\n", "name_prefixes.csv:3: 'Abu' stands twice"),
        ("documents.csv", "noun,entity_id,needs\npact,moon,douma\n", "documents.csv:2: unknown entity 'moon'"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named(folder, file, text, problem):
    (folder / file).write_text(text, encoding="utf-8")
    problems = []
    read_names(folder, problems, entities=ENTITIES)
    assert [str(fault)[: len(problem)] for fault in problems] == [problem]


def test_the_lists_of_the_product_have_no_fault():
    assert read_knowledge().names.heads["Council"] == "ORG"
