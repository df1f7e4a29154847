import pytest

from analysis import spool as module
from analysis.spool import Spool


@pytest.mark.parametrize("held", [0, 2, 9])
@pytest.mark.parametrize("values", [[], [1], [("a", [1, 2]), {"b": None}, ""]])
def test_values_come_back_in_order_as_often_as_asked(values, held, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", held)
    with Spool(tmp_path) as spool:
        for value in values:
            spool.add(value)
        assert [list(spool), list(spool)] == [values, values]


@pytest.mark.parametrize("held", [1, 3])
def test_values_are_kept_packed(held, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", held)
    with Spool(tmp_path, pack=sorted, unpack=tuple) as spool:
        for value in ("ba", "dc"):
            spool.add(value)
        assert list(spool) == [("a", "b"), ("c", "d")]


def test_nothing_is_left_in_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", 0)
    with Spool(tmp_path) as spool:
        spool.add("a")
        assert list(tmp_path.iterdir()) == []
