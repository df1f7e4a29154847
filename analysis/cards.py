"""Statements, passages and facts as cards to be read: HTML in which every text is escaped."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from .charts.template import STANCE_COLOURS
from .knowledge.zones import OutsideFact
from .labels import CONFIDENCES, KINDS, STANCES, begin
from .quotations import find_matches

Row = Mapping[str, object]

STYLE = """<style>
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: .9rem;
  margin: .5rem 0 .4rem }
.card { --rule: color-mix(in srgb, currentColor 16%, transparent); border: 1px solid var(--rule);
  border-radius: .5rem; padding: .9rem 1.05rem; display: flex; flex-direction: column; gap: .4rem;
  overflow-wrap: anywhere; line-height: 1.45; font-size: .95rem }
.card p, .card blockquote { margin: 0 }
.card blockquote { font-family: "Source Serif", "Source Serif 4", "Source Serif Pro", Georgia, serif;
  font-size: 1.04rem; line-height: 1.5; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--rule) }
.card blockquote.direct { border-left-color: currentColor }
.card blockquote.mixed { border-left-style: double; border-left-color: currentColor }
.card .muted { opacity: .74; font-size: .86rem }
.card .foot { margin-top: auto; padding-top: .35rem; border-top: 1px solid var(--rule) }
.card .chip { display: inline-block; font-size: .76rem; line-height: 1.35; padding: .05rem .5rem;
  border-radius: 1rem; margin: 0 .3rem .15rem 0;
  border: 1px solid color-mix(in srgb, currentColor 38%, transparent) }
