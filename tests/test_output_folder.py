import os

import pytest

from analysis.output_folder import check_replaceable, new_folder


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def _build(folder, **extra):
    folder.mkdir()
    (folder / "build.json").write_text('{"format": 1}')
    (folder / "words.parquet").write_text("old")
    for name, content in extra.items():
        (folder / name.replace("_", ".")).write_text(content)


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "a build"])
def test_the_folder_appears_whole(before, tmp_path):
    out = tmp_path / "deep" / "out"
    if before != "nothing":
        out.mkdir(parents=True)
    if before == "a build":
        (out / "build.json").write_text('{"format": 1}')
    with new_folder(out) as folder:
        (folder / "build.json").write_text("new")
        assert not (out / "build.json").exists() or (out / "build.json").read_text() != "new"
    assert (out / "build.json").read_text() == "new"
    assert _names(tmp_path / "deep") == ["out"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_leaves_what_was_there(error, tmp_path):
    out = tmp_path / "out"
    _build(out)
    with pytest.raises(error), new_folder(out) as folder:
        (folder / "words.parquet").write_text("new")
        raise error
    assert _names(tmp_path) == ["out"]
    assert (out / "words.parquet").read_text() == "old"


def test_what_a_killed_build_left_is_removed_and_nothing_else(tmp_path):
    dead = 2**22 + 1  # no process has so high a number
    kept = [f".unfinished-build-out-{os.getppid()}", f".unfinished-build-other-{dead}"]
    for name in (f".unfinished-build-out-{dead}", f".replaced-build-out-{dead}", *kept):
        (tmp_path / name).mkdir()
    with new_folder(tmp_path / "out"):
        pass
    assert _names(tmp_path) == sorted([*kept, "out"])


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda out: None, None),
        (lambda out: out.mkdir(), None),
        (_build, None),
        (lambda out: _build(out, notes_txt="mine"), "is not replaced: no build wrote notes.txt"),
        (lambda out: _build(out, build_json="{"), "is not replaced: its build.json is missing or damaged"),
        (lambda out: out.write_text("mine"), "is a file"),
    ],
)
def test_only_a_build_of_ours_is_replaced(make, fault, tmp_path):
    out = tmp_path / "out"
    make(out)
    problems = []
    check_replaceable(out, problems)
    assert [str(problem).startswith(f"{out}: {fault}") for problem in problems] == ([True] if fault else [])
