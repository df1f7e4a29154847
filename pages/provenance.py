"""The way of each claim from its speaker to the page."""

import streamlit as st

from analysis import provenance
from analysis.charts.provenance import draw_provenance
from analysis.corpus import Corpus
from pages import follow, link, markdown, open_page, remember, show_chart, show_statements, show_table

SPEAKERS, STATIONS, WAYS = 30, 15, 50


def ask_claim(corpus: Corpus, claims: object) -> str:
    """The claim to follow, or none for all statements."""
    titles = provenance.claim_titles(claims, corpus)
    remember("claim", options=titles)
    return st.selectbox(
        "Claim", ["", *titles], key="claim", format_func=lambda one: titles.get(one, "Every statement")
    )


def show_graph(corpus: Corpus, links: object) -> None:
    names = corpus.outlet_names | corpus.entity_names
    whole = provenance.build_graph(links, names)
    folded, labels = provenance.fold_stations(links, names, most=STATIONS)
    graph = provenance.build_graph(folded, labels)
    more = (
        f" Of each kind {STATIONS} stations are drawn, the others as one." if len(graph) < len(whole) else ""
    )
    with st.container(key="wide-graph"):
        show_chart(
            draw_provenance(graph),
            name="provenance",
            title="From the speaker to the page",
            note="A thicker link carries more statements. A solid link is stated in the text, a dashed one "
            f"is inferred and says how.{more}",
            hint="Choose a station, or the middle of a link, to read it.",
            table=provenance.list_links(links, corpus),
            alt=provenance.describe_graph(graph),
            on_select=follow("provenance", "station"),
        )
    with st.container(horizontal=True):
        for label, data, ending in (
            ("Graph as GEXF", provenance.to_gexf, "gexf"),
            ("Graph as GraphML", provenance.to_graphml, "graphml"),
        ):
            st.download_button(
                label, lambda write=data: write(whole), file_name=f"four-zones-provenance.{ending}",
                mime="application/xml", on_click="ignore", icon=":material/download:", type="tertiary",
            )  # fmt: skip
    show_paths(provenance.describe_paths(folded, labels))
    show_station(folded, provenance.station_titles(graph))


def show_paths(paths: object) -> None:
    """The graph in words."""
    counts = paths["path"].value_counts(sort=False)
    with st.expander(f"The graph in words ({len(counts):,} ways)"):
        st.write("\n".join(f"- {markdown(f'{path} ({n})')}" for path, n in counts.head(WAYS).items()))
        if len(counts) > WAYS:
            st.caption(f"The first {WAYS} of them; the graph as a file has every station.")


def show_station(links: object, titles: dict[str, str]) -> None:
    """The statements that pass one station or link."""
    remember("station", options=titles)
    station = st.selectbox(
        "Statements through", ["", *titles], key="station",
        format_func=lambda one: titles.get(one, "Every station"),
    )  # fmt: skip
    show_statements(provenance.statements_through(links, station), name="provenance-statements", most=6)


def show_origins(corpus: Corpus, claims: object) -> None:
    st.header("How many independent origins", anchor=False)
    st.caption(
        "Speakers who appear together, share a passage or are likely the same person count once. "
        "Several sources with one origin are one report, told several times."
    )
    show_table(provenance.list_claims(claims, corpus), name="origins", widths={"Origins": 420})


def show_authors(corpus: Corpus) -> None:
    for line in provenance.authors_who_speak(corpus):
        with st.container(border=True):
            st.write(markdown(line.text))
            link("quote_explorer", "Read the statements", find=line.name)


corpus = open_page("provenance")
if corpus.statements.empty:
    st.info("No statement is reported in this selection.")
    st.stop()
claims = provenance.count_origins(corpus)
claim = ask_claim(corpus, claims)
if claim:
    st.write(markdown(provenance.tell_claim(claims, claim, corpus)))
links = provenance.keep_claim(provenance.trace_links(corpus), corpus, claim)
drawn = provenance.keep_busiest(links, most=SPEAKERS)
if drawn.empty:
    st.info("None of these statements has a speaker.")
else:
    show_graph(corpus, drawn)
    if links["statement_id"].nunique() > drawn["statement_id"].nunique():
        st.caption(f"Drawn are the {SPEAKERS} speakers with the most statements.")
if not claims.empty:
    show_origins(corpus, claims)
show_authors(corpus)
