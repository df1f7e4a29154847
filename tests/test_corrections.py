import pytest

from analysis.corrections import (
    Correction,
    apply_corrections,
    corrections_csv,
    propose_correction,
    propose_merge,
    read_corrections,
    summarise,
)
from analysis.records import Entity, Mention, Position, SectionSpan, Statement, ZoneFact

TEXT = "Ida Kay said the quay is safe and dry for all of the boats in the harbour of Port Nor. Verne agreed."
CONTENT = "the quay is safe and dry for all of the boats in the harbour of Port Nor"
HEADER = "article_id,start,end,text,table,change,value,reason\n"
NAMES = {"ida-kay": "PERSON", "port-nor": "PLACE", "noria": "COUNTRY"}


def mention(surface, entity_id, **changes):
    start = TEXT.index(surface)
    row = Mention(
        *("a1", start, start + len(surface), surface, entity_id, NAMES[entity_id], "name", "body", 0),
        *("", "", "alias", "likely", False),
    )
    return row._replace(**changes)


def statement(**changes):
    start = TEXT.index(CONTENT)
    row = Statement(
        *("s1", "a1", "indirect", start, start + len(CONTENT), CONTENT, ["ida-kay"], 0, 7, "Ida Kay", "name"),
        *("", "said", 8, 12, "say", "", [], "", "", 0, 16, 0, "clause", "likely", False),
    )
    return row._replace(**changes)


def position(stance, actors=("ida-kay",), statement_id="s1", **changes):
    start = TEXT.index(CONTENT)
    end = start + len(CONTENT)
    row = Position(
        "safe", stance, list(actors), statement_id, "a1", start, end, CONTENT, "r", "likely", False
    )
    return row._replace(**changes)


FACT = ZoneFact("a1", 13, 30, "quay", "other", ["ida-kay"], [], ["port-nor"], "s1", "…", "zone", "likely")


@pytest.fixture
def tables():
    return {
        "entities": [Entity(entity_id, entity_id, kind, "", "") for entity_id, kind in NAMES.items()],
        "sections": [SectionSpan("a1", 0, len(TEXT), "body")],
        "mentions": [mention("Ida Kay", "ida-kay"), mention("Port Nor", "port-nor")],
        "statements": [statement()],
        "positions": [position("asserts")],
        "zone_facts": [FACT],
    }


def correct(tables, table, change, value="", *, surface=CONTENT, text=None):
    start = TEXT.index(surface)
    row = Correction("a1", start, start + len(surface), text or surface, table, change, value, "because")
    corrected, (outcome,) = apply_corrections(
        tables,
        [row],
        {"a1": TEXT},
        entity_types={"verne": "PERSON", "noria-post": "MEDIA"},
        sentences={"a1": [(0, 87), (87, 101)]},
        lemmas={"agreed": "agree"},
    )
    return corrected, outcome.why


BY_HAND = {"confidence": "certain", "by_hand": True}


@pytest.mark.parametrize(
    ("surface", "change", "value", "mentions"),
    [
        ("Port Nor", "drop", "", [mention("Ida Kay", "ida-kay")]),
        (
            "Port Nor",
            "entity",
            "noria",  # the type follows
            [mention("Ida Kay", "ida-kay"), mention("Port Nor", "noria", **BY_HAND)],
        ),
        (
            "Port Nor",
            "type",
            "ORG",
            [mention("Ida Kay", "ida-kay"), mention("Port Nor", "port-nor", entity_type="ORG", **BY_HAND)],
        ),
        (
            "Port Nor",
            "use",
            "metonym",
            [mention("Ida Kay", "ida-kay"), mention("Port Nor", "port-nor", use="metonym", **BY_HAND)],
        ),
    ],
)
def test_mentions(tables, surface, change, value, mentions):
    corrected, why = correct(tables, "mention", change, value, surface=surface)
    assert why == ""
    assert corrected == {**tables, "mentions": mentions}


def test_a_mention_is_added(tables):
    corrected, why = correct(tables, "mention", "add", "verne", surface="Verne")
    assert why == ""
    place = ("a1", 87, 92, "Verne", "verne", "PERSON", "name", "body", 1)
    context = ("in the harbour of Port Nor.", "agreed.")
    assert corrected["mentions"][2:] == [Mention(*place, *context, "by-hand", "certain", True)]


