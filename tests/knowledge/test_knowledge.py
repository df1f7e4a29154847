"""The lists that the project ships agree with one another."""

import shutil

import pytest

from analysis.knowledge import KNOWLEDGE, read_knowledge
from analysis.problems import InputError


@pytest.fixture(scope="module")
def knowledge():
    return read_knowledge()


def test_the_faults_of_all_lists_are_raised_together(tmp_path):
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    for name in ("demonyms.csv", "capitals.csv"):
        (folder / name).unlink()
    with pytest.raises(InputError) as error:
        read_knowledge(folder)
    assert [str(problem) for problem in error.value.problems] == [
        "demonyms.csv: no such file in knowledge/",
        "capitals.csv: no such file in knowledge/",
    ]


def test_a_caller_may_collect_the_faults(tmp_path):
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    (folder / "capitals.csv").unlink()
    problems = []
    read_knowledge(folder, problems)
    assert [str(problem) for problem in problems] == ["capitals.csv: no such file in knowledge/"]


def test_a_bad_row_of_any_list_is_named(tmp_path):
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    lists = sorted(folder.rglob("*.csv"))
    for path in lists:
        path.write_text(path.read_text(encoding="utf-8") + "nonsense,,,,,,,,,\n", encoding="utf-8")
    problems = []
    read_knowledge(folder, problems)
    bad_lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in lists}
    assert bad_lines.items() <= {(problem.file, problem.line) for problem in problems}


def test_no_spelling_is_a_name_and_a_demonym(knowledge):
    assert set(knowledge.demonyms) & set(knowledge.aliases) == set()


def test_every_capital_is_an_alias_of_its_city(knowledge):
    owners = {spelling: alias.entity_id for spelling, alias in knowledge.aliases.items()}
    capitals = knowledge.capitals.values()
    assert [capital for capital in capitals if owners.get(capital.capital) != capital.place_id] == []


def test_a_shared_name_is_an_alias_of_the_city_or_the_zone(knowledge):
    owners = {spelling: alias.entity_id for spelling, alias in knowledge.aliases.items()}
    provinces = knowledge.provinces.values()
    assert [p for p in provinces if owners.get(p.name) not in (p.city_id, p.zone_id)] == []


def test_every_country_has_its_facts(knowledge):
    states = {entity.entity_id for entity in knowledge.entities.values() if entity.type == "COUNTRY"}
    assert states == set(knowledge.countries)


def test_every_country_can_be_named(knowledge):
    named = {alias.entity_id for alias in knowledge.aliases.values()}
    assert set(knowledge.countries) - named == set()


def test_nobody_shares_an_iso_code(knowledge):
    codes = [country.iso for country in knowledge.countries.values() if country.iso]
    assert sorted(codes) == sorted(set(codes))


def test_nobody_shares_a_wikidata_id(knowledge):
    ids = [entity.wikidata for entity in knowledge.entities.values() if entity.wikidata]
    assert sorted(ids) == sorted(set(ids))


def test_aliases_leave_articles_and_titles_out(knowledge):
    kept = {"MEDIA"}  # where the article is part of the title
    first_words = {
        spelling: spelling.split()[0].lower()
        for spelling, alias in knowledge.aliases.items()
        if " " in spelling and knowledge.entities[alias.entity_id].type not in kept
    }
    assert [spelling for spelling, word in first_words.items() if word in ("the", "a", "an", "mr.")] == []


def test_only_people_and_bodies_follow_one_another_in_an_office(knowledge):
    holders = {knowledge.entities[office.entity_id].type for office in knowledge.offices}
    owners = {knowledge.entities[office.country].type for office in knowledge.offices}
    assert holders == {"PERSON"}
    assert owners <= {"COUNTRY", "ORG", "ARMED_GROUP", "PLACE"}


def test_the_readme_explains_every_list():
    readme = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(KNOWLEDGE.glob("*.csv")) if path.name not in readme] == []
