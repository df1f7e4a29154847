"""A form that turns what a reader finds wrong into a row of data/corrections.csv."""

import streamlit as st

from analysis import proposals
from analysis.corrections import corrections_csv, propose_correction

CORRECTIONS_FILE = "four-zones-correction.csv"


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
        value = _ask_value(change, name=f"{name}-{change}")
    reason = right.text_input("Why", key=f"correct-reason-{name}", placeholder="For those who read the file")
    ready = bool(reason.strip()) and value is not None
    proposal = propose_correction(row, table=table, change=change, value=value or "", reason=reason.strip())
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


def _ask_value(change: str, *, name: str) -> str | None:
    """The new value as the file has it; None as long as there is none."""
    key, label = f"correct-value-{name}", "What should stand there"
    values = proposals.list_values(st.session_state["_corpus"], change)
    if change in proposals.SEVERAL:
        return "|".join(st.multiselect(label, values, key=key, format_func=values.get, placeholder="Nobody"))
    if values:
        return st.selectbox(label, values, index=None, key=key, format_func=values.get, placeholder="Choose")
    typed = st.text_input(label, key=key, disabled=change == "drop")
    return "" if change == "drop" else typed.strip()
