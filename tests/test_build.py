import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from analysis.articles import read_articles
from analysis.build import build
from analysis.knowledge import KNOWLEDGE
from analysis.problems import InputError
from analysis.records import TABLES

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

MANIFEST = """\
file,outlet_id,outlet,title,author,published,published_precision
a.txt,courier,Lake Courier,Syria talks resume in Astana,Ada Quill,2017-06-03,day
b.txt,observer,The Lake Observer,Russia denies request,,2017-06-05,week
c.txt,courier,Lake Courier,A note,,,
"""
FILES = {
    "a.txt": "\ufeffSyria talks resume in Astana\r\n\r\nASTANA (LNA) — Russia and Turkey met on Saturday. "
    "“We want a quiet summer in Idlib,” Sergei Lavrov said in Moscow.\r\n\r\n"
    "A spokesman said on Friday that the guards of the two lake provinces would be asked to leave the "
    "marsh before the storms of the autumn begin.\r\n\r\nAda Quill\r\n",
    "b.txt": "Russia denies request\n\nRussia’s Foreign Ministry denied on Sunday that it had asked Kazakhstan "
    "and Kyrgyzstan to send troops to Syria.\n\nA spokesman said on Friday that the guards of the two lake "
    "provinces would be asked to leave the marsh before the storms of the autumn begin.\n\nRelated Articles\n",
    "c.txt": "A note\n\nNo news from Damascus today, according to Ivan Example.",
}


def _articles(folder, *, manifest=MANIFEST, files=FILES):
    folder.mkdir()
    (folder / "articles.csv").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def _rows(folder, name):
    return pq.read_table(folder / f"{name}.parquet").to_pylist()


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    return _articles(tmp_path_factory.mktemp("articles") / "in")


@pytest.fixture(scope="module")
def built(articles, tmp_path_factory):
    """The articles built with full text."""
    out = tmp_path_factory.mktemp("full") / "out"
    build(articles, out, text="full", corrections=_no_corrections(out.parent))
    return out


@pytest.fixture(scope="module")
def quoted(articles, tmp_path_factory):
    """The same with quotations only, and what the build says of itself."""
    out = tmp_path_factory.mktemp("quoted") / "out"
    return out, build(articles, out, corrections=_no_corrections(out.parent))


def _no_corrections(folder):
    path = folder / "corrections.csv"
    path.write_text("article_id,start,end,text,table,change,value,reason\n")
    return path


def test_the_same_input_gives_the_same_bytes(articles, quoted, tmp_path):
    out, _ = quoted
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    again = tmp_path / "again"
    corrections = _no_corrections(tmp_path)
    subprocess.run(
        [sys.executable, "-m", "analysis", "build", articles, "--out", again, "--corrections", corrections],
        check=True,
        cwd=ROOT,
        env=environment,
        capture_output=True,
    )
    names = sorted(path.name for path in out.iterdir())
    assert names == sorted(["build.json", *(f"{name}.parquet" for name in TABLES)])
    assert [name for name in names if (out / name).read_bytes() != (again / name).read_bytes()] == []


def test_build_json_tells_what_was_built(quoted):
    out, summary = quoted
    about = json.loads((out / "build.json").read_text())
    assert list(about) == [
        "format",
        "packages",
        "model",
        "corpus_sha256",
        "text",
        "counts",
        "n_tokens",
        "accuracy",
    ]
    assert (about["format"], about["text"], about["model"]) == (1, "quotations", None)
    assert about["counts"] == summary.counts == {name: len(_rows(out, name)) for name in TABLES}
    assert about["n_tokens"] == summary.n_tokens == sum(row["n_tokens"] for row in _rows(out, "articles"))
    assert about["n_tokens"] == sum(row["n"] for row in _rows(out, "words"))
    assert set(about["packages"]) == {"pyarrow", "spacy"}


def test_articles_and_outlets_come_from_the_manifest(built):
    shown = ("article_id", "outlet_id", "title", "author", "published", "published_precision", "text")
    assert [tuple(row[name] for name in shown) for row in _rows(built, "articles")] == [
        ("a", "courier", "Syria talks resume in Astana", "Ada Quill", "2017-06-03", "day", FILES["a.txt"]),
        ("b", "observer", "Russia denies request", "", "2017-06-05", "week", FILES["b.txt"]),
        ("c", "courier", "A note", "", "", "", FILES["c.txt"]),
    ]
    assert [(row["outlet_id"], row["name"]) for row in _rows(built, "outlets")] == [
        ("courier", "Lake Courier"),
        ("observer", "The Lake Observer"),
    ]


