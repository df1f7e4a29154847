"""Who and what is named, how often, in which words, and where."""

import streamlit as st

from analysis.charts import cooccurrence, counts, dispersion
from analysis.charts.template import outlet_colours
from analysis.concordance import kwic
from analysis.cooccurrence import count_cooccurrences
from analysis.corpus import Corpus
from analysis.dispersion import keep_naming, locate_mentions, measure_dispersion
from analysis.labels import MEASURES, TYPES, readable
from analysis.mentions import count_forms, count_mentions, count_types, keep_largest, keep_most, keep_uses
from pages import ask_source, open_page, remember, show_chart, show_evidence, show_table, whole_corpus

SHOW = ("10", "15", "30", "60")
ARTICLES, OUTLETS = 20, 12  # more would be no chart that can be read
LINES = 1000


def ask_measure() -> tuple[str, int]:
    """What is counted, and of how many entities it is shown."""
    remember("measure", default="mentions", options=MEASURES)
    remember("show", default="15", options=SHOW)
    left, right = st.columns([3, 2])
    measure = left.segmented_control(
        "Measure", list(MEASURES), key="measure", format_func=MEASURES.get, required=True
    )
    return measure, int(right.segmented_control("Entities shown", SHOW, key="show", required=True))


def ask_uses(corpus: Corpus) -> Corpus:
    """The corpus with or without metonyms and adjectives."""
    remember("metonyms", default=True)
    remember("adjectives", default=True)
    with st.container(horizontal=True):
        metonyms = st.toggle("Count capitals that stand for their state", key="metonyms")
        adjectives = st.toggle("Count adjectives", key="adjectives")
    return keep_uses(corpus, metonyms=metonyms, adjectives=adjectives)


def ask_mentions(corpus: Corpus, ids: list[str]) -> tuple[str, str, str]:
    """Whose mentions are read: of an entity, in a source, beside another entity."""
    names = corpus.entity_names
    outlets = {one: corpus.outlet_names[one] for one in corpus.articles["outlet_id"].unique()}
    remember("entity", default=ids[0], options=ids)
    remember("in", options=outlets)
    remember("beside", options=ids)
    entity = st.selectbox("Mentions of", ids, key="entity", format_func=names.get)
    left, right = st.columns(2)
    inside = ask_source(left, outlets)
    beside = right.selectbox(
        "In one sentence with",
        ["", *ids],
        key="beside",
        format_func=lambda i: names.get(i, "Anyone or nobody"),
    )
    return entity, inside, beside


def choose(chart: str, keys: tuple[str, ...], *, far: bool = False) -> None:
    """Put what was clicked in a chart into the controls of these keys, and empty the others.

    A chart far from the mentions opens them over the page.
    """
    points = st.session_state[chart].selection.points
    if points:
        chosen = dict(zip(keys, points[0]["customdata"], strict=True))
        st.session_state.update({"in": "", "beside": "", "_open": far} | chosen)


def show_lines(corpus: Corpus, entity: str, inside: str, beside: str, *, name: str) -> None:
    lines = kwic(corpus, entity, outlet_id=inside, beside=beside)
    names = [corpus.entity_names[i] for i in (entity, beside) if i]
    where = f", {corpus.outlet_names[inside]}" if inside else ""
    show_evidence(lines.head(LINES), name=name, title=f"{' beside '.join(names)}{where} ({len(lines):,})")
    if len(lines) > LINES:
        st.caption(f"The first {LINES:,}; narrow the choice to read the others.")


def show_counts(counted: object, *, measure: str, entity: str) -> None:
    show_chart(
        counts.draw_counts(counted, measure=measure, key="entity_id", label="name", chosen=entity),
        name="most-named",
        title=f"Most named: {counts.UNITS[measure].lower()}",
        note=counts.BRACKETS[measure],
        hint="Choose a bar to read the mentions behind it.",
        table=readable(counted),
        alt=counts.describe_counts(counted, measure=measure, label="name"),
        on_select=lambda: choose("most-named", ("entity",)),
    )


