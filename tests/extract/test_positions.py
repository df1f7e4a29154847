from types import SimpleNamespace

import pytest

from analysis.extract.positions import find_positions
from analysis.knowledge import KNOWLEDGE as DATA
from analysis.knowledge.cues import read_cues
from analysis.knowledge.entities import KnownEntity, Office
from analysis.knowledge.propositions import read_propositions

from .annotated import annotate

NAMES = {
    "Norland": ("norland", "COUNTRY"),
    "Norlandic": ("norland", "NORP"),
    "Suvia": ("suvia", "COUNTRY"),
    "Suvian": ("suvia", "NORP"),
    "Arland": ("arland", "COUNTRY"),
    "Borland": ("borland", "COUNTRY"),
    "Foreign Ministry of Suvia": ("suvia-foreign-ministry", "ORG"),
    "Ida Kay": ("ida-kay", "PERSON"),
    "Jo Reed": ("jo-reed", "PERSON"),
    "Valley": ("valley", "PLACE"),
    "Assembly of States": ("assembly", "ORG"),
    "North": ("the-north", "PLACE"),
}
COUNTRIES = ("norland", "suvia", "arland", "borland")
ENTITIES = {
    id_: KnownEntity(id_, id_, kind, id_ if kind == "COUNTRY" else "", "", "") for id_, kind in NAMES.values()
}
ENTITIES |= {c: KnownEntity(c, c, "COUNTRY", c, "", "") for c in COUNTRIES}
ENTITIES["suvia-foreign-ministry"] = KnownEntity("suvia-foreign-ministry", "", "ORG", "suvia", "", "")
ENTITIES["ida-kay"] = KnownEntity("ida-kay", "Ida Kay", "PERSON", "norland", "", "")
ENTITIES["jo-reed"] = KnownEntity("jo-reed", "Jo Reed", "PERSON", "arland", "", "")

