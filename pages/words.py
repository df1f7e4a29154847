"""Which words set a source apart, how it reports speech, and whom it quotes."""

import streamlit as st

from analysis import keyness
from analysis.charts.keyness import describe_keyness, draw_keyness
from analysis.charts.matrix import draw_matrix
from analysis.charts.quoted import describe_quoted, draw_quoted
from analysis.charts.template import outlet_colours
from analysis.comparison import share_quoted
from analysis.corpus import Corpus
from analysis.cue_words import (
    cell_table,
    count_cues,
    count_tones,
    describe_tones,
    find_statements_by_tone,
    share_by_country,
)
from analysis.labels import TONES, readable
from pages import open_page, remember, show_chart, show_statements, show_table, whole_corpus

MINIMUM = ("2", "3", "5", "10")


def ask_sources(corpus: Corpus) -> tuple[list[str], int]:
    """The sources that are set against all the others, and how often a word must occur."""
    outlets = sorted(corpus.articles["outlet_id"].unique(), key=corpus.outlet_names.get)
    remember("set-apart", default=(outlets[0],), options=outlets)
    remember("at-least", default="3", options=MINIMUM)
    left, right = st.columns([3, 2])
    target = left.multiselect(
        "Sources set against the others", outlets, key="set-apart", format_func=corpus.outlet_names.get
    )
    minimum = right.segmented_control("Words counted at least", MINIMUM, key="at-least", required=True)
    return target, int(minimum)


def show_keyness(corpus: Corpus) -> None:
    target, minimum = ask_sources(corpus)
    table = keyness.compute_keyness(corpus, target, minimum=minimum)
    if table.empty:
        st.info("Choose some of the sources, but not all: the others are what they are compared with.")
        return
    name = ", ".join(corpus.outlet_names[one] for one in target)
    colours = outlet_colours(whole_corpus().outlets)
    drawn = keyness.keep_strongest(table)
    show_chart(
        draw_keyness(drawn, target=name, colour=colours[target[0]]),
        name="keyness",
        title=f"Words of {name} against the others",
        note=keyness.describe_certainty(table, corpus),
        table=readable(drawn, **keyness.LABELS),
        alt=describe_keyness(drawn, target=name),
    )
    with st.expander("Every word, with both statistics"):
        show_table(readable(table, **keyness.LABELS), name="all-words")


def show_tones(corpus: Corpus) -> None:
    tones = count_tones(corpus)
    show_chart(
        draw_matrix(
            cell_table(tones),
            rows=dict(zip(tones["outlet_id"], tones["outlet"], strict=True)),
            columns=TONES,
        ),
        name="tones",
        title="The tone of the reporting verbs",
        note="Number of statements, and their share of the source's statements with a cue. Choose a cell.",
        table=readable(tones.assign(tone=tones["tone"].map(TONES)), tone="Tone"),
        alt=describe_tones(tones),
        on_select="rerun",
    )
    points = st.session_state["tones"].selection.points
    if points:
        outlet_id, tone = points[0]["customdata"]
        chosen = find_statements_by_tone(corpus, outlet_id=outlet_id, tone=tone)
        show_statements(chosen, name="tone-statements", title=TONES[tone])
    cues = count_cues(corpus)
    names = {"cue_lemma": "Reporting word", "tone": "Tone", "reason": "Why"}
    with st.expander("Every reporting word by source"):
        show_table(readable(cues.assign(tone=cues["tone"].map(TONES)), **names), name="cues")


corpus = open_page("words")
show_keyness(corpus)
st.header("How speech is reported", anchor=False)
if corpus.statements.empty:
    st.info("No statement is reported in this selection.")
    st.stop()
show_tones(corpus)
quoted = share_by_country(share_quoted(corpus), corpus)
if not quoted.empty:
    show_chart(
        draw_quoted(quoted, colours=outlet_colours(whole_corpus().outlets)),
        name="quoted-countries",
        title="Whose words are quoted, by country of the speaker",
        table=readable(quoted, speaker="Country"),
        alt=describe_quoted(quoted),
    )
