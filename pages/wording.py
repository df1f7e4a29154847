"""Statements that report one utterance, word by word under each other."""

from html import escape

import streamlit as st

from analysis.charts.matrix import draw_matrix
from analysis.comparison import keep_outlets
from analysis.corpus import Corpus
from analysis.labels import KINDS, readable
from analysis.variants import (
    LABELS,
    Wording,
    count_flags,
    count_reports,
    describe_flags,
    find_flagged,
    find_own_words,
    flag_cells,
    group_titles,
    keep_groups,
    keep_statements,
    list_reports,
    list_variants,
    list_wordings,
    name_sources,
)
from pages import (
    ask_page,
    ask_source,
    follow,
    markdown,
    open_page,
    remember,
    show_chart,
    show_statements,
    show_table,
    whole_corpus,
    whole_variants,
)

PER_PAGE, QUOTED, OUTLETS = 10, 5, 15
TAGS = {"equal": "span", "added": "ins", "dropped": "del"}
STYLE = """<style>
.words { line-height: 1.75; font-size: 1.02rem; margin: .1rem 0 .4rem; }
.words ins { text-decoration: underline; text-decoration-thickness: 2px; background: rgba(47,134,166,.18); }
.words del { opacity: .72; background: rgba(192,80,77,.14); }
.words ins, .words del { padding: 0 .15em; border-radius: 3px; }
</style>"""


def ask_group(titles: dict[str, str]) -> str:
    remember("utterance", default=next(iter(titles)), options=titles)
    return st.selectbox("Utterance", list(titles), key="utterance", format_func=titles.get)


def show_group(corpus: Corpus, group: object, *, selected: Corpus) -> None:
    """The reference, then every other report with its changes marked, those outside of the selection too."""
    st.html(STYLE)
    left_out = len(keep_statements(group, selected)) < len(group)
    beside = " Reports that the filters leave out stand beside the others." if left_out else ""
    wordings = list_wordings(corpus, group)
    st.caption(
        "Against the earliest report: underlined words were added, struck words were dropped. "
        + count_reports(wordings)
        + beside
    )
    page = ask_page(len(wordings), key=f"wordings of {group['group_id'].iat[0]}", size=PER_PAGE)
    for number, wording in list(enumerate(wordings))[page * PER_PAGE : (page + 1) * PER_PAGE]:
        show_wording(corpus, wording, name=f"reports-{number}")


def show_wording(corpus: Corpus, wording: Wording, *, name: str) -> None:
    """The words, and where they stand if several articles have them."""
    row = wording.reports.iloc[0]
    with st.container(border=True):
        speakers = " and ".join(corpus.entity_names.get(one, one) for one in row["speaker_ids"])
        outlets = name_sources(wording.reports["outlet_id"].map(corpus.outlet_names))
        head = f"{outlets} · {speakers} · {KINDS[row['kind']].lower()}"
        st.write(f"**{markdown(head)}**" + ("  — the earliest report" if row["is_reference"] else ""))
        show_words(wording.pieces)
        show_badges(row["flags"])
        if len(wording.reports) > 1:
            with st.expander(f"The same words in {len(wording.reports):,} articles"):
                show_table(list_reports(wording.reports, corpus), name=name, links=("Link",))


def show_own_words(corpus: Corpus) -> None:
    """Quotations of an author beside the author's own article."""
    pairs = find_own_words(corpus)
    if not pairs:
        return
    st.header("An author quoted by others", anchor=False)
    st.caption(
        "The author's own sentence against the quotation: underlined words stand only in the quotation, "
        "struck words only in the author's article. Both may be translations."
    )
    page = ask_page(len(pairs), key="page of own words", size=QUOTED)
    for pair in pairs[page * QUOTED : (page + 1) * QUOTED]:
        with st.container(border=True):
            head = f"{pair.author}, quoted in {name_sources(pair.outlets)}, wrote in {pair.own_outlet}"
            st.write(f"**{markdown(head)}**")
            show_words(pair.pieces)
            if pair.shortened:
                st.caption("Only the first and last words of the own sentence are in this corpus.")
            show_badges(pair.flags)
            show_statements(pair.statement_ids, name=f"own-{pair.statement_ids[0]}", most=2)


def show_words(pieces: list[tuple[str, str]]) -> None:
    """The words with what was added and dropped marked."""
    body = " ".join(f"<{TAGS[kind]}>{escape(words)}</{TAGS[kind]}>" for kind, words in pieces)
    st.html(f'<p class="words">{body}</p>')


def show_badges(flags: list[str]) -> None:
    with st.container(horizontal=True):
        for flag in flags:
            st.badge(markdown(flag), color="orange")


def show_flags(corpus: Corpus, table: object) -> None:
    """What the statements of this selection change, against the earliest report of the whole corpus."""
    counted = count_flags(table, corpus)
    st.header("What each source changes", anchor=False)
    if counted.empty:
        st.info("No statement of this selection differs from the earliest report.")
        return
    drawn = keep_outlets(counted, by="statements", most=OUTLETS)
    rows = dict(zip(drawn["outlet_id"], drawn["outlet"], strict=True))
    outlets = dict(zip(counted["outlet_id"], counted["outlet"], strict=True))
    changes = sorted(set(counted["flag"]))
    whose = "The earliest report may be one that the filters leave out. " if corpus.filters else ""
    left_out = f" Drawn are the {OUTLETS} sources with the most." if len(rows) < len(outlets) else ""
    show_chart(
        draw_matrix(flag_cells(drawn), rows=rows, columns=dict(zip(changes, changes, strict=True))),
        name="flags",
        title="Changes against the earliest report",
        note=f"Number of statements. {whose}A later report that differs need not be the one that is wrong."
        + left_out,
        hint="Choose a cell to read them.",
        table=readable(counted, **LABELS),
        alt=describe_flags(drawn),
        on_select=follow("flags", "in", "change"),
    )
    remember("in", options=outlets)
    remember("change", default=changes[0], options=changes)
    left, right = st.columns(2)
    right.selectbox("Change", changes, key="change")
    ask_source(left, outlets)
    flagged = find_flagged(table, flag=st.session_state["change"], outlet_id=st.session_state["in"])
    show_statements(flagged, name="flag-statements", title="The statements with this change")


corpus = open_page("wording")
whole = whole_corpus()
table = keep_groups(whole_variants(), corpus)
if table.empty:
    st.info("No utterance of this selection is reported by more than one article.")
else:
    chosen = ask_group(group_titles(table, whole))
    group = table[table["group_id"] == chosen]
    show_group(whole, group, selected=corpus)
    with st.expander("These statements with their way to the page"):
        show_statements(group["statement_id"], name="variant-statements", among=whole)
show_own_words(corpus)
if not table.empty:
    show_flags(corpus, keep_statements(table, corpus))
    show_table(
        readable(list_variants(table, whole), **LABELS),
        name="variants",
        title="All utterances with several reports",
    )
