"""Each actor's stance on each proposition, contradictions, and conditions by source."""

import streamlit as st

from analysis import labels
from analysis import positions as stances
from analysis.charts.matrix import draw_matrix
from analysis.charts.positions import describe_positions, draw_positions
from analysis.corpus import Corpus
from pages import link, markdown, open_page, remember, show_chart, show_statements, show_table

SHOWN = 25


def choose() -> None:
    """Put the cell that was clicked into the controls."""
    if points := st.session_state["positions"].selection.points:
        st.session_state["who"], st.session_state["about"], _ = points[0]["customdata"]


def ask_outlet(corpus: Corpus) -> str:
    outlets = sorted(corpus.positions["outlet_id"].unique(), key=corpus.outlet_names.get)
    remember("reported-by", options=outlets)
    return st.selectbox(
        "As reported by", ["", *outlets], key="reported-by",
        format_func=lambda one: corpus.outlet_names.get(one, "All sources together"),
    )  # fmt: skip


def show_matrix(corpus: Corpus) -> None:
    counts = stances.count_stances(corpus, outlet_id=ask_outlet(corpus))
    drawn = stances.keep_actors(counts, most=SHOWN)
    show_chart(
        draw_positions(drawn, names=labels.STANCES),
        name="positions",
        title="Who takes which stance",
        note="A mark is a stance; a number beside it counts its passages. Choose a mark to read them.",
        table=labels.readable(stances.spell(counts), **stances.LABELS),
        alt=describe_positions(drawn, names=labels.STANCES),
        on_select=choose,
    )
    show_cell(corpus, counts)


def show_cell(corpus: Corpus, counts: object) -> None:
    """The passages behind one cell."""
    actors = dict(zip(counts["actor_id"], counts["actor"], strict=True))
    subjects = dict(zip(counts["proposition_id"], counts["proposition"], strict=True))
    remember("who", default=next(iter(actors)), options=actors)
    remember("about", default=next(iter(subjects)), options=subjects)
    left, right = st.columns(2)
    who = left.selectbox("Actor", list(actors), key="who", format_func=actors.get)
    about = right.selectbox("Proposition", list(subjects), key="about", format_func=subjects.get)
    st.caption(markdown(stances.describe(corpus, about)))
    found = stances.find_passages_of(corpus, actor_id=who, proposition_id=about)
    if found.empty:
        st.info("No passage shows a stance of this actor on this proposition.")
        return
    show_statements(
        found["statement_id"].dropna(), name="position-statements", title="The statements behind it"
    )
    silent = found[found["statement_id"].isna()]
    if not silent.empty:
        table = labels.readable(stances.spell(silent), **stances.LABELS)
        show_table(table, name="position-passages", title="Passages that are no statement")


def show_contradictions(corpus: Corpus) -> None:
    found = stances.find_contradictions(corpus)
    st.header("Contradictions", anchor=False)
    st.caption(
        "Found where stances differ. Whether they truly contradict each other is for the reader to judge."
    )
    if found.empty:
        st.info("No proposition is both asserted and denied, and no actor takes two stances.")
    for row in stances.explain_contradictions(found, corpus):
        with st.container(border=True):
            st.write(markdown(row.text))
            link("positions", "Read the passages", who=row.actor_id, about=row.proposition_id)


def show_conditions(corpus: Corpus) -> None:
    grid = stances.condition_grid(corpus)
    if grid.empty:
        return
    st.header("Conditions", anchor=False)
    show_chart(
        draw_matrix(
            stances.condition_cells(grid, corpus),
            rows=dict(zip(grid["proposition_id"], grid["condition"], strict=True)),
            columns=dict(zip(grid["outlet_id"], grid["outlet"], strict=True)),
        ),
        name="conditions",
        title="Which source reports which condition",
        note="Number of passages. Blank: the source does not report the condition.",
        table=labels.readable(grid, **stances.LABELS),
        alt=stances.describe_conditions(grid),
    )


corpus = open_page("positions")
if corpus.positions.empty:
    st.info("No passage of this selection takes a stance on a proposition.")
    st.stop()
show_matrix(corpus)
show_contradictions(corpus)
show_conditions(corpus)
