"""What each source names and what it leaves out."""

import streamlit as st

from analysis import omissions
from analysis.charts.presence import describe_presence, draw_presence
from analysis.corpus import Corpus
from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.hedges import read_hedges
from analysis.labels import readable
from analysis.variants import find_variants
from pages import open_page, remember, show_chart, show_evidence, show_statements, show_table, whole_corpus

LAYERS = {"actors": "Actors", "zones": "Zones", "statements": "Statements", "conditions": "Conditions"}
SHOWN = 30


@st.cache_resource(max_entries=8, show_spinner="Aligning the statements")
def variants(_corpus: Corpus, stamp: str) -> object:
    return find_variants(_corpus, list(read_hedges(KNOWLEDGE, [])))


def ask_layer() -> tuple[str, bool]:
    remember("layer", default="actors", options=LAYERS)
    remember("telling", default=True)
    left, right = st.columns(2, vertical_alignment="bottom")
    layer = left.segmented_control(
        "Compare", list(LAYERS), key="layer", format_func=LAYERS.get, required=True
    )  # fmt: skip
    return layer, right.toggle("Leave out what every source has", key="telling")


def find_items(corpus: Corpus, layer: str) -> object:
    if layer == "statements":
        whole = whole_corpus()
        return omissions.statement_items(corpus, variants(whole, whole.build.get("corpus_sha256", "")))
    find = {
        "actors": omissions.actor_items,
        "zones": omissions.zone_items,
        "conditions": omissions.condition_items,
    }
    return find[layer](corpus)


def show_item(corpus: Corpus, grid: object, layer: str) -> None:
    """What stands behind one cell: the mentions or statements of the chosen item."""
    points = st.session_state["presence"].selection.points
    if not points:
        return
    item_id, outlet_id = points[0]["customdata"]
    if layer in ("actors", "zones"):
        mentions = corpus.mentions
        show_evidence(mentions[(mentions["entity_id"] == item_id) & (mentions["outlet_id"] == outlet_id)])
    elif layer == "statements":
        show_statements(
            omissions.statements_of(corpus, find_items(corpus, layer), item_id), name="item-statements"
        )
    else:
        ids = corpus.positions.loc[corpus.positions["proposition_id"] == item_id, "statement_id"].dropna()
        show_statements(ids, name="item-statements")


corpus = open_page("omissions")
layer, telling = ask_layer()
grid = omissions.compare_presence(corpus, find_items(corpus, layer))
if grid.empty:
    st.info("Nothing of this kind is named in this selection.")
    st.stop()
st.caption(omissions.describe_caveat(corpus))
drawn = omissions.keep_items(grid, most=SHOWN, telling=telling)
if drawn.empty:
    st.info("Every source has all of them.")
    st.stop()
show_chart(
    draw_presence(drawn),
    name="presence",
    title=f"{LAYERS[layer]} by source: what one has, or one lacks, first",
    note="Number of occurrences; – where there is none. Choose a cell to read what stands behind it.",
    table=readable(drawn),
    alt=describe_presence(drawn),
    on_select="rerun",
)
show_item(corpus, grid, layer)
with st.expander("The whole table"):
    show_table(readable(grid), name="all-items")
