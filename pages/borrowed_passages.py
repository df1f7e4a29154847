"""Passages that stand in more than one article."""

import streamlit as st

from analysis import borrowed, headlines
from analysis.charts.borrowed import describe_pair, describe_shares, draw_pair, draw_shares
from analysis.charts.template import outlet_colours
from analysis.corpus import Corpus
from analysis.labels import readable
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

SHOWN, PAIRS = 40, 500


def show_shares(corpus: Corpus, pairs: object) -> None:
    shares = borrowed.share_borrowed(corpus).head(SHOWN)

    def take_article() -> None:
        points = st.session_state["shares"].selection.points
        if points and (pair := borrowed.find_pair_of(pairs, points[0]["customdata"][0])):
            st.session_state.update(pair=pair, passage="")

    show_chart(
        draw_shares(shares, colours=outlet_colours(whole_corpus().outlets)),
        name="shares",
        title="How much of each article another source has too",
        note="Shared words show that two texts have an origin in common, not who took from whom.",
        hint="Choose a bar to see the article beside the one it shares most with.",
        table=readable(shares, **borrowed.LABELS),
        alt=describe_shares(shares),
        on_select=take_article,
    )


def ask_pair(pairs: object) -> tuple[str, str]:
    titles = {
        row.pair: f"{row.first} and {row.second} ({row.shared_words:,} words in {row.passages} passages)"
        for row in borrowed.keep_pairs(pairs, most=PAIRS).itertuples()
    }
    remember("pair", default=next(iter(titles)), options=titles)
    chosen = st.selectbox(
        "Two articles", list(titles), key="pair", format_func=titles.get,
        on_change=lambda: st.session_state.update(passage=""),
    )  # fmt: skip
    first_id, _, second_id = chosen.partition("|")
    return first_id, second_id


def show_headlines(corpus: Corpus, pair: str) -> None:
    """Both headlines, and whether they say the opposite of each other."""
    titles = corpus.articles.set_index("article_id")[["outlet", "title"]]
    for article_id, column in zip(pair.split("|"), st.columns(2), strict=True):
        with column.container(border=True):
            st.caption(markdown(titles.at[article_id, "outlet"]))
            st.write(f"**{markdown(titles.at[article_id, 'title'] or article_id)}**")
            link("article_reader", "Read the article", article=article_id)
    for contrast in headlines.find_contrasts(corpus):
        if contrast.pair == pair:
            st.warning(markdown(contrast.text), icon=":material/compare_arrows:")


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
        hint="Choose a block to read what stands in it.",
        table=readable(
            match, number="No.", other_begin="Begins in the other", other_finish="Ends in the other"
        ),
        alt=describe_pair(match, first=first["outlet"], second=second["outlet"]),
        of=(first_id, second_id),
        on_select=follow("pair-map", "passage"),
    )
    chosen = ask_passage(match)
    show_table(
        readable(chosen, **borrowed.LABELS), name="passages", title="The passages",
        widths={"Begins and ends": 480},
    )  # fmt: skip
    inside = borrowed.statements_inside(corpus, chosen)
    if inside:
        show_statements(inside, name="borrowed-statements", title="Statements that stand in them")
    else:
        st.info("No statement stands in it; it is narrative.")


def ask_passage(match: object) -> object:
    """The passages that are read: one of them, or all."""
    titles = {row.group_id: f"{row.number} · {row.n_words:,} words" for row in match.itertuples()}
    remember("passage", options=titles)
    passage = st.selectbox(
        "Passage", ["", *titles], key="passage", format_func=lambda one: titles.get(one, "All of them")
    )
    return match[match["group_id"] == passage] if passage else match


corpus = open_page("borrowed_passages", reused_text=True)
pairs = borrowed.list_pairs(corpus)
if pairs.empty:
    st.info("No two sources of this selection share a passage.")
    st.stop()
show_shares(corpus, pairs)
st.caption(
    "“Count reused text once” in the filters counts each passage only where it was published first. "
    "It changes nothing on this page, which shows the passages in every article."
)
first_id, second_id = ask_pair(pairs)
show_headlines(corpus, f"{first_id}|{second_id}")
show_pair(corpus, first_id, second_id)
