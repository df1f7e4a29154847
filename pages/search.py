"""Words, phrases and conditions over quotations, contexts and texts."""

import streamlit as st

from analysis import cards, search
from analysis.charts.matrix import draw_matrix
from analysis.corpus import Corpus
from analysis.evidence import find_quotations
from pages import markdown, open_page, remember, show_chart, show_table

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


def show_counts(corpus: Corpus, hits: object) -> None:
    counts = search.count_hits(hits, corpus)
    show_chart(
        draw_matrix(
            search.count_cells(counts),
            rows=dict(zip(counts["outlet"], counts["outlet"], strict=True)),
            columns=search.LAYER_NAMES,
        ),
        name="hits-by-source",
        title="Hits by source",
        note="A context is the sentence of a mention; a statement is what somebody is reported to have said.",
        table=counts.rename(columns={"outlet": "Source"} | search.LAYER_NAMES),
        alt=search.describe_counts(counts),
    )


def show_hits(corpus: Corpus, hits: object, words: str) -> None:
    statements = hits.loc[hits["layer"] == "statement", "statement_id"]
    if len(statements):
        st.header(f"Statements ({len(statements):,})", anchor=False)
        found = find_quotations(corpus, statements).head(SHOWN).to_dict("records")
        st.html(cards.STYLE + cards.draw_cards(cards.statement_card(row, query=words) for row in found))
    show_table(search.spell_hits(hits, corpus), name="hits", title="Every hit")


corpus = open_page("search")
query = ask_query(corpus)
if query is None:
    st.stop()
hits = search.search(corpus, query)
if hits.empty:
    st.info("Nothing in this selection fits the search.")
    st.stop()
show_counts(corpus, hits)
show_hits(corpus, hits, search.highlighted(query))
