"""What the articles say of each zone, and what is known of it from elsewhere."""

from dataclasses import replace

import streamlit as st

from analysis import cards, zones
from analysis.charts.matrix import draw_matrix
from analysis.charts.zone_map import ASPECT, PICTURE, describe_zone_map, draw_zone_map
from analysis.corpus import Corpus
from analysis.geography import CREDIT, Geography, read_geography
from analysis.labels import readable
from pages import (
    ask_source,
    follow,
    markdown,
    mode,
    open_page,
    remember,
    show_chart,
    show_evidence,
    show_numbers,
    show_table,
    whole_corpus,
)

MAP = "zones"
CARDS = 8
NO_EXTENT = {
    False: "No article here says how far {} reaches.",
    True: "No passage on how far {} reaches names one of the chosen actors.",
}


def ask_zone(geography: Geography) -> str:
    """The zone to read about, kept in step with the map and the address."""
    ids = list(geography.zones)
    remember("zone", default=ids[0], options=ids)
    return st.segmented_control(
        "Zone", ids, key="zone", format_func=lambda one: markdown(geography.label(one)), required=True
    )


def choose_zone() -> None:
    """Take over the zone that was clicked on the map."""
    points = st.session_state[MAP].selection.points
    if points:
        st.session_state["zone"] = points[0]["location"]


def show_map(geography: Geography, summary: object, zone: str, *, actors: bool) -> None:
    """The map, whose height follows its width."""
    st.html(f"<style>.st-key-{MAP} {{ aspect-ratio: {ASPECT:.4f}; height: auto; flex: none }}</style>")
    show_chart(
        draw_zone_map(geography, summary, chosen=zone, mode=mode(), actors=actors),
        name=MAP,
        title="For which zones do the articles name a monitor?",
        note=CREDIT,
        table=readable(
            summary, zone="Zone", passages="Passages", definitions="Definitions", monitors="Monitors"
        ),
        alt=describe_zone_map(geography, summary),
        credit=CREDIT,
        published=lambda: draw_zone_map(
            geography, summary, chosen=zone, mode="light", actors=actors, **PICTURE
        ),
        on_select=choose_zone,
        height="stretch",
    )


def show_passages(passages: object, relation: str, *, none: str) -> None:
    """The passages of one relation as cards, or the sentence that there are none."""
    st.subheader(zones.RELATIONS[relation], anchor=False)
    found = passages[passages["relation"] == relation].to_dict("records")
    if found:
        st.html(cards.draw_cards(cards.passage_card(row) for row in found[:CARDS]))
        if len(found) > CARDS:
            st.caption(f"The first {CARDS} of {len(found):,}; all of them stand in the table below.")
    else:
        st.info(markdown(none), icon=":material/do_not_disturb_on:")


def show_articles(corpus: Corpus, geography: Geography, summary: object, passages: object, zone: str) -> None:
    """What the articles say of the chosen zone, and nothing else."""
    about, row = geography.zones[zone], summary.set_index("zone_id").loc[zone]
    passages = passages[passages["zone_id"] == zone]
    st.header(markdown(geography.label(zone)), anchor=False)
    st.caption(
        markdown(f"What the articles say. Long passages show their first and last words. {about.note}")
    )
    show_numbers(
        [
            ("Mentions", row["mentions"], "How often the articles name it"),
            ("Sources", row["outlets"], "How many sources name it"),
            ("Passages", row["passages"], "How many passages say something of it"),
        ]
    )
    narrowed = bool(corpus.filters.actors)
    whom = "one of the chosen actors" if narrowed else "a monitor"
    show_passages(passages, "monitor_proposed", none=f"No article here names {whom} for {about.in_text}.")
    if zone in geography.outlines:
        show_passages(passages, "defined_by", none=NO_EXTENT[narrowed].format(about.in_text))
    if "other" in set(passages["relation"]):
        show_passages(passages, "other", none="")


