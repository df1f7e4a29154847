"""What every page shares: menu, filters in the address, charts and tables with their downloads."""

import gc
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from analysis import cards, export, labels
from analysis.charts.picture import picture, plotly_script
from analysis.charts.template import CONFIG, Mode, styled
from analysis.corpus import PROCESSED, Corpus, CorpusError, read_corpus
from analysis.evidence import evidence_table, find_quotations
from analysis.filters import NAMES, Filters, day_after, decode, encode, last_day
from analysis.findings import Finding
from analysis.quotations import quotation_table

ROOT = Path(__file__).parents[1]
_PICTURE = st.components.v2.component(
    "four_zones_picture",
    html="""<figure><img alt="" hidden></figure><p role="status">Drawing the picture</p>
    <div><button value="png" disabled>PNG picture</button>
    <button value="svg" disabled>SVG picture</button></div>""",
    css=(ROOT / "pages" / "picture.css").read_text(encoding="utf-8"),
    js=(ROOT / "pages" / "picture.js").read_text(encoding="utf-8"),
)


class Page(NamedTuple):
    """An entry of the menu. `actors` says what the actor filter means there."""

    path: str
    label: str
    title: str
    intro: str
    actors: str


MENU = {
    "overview": Page(
        "app.py",
        "Overview",
        "What is in the corpus?",
        "The articles, when they came out, who they name most, and what stands out. "
        "Every finding is computed from the tables and opens the page that shows it.",
        "mentions of the chosen actors, statements by or about them, and zone facts with them",
    ),
    "entity_mentions": Page(
        "pages/entity_mentions.py",
        "Entity mentions",
        "Who and what is named, and where?",
        "Counts of every entity the articles name. Choose a bar to read each mention in its sentence.",
        "mentions of the chosen actors",
    ),
    "source_comparison": Page(
        "pages/source_comparison.py",
        "Source comparison",
        "How do the sources differ?",
        "Sources side by side, by rates for each 1,000 words with the counts behind them.",
        "mentions of the chosen actors and statements by or about them",
    ),
    "omissions": Page(
        "pages/omissions.py",
        "Omissions",
        "What does a source leave out?",
        "What only one source has, and what all but one have, comes first. A short text names less: each "
        "blank shows how many mentions its length would lead one to expect.",
        "the chosen actors, and statements and conditions of theirs",
    ),
    "words": Page(
        "pages/words.py",
        "Words",
        "Which words set a source apart?",
        "Words that some sources use more than the others, the verbs they report speech with, and whom "
        "they quote.",
        "statements by or about the chosen actors; word counts do not depend on actors",
    ),
    "quote_explorer": Page(
        "pages/quote_explorer.py",
        "Quote explorer",
        "Who said what, through whom?",
        "Every statement the articles report, with its speaker, its cue and its way here.",
        "statements by or about the chosen actors",
    ),
    "positions": Page(
        "pages/positions.py",
        "Positions",
        "Who asserts it, and who denies it?",
        "Each actor's stance on each proposition, the contradictions between them, and the conditions. "
        "Choose a cell to read the statements behind it.",
        "positions of the chosen actors",
    ),
    "wording": Page(
        "pages/wording.py",
        "Wording",
        "What happened to the words on the way?",
        "Statements that report one utterance, set under each other word by word, with what was added, "
        "dropped or changed.",
        "utterances with a statement by or about the chosen actors",
    ),
    "provenance": Page(
        "pages/provenance.py",
        "Provenance",
        "How did each claim reach the page?",
        "The way of every claim from the speaker over media and reporters to the source. "
        "Solid links are stated in the text, dashed ones are inferred.",
        "statements by or about the chosen actors",
    ),
    "borrowed_passages": Page(
        "pages/borrowed_passages.py",
        "Borrowed passages",
        "Which passages do the sources share?",
        "Runs of text that stand in more than one article, and how much of each article they make up.",
        "all passages; they do not depend on actors",
    ),
    "zone_map": Page(
        "pages/zone_map.py",
        "Zone map",
        "What do the articles say of the four zones?",
        "Choose a zone on the map or in the list to read who is said to define it and who to monitor it.",
        "passages with the chosen actors; counts of mentions do not depend on actors",
    ),
    "timeline": Page(
        "pages/timeline.py",
        "Timeline",
        "When did it happen, when was it said, when was it printed?",
        "Three kinds of date kept apart, each as exactly as the text gives it.",
        "dates of statements by or about the chosen actors; other dates do not depend on actors",
    ),
    "article_reader": Page(
        "pages/article_reader.py",
        "Article reader",
        "What stands in one article?",
        "The article with its names and statements, each with the rule that found it.",
        "mentions of the chosen actors and statements by or about them",
    ),
    "search": Page(
        "pages/search.py",
        "Search",
        "Where does a word stand?",
        "Words, phrases and conditions over quotations and contexts, and over the texts where the corpus "
        "has them.",
        "mentions of the chosen actors and statements by or about them",
    ),
    "method": Page(
        "pages/method.py",
        "Method",
        "How was this made, and how far can it be trusted?",
        "What the rules look for, how they were measured, and where they fail.",
        "the same as on the other pages; the measurements do not change",
    ),
}
_HEADINGS = {
    "entity_mentions": "Names and words",
    "quote_explorer": "Statements",
    "zone_map": "Place and time",
    "article_reader": "Texts and method",
}
"""Headings of the menu, each before the page it stands above."""


