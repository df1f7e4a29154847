"""An output folder that appears whole or not at all."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .problems import Problem
from .records import TABLES

BUILD_FILE = "build.json"
_OWN_FILES = {BUILD_FILE} | {f"{name}.parquet" for name in TABLES}
_UNFINISHED = ".unfinished-build-"
_REPLACED = ".replaced-build-"


def check_replaceable(out: Path, problems: list[Problem]) -> None:
    """Add a problem unless `out` is new, empty or a build of ours with nothing else in it."""
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir():
        problems.append(Problem(str(out), None, "is a file, expected a new folder, an empty one or a build"))
        return
    names = {path.name for path in out.iterdir()}
    if foreign := sorted(names - _OWN_FILES):
        message = f"is not replaced: no build wrote {', '.join(foreign[:3])}"
    elif names and not _is_build(out / BUILD_FILE):
        message = f"is not replaced: its {BUILD_FILE} is missing or damaged"
    else:
        return
    expected = "expected a new folder, an empty one or a build"
    problems.append(Problem(str(out), None, f"{message}; {expected}"))


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give a folder to write into that becomes `out` at the end, and goes away after an error."""
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(out)
    unfinished = out.with_name(f"{_UNFINISHED}{out.name}-{os.getpid()}")
    unfinished.mkdir()
    try:
        yield unfinished
        _replace(out, unfinished)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _replace(out: Path, unfinished: Path) -> None:
    if not out.exists():
        unfinished.rename(out)
        return
    replaced = out.with_name(f"{_REPLACED}{out.name}-{os.getpid()}")
    out.rename(replaced)
    try:
        unfinished.rename(out)
    except BaseException:
        replaced.rename(out)
        raise
    shutil.rmtree(replaced)


def _is_build(path: Path) -> bool:
    try:
        return "format" in json.loads(path.read_bytes())
    except (OSError, ValueError, TypeError):
        return False


def _remove_leftovers(out: Path) -> None:
    """Remove what builds left behind that were killed before they could tidy up."""
    for prefix in (_UNFINISHED, _REPLACED):
        for path in out.parent.glob(f"{prefix}{out.name}-*"):
            pid = path.name.rpartition("-")[2]
            if pid.isdigit() and not _is_running(int(pid)):
                shutil.rmtree(path, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
