"""Overview: what the corpus is, when it came out, whom it names, and what stands out."""

import streamlit as st

from analysis import overview
from analysis.charts.counts import UNITS
from analysis.charts.matrix import draw_matrix
from analysis.charts.template import outlet_colours
from analysis.charts.timeline import draw_timeline
from analysis.corpus import Corpus
from analysis.findings import Finding, find_findings
from analysis.geography import read_geography
from pages import (
    computed,
    open_page,
    remember,
    show_chart,
    show_findings,
    show_numbers,
    show_table,
    whole_corpus,
)

WIDTHS = {"Article": 310, "Source": 150, "Author": 110, "Published": 155, "Words": 70}
MEASURES = {"rate": "Per 1,000 words", "mentions": "Mentions"}


def stand_out(corpus: Corpus) -> list[Finding]:
    return find_findings(corpus, zones=read_geography().zones)


open_page("overview")
show_numbers(
    computed(overview.key_figures),
    note="Counted in headline, standfirst and body; menus, bios and adverts are left out.",
)

st.header("What stands out", anchor=False)
found = computed(stand_out)
if found:
    show_findings(found)
else:
    st.info("Nothing stands out in this selection.")

st.header("When it came out", anchor=False)
dated = computed(overview.timeline)
if dated.empty:
    st.info("No article of this selection has a date.")
else:
    show_chart(
        draw_timeline(dated, colours=outlet_colours(whole_corpus().outlets)),
        name="publication",
        title="Publication of the articles, as exactly as it is known",
        note="A bar covers every day on which the article may have come out: a day, a week or a month.",
        table=overview.timeline_table(dated),
        alt=overview.describe_timeline(dated),
    )

st.header("Whom it names", anchor=False)
remember("measure", default="rate", options=MEASURES)
measure = st.segmented_control("Measure", MEASURES, key="measure", format_func=MEASURES.get, required=True)
counts = computed(overview.top_actors)
if counts.empty:
    st.info("No actor is named in this selection.")
else:
    show_chart(
        draw_matrix(overview.actor_cells(counts, measure=measure), **overview.actor_axes(counts)),
        name="actors-by-source",
        title=f"The most named actors by source: {UNITS[measure].lower()}",
        note="States, people, bodies, armed groups and media. A dash: the source does not name the actor.",
        table=overview.actor_table(counts),
        alt=overview.describe_actors(counts),
    )

st.header("The articles", anchor=False)
show_table(
    overview.article_table(computed(overview.list_articles)), name="articles", links=("Link",), widths=WIDTHS
)
