import pytest

from analysis.spool import Spool


@pytest.mark.parametrize("values", [[], [1], [("a", [1, 2]), {"b": None}, ""]])
def test_values_come_back_in_order_as_often_as_asked(values, tmp_path):
    with Spool(tmp_path) as spool:
        for value in values:
            spool.add(value)
        assert [list(spool), list(spool)] == [values, values]


def test_nothing_is_left_in_the_folder(tmp_path):
    with Spool(tmp_path) as spool:
        spool.add("a")
        assert list(tmp_path.iterdir()) == []