class _Seen(NamedTuple):
    """What the address said of a widget, and what it held, when the last run was done."""

    texts: list[str]
    held: object


_FILTER_KEYS = {field: f"filter_{field}" for field in NAMES}


def open_page(key: str, *, empty_ok: bool = False) -> Corpus:
    """Draw title, menu and filters of the page; return the part of the corpus that the filters select.

    Where no article is left a sentence says so and the page ends, unless `empty_ok`.
    """
    page = MENU[key]
    st.set_page_config(
        page_title=f"{page.label} · {export.PRODUCT}",
        page_icon=str(ROOT / "pages" / "icon.png"),
        layout="wide",
    )
    st.html(ROOT / "pages" / "style.css")
    try:
        corpus = _load(*_stamp(_folder()))
    except CorpusError as error:
        _show_damage(error)
        st.stop()
    _enter(key)
    filters = _filters(corpus)
    selected = _select(*_stamp(_folder()), filters)
    _draw_menu(key, filters)
    _draw_filters(corpus, filters)
    st.title(page.title, anchor=False)
    st.write(page.intro)
    _draw_state(page, corpus, selected)
    if selected.articles.empty and not empty_ok:
        st.info("No article matches these filters. Clear some of them to see more.")
        st.stop()
    return selected


def whole_corpus() -> Corpus:
    """The corpus without any filter, for what must not change with them: colours, lists to choose from."""
    return _load(*_stamp(_folder()))


def mode() -> Mode:
    """Whether the reader's page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


# --- the address -----------------------------------------------------------------------------------------


def remember(name: str, *, default: str | bool | tuple[str, ...] = "", options: Collection[str] = ()) -> None:
    """Keep the widget whose key is `name` in the address. Call it before the widget is drawn.

    The type of `default` says what the widget holds: a text or one option, a bool, or several options.
    A value that is not among `options`, if there are any, falls back to the default with a notice.
    """
    if name in NAMES.values():
        raise ValueError(f"{name!r} is the name of a filter; choose another")
    texts, before = st.query_params.get_all(name), st.session_state["_seen"].get(name)
    held = _held(name, default, before)
    if before is None or (held == before.held and texts != before.texts):
        held = _from_texts(texts, default)
    elif held == before.held and not before.texts:
        held = default  # which may be another one under other filters
    kept = _among(held, default, options)
    if kept != held:
        _notify([f"“{text}” is not there to choose. It was left out." for text in _as_texts(held, default)])
    written = _as_texts(kept, default)
    if before is not None and held != before.held and written != texts:
        others = {n: st.query_params.get_all(n) for n in st.query_params if n != name}
        st.query_params.from_dict(others | ({name: written} if written else {}))
    st.session_state[name] = list(kept) if isinstance(kept, tuple) else kept
    st.session_state["_seen"][name] = _Seen(written, kept)


def _held(name: str, default: object, before: "_Seen | None") -> object:
    """What the widget holds now; one that was not drawn for a while holds what it held then."""
    held = st.session_state.get(name, default if before is None else before.held)
    return tuple(held or ()) if isinstance(default, tuple) else held


def link(
    key: str, label: str, *, filters: Filters | None = None, icon: str | None = None, **own: str
) -> None:
    """A link to a page that keeps the filters, or sets other ones, and the page's own values."""
    active = st.session_state["_filters"] if filters is None else filters
    if not (ROOT / MENU[key].path).exists():
        return
    st.page_link(
        MENU[key].path,
        label=markdown(label),
        icon=icon,
        query_params=encode(active) | {k: [v] for k, v in own.items()},
    )


def _enter(key: str) -> None:
    """Forget what the last page kept of the address: a page always opens as its address says."""
    if st.session_state.get("_page") != key:
        st.session_state["_page"] = key
        st.session_state["_seen"] = {}
        st.session_state.pop("_filters", None)
    st.session_state.setdefault("_notices", [])


