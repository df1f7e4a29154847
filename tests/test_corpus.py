import json
from dataclasses import fields, replace
from datetime import date

import pandas as pd
import pytest

from analysis.corpus import Corpus, CorpusError, read_corpus
from analysis.filters import Filters
from analysis.records import TABLES, Entity, EventDate, Word

from .conftest import ROWS, write_corpus


def test_the_corpus_has_every_table():
    assert {field.name for field in fields(Corpus)} == set(TABLES) | {"build", "filters"}


def test_articles_stand_in_the_order_of_publication_with_their_days(corpus):
    days = corpus.articles[["article_id", "outlet", "date", "date_end"]]
    assert days.to_dict("split")["data"] == [
        ["a1", "The Gazette", pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-05")],
        ["a3", "Herald & Sons", pd.Timestamp("2024-03-06"), pd.Timestamp("2024-03-13")],
        ["a2", "The Gazette", pd.Timestamp("2024-04-01"), pd.Timestamp("2024-05-01")],
        ["a4", "Evening Post", pd.NaT, pd.NaT],
    ]


def test_entities_are_ranked_by_their_mentions(corpus):
    ranked = corpus.entities[["entity_id", "n_mentions", "is_actor"]].to_dict("split")["data"]
    assert ranked == [
        ["norland", 4, True],
        ["ada-verne", 2, True],
        ["idlib", 1, False],
        ["old-quay", 1, False],
        ["port-council", 1, True],
        ["quay-wire", 0, True],
    ]
    assert corpus.actors == ["norland", "ada-verne", "port-council", "quay-wire"]


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("pilots of Norland (unnamed)", "UNNAMED", "Pilots of Norland (unnamed)"),
        ("al-Mina Tug Crew", "ORG", "al-Mina Tug Crew"),  # names are as they are
    ],
)
def test_descriptions_begin_with_a_capital(tmp_path, name, kind, shown):
    rows = ROWS | {"entities": [*ROWS["entities"], Entity("pilots", name, kind, "", "")]}
    assert read_corpus(write_corpus(tmp_path / "processed", rows)).entity_names["pilots"] == shown


def selection(corpus: Corpus, **chosen) -> tuple[list[str], list[int], list[str], int, int]:
    part = corpus.select(Filters(**chosen))
    return (
        part.articles["article_id"].tolist(),
        part.mentions.index.tolist(),
        part.statements["statement_id"].tolist(),
        len(part.positions),
        len(part.zone_facts),
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, (["a1", "a3", "a2", "a4"], list(range(9)), ["s1", "s2", "s3"], 2, 2)),
        ({"outlets": ("herald",)}, (["a3"], [5, 6, 7], ["s3"], 1, 1)),
        ({"outlets": ("gazette", "herald")}, (["a1", "a3", "a2"], list(range(8)), ["s1", "s2", "s3"], 2, 2)),
        # a week that has begun, a month that has not ended: any of their days may be in
        ({"since": date(2024, 3, 12)}, (["a3", "a2"], [3, 4, 5, 6, 7], ["s2", "s3"], 1, 1)),
        ({"since": date(2024, 3, 13)}, (["a2"], [3, 4], ["s2"], 0, 0)),
        ({"until": date(2024, 3, 6)}, (["a1"], [0, 1, 2], ["s1"], 1, 1)),  # the upper bound is out
        ({"since": date(2025, 1, 1)}, ([], [], [], 0, 0)),
        ({"since": date(2025, 1, 1), "actors": ("norland",), "reuse_once": True}, ([], [], [], 0, 0)),
        # by the speaker, through the medium or the reporter, and about who is named inside
        ({"actors": ("ada-verne",)}, (["a1", "a3", "a2", "a4"], [0, 5], ["s1"], 1, 1)),
        ({"actors": ("quay-wire",)}, (["a1", "a3", "a2", "a4"], [], ["s1", "s3"], 0, 0)),
        ({"actors": ("norland",)}, (["a1", "a3", "a2", "a4"], [1, 2, 6, 8], ["s1", "s3"], 0, 2)),
        ({"types": ("PLACE", "ZONE")}, (["a1", "a3", "a2", "a4"], [4, 7], ["s1", "s2", "s3"], 2, 2)),
        ({"hide_guesses": True}, (["a1", "a3", "a2", "a4"], [0, 1, 2, 3, 5, 6, 7, 8], ["s1", "s3"], 2, 2)),
        # a3 repeats a1 from 35 to 70: its mention at 40 goes, the statement that begins at 30 stays
        (
            {"reuse_once": True},
            (["a1", "a3", "a2", "a4"], [0, 1, 2, 3, 4, 5, 7, 8], ["s1", "s2", "s3"], 2, 2),
        ),
    ],
)
def test_select(corpus, chosen, expected):
    assert selection(corpus, **chosen) == expected


@pytest.mark.parametrize(
    ("chosen", "lengths", "words"),
    [
        ({}, {"a1": 100, "a3": 300, "a2": 200, "a4": 400}, [3, 2, 1, 2, 28, 5]),
        ({"reuse_once": True}, {"a1": 100, "a3": 270, "a2": 200, "a4": 400}, [3, 2, 1, 5]),
        # nothing is repeated where the first of the two is filtered out
        ({"reuse_once": True, "outlets": ("herald",)}, {"a3": 300}, [1, 2, 28]),
    ],
)
def test_reused_text_counts_once_in_the_words(corpus, chosen, lengths, words):
    part = corpus.select(Filters(**chosen))
    assert dict(zip(part.articles["article_id"], part.articles["n_tokens"], strict=True)) == lengths
    assert part.words["n"].tolist() == words