@pytest.mark.parametrize(
    ("change", "value", "changed"),
    [
        ("kind", "mixed", {"kind": "mixed"}),
        ("medium", "noria-post", {"medium_id": "noria-post"}),
        ("speaker", "ida-kay|verne", {"speaker_ids": ["ida-kay", "verne"], "confidence": "certain"}),
        ("cue", "agreed", {"cue": "agreed", "cue_start": 93, "cue_end": 99, "cue_lemma": "agree"}),
        ("cue", "warned", {"cue": "warned", "cue_start": None, "cue_end": None, "cue_lemma": "warned"}),
    ],
)
def test_statements(tables, change, value, changed):
    corrected, why = correct(tables, "statement", change, value)
    assert why == ""
    assert corrected["statements"] == [statement(**changed, by_hand=True)]


def test_positions_follow_the_speaker(tables):
    corrected, _ = correct(tables, "statement", "speaker", "verne")
    assert corrected["positions"] == [position("asserts", ["verne"], by_hand=True)]


def test_a_dropped_statement_takes_its_positions_along(tables):
    corrected, _ = correct(tables, "statement", "drop")
    assert (corrected["statements"], corrected["positions"]) == ([], [])
    assert corrected["zone_facts"] == [FACT._replace(statement_id=None)]


@pytest.mark.parametrize(
    ("value", "stances"),
    [
        ("safe denies", [("safe", "denies", True)]),
        ("safe none", []),
        ("dry asserts", [("safe", "asserts", False), ("dry", "asserts", True)]),
    ],
)
def test_stances(tables, value, stances):
    corrected, why = correct(tables, "statement", "stance", value)
    assert why == ""
    assert [(p.proposition_id, p.stance, p.by_hand) for p in corrected["positions"]] == stances


def test_the_stance_of_a_passage_that_is_no_statement(tables):
    tables = {**tables, "statements": [], "positions": [position("denies", statement_id=None)]}
    corrected, _ = correct(tables, "statement", "stance", "safe not_confirmed")
    assert [(p.stance, p.statement_id) for p in corrected["positions"]] == [("not_confirmed", None)]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("a2", 0, 7, "Ida Kay", "mention", "drop", ""), "no article 'a2' in the corpus"),
        (
            ("a1", 1, 8, "Ida Kay", "mention", "drop", ""),
            "the text has changed: 'Ida Kay' expected, 'da Kay' found",
        ),
        (("a1", 0, 3, "Ida", "mention", "drop", ""), "no mention stands there"),
        (("a1", 0, 7, "Ida Kay", "statement", "drop", ""), "no statement stands there"),
        (("a1", 0, 7, "Ida Kay", "mention", "entity", "nobody"), "entity 'nobody' is unknown"),
        (
            ("a1", 4, 7, "Kay", "mention", "add", "ida-kay"),
            "the mention 'Ida Kay' stands there, drop it first",
        ),
        (
            ("a1", 87, 92, "Verne", "mention", "add", "jules"),
            "entity 'jules' is unknown, its type must be given",
        ),
        (
            ("a1", 87, 92, "Verne", "statement", "stance", "safe denies"),
            "neither a statement nor a position stands there",
        ),
        (("a1", 13, 85, CONTENT, "statement", "speaker", "noria|nobody"), "entity 'nobody' is unknown"),
        (("a1", 13, 85, CONTENT, "statement", "medium", "nobody"), "entity 'nobody' is unknown"),
        (("", None, None, "nobody", "entity", "merge", "noria"), "entity 'nobody' is not in the corpus"),
        (("", None, None, "noria", "entity", "merge", "nobody"), "entity 'nobody' is unknown"),
    ],
)
def test_what_does_not_apply_is_reported_and_changes_nothing(tables, row, why):
    corrected, outcomes = apply_corrections(tables, [Correction(*row, "because")], {"a1": TEXT})
    assert corrected == tables
    assert [(outcome.applied, outcome.why) for outcome in outcomes] == [(False, why)]


def test_an_entity_is_merged_everywhere(tables):
    corrected, outcomes = apply_corrections(tables, [propose_merge("ida-kay", into="noria")], {"a1": TEXT})
    assert outcomes[0].applied
    assert [m.entity_id for m in corrected["mentions"]] == ["noria", "port-nor"]
    assert [(m.entity_type, m.by_hand) for m in corrected["mentions"]] == [
        ("COUNTRY", True),
        ("PLACE", False),
    ]
    assert corrected["statements"] == [statement(speaker_ids=["noria"], by_hand=True)]
    assert corrected["positions"] == [position("asserts", ["noria"], by_hand=True)]
    assert corrected["zone_facts"] == [FACT._replace(actor_ids=["noria"])]
    assert [e.entity_id for e in corrected["entities"]] == ["port-nor", "noria"]


