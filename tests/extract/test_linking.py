import pytest

from analysis.extract.linking import NEW, kebab_case, link_mentions
from analysis.records import Entity, Mention


def mention(article_id, text, entity_id, entity_type="PERSON"):
    return Mention(
        article_id,
        0,
        len(text),
        text,
        entity_id,
        entity_type,
        "name",
        "body",
        0,
        "",
        "",
        "title",
        "likely",
        False,
    )


def new(article_id, text, entity_type="PERSON"):
    return mention(article_id, text, NEW + kebab_case(text), entity_type)


@pytest.mark.parametrize(
    ("mentions", "ids"),
    [
        ([new("a", "Orlin Vesk"), new("b", "Orlin Vesk")], ["orlin-vesk", "orlin-vesk"]),
        ([new("a", "Orlin Vesk"), new("b", "Vesk")], ["orlin-vesk", "orlin-vesk"]),
        ([new("a", "Orlin Vesk"), new("b", "O. Vesk")], ["orlin-vesk", "orlin-vesk"]),
        ([new("a", "Orlin Vesk"), new("b", "A. Vesk")], ["orlin-vesk", "a-vesk"]),
        (
            [new("a", "Orlin Vesk"), new("b", "Mara Vesk"), new("c", "Vesk")],
            ["orlin-vesk", "mara-vesk", "vesk"],
        ),
        (
            [mention("a", "Putin", "vladimir-putin"), new("b", "Vlad. Putin")],
            ["vladimir-putin", "vlad-putin"],
        ),
        ([new("a", "Lamp Centre", "ORG"), new("b", "Lamp Center", "ORG")], ["lamp-center", "lamp-center"]),
        ([new("a", "Orlin", "PLACE"), new("a", "Orlin")], ["orlin", "orlin"]),
        ([new("a", "Doğan", "MEDIA")], ["dogan-news-agency"]),  # the Doğan news agency
        ([new("a", "Doğan")], ["dogan"]),
        ([new("a", "Farouq", "ARMED_GROUP")], ["farouq-brigades"]),
        ([new("a", "Moscow", "ORG")], ["moscow-org"]),  # the lists have a place of that id
        ([], []),
    ],
)
def test_the_same_name_is_one_entity(knowledge, mentions, ids):
    assert [linked.entity_id for linked in link_mentions(mentions, knowledge)[0]] == ids


def test_every_entity_mentioned_has_a_row(knowledge):
    mentions = [
        mention("a", "Syria", "syria", "COUNTRY"),
        mention("a", "Foreign Ministry", "estonia-foreign-ministry", "ORG"),
        new("a", "Orlin Vesk"),
    ]
    ministry = knowledge.bodies["foreign-ministry"].name
    syria = knowledge.entities["syria"]
    assert link_mentions(mentions, knowledge)[1] == [
        Entity("estonia-foreign-ministry", f"{ministry} of Estonia", "ORG", "estonia", ""),
        Entity("orlin-vesk", "Orlin Vesk", "PERSON", "", ""),
        Entity("syria", syria.name, "COUNTRY", syria.country, syria.role),
    ]
