"""How the sources differ: what they name, whom they quote, what they share and leave out."""

import streamlit as st

from analysis.charts import passages, presence, quoted, rates
from analysis.charts.template import outlet_colours
from analysis.comparison import (
    FEW,
    compare_rates,
    describe_basis,
    keep_sharing,
    keep_speakers,
    share_passages,
    share_quoted,
)
from analysis.concordance import kwic
from analysis.corpus import Corpus
from analysis.labels import readable
from analysis.mentions import count_mentions, keep_largest, keep_most
from analysis.omissions import actor_items, compare_presence, zone_items
from pages import (
    ask_source,
    markdown,
    open_page,
    remember,
    show_chart,
    show_evidence,
    show_table,
    whole_corpus,
)

SHOW = ("10", "15", "30", "60")
OUTLETS, SPEAKERS, ARTICLES = 12, 5, 20  # more would be no chart that can be read
LINES = 1000


def choose(chart: str, *, far: bool = True) -> None:
    """Put the entity and the source that were clicked in a chart into their controls.

    A chart far from the mentions opens them over the page.
    """
    points = st.session_state[chart].selection.points
    if points:
        chosen = dict(zip(("entity", "in"), points[0]["customdata"], strict=False))
        st.session_state.update({"in": "", "_open": far} | chosen)


def ask_show() -> int:
    """Of how many entities the charts show something."""
    remember("show", default="15", options=SHOW)
    return int(st.segmented_control("Entities shown", SHOW, key="show", required=True))


def ask_sides(corpus: Corpus, outlets: list[str]) -> tuple[str, str]:
    """Which two sources are held against each other."""
    names = corpus.outlet_names
    remember("first", default=outlets[0], options=outlets)
    remember("second", default=outlets[1], options=outlets)
    left, right = st.columns(2)
    return (
        left.selectbox("First source", outlets, key="first", format_func=names.get),
        right.selectbox("Second source", outlets, key="second", format_func=names.get),
    )


def show_rates(corpus: Corpus, show: int) -> None:
    counted = keep_most(count_mentions(corpus, per="outlet_id"), "rate", show)
    show_chart(
        rates.draw_rates(counted, colours=colours),
        name="rates",
        title="How often each source names whom, for its length",
        note="A small mark at 0 is a source that does not name it.",
        hint="Choose a mark to read the mentions behind it.",
        table=readable(counted),
        alt=rates.describe_rates(counted),
        on_select=lambda: choose("rates", far=False),
    )


def ask_mentions(corpus: Corpus, outlets: list[str]) -> tuple[str, str]:
    """Whose mentions are read: of an entity, in a source."""
    ids = count_mentions(corpus)["entity_id"].tolist()
    remember("entity", default=ids[0], options=ids)
    remember("in", options=outlets)
    left, right = st.columns(2)
    entity = left.selectbox("Mentions of", ids, key="entity", format_func=corpus.entity_names.get)
    inside = ask_source(right, {one: corpus.outlet_names[one] for one in outlets})
    return entity, inside


def show_lines(corpus: Corpus, entity: str, inside: str, *, name: str) -> None:
    lines = kwic(corpus, entity, outlet_id=inside)
    where = f", {corpus.outlet_names[inside]}" if inside else ""
    show_evidence(
        lines.head(LINES), name=name, title=f"{corpus.entity_names[entity]}{where} ({len(lines):,})"
    )
    if len(lines) > LINES:
        st.caption(f"The first {LINES:,}; narrow the choice to read the others.")


