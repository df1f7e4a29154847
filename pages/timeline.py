"""Dates of events, of statements and of publication, kept apart."""

import streamlit as st

from analysis import timeline
from analysis.charts.dates import describe_dates, draw_dates
from analysis.charts.template import outlet_colours
from analysis.corpus import Corpus
from pages import markdown, open_page, remember, show_chart, show_statements, show_table, whole_corpus


def ask_window(dates: object) -> object:
    """The dates from some days before the first publication on, or all."""
    remember("whole-span", default=False)
    whole = st.toggle("Show dates long before publication too", key="whole-span")
    return dates if whole else timeline.keep_recent(dates)


def show_dates(corpus: Corpus) -> None:
    dates = ask_window(timeline.list_dates(corpus))
    show_chart(
        draw_dates(dates, colours=outlet_colours(whole_corpus().outlets), names=timeline.KIND_NAMES),
        name="dates",
        title="What happened, was said, was printed, and is still to come",
        note="A bar covers the days that the text can mean; a paler one is less sure. Choose one to read it.",
        table=timeline.spell_dates(dates),
        alt=describe_dates(dates, names=timeline.KIND_NAMES),
        on_select="rerun",
    )
    points = st.session_state["dates"].selection.points
    if points:
        row = dates.loc[points[0]["customdata"][0]]
        st.write(markdown(f"{timeline.KIND_NAMES[row['kind']]}, {row['outlet']}: {row['label']}"))
        if row["statement_id"]:
            show_statements([row["statement_id"]], name="date-statement")


def show_disputes(corpus: Corpus) -> None:
    st.header("One event, several dates", anchor=False)
    st.caption(
        "Dates are put together when they are of the same kind of event, share a name or a place, and lie "
        "close together. That they mean one event is inferred."
    )
    disputed = timeline.find_disputed_dates(corpus)
    if disputed.empty:
        st.info("No event is dated differently by the articles of this selection.")
        return
    for line in timeline.explain_disputes(disputed, corpus):
        with st.container(border=True):
            st.write(markdown(line))
    show_table(timeline.spell_disputes(disputed, corpus), name="disputed-dates")


corpus = open_page("timeline")
show_dates(corpus)
show_disputes(corpus)
show_table(timeline.spell_dates(timeline.list_dates(corpus)), name="all-dates", title="Every date")
