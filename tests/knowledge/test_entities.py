from datetime import date

import pytest

from analysis.knowledge.entities import (
    Alias,
    Body,
    Capital,
    Country,
    Demonym,
    KnownEntity,
    Office,
    Province,
    read_aliases,
    read_bodies,
    read_body_forms,
    read_capitals,
    read_countries,
    read_demonyms,
    read_entities,
    read_offices,
    read_outlets,
    read_provinces,
)
from analysis.records import Outlet

LISTS = {
    "entities.csv": """\
entity_id,name,type,country,role,wikidata
noria,Noria,COUNTRY,noria,,
the-north,The North,PLACE,,,
port-nor,Port Nor,PLACE,noria,,
port-nor-province,Port Nor province,PLACE,noria,,
ida-kay,Ida Kay,PERSON,noria,,Q1
""",
    "aliases.csv": "alias,entity_id,use\nNoria,noria,name\nKay,ida-kay,name\n",
    "countries.csv": "country_id,iso,kind,region\nnoria,NN,state,the-north\n",
    "demonyms.csv": "demonym,entity_id,form\nNorian,noria,adjective\n",
    "capitals.csv": "capital,place_id,country_id\nPort Nor,port-nor,noria\n",
    "provinces.csv": "name,city_id,province_id,zone_id\nPort Nor,port-nor,port-nor-province,\n",
    "offices.csv": "office,country,entity_id,from,until\nforeign minister,noria,ida-kay,2015-01-02,\n",
    "bodies.csv": "body_id,name,type\nsenate,Senate,ORG\n",
    "body_forms.csv": "form,body_id\nUpper House,senate\n",
    "outlets.csv": "outlet_id,name,country,kind\nnoria-post,Noria Post,noria,newspaper\n",
}


def read_lists(folder):
    problems = []
    entities = read_entities(folder, problems)
    bodies = read_bodies(folder, problems)
    lists = {
        "entities": entities,
        "aliases": read_aliases(folder, problems, entities=entities),
        "countries": read_countries(folder, problems, entities=entities),
        "demonyms": read_demonyms(folder, problems, entities=entities),
        "capitals": read_capitals(folder, problems, entities=entities),
        "provinces": read_provinces(folder, problems, entities=entities),
        "offices": read_offices(folder, problems, entities=entities),
        "bodies": bodies,
        "body_forms": read_body_forms(folder, problems, bodies=bodies),
        "outlets": read_outlets(folder, problems, entities=entities),
    }
    return lists, [str(problem) for problem in problems]


