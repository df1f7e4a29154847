"""Every statement that the articles report: who said it, how it is introduced, how it got here."""

import streamlit as st

from analysis import cards, quotations
from analysis.charts.speakers import describe_speakers, draw_speakers
from analysis.charts.template import outlet_colours
from analysis.labels import KINDS, STANCES, readable
from pages import (
    ask_page,
    markdown,
    offer_corrections,
    open_page,
    remember,
    show_chart,
    show_table,
    whole_corpus,
)

CHART = "speakers"
MOST = 15
PER_PAGE = 20
GROUPS = {"speaker": "Speaker", "outlet": "Source", "stance": "Stance"}
NONE = {"speaker": "No speaker found", "outlet": "No source", "stance": "No stance"}


def ask_words() -> str:
    """The words to look for."""
    remember("find")
    return st.text_input(
        "Search", key="find", placeholder="Words in the statement, the speaker, the cue, the medium …",
        help="Finds statements in which every word occurs. Case and accents make no difference.",
    )  # fmt: skip


def ask_speaker(counts: object) -> str:
    """The speaker to read, kept in step with the chart; empty for all."""
    names = dict(zip(counts["speaker_id"], counts["speaker"], strict=True))
    remember("speaker", options=list(names))
    return st.selectbox(
        "Speaker", ["", *names], key="speaker", format_func=lambda one: names.get(one, "All speakers")
    )


def choose_speaker() -> None:
    """Take over the speaker whose bar was clicked."""
    points = st.session_state[CHART].selection.points
    if points:
        st.session_state["speaker"] = points[0]["customdata"][0]


def ask_group() -> tuple[str, list[str]]:
    """What the statements are grouped by, and which kinds are shown."""
    remember("group", default="speaker", options=GROUPS)
    remember("kind", default=(), options=KINDS)
    with st.container(horizontal=True):
        group = st.segmented_control(
            "Group by", list(GROUPS), key="group", format_func=GROUPS.get, required=True
        )
        kinds = st.pills("Kind", list(KINDS), key="kind", format_func=KINDS.get, selection_mode="multi")
    return group, kinds


def turn_page(key: str, page: int) -> None:
    st.session_state[key] = page


def show_cards(found: object, *, group: str, query: str) -> None:
    """The statements as cards under the headings of their groups, a page at a time."""
    groups = quotations.group_quotations(found, by=group)
    n = sum(len(rows) for _, rows in groups)
    key = f"page of {hash((group, query, *found['statement_id']))}"
    page = ask_page(n, key=key, size=PER_PAGE)
    for label, total, rows in quotations.page_groups(groups, page=page, size=PER_PAGE):
        name = (STANCES.get(label, label) if group == "stance" else label) or NONE[group]
        st.subheader(markdown(f"{name} ({total:,})"), anchor=False)
        st.html(cards.draw_cards(cards.statement_card(row, query=query) for row in rows.to_dict("records")))
    if (page + 1) * PER_PAGE < n:
        st.button("Next page", on_click=turn_page, args=(key, page + 1), icon=":material/arrow_forward:")


corpus = open_page("quote_explorer")
everything = quotations.list_quotations(corpus)
if everything.empty:
    st.info("No statement is in this selection.")
    st.stop()
st.html(cards.STYLE)
counts = quotations.count_statements(everything, corpus)
left, right = st.columns([3, 2])
with left:
    query = ask_words()
with right:
    speaker = ask_speaker(counts)
group, kinds = ask_group()
found = quotations.search_quotations(everything, query)
found = quotations.pick_quotations(found, speaker_id=speaker, kinds=kinds)
st.write(markdown(quotations.count_in_words(found, everything)))
left, right = st.columns([2, 3], gap="large")
with left, st.container(key="beside"):
    shown = quotations.keep_most(counts, MOST)
    show_chart(
        draw_speakers(shown, colours=outlet_colours(whole_corpus().outlets), chosen=speaker),
        name=CHART,
        title="Statements by speaker and source",
        note=f"All that the filters leave, the {MOST} most reported speakers.",
        hint="Choose a bar to read it.",
        table=readable(shown, direct="Direct", mixed="Mixed", indirect="Indirect", total="Of all sources"),
        alt=describe_speakers(shown),
        on_select=choose_speaker,
    )
with right:
    if found.empty:
        st.info("No statement fits the search. Search for fewer words, or choose all speakers.")
    else:
        show_cards(found, group=group, query=query)
show_table(quotations.quotation_table(found), name="statements", title="The same as a table", links=("Link",))
said = corpus.statements
offer_corrections(
    said[said["statement_id"].isin(found["statement_id"])], table="statement", name="statements"
)
