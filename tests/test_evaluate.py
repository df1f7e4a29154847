import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.__main__ import main
from analysis.corpus import PROCESSED
from analysis.evaluate import evaluate, format_evaluation, record_accuracy
from analysis.gold import strip_gold, trim
from analysis.problems import InputError

SHARED = Path(__file__).parents[2] / "shared"

TEXTS = {
    "a1": "Quay\nIda Kay said “the quay is safe.” Noria and the Harbour Board warned that it may close.",
    "a2": "Rain\nVerne told the Post it rained.",
}


def span(doc, surface, **labels):
    start = TEXTS[doc].index(surface)
    return {"doc": doc, "start": start, "end": start + len(surface), "surface": surface, **labels}


GOLD = {
    "documents": [{"doc": "a1", "sha256": "1"}, {"doc": "a2", "sha256": "2"}],
    "sections": [
        span("a1", TEXTS["a1"][:4], section="headline"),
        span("a1", TEXTS["a1"][5:], section="body"),
        span("a2", TEXTS["a2"][:4], section="boilerplate"),
        span("a2", TEXTS["a2"][5:], section="body"),
    ],
    "mentions": [
        span("a1", "Ida Kay", type="PERSON", entity="ida-kay"),
        span("a1", "Noria", type="COUNTRY", entity="noria"),
        span("a1", "Harbour Board", type="ORG", entity="harbour-board", alt=[[48, 65]]),
        span("a2", "Verne", type="PERSON", entity="verne"),
        span("a2", "Post", type="MEDIA", entity="post"),
    ],
    "statements": [
        span("a1", "the quay is safe.", id="1", kind="direct", speaker="ida-kay", cue="said", cue_start=13,
             cue_end=17, medium=None, stance="denies"),
        span("a1", "it may close", id="2", kind="indirect", speaker=["noria", "harbour-board"], cue="warned",
             cue_start=66, cue_end=72, medium=None, stance="none"),
        span("a2", "it rained", id="3", kind="indirect", speaker="verne", cue="told", cue_start=11, cue_end=15,
             medium="post", stance="asserts"),
    ],
    "near_statements": [],
    "scare_quotes": [],
    "zones": [span("a1", "Noria", zone="quay", relation="other", actors=["noria"])],
}  # fmt: skip


def mention(doc, surface, entity_type, entity_id):
    row = span(doc, surface)
    return {"article_id": doc, "start": row["start"], "end": row["end"], "text": surface,
            "entity_id": entity_id, "entity_type": entity_type}  # fmt: skip


def statement(doc, number, surface, kind, speakers, cue, medium=""):
    row, at = span(doc, surface), TEXTS[doc].index(cue)
    return {"statement_id": number, "article_id": doc, "kind": kind, "start": row["start"], "end": row["end"],
            "content": surface, "speaker_ids": speakers, "cue": cue, "cue_start": at, "cue_end": at + len(cue),
            "medium_id": medium}  # fmt: skip


def position(number, doc, stance, proposition_id="p"):
    return {"proposition_id": proposition_id, "stance": stance, "actor_ids": ["x"], "statement_id": number,
            "article_id": doc, "start": 1, "end": 2}  # fmt: skip


BUILD = {
    "articles": [{"article_id": "a1", "sha256": "1"}, {"article_id": "a2", "sha256": "2"}],
    "sections": [
        {"article_id": "a1", "start": 0, "end": len(TEXTS["a1"]), "section": "body"},
        {"article_id": "a2", "start": 0, "end": 4, "section": "boilerplate"},
        {"article_id": "a2", "start": 5, "end": len(TEXTS["a2"]), "section": "body"},
    ],
    "mentions": [
        mention("a1", "Ida Kay", "PERSON", "ida-kay"),
        mention("a1", "Noria", "PLACE", "noria"),  # another type
        mention("a1", "the Harbour Board", "ORG", "board"),  # other boundaries that count, another entity
        mention("a1", "Quay", "PLACE", "quay"),  # too much
        mention("a2", "Post", "MEDIA", "post"),
        mention("a2", "Rain", "PERSON", "rain"),  # out of scope
    ],
    "statements": [
        statement("a1", "s1", "“the quay is safe.”", "mixed", ["ida-kay"], "said"),
        statement("a1", "s2", "it may close", "indirect", ["noria"], "that"),
        statement("a2", "s3", "it rained.", "indirect", ["verne"], "told", "post"),
        statement("a2", "s4", "told the Post", "indirect", ["verne"], "told"),  # too much
    ],
    "positions": [
        position("s1", "a1", "denies"),
        position("s3", "a2", "denies"),
        position("s3", "a2", "asserts", "another"),
    ],
    "zone_facts": [
        {"article_id": "a1", "start": 38, "end": 43, "zone_id": "quay", "relation": "other",
         "actor_ids": ["noria"], "place_ids": ["quay"]},
    ],
    "propositions": [
        {"proposition_id": "another", "kind": "claim"},
        {"proposition_id": "p", "kind": "union"},
    ],
}  # fmt: skip