@pytest.fixture
def folder(tmp_path):
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_list_is_read(folder):
    assert read_lists(folder) == (
        {
            "entities": {
                "noria": KnownEntity("noria", "Noria", "COUNTRY", "noria", "", ""),
                "the-north": KnownEntity("the-north", "The North", "PLACE", "", "", ""),
                "port-nor": KnownEntity("port-nor", "Port Nor", "PLACE", "noria", "", ""),
                "port-nor-province": KnownEntity(
                    "port-nor-province", "Port Nor province", "PLACE", "noria", "", ""
                ),
                "ida-kay": KnownEntity("ida-kay", "Ida Kay", "PERSON", "noria", "", "Q1"),
            },
            "aliases": {"Noria": Alias("Noria", "noria", "name"), "Kay": Alias("Kay", "ida-kay", "name")},
            "countries": {"noria": Country("noria", "NN", "state", "the-north")},
            "demonyms": {"Norian": Demonym("Norian", "noria", "adjective")},
            "capitals": {"Port Nor": Capital("Port Nor", "port-nor", "noria")},
            "provinces": {"Port Nor": Province("Port Nor", "port-nor", "port-nor-province", "")},
            "offices": [Office("foreign minister", "noria", "ida-kay", date(2015, 1, 2), None)],
            "bodies": {"senate": Body("senate", "Senate", "ORG")},
            "body_forms": {"Upper House": "senate"},
            "outlets": {"noria-post": Outlet("noria-post", "Noria Post", "Noria", "newspaper")},
        },
        [],
    )


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        (
            "entities.csv",
            "ida-kay,Ida,PERSON,,,",
            "entities.csv:7: entity id 'ida-kay' stands twice",
        ),
        (
            "entities.csv",
            "Bo Ek,Bo Ek,PERSON,,,",
            "entities.csv:7: entity id 'Bo Ek' is not lower case letters and digits joined by hyphens",
        ),
        (
            "entities.csv",
            "bo-ek,Bo Ek,MAN,,,",
            "entities.csv:7: unknown type 'MAN', expected one of PERSON, COUNTRY, ORG, MEDIA, "
            "ARMED_GROUP, PLACE, ZONE, PROCESS, AGREEMENT, NORP",
        ),
        (
            "entities.csv",
            "bo-ek,Bo Ek,PERSON,,,1",
            "entities.csv:7: '1' is no Wikidata id, expected Q and digits",
        ),
        (
            "countries.csv",
            "ida-kay,N1,state,the-north",
            "countries.csv:3: 'ida-kay' is a PERSON, expected a COUNTRY",
        ),
        (
            "countries.csv",
            "noria,N1,state,the-north",
            "countries.csv:3: 'N1' is no country code, expected two capitals",
        ),
        (
            "offices.csv",
            "foreign minister,noria,ida-kay,2015-01-02,",
            "offices.csv:3: office 'foreign minister' stands twice so",
        ),
        (
            "outlets.csv",
            "Noria Post,Noria Post,noria,newspaper",
            "outlets.csv:3: outlet id 'Noria Post' is not lower case letters and digits joined by hyphens",
        ),
        ("entities.csv", "bo-ek,Bo Ek,PERSON,sudria,,", "entities.csv:7: unknown entity 'sudria'"),
        (
            "aliases.csv",
            "Kay,port-nor,name",
            "aliases.csv:4: alias 'Kay' belongs to both 'ida-kay' and 'port-nor'",
        ),
        ("aliases.csv", "Kay,ida-kay,name", "aliases.csv:4: alias 'Kay' stands twice"),
        ("aliases.csv", "Ek,bo-ek,name", "aliases.csv:4: unknown entity 'bo-ek'"),
        (
            "aliases.csv",
            "Ek,ida-kay,nickname",
            "aliases.csv:4: unknown use 'nickname', expected one of ('name', 'metonym', 'adjective')",
        ),
        ("countries.csv", "sudria,SU,state,the-north", "countries.csv:3: unknown entity 'sudria'"),
        (
            "countries.csv",
            "port-nor,SU,state,the-north",
            "countries.csv:3: 'port-nor' is a PLACE, expected a COUNTRY",
        ),
        ("countries.csv", "noria,NN,state,the-south", "countries.csv:3: unknown entity 'the-south'"),
        (
            "countries.csv",
            "noria,NN,realm,the-north",
            "countries.csv:3: unknown kind 'realm', expected one of ('state', 'territory', 'former')",
        ),
        ("countries.csv", "noria,NN,state,the-north", "countries.csv:3: country 'noria' stands twice"),
        ("demonyms.csv", "Sudrian,sudria,adjective", "demonyms.csv:3: unknown entity 'sudria'"),
        (
            "demonyms.csv",
            "Norian,the-north,adjective",
            "demonyms.csv:3: demonym 'Norian' belongs to both 'noria' and 'the-north'",
        ),
        (
            "demonyms.csv",
            "Norians,noria,many",
            "demonyms.csv:3: unknown form 'many', expected one of ('adjective', 'noun', 'plural')",
        ),
        ("capitals.csv", "Sud,sud,noria", "capitals.csv:3: unknown entity 'sud'"),
        (
            "capitals.csv",
            "Port Nor,noria,noria",
            "capitals.csv:3: capital 'Port Nor' belongs to both 'port-nor' and 'noria'",
        ),
        ("provinces.csv", "Sud,,sud,", "provinces.csv:3: unknown entity 'sud'"),
        (
            "provinces.csv",
            "Port Nor,,the-north,",
            "provinces.csv:3: name 'Port Nor' belongs to both 'port-nor-province' and 'the-north'",
        ),
        ("offices.csv", "president,noria,bo-ek,,", "offices.csv:3: unknown entity 'bo-ek'"),
        ("offices.csv", "President,noria,ida-kay,,", "offices.csv:3: office 'President' must be lower case"),
        (
            "offices.csv",
            "president,noria,ida-kay,2015,",
            "offices.csv:3: '2015' is no date, expected YYYY-MM-DD",
        ),
        (
            "offices.csv",
            "president,noria,ida-kay,2016-01-01,2015-01-01",
            "offices.csv:3: 2016-01-01 is not before 2015-01-01",
        ),
        ("bodies.csv", "senate,Senate,ORG", "bodies.csv:3: body 'senate' stands twice"),
        ("body_forms.csv", "Lower House,lower-house", "body_forms.csv:3: unknown body 'lower-house'"),
        ("body_forms.csv", "Upper House,senate", "body_forms.csv:3: form 'Upper House' stands twice"),
        ("outlets.csv", "sud-post,Sud Post,sudria,", "outlets.csv:3: unknown entity 'sudria'"),
        (
            "outlets.csv",
            "noria-post,Post,noria,newspaper",
            "outlets.csv:3: outlet 'noria-post' stands twice",
        ),
    ],
)
def test_a_bad_row_is_named(folder, file, row, problem):
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write(row + "\n")
    assert read_lists(folder)[1] == [problem]


def test_faults_of_all_files_are_reported_together(folder):
    (folder / "demonyms.csv").unlink()
    (folder / "aliases.csv").write_text("alias,entity_id,use\n,noria,name\n", encoding="utf-8")
    assert read_lists(folder)[1] == [
        "aliases.csv:2: alias must not be empty",
        f"demonyms.csv: no such file in {folder.name}/",
    ]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2015, 1, 1), False),
        (date(2015, 1, 2), True),
        (date(2015, 3, 3), True),
        (date(2016, 1, 1), False),  # the day the successor took over
    ],
)
def test_a_term_includes_its_first_day_only(day, held):
    assert Office("envoy", "noria", "ida-kay", date(2015, 1, 2), date(2016, 1, 1)).held_on(day) is held


def test_an_open_term_holds_on_every_day():
    office = Office("envoy", "noria", "ida-kay", None, None)
    assert office.held_on(date(1000, 1, 1)) and office.held_on(date(3000, 1, 1))
