"""What each source names and what it leaves out."""

import streamlit as st

from analysis import omissions
from analysis.charts.presence import describe_presence, draw_presence
from analysis.corpus import Corpus
from analysis.labels import readable
from analysis.positions import find_passages_of
from pages import (
    ask_source,
    follow,
    markdown,
    open_page,
    remember,
    show_chart,
    show_evidence,
    show_statements,
    show_table,
    whole_variants,
)

LAYERS = {"actors": "Actors", "zones": "Zones", "statements": "Statements", "conditions": "Conditions"}
SHOWN = 30
NARROW = 5
"""So many sources have room on a narrow screen; a matrix with more is scrolled there."""


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
        return omissions.statement_items(corpus, whole_variants())
    find = {
        "actors": omissions.actor_items,
        "zones": omissions.zone_items,
        "conditions": omissions.condition_items,
    }
    return find[layer](corpus)


def ask_cell(drawn: object) -> tuple[str, str]:
    items = dict(zip(drawn["item_id"], drawn["item"], strict=True))
    outlets = dict(zip(drawn["outlet_id"], drawn["outlet"], strict=True))
    remember("item", default=next(iter(items)), options=items)
    remember("in", options=outlets)
    left, right = st.columns(2)
    item = left.selectbox("What stands behind", list(items), key="item", format_func=items.get)
    inside = ask_source(right, outlets)
    return item, inside


def show_item(corpus: Corpus, layer: str, item: str, inside: str) -> None:
    """The mentions or statements of an item, in one source or in all."""
    if layer in ("actors", "zones"):
        mentions = omissions.find_mentions_of(corpus, item, outlet_id=inside)
        if len(mentions):
            show_evidence(mentions)
        return
    if layer == "statements":
        ids = omissions.find_statements_of(corpus, item, variants=whole_variants(), outlet_id=inside)
    else:
        found = find_passages_of(corpus, proposition_id=item, outlet_id=inside)
        ids = found["statement_id"].dropna().tolist()
    if ids:
        show_statements(ids, name="item-statements")


corpus = open_page("omissions")
layer, telling = ask_layer()
grid = omissions.compare_presence(corpus, find_items(corpus, layer))
if grid.empty:
    st.info("Nothing of this kind is named in this selection.")
    st.stop()
if grid["outlet_id"].nunique() < 2:
    st.info("One source alone leaves nothing out: there is no other to compare it with.")
    st.stop()
st.caption(markdown(omissions.describe_caveat(corpus)))
drawn = omissions.keep_items(grid, most=SHOWN, telling=telling)
if drawn.empty:
    st.info("Every source has all of them.")
    st.stop()
wide = layer == "statements" or drawn["outlet_id"].nunique() > NARROW
with st.container(key="wide-presence" if wide else "presence-matrix"):
    show_chart(
        draw_presence(drawn, label_width=44 if layer == "statements" else 22),
        name="presence",
        title=f"{LAYERS[layer]} by source: what one lacks, or only one has, first",
        note=f"{omissions.count_telling(grid)} A dash is none, in brackets how many to expect.",
        hint="Choose a cell to read what stands behind it.",
        table=readable(drawn),
        alt=describe_presence(drawn),
        on_select=follow("presence", "item", "in"),
    )
item, inside = ask_cell(drawn)
st.caption(markdown(omissions.tell_item(grid, item, inside)))
show_item(corpus, layer, item, inside)
with st.expander("The whole table"):
    show_table(readable(grid), name="all-items")
