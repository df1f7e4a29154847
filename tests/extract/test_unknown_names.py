import pytest

from .test_mentions import find, named  # noqa: F401


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("They asked Commander Orlin Vesk about it.", ("Orlin Vesk", "PERSON"), "title"),
        ("They asked Col. Vesk about it.", ("Vesk", "PERSON"), "title"),
        ("They asked the spokesman Orlin Vesk about it.", ("Orlin Vesk", "PERSON"), "role-before"),
        ("The baker, Sami Orlin, wept.", ("Sami Orlin", "PERSON"), "given-name"),
        ("Near her Vesk Orlin, 34, was weeping.", ("Vesk Orlin", "PERSON"), "age"),
        ("Later Vesk Orlin, a farmer from here, left.", ("Vesk Orlin", "PERSON"), "apposition"),
        ("On Monday Vesk Orlin said no.", ("Vesk Orlin", "PERSON"), "subject-of-cue"),
        ("It is so, according to Vesk Orlin.", ("Vesk Orlin", "PERSON"), "subject-of-cue"),
        ("the smile of Vesk Wan-tarn", ("Vesk Wan", "PERSON"), "two-capitals"),  # no syllable
        ("the smile of Vesk Wai-ning", ("Vesk Wai-ning", "PERSON"), "two-capitals"),
        ("the smile of Vesk van Orlin", ("Vesk van Orlin", "PERSON"), "two-capitals"),
        ("the Lantern Rescue Committee", ("Lantern Rescue Committee", "ORG"), "organisation-head"),
        ("the Institute for Lantern Studies and Repair", (
            "Institute for Lantern Studies and Repair", "ORG"), "organisation-head"),
        ("the Science and Lantern Department", ("Science and Lantern Department", "ORG"), "organisation-head"),
        ("for Vesk and Lantern Department", ("Lantern Department", "ORG"), "organisation-head"),
        ("the 12th Lantern Brigade", ("12th Lantern Brigade", "ORG"), "organisation-head"),
        ("rebels of the Lantern Brigade", ("Lantern Brigade", "ARMED_GROUP"), "organisation-head"),
        ("they fled the Sami battalion", ("Sami", "ARMED_GROUP"), "group-cue"),
        ("rebels of Jaish al-Orlin", ("Jaish al-Orlin", "ARMED_GROUP"), "group-prefix"),
        ("he told the Orlin newspaper", ("Orlin", "MEDIA"), "media-cue"),
        ("he told the Orlin Herald", ("Orlin Herald", "MEDIA"), "organisation-head"),
        ("he told Orlinwire by telephone", ("Orlinwire", "MEDIA"), "audience"),
        ("in a statement received by Orlin Vista", ("Orlin Vista", "MEDIA"), "audience"),
        ("he told the Orlin Lantern so", ("Orlin Lantern", "MEDIA"), "audience"),
        ("all was quiet, Al-Orlin reported", ("Al-Orlin", "MEDIA"), "reporting"),
        ("according to Orlin Vista, an opposition outlet", ("Orlin Vista", "MEDIA"), "apposition"),
        ("he told the Orlin Herald of Tarn", ("Orlin Herald of Tarn", "MEDIA"), "organisation-head"),
        ("he told Sami Orlin so", ("Sami Orlin", "PERSON"), "given-name"),  # a given name is a person's
        ("it fell to Gov. Sami Deal to sing", ("Sami Deal", "PERSON"), "title"),  # a plain word elsewhere
        ("Jordan Vesk said no.", ("Jordan Vesk", "PERSON"), "given-name"),
        ("Sofia Vesk, who sang, left.", ("Sofia Vesk", "PERSON"), "given-name"),
        ("Chad Vesk, 34, sang.", ("Chad Vesk", "PERSON"), "age"),
        ("he met Islam Vesk, a farmer from here", ("Islam Vesk", "PERSON"), "given-name"),
        ("in the town of Orlin people wait", ("Orlin", "PLACE"), "place-cue"),
        ("in Orlin province people wait", ("Orlin", "PLACE"), "place-cue"),
        ("northern Orlin is quiet", ("Orlin", "PLACE"), "place-cue"),
        ("near Tal Orlin people wait", ("Tal Orlin", "PLACE"), "place-prefix"),
        ("they got as far as Sheikh Orlin", ("Sheikh Orlin", "PLACE"), "place-prefix"),
        ("the crowd heard Sheikh Orlin", ("Orlin", "PERSON"), "title"),
        ("they wait in Tell Orlin today", ("Tell Orlin", "PLACE"), "place-prefix"),
        ("they wait in Umm Orlin today", ("Umm Orlin", "PLACE"), "preposition"),
        ("they heard Umm Orlin today", ("Umm Orlin", "PERSON"), "name-prefix"),
        ("they left Tell Orlin today", ("Tell Orlin", "PLACE"), "place-prefix"),
        ("they went from here to Sheikh Orlin", ("Sheikh Orlin", "PLACE"), "place-prefix"),
        ("a mother from Umm Orlin wept", ("Umm Orlin", "PLACE"), "preposition"),
        ("he wrote in the Orlin Weekly", ("Orlin Weekly", "MEDIA"), "organisation-head"),
        ("she is in the Orlin Operations Room", ("Orlin Operations Room", "ARMED_GROUP"), "organisation-head"),
        ("Medic Sami Orlin wept", ("Sami Orlin", "PERSON"), "role-before"),
        ("the crowd heard Khan Orlin", ("Khan Orlin", "PLACE"), "place-prefix"),
        ("the crowd left, Khan Orlin said", ("Khan Orlin", "PERSON"), "subject-of-cue"),
        ("people wait in Orlin today", ("Orlin", "PLACE"), "preposition"),
        ("rebels of Brigade 402", ("Brigade 402", "ARMED_GROUP"), "organisation-head"),
        ("the base of Regiment 41", ("Regiment 41", "ORG"), "organisation-head"),
        ("eleven have died, the Observatory said", ("Observatory", "ORG"), "subject-of-cue"),
        ("his brother Orlin wept", ("Orlin", "PERSON"), "role-before"),
        ("the Orlin Bridge", ("Orlin Bridge", "PLACE"), "place-head"),
        ("the Orlin TV channel closed", ("Orlin", "MEDIA"), "media-cue"),
        ("it rained, Orlin.ua reports", ("Orlin.ua", "MEDIA"), "domain"),
        ("Orlin.KZ has more", ("Orlin.KZ", "MEDIA"), "domain"),
        ("Hassan, a tailor of fifty, wept", ("Hassan", "PERSON"), "apposition"),
        ("smoke in the direction of Orlin", ("Orlin", "PLACE"), "place-cue"),
        ("a fire in the village of Arab Hasan", ("Arab Hasan", "PLACE"), "place-cue"),
        ("a member of the OLRN council", ("OLRN", "ORG"), "acronym-alone"),
    ],
)  # fmt: skip
def test_how_texts_introduce_names(find, text, name, rule):  # noqa: F811
    assert [(found.text, found.entity_type, found.rule) for found in find(text)] == [(*name, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "They went, UNLESS it rained.",
        "Moreover, the Monday talks went on.",
        "Residents said nothing. Fighting raged.",
        "They waited until June. However, nobody came.",
        "the President and the Foreign Minister",
        "Following a ceasefire, the army left.",
        "He left at five.The rest stayed.",  # no address
        "Vesk Deputy",  # a title after a word, and nothing known
    ],
)
def test_capitals_that_are_no_names(find, text):  # noqa: F811
    assert find(text) == []