PROPOSITIONS = """\
proposition_id,name,description,kind
observers,Observers,Norland or Suvia will send observers or is asked to,union
asked,Asked,Norland or Suvia was asked for observers,claim
sent,Sent,Norland or Suvia sends observers,claim
embargo-lifted,Embargo lifted,Arland lifts the embargo on Borland,claim
vote,Vote,The Assembly of States has to vote first,condition
"""
PARTS = """\
proposition_id,part,value
observers,member,asked
observers,member,sent
asked,subject,norland
asked,subject,suvia
asked,object,valley
asked,topic,{sending} ... observers|monitors
asked,topic,observers|monitors ... {object}
asked,asserts,asked|asks|asking|invited ... {subject}
asked,asserts,talks ... going on
asked,asserts,talks ... underway
asked,asserts,hold|holding|held ... talks
asked,cue,ask|urge
asked,undecided,issue|matter ... raised
sent,subject,norland
sent,subject,suvia
sent,object,valley
sent,topic,{sending} ... observers|monitors
sent,topic,observers|monitors ... {object}
sent,asserts,{subject} will|would send
sent,asserts,{subject} ... ready|agreed to send
sent,asserts,we will send
sent,denies,{subject} will not|never send
sent,denies,no plans to send
sent,conditional,{condition}
sent,undecided,{no-decision}
embargo-lifted,subject,arland
embargo-lifted,topic,embargo
embargo-lifted,asserts,{subject} ... lift*|ended ... embargo
embargo-lifted,asserts,embargo ... be|been|was lifted|ended
embargo-lifted,conditional,{condition}
vote,object,assembly
vote,topic,vote
vote,asserts,{object} ... must|needs vote
vote,asserts,{object} ... must decide
vote,asserts,only after ... vote ... {object}
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    """Propositions of other stories, with the word lists of the project."""
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "propositions.csv").write_text(PROPOSITIONS)
    (folder / "proposition_parts.csv").write_text(PARTS)
    words = (DATA / "proposition_words.csv").read_text(encoding="utf-8")
    (folder / "proposition_words.csv").write_text(words, encoding="utf-8")
    problems = []
    propositions = read_propositions(folder, problems, entities=ENTITIES)
    assert problems == []
    countries = {
        c: SimpleNamespace(region="the-north" if c in ("norland", "suvia") else "") for c in COUNTRIES
    }
    offices = [Office("minister", "norland", "ida-kay", None, None)]
    return SimpleNamespace(
        entities=ENTITIES,
        countries=countries,
        offices=offices,
        propositions=propositions,
        cues=read_cues(DATA),
        names=SimpleNamespace(heads={}, state_organs=frozenset()),
    )


def positions(marked, knowledge):
    text, article, options = annotate(marked, NAMES)
    return find_positions(text, article, **options, knowledge=knowledge)


def stances(marked, knowledge, proposition_id):
    return [p.stance for p in positions(marked, knowledge) if p.proposition_id == proposition_id]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Reed said {jo-reed say: Arland had asked Norland to send observers to the Valley}.", ["asserts"]),
        ("Reed said {jo-reed say: Arland had not asked Norland to send observers}.", ["denies"]),
        ("Reed said {jo-reed say: nobody has asked Suvia to send observers}.", ["denies"]),
        (
            "Reed said {jo-reed say: no state and no body has asked Suvia to send observers}.",
            ["denies"],
        ),
        # the negation belongs to the aside, then to another clause
        (
            "Reed said {jo-reed say: Arland, which has not voted, asked Suvia to send observers}.",
            ["asserts"],
        ),
        (
            "Reed said {jo-reed say: Arland asked Suvia to send observers, but Suvia did not answer}.",
            ["asserts"],
        ),
        (
            "Reed said {jo-reed say: it was not only Norland that was asked, Arland asked Suvia to send observers}.",
            ["asserts"],
        ),
        ("Reed denied {jo-reed deny: Arland had asked Norland to send observers}.", ["denies"]),
        (
            "Reed said {jo-reed say: reports that Arland asked Norland to send observers were false}.",
            ["denies"],
        ),
        (
            "Reed said {jo-reed say: Norland did not deny that Arland asked Suvia to send monitors}.",
            ["undecided"],
        ),
        ("Arland asked {arland ask: Norland to send observers to the Valley}.", ["asserts"]),
        ("Arland urged {arland urge: Borland to send observers to the Valley}.", []),
        # who asks whom
        ("Reed said {jo-reed say: Norland had asked Arland to send observers to the Valley}.", []),
        # nobody of the subjects, then another topic
        ("Reed said {jo-reed say: Arland had asked Borland to send observers to the Valley}.", []),
        ("Reed said {jo-reed say: Arland had asked Norland to lower its tariffs}.", []),
        # an if-clause asks nothing
        ("Reed said {jo-reed say: if Arland asks Norland to send observers it will answer}.", []),
    ],
)
def test_requests(marked, found, knowledge):
    assert stances(marked, knowledge, "asked") == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Kay said {ida-kay say: Norland will send observers to the Valley}.", ["asserts"]),
        ("Kay said {ida-kay say: we will send observers to the Valley}.", ["asserts"]),
        ("Kay said {ida-kay say: Norland will not send observers to the Valley}.", ["denies"]),
        ("Kay said {ida-kay say: there are no plans to send observers to the Valley}.", ["denies"]),
        (
            "Kay said {ida-kay say: Norland will send observers only if the Assembly of States agrees}.",
            ["conditional"],
        ),
        (
            "Kay said {ida-kay say: a crucial condition for sending observers is a vote}.",
            ["conditional"],
        ),
        (
            "Kay said {ida-kay say: no decision has been taken on sending observers}.",
            ["undecided"],
        ),
        (
            "Norland was asked about sending observers.\nKay said {ida-kay say: the parties would need to stop firing first}.",
            ["conditional"],
        ),
        # somebody else's affair
        ("Reed said {jo-reed say: no decision has been taken on sending observers}.", []),
        (
            "Kay said {ida-kay say: Arland has taken no decision on sending observers}.",
            [],
        ),
    ],
)
def test_promises_and_conditions(marked, found, knowledge):
    assert stances(marked, knowledge, "sent") == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Kay said {ida-kay say: Arland has lifted its embargo on Borland}.", ["asserts"]),
        ("Kay said {ida-kay say: the embargo of Arland has not been lifted}.", ["denies"]),
        ("Kay said {ida-kay say: Arland never lifted, and never eased, the embargo}.", ["denies"]),
        ("Kay said {ida-kay say: Arland could lift its embargo as long as Borland pays}.", ["conditional"]),
        ("Kay said {ida-kay say: the embargo of Suvia has been lifted}.", []),
    ],
)
def test_an_embargo(marked, found, knowledge):
    assert stances(marked, knowledge, "embargo-lifted") == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (  # the pair, not the two that ask
            "Arland and Borland met envoys of Norland and Suvia on sending observers.\n"
            "Reed said {jo-reed say: Arland had asked the two countries about sending observers}.",
            ["asserts"],
        ),
        (
            "Envoys of Arland and Borland spoke of sending observers after Norland had left.\n"
            "Reed said {jo-reed say: Jo Reed had asked both countries about sending observers}.",
            [],
        ),
        (  # the region tells which pair
            "Norland and Suvia may send observers.\nArland and Borland may not.\n"
            "Reed said {jo-reed say: he had asked the two North states to send observers}.",
            ["asserts"],
        ),
        (
            "Arland wants Norland to help in sending observers to the Valley.\n"
            "Other officials said {officials say: such talks were, in some form, underway}.",
            ["asserts"],
        ),
        (  # talks about something else
            "Arland wants Norland to help in sending observers to the Valley.\n"
            "Other officials said {officials say: such talks on trade were underway}.",
            ["asserts"],
        ),
        (
            "Norland may be sending observers to the Valley.\n"
            "Kay said {ida-kay say: talks on tariffs are going on}.",
            [],
        ),
        (
            "Norland may be sending observers to the Valley.\nKay said {ida-kay say: talks are going on}.",
            ["asserts"],
        ),
        (  # too far back for one who does not point back
            "Norland may be sending observers.\nIt rained.\nIt rained.\nIt rained.\n"
            "Kay said {ida-kay say: talks are going on}.",
            [],
        ),
        (
            "Norland may be sending observers.\n"
            "Reed said {jo-reed say: talks with Arland are going on}.",  # the other side is named
            ["asserts"],
        ),
        (
            "Norland may be sending observers.\nReed said {jo-reed say: talks in Arland are going on}.",
            [],
        ),
    ],
)
def test_what_a_statement_leaves_out(marked, found, knowledge):
    assert stances(marked, knowledge, "asked") == found


def test_reports_that_nobody_confirms(knowledge):
    marked = (
        "Reed said {jo-reed say: Arland had asked Suvia to send observers}.\n"
        "Officials of the Foreign Ministry of Suvia have not confirmed that information.\n"
        "Norland did not confirm the price of fish."
    )
    found = [p for p in positions(marked, knowledge) if p.statement_id is None]
    assert [(p.proposition_id, p.stance, p.actor_ids, p.text) for p in found] == [
        (
            name,
            "not_confirmed",
            ["suvia-foreign-ministry"],
            "Officials of the Foreign Ministry of Suvia have not confirmed that information",
        )
        for name in ("observers", "asked")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norland denied the reports.", [("denies", ["norland"])]),
        ("Norland refused to comment.", [("not_confirmed", ["norland"])]),
        ("Norland and Suvia could not confirm the claim.", [("not_confirmed", ["norland", "suvia"])]),
        (
            "However, officials in Norland and Suvia have so far not confirmed the claim.",
            [("not_confirmed", ["norland-officials", "suvia-officials"])],
        ),
        ("The Norlandic government could not confirm the claim.", [("not_confirmed", ["norland"])]),
        ("Norland denied Borland a visa.", []),
        ("Norland denied {norland deny: the reports}.", []),  # a statement, see below
        ("Norland confirmed the reports.", []),
    ],
)
def test_answers_to_reports(sentence, found, knowledge):
    marked = f"Reed said {{jo-reed say: Arland had asked Suvia to send observers}}.\n{sentence}"
    answers = [p for p in positions(marked, knowledge) if p.statement_id is None]
    assert [(p.stance, p.actor_ids) for p in answers if p.proposition_id == "asked"] == found


def test_a_report_that_is_denied_in_a_statement(knowledge):
    marked = (
        "Reed said {jo-reed say: Arland had asked Suvia to send observers}.\n"
        "Norland dismissed {norland dismiss: the reports as idle talk}."
    )
    assert stances(marked, knowledge, "asked") == ["asserts", "denies"]


@pytest.mark.parametrize(("before", "found"), [("Suvia wants a vote.", ["asserts"]), ("Suvia waits.", [])])
def test_a_condition_may_point_back(before, found, knowledge):
    marked = f"{before}\nReed said {{jo-reed say: this question the Assembly of States must decide}}."
    assert stances(marked, knowledge, "vote") == found


def test_no_report_to_confirm(knowledge):
    assert positions("Norland has not confirmed that information.", knowledge) == []


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Arland asked Norland to send observers", "asserts"),
        ("the issue of sending observers had been raised, but Norland was not asked", "undecided"),
        ("Arland has not asked Suvia to send observers and Suvia has decided nothing", "denies"),
        ("Suvia will send observers, but nobody has asked Suvia", "asserts"),
    ],
)
def test_a_union_takes_the_strongest_stance(content, found, knowledge):
    assert stances(f"Kay said {{ida-kay say: {content}}}.", knowledge, "observers") == [found]


def test_a_condition_without_subjects_is_about_anybody(knowledge):
    marked = "Reed said {jo-reed say: peace comes only after a vote in the Assembly of States}."
    (position,) = positions(marked, knowledge)
    assert (position.proposition_id, position.stance, position.statement_id) == ("vote", "asserts", "s0")
    assert (position.rule, position.confidence) == ("claim", "certain")


@pytest.mark.parametrize("marked", ["", "It rained.", "Kay said {ida-kay say: it rained}."])
def test_no_position(marked, knowledge):
    assert positions(marked, knowledge) == []
