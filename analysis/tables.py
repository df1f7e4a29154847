"""Records to Parquet: a fixed schema for each table, and the same bytes for the same rows."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import accumulate, chain, islice
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self, get_args, get_origin, get_type_hints

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.lib import StringBuilder

from .records import TABLES

ROW_GROUP = 50_000
ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    list[str]: pa.list_(pa.string()),
}


def schema(record: type[NamedTuple]) -> pa.Schema:
    """The columns of a record in its order; only those that the record lets be None can be null."""
    return pa.schema([_field(name, hint) for name, hint in get_type_hints(record).items()])


class TableWriter:
    """Writes a table in row groups of one size, however the rows arrive."""

    def __init__(self, path: Path, *, record: type[NamedTuple]) -> None:
        self.n_rows = 0
        self._schema = schema(record)
        self._columns: list[list] = [[] for _ in self._schema]
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd", write_statistics=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        self._writer.close()

    def add(self, rows: Iterable[tuple]) -> None:
        """Take rows; a full row group goes to the file."""
        rows = iter(rows)
        while more := list(islice(rows, ROW_GROUP)):
            self.add_columns(zip(*more, strict=True))

    def add_columns(self, columns: Iterable[Iterable]) -> None:
        """Take rows by their columns, which saves time where they are at hand."""
        held = len(self._columns[0])
        for column, values in zip(self._columns, columns, strict=True):
            column += values
        self.n_rows += len(self._columns[0]) - held
        while len(self._columns[0]) >= ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._columns[0] or not self.n_rows:
            arrays = [
                _array(column[:ROW_GROUP], field.type)
                for column, field in zip(self._columns, self._schema, strict=True)
            ]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            self._columns = [column[ROW_GROUP:] for column in self._columns]


def _array(values: list, kind: pa.DataType) -> pa.Array:
    """The values as a column.

    `pa.array` gives the same, but imports pandas for it, which takes longer than the build of a small corpus.
    """
    if pa.types.is_string(kind):
        return _strings(values)
    if pa.types.is_list(kind):
        offsets = _array([0, *accumulate(map(len, values))], pa.int32())
        return pa.ListArray.from_arrays(offsets, _array(list(chain.from_iterable(values)), kind.value_type))
    valid = None
    if None in values:
        valid = _bits([value is not None for value in values])
        values = [value or 0 for value in values]
    if pa.types.is_boolean(kind):
        return pa.Array.from_buffers(kind, len(values), [valid, _bits(values)])
    numbers = np.array(values, kind.to_pandas_dtype())
    return pa.Array.from_buffers(kind, len(values), [valid, pa.py_buffer(numbers)])


def _strings(values: list[str | None]) -> pa.Array:
    text = "" if None in values else "".join(values)
    if not text.isascii() or not text:
        builder = StringBuilder()
        builder.append_values(values)
        return builder.finish()
    ends = np.cumsum(np.fromiter(map(len, values), np.int32, len(values)), dtype=np.int32)
    offsets = np.concatenate([np.zeros(1, np.int32), ends])
    return pa.Array.from_buffers(
        pa.string(), len(values), [None, pa.py_buffer(offsets), pa.py_buffer(text.encode())]
    )


def _bits(values: list[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(np.array(values, bool), bitorder="little"))


def _field(name: str, hint: type) -> pa.Field:
    choices = [choice for choice in get_args(hint) if choice is not type(None)]
    nullable = type(None) in get_args(hint)
    if get_origin(hint) is Literal:
        return pa.field(name, pa.string(), nullable=False)
    return pa.field(name, ARROW[choices[0] if nullable else hint], nullable=nullable)


SCHEMAS = {name: schema(record) for name, record in TABLES.items()}
"""The schema of every table, by its name."""


@contextmanager
def open_tables(folder: Path) -> Iterator[dict[str, TableWriter]]:
    """Give a writer for every table of the data contract, by its name."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(TableWriter(folder / f"{name}.parquet", record=record))
            for name, record in TABLES.items()
        }
