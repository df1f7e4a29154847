"""From the words that name a speaker to entity ids."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.extract.speakers import Speaker, read_cast, resolve
from analysis.knowledge.entities import Office
from analysis.records import Mention

ENTITIES = {
    "Ida Kay": ("ida-kay", "PERSON"),
    "Kay": ("ida-kay", "PERSON"),
    "John Orr": ("john-orr", "PERSON"),
    "Norway": ("norway", "COUNTRY"),
    "Sweden": ("sweden", "COUNTRY"),
    "Norwegian": ("norway", "NORP"),
    "Port Council": ("port-council", "ORG"),
    "Democrats": ("democratic-party", "NORP"),
    "Foreign Ministry": ("norway-foreign-ministry", "ORG"),
}


def mentions(text: str) -> list[Mention]:
    found: list[Mention] = []
    for name in sorted(ENTITIES, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            if not any(m.start < at + len(name) and at < m.end for m in found):
                entity, kind = ENTITIES[name]
                use = "adjective" if kind == "NORP" else "name"
                found.append(
                    Mention(
                        "a1",
                        at,
                        at + len(name),
                        name,
                        entity,
                        kind,
                        use,
                        "body",
                        0,
                        "",
                        "",
                        "alias",
                        "certain",
                        False,
                    )
                )
            at = text.find(name, at + 1)
    return sorted(found, key=lambda m: m.start)


@pytest.mark.parametrize(
    ("text", "phrase", "ids", "basis"),
    [
        ("President Ida Kay said", "President Ida Kay", ["ida-kay"], "name"),
        ("Norway and Sweden said", "Norway and Sweden", ["norway", "sweden"], "name"),
        ("Kay’s lawyer said", "Kay’s lawyer", ["unnamed-lawyer"], "role"),
        ("the Norwegian foreign minister said", "the Norwegian foreign minister", ["john-orr"], "role"),
        ("a Norwegian foreign minister said", "a Norwegian foreign minister", ["unnamed-norwegian-minister"], "role"),
        ("the former Norwegian foreign minister said", "the former Norwegian foreign minister",
         ["norwegian-minister"], "role"),
        ("the Norwegian authorities said", "the Norwegian authorities", ["norway"], "role"),
        ("the head of the Port Council said", "the head of the Port Council", ["port-council"], "role"),
        ("representatives of the Foreign Ministry said", "representatives of the Foreign Ministry",
         ["norway-foreign-ministry"], "role"),
        ("residents said", "residents", ["residents"], "role"),
        ("Democrats said", "Democrats", ["democratic-party"], "role"),  # a party, not people of one
        ("Ida Kay met John Orr. She said", "She", ["ida-kay"], "pronoun"),
        ("Ida Kay met John Orr. He said", "He", ["john-orr"], "pronoun"),
        ("The Port Council met. It said", "It", ["port-council"], "pronoun"),
        ("Norway and Sweden met. They said", "They", ["norway", "sweden"], "pronoun"),
        ("They said", "They", [], "pronoun"),
        ("The Port Council met Norway. The council said", "The council", ["port-council"], "role"),
        ("The Oslo-based Port Council said", "The Oslo-based Port Council", ["port-council"], "role"),
        # who opens a sentence of the paragraph, not who is named last
        ("Ida Kay is calm. Rain fell on a house of John Orr. He said", "He", ["john-orr"], "pronoun"),
        ("John Orr doubts it: “We saw Max Bo leave,” he said", "he", ["john-orr"], "pronoun"),
    ],
)  # fmt: skip
def test_resolves(knowledge, text: str, phrase: str, ids: list[str], basis: str) -> None:
    offices = [Office("foreign minister", "norway", "john-orr", date(2016, 1, 1), None)]
    known = replace(knowledge, offices=offices)
    cast = read_cast(text, mentions(text), knowledge=known, cues=known.cues, published=date(2017, 6, 23))
    span = (text.rindex(phrase), text.rindex(phrase) + len(phrase))
    assert resolve(cast, span, []) == Speaker(ids, basis)


def test_a_pronoun_is_the_last_speaker_it_fits(knowledge) -> None:
    text = "Ida Kay met John Orr. She said"
    cast = read_cast(text, mentions(text), knowledge=knowledge, cues=knowledge.cues, published=None)
    span = (text.index("She"), text.index("She") + 3)
    before = [Speaker(["ida-kay"], "name"), Speaker(["john-orr"], "name")]
    assert resolve(cast, span, before) == Speaker(["ida-kay"], "pronoun")
