import pytest

from analysis.annotate import find_spellings, known_spellings, read_pieces
from analysis.extract.known_names import find_known_names
from analysis.knowledge.spellings import fold


@pytest.fixture
def places(nlp, knowledge):
    """Return [(text, type, entity, rule)] of the known places and states in a text."""

    def places(text):
        folded = fold(text)
        pieces = read_pieces(folded, nlp)
        listed = find_spellings(folded, pieces, nlp)
        found = find_known_names(folded, pieces, listed, spellings=known_spellings(nlp), knowledge=knowledge)
        return [(folded[n.start : n.end], n.entity_type, n.entity_id, n.rule) for n in found]

    return places


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Oslo rejected the plan.", "capital-acts"),
        ("Oslo flatly rejected the plan.", "capital-acts"),
        ("Oslo's answer was short.", "capital-possessive"),
        ("talks between Oslo and Estonia", "capital-in-relation"),
        ("a quarrel with Oslo", "capital-in-relation"),
        ("the Oslo government", "capital-governing"),
        ("an Oslo-backed plan", "capital-compound"),
        ("Officials in Oslo did not answer.", "capital-officials"),
        ("A delegation from Oslo sang.", "capital-officials"),
        ("A delegation sang in Oslo.", ""),
        ("The mayor of Oslo sang.", ""),
        ("The offer is acceptable to Oslo.", "capital-addressed"),
        ("pressure on Oslo", "capital-addressed"),
        ("They accused Oslo of delay.", "capital-opposed"),
        ("The rebels and Oslo sat at one table.", "capital-opposed"),
        ("Oslo was badly shelled.", ""),
        ("Oslo was angry.", "capital-acts"),
        ("They envied Oslo for it.", "capital-metonym"),
        ("They received no paper from Oslo.", "capital-addressed"),
        ("Officials from Oslo did not answer.", "capital-officials"),
        ("a party close to Oslo", "capital-addressed"),
        # the city
        ("They met in Oslo.", ""),
        ("She flew to Oslo.", ""),
        ("He left Oslo for good.", ""),
        ("the outskirts of Oslo", ""),
        ("Oslo's airport was closed.", ""),
        ("the Oslo airport", ""),
        ("an Oslo-based charity", ""),
        ("a march in Oslo, Norway", ""),
        ("the capital, Oslo, was calm", ""),
        ("a train from Bergen to Oslo", ""),
    ],
)
def test_a_capital_is_its_government_or_the_city(places, text, rule):
    expected = ("COUNTRY", "norway", rule) if rule else ("PLACE", "oslo", "capital-as-place")
    assert [found[1:] for found in places(text) if found[0] == "Oslo"] == [expected]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("It may not please Oslo, Lima and Rome.", ["norway", "peru", "italy"]),
        ("It may look like no plan in Oslo, Lima and Rome.", ["norway", "peru", "italy"]),
        ("Talks were held in Oslo, Lima and Rome.", ["oslo", "lima", "rome"]),
        ("They praised Oslo and Damascus.", ["norway", "syria"]),
        ("the suburbs of Oslo and Damascus", ["oslo", "damascus"]),
        ("the Oslo-Lima deal", ["norway", "peru"]),
        ("Oslo, Lima and Estonia confirmed it.", ["norway", "peru", "estonia"]),
    ],
)
def test_capitals_in_a_row_are_read_together(places, text, entities):
    assert [found[2] for found in places(text)] == entities


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Damascus refused the offer.", "syria"),
        ("They praised Damascus and its allies.", "syria"),
        ("They praised Damascus and its suburbs.", "damascus"),
        ("They blamed Damascus.", "syria"),
        ("The opposition and Damascus sat at one table.", "syria"),
        ("a source close to Damascus", "syria"),
        ("a village close to Damascus", "damascus"),
        ("Damascus, for its part, smiled.", "syria"),
        ("Damascus was shelled.", "damascus"),
        ("They praised Damascus.", "damascus"),  # where the war is, the city comes first
        ("Shells fell on Damascus.", "damascus"),
    ],
)
def test_a_capital_in_the_theatre_of_war(places, text, entity):
    assert [found[2] for found in places(text)] == [entity]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Idlib was quiet.", [("Idlib", "PLACE", "idlib-province")]),
        ("Idlib was quiet, as are the other zones.", [("Idlib", "ZONE", "idlib")]),
        ("the city of Idlib and de-escalation zones", [
            ("Idlib", "PLACE", "idlib-city"), ("de-escalation zones", "ZONE", "de-escalation-zones")]),
        ("Idlib and other de-escalation zones", [
            ("Idlib", "ZONE", "idlib"), ("de-escalation zones", "ZONE", "de-escalation-zones")]),
        ("the provinces of Hama and Aleppo", [
            ("Hama", "PLACE", "hama-province"), ("Aleppo", "PLACE", "aleppo-province")]),
        ("(Latakia, Hama and Aleppo provinces)", [
            ("Latakia", "PLACE", "latakia-province"), ("Hama", "PLACE", "hama-province"),
            ("Aleppo", "PLACE", "aleppo-province")]),
        ("the bombing of Aleppo", [("Aleppo", "PLACE", "aleppo")]),
    ],
)  # fmt: skip
def test_a_city_its_province_and_its_zone(places, text, names):
    assert [found[:3] for found in places(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the next Astana talks", [("Astana talks", "PROCESS", "astana-process")]),
        ("the Astana peace talks", [("Astana peace talks", "PROCESS", "astana-process")]),
        ("No to Astana Talks", [("Astana Talks", "PROCESS", "astana-process")]),
        ("the Lima deal", [("Lima deal", "AGREEMENT", "new:lima-deal")]),
        ("the talks in Astana", [("Astana", "PLACE", "astana")]),
        ("the Lima process", [("Lima process", "PROCESS", "new:lima-process")]),
        ("the Lima meeting", [("Lima", "PLACE", "lima")]),  # no process is known by that name
    ],
)
def test_a_place_names_talks(places, text, names):
    assert [found[:3] for found in places(text)] == names