def test_words_of_a_passage_are_counted_apart(built):
    words, passages = _rows(built, "words"), _rows(built, "passages")
    assert passages and [row["n_words"] for row in passages] == [
        sum(
            word["n"]
            for word in words
            if word["article_id"] == row["article_id"] and row["start"] <= (word["start"] or -1) < row["end"]
        )
        for row in passages
    ]


def test_sections_leave_the_page_out(built):
    assert [
        (row["article_id"], row["section"], FILES[f"{row['article_id']}.txt"][row["start"] : row["end"]][:20])
        for row in _rows(built, "sections")
        if row["section"] not in ("body", "headline")
    ] == [
        ("a", "dateline", "ASTANA (LNA) —"),
        ("a", "credit", "Ada Quill"),
        ("b", "boilerplate", "Related Articles"),
    ]


@pytest.mark.parametrize(
    ("table", "column", "start", "end"),
    [
        ("mentions", "text", "start", "end"),
        ("statements", "content", "start", "end"),
        ("statements", "speaker_text", "speaker_start", "speaker_end"),
        ("statements", "cue", "cue_start", "cue_end"),
        ("positions", "text", "start", "end"),
        ("zone_facts", "text", "start", "end"),
        ("passages", "text", "start", "end"),
        ("event_dates", "text", "start", "end"),
    ],
)
def test_every_span_is_the_text_that_it_holds(table, column, start, end, built):
    rows = [row for row in _rows(built, table) if row[start] is not None]
    texts = [FILES[f"{row['article_id']}.txt"] for row in rows]
    assert [row[column] for row in rows] == [
        text[row[start] : row[end]] for row, text in zip(rows, texts, strict=True)
    ]
    assert rows or table in ("zone_facts", "event_dates", "positions")


def test_nothing_is_found_outside_the_article(built):
    outside = {
        (row["article_id"], position)
        for row in _rows(built, "sections")
        if row["section"] not in ("headline", "standfirst", "body")
        for position in range(row["start"], row["end"])
    }
    for table in ("mentions", "statements", "positions", "zone_facts", "passages"):
        for row in _rows(built, table):
            assert (row["article_id"], row["start"]) not in outside


def test_quotations_keep_no_more_of_a_text_than_they_may(built, quoted):
    out, _ = quoted
    assert [row["text"] for row in _rows(out, "articles")] == [None] * 3
    for full, short in zip(_rows(built, "passages"), _rows(out, "passages"), strict=True):
        assert len(full["text"].split()) > 12
        assert len(short["text"].split()) == 13
    for table in TABLES:
        full, short = _rows(built, table), _rows(out, table)
        drop = ("text", "content")
        assert [{k: v for k, v in row.items() if k not in drop} for row in full] == [
            {k: v for k, v in row.items() if k not in drop} for row in short
        ]


def test_tables_refer_to_rows_that_are_there(built):
    ids = {row["entity_id"] for row in _rows(built, "entities")}
    assert {row["entity_id"] for row in _rows(built, "mentions")} <= ids
    statements = {row["statement_id"] for row in _rows(built, "statements")}
    assert len(statements) == len(_rows(built, "statements"))
    for table in ("positions", "zone_facts", "event_dates"):
        assert {row["statement_id"] for row in _rows(built, table)} - {None} <= statements


def test_a_correction_is_applied_and_reported(articles, tmp_path):
    start = FILES["c.txt"].index("Damascus")
    path = _no_corrections(tmp_path)
    with path.open("a") as file:
        file.write(f"c,{start},{start + 8},Damascus,mention,drop,,not meant\n")
        file.write("c,0,4,Lake,mention,drop,,gone\n")
        file.write("d,0,4,Lake,mention,drop,,no such article\n")
    summary = build(articles, tmp_path / "out", corrections=path)
    assert [(outcome.correction.reason, outcome.applied) for outcome in summary.corrections] == [
        ("not meant", True),
        ("gone", False),
        ("no such article", False),
    ]
    assert "Damascus" not in {row["text"] for row in _rows(tmp_path / "out", "mentions")}