def show_differences(corpus: Corpus, first: str, second: str, show: int) -> None:
    if first == second:
        st.info("Choose two different sources to see how they differ.")
        return
    table, articles = compare_rates(corpus, first, second).head(show), corpus.articles
    sides = dict(outlet=corpus.outlet_names[first], other=corpus.outlet_names[second])
    show_chart(
        rates.draw_differences(table, **sides, colour=colours[first], other_colour=colours[second]),
        name="differences",
        title=f"Who is named more: {sides['outlet']} against {sides['other']}",
        note="Below each name its mentions in the first and in the second. A full mark is a difference that "
        f"chance would rarely make, the line its 95% interval; fewer than {FEW} mentions in both are too few "
        "to tell. Mentions within an article depend on each other, so the true intervals are wider.",
        table=readable(
            table,
            mentions=f"Mentions, {sides['outlet']}",
            rate=f"Per 1,000 words, {sides['outlet']}",
            other_mentions=f"Mentions, {sides['other']}",
            other_rate=f"Per 1,000 words, {sides['other']}",
        ),
        alt=rates.describe_differences(table, **sides),
        of=set(articles.loc[articles["outlet_id"].isin((first, second)), "article_id"]),
        on_select=lambda: choose("differences"),
    )


def show_quoted(corpus: Corpus) -> None:
    table = keep_speakers(share_quoted(corpus), show=SPEAKERS)
    if table.empty:
        st.info("Nobody is quoted in this selection.")
        return
    show_chart(
        quoted.draw_quoted(table, colours=colours),
        name="quoted",
        title="Who is quoted how much",
        note="Words inside quotation marks, as a share of all words of the source.",
        table=readable(table, share="Share of the source’s words"),
        alt=quoted.describe_quoted(table),
    )


def show_presence(items: object, *, name: str, title: str, show: int) -> None:
    grid = compare_presence(corpus, items)
    grid = grid[grid["item_id"].isin(grid["item_id"].unique()[:show])]
    if grid.empty:
        st.info(f"{title}: nothing of this kind is named in this selection.")
        return
    show_chart(
        presence.draw_presence(grid),
        name=name,
        title=title,
        note="Number of mentions. First what only one source names or only one leaves out. "
        "A short text names fewer.",
        hint="Point at a cell for the number its length lets expect; choose it to read the mentions.",
        table=readable(grid),
        alt=presence.describe_presence(grid),
        on_select=lambda: choose(name),
    )


def show_passages(corpus: Corpus) -> None:
    shared = share_passages(corpus)
    if shared.empty:
        st.info("The sources share no passage in this selection.")
        return
    drawn = keep_sharing(shared, corpus, most=ARTICLES)
    more = (
        f" Drawn are the {ARTICLES} articles that share most."
        if len(drawn) < shared["article_id"].nunique()
        else ""
    )
    show_chart(
        passages.draw_passages(shared, drawn, colours=colours),
        name="passages",
        title="Which passages the sources share",
        note="A block is a passage, in the colour of the source that has it too, grey where several have; "
        f"hatched where the words differ. Its number is that of the table.{more}",
        table=readable(shared),
        alt=passages.describe_passages(shared),
    )
    show_table(readable(shared), name="passage-list")


corpus = open_page("source_comparison")
colours = outlet_colours(whole_corpus().outlets)
st.info(markdown(describe_basis(corpus)))
if corpus.articles["outlet_id"].nunique() > OUTLETS:
    corpus = keep_largest(corpus, show=OUTLETS)
    st.caption(f"The {OUTLETS} sources with the most words; choose others with the filter.")
outlets = sorted(corpus.articles["outlet_id"].unique())
if len(outlets) < 2:
    st.info("There is nothing to compare: this selection has fewer than two sources.")
    st.stop()
if corpus.mentions.empty:
    st.info("No mention is left in this selection. Who is quoted and what the sources share follows.")
    show_quoted(corpus)
    show_passages(corpus)
    st.stop()
show = ask_show()
left, right = st.columns(2, gap="large")
with left:
    show_rates(corpus, show)
with right:
    chosen = ask_mentions(corpus, outlets)
    show_lines(corpus, *chosen, name="evidence")
st.header("Two sources side by side", anchor=False)
show_differences(corpus, *ask_sides(corpus, outlets), show)
show_quoted(corpus)
show_presence(actor_items(corpus), name="actors", title="Which actors a source names", show=show)
show_presence(zone_items(corpus), name="zones", title="Which zones a source names", show=show)
show_passages(corpus)
if st.session_state.pop("_open", False):
    st.dialog("The mentions behind it", width="large")(show_lines)(corpus, *chosen, name="evidence-open")
