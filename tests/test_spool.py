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


def test_values_are_packed_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", 1)
    with Spool(tmp_path, pack=sorted, unpack=tuple) as spool:
        for value in ("ba", "dc"):
            spool.add(value)
        assert list(spool) == ["ba", ("c", "d")]


@pytest.mark.parametrize("held", [0, 1, 3])
def test_values_are_changed_for_every_time_they_are_read(held, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", held)
    with Spool(tmp_path, pack=list, unpack="".join) as spool:
        for value in ("ab", "cd"):
            spool.add(value)
        spool.change(str.upper)
        spool.change(lambda text: f"{text}!")
        assert [list(spool), list(spool)] == [["AB!", "CD!"]] * 2


def test_nothing_is_left_in_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "HELD", 0)
    with Spool(tmp_path) as spool:
        spool.add("a")
        assert list(tmp_path.iterdir()) == []