def _filters(corpus: Corpus) -> Filters:
    """The filters of this run: what the reader has just set, or else what the address says."""
    known = {
        "outlets": corpus.outlet_names, "actors": set(corpus.actors), "types": set(corpus.entities["type"]),
    }  # fmt: skip
    params = {name: st.query_params.get_all(name) for name in NAMES.values()}
    before = st.session_state.get("_filters")
    chosen = before if before is None else _chosen()
    if chosen is None or (chosen == before and params != st.session_state["_params"]):
        chosen, st.session_state["_notices"] = decode(params, **known)
        _set_widgets(chosen)
    elif chosen != before:
        st.session_state["_notices"] = []
        if encode(chosen) != {name: texts for name, texts in params.items() if texts}:
            others = {n: st.query_params.get_all(n) for n in st.query_params if n not in params}
            st.query_params.from_dict(encode(chosen) | others)
            params = {name: st.query_params.get_all(name) for name in params}
    st.session_state["_filters"], st.session_state["_params"] = chosen, params
    return chosen


def _chosen() -> Filters:
    held = {field: st.session_state.get(key) for field, key in _FILTER_KEYS.items()}
    return Filters(
        **{field: tuple(sorted(held[field] or ())) for field in ("outlets", "actors", "types")},
        since=held["since"],
        until=day_after(held["until"]),
        hide_guesses=bool(held["hide_guesses"]),
        reuse_once=bool(held["reuse_once"]),
    )


def _set_widgets(filters: Filters) -> None:
    for field, key in _FILTER_KEYS.items():
        value = last_day(filters) if field == "until" else getattr(filters, field)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value


def _as_texts(value: object, default: object) -> list[str]:
    """What the address says of a value; nothing where it is the default."""
    if isinstance(value, list):
        value = tuple(value)
    if value is None or value == default:
        return []
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return [("yes" if value else "no") if isinstance(value, bool) else str(value)]


def _from_texts(texts: list[str], default: object) -> object:
    if not texts:
        return default
    if isinstance(default, tuple):
        return tuple(texts)
    return texts[0] == "yes" if isinstance(default, bool) else texts[0]


def _among(value: object, default: object, options: Collection[str]) -> object:
    if not options or value in (None, default):
        return value
    if isinstance(default, tuple):
        return tuple(part for part in value if part in options)
    return value if value in options else default


def _notify(notices: list[str]) -> None:
    for notice in notices:
        st.warning(markdown(notice))


# --- the frame of a page ---------------------------------------------------------------------------------


def _folder() -> Path:
    return Path(os.environ.get("FOUR_ZONES_DATA", PROCESSED))


def _stamp(folder: Path) -> tuple[Path, tuple[tuple[str, int, int], ...]]:
    """The folder and what changes when its tables do."""
    files = sorted(folder.glob("*.*")) if folder.is_dir() else []
    return folder, tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)


@st.cache_resource(max_entries=2, show_spinner="Reading the corpus")
def _load(folder: Path, stamp: tuple) -> Corpus:
    corpus = read_corpus(folder)
    gc.collect()
    gc.freeze()  # what is read stays, and need not be looked through after every run
    return corpus


@st.cache_resource(max_entries=64, show_spinner=False)
def _select(folder: Path, stamp: tuple, filters: Filters) -> Corpus:
    return _load(folder, stamp).select(filters)


def _draw_menu(key: str, filters: Filters) -> None:
    with st.sidebar:
        st.html(f'<p class="fz-brand">{export.PRODUCT}</p>')
        for name, page in MENU.items():
            if name in _HEADINGS:
                st.html(f'<p class="fz-heading">{_HEADINGS[name]}</p>')
            if (ROOT / page.path).exists():
                st.page_link(page.path, label=page.label, query_params=encode(filters))


def _draw_filters(corpus: Corpus, filters: Filters) -> None:
    names, types = (
        corpus.entity_names,
        sorted(set(corpus.entities["type"]), key=lambda t: labels.TYPES.get(t, t)),
    )
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        st.multiselect(
            "Source", sorted(corpus.outlet_names, key=corpus.outlet_names.get), key=_FILTER_KEYS["outlets"],
            format_func=corpus.outlet_names.get, placeholder="All sources",
        )  # fmt: skip
        st.multiselect(
            "Actor", corpus.actors, key=_FILTER_KEYS["actors"],
            format_func=names.get, placeholder="All actors",
            help="Keeps mentions of the chosen actors, statements by or about them, zone facts with them "
            "and positions of theirs. Articles and word counts stay.",
        )  # fmt: skip
        st.multiselect(
            "Entity type", types, key=_FILTER_KEYS["types"], format_func=lambda t: labels.TYPES.get(t, t),
            placeholder="All types", help="Keeps mentions of entities of these types.",
        )  # fmt: skip
        days = _span(corpus, filters)
        st.date_input("Published from", value=None, key=_FILTER_KEYS["since"], **days)
        st.date_input("Published to", value=None, key=_FILTER_KEYS["until"], **days)
        st.checkbox("Leave out guesses", key=_FILTER_KEYS["hide_guesses"])
        st.checkbox("Count reused text once", key=_FILTER_KEYS["reuse_once"])
        st.button(
            "Clear all filters",
            key="clear_filters",
            on_click=_set_widgets,
            args=(Filters(),),
            disabled=not filters,
            width="stretch",
        )


