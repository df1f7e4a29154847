from dataclasses import replace

import pytest

from analysis import proposals
from analysis.corrections import CHANGES, Correction, corrections_csv, read_corrections


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("mention", ["drop", "entity", "type", "use", "merge"]),
        ("statement", ["drop", "speaker", "kind", "cue", "medium", "stance"]),
    ],
)
def test_every_change_of_a_row_that_stands_there_can_be_proposed(table, changes):
    assert list(proposals.list_changes(table)) == changes
    assert set(CHANGES[table]) - set(changes) <= {"add"}  # of what does not stand there yet


@pytest.mark.parametrize(
    ("change", "number", "first"),
    [
        ("use", 3, ("name", "Name")),
        ("kind", 3, ("direct", "Direct")),
        ("entity", 6, ("norland", "Norland")),
        ("speaker", 6, ("norland", "Norland")),
        ("medium", 7, ("", "No medium")),
        ("stance", 6, ("open-quay asserts", "The quay is open: Asserts")),
        ("cue", 0, None),
        ("drop", 0, None),
    ],
)
def test_values_come_with_their_words(corpus, change, number, first):
    values = proposals.list_values(corpus, change)
    assert (len(values), next(iter(values.items()), None)) == (number, first)


@pytest.mark.parametrize("table", ["mention", "statement"])
def test_the_file_of_corrections_takes_every_value(corpus, tmp_path, table):
    row = getattr(corpus, f"{table}s").iloc[0]
    proposed = [
        proposals.propose(row, table=table, change=change, value=value, reason="seen in print")
        for change in proposals.list_changes(table)
        for value in proposals.list_values(corpus, change) or [{"cue": "warned"}.get(change, "")]
        if (change, value) != ("merge", row.get("entity_id"))  # nothing is merged with itself
    ]
    path, problems = tmp_path / "corrections.csv", []
    path.write_text(corrections_csv(proposed), encoding="utf-8")
    assert (read_corrections(path, problems), problems) == (proposed, [])


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1 call", "-stan", "@quay", "'=odd", "'plain", "Norland"])
def test_no_spreadsheet_runs_a_correction(tmp_path, text):
    proposed = [Correction("a1", 0, len(text), text, "mention", "drop", "", "-1")]
    path, problems = tmp_path / "corrections.csv", []
    path.write_text(corrections_csv(proposed), encoding="utf-8")
    cells = path.read_text(encoding="utf-8").splitlines()[1].split(",")
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]
    assert (read_corrections(path, problems), problems) == (proposed, [])


def test_rows_are_told_apart_in_one_line(corpus):
    mentions = proposals.in_order(corpus.mentions, corpus)
    statements = proposals.in_order(corpus.statements, corpus)
    assert proposals.spell_row(mentions.iloc[0], corpus) == "The Gazette: before it [Ada Verne] after it"
    assert proposals.spell_row(statements.iloc[0], corpus) == (
        "The Gazette: Ada Verne: Norland keeps the quay open all year"
    )
    assert statements["statement_id"].tolist() == ["s1", "s3", "s2"]


TEXT = "Harbour  news. Ada Verne met the Tug\n Guild. The tug guild left; Tug Guilds are old."


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("tug guild", [(33, "Tug\n Guild"), (49, "tug guild")]),  # no part of a longer word
        ("Ada Verne", [(15, "Ada Verne")]),
        ("harbour news", [(0, "Harbour  news")]),
        ("quay", []),
        ("old.*", []),
        (" ", []),
    ],
)
def test_words_are_found_where_they_stand_in_the_text(corpus, words, places):
    full = replace(corpus, articles=corpus.articles.assign(text=TEXT))
    assert [place[:2] for place in proposals.find_places(full, "a4", words)] == places


def test_without_the_texts_words_are_found_in_statements(corpus):
    (place,) = proposals.find_places(corpus, "a1", "the quay")
    assert place == (34, "the quay", "Norland keeps", "open all year", "norland")
    assert proposals.spell_place(place) == "Norland keeps [the quay] open all year"
    assert proposals.find_places(corpus, "a4", "the quay") == []


@pytest.mark.parametrize(
    ("words", "entity_id"),
    [("Tug  Guild", "tug-guild"), ("Émile’s Crew", "emiles-crew"), ("Ada Verne", ""), ("—", "")],
)
def test_a_new_entity_has_an_id_of_its_own(corpus, words, entity_id):
    assert proposals.new_id(words, corpus) == entity_id
