from types import SimpleNamespace

import pytest

from analysis.extract.actor_marks import is_subject, mark_actors, speaks_for
from analysis.knowledge import KNOWLEDGE as DATA
from analysis.knowledge.entities import KnownEntity, Office
from analysis.knowledge.patterns import OBJECT_MARK, SUBJECT_MARK
from analysis.knowledge.propositions import read_propositions

from .annotated import annotate

NAMES = {
    "Norland": ("norland", "COUNTRY"),
    "Suvia": ("suvia", "COUNTRY"),
    "Arland": ("arland", "COUNTRY"),
    "Borland": ("borland", "COUNTRY"),
    "Valley": ("valley", "PLACE"),
    "North": ("the-north", "PLACE"),
}
PROPOSITION = SimpleNamespace(subjects=frozenset({"norland", "suvia"}), objects=frozenset({"valley"}))


@pytest.fixture(scope="module")
def knowledge():
    return SimpleNamespace(
        propositions=read_propositions(DATA, []),
        countries={"norland": SimpleNamespace(region="the-north"), "suvia": SimpleNamespace(region="the-north"),
                   "arland": SimpleNamespace(region="")},
        entities={
            "ida-kay": KnownEntity("ida-kay", "Ida Kay", "PERSON", "norland", "", ""),
            "jo-reed": KnownEntity("jo-reed", "Jo Reed", "PERSON", "norland", "", ""),
            "north-bank": KnownEntity("north-bank", "North Bank", "ORG", "norland", "", ""),
        },
        offices=[Office("minister", "norland", "ida-kay", None, None)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Norland and Arland met in the Valley.", "####### and Arland met in the @@@@@@."),
        (
            "Norland and Suvia met. Arland asked the two countries.",
            "####### and ##### met. Arland asked the #############.",
        ),
        ("Arland and Borland left Norland. Both countries sang.", "Arland and Borland left #######. Both countries sang."),
        ("Arland, Norland and Suvia met. Both countries sang.", "Arland, ####### and ##### met. Both countries sang."),
        ("Norland and Suvia met. The two Valley states sang.", None),
        ("It rained in Arland.", "It rained in Arland."),
    ],
)  # fmt: skip
def test_marks_keep_the_length(text, marked, knowledge):
    _, _, options = annotate(text.replace(". ", ".\n"), NAMES)
    options.pop("statements")
    found = mark_actors(text, PROPOSITION, **options, knowledge=knowledge)
    assert len(found) == len(text)
    if marked is not None:
        assert found.replace(SUBJECT_MARK, "#").replace(OBJECT_MARK, "@") == marked


@pytest.mark.parametrize(
    ("entity_id", "subject", "speaks"),
    [
        ("norland", True, False),
        ("north-bank", True, False),  # a body of a subject
        ("norland-parliament", True, False),  # a body that no list holds
        ("ida-kay", False, True),  # an official
        ("jo-reed", False, False),  # one of its people
        ("arland", False, False),
    ],
)
def test_who_belongs_to_a_subject(entity_id, subject, speaks, knowledge):
    assert is_subject(entity_id, PROPOSITION, knowledge) == subject
    assert speaks_for(entity_id, PROPOSITION, knowledge) == speaks