def test_an_entity_that_a_correction_brings_in_has_its_row(articles, tmp_path):
    start = FILES["c.txt"].index("news")
    path = _no_corrections(tmp_path)
    with path.open("a") as file:
        file.write(f"c,{start},{start + 4},news,mention,add,the-news MEDIA,a name here\n")
    assert build(articles, tmp_path / "out", corrections=path).corrections[0].applied
    rows = {row["entity_id"]: row for row in _rows(tmp_path / "out", "entities")}
    assert (rows["the-news"]["name"], rows["the-news"]["type"]) == ("news", "MEDIA")


def test_all_faults_are_reported_together_and_nothing_is_written(tmp_path):
    folder = _articles(
        tmp_path / "in", manifest="file,published\na.txt,May\nz.txt,\n", files={"a.txt": b"\xff"}
    )
    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    with pytest.raises(InputError) as caught:
        build(folder, tmp_path / "out", knowledge_folder=knowledge, corrections=_no_corrections(tmp_path))
    files = {problem.file for problem in caught.value.problems}
    assert {"articles.csv", "entities.csv", "aliases.csv", "boilerplate.csv"} <= files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corrections.csv", "in", "knowledge"]


@pytest.mark.parametrize(
    ("file", "row", "fault"),
    [
        ("aliases.csv", "Lake Courier,no-such-entity,name", "no-such-entity"),
        ("aliases.csv", "Russia,kazakhstan,name", "alias 'Russia'"),
        ("boilerplate.csv", "share,credit,line,any,share (,why", "is no regular expression"),
    ],
)
def test_a_bad_row_of_knowledge_stops_the_build(file, row, fault, articles, tmp_path):
    knowledge = tmp_path / "knowledge"
    _copy(KNOWLEDGE, knowledge)
    with (knowledge / file).open("a", encoding="utf-8") as table:
        table.write(f"{row}\n")
    line = len((knowledge / file).read_text(encoding="utf-8").splitlines())
    with pytest.raises(InputError) as caught:
        build(articles, tmp_path / "out", knowledge_folder=knowledge)
    found = [(p.file, p.line) for p in caught.value.problems if fault in p.message]
    assert found == [(file, line)]
    assert not (tmp_path / "out").exists()


def test_a_zone_that_is_no_polygon_stops_the_build(articles, tmp_path):
    knowledge = tmp_path / "knowledge"
    _copy(KNOWLEDGE, knowledge)
    path = knowledge / "geo" / "zones.geojson"
    zones = json.loads(path.read_text(encoding="utf-8"))
    zone = zones["features"][0]
    zone["geometry"] = {"type": "LineString", "coordinates": [[36.0, 35.0], [37.0, 35.0]]}
    path.write_text(json.dumps(zones), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        build(articles, tmp_path / "out", knowledge_folder=knowledge)
    first = caught.value.problems[0]
    assert (first.file, repr(zone["id"]) in first.message) == ("zones.geojson", True)
    assert not (tmp_path / "out").exists()


def _copy(source, target):
    target.mkdir()
    for path in source.iterdir():
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            (target / path.name).write_bytes(path.read_bytes())


def test_a_killed_build_leaves_nothing_half(tmp_path):
    manifest = "file\n" + "".join(f"{n}.txt\n" for n in range(2_000))
    files = {f"{n}.txt": FILES["b.txt"] * 5 for n in range(2_000)}
    folder = _articles(tmp_path / "in", manifest=manifest, files=files)
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis", "build", folder, "--out", tmp_path / "out"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not any(tmp_path.glob(".unfinished*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert any(tmp_path.glob(".unfinished*"))
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the five articles are not here, only their tables are")
def test_the_shipped_tables_are_what_the_articles_give(tmp_path):
    shipped = ROOT / "data" / "processed"
    build(CORPUS, tmp_path / "out")
    assert [name for name in TABLES if _rows(shipped, name) != _rows(tmp_path / "out", name)] == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the five articles are not here")
def test_the_shipped_tables_name_the_articles_they_were_made_of():
    hashes = {article.article_id: article.sha256 for article in read_articles(CORPUS, [])}
    rows = _rows(ROOT / "data" / "processed", "articles")
    assert {row["article_id"]: row["sha256"] for row in rows} == hashes
