import subprocess
import sys
from typing import Literal, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import tables
from analysis.records import TABLES
from analysis.tables import SCHEMAS, TableWriter, open_tables, schema


class Row(NamedTuple):
    name: str
    n: int
    share: float
    sure: bool
    ids: list[str]
    kind: Literal["a", "b"]
    place: int | None


ROWS = [Row(f"r{n}", n, n / 2, n % 2 == 0, ["x"] * n, "a", n or None) for n in range(5)]


def _write(path, rows):
    with TableWriter(path, record=Row) as writer:
        for row in rows:
            writer.add([row])
    return writer.n_rows


def test_the_hints_of_a_record_are_its_columns():
    expected = [
        ("name", pa.string(), False),
        ("n", pa.int64(), False),
        ("share", pa.float64(), False),
        ("sure", pa.bool_(), False),
        ("ids", pa.list_(pa.string()), False),
        ("kind", pa.string(), False),
        ("place", pa.int64(), True),
    ]
    assert schema(Row) == pa.schema([pa.field(name, kind, nullable=null) for name, kind, null in expected])
    assert {name: s.names for name, s in SCHEMAS.items()} == {
        name: list(record._fields) for name, record in TABLES.items()
    }


@pytest.mark.parametrize("rows", [ROWS, ROWS[:2], []], ids=["several groups", "one group", "empty"])
def test_rows_come_back_as_they_were(rows, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "ROW_GROUP", 2)
    assert _write(tmp_path / "t.parquet", rows) == len(rows)
    table = pq.read_table(tmp_path / "t.parquet")
    assert table.to_pylist() == [row._asdict() for row in rows]
    assert table.schema == schema(Row)


def test_the_bytes_do_not_depend_on_how_rows_arrive(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "ROW_GROUP", 2)
    _write(tmp_path / "one.parquet", ROWS)
    with TableWriter(tmp_path / "all.parquet", record=Row) as writer:
        writer.add(iter(ROWS))
    with TableWriter(tmp_path / "columns.parquet", record=Row) as writer:
        writer.add_columns(zip(*ROWS, strict=True))
    assert writer.n_rows == len(ROWS)
    written = {(tmp_path / f"{name}.parquet").read_bytes() for name in ("one", "all", "columns")}
    assert len(written) == 1


def test_every_table_is_written_even_without_rows(tmp_path):
    with open_tables(tmp_path) as writers:
        assert list(writers) == list(TABLES)
    assert {path.stem: pq.read_schema(path) for path in tmp_path.iterdir()} == SCHEMAS


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["a", None, "", "ü\n"], pa.string()),
        ([3, None, 0, -(2**40)], pa.int64()),
        ([1, 2], pa.int64()),
        ([None] * 9, pa.int64()),
        ([0.5, None, 0.0], pa.float64()),
        ([True, False] * 9, pa.bool_()),
        ([False, None, True], pa.bool_()),
        ([["a", "b"], [], ["ü"]], pa.list_(pa.string())),
    ],
)
def test_columns_are_those_of_arrow(values, kind):
    for some in (values, []):
        made = tables._array(some, kind)
        made.validate(full=True)
        assert made.equals(pa.array(some, type=kind))


def test_writing_a_table_does_without_pandas(tmp_path):
    code = (
        "import sys; from pathlib import Path; from analysis.records import Outlet; "
        "from analysis.tables import TableWriter\n"
        "with TableWriter(Path(sys.argv[1]), record=Outlet) as writer: writer.add([Outlet('a', '', '', '')])\n"
        "sys.exit('pandas' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "t.parquet"], check=True, timeout=120)
    assert pq.read_table(tmp_path / "t.parquet").num_rows == 1
