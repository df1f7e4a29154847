"""Which layer may import what, read from the imports themselves."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "analysis": {"streamlit", "pages", "app", "tests"},
    "pages": {"pandas", "numpy", "pyarrow", "plotly", "spacy", "networkx", "tests"},
}
ONLY_IN = {"plotly": "analysis/charts/", "spacy": "analysis/annotate.py"}
FILES = [ROOT / "app.py", *sorted(ROOT.glob("analysis/**/*.py")), *sorted(ROOT.glob("pages/**/*.py"))]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=place)
def test_imports_follow_the_layers(path):
    layer = "pages" if path.name == "app.py" else place(path).split("/")[0]
    found = set(imports(path))
    assert not found & FORBIDDEN[layer]
    assert not {
        library for library, home in ONLY_IN.items() if library in found and not place(path).startswith(home)
    }


@pytest.mark.parametrize(
    "path", [file for file in FILES if place(file).startswith("analysis/extract/")], ids=place
)
def test_extraction_draws_nothing(path):
    text = path.read_text(encoding="utf-8")
    assert "charts" not in {name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)
                            for name in (node.module or "").split(".")}  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [file for file in FILES if place(file).startswith(("analysis/annotate.py", "analysis/knowledge/"))],
    ids=place,
)
def test_what_extraction_rests_on_does_not_import_it(path):
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert not [
        node.module
        for node in tree
        if isinstance(node, ast.ImportFrom) and "extract" in (node.module or "").split(".")
    ]


def test_the_dashboard_does_not_load_spacy():
    """All that any page imports, in a fresh interpreter."""
    names = sorted({name for path in FILES if path.name == "app.py" or place(path).startswith("pages/")
                    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                    if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("analysis", "pages")
                    for name in [node.module]})  # fmt: skip
    code = f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\nprint('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
