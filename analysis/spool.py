"""Values kept in the order they come: the first in memory, the others on disk, whatever their number."""

import pickle
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

Value = TypeVar("Value")

HELD = 1000
"""Values kept in memory; a thousand articles take some 20 megabytes."""


class Spool(Generic[Value]):
    """Values that are read back in order. The file has no name and goes away with the program."""

    def __init__(
        self,
        folder: Path,
        *,
        pack: Callable[[Value], object] = lambda value: value,
        unpack: Callable[..., Value] = lambda packed: packed,
    ) -> None:
        """`pack` makes values that are faster to write: columns of records take half the time of records."""
        self._pack, self._unpack = pack, unpack
        self._held: list[Value] = []
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed in __exit__)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, value: Value) -> None:
        """Keep one more value."""
        if len(self._held) < HELD:
            self._held.append(value)
        else:
            pickle.dump(self._pack(value), self._file, protocol=pickle.HIGHEST_PROTOCOL)

    def change(self, change: Callable[[Value], Value]) -> None:
        """Give every value as `change` makes it from now on."""
        self._held = list(map(change, self._held))
        unpack = self._unpack
        self._unpack = lambda packed: change(unpack(packed))

    def __iter__(self) -> Iterator[Value]:
        yield from self._held
        end = self._file.seek(0, 2)
        self._file.seek(0)
        while self._file.tell() < end:
            yield self._unpack(pickle.load(self._file))