def test_a_repeat_ends_where_its_passage_ends_and_stays_in_its_article(tmp_path):
    places = [("a1", 26), ("a3", 34), ("a3", 35), ("a3", 69), ("a3", 70), ("a3", 111), ("a4", 35), ("a4", 45)]
    passages = [*ROWS["passages"], ROWS["passages"][1]._replace(article_id="a4", start=40, end=70)]
    rows = ROWS | {
        "passages": passages,
        "words": [Word(article_id, "rain", 1, start) for article_id, start in places],
    }
    once = read_corpus(write_corpus(tmp_path / "edges", rows)).select(Filters(reuse_once=True))
    assert [(row.article_id, row.start) for row in once.words.itertuples()] == [
        ("a1", 26), ("a3", 34), ("a3", 70), ("a3", 111), ("a4", 35)
    ]  # fmt: skip


def test_a_long_passage_repeats_what_follows_a_short_one_inside_it(tmp_path):
    first, second = ROWS["passages"]
    inner = [first._replace(group_id="g2"), second._replace(group_id="g2", start=40, end=45)]
    rows = ROWS | {"passages": [first, second, *inner], "words": [Word("a3", "rain", 1, 50)]}
    once = read_corpus(write_corpus(tmp_path / "inner", rows)).select(Filters(reuse_once=True))
    assert once.words.empty


def test_overlapping_repeats_are_taken_off_once(tmp_path):
    first, second = ROWS["passages"]
    more = [first._replace(group_id="g2"), second._replace(group_id="g2", start=45, end=80)]
    stretches = [Word("a3", "rain", n, start) for n, start in ((50, None), (9, 35), (21, 45), (8, 70))]
    rows = ROWS | {"passages": [first, second, *more], "words": stretches}
    once = read_corpus(write_corpus(tmp_path / "more", rows)).select(Filters(reuse_once=True))
    assert once.articles.set_index("article_id").loc["a3", "n_tokens"] == 300 - (9 + 21 + 8)
    assert once.words["n"].tolist() == [50]


def test_select_leaves_the_corpus_alone(corpus):
    before = {name: getattr(corpus, name).copy() for name in TABLES}
    corpus.select(Filters(("gazette",), ("norland",), ("ZONE",), date(2024, 1, 1), None, True, True))
    assert all(before[name].equals(getattr(corpus, name)) for name in TABLES)


def foreign_format(folder):
    (folder / "build.json").write_text('{"format": 99}')


def other_rows(folder):
    build = json.loads((folder / "build.json").read_text())
    build["counts"]["mentions"] = 10
    (folder / "build.json").write_text(json.dumps(build))


def strange_entity(folder):
    mentions = [ROWS["mentions"][0]._replace(entity_id="stranger"), *ROWS["mentions"][1:]]
    write_corpus(folder, ROWS | {"mentions": mentions})


def fewer_columns(folder):
    pd.read_parquet(folder / "words.parquet").drop(columns="n").to_parquet(folder / "words.parquet")


def number_as_text(folder):
    pd.read_parquet(folder / "words.parquet").assign(n="3").to_parquet(folder / "words.parquet")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda folder: (folder / "mentions.parquet").unlink(), "mentions.parquet: the file is missing"),
        (lambda folder: (folder / "build.json").unlink(), "build.json: the file is missing"),
        (
            lambda folder: (folder / "words.parquet").write_bytes(b"PAR1"),
            "words.parquet: the file is damaged",
        ),
        (lambda folder: (folder / "build.json").write_text("{"), "build.json: the file is damaged"),
        (lambda folder: (folder / "build.json").write_text("[]"), "the tables are of format []"),
        (foreign_format, "the tables are of format 99, this program reads 1"),
        (other_rows, "mentions.parquet: it belongs to another build: 9 rows, build.json says 10"),
        (
            strange_entity,
            "mentions.parquet: it belongs to another build: entity_id 'stranger' is not in entities",
        ),
        (fewer_columns, "words.parquet: another program wrote it: no column n"),
        (number_as_text, "words.parquet: another program wrote it: column n holds string, not int64"),
    ],
)
def test_read_corpus_says_what_is_wrong(processed, damage, message):
    damage(processed)
    with pytest.raises(CorpusError) as error:
        read_corpus(processed)
    assert message in str(error.value)
    assert error.value.mend == f"python -m analysis build ARTICLES --out {processed}"


def test_read_corpus_reports_all_faults_together(processed):
    for name in ("mentions", "statements"):
        (processed / f"{name}.parquet").unlink()
    with pytest.raises(CorpusError) as error:
        read_corpus(processed)
    assert [problem.file.rsplit("/")[-1] for problem in error.value.problems] == [
        "mentions.parquet",
        "statements.parquet",
    ]


def test_read_corpus_of_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CorpusError, match="there is no such folder"):
        read_corpus(tmp_path / "nowhere")


def test_a_corpus_without_rows_can_be_read(tmp_path):
    corpus = read_corpus(write_corpus(tmp_path / "empty", {}))
    assert corpus.articles.empty
    assert corpus.select(Filters(actors=("norland",), reuse_once=True)).statements.empty


def test_the_command_can_be_typed_as_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError) as error:
        read_corpus(tmp_path / "my tables")
    assert error.value.mend == "python -m analysis build ARTICLES --out 'my tables'"
    assert error.value.problems[0].file == "my tables"


def test_dates_in_repeated_text_count_once(corpus):
    row = dict.fromkeys(EventDate._fields, "") | {"outlet_id": "", "outlet": "", "end": 60}
    rows = [row | {"article_id": one, "start": start} for one, start in (("a1", 40), ("a3", 40), ("a3", 90))]
    dated = replace(corpus, event_dates=pd.DataFrame(rows))
    kept = dated.select(Filters(reuse_once=True)).event_dates
    assert list(zip(kept["article_id"], kept["start"], strict=True)) == [("a1", 40), ("a3", 90)]
