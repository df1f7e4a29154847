import re

import pytest

from analysis.__main__ import main

HEADER = "article_id,start,end,text,table,change,value,reason\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "articles.csv").write_text("file,outlet\na.txt,Lake Courier\n")
    (tmp_path / "in" / "a.txt").write_text("Envoy in Moscow\n\nThe envoy of Syria said he was in Moscow.\n")
    (tmp_path / "none.csv").write_text(HEADER)
    return tmp_path


def _build(folder, *options):
    return main(
        [
            "build",
            str(folder / "in"),
            "--out",
            str(folder / "out"),
            "--corrections",
            str(folder / "none.csv"),
            *options,
        ]
    )


def test_build_ends_with_a_table(folder, capsys):
    (folder / "in" / "b.txt").write_text("Nobody listed this one.")
    assert _build(folder) == 0
    out, err = capsys.readouterr()
    assert re.sub(r"\d+\.\d", "0.0", out) == (
        "articles      1\n"
        "tokens       12\n"
        "mentions      3\n"
        "statements    1\n"
        "positions     0\n"
        "zone facts    0\n"
        "passages      0\n"
        "seconds     0.0\n"
    )
    assert err == "not in articles.csv, left out: b.txt\n"
    assert (folder / "out" / "build.json").exists()


def test_a_misspelt_column_is_told(folder, capsys):
    (folder / "in" / "articles.csv").write_text("file,headline\na.txt,Rain\n")
    assert _build(folder) == 0
    assert capsys.readouterr().err == "columns of articles.csv that nothing reads: headline\n"


def test_a_list_of_no_articles_makes_no_corpus(folder, capsys):
    (folder / "in" / "articles.csv").write_text("file,title\n")
    assert _build(folder) == 2
    assert capsys.readouterr().err.startswith("articles.csv: no article is listed, expected one row a file\n")


@pytest.mark.parametrize(
    ("break_it", "fault"),
    [
        (lambda f: (f / "in" / "a.txt").unlink(), "articles.csv:2: file 'a.txt' is missing"),
        (lambda f: (f / "in" / "articles.csv").unlink(), "articles.csv: no such file"),
        (lambda f: (f / "none.csv").write_text(HEADER + "a,1,x,A,mention,drop,,why\n"), "none.csv:2: "),
        (lambda f: (f / "out").write_text("mine"), "is a file, expected a new folder"),
    ],
)
def test_faults_give_status_2_and_nothing_is_written(break_it, fault, folder, capsys):
    break_it(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert _build(folder) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert fault in err
    assert err.endswith("1 fault in the input, nothing was written.\n")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_model_that_is_not_there_gives_status_2(folder, capsys):
    assert _build(folder, "--model", "no_such_pipeline") == 2
    assert "no_such_pipeline" in capsys.readouterr().err
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required"),
        (["bild"], "invalid choice: 'bild'"),
        (["build", "in"], "the following arguments are required: --out"),
        (["build", "in", "--out", "o", "--text", "half"], "invalid choice: 'half'"),
    ],
)
def test_bad_calls_are_explained(arguments, message, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err