def show_by_outlet(corpus: Corpus, *, measure: str, show: int) -> None:
    largest = keep_largest(corpus, show=OUTLETS)
    counted = keep_most(count_mentions(largest, per="outlet_id"), measure, show)
    some = (
        f"The {OUTLETS} sources with the most words." if len(largest.articles) < len(corpus.articles) else ""
    )
    show_chart(
        counts.draw_counts_by_outlet(counted, measure=measure),
        name="by-source",
        title=f"Who names whom: {counts.UNITS[measure].lower()}",
        note=f"{counts.BRACKETS[measure]} {some}".strip(),
        hint="Choose a cell to read the mentions behind it.",
        table=readable(counted),
        alt=counts.describe_counts_by_outlet(counted, measure=measure),
        on_select=lambda: choose("by-source", ("entity", "in"), far=True),
    )


def show_types(corpus: Corpus, *, measure: str) -> None:
    counted = count_types(corpus).assign(type=lambda table: table["entity_type"].map(TYPES))
    show_chart(
        counts.draw_counts(counted, measure=measure, key="entity_type", label="type"),
        name="by-type",
        title=f"Types of entities: {counts.UNITS[measure].lower()}",
        note=f"{counts.BRACKETS[measure]} Adjectives and the names of peoples are of the type "
        f"“{TYPES['NORP']}”, whatever they refer to.".strip(),
        table=readable(counted),
        alt=counts.describe_counts(counted, measure=measure, label="type"),
    )


def show_places(corpus: Corpus, entity: str) -> None:
    located = locate_mentions(corpus, [entity])
    articles = keep_naming(corpus.articles, located, show=ARTICLES)
    located = located[located["article_id"].isin(articles["article_id"])]
    show_chart(
        dispersion.draw_dispersion(located, articles, colours=outlet_colours(whole_corpus().outlets)),
        name="dispersion",
        title=f"Where the articles name {corpus.entity_names[entity]}",
        note="A stroke is a mention. Parts that are no article (bylines, menus, notices) are left out."
        + (" Articles without one are not drawn." if len(articles) < len(corpus.articles) else ""),
        table=readable(located),
        alt=dispersion.describe_dispersion(located, articles),
        hint="Choose a stroke to read the mentions of that source.",
        on_select=lambda: choose("dispersion", ("entity", "in"), far=True),
    )


def show_pairs(corpus: Corpus) -> None:
    pairs = count_cooccurrences(corpus, top=10)
    if pairs.empty:
        st.info("Only one entity is named in this selection, so there are no pairs.")
        return
    show_chart(
        cooccurrence.draw_cooccurrences(pairs),
        name="same-sentence",
        title="Named in the same sentence",
        note="Number of sentences that name both.",
        hint="Choose a cell to read them.",
        table=readable(pairs, share="Share of the sentences with either"),
        alt=cooccurrence.describe_cooccurrences(pairs),
        on_select=lambda: choose("same-sentence", ("beside", "entity"), far=True),
    )


corpus = open_page("entity_mentions")
measure, show = ask_measure()
corpus = ask_uses(corpus)
everything = count_mentions(corpus)
if everything.empty:
    st.info("No entity is named in this selection.")
    st.stop()
left, right = st.columns([2, 3], gap="large")
with right:
    chosen = ask_mentions(corpus, everything["entity_id"].tolist())
    show_lines(corpus, *chosen, name="evidence")
with left:
    show_counts(keep_most(everything, measure, show), measure=measure, entity=chosen[0])
show_by_outlet(corpus, measure=measure, show=show)
show_places(corpus, chosen[0])
show_pairs(corpus)
left, right = st.columns(2, gap="large")
with left:
    show_types(corpus, measure=measure)
with right:
    show_table(readable(count_forms(corpus)), name="forms", title="Which words were counted as which entity")
show_table(
    readable(measure_dispersion(corpus)),
    name="spread",
    title="How evenly each entity is spread over the articles",
)
st.caption(
    "Deviation of proportions (Gries 2008): 0 is as even as the articles are long, near 1 is all in one "
    "short article. With few articles it says little."
)
if st.session_state.pop("_open", False):
    st.dialog("The mentions behind it", width="large")(show_lines)(corpus, *chosen, name="evidence-open")
