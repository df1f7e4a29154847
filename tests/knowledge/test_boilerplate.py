import pytest

from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.boilerplate import read_boilerplate

HEADER = "class,section,match,where,pattern,reason\n"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "share,advert,line,any,share,why",
            "section 'advert' is unknown, expected dateline, credit, boilerplate",
        ),
        ("share,credit,all,any,share,why", "match 'all' is unknown, expected line, start, holds, prefix, "),
        ("share,credit,line,left,share,why", "where 'left' is unknown, expected any, top, end, rest"),
        ("share,credit,line,any,share (,why", "pattern 'share (' is no regular expression: missing ), "),
        ("share,credit,line,any,(share),why", "has a group that is numbered or named, expected (?:…)"),
        ("share,credit,line,any,{month},why", "part {month} is unknown, expected one of clock"),
        ("share,credit,line,any,,why", "pattern must not be empty"),
    ],
)
def test_a_bad_row_is_named(row, fault, tmp_path):
    (tmp_path / "boilerplate.csv").write_text(f"{HEADER}clock,,part,,\\d:\\d,why\n{row}\n")
    problems = []
    read_boilerplate(tmp_path, problems)
    assert [(p.file, p.line) for p in problems] == [("boilerplate.csv", 3)]
    assert fault in problems[0].message


def test_a_part_stands_for_its_pattern(tmp_path):
    rows = "clock,,part,,\\d:\\d\\d,why\nstamp,dateline,line,top,at {clock},why\n"
    (tmp_path / "boilerplate.csv").write_text(HEADER + rows)
    problems = []
    boilerplate = read_boilerplate(tmp_path, problems)
    assert not problems
    assert boilerplate.section("At 5:30", places=("top",)) == "dateline"
    assert boilerplate.section("At {clock}", places=("top",)) is None


@pytest.mark.parametrize(
    ("pattern", "line", "section"),
    [
        ("lake news", "LAKE News", "credit"),
        ("Lake news", "lake NEWS", "credit"),
        ("(?-i:Lake) news", "Lake NEWS", "credit"),
        ("(?-i:Lake) news", "lake news", None),
        ("(?-i:lake) news", "Lake news", None),
    ],
)
def test_case_matters_only_where_a_pattern_says_so(pattern, line, section, tmp_path):
    (tmp_path / "boilerplate.csv").write_text(f"{HEADER}lake,credit,line,any,{pattern},why\n")
    assert read_boilerplate(tmp_path, []).section(line, places=("any",)) == section


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("VELLIN (LNA) — The lake", "VELLIN (LNA) — "),
        ("VELLIN, June 3 (Norwire) - The lake", "VELLIN, June 3 (Norwire) - "),
        ("Port Vellin, Ardania - The lake", "Port Vellin, Ardania - "),
        ("Washington (CNN) The lake", "Washington (CNN) "),
        ("VELLIN, May 5. /LANA/. The lake", "VELLIN, May 5. /LANA/. "),
        ("Vellin, LANA – The lake", "Vellin, LANA – "),
        ("VELLIN: The lake", "VELLIN: "),
        ("Vellin — The lake", "Vellin — "),
        ("The council (LCA) – founded in May – met", None),  # an aside, the sentence goes on
        ("Ardania – which has no navy – bought", None),
        ("Vellin has three lakes", None),
        ("", None),
    ],
)
def test_datelines(line, prefix):
    found = read_boilerplate(KNOWLEDGE, []).prefix(line)
    assert (found and line[: found[1]]) == prefix


@pytest.mark.parametrize(
    "part", ["share ", "tweet share ", "Ada Quill, ", "1 2 ", "<a b=", "[a ", "AAA ", "by A ", "news > "]
)
def test_no_pattern_tries_without_end(part):
    """A pattern that can split a row of words in many ways would take years on these."""
    boilerplate = read_boilerplate(KNOWLEDGE, [])
    line = 400 * part + "zebra § stripe."
    boilerplate.spans(line)
    boilerplate.prefix(line)
    boilerplate.suffix(line, places=("any", "end"))
    assert boilerplate.section(line, places=("top", "any", "end", "rest")) is None
