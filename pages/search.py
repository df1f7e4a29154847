"""Words, phrases and conditions over quotations, contexts and texts."""

import streamlit as st

from analysis import cards, search
from analysis.charts.matrix import draw_matrix
from analysis.corpus import Corpus
from analysis.evidence import find_quotations
from analysis.quotations import join_names
from pages import ask_source, follow, markdown, open_page, remember, show_chart, show_table

SHOWN = 12


def ask_query(corpus: Corpus) -> search.Query | None:
    """The query; None where there is none to run, after a sentence that says why."""
    remember("q")
    text = st.text_input("Search", key="q", placeholder="Words, “phrases”, NEAR, speaker:, source:, zone:, …")
    with st.expander("How to search"):
        for example, meaning in search.list_examples(corpus):
            st.write(f"- **{markdown(example)}** — {meaning}")
    try:
        query = search.parse_query(text)
    except ValueError as error:
        st.warning(markdown(str(error)))
        return None
    if not query:
        st.info("Type a word to see where it stands.")
        return None
    return query


def show_counts(corpus: Corpus, hits: object) -> tuple[str, str]:
    """The counts by source; returns the layer and the source that are read."""
    counts = search.count_hits(hits, corpus)
    outlets = dict(zip(counts["outlet_id"], counts["outlet"], strict=True))
    layers = search.list_layers(corpus)
    show_chart(
        draw_matrix(search.count_cells(counts), rows=outlets, columns=layers),
        name="hits-by-source",
        title=f"Hits by source: {st.session_state['q']}",
        note="A context is the sentence of a mention; a statement is what somebody is reported to have said.",
        hint="Choose a cell to read only these hits.",
        table=counts.drop(columns="outlet_id").rename(columns={"outlet": "Source"} | layers),
        alt=search.describe_counts(counts),
        on_select=follow("hits-by-source", "in", "found-in"),
    )
    remember("in", options=outlets)
    remember("found-in", options=layers)
    left, right = st.columns(2)
    inside = ask_source(left, outlets)
    layer = right.selectbox(
        "Found in", ["", *layers], key="found-in",
        format_func=lambda one: layers.get(one, join_names(layers.values()).capitalize()),
    )  # fmt: skip
    return layer, inside


def show_hits(corpus: Corpus, hits: object, words: str) -> None:
    if hits.empty:
        st.info("Nothing is found there; choose another source.")
        return
    statements = hits.loc[hits["layer"] == "statement", "statement_id"]
    if len(statements):
        st.header(f"Statements ({len(statements):,})", anchor=False)
        found = find_quotations(corpus, statements).head(SHOWN).to_dict("records")
        st.html(cards.STYLE + cards.draw_cards(cards.statement_card(row, query=words) for row in found))
        if len(statements) > SHOWN:
            st.caption(f"The first {SHOWN}; the others stand in the table.")
    show_table(
        search.spell_hits(hits, corpus),
        name="hits",
        title=f"Every hit ({len(hits):,})",
        widths={"Words": 560},
    )


corpus = open_page("search")
query = ask_query(corpus)
if query is None:
    st.stop()
hits = search.search(corpus, query)
if hits.empty:
    st.info("Nothing in this selection fits the search.")
    st.stop()
layer, inside = show_counts(corpus, hits)
show_hits(corpus, search.keep_hits(hits, layer=layer, outlet_id=inside), search.highlighted(query))
