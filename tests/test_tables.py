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
