"""First draw and click-to-update of each page against a bare page that draws the same charts from constants.

    .venv/bin/python benchmarks/page_speed.py [--rounds 7] [--copies 100]

It runs from the project folder, on the tables in data/processed/ or in the folder that the environment
variable FOUR_ZONES_DATA names, with every article as often as --copies says.

Both pages run on the server side of Streamlit, without a browser: the bare page holds the finished figures
and tables and only hands them over. The first draw reads the tables anew; an update changes a filter.
Page and bare page take turns, and the medians are printed in milliseconds with their ratio.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import streamlit as st
from streamlit.testing.v1 import AppTest

sys.path.insert(0, str(Path(__file__).parents[1]))

from analysis.corpus import PROCESSED, read_corpus
from pages import MENU, ROOT

BARE = """
import json
from pathlib import Path
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

@st.cache_resource
def constants():
    held = json.loads(Path({path!r}).read_text())
    return [go.Figure(f) for f in held["figures"]], [pd.DataFrame(t) for t in held["tables"]]

figures, tables = constants()
st.multiselect("Source", {outlets!r}, key="filter_outlets")
for i, figure in enumerate(figures):
    st.plotly_chart(figure, key=f"figure-{{i}}", theme=None)
for i, table in enumerate(tables):
    st.dataframe(table, key=f"table-{{i}}")
"""


def open_app(script: Path) -> AppTest:
    """The app, ready to run at one of its pages, or a bare page."""
    if ROOT not in script.parents:
        return AppTest.from_file(str(script), default_timeout=120)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    return app if script.name == "app.py" else app.switch_page(str(script.relative_to(ROOT)))


def write_bare_page(app: AppTest, folder: Path, name: str, *, outlets: list[str]) -> Path:
    """A page that draws what the app shows now, from constants."""
    held = {
        "figures": [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")],
        "tables": [json.loads(table.value.astype(str).to_json(orient="records")) for table in app.dataframe],
    }
    constants = folder / f"{name}.json"
    constants.write_text(json.dumps(held))
    script = folder / f"{name}.py"
    script.write_text(BARE.format(path=str(constants), outlets=outlets))
    return script


def copy_articles(folder: Path, into: Path, copies: int) -> None:
    """Write the tables with every article so many times, each time under other ids, to another folder."""
    build = json.loads((folder / "build.json").read_text())
    for path in folder.glob("*.parquet"):
        table = pq.read_table(path)
        parts = [_renamed(table, f"~{n}" if n else "") for n in range(copies)]
        copied = pa.concat_tables(parts if "article_id" in table.column_names else [table])
        pq.write_table(copied, into / path.name)
        build["counts"][path.stem] = len(copied)
    (into / "build.json").write_text(json.dumps(build))


def _renamed(table: pa.Table, ending: str) -> pa.Table:
    """The table with other ids of articles, statements and passages."""
    for place, field in enumerate(table.schema):
        if field.name in ("article_id", "statement_id", "group_id"):
            ids = [one and one + ending for one in table[field.name].to_pylist()]
            table = table.set_column(place, field, pa.array(ids, pa.string()))
    return table


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def measure(script: Path, *, outlet: object) -> tuple[float, float]:
    """Milliseconds of the first draw with empty caches, and of an update by the source filter."""
    st.cache_resource.clear()
    app = open_app(script)
    first = timed(app.run)
    app.multiselect(key="filter_outlets").set_value([])
    app.run()
    app.multiselect(key="filter_outlets").set_value([outlet])
    return first, timed(app.run)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--copies", type=int, default=1)
    arguments = parser.parse_args()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_articles(Path(os.environ.get("FOUR_ZONES_DATA", PROCESSED)), folder, arguments.copies)
        os.environ["FOUR_ZONES_DATA"] = name
        compare_pages(folder, rounds=arguments.rounds)


def compare_pages(folder: Path, *, rounds: int) -> None:
    """Measure each page on the tables of a folder, and print a line for each."""
    outlets = sorted(read_corpus(folder).articles["outlet_id"].unique())
    print(f"{'page':20} {'first':>8} {'bare':>8} {'ratio':>6} {'update':>8} {'bare':>8} {'ratio':>6}   (ms)")
    with tempfile.TemporaryDirectory() as name:
        for key, page in MENU.items():
            script = ROOT / page.path
            if not script.exists():
                continue
            app = open_app(script).run()
            bare = write_bare_page(app, Path(name), key, outlets=outlets)
            turns = [
                (measure(script, outlet=outlets[0]), measure(bare, outlet=outlets[0])) for _ in range(rounds)
            ]
            mine, theirs = zip(*turns, strict=True)
            cells = []
            for step in (0, 1):
                page_ms = statistics.median(turn[step] for turn in mine)
                bare_ms = statistics.median(turn[step] for turn in theirs)
                ratio = statistics.median(m[step] / b[step] for m, b in turns)
                cells.append(f"{page_ms:8.0f} {bare_ms:8.0f} {ratio:6.2f}")
            print(f"{key:20} {' '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
