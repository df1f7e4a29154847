"""The way of each claim from its speaker to the page."""

import streamlit as st

from analysis import provenance
from analysis.charts.provenance import draw_provenance
from analysis.corpus import Corpus
from pages import link, markdown, open_page, remember, show_chart, show_statements, show_table


def ask_claim(corpus: Corpus, claims: object) -> str:
    """The claim to follow, or none for all statements."""
    titles = provenance.claim_titles(claims, corpus)
    remember("claim", options=titles)
    return st.selectbox(
        "Claim", ["", *titles], key="claim", format_func=lambda one: titles.get(one, "Every statement")
    )


def show_graph(corpus: Corpus, links: object) -> None:
    graph = provenance.build_graph(links, corpus.outlet_names | corpus.entity_names)
    paths = provenance.describe_paths(links, corpus.outlet_names | corpus.entity_names)
    show_chart(
        draw_provenance(graph),
        name="provenance",
        title="From the speaker to the page",
        note="A thicker link carries more statements; a dashed one is inferred. Choose a station to read it.",
        table=provenance.list_links(links, corpus),
        alt=provenance.describe_graph(graph),
        on_select="rerun",
    )
    with st.container(horizontal=True):
        for label, data, ending in (
            ("Graph as GEXF", provenance.to_gexf, "gexf"),
            ("Graph as GraphML", provenance.to_graphml, "graphml"),
        ):
            st.download_button(
                label, lambda write=data: write(graph), file_name=f"four-zones-provenance.{ending}",
                mime="application/xml", on_click="ignore", icon=":material/download:", type="tertiary",
            )  # fmt: skip
    points = st.session_state["provenance"].selection.points
    station = points[0]["customdata"][0] if points else ""
    chosen = provenance.statements_through(links, station)
    title = f"Statements through {graph.nodes[station]['label']}" if station else "The statements"
    show_statements(chosen, name="provenance-statements", title=title)
    with st.expander("The graph in words"):
        for path in paths["path"].drop_duplicates():
            st.write("- " + markdown(path))


def show_origins(corpus: Corpus, claims: object) -> None:
    st.header("How many independent origins", anchor=False)
    st.caption(
        "Speakers who appear together, share a passage or are likely the same person count once. "
        "Several sources with one origin are one report, told several times."
    )
    show_table(provenance.list_claims(claims, corpus), name="origins")
    for line in provenance.authors_who_speak(corpus):
        with st.container(border=True):
            st.write(markdown(line.text))
            link("quote_explorer", "Read the statements", search=line.name)


corpus = open_page("provenance")
if corpus.statements.empty:
    st.info("No statement is reported in this selection.")
    st.stop()
claims = provenance.count_origins(corpus)
claim = ask_claim(corpus, claims)
links = provenance.keep_claim(provenance.trace_links(corpus), corpus, claim)
show_graph(corpus, links)
if not claims.empty:
    show_origins(corpus, claims)
