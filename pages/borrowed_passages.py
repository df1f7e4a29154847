"""Passages that stand in more than one article."""

import streamlit as st

from analysis import borrowed
from analysis.charts.borrowed import describe_pair, describe_shares, draw_pair, draw_shares
from analysis.charts.template import outlet_colours
from analysis.corpus import Corpus
from analysis.labels import readable
from pages import open_page, remember, show_chart, show_statements, show_table, whole_corpus


def show_shares(corpus: Corpus) -> None:
    shares = borrowed.share_borrowed(corpus)
    show_chart(
        draw_shares(shares, colours=outlet_colours(whole_corpus().outlets)),
        name="shares",
        title="How much of each article another source has too",
        note="Shared words show that two texts have an origin in common, not who took from whom.",
        table=readable(shares, **borrowed.LABELS),
        alt=describe_shares(shares),
    )


def ask_pair(pairs: object) -> tuple[str, str]:
    titles = {
        row.pair: f"{row.first} and {row.second} ({row.shared_words:,} words in {row.passages} passages)"
        for row in pairs.itertuples()
    }
    remember("pair", default=next(iter(titles)), options=titles)
    chosen = st.selectbox("Two articles", list(titles), key="pair", format_func=titles.get)
    first_id, _, second_id = chosen.partition("|")
    return first_id, second_id


def show_pair(corpus: Corpus, first_id: str, second_id: str) -> None:
    match = borrowed.match_pair(corpus, first_id, second_id)
    articles = corpus.articles.set_index("article_id")
    first, second = articles.loc[first_id], articles.loc[second_id]
    colours = outlet_colours(whole_corpus().outlets)
    show_chart(
        draw_pair(
            match,
            first=first["outlet"],
            second=second["outlet"],
            colour=colours[first["outlet_id"]],
            other_colour=colours[second["outlet_id"]],
        ),
        name="pair-map",
        title="Where the passages of one text stand in the other",
        note="A ribbon joins the places of one passage; a paler one is a near copy.",
        table=readable(
            match, number="No.", other_begin="Begins in the other", other_finish="Ends in the other"
        ),
        alt=describe_pair(match, first=first["outlet"], second=second["outlet"]),
    )
    show_table(readable(match, **borrowed.LABELS), name="passages", title="The passages")
    inside = borrowed.statements_inside(corpus, match)
    if inside:
        show_statements(inside, name="borrowed-statements", title="Statements that stand in them")


corpus = open_page("borrowed_passages")
pairs = borrowed.list_pairs(corpus)
if pairs.empty:
    st.info("No two sources of this selection share a passage.")
    st.stop()
show_shares(corpus)
st.caption("“Count reused text once” in the filters counts each passage only where it was published first.")
show_pair(corpus, *ask_pair(pairs))