def show_outside(geography: Geography, zone: str) -> None:
    """Dated facts that no article is the source of, apart from what the articles say."""
    facts = geography.facts_of(zone)
    st.header("From outside the corpus", anchor=False)
    if not facts:
        st.write("No facts are kept about this area.")
        return
    st.write(
        "None of this comes from the articles. Each fact has its date, who says so, and a link; "
        "numbers of people and fighters are claims of those named. "
        + markdown(geography.outlines[zone]["properties"]["note"])
    )
    st.html(cards.draw_cards((cards.fact_card(fact) for fact in facts), outside=True))


def show_monitors(monitors: object, geography: Geography, summary: object) -> None:
    if monitors.empty:
        st.info("No article in this selection proposes a monitor for any zone.")
        return
    named = dict(zip(summary["zone_id"], summary["monitors"], strict=True))
    show_chart(
        draw_matrix(
            zones.monitor_cells(monitors),
            rows={one: z.short if named[one] else f"{z.short}: nobody" for one, z in geography.zones.items()},
            columns=zones.monitor_columns(monitors),
        ),
        name="monitors",
        title="Who is proposed to monitor which zone",
        note="Number of sources that say so. A dash: no article here names the actor for that zone.",
        table=readable(monitors, zone="Zone", actor="Actor", passages="Passages", outlet_names="Named by"),
        alt=zones.describe_monitors(summary),
    )


def show_mentions(counts: object, geography: Geography) -> tuple[str, str]:
    """How often each source names each zone; returns the zone and the source that are chosen."""
    outlets = dict(zip(counts["outlet_id"], counts["outlet"], strict=True))
    areas = {one: zone.short for one, zone in geography.zones.items()}
    show_chart(
        draw_matrix(zones.mention_cells(counts), rows=outlets, columns=areas),
        name="zone-mentions",
        title="How often each source names each zone",
        note="Mentions. All zones: the words for the zones as such. Damascus area: the city as a place.",
        hint="Choose a cell to read its mentions.",
        table=readable(counts, zone="Zone"),
        alt=zones.describe_zone_mentions(counts),
        on_select=follow("zone-mentions", "in", "named"),
    )
    remember("in", options=outlets)
    remember("named", options=areas)
    left, right = st.columns(2)
    named = left.selectbox(
        "Mentions of", ["", *areas], key="named", format_func=lambda one: areas.get(one, "No zone chosen")
    )
    inside = ask_source(right, outlets)
    return named, inside


def show_named(mentions: object) -> None:
    """The mentions behind a number."""
    if mentions.empty:
        st.info("It is not named there.")
    else:
        show_evidence(mentions, name="zone-evidence")


corpus = open_page("zone_map", empty_ok=True)
geography = read_geography()
named_in = whole_corpus().select(replace(corpus.filters, actors=(), types=()))
passages, counts, monitors, summary = zones.survey_zones(corpus, geography.zones, named_in=named_in)
st.html(cards.STYLE)
zone = ask_zone(geography)
left, right = st.columns([5, 4], gap="large")
with left:
    show_map(geography, summary, zone, actors=bool(corpus.filters.actors))
with right:
    show_articles(corpus, geography, summary, passages, zone)
show_outside(geography, zone)
st.header("All zones side by side", anchor=False)
if corpus.articles.empty:
    st.info("No article is in this selection.")
    st.stop()
left, right = st.columns(2, gap="large")
with left:
    show_monitors(monitors, geography, summary)
with right:
    named, inside = show_mentions(counts, geography)
if named:
    show_named(zones.list_mentions(named_in, geography.zones[named], outlet_id=inside))
show_table(
    zones.passage_table(passages),
    name="passages",
    title="Every passage about a zone",
    links=("Link",),
)
show_table(
    zones.fact_table(geography.outside_facts),
    name="outside-facts",
    title="Every fact from outside the corpus",
    links=("Link",),
)