def test_a_headline_in_title_case_makes_no_names(named):  # noqa: F811
    text = "Update: Farmers Keep Their Harvest From Orlin Vesk\nIt was the doctor Orlin Vesk who said so."
    orlin = ("Orlin Vesk", "PERSON", "orlin-vesk")
    assert named(text, headline=True) == [orlin, orlin]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The doctor Orlin Vesk sang. Then Vesk left.", ["orlin-vesk", "orlin-vesk"]),
        ("The doctor Sami Vesk sang. Then Sami left.", ["sami-vesk", "sami-vesk"]),
        ("The Lantern Rescue Committee (LRC) sang. Then the LRC left.", ["lantern-rescue-committee"] * 3),
        ("The New People Party sang. New People Party left.", ["new-people-party"] * 2),
        ("The Lantern Rescue Committee sang. Then the Committee left.", ["lantern-rescue-committee"] * 2),
        ("They saw the town of Orlin, Vesk and Tarn.", ["orlin", "vesk", "tarn"]),
        ("The doctor Orlin Assad sang.", ["orlin-assad"]),  # not the one whom the lists hold
        ("The baker Ahmed Wagner left.", ["ahmed-wagner"]),  # no armed group
        ("The clown Ahmed Putin left.", ["ahmed-putin"]),
        ("President Putin sang. Will Putin stop?", ["vladimir-putin", "vladimir-putin"]),
        ("She met Ahmed Aziz Putin.", ["ahmed-aziz-putin"]),
        ("Sami Jordan sang. Jordan, who is ten, said so.", ["sami-jordan"] * 2),
        ("Sami Jordan sang. Rana Jordan left. Jordan said so.", ["sami-jordan", "rana-jordan", "rana-jordan"]),
        ("Sami Jordan sang in Jordan. The king of Jordan wept.", ["sami-jordan", "jordan", "jordan"]),
        ("The king of Jordan said so.", ["jordan"]),
        ("Jordan Lantern lost. Israel Lanterns lost.", ["jordan", "israel"]),
        ("Theresa May sang in May and on May 4, then May left.", ["theresa-may", "theresa-may"]),
        ("Theresa May left on 4 May, last May or at the end of May. May sang.", ["theresa-may", "theresa-may"]),
        ("The doctor Orlin Assad sang. Assad left.", ["orlin-assad", "orlin-assad"]),
        ("Bashar al-Assad met the doctor Orlin Assad. Assad left.", [
            "bashar-al-assad", "orlin-assad", "bashar-al-assad"]),
    ],
)  # fmt: skip
def test_names_go_on_through_an_article(named, text, names):  # noqa: F811
    assert [entity_id for _, _, entity_id in named(text)] == names


def test_a_name_has_one_type(named):  # noqa: F811
    text = "He saw Orlin Lantern off. He told Orlin Lantern so."
    assert named(text) == [("Orlin Lantern", "MEDIA", "orlin-lantern")] * 2


def test_a_cue_does_not_reach_over_a_comma(named):  # noqa: F811
    assert named("A friend of the agency, Orlin Vesk, sang.") == [("Orlin Vesk", "PERSON", "orlin-vesk")]
