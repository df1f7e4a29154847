"""One article with its names and statements marked, or its outline."""

from html import escape

import streamlit as st

from analysis import corrections, reader
from analysis.charts.outline import describe_outline, draw_outline
from analysis.charts.template import TYPE_COLOURS, outlet_colours
from analysis.corpus import Corpus
from analysis.labels import TYPES, readable
from pages import markdown, open_page, remember, show_chart, show_statements, show_table, whole_corpus

STYLE = """<style>
.article { max-width: 46rem; font: 1.08rem "Source Serif", "Source Serif 4", Georgia, serif;
  line-height: 1.75; white-space: pre-wrap; overflow-wrap: anywhere }
.article mark { color: inherit; background: none; border-bottom: 3px solid var(--hue) }
.article .content { background: color-mix(in srgb, #3d7ab8 14%, transparent) }
.article .speaker, .article .cue { background: color-mix(in srgb, #d2691e 18%, transparent) }
.article .headline { font-size: 1.6rem; font-weight: 600; line-height: 1.3 }
.article .standfirst { font-size: 1.2rem }
.article .dateline, .article .credit { opacity: .7 }
.article .boilerplate { opacity: .45; font-family: sans-serif; font-size: .85rem }
.legend span { margin-right: 1rem; border-bottom: 3px solid var(--hue); white-space: nowrap }
</style>"""


def ask_article(corpus: Corpus) -> str:
    titles = {
        row.article_id: f"{row.outlet}: {row.title or row.article_id}" for row in corpus.articles.itertuples()
    }
    remember("article", default=next(iter(titles)), options=titles)
    return st.selectbox("Article", list(titles), key="article", format_func=titles.get)


def show_head(article: object) -> None:
    facts = [article["outlet"], article["author"], article["published"], f"{article['n_tokens']:,} words"]
    st.caption(markdown(" · ".join(str(fact) for fact in facts if fact)))
    if str(article["url"]).startswith(("http://", "https://")):
        st.link_button("Read the original", article["url"], icon=":material/open_in_new:", type="tertiary")


def show_text(corpus: Corpus, article: object) -> None:
    """The text with its marks; what a mark says opens when it is pointed at."""
    tables = {
        name: reader.rows_of(corpus, name, article["article_id"])
        for name in ("sections", "mentions", "statements")
    }
    legend = "".join(
        f'<span style="--hue:{TYPE_COLOURS[kind]}">{escape(TYPES[kind])}</span>' for kind in TYPE_COLOURS
    )
    body = []
    for piece in reader.read_pieces(article["text"], **tables):
        why, hue = reader.explain_piece(piece, tables["mentions"], tables["statements"], corpus.entity_names)
        tag = "mark" if piece.mention is not None else "span"
        style = f' style="--hue:{TYPE_COLOURS.get(hue, "gray")}"' if hue else ""
        title = f' title="{escape(why)}"' if why else ""
        kinds = escape(f"{piece.section} {piece.part}".strip())
        body.append(f'<{tag} class="{kinds}"{style}{title}>{escape(piece.text)}</{tag}>')
    st.html(STYLE + f'<p class="legend">{legend}</p><div class="article">{"".join(body)}</div>')


def show_outline(corpus: Corpus, article_id: str) -> None:
    """Where its names stand, and its statements in their order."""
    st.info("The corpus holds no text of this article, only its quotations. The original is linked above.")
    located = reader.locate_most_named(corpus, article_id)
    if not located.empty:
        names = {one: corpus.entity_names[one] for one in located["entity_id"].unique()}
        outlet_id = located["outlet_id"].iat[0]
        show_chart(
            draw_outline(located, names=names, colour=outlet_colours(whole_corpus().outlets)[outlet_id]),
            name="outline",
            title="Where its most named entities stand",
            table=readable(located.assign(name=located["entity_id"].map(names))),
            alt=describe_outline(located, names=names),
        )
    statements = reader.rows_of(corpus, "statements", article_id)
    show_statements(statements["statement_id"], name="article-statements", title="Its statements", most=40)


def show_marks(corpus: Corpus, article_id: str) -> None:
    """Every mark with its rule, and a correction to propose for one of them."""
    outline = reader.list_outline(corpus, article_id)
    event = show_table(
        reader.spell_outline(outline), name="marks", title="Every name and statement with its rule",
        on_select="rerun", selection_mode="single-row",
    )  # fmt: skip
    if not event.selection.rows:
        st.caption("Choose a row to propose a correction of it.")
        return
    mark = outline.iloc[event.selection.rows[0]]
    kind, row = reader.find_record(corpus, mark)
    change = st.selectbox("Change", corrections.CHANGES[kind], key="change")
    value = st.text_input("New value", key="new-value", disabled=change == "drop")
    reason = st.text_input("Reason", key="reason")
    proposal = corrections.propose_correction(row, table=kind, change=change, value=value, reason=reason)
    st.download_button(
        "Download the row for corrections.csv", corrections.corrections_csv([proposal]),
        file_name="four-zones-correction.csv", mime="text/csv", on_click="ignore", icon=":material/download:",
    )  # fmt: skip


corpus = open_page("article_reader")
article_id = ask_article(corpus)
article = corpus.articles.set_index("article_id", drop=False).loc[article_id]
show_head(article)
if isinstance(article["text"], str):
    show_text(corpus, article)
else:
    show_outline(corpus, article_id)
show_marks(corpus, article_id)
