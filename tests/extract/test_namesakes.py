import pytest

from analysis.extract.found import Found
from analysis.extract.namesakes import tell_namesakes


def find(text, *names):
    """Return what is found in the text: (surface, id, type) in order."""
    found, position = [], 0
    for surface, entity_id, entity_type in names:
        start = text.index(surface, position)
        position = start + len(surface)
        found.append(Found(start, position, entity_id, entity_type, "name", "alias", "certain"))
    return found


PUTIN = ("Putin", "vladimir-putin", "PERSON")


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("The baker Ahmed Putin left.", [PUTIN], [("Ahmed Putin", "new:ahmed-putin")]),
        (
            "The baker Ahmed Wagner left.",
            [("Wagner", "wagner-group", "ARMED_GROUP")],
            [("Ahmed Wagner", "new:ahmed-wagner")],
        ),
        ("President Putin sang.", [PUTIN], [("Putin", "vladimir-putin")]),
        ("Will Putin sing?", [PUTIN], [("Putin", "vladimir-putin")]),
        ("The Putin of old", [PUTIN], [("Putin", "vladimir-putin")]),
        (
            "She met Ahmed Aziz Putin.",  # the first name belongs to a name before
            [("Ahmed Aziz", "new:ahmed-aziz", "PERSON"), PUTIN],
            [("Ahmed Aziz", "new:ahmed-aziz"), ("Putin", "vladimir-putin")],
        ),
        ("Nobody came.", [], []),
    ],
)
def test_tell_namesakes(text, names, told, knowledge):
    found = tell_namesakes(text, find(text, *names), knowledge)
    assert [(text[name.start : name.end], name.entity_id) for name in found] == told
