"""One article with its names and statements marked, or its outline."""

from urllib.parse import urlencode

import streamlit as st

from analysis import reader
from analysis.charts.outline import describe_outline, draw_outline
from analysis.charts.template import outlet_colours
from analysis.corpus import Corpus
from analysis.labels import readable
from analysis.overview import name_date
from pages import (
    ask_correction,
    follow,
    markdown,
    offer_addition,
    open_page,
    remember,
    show_chart,
    show_statements,
    show_table,
    whole_corpus,
)

STYLE = """<style>
.article { max-width: 46rem; font: 1.08rem "Source Serif", "Source Serif 4", Georgia, serif;
  line-height: 1.75; white-space: pre-wrap; overflow-wrap: anywhere }
.article a { color: inherit; text-decoration: none; border-radius: 2px; position: relative }
.article a.name { border-bottom: 3px solid var(--hue) }
.article a:hover, .article a.chosen { outline: 2px solid currentColor; outline-offset: 1px }
.article a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
.article a:focus-visible::after { content: attr(title); position: absolute; left: 0; top: 1.7em; z-index: 5;
  width: max-content; max-width: min(24rem, 80vw); padding: .4rem .6rem; border-radius: .4rem; color: #fff;
  background: #1b2a36; font: .82rem/1.4 sans-serif; white-space: pre-line }
.content { background: color-mix(in srgb, #3d7ab8 16%, transparent) }
.speaker, .cue { background: color-mix(in srgb, #d2691e 20%, transparent) }
.article .headline { font-size: 1.6rem; font-weight: 600; line-height: 1.3 }
.article .standfirst { font-size: 1.2rem }
.article .dateline, .article .credit { opacity: .7 }
.article .boilerplate { opacity: .6; font-family: sans-serif; font-size: .85rem; font-style: italic }
.legend { line-height: 2 }
.legend span { margin-right: .8rem; border-bottom: 3px solid var(--hue); white-space: nowrap }
.legend b { margin-right: .8rem; font-weight: 400; padding: 0 .3em; white-space: nowrap }
</style>"""


def ask_article(corpus: Corpus) -> str:
    titles = {
        row.article_id: f"{row.outlet}: {row.title or row.article_id}" for row in corpus.articles.itertuples()
    }
    remember("article", default=next(iter(titles)), options=titles)
    return st.selectbox(
        "Article", list(titles), key="article", format_func=titles.get,
        on_change=lambda: st.session_state.update(mark=""),
    )  # fmt: skip


def is_linked(article: object) -> bool:
    return str(article["url"]).startswith(("http://", "https://"))


def show_head(article: object) -> None:
    published = name_date(article["date"], article["published_precision"])
    facts = [article["outlet"], article["author"], published, f"{article['n_tokens']:,} words"]
    st.caption(markdown(" · ".join(str(fact) for fact in facts if fact)))
    if is_linked(article):
        st.link_button("Read the original", article["url"], icon=":material/open_in_new:", type="tertiary")


def show_text(corpus: Corpus, article: object, chosen: str) -> None:
    """The text with its marks, each a link that opens its explanation above."""
    tables = {
        name: reader.rows_of(corpus, name, article["article_id"])
        for name in ("sections", "mentions", "statements")
    }
    here = {name: st.query_params.get_all(name) for name in st.query_params}
    here["article"] = [article["article_id"]]
    body = reader.draw_article(
        article["text"],
        tables,
        names=corpus.entity_names,
        address=lambda mark_id: "?" + urlencode(here | {"mark": [mark_id]}, doseq=True),
        chosen=chosen,
    )
    st.caption(
        "Choose a mark (with the pointer, or with Tab and Enter) to see which rule made it and to "
        "propose a correction. Grey italics are boilerplate, which no count includes."
    )
    st.html(STYLE + reader.draw_legend() + body)


def show_outline(corpus: Corpus, article: object, *, linked: bool) -> None:
    """Where its names stand, and its statements in their order."""
    article_id = article["article_id"]
    original = " The original is linked above." if linked else ""
    st.info(f"The corpus holds no text of this article, only its quotations.{original}")
    located = reader.locate_most_named(corpus, article_id)
    if not located.empty:
        names = {one: corpus.entity_names[one] for one in located["entity_id"].unique()}
        outlet_id = located["outlet_id"].iat[0]
        show_chart(
            draw_outline(located, names=names, colour=outlet_colours(whole_corpus().outlets)[outlet_id]),
            name="outline",
            title="Where its most named entities stand",
            note=f"In “{article['title'] or article_id}”. A stroke is a mention.",
            of=[article_id],
            hint="Choose one to have it explained above.",
            table=readable(located.assign(name=located["entity_id"].map(names))),
            alt=describe_outline(located, names=names),
            on_select=follow("outline", "mark"),
        )
    statements = reader.rows_of(corpus, "statements", article_id)
    show_statements(statements["statement_id"], name="article-statements", title="Its statements", most=40)


def ask_mark(outline: object) -> str:
    """The mark that is explained; none at first."""
    titles = reader.mark_titles(outline)
    remember("mark", options=titles)
    return st.selectbox(
        "Explain and correct a mark", ["", *titles], key="mark", format_func=lambda m: titles.get(m, "None")
    )


def show_mark(corpus: Corpus, outline: object, chosen: str) -> None:
    """Which rule made a mark, and a correction to propose for it."""
    mark = outline.set_index("mark_id", drop=False).loc[chosen]
    kind, row = reader.find_record(corpus, mark)
    explain = reader.explain_mention if kind == "mention" else reader.explain_statement
    with st.container(border=True):
        st.write(f"**{markdown(mark['text'])}**")
        st.write(markdown(explain(row, corpus.entity_names)))
        ask_correction(row, table=kind, name=kind)


def show_marks(outline: object) -> None:
    """Every mark with its rule; a chosen row is explained above."""

    def take() -> None:
        if rows := st.session_state["marks"].selection.rows:
            st.session_state["mark"] = outline["mark_id"].iat[rows[0]]

    show_table(
        reader.spell_outline(outline), name="marks", title="Every name and statement with its rule",
        on_select=take, selection_mode="single-row", widths={"Words": 420},
    )  # fmt: skip
    st.caption("Choose a row to have it explained above.")


corpus = open_page("article_reader")
article_id = ask_article(corpus)
article = corpus.articles.set_index("article_id", drop=False).loc[article_id]
show_head(article)
outline = reader.list_outline(corpus, article_id)
chosen = ask_mark(outline)
if chosen:
    show_mark(corpus, outline, chosen)
offer_addition(whole_corpus(), article_id)
if isinstance(article["text"], str):
    show_text(corpus, article, chosen)
else:
    show_outline(corpus, article, linked=is_linked(article))
show_marks(outline)
