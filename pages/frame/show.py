"""Charts, tables and texts on a page, each with its downloads."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

import streamlit as st

from analysis import cards, export
from analysis.charts.picture import picture, plotly_script
from analysis.charts.template import CONFIG, Mode, shown
from analysis.corpus import Corpus
from analysis.evidence import evidence_table, find_quotations
from analysis.findings import Finding
from analysis.labels import PARTS
from analysis.quotations import quotation_table

from .correct import offer_corrections
from .menu import link
from .text import markdown

ROOT = Path(__file__).parents[2]
_PICTURE = st.components.v2.component(
    "four_zones_picture",
    html="""<figure><img alt="" hidden></figure><p role="status">Drawing the picture</p>
    <div><button value="png" disabled>PNG picture</button>
    <button value="svg" disabled>SVG picture</button></div>""",
    css=(ROOT / "pages" / "frame" / "picture.css").read_text(encoding="utf-8"),
    js=(ROOT / "pages" / "frame" / "picture.js").read_text(encoding="utf-8"),
)


def mode() -> Mode:
    """Whether the reader's page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show_chart(
    figure: object,
    *,
    name: str,
    title: str,
    table: object,
    alt: str,
    note: str = "",
    hint: str = "",
    credit: str = "",
    of: Collection[str] | None = None,
    published: Callable[[], object] | None = None,
    on_select: str | Callable[[], None] = "ignore",
    height: str = "content",
) -> object:
    """Draw the figure with its title and downloads; return what the reader has selected in it.

    `note` says how to read it, on the page and under the published picture; `hint` what can be done
    with it, on the page only. `of` are the ids of the articles that it shows, where not all are in it.
    """
    st.subheader(markdown(title), anchor=False)
    if note or hint:
        st.caption(markdown(f"{note} {hint}".strip()))
    event = st.plotly_chart(
        shown(figure, mode()),
        theme=None,
        key=name,
        alt=alt,
        config=CONFIG,
        on_select=on_select,
        selection_mode="points",
        height=height,
    )
    _offer(
        figure if published is None else published,
        table,
        name=name,
        title=title,
        alt=alt,
        note=note,
        credit=credit,
        of=of,
    )
    return event


def show_numbers(figures: Iterable[tuple[str, int, str]], *, note: str = "") -> None:
    """Key figures side by side: label, number, and what it means; below, what holds for all of them."""
    rows = list(figures)
    with st.container(horizontal=True, key=f"numbers-{'-'.join(label for label, _, _ in rows)}".lower()):
        for label, value, meaning in rows:
            st.metric(markdown(label), f"{value:,}", help=markdown(meaning) or None, width="content")
    if note:
        st.caption(markdown(note))


def show_findings(findings: Iterable[Finding]) -> None:
    """Each finding as a sentence, with a link to the view that shows it."""
    with st.container(key="findings"):
        for finding in findings:
            with st.container():
                st.write(markdown(finding.text))
                link(finding.page, finding.label, filters=finding.filters, **finding.own)


def show_table(
    table: object,
    *,
    name: str,
    title: str = "",
    links: Iterable[str] = (),
    widths: Mapping[str, int] | None = None,
    **options: object,
) -> object:
    """Draw the table with its download; columns of `links` open their address, `widths` are in pixels,
    further options are those of st.dataframe.
    """
    columns = {
        column: st.column_config.NumberColumn(format=form) for column, form in number_formats(table).items()
    }
    columns |= {
        column: columns.get(column, {}) | {"width": width} for column, width in (widths or {}).items()
    }
    columns |= dict.fromkeys(links, st.column_config.LinkColumn(display_text="Open", width=70))
    options["column_config"] = columns | (options.get("column_config") or {})
    if title:
        st.subheader(markdown(title), anchor=False)
    event = st.dataframe(table, hide_index=True, key=name, **options)
    st.download_button(
        "Download this table", lambda: export.to_csv(table), file_name=_file(name, "csv"), mime="text/csv",
        key=f"csv_{name}", on_click="ignore", icon=":material/download:", type="tertiary",
    )  # fmt: skip
    return event


def number_formats(table: object) -> dict[str, str]:
    """How the numbers of a table are written: thousands apart, and parts of a whole as percentages."""
    kinds = {column: table[column].dtype.kind for column in table.columns}
    formats = {column: "%,d" for column, kind in kinds.items() if kind in "iu"}
    return formats | {column: "percent" for column, kind in kinds.items() if kind == "f" and column in PARTS}


