"""Reports by a finite verb, and what looks like one."""

import pytest

from analysis.extract.verb_cues import report_by_verb

from .scenes import CUES, read_reports, read_scene


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kay said that it rained.", "said", [("it rained", "Kay")]),
        ("It rained, Kay said.", "said", [("It rained", "Kay")]),
        ("The plan, Kay said, would fail.", "said", [("The plan", "Kay"), ("would fail", "Kay")]),
        (
            "If it rains, Kay said, the port will close.",
            "said",
            [("If it rains", "Kay"), ("the port will close", "Kay")],
        ),
        (
            "It rained, Kay said, but it did not freeze.",
            "said",
            [("It rained", "Kay"), ("but it did not freeze", "Kay")],
        ),
        ("Kay left and said that it rained.", "said", [("it rained", "Kay")]),
        ("Kay, who said that it rained, left.", "said", [("it rained", "Kay")]),
        ("Kay went on to say that it rained.", "say", [("it rained", "Kay")]),
        ("It rained, Kay went on to say.", "say", [("It rained", "Kay")]),
        ("Kay mocked what Orr called “a fine day.”", "called", [("a fine day", "Orr")]),
        ("As Kay put it, the quay was lost.", "put", [("the quay was lost", "Kay")]),
        ("The quay was lost, as Kay put it.", "put", [("The quay was lost", "Kay")]),
        ("Kay put the toll at more than 30.", "put", [("the toll at more than 30", "Kay")]),
        ("Kay estimated the damage at $3 million.", "estimated", [("the damage at $3 million", "Kay")]),
        ("Kay blamed the flood on careless sailors.", "blamed", [("the flood on careless sailors", "Kay")]),
        ("Kay shot back that it rained.", "shot", [("it rained", "Kay")]),
        ("“Leave us alone here,” a boy can be heard saying.", "saying", [("Leave us alone here", "a boy")]),
        ("A boy is heard saying that it rained.", "saying", [("it rained", "A boy")]),
        ("They have lost it all, she sobbed.", "sobbed", [("They have lost it all", "she")]),
        ("Since the end of May two men have left, Kay said.", "said", [
            ("Since the end of May two men have left", "Kay")]),
        ("The men know neither of them, Kay said.", "said", [("The men know neither of them", "Kay")]),
        ("Orr, who lives in Oslo, stressed the need for the port to close.", "stressed", [
            ("the need for the port to close", "Orr")]),
        ("The two sides remain far apart, Kay said.", "said", [("The two sides remain far apart", "Kay")]),
        ("Tariffs raise costs, Kay said.", "said", [("Tariffs raise costs", "Kay")]),
        ("The fee hurts divers, Kay said.", "said", [("The fee hurts divers", "Kay")]),
        ("Even as rents fell, prices remain high here, Kay said.", "said", [
            ("Even as rents fell, prices remain high here", "Kay")]),
        ("It rains in a town whose young mayor said it rained.", "said", [("it rained", "young mayor")]),
        ("They met Oslo, a rival, whose divers said it rained.", "said", [("it rained", "divers")]),
        ("Kay urged sailors to leave, but the crew has stayed.", "urged", [("sailors to leave", "Kay")]),
        ("Kay urged people to wait as she left.", "urged", [("people to wait", "Kay")]),
        ("Kay asked in a letter to Orr why it rained.", "asked", [("why it rained", "Kay")]),
        ("Kay, R-Oslo, a sailor, said it rained.", "said", [("it rained", "Kay")]),
        ("Kay has since said it rained.", "said", [("it rained", "Kay")]),
        ("Kay took down a post that suggested it rained.", "suggested", [("it rained", "a post")]),
        ("Kay asked the crew to leave by dawn, arguing that it rained.", "asked", [
            ("the crew to leave by dawn", "Kay")]),
        ("Kay passed a law that declared the port a park.", "declared", []),
        ("Kay, D-Orr., who sails, said it rained.", "said", [("it rained", "Kay")]),
        ("Kay, in a letter sent Monday, asked the crew to leave.", "asked", [("the crew to leave", "Kay")]),
        ("Kay said Tuesday night’s storm was “a shock.”", "said", [
            ("Tuesday night’s storm was “a shock", "Kay")]),
        # no subject that could speak, a noun in a list, one that is compared or has a clause of its own
        ("It rained, both here and in swing states.", "states", []),
        ("It rained on Monday, meeting with sailors from small or wet states.", "states", []),
        ("Mayor Kay and former state senator Orr left early on Friday.", "state", []),
        ("It rained more here than states Orr left.", "states", []),
        ("He has signed new harbour orders that would last.", "orders", []),
        # an aside without a clause, a port that would stay, what somebody did next, what was asked about
        ("They lack the boats as Kay suggested, at least in the north.", "suggested", []),
        ("Kay argued for a port that would stay dry.", "argued", []),
        ("“It rained all day,” Kay replied, then left the port.", "replied", [("It rained all day", "Kay")]),
        ("When Orr asked about it later, Kay left.", "asked", []),
        ("Kay suggested on Monday ways for Orr to leave and later stayed.", "suggested", []),
        ("Kay announced his support as did Ann Orr of Oslo.", "announced", []),
        # things put somewhere at some time, shots, a mere need, a time clause, a number of reports
        ("Kay put the kettle on at six.", "put", []),
        ("Kay put the boat out at 5 a.m. on Monday.", "put", []),
        ("Kay stressed the need for calm.", "stressed", []),
        ("Kay shot back when the crowd came.", "shot", []),
        ("Since the war began in May, Kay said nothing.", "said", []),
        ("She has 12 observation posts “on the hill.”", "posts", []),
        ("It rained in a storm, the crowd sobbed.", "sobbed", []),
        # a wish, a chance, a participle, a noun, a remark on a claim
        ("Kay wanted to say that it rained.", "say", []),
        ("Kay could say that it rained.", "say", []),
        ("The deal, announced after a week, will last.", "announced", []),
        ("News reports were few.", "reports", []),
        ("Orr said it rained, a claim Kay denied.", "denied", []),
    ],
)  # fmt: skip
def test_reads_a_finite_verb(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    scene = read_scene(text)
    at = scene.t.words.index(word)
    readings = (report_by_verb(scene, at, form, []) for form in CUES.forms[word])
    assert read_reports(text, next(filter(None, readings), [])) == expected
