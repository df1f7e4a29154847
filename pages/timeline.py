"""Dates of events, of statements and of publication, kept apart."""

import streamlit as st

from analysis import timeline
from analysis.charts.dates import describe_dates, draw_dates, draw_disputes
from analysis.charts.template import outlet_colours
from analysis.corpus import Corpus
from pages import (
    follow,
    link,
    markdown,
    open_page,
    remember,
    show_chart,
    show_statements,
    show_table,
    whole_corpus,
)

SOURCES, EVENTS, DATES = 15, 20, 12


def ask_window(dates: object) -> object:
    """The dates from some days before the first publication on, or all."""
    remember("whole-span", default=False)
    whole = st.toggle("Show dates long before publication too", key="whole-span")
    return dates if whole else timeline.keep_recent(dates)


def show_dates(corpus: Corpus, dates: object) -> None:
    drawn = timeline.keep_busiest(ask_window(dates), most=SOURCES)
    show_chart(
        draw_dates(drawn, colours=outlet_colours(whole_corpus().outlets), names=timeline.KIND_NAMES),
        name="dates",
        title="What happened, was said, was printed, and is still to come",
        note="A bar covers the days that the text can mean; a paler one is less sure.",
        hint="Choose one to read it.",
        table=timeline.spell_dates(drawn),
        alt=describe_dates(drawn, names=timeline.KIND_NAMES),
        on_select=follow("dates", "date"),
    )


def show_date(dates: object) -> None:
    """One date: the words it stands in, and the statement or the article."""
    titles = timeline.date_titles(dates)
    remember("date", options=titles)
    chosen = st.selectbox(
        "Read a date", ["", *titles], key="date", format_func=lambda one: titles.get(one, "None")
    )
    if not chosen:
        return
    row = dates.set_index("date_id").loc[chosen]
    st.write(markdown(timeline.tell_date(row)))
    if row["statement_id"]:
        show_statements([row["statement_id"]], name="date-statement")
    link("article_reader", f"Read the article in {row['outlet']}", article=row["article_id"])


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
    disputed = timeline.keep_most_dated(disputed, most=EVENTS)
    table = timeline.spell_disputes(disputed, corpus)
    disputed = timeline.fold_repeats(disputed, most=DATES)
    lines = timeline.explain_disputes(disputed, corpus)
    for line in lines:
        with st.container(border=True):
            st.write(markdown(line))
    show_chart(
        draw_disputes(
            disputed,
            titles=timeline.event_titles(disputed, corpus),
            colours=outlet_colours(whole_corpus().outlets),
        ),
        name="disputes",
        title="The dates that the sources give",
        note="In the order of publication: a later source may correct an earlier one, or err.",
        hint="Choose a bar to read its passage above.",
        table=table,
        alt=" ".join(lines),
        on_select=follow("disputes", "date"),
    )
    show_table(table, name="disputed-dates", title="How each date stands to the one before")


corpus = open_page("timeline")
dates = timeline.list_dates(corpus)
if dates.empty:
    st.info("Nothing in this selection has a date.")
    st.stop()
show_dates(corpus, dates)
show_date(dates)
show_disputes(corpus)
show_table(timeline.spell_dates(dates), name="all-dates", title="Every date")
