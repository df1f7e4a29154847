from analysis import remembered
from analysis.remembered import Remembered


def test_each_fact_is_found_out_once():
    asked = []

    def length(text):
        asked.append(text)
        return len(text)

    lengths = Remembered(length)
    assert list(map(lengths.__getitem__, ["ab", "c", "ab"])) == [2, 1, 2]
    assert asked == ["ab", "c"]


def test_memory_does_not_grow_with_the_texts(monkeypatch):
    monkeypatch.setattr(remembered, "LIMIT", 2)
    lengths = Remembered(len)
    assert [lengths["x" * n] for n in range(9)] == list(range(9))
    assert len(lengths) <= 2
