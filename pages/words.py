"""Which words set a source apart, how it reports speech, and whom it quotes."""

import streamlit as st

from analysis import cue_words, keyness, search
from analysis.charts.keyness import describe_keyness, draw_keyness
from analysis.charts.matrix import draw_matrix
from analysis.charts.quoted import describe_quoted, draw_quoted
from analysis.charts.template import outlet_colours
from analysis.comparison import keep_outlets, share_quoted
from analysis.corpus import Corpus
from analysis.labels import TONES, readable
from pages import follow, link, open_page, remember, show_chart, show_statements, show_table, whole_corpus

OUTLETS = 12
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
        st.info(keyness.explain_nothing(corpus, target))
        return
    name = ", ".join(corpus.outlet_names[one] for one in target)
    colours = outlet_colours(whole_corpus().outlets)
    drawn = keyness.keep_strongest(table)
    show_chart(
        draw_keyness(drawn, target=name, colour=colours[target[0]]),
        name="keyness",
        title=f"Words of {name} against the others",
        note=f"{keyness.describe_certainty(table, corpus)} "
        "In brackets: count there · count in the others. On the right: log-likelihood (G²).",
        hint="Choose a word to read where it stands.",
        table=readable(drawn, **keyness.LABELS),
        alt=describe_keyness(drawn, target=name),
        on_select=follow("keyness", "word"),
    )
    show_word(corpus, drawn["word"].iat[0], table["word"].tolist())
    with st.expander("Every word, with both statistics"):
        show_table(readable(table, **keyness.LABELS), name="all-words")
        st.caption(keyness.METHOD)


def show_word(corpus: Corpus, first: str, words: list[str]) -> None:
    """Where a word stands, as far as the corpus holds text around it."""
    remember("word", default=first, options=words)
    word = st.selectbox("Where it stands", words, key="word")
    hits = search.search(corpus, search.word_query(word))
    if hits.empty:
        st.info("No statement and no context of a name holds it; without the texts there is no more to read.")
        return
    show_table(search.spell_hits(hits, corpus), name="word-hits", widths={"Words": 560})
    link("search", f"Search for {word}", q=word)


def ask_outlet(key: str, outlets: dict[str, str], *, default: str = "") -> str:
    remember(key, default=default, options=outlets)
    options = list(outlets) if default else ["", *outlets]
    return st.selectbox("In", options, key=key, format_func=lambda one: outlets.get(one, "All sources"))


def show_tones(corpus: Corpus) -> None:
    tones = cue_words.count_tones(corpus)
    outlets = dict(zip(tones["outlet_id"], tones["outlet"], strict=True))
    drawn = keep_outlets(tones, by="statements", most=OUTLETS)
    rows = {one: name for one, name in outlets.items() if one in set(drawn["outlet_id"])}
    show_chart(
        draw_matrix(cue_words.cell_table(drawn), rows=rows, columns=TONES),
        name="tones",
        title="The tone of the reporting verbs",
        note="Number of statements, and their share of the source's statements with a reporting word. "
        + cue_words.describe_tone_basis(tones)
        + (f" Drawn are the {OUTLETS} sources with the most." if len(rows) < len(outlets) else ""),
        hint="Choose a cell to read them.",
        table=readable(tones.assign(tone=tones["tone"].map(TONES)), tone="Tone"),
        alt=cue_words.describe_tones(drawn),
        on_select=follow("tones", "in", "tone"),
    )
    remember("tone", default=cue_words.rarest_tone(tones), options=TONES)
    left, right = st.columns(2)
    with left:
        inside = ask_outlet("in", outlets)
    tone = right.selectbox("Tone", list(TONES), key="tone", format_func=TONES.get)
    chosen = cue_words.find_statements_by_tone(corpus, outlet_id=inside, tone=tone)
    show_statements(chosen, name="tone-statements", most=6)
    cues = cue_words.count_cues(corpus)
    names = {"cue_lemma": "Reporting word", "tone": "Tone", "reason": "Why"}
    table = readable(cues.assign(tone=cues["tone"].map(TONES)), **names)
    show_table(table, name="cues", title="Every reporting word by source, and why it has its tone")


def show_quoted(corpus: Corpus) -> None:
    quoted = cue_words.share_by_country(share_quoted(corpus), corpus)
    if quoted.empty:
        st.info("No quoted words stand in this selection.")
        return
    drawn = keep_outlets(quoted, by="quoted_words", most=OUTLETS)
    more = f" Drawn are the {OUTLETS} sources with the most." if len(drawn) < len(quoted) else ""
    show_chart(
        draw_quoted(drawn, colours=outlet_colours(whole_corpus().outlets)),
        name="quoted-countries",
        title="Whose words are quoted, by country of the speaker",
        note=f"Words inside quotation marks, as a share of all words of the source.{more}",
        hint="Choose a bar to read them.",
        table=readable(quoted, speaker="Country"),
        alt=describe_quoted(drawn),
        on_select=follow("quoted-countries", "quoted-in", "country"),
    )
    outlets = dict(zip(quoted["outlet_id"], quoted["outlet"], strict=True))
    countries = dict(zip(quoted["speaker_ids"].map(" ".join), quoted["speaker"], strict=True))
    remember("country", options=countries)
    left, right = st.columns(2)
    with left:
        inside = ask_outlet("quoted-in", outlets, default=next(iter(outlets)))
    country = right.selectbox(
        "Country of the speaker", ["", *countries], key="country",
        format_func=lambda one: countries.get(one, "All countries"),
    )  # fmt: skip
    found = cue_words.find_quoted_from(corpus, outlet_id=inside, countries=country)
    show_statements(found, name="quoted-statements", most=6)


corpus = open_page("words")
show_keyness(corpus)
st.header("How speech is reported", anchor=False)
if corpus.statements.empty:
    st.info("No statement is reported in this selection.")
    st.stop()
show_tones(corpus)
show_quoted(corpus)
