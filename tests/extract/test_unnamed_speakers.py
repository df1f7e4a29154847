from types import SimpleNamespace

import pytest

from analysis.extract.unnamed_speakers import Saying, describe_speakers, infer_speakers
from analysis.knowledge.entities import Country, Demonym, KnownEntity

KNOWLEDGE = SimpleNamespace(
    demonyms={"Peruvian": Demonym("Peruvian", "peru", "adjective"), "South Sudanese": Demonym("South Sudanese", "south-sudan", "adjective")},
    countries={one: Country(one, "", "state", "") for one in ("peru", "south-sudan")},
    entities={"peru": KnownEntity("peru", "Peru", "COUNTRY", "", "", ""), "south-sudan": KnownEntity("south-sudan", "South Sudan", "COUNTRY", "", "", "")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("entity_id", "text", "name", "country"),
    [
        ("unnamed-peruvian-envoy", "A Peruvian envoy", "Peruvian envoy (unnamed)", "peru"),
        ("unnamed-south-sudanese-aide", "an aide", "South Sudanese aide (unnamed)", "south-sudan"),
        ("peru-officials", "Officials in Peru", "officials of Peru (unnamed)", "peru"),
        ("critics", "Critics", "critics (unnamed)", ""),
        ("media-unspecified", "", "media (unnamed)", ""),
        ("two-people", "Two people close to the talks", "two people close to the talks (unnamed)", ""),
    ],
)
def test_describe_speakers(entity_id, text, name, country):
    statement = SimpleNamespace(speaker_ids=[entity_id], reported_by=[], speaker_text=text)
    entity = describe_speakers([statement], {}, KNOWLEDGE)[entity_id]
    assert (entity.name, entity.type, entity.country) == (name, "UNNAMED", country)


def test_a_known_speaker_needs_no_description():
    statement = SimpleNamespace(speaker_ids=["ann"], reported_by=["wire"], speaker_text="Ann")
    assert list(describe_speakers([statement], {"ann": None}, KNOWLEDGE)) == ["wire"]


COUNTRIES = {"unnamed-peruvian-envoy": "peru", "rosa": "peru", "luis": "peru", "ann": "norway"}
WORDS = "the northern harbour closes for repairs after the spring storms"


def saying(number, article_id, speaker_id, content=WORDS):
    return Saying(f"s{number}", article_id, speaker_id, content, ())


ENVOY = saying(1, "a1", "unnamed-peruvian-envoy")


@pytest.mark.parametrize(
    ("others", "likely"),
    [
        ([saying(2, "a2", "rosa")], {"s1": "rosa"}),
        ([saying(2, "a2", "rosa", "repairs close the northern harbour this spring")], {"s1": "rosa"}),
        ([saying(2, "a1", "rosa")], {}),  # the same article would have named her
        ([saying(2, "a2", "ann")], {}),  # of another country
        ([saying(2, "a2", "rosa"), saying(3, "a3", "luis")], {}),  # two who said so
        ([saying(2, "a2", "rosa", "schools in every village open late this winter")], {}),
        ([], {}),
    ],
)
def test_infer_speakers(others, likely):
    assert infer_speakers([ENVOY, *others], COUNTRIES) == likely
