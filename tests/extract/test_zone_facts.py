from types import SimpleNamespace

import pytest

from analysis.extract.zone_facts import find_zone_facts
from analysis.knowledge import KNOWLEDGE as DATA
from analysis.knowledge.entities import KnownEntity
from analysis.knowledge.zone_cues import read_zone_cues

from .annotated import annotate

NAMES = {
    "calm zones": ("calm-zones", "ZONE"),
    "East Vale": ("east-vale", "ZONE"),
    "West Vale": ("west-vale", "ZONE"),
    "Upper Vale": ("upper-vale", "ZONE"),
    "Harbour": ("harbour", "PLACE"),
    "Ford": ("ford", "PLACE"),
    "Mill": ("mill", "PLACE"),
    "Hill": ("hill", "PLACE"),
    "Norland": ("norland", "COUNTRY"),
    "Norlandic": ("norland", "NORP"),
    "Suvia": ("suvia", "COUNTRY"),
    "Suvian": ("suvia", "NORP"),
    "Arland": ("arland", "COUNTRY"),
    "Old Believers": ("old-believers", "NORP"),
    "League": ("league", "ORG"),
    "Ida Kay": ("ida-kay", "PERSON"),
    "Memorandum of Calm": ("memorandum", "AGREEMENT"),
}
ZONES = {
    zone_id: SimpleNamespace(zone_id=zone_id, feature_id=feature_id, entity_id=entity_id)
    for zone_id, feature_id, entity_id in (
        ("east-vale", "zone-1", "east-vale"),
        ("west-vale", "zone-2", "west-vale"),
        ("upper-vale", "zone-3", "upper-vale"),
        ("harbour-region", "", "harbour"),
        ("all", "", "calm-zones"),
    )
}
CUES = """\
agreement,,memorandum
place,upper-vale,hill
collective,guarantor* countr*|state*,norland
collective,guarantor* countr*|state*,suvia
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    """The cues of the project with other zones, another agreement and other guarantors."""
    folder = tmp_path_factory.mktemp("knowledge")
    rows = (DATA / "zone_cues.csv").read_text(encoding="utf-8").splitlines()
    own = [row for row in rows if not row.startswith(("agreement", "collective", "place"))]
    (folder / "zone_cues.csv").write_text("\n".join(own) + "\n" + CUES, encoding="utf-8")
    problems = []
    cues = read_zone_cues(folder, problems)
    assert problems == []
    return SimpleNamespace(
        zones=ZONES,
        zone_cues=cues,
        countries={"norland": None, "suvia": None, "arland": None},
        entities={"ida-kay": KnownEntity("ida-kay", "Ida Kay", "PERSON", "norland", "", "")},
    )


def facts(marked, knowledge):
    text, article, options = annotate(marked, NAMES)
    return find_zone_facts(text, article, **options, knowledge=knowledge)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "The zones included: 1) East Vale and parts of the nearby villages (Ford and Mill); 2) West Vale.",
            [
                (
                    "east-vale",
                    ["east-vale", "ford", "mill"],
                    "East Vale and parts of the nearby villages (Ford and Mill)",
                ),
                ("west-vale", ["west-vale"], "West Vale"),
            ],
        ),
        (  # commas instead of numbers; a bracket says what the name stands for
            "The areas cover East Vale, parts of West Vale (Hill and Ford) and Upper Vale.",
            [
                ("east-vale", ["east-vale"], "East Vale"),
                ("west-vale", ["hill", "ford"], "parts of West Vale (Hill and Ford)"),
                ("upper-vale", ["upper-vale"], "Upper Vale"),
            ],
        ),
        (
            "The East Vale zone includes Ford and Mill.",
            [("east-vale", ["ford", "mill"], "The East Vale zone includes Ford and Mill")],
        ),
        (  # a place that lies in a zone stands for it, unless the list names the zone
            "The zones cover East Vale and areas of Hill and Ford.",
            [
                ("east-vale", ["east-vale"], "East Vale"),
                ("upper-vale", ["hill", "ford"], "areas of Hill and Ford"),
            ],
        ),
        (
            "The deal made two zones in the north: East Vale, and West Vale near Ford and near Harbour.",
            [
                ("east-vale", ["east-vale"], "East Vale"),
                ("west-vale", ["west-vale", "ford", "harbour"], "West Vale near Ford and near Harbour"),
            ],
        ),
        ("The zones included shops and a mill.", []),
    ],
)
def test_definitions(marked, found, knowledge):
    rows = [fact for fact in facts(marked, knowledge) if fact.relation == "defined_by"]
    assert [(fact.zone_id, fact.place_ids, fact.text) for fact in rows] == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "Norland has asked Suvia and Arland to send troops to monitor the calm zones as part of a plan.",
            [("all", ["suvia", "arland"], ["norland"])],
        ),
        ("Norlandic observers will be deployed in East Vale.", [("east-vale", ["norland"], [])]),
        (  # two zones, each with its own monitors
            "Norlandic observers will be deployed in East Vale, observers from Suvia will be in West Vale.",
            [("east-vale", ["norland"], []), ("west-vale", ["suvia"], [])],
        ),
        (  # a clause without a verb goes on from the one before
            "Norlandic forces would be most prominent in East Vale; mostly Suvia and Arland around Harbour.",
            [("east-vale", ["norland"], []), ("harbour-region", ["suvia", "arland"], [])],
        ),
        (
            "The plan provides for sending the guarantor countries to the calm zones to monitor them.",
            [("all", ["norland", "suvia"], [])],
        ),
        (
            "Ida Kay wrote of Arland and of deploying Suvian soldiers to keep the peace in the calm zones.",
            [("all", ["suvia"], [])],
        ),
        (
            "Norland and Suvia proposed that Arland police the calm zones.",
            [("all", ["arland"], ["norland", "suvia"])],
        ),
        (
            "Ida Kay said {ida-kay say: our military police will patrol East Vale}.",
            [("east-vale", ["norland"], [])],
        ),
        (
            "Officials said {suvia-army say: its military police will patrol East Vale}.",
            [("east-vale", ["suvia"], [])],
        ),
        ("Ida Kay said {ida-kay say: military police will patrol East Vale}.", []),
        ("Observers in Arland watched a film about the calm zones.", []),  # only where they are
        ("Norlandic forces attacked East Vale.", []),
        ("Norland will send troops to Harbour.", []),  # a town, not the area around it
        ("Old Believers will monitor East Vale.", []),  # no state and no body
    ],
)
def test_monitors(marked, found, knowledge):
    rows = [fact for fact in facts(marked, knowledge) if fact.relation == "monitor_proposed"]
    assert [(fact.zone_id, fact.actor_ids, fact.proposed_by) for fact in rows] == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Norland, Suvia and Arland set up the calm zones.", [("all", ["norland", "suvia", "arland"])]),
        (
            "Arland has rejected the idea of the League monitoring the calm zones.",
            [("all", ["arland", "league"])],
        ),
        (
            "The security of the calm zones is in the competence of the guarantor countries.",
            [("all", ["norland", "suvia"])],
        ),
        (
            "Norland and Suvia are working on a mechanism to monitor the Memorandum of Calm.",
            [("all", ["norland", "suvia"])],
        ),
        ("Arland opposes any role for Suvia in East Vale.", [("east-vale", ["arland", "suvia"])]),
        ("It rained in East Vale.", []),
    ],
)
def test_other_facts(marked, found, knowledge):
    rows = [fact for fact in facts(marked, knowledge) if fact.relation == "other"]
    assert [(fact.zone_id, fact.actor_ids) for fact in rows] == found


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (
            "Under the new plan, Suvian police would patrol East Vale, while Norlandic police would guard West Vale.",
            ["Suvian police would patrol East Vale", "Norlandic police would guard West Vale"],
        ),
        (
            "Norland, which asked, will guard East Vale and parts of Ford.",
            ["Norland, which asked, will guard East Vale"],
        ),
    ],
)
def test_passages_are_clauses(marked, text, knowledge):
    assert [fact.text for fact in facts(marked, knowledge)] == text


def test_according_to_whom(knowledge):
    marked = (
        "Ida Kay said {ida-kay say: Norlandic observers will be in East Vale}.\nSuvia will guard West Vale."
    )
    first, second = facts(marked, knowledge)
    assert (first.statement_id, first.text) == ("s0", "Norlandic observers will be in East Vale")
    assert (second.statement_id, second.zone_id) == (None, "west-vale")


@pytest.mark.parametrize("marked", ["", "It rained."])
def test_no_zone(marked, knowledge):
    assert facts(marked, knowledge) == []