def _span(corpus: Corpus, filters: Filters) -> dict[str, date]:
    """The days to choose from: those of the corpus, and those chosen already."""
    begin, end = corpus.articles["date"].min(), corpus.articles["date_end"].max()
    days = [day for day in (filters.since, last_day(filters)) if day]
    days += [day.date() for day in (begin, end) if day == day]
    return {"min_value": min(days), "max_value": max(days)} if days else {}


def _draw_state(page: Page, corpus: Corpus, selected: Corpus) -> None:
    _notify(st.session_state["_notices"])
    st.session_state["_corpus"], st.session_state["_label"] = selected, page.label
    if not selected.filters:
        return
    parts = [
        f"{len(selected.articles):,} of {len(corpus.articles):,} articles",
        *export.describe_filters(selected),
    ]
    line = "Showing " + " · ".join(parts) + "."
    if selected.filters.actors:
        line += f" Here the actor filter keeps {page.actors}."
    st.caption(markdown(line))


def _show_damage(error: CorpusError) -> None:
    st.title("The tables cannot be read", anchor=False)
    st.write("The dashboard reads what the build has written. This is wrong with it:")
    for problem in error.problems:
        st.error(markdown(str(problem)))
    st.write("This makes the tables anew, where ARTICLES is the folder of the articles:")
    st.code(error.mend, language="bash")


# --- charts, tables, evidence ----------------------------------------------------------------------------


def markdown(text: str) -> str:
    """The text as Streamlit shows it letter for letter, with no markup, link or picture in it."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&])", r"\\\1", text)


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
    published: Callable[[], object] | None = None,
    on_select: str | Callable[[], None] = "ignore",
    height: str = "content",
) -> object:
    """Draw the figure with its title and downloads; return what the reader has selected in it.

    `note` says how to read it, on the page and under the published picture; `hint` what can be done
    with it, on the page only.
    """
    st.subheader(markdown(title), anchor=False)
    if note or hint:
        st.caption(markdown(f"{note} {hint}".strip()))
    event = st.plotly_chart(
        styled(figure, mode()),
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
    whole = [column for column in table.columns if table[column].dtype.kind in "iu"]
    columns = dict.fromkeys(whole, st.column_config.NumberColumn(format="%,d"))
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


def show_evidence(
    mentions: object, *, name: str = "evidence", title: str = "Every mention in its words"
) -> None:
    """The mentions in context, as a table with its download."""
    text = st.column_config.TextColumn
    columns = {"Source": text(width=105), "Published": text(width=88), "Mention": text(width=88)}
    columns |= {"Before": text(width=170, alignment="right"), "After": text(width=170)}
    show_table(
        evidence_table(st.session_state["_corpus"], mentions), name=name, title=title, column_config=columns
    )


def show_statements(statement_ids: Iterable[str], *, name: str, title: str = "", most: int = 12) -> None:
    """The statements as cards to be read, the first `most` of them, and all as a table with its download."""
    found = find_quotations(st.session_state["_corpus"], statement_ids)
    if title:
        st.subheader(markdown(title), anchor=False)
    if found.empty:
        st.info("No statement of this selection stands behind it.")
        return
    st.html(cards.STYLE + cards.draw_cards(map(cards.statement_card, found.head(most).to_dict("records"))))
    more = f"The first {most} of {len(found):,} statements are shown. " if len(found) > most else ""
    with st.expander(f"{more}As a table"):
        show_table(quotation_table(found), name=name, links=("Link",))


@st.fragment
def _offer(figure: object, table: object, *, name: str, title: str, alt: str, note: str, credit: str) -> None:
    if st.button(
        "Download", key=f"download_{name}", icon=":material/download:", type="tertiary", help=markdown(title)
    ):
        _download(
            figure() if callable(figure) else figure,
            table,
            name=name,
            title=title,
            alt=alt,
            note=note,
            credit=credit,
        )


@st.dialog("Download this chart", width="large")
def _download(
    figure: object, table: object, *, name: str, title: str, alt: str, note: str, credit: str
) -> None:
    words = export.imprint(st.session_state["_corpus"], title=title, note=note, credit=credit)
    _PICTURE(
        key=f"picture_{name}",
        data=words._asdict()
        | {"figure": picture(figure), "alt": alt, "name": _file(name, ""), "script": _plotly_file()},
    )
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