def write_gold(folder, gold):
    folder.mkdir()
    for name, rows in gold.items():
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return folder


def write_build(folder, build):
    folder.mkdir()
    for name, rows in build.items():
        pq.write_table(pa.Table.from_pylist(rows), folder / f"{name}.parquet")
    return folder


@pytest.fixture
def gold(tmp_path):
    return write_gold(tmp_path / "gold", GOLD)


@pytest.fixture
def build(tmp_path):
    return write_build(tmp_path / "build", BUILD)


def test_every_layer_is_counted(gold, build):
    figures = {f.layer: f for f in evaluate(gold, build).figures}
    assert {layer: (f.right, f.found, f.annotated) for layer, f in figures.items()} == {
        "mention": (3, 5, 5),  # Ida Kay, the board, Post
        "linked": (2, 5, 5),
        "mention COUNTRY": (0, 0, 1),
        "mention MEDIA": (1, 1, 1),
        "mention ORG": (1, 1, 1),
        "mention PERSON": (1, 1, 2),
        "mention PLACE": (0, 2, 0),
        "statement": (3, 4, 3),
        "attributed": (2, 4, 3),
        "statement, direct": (1, 1, 1),
        "statement, indirect": (2, 2, 2),
        "kind": (3, 3, 3),  # mixed counts as direct
        "speaker": (2, 3, 3),
        "cue": (2, 3, 3),
        "medium": (1, 1, 1),
        "medium, none named": (2, 2, 2),
        "stance": (1, 2, 2),  # only the union counts
        "stance, none taken": (1, 1, 1),
        "not confirmed": (0, 0, 0),
        "zone fact": (1, 1, 1),
        "zone fact, actors": (0, 1, 1),
        "section (characters)": (120, 124, 124),
        "out of scope": (0, 1, 0),
        "scare quotes taken as statements": (0, 0, 0),
    }
    statement = figures["statement"]
    assert (statement.precision, statement.recall, statement.value) == (0.75, 1.0, 0.8571)
    assert (figures["speaker"].measure, figures["speaker"].value) == ("accuracy", 0.6667)
    assert (figures["out of scope"].measure, figures["out of scope"].value) == ("count", 1.0)


def test_disagreements_name_place_and_reason(gold, build):
    found = [(d.layer, d.what, d.article_id, d.start) for d in evaluate(gold, build).disagreements]
    assert found == [
        ("sections", "section", "a1", 0),
        ("mentions", "type", "a1", 38),
        ("mentions", "link", "a1", 52),
        ("mentions", "extra", "a1", 0),
        ("statements", "speaker", "a1", 78),
        ("statements", "cue", "a1", 78),
        ("zone facts", "actors", "a1", 38),
        ("mentions", "missed", "a2", 5),
        ("statements", "extra", "a2", 11),
        ("statements", "stance", "a2", 25),
        ("scope", "out of scope", "a2", 0),
    ]


def test_a_gold_without_text_gives_the_same_figures(gold, build, tmp_path):
    strip_gold(gold, tmp_path / "bare")
    assert evaluate(tmp_path / "bare", build).figures == evaluate(gold, build).figures
    bare = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "bare").iterdir())
    assert not any(row["surface"] in bare for row in GOLD["mentions"] + GOLD["statements"])


@pytest.mark.parametrize(
    ("layer", "low", "high"),
    [
        # two articles are drawn as 11, 12 or 22, each of the outer ones in a quarter of the draws
        ("speaker", 0.5, 1.0),  # 1 of 2 and 1 of 1
        ("mention", 0.5714, 0.6667),  # 2·2/(4+3) and 2·1/(1+2)
        ("kind", 1.0, 1.0),
        ("zone fact", 1.0, 1.0),  # draws without any are left out
    ],
)
def test_intervals_come_from_whole_articles(gold, build, layer, low, high):
    figure = next(f for f in evaluate(gold, build).figures if f.layer == layer)
    assert (figure.low, figure.high) == (low, high)