def test_corrections_apply_in_order(tables):
    start = TEXT.index("Port Nor")
    place = ("a1", start, start + 8, "Port Nor", "mention")
    rows = [Correction(*place, "drop", "", "wrong"), Correction(*place, "add", "noria", "right")]
    corrected, outcomes = apply_corrections(tables, rows, {"a1": TEXT})
    assert [outcome.applied for outcome in outcomes] == [True, True]
    assert [m.entity_id for m in corrected["mentions"]] == ["ida-kay", "noria"]


def test_the_tables_given_stay_as_they_are(tables):
    before = {name: list(rows) for name, rows in tables.items()}
    correct(tables, "statement", "speaker", "verne")
    assert tables == before


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        (CONTENT, True),
        ("the quay is safe … of Port Nor", True),
        ("the quay is safe …", True),
        (CONTENT.replace(" ", "\u00a0", 1), True),  # other blanks are no other text
        ("the quay is wet … of Port Nor", False),
        ("the quay is safe … of Port Sud", False),
        (CONTENT.upper(), False),
    ],
)
def test_the_text_is_compared(tables, text, applies):
    _, why = correct(tables, "statement", "kind", "mixed", text=text)
    assert (why == "") == applies


def test_a_proposed_row_can_be_read_and_applied(tables, tmp_path):
    row = statement()._asdict() | {"content": " ".join(CONTENT.split()[:14]) + " …"}
    proposals = [
        propose_correction(row, table="statement", change="kind", value="mixed", reason="it, too, is quoted"),
        propose_correction(tables["mentions"][1]._asdict(), table="mention", change="drop", reason="a ship"),
        propose_merge("noria", into="port-nor", reason="one and the same"),
    ]
    assert proposals[0].text == "the quay is safe and dry …"
    (tmp_path / "corrections.csv").write_text(corrections_csv(proposals), encoding="utf-8")
    problems = []
    assert read_corrections(tmp_path / "corrections.csv", problems) == proposals
    assert problems == []
    _, outcomes = apply_corrections(tables, proposals, {"a1": TEXT})
    assert [outcome.why for outcome in outcomes] == ["", "", ""]


def test_an_unknown_change_is_not_proposed():
    with pytest.raises(ValueError, match="change 'colour' of table 'mention', expected one of"):
        propose_correction({}, table="mention", change="colour")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("a1,0,7,Ida Kay,word,drop,,why", "table 'word', expected one of mention, statement, entity"),
        (
            "a1,0,7,Ida Kay,mention,speaker,x,why",
            "change 'speaker' of a mention, expected one of add, drop, entity, type, use",
        ),
        (",0,7,Ida Kay,mention,drop,,why", "article_id must not be empty"),
        ("a1,zero,7,Ida Kay,mention,drop,,why", "start 'zero' and end '7' must be whole numbers"),
        ("a1,7,7,Ida Kay,mention,drop,,why", "start 7 must be below end 7"),
        ("a1,0,7,Ida Kay,mention,drop,x,why", "a 'drop' takes no value, found 'x'"),
        ("a1,0,7,Ida Kay,mention,entity,,why", "a change of 'entity' needs a value"),
        ("a1,0,7,Ida Kay,mention,entity,Ida Kay,why", "entity 'Ida Kay' is no entity id"),
        (",,,noria,entity,merge,noria,why", "entity 'noria' cannot be merged with itself"),
        ("a1,0,7,Ida Kay,mention,use,verb,why", "use 'verb', expected one of name, metonym, adjective"),
        ("a1,0,7,x,statement,kind,loud,why", "kind 'loud', expected one of direct, indirect, mixed"),
        ("a1,0,7,x,statement,speaker,A B,why", "speaker 'A B', expected entity ids joined by a bar"),
        (
            "a1,0,7,x,statement,stance,safe hopes,why",
            "stance 'safe hopes', expected a proposition and one of asserts, denies, not_confirmed, "
            "conditional, undecided, none",
        ),
        ("a1,0,7,Ida Kay,mention,drop,,", "reason must not be empty"),
    ],
)
def test_a_faulty_row_is_named_and_left_out(tmp_path, row, problem):
    path = tmp_path / "corrections.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    problems = []
    assert read_corrections(path, problems) == []
    assert [str(problem) for problem in problems] == [f"corrections.csv:2: {problem}"]


def test_the_summary_says_what_did_not_apply(tables):
    rows = [
        Correction("a1", 0, 7, "Ida Kay", "mention", "drop", "", "why"),
        Correction("a2", 0, 7, "Ida Kay", "mention", "drop", "", "why"),
    ]
    _, outcomes = apply_corrections(tables, rows, {"a1": TEXT})
    assert summarise(outcomes) == [
        "1 of 2 corrections applied",
        "  not applied: a2:0 mention drop: no article 'a2' in the corpus",
    ]
    assert summarise([]) == []
