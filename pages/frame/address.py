"""What the reader has chosen, kept in the address: a copied link opens the same view.

The address is read when a page opens and when it changes from outside (a link, Back, a new address), and
written when the reader changes a widget. A value that does not exist is dropped with a notice and leaves the
address with the next change: writing at once would put Back out of reach.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

import streamlit as st

from analysis import labels
from analysis.corpus import Corpus
from analysis.filters import NAMES, Filters, day_after, decode, encode, last_day

from .text import markdown

FILTER_KEYS = {field: f"filter_{field}" for field in NAMES}


class Seen(NamedTuple):
    """What the address said of a widget, and what the widget held, when the last run was done."""

    texts: list[str]
    held: object


def enter(key: str) -> None:
    """Forget what the last page kept of the address: a page always opens as its address says."""
    if st.session_state.get("_page") != key:
        st.session_state["_page"] = key
        st.session_state["_seen"] = {}
        st.session_state.pop("_filters", None)
    st.session_state["_acted"] = _acted()


def read_filters(corpus: Corpus) -> Filters:
    """The filters of this run: what the reader has just set, or else what the address says."""
    params = {name: st.query_params.get_all(name) for name in NAMES.values()}
    before = st.session_state.get("_filters")
    if (
        before is None
        or not _drawn()
        or (params != st.session_state["_params"] and not st.session_state["_acted"])
    ):
        filters, st.session_state["_notices"] = decode(
            params,
            outlets=corpus.outlet_names,
            actors=set(corpus.actors),
            types=set(corpus.entities["type"]),
        )
        set_filters(filters)
        st.session_state["_filters"], st.session_state["_params"] = filters, params
        return filters
    filters = _chosen()
    if filters != before:
        st.session_state["_notices"] = []
        st.session_state["_filters"] = filters
        st.session_state["_params"] = {name: encode(filters).get(name, []) for name in params}
        _write()
    return filters


def set_filters(filters: Filters) -> None:
    """Put the filters into their widgets, which must not have been drawn yet."""
    for field, key in FILTER_KEYS.items():
        value = last_day(filters) if field == "until" else getattr(filters, field)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value


def remember(name: str, *, default: str | bool | tuple[str, ...] = "", options: Collection[str] = ()) -> None:
    """Keep the widget whose key is `name` in the address. Call it before the widget is drawn.

    The type of `default` says what the widget holds: a text or one option, a bool, or several options.
    A value that is not among `options`, if there are any, falls back to the default with a notice.
    """
    if name in NAMES.values():
        raise ValueError(f"{name!r} is the name of a filter; choose another")
    texts, before = st.query_params.get_all(name), st.session_state["_seen"].get(name)
    held = _held(name, default, before)
    if before is None or (texts != before.texts and not st.session_state["_acted"]):
        held = _from_texts(texts, default)
    elif held == before.held and not before.texts:
        held = default  # which may be another one under other filters
    kept = _among(held, default, options)
    if kept != held:
        notify([f"“{text}” is not there to choose. It was left out." for text in _as_texts(held, default)])
    st.session_state[name] = list(kept) if isinstance(kept, tuple) else kept
    st.session_state["_seen"][name] = Seen(_as_texts(kept, default), kept)
    if before is not None and st.session_state["_acted"] and held != before.held:
        _write()


def follow(chart: str, *names: str) -> Callable[[], None]:
    """A callback that puts what is clicked in a chart into the controls of these names.

    A point carries one value for each name, in their order.
    """

    def take() -> None:
        if points := st.session_state[chart].selection.points:
            st.session_state.update(zip(names, points[0]["customdata"], strict=True))

    return take


def notify(notices: list[str]) -> None:
    """Say what had to be left out."""
    for notice in notices:
        st.warning(markdown(notice))


def draw_filters(corpus: Corpus, filters: Filters) -> None:
    """The filters in the sidebar, the same on every page."""
    types = sorted(set(corpus.entities["type"]), key=lambda t: labels.TYPES.get(t, t))
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        st.multiselect(
            "Source", sorted(corpus.outlet_names, key=corpus.outlet_names.get), key=FILTER_KEYS["outlets"],
            format_func=corpus.outlet_names.get, placeholder="All sources",
        )  # fmt: skip
        st.multiselect(
            "Actor", corpus.actors, key=FILTER_KEYS["actors"],
            format_func=corpus.entity_names.get, placeholder="All actors",
            help="Keeps mentions of the chosen actors, statements by or about them, zone facts with them "
            "and positions of theirs. Articles and word counts stay.",
        )  # fmt: skip
        st.multiselect(
            "Entity type", types, key=FILTER_KEYS["types"], format_func=lambda t: labels.TYPES.get(t, t),
            placeholder="All types", help="Keeps mentions of entities of these types.",
        )  # fmt: skip
        days = _span(corpus, filters)
        st.date_input("Published from", value=None, key=FILTER_KEYS["since"], **days)
        st.date_input("Published to", value=None, key=FILTER_KEYS["until"], **days)
        st.checkbox("Leave out guesses", key=FILTER_KEYS["hide_guesses"])
        st.checkbox("Count reused text once", key=FILTER_KEYS["reuse_once"])
        st.button(
            "Clear all filters",
            key="clear_filters",
            on_click=set_filters,
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


def _acted() -> bool:
    """Whether the reader has changed a widget since the last run; then the address may be behind."""
    own = any(
        _plain(st.session_state.get(name, seen.held)) != seen.held
        for name, seen in st.session_state["_seen"].items()
    )
    return own or (_drawn() and st.session_state.get("_filters", _chosen()) != _chosen())


def _drawn() -> bool:
    """Whether the widgets of the filters stood on the page of the last run."""
    return all(key in st.session_state for key in FILTER_KEYS.values())


def _write() -> None:
    """Put all that is chosen into the address, in one step of the history."""
    own = {name: seen.texts for name, seen in st.session_state["_seen"].items() if seen.texts}
    wanted = encode(st.session_state["_filters"]) | own
    if wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)


def _chosen() -> Filters:
    """What the widgets of the filters hold."""
    held = {field: st.session_state.get(key) for field, key in FILTER_KEYS.items()}
    return Filters(
        **{field: tuple(sorted(held[field] or ())) for field in ("outlets", "actors", "types")},
        since=held["since"],
        until=day_after(held["until"]),
        hide_guesses=bool(held["hide_guesses"]),
        reuse_once=bool(held["reuse_once"]),
    )


def _held(name: str, default: object, before: Seen | None) -> object:
    """What the widget holds now; one that was not drawn for a while holds what it held then."""
    held = _plain(st.session_state.get(name, default if before is None else before.held))
    return () if held is None and isinstance(default, tuple) else held


def _as_texts(value: object, default: object) -> list[str]:
    """What the address says of a value; nothing where it is the default."""
    value = _plain(value)
    if value is None or value == default:
        return []
    if isinstance(value, tuple):
        return [str(part) for part in value] or [""]
    return [("yes" if value else "no") if isinstance(value, bool) else str(value)]


def _from_texts(texts: list[str], default: object) -> object:
    if not texts:
        return default
    if isinstance(default, tuple):
        return tuple(text for text in texts if text)
    return texts[0] == "yes" if isinstance(default, bool) else texts[0]


def _plain(value: object) -> object:
    """Several options as a tuple: the widgets hold them as a list."""
    return tuple(value) if isinstance(value, list) else value


def _among(value: object, default: object, options: Collection[str]) -> object:
    if not options or value in (None, default):
        return value
    if isinstance(default, tuple):
        return tuple(part for part in value if part in options)
    return value if value in options else default