def test_one_article_has_no_interval(tmp_path):
    one = {name: [row for row in rows if row["doc"] == "a1"] for name, rows in GOLD.items()}
    evaluation = evaluate(write_gold(tmp_path / "gold", one), write_build(tmp_path / "build", BUILD))
    assert {(f.low, f.high) for f in evaluation.figures} == {(None, None)}
    assert "–" in format_evaluation(evaluation)


@pytest.mark.parametrize(
    ("surface", "length", "span"),
    [
        ("“It rained.”", 12, [11, 20]),
        ("It rained", 9, [10, 19]),
        ("“It rained …", 40, [11, 50]),  # cut short, its end is not known
        ("“”", 2, [10, 12]),  # nothing would be left
    ],
)
def test_trim(surface, length, span):
    assert trim(10, 10 + length, surface=surface) == span


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            {"articles": BUILD["articles"][:1]},
            "articles.parquet: the annotated article 'a2' is missing",
        ),
        (
            {"articles": [{"article_id": "a1", "sha256": "1"}, {"article_id": "a2", "sha256": "3"}]},
            "articles.parquet: article 'a2' is not the text that was annotated",
        ),
        ({"zone_facts": [{"article_id": "a1"}]}, "zone_facts.parquet: columns ['start', 'end', 'zone_id', "),
    ],
)
def test_a_build_that_cannot_be_compared(gold, tmp_path, change, problem):
    build = write_build(tmp_path / "other", {**BUILD, **change})
    with pytest.raises(InputError) as error:
        evaluate(gold, build)
    assert str(error.value).startswith(problem)


def test_a_gold_that_cannot_be_read(build, tmp_path):
    folder = write_gold(tmp_path / "gold", {**GOLD, "sections": [{"start": 1}]})
    (folder / "mentions.jsonl").write_text("{}\nno json\n", encoding="utf-8")
    (folder / "statements.jsonl").unlink()
    with pytest.raises(InputError) as error:
        evaluate(folder, build)
    assert [str(p) for p in error.value.problems] == [
        "sections.jsonl:1: expected an object with 'doc'",
        "mentions.jsonl:1: expected an object with 'doc'",
        "mentions.jsonl:2: 'no json' is no JSON",
        f"statements.jsonl: no such file in {folder}",
    ]


def test_the_date_stays_while_the_figures_do(gold, build, tmp_path):
    path = tmp_path / "accuracy.json"
    evaluation = evaluate(gold, build)
    assert record_accuracy(evaluation, path, measured_on=date(2020, 1, 2))
    first = path.read_bytes()
    assert not record_accuracy(evaluation, path, measured_on=date(2021, 1, 2))
    assert path.read_bytes() == first
    assert json.loads(first)["date"] == "2020-01-02"
    assert record_accuracy(evaluation._replace(n_articles=3), path, measured_on=date(2021, 1, 2))


def test_the_command(gold, build, capsys):
    assert main(["evaluate", str(gold), str(build), "--show", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "2 articles, 2000 resamples of whole articles" in lines
    assert "mentions: 4 disagreements" in lines


@pytest.mark.skipif(
    not (SHARED / "tools" / "score.py").is_file() or not (PROCESSED / "statements.parquet").is_file(),
    reason="the public scorer is not here",
)
def test_it_agrees_with_the_public_scorer():
    command = [sys.executable, SHARED / "tools" / "score.py", SHARED / "gold", PROCESSED]
    done = subprocess.run(
        [*command, "--corpus", SHARED / "corpus", "--json"], capture_output=True, check=True, text=True
    )
    theirs = json.loads(done.stdout)
    ours = {f.layer: f for f in evaluate(SHARED / "gold", PROCESSED).figures}
    for layer in ("mention", "linked", "statement", "attributed"):
        f = ours[layer]
        assert theirs[layer] == {
            "p": f.precision, "r": f.recall, "f1": f.value, "tp": f.right, "pred": f.found, "gold": f.annotated
        }  # fmt: skip
    for layer in ("kind", "speaker", "cue", "medium", "stance"):
        assert theirs[layer] == {"acc": ours[layer].value, "n": ours[layer].annotated}
    for kind in ("direct", "indirect"):
        f = ours[f"statement, {kind}"]
        assert theirs[f"recall_{kind}"] == {"r": f.value, "n": f.annotated}
    assert sum(theirs["out_of_scope"].values()) == ours["out of scope"].found