def show_evidence(
    mentions: object, *, name: str = "evidence", title: str = "Every mention in its words"
) -> None:
    """The mentions in context, as a table with its download; what stands in the text comes first."""
    text = st.column_config.TextColumn
    columns = {
        "Before": text(width=150, alignment="right"),
        "Mention": text(width=90),
        "After": text(width=150),
    }
    columns |= {"Source": text(width=105), "Published": text(width=100)}
    table = evidence_table(st.session_state["_corpus"], mentions)
    order = [*columns, *(column for column in table.columns if column not in columns)]
    show_table(table, name=name, title=title, column_config=columns, column_order=order)
    offer_corrections(mentions, table="mention", name=name)


def show_statements(
    statement_ids: Iterable[str], *, name: str, title: str = "", most: int = 12, among: Corpus | None = None
) -> None:
    """The statements as cards to be read, the first `most` of them, and all as a table with its download.

    They are those of the selection, or of the corpus `among`.
    """
    corpus = st.session_state["_corpus"] if among is None else among
    found = find_quotations(corpus, statement_ids)
    if title:
        st.subheader(markdown(title), anchor=False)
    if found.empty:
        st.info("No such statement is in this selection.")
        return
    st.html(cards.STYLE + cards.draw_cards(map(cards.statement_card, found.head(most).to_dict("records"))))
    more = f"The first {most} of {len(found):,} statements are shown. " if len(found) > most else ""
    with st.expander(f"{more}As a table"):
        show_table(quotation_table(found), name=name, links=("Link",))
    statements = corpus.statements
    offer_corrections(
        statements[statements["statement_id"].isin(found["statement_id"])], table="statement", name=name
    )


def ask_source(place: object, outlets: Mapping[str, str]) -> str:
    """The source that is read, by its id, empty for all of them; drawn in a column. Remember "in" before."""
    return place.selectbox(
        "In", ["", *outlets], key="in", format_func=lambda one: outlets.get(one, "All sources")
    )


def ask_page(n: int, *, key: str, size: int) -> int:
    """Which page of `n` things is shown, from 0. Other things, with another key, begin at the first."""
    pages = list(range(-(-n // size)))
    if len(pages) < 2:
        return 0
    return st.selectbox("Page", pages, key=key, format_func=lambda page: f"{page + 1} of {len(pages)}")


@st.fragment
def _offer(figure: object, table: object, *, name: str, title: str, **about: object) -> None:
    """The button that opens the downloads; `about` is what else is said in them."""
    if st.button(
        "Download", key=f"download_{name}", icon=":material/download:", type="tertiary", help=markdown(title)
    ):
        _download(figure() if callable(figure) else figure, table, name=name, title=title, **about)


@st.dialog("Download this chart", width="large")
def _download(
    figure: object,
    table: object,
    *,
    name: str,
    title: str,
    alt: str,
    note: str,
    credit: str,
    of: Collection[str] | None,
) -> None:
    words = export.imprint(st.session_state["_corpus"], title=title, note=note, credit=credit, of=of)
    try:
        script = _plotly_file()
    except OSError as error:
        st.warning(
            markdown(
                f"The pictures cannot be drawn, because {error.filename} cannot be written on the server: "
                f"{error.strerror}. The other downloads work."
            )
        )
    else:
        drawn = {"figure": picture(figure), "alt": alt, "name": _file(name, ""), "script": script}
        _PICTURE(key=f"picture_{name}", data=words._asdict() | drawn)
    with st.container(horizontal=True):
        st.download_button(
            "Interactive HTML page", lambda: export.to_page(figure, table, words=words, alt=alt),
            file_name=_file(name, "html"), mime="text/html", key=f"html_{name}", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Data as CSV", lambda: export.to_csv(table), file_name=_file(name, "csv"), mime="text/csv",
            key=f"data_{name}", on_click="ignore",
        )  # fmt: skip


def _file(name: str, ending: str) -> str:
    return export.file_name(st.session_state["_label"], name, ending).removesuffix(".")


@st.cache_resource(show_spinner=False)
def _plotly_file() -> str:
    """The address of the drawing library, which this server hands out itself."""
    script, path = plotly_script(), ROOT / "static" / "plotly.min.js"
    if not path.exists() or path.stat().st_size != len(script.encode()):
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(script, encoding="utf-8")
        draft.replace(path)
    return f"app/static/{path.name}"
