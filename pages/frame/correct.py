"""A form that turns what a reader finds wrong into a row of data/corrections.csv."""

import streamlit as st

from analysis import proposals
from analysis.corpus import Corpus
from analysis.corrections import Correction, corrections_csv, propose_addition

from .text import markdown

CORRECTIONS_FILE = "four-zones-correction.csv"
NEW = ""
"""Stands for an entity that the corpus does not have."""


@st.fragment
def offer_corrections(rows: object, *, table: str, name: str) -> None:
    """Let the reader choose one of these mentions or statements and propose what should stand there."""
    if not len(rows) or not st.toggle("Propose a correction", key=f"correct-{name}"):
        return
    corpus = st.session_state["_corpus"]
    rows = proposals.in_order(rows, corpus)
    with st.container(border=True):
        number = st.selectbox(
            f"Which {table}",
            range(len(rows)),
            key=f"correct-which-{name}",
            format_func=lambda i: f"{i + 1}. {proposals.spell_row(rows.iloc[i], corpus)}",
        )
        ask_correction(rows.iloc[number], table=table, name=name)


def ask_correction(row: object, *, table: str, name: str) -> None:
    """What is wrong with one row and why, and the row for the file of corrections."""
    left, middle, right = st.columns(3)
    changes = proposals.list_changes(table)
    change = left.selectbox("What is wrong", changes, key=f"correct-change-{name}", format_func=changes.get)
    with middle:
        value = _ask_value(change, name=f"{name}-{change}", own=row.get("entity_id"))
    reason = _ask_reason(right, name)
    proposal = proposals.propose(row, table=table, change=change, value=value or "", reason=reason)
    _offer_row(proposal, name=name, ready=bool(reason) and value is not None)


@st.fragment
def offer_addition(corpus: Corpus, article_id: str) -> None:
    """Let the reader name words of an article that should be a mention and are none."""
    if not st.toggle("Add a mention that is missing", key="add-mention"):
        return
    with st.container(border=True):
        words = st.text_input("Its words, as they stand in the article", key="add-words")
        places = proposals.find_places(corpus, article_id, words)
        free = [place for place in places if not place.entity_id]
        if not free:
            st.caption(markdown(_tell_nothing(words, places, corpus)))
            return
        number = st.selectbox(
            "Where", range(len(free)), key="add-where", format_func=lambda i: proposals.spell_place(free[i])
        )
        _ask_addition(corpus, article_id, free[min(number, len(free) - 1)])


def _tell_nothing(words: str, places: list[proposals.Place], corpus: Corpus) -> str:
    if not words.strip():
        return "Type a name to see where it stands and is not marked."
    if places:
        names = dict.fromkeys(corpus.entity_names[place.entity_id] for place in places)
        return f"It is marked already, as a mention of {', '.join(names)}: correct that mention instead."
    if isinstance(corpus.articles["text"].iat[0], str):
        return "These words do not stand in the article."
    return "These words stand in none of its statements; the rest of its text is not in this corpus."


def _ask_addition(corpus: Corpus, article_id: str, place: proposals.Place) -> None:
    """Whom the words name, and the row for the file of corrections."""
    left, middle, right = st.columns(3)
    new = proposals.new_id(place.text, corpus)
    known = {NEW: "A new entity of this name"} if new else {}
    known |= corpus.entity_names
    entity_id = left.selectbox(
        "Whom it names", known, index=None, key="add-entity", format_func=known.get, placeholder="Choose"
    )
    types = proposals.list_values(corpus, "type")
    kind = middle.selectbox(
        "Its type", types, index=None, key="add-type", format_func=types.get, placeholder="Choose"
    ) if entity_id == NEW else None  # fmt: skip
    reason = _ask_reason(right, "addition")
    proposal = propose_addition(
        article_id, place.start, place.text, entity_id=entity_id or new, entity_type=kind or "", reason=reason
    )
    ready = bool(reason) and entity_id is not None and (entity_id != NEW or kind is not None)
    _offer_row(proposal, name="addition", ready=ready)


def _ask_reason(column: object, name: str) -> str:
    words = column.text_input("Why", key=f"correct-reason-{name}", placeholder="For those who read the file")
    return words.strip()


def _offer_row(proposal: Correction, *, name: str, ready: bool) -> None:
    """The download of a row, as soon as nothing is missing in it."""
    st.download_button(
        "Download the row for corrections.csv", corrections_csv([proposal]).encode(), mime="text/csv",
        file_name=CORRECTIONS_FILE, key=f"correct-file-{name}", on_click="ignore", disabled=not ready,
        icon=":material/download:",
    )  # fmt: skip
    st.caption(
        "Put the row into data/corrections.csv; the next build applies it and marks what it changed."
        if ready
        else "Say what should stand there, and why: a row without a reason is not taken."
    )


def _ask_value(change: str, *, name: str, own: str | None) -> str | None:
    """The new value as the file has it; None as long as there is none. It is not the `own` entity."""
    key, label = f"correct-value-{name}", "What should stand there"
    values = proposals.list_values(st.session_state["_corpus"], change)
    values = {one: words for one, words in values.items() if one != own}
    if change in proposals.SEVERAL:
        return "|".join(st.multiselect(label, values, key=key, format_func=values.get, placeholder="Nobody"))
    if values:
        return st.selectbox(label, values, index=None, key=key, format_func=values.get, placeholder="Choose")
    typed = st.text_input(label, key=key, disabled=change == "drop")
    return "" if change == "drop" else typed.strip()