.card .chip i { display: inline-block; width: .6em; height: .6em; border-radius: 50%; margin-right: .4em }
.card mark { background: color-mix(in srgb, #e0a82e 45%, transparent); color: inherit; border-radius: 2px }
.card time { font-variant-numeric: tabular-nums; font-weight: 600 }
.card a { color: inherit; text-decoration: underline; text-underline-offset: 2px }
.card a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
@media (min-width: 64rem) {
  [data-testid="stColumn"]:has(.st-key-beside) > [data-testid="stVerticalBlock"] {
    position: sticky; top: 4.5rem } }
.outside .card { border-style: dashed; background: color-mix(in srgb, currentColor 4%, transparent) }
</style>"""


def draw_cards(cards: Iterable[str], *, outside: bool = False) -> str:
    """Cards side by side where there is room; those from outside the corpus look apart."""
    return f'<div class="cards{" outside" if outside else ""}">{"".join(cards)}</div>'


def statement_card(row: Row, *, query: str = "") -> str:
    """A row of list_quotations with all that is known of it; words of the query stand out."""
    cue = _join(
        [
            f"“{_marked(row['cue'], query)}”" if row["cue"] else "",
            f"via {_marked(row['medium'], query)}" if row["medium"] else "",
            f"on {_time(row['said_on'])}" if row["said_on"] else "",
            f"hedged: “{_marked(row['hedge'], query)}”" if row["hedge"] else "",
        ]
    )
    foot = _join(
        [
            _source(row),
            f"rule: {escape(row['rule'])}",
            CONFIDENCES[row["confidence"]].lower(),
            f"{row['n_words']:,} word{'s' * (row['n_words'] != 1)}, {row['n_quoted_words']:,} quoted",
        ]
    )
    return _card(
        f"<p><b>{_marked(begin(row['speaker'] or 'No speaker found'), query)}</b>{_named_as(row, query)}</p>",
        _paragraph(_marked(begin(row["role"]), query), "muted"),
        f"<p>{_chips(row)}</p>",
        f'<blockquote class="{escape(row["kind"])}">{_quoted(row, query)}</blockquote>',
        _paragraph(cue),
        _paragraph(f"Way here: {_marked(row['chain'], query)}", "muted"),
        _paragraph(foot, "muted foot"),
    )


def passage_card(row: Row) -> str:
    """A row of list_passages: what it ties to the zone, according to whom, and where it stands."""
    if row["itself"]:
        speaker = "The article says so itself."
    elif row["speaker"]:
        via = f" via {escape(row['medium'])}" if row["medium"] else ""
        on = f" on {_time(row['said_on'])}" if row["said_on"] else ""
        likely = f" (likely {escape(row['likely'])})" if row["likely"] else ""
        speaker = f"According to <b>{escape(row['speaker'])}</b>{likely}{via}{on}."
    else:
        speaker = "According to a speaker whose statement the filters leave out."
    proposed = f"Proposed by {escape(row['proposed_by'])}." if row["proposed_by"] else ""
    named = row["actors"] or row["places"]
    return _card(
        _paragraph(f"<b>{escape(begin(named))}</b>" if named else ""),
        f"<blockquote>{escape(row['text'])}</blockquote>",
        _paragraph(" ".join(part for part in (proposed, speaker) if part)),
        _paragraph("" if row["itself"] else f"Way here: {escape(row['chain'])}", "muted"),
        _paragraph(
            _join([_source(row), f"rule: {escape(row['rule'])}", CONFIDENCES[row["confidence"]].lower()]),
            "muted foot",
        ),
    )


def fact_card(fact: OutsideFact) -> str:
    """A dated fact with who says so and where."""
    return _card(
        f"<p>{_time(fact.date)} · {escape(FACT_WORDS[fact.kind])}</p>",
        f"<p>{escape(fact.fact)}.</p>",
        _paragraph(
            f"According to {escape(fact.according_to)} · {_link(fact.url, _host(fact.url))}", "muted foot"
        ),
    )


FACT_WORDS = {
    "extent": "Extent",
    "population": "People there, as claimed",
    "fighters": "Fighters, as claimed",
    "monitors": "Proposed monitors",
    "event": "What happened",
    "end": "How it ended",
}


def spell_date(text: str) -> str:
    """An ISO day, month or year in words."""
    if len(text) == 10:
        day = date.fromisoformat(text)
        return f"{day.day} {day:%B %Y}"
    return f"{date.fromisoformat(text + '-01'):%B %Y}" if len(text) == 7 else text


def _card(*parts: str) -> str:
    return f'<article class="card">{"".join(parts)}</article>'


def _paragraph(html: str, kind: str = "") -> str:
    return f'<p class="{kind}">{html}</p>' if html else ""


def _join(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _time(text: str) -> str:
    return f'<time datetime="{escape(text)}">{escape(spell_date(text))}</time>' if text else ""


def _chips(row: Row) -> str:
    """Kind, stances and warnings, each as a word in a frame."""
    chips = [escape(KINDS[row["kind"]])]
    chips += [
        f'<i style="background:{STANCE_COLOURS[one]}"></i>{escape(STANCES[one])}' for one in row["stances"]
    ]
    chips += ["Speaker inferred"] if row["inferred"] else []
    chips += ["Guess"] if row["confidence"] == "guess" else []
    chips += ["Corrected by hand"] if row["by_hand"] else []
    return "".join(f'<span class="chip">{chip}</span>' for chip in chips)


def _named_as(row: Row, query: str) -> str:
    """How the text names the speaker, where it uses other words, and who it likely is."""
    words = []
    if row["speaker_text"] and row["speaker_text"] != row["speaker"]:
        words.append(f"in the text “{_marked(row['speaker_text'], query)}”")
    if row["likely"]:
        words.append(f"likely {_marked(row['likely'], query)}")
    return f' <span class="muted">({"; ".join(words)})</span>' if words else ""


def _quoted(row: Row, query: str) -> str:
    text = _marked(row["content"], query)
    if row["kind"] == "direct" and not row["content"].startswith(("“", '"')):
        text = f"“{text}”"
    return text + (' <span class="muted">(shortened)</span>' if row["shortened"] else "")


def _source(row: Row) -> str:
    published = {"week": "week from ", "month": ""}.get(row["published_precision"], "")
    day = row["published"][:7] if row["published_precision"] == "month" else row["published"]
    where = _link(row["url"], row["outlet"])
    return f"{where}, {published}{_time(day)}" if day else f"{where}, date unknown"


def _link(url: str, words: str) -> str:
    if not url.startswith(("http://", "https://")):
        return escape(words)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.").partition(":")[0]


def _marked(text: str, query: str) -> str:
    """The text escaped, with what the query finds in it marked."""
    parts, at = [], 0
    for start, end in find_matches(text, query) if query else []:
        parts += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])
