import pytest

from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.entities import read_entities
from analysis.knowledge.zone_cues import read_zone_cues


def test_the_cues_of_the_project_have_no_fault():
    problems = []
    cues = read_zone_cues(KNOWLEDGE, problems, entities=read_entities(KNOWLEDGE, []))
    assert problems == []
    assert cues.patterns["monitor"].search("military observers")
    assert cues.collective.search("the guarantor states")
    assert cues.collective_members and cues.agreements


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("watch,rain*,", "kind 'watch', expected one of definition, monitor, presence, prospect, propose, "),
        ("monitor,rain*,noria", "kind 'monitor' takes no entity_id"),
        ("collective,guarantors,", "kind 'collective' needs an entity_id"),
        ("agreement,,suvia", "entity_id 'suvia' is no id of entities.csv"),
        ("place,,noria", "kind 'place' needs the zone in the column pattern"),
        ("monitor,,", "kind 'monitor' needs a pattern"),
        ("monitor,(rain,", "'(rain' is neither a word nor '...' nor a {list}"),
    ],
)
def test_a_faulty_row_is_named(tmp_path, row, problem):
    rows = (KNOWLEDGE / "zone_cues.csv").read_text(encoding="utf-8")
    kept = [line for line in rows.splitlines() if not line.startswith(("agreement", "collective", "place"))]
    (tmp_path / "zone_cues.csv").write_text("\n".join([*kept, row]) + "\n", encoding="utf-8")
    problems = []
    read_zone_cues(tmp_path, problems, entities={"noria"})
    assert [str(p).startswith(f"zone_cues.csv:{len(kept) + 1}: {problem}") for p in problems] == [True]


def test_a_kind_without_rows(tmp_path):
    (tmp_path / "zone_cues.csv").write_text("kind,pattern,entity_id\nmonitor,watch*,\n", encoding="utf-8")
    problems = []
    read_zone_cues(tmp_path, problems)
    assert "zone_cues.csv: no row of kind 'definition'" in map(str, problems)
