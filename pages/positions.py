"""Each actor's stance on each proposition, contradictions, and conditions by source."""

import streamlit as st

from analysis import labels
from analysis import positions as stances
from analysis.charts.matrix import draw_matrix
from analysis.charts.positions import describe_positions, draw_positions
from analysis.comparison import keep_outlets
from analysis.corpus import Corpus
from pages import (
    ask_page,
    ask_source,
    follow,
    link,
    markdown,
    open_page,
    remember,
    show_chart,
    show_statements,
    show_table,
)

SHOWN, PER_PAGE, OUTLETS = 25, 10, 12
NARROW = 9
"""So many columns of marks have room on a narrow screen; a chart with more is scrolled there."""


def ask_outlet(corpus: Corpus) -> str:
    outlets = sorted(corpus.positions["outlet_id"].unique(), key=corpus.outlet_names.get)
    remember("reported-by", options=outlets)
    return st.selectbox(
        "As reported by", ["", *outlets], key="reported-by",
        format_func=lambda one: corpus.outlet_names.get(one, "All sources together"),
    )  # fmt: skip


def show_matrix(corpus: Corpus) -> None:
    outlet_id = ask_outlet(corpus)
    counts = stances.count_stances(corpus, outlet_id=outlet_id)
    drawn = stances.keep_actors(counts, most=SHOWN)
    room = "wide-positions" if drawn["proposition_id"].nunique() > NARROW else "positions-matrix"
    with st.container(key=room):
        show_chart(
            draw_positions(drawn, names=labels.STANCES),
            name="positions",
            title="Who takes which stance",
            note="A mark is a stance; a number beside it counts its passages.",
            hint="Choose a mark to read them.",
            table=labels.readable(stances.spell(counts), **stances.LABELS),
            alt=describe_positions(drawn, names=labels.STANCES),
            on_select=follow("positions", "who", "about", "stance"),
        )
    show_cell(corpus, counts, outlet_id)


def show_cell(corpus: Corpus, counts: object, outlet_id: str) -> None:
    """The passages behind one cell."""
    actors = dict(zip(counts["actor_id"], counts["actor"], strict=True))
    subjects = dict(zip(counts["proposition_id"], counts["proposition"], strict=True))
    remember("who", default=next(iter(actors)), options=actors)
    remember("about", default=next(iter(subjects)), options=subjects)
    remember("stance", options=labels.STANCES)
    left, middle, right = st.columns([2, 2, 1])
    who = left.selectbox("Actor", list(actors), key="who", format_func=actors.get)
    about = middle.selectbox("Proposition", list(subjects), key="about", format_func=subjects.get)
    stance = right.selectbox(
        "Stance", ["", *labels.STANCES], key="stance", format_func=lambda s: labels.STANCES.get(s, "Any")
    )
    st.caption(markdown(stances.describe(corpus, about)))
    found = stances.find_passages_of(
        corpus, actor_id=who, proposition_id=about, stance=stance, outlet_id=outlet_id
    )
    show_passages(found, name="position", empty="No passage shows this stance of this actor on it.")


def show_passages(found: object, *, name: str, empty: str) -> None:
    """The statements of some positions, then the passages that are none."""
    if found.empty:
        st.info(empty)
        return
    spoken, silent = found["statement_id"].dropna().unique(), found[found["statement_id"].isna()]
    if len(spoken):
        show_statements(spoken, name=f"{name}-statements", title="The statements behind it")
    if not silent.empty:
        table = labels.readable(stances.spell(silent), **stances.LABELS)
        show_table(table, name=f"{name}-passages", title="Passages that are no statement")


def show_contradictions(corpus: Corpus) -> None:
    found = stances.find_contradictions(corpus)
    st.header("Contradictions", anchor=False)
    st.caption(
        "Found where stances differ. Whether they truly contradict each other is for the reader to judge."
    )
    if found.empty:
        st.info("No proposition is both asserted and denied, and no actor takes two stances.")
    page = ask_page(len(found), key=f"contradictions of {len(found)}", size=PER_PAGE)
    part = found[page * PER_PAGE : (page + 1) * PER_PAGE]
    for row in stances.explain_contradictions(part, corpus):
        with st.container(border=True):
            st.write(f"**{markdown(row.title)}**")
            st.write("\n".join(f"- {markdown(line)}" for line in row.sides))
            st.caption(markdown(row.agreement))
            link("positions", "Read the passages", who=row.actor_id, about=row.proposition_id)


def show_conditions(corpus: Corpus) -> None:
    grid = stances.condition_grid(corpus)
    if grid.empty:
        return
    drawn = keep_outlets(grid, by="positions", most=OUTLETS)
    left_out = f" Drawn are the {OUTLETS} sources with the most." if len(drawn) < len(grid) else ""
    st.header("Conditions", anchor=False)
    show_chart(
        draw_matrix(
            stances.condition_cells(drawn, corpus),
            rows=dict(zip(drawn["proposition_id"], drawn["condition"], strict=True)),
            columns=dict(zip(drawn["outlet_id"], drawn["outlet"], strict=True)),
        ),
        name="conditions",
        title="Which source reports which condition",
        note=f"Number of passages. A dash: the source does not report the condition.{left_out}",
        hint="Choose a cell to read them.",
        table=labels.readable(grid, **stances.LABELS),
        alt=stances.describe_conditions(grid),
        on_select=follow("conditions", "condition", "in"),
    )
    show_condition(corpus, grid)


def show_condition(corpus: Corpus, grid: object) -> None:
    """The passages that report one condition."""
    conditions = dict(zip(grid["proposition_id"], grid["condition"], strict=True))
    outlets = dict(zip(grid["outlet_id"], grid["outlet"], strict=True))
    remember("condition", default=next(iter(conditions)), options=conditions)
    remember("in", options=outlets)
    left, right = st.columns(2)
    condition = left.selectbox("Condition", list(conditions), key="condition", format_func=conditions.get)
    inside = ask_source(right, outlets)
    st.caption(markdown(stances.tell_condition(grid, condition)))
    found = stances.find_passages_of(corpus, proposition_id=condition, outlet_id=inside)
    show_passages(found, name="condition", empty="No passage here reports the condition.")


corpus = open_page("positions")
if corpus.positions.empty:
    st.info("No passage of this selection takes a stance on a proposition.")
    st.stop()
show_matrix(corpus)
show_contradictions(corpus)
show_conditions(corpus)
