import pytest

from analysis.knowledge.events import read_event_nouns


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("parade,feast", "noun 'parade' stands twice"),
        ("parade,march", "noun 'parade' belongs to both 'feast' and 'march'"),
        ("Fair,feast", "noun 'Fair' must be lower case"),
    ],
)
def test_a_bad_row_is_named(tmp_path, row, message):
    (tmp_path / "event_nouns.csv").write_text(f"noun,event\nparade,feast\n{row}\n", encoding="utf-8")
    problems = []
    assert read_event_nouns(tmp_path, problems) == {"parade": "feast"}
    assert [str(problem) for problem in problems] == [f"event_nouns.csv:3: {message}"]
