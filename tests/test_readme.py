"""What the README promises a newcomer is what the project has."""

import re
from pathlib import Path

from analysis.records import TABLES
from pages import MENU

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme():
    commands = re.findall(r"^```sh\n(.+?)\n```$", README, flags=re.MULTILINE | re.DOTALL)
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last.replace("install -q", "install") == commands[1]


def test_every_column_of_every_table_is_listed():
    rows = dict(re.findall(r"^\| (\w+) \| [^|]+ \| ([\w, ]+) \|$", README, flags=re.MULTILINE))
    assert {name: rows[name] for name in TABLES} == {
        name: ", ".join(record._fields) for name, record in TABLES.items()
    }


def test_every_page_is_in_the_tour():
    assert [page.label for page in MENU.values() if f"| {page.label} |" not in README] == []


def test_every_requirement_is_explained():
    lines = (ROOT / "requirements.txt").read_text() + (ROOT / "requirements-dev.txt").read_text()
    names = re.findall(r"^([A-Za-z]\w*)==", lines, flags=re.MULTILINE)
    table = README[README.index("## Packages") :]
    assert [name for name in names if name.lower() not in table.lower()] == []


def test_every_picture_is_there():
    assert [path for path in re.findall(r"\]\((docs/[^)]+)\)", README) if not (ROOT / path).exists()] == []
