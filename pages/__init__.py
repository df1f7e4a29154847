"""What every page begins with: the menu, the filters, and the corpus they select."""

import gc
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import streamlit as st

from analysis import export
from analysis.corpus import PROCESSED, Corpus, CorpusError, read_corpus
from analysis.filters import Filters
from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.hedges import read_hedges
from analysis.problems import InputError, Problem
from analysis.variants import find_variants

from .frame.address import draw_filters, enter, follow, notify, read_filters, remember
from .frame.correct import ask_correction, offer_addition, offer_corrections
from .frame.menu import MENU, ROOT, Page, draw_menu, link
from .frame.show import (
    ask_page,
    ask_source,
    mode,
    show_chart,
    show_evidence,
    show_findings,
    show_numbers,
    show_statements,
    show_table,
)
from .frame.text import markdown

__all__ = [
    "MENU",
    "ask_correction",
    "ask_page",
    "ask_source",
    "computed",
    "follow",
    "link",
    "markdown",
    "mode",
    "offer_addition",
    "offer_corrections",
    "open_page",
    "remember",
    "show_chart",
    "show_evidence",
    "show_findings",
    "show_numbers",
    "show_statements",
    "show_table",
    "whole_corpus",
    "whole_variants",
]


T = TypeVar("T")


def open_page(key: str, *, empty_ok: bool = False, reused_text: bool = False) -> Corpus:
    """Draw title, menu and filters of the page; return the part of the corpus that the filters select.

    Where no article is left a sentence says so and the page ends, unless `empty_ok`. A page about
    `reused_text` has all of it, whether or not the others count it once.
    """
    page = MENU[key]
    st.set_page_config(
        page_title=f"{page.label} · {export.PRODUCT}",
        page_icon=str(ROOT / "pages" / "frame" / "icon.png"),
        layout="wide",
    )
    st.html(ROOT / "pages" / "frame" / "style.css")
    try:
        st.session_state["_stamp"] = stamp = _stamp(_folder())
        corpus = _load(*stamp)
    except CorpusError as error:
        _show_damage(error)
        st.stop()
    enter(key)
    filters = read_filters(corpus)
    applied = replace(filters, reuse_once=False) if reused_text else filters
    selected = _select(*stamp, applied)
    draw_menu(filters)
    draw_filters(corpus, filters)
    st.title(page.title, anchor=False)
    st.write(page.intro)
    _draw_state(page, corpus, selected)
    if selected.articles.empty and not empty_ok:
        st.info("No article matches these filters. Clear some of them to see more.")
        st.stop()
    return selected


def whole_corpus() -> Corpus:
    """The corpus without any filter, for what must not change with them: colours, lists to choose from."""
    return _load(*st.session_state["_stamp"])


def whole_variants() -> object:
    """The utterances that several articles of the whole corpus report, as find_variants groups them."""
    return _align(*st.session_state["_stamp"])


def computed(function: Callable[[Corpus], T]) -> T:
    """What the function makes of the corpus of this page, made once for each selection. Do not change it.

    It is kept by the name of the function, the folder, the stamp of its tables, and the filters.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    corpus = st.session_state["_corpus"]
    return _computed(name, *st.session_state["_stamp"], corpus.filters, function, corpus)


def _folder() -> Path:
    return Path(os.environ.get("FOUR_ZONES_DATA") or PROCESSED)


def _stamp(folder: Path) -> tuple[str, str]:
    """The folder and what changes when its tables do: one text, as a cache takes long to hash many parts."""
    files = sorted(folder.glob("*.*")) if folder.is_dir() else []
    return str(folder), "|".join(f"{f.name} {f.stat().st_mtime_ns} {f.stat().st_size}" for f in files)


@st.cache_resource(max_entries=2, show_spinner="Reading the corpus")
def _load(folder: str, stamp: str) -> Corpus:
    corpus = read_corpus(Path(folder))
    gc.collect()
    gc.freeze()  # what is read stays, and need not be looked through after every run
    return corpus


@st.cache_resource(max_entries=64, show_spinner=False)
def _select(folder: str, stamp: str, filters: Filters) -> Corpus:
    return _load(folder, stamp).select(filters)


@st.cache_resource(max_entries=2, show_spinner="Aligning the statements")
def _align(folder: str, stamp: str) -> object:
    problems: list[Problem] = []
    hedges = read_hedges(KNOWLEDGE, problems)
    if problems:
        raise InputError(problems)
    return find_variants(_load(folder, stamp), hedges)


@st.cache_resource(max_entries=256, show_spinner=False)
def _computed(name: str, folder: str, stamp: str, filters: Filters, _make: Callable, _corpus: Corpus) -> T:
    return _make(_corpus)


def _draw_state(page: Page, corpus: Corpus, selected: Corpus) -> None:
    notify(st.session_state["_notices"])
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
