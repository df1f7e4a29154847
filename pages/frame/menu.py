"""The pages of the dashboard, and links that keep what the reader has chosen."""

from pathlib import Path
from typing import NamedTuple

import streamlit as st

from analysis.export import PRODUCT
from analysis.filters import Filters, encode

from .text import markdown

ROOT = Path(__file__).parents[2]


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
        "dash shows how many mentions its length would lead one to expect.",
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
        "Method and accuracy",
        "How was this made, and how far can it be trusted?",
        "What the rules look for, how they were measured, and where they fail.",
        "the same as on the other pages; the measurements do not change",
    ),
}
HEADINGS = {
    "entity_mentions": "Names and words",
    "quote_explorer": "Statements",
    "zone_map": "Place and time",
    "article_reader": "Texts and method",
}
"""Headings of the menu, each before the page it stands above."""


def draw_menu(filters: Filters) -> None:
    """Links to all pages, each with the filters in its address."""
    with st.sidebar:
        st.html(f'<p class="fz-brand">{PRODUCT}</p>')
        for key, page in MENU.items():
            if key in HEADINGS:
                st.html(f'<p class="fz-heading">{HEADINGS[key]}</p>')
            st.page_link(page.path, label=page.label, query_params=encode(filters))


def link(
    key: str, label: str, *, filters: Filters | None = None, icon: str | None = None, **own: str
) -> None:
    """A link to a page that keeps the filters, or sets other ones, and the page's own values."""
    active = st.session_state["_filters"] if filters is None else filters
    values = encode(active) | {name: [text] for name, text in own.items()}
    st.page_link(MENU[key].path, label=markdown(label), icon=icon, query_params=values)
