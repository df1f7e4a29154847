"""Three kinds of date kept apart: of an event, of a statement, of publication."""

from collections import Counter, defaultdict

import pandas as pd

from .corpus import Corpus
from .labels import CONFIDENCES, publication
from .quotations import join_names

COLUMNS = [
    "kind",
    "first",
    "last",
    "precision",
    "label",
    "outlet_id",
    "outlet",
    "article_id",
    "statement_id",
    "event_id",
    "confidence",
    "date_id",
]
KINDS = ("happened", "planned", "said", "published")
DISPUTES = [
    "event_id",
    "event",
    "first",
    "last",
    "text",
    "outlet_id",
    "outlet",
    "article_id",
    "published",
    "published_precision",
    "changes",
    "date_id",
]

KIND_NAMES = {
    "happened": "Happened",
    "said": "Was said",
    "published": "Was published",
    "planned": "Is to happen",
}
CHANGE_NAMES = {
    "": "first to date it",
    "same": "the same date",
    "narrows it down": "narrows it down",
    "leaves it open": "leaves it more open",
    "another date": "another date",
}
PRECISION_NAMES = {
    "day": "day",
    "days": "span of days",
    "part": "part of a month",
    "week": "week",
    "month": "month",
    "year": "year",
    "": "",
}
TITLE = 80  # characters of a text in the title of its date
RECENT = pd.Timedelta(days=60)


def list_dates(corpus: Corpus) -> pd.DataFrame:
    """Every dated thing of the corpus, one row a date, sorted by first day, kind, article and label.

    Columns: kind (one of KINDS), first and last (the days that it can mean, both included, as
    Timestamps), precision (day, days, part, week, month or year), label, outlet_id, outlet, article_id,
    statement_id and event_id (empty where there is none), confidence, date_id.
    """
    rows = [*_event_dates(corpus), *_said_dates(corpus), *_publications(corpus)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    table = table.assign(first=_days(table["first"]), last=_days(table["last"]))
    return table.sort_values(["first", "kind", "article_id", "label"], ignore_index=True)


def _event_dates(corpus: Corpus) -> list[tuple]:
    return [
        (
            *(row.tense, row.first, row.last, row.precision, row.context),
            *(row.outlet_id, row.outlet, row.article_id),
            row.statement_id if isinstance(row.statement_id, str) else "",
            *(row.event_id, row.confidence, f"{row.article_id}:{row.start}"),
        )
        for row in corpus.event_dates.itertuples(index=False)
    ]


def _said_dates(corpus: Corpus) -> list[tuple]:
    names = corpus.entity_names
    return [
        (
            *("said", row.said_on, row.said_on, "day"),
            f"{', '.join(names.get(one, one) for one in row.speaker_ids)}: {row.content}",
            *(row.outlet_id, row.outlet, row.article_id, row.statement_id),
            *("", row.confidence, f"said:{row.statement_id}"),
        )
        for row in corpus.statements.itertuples(index=False)
        if row.said_on
    ]


def _publications(corpus: Corpus) -> list[tuple]:
    articles = corpus.articles
    firsts = articles["date"].dt.strftime("%Y-%m-%d")
    lasts = (articles["date_end"] - pd.Timedelta(days=1)).dt.strftime("%Y-%m-%d")
    return [
        (
            *("published", first, last, row.published_precision, row.title),
            *(row.outlet_id, row.outlet, row.article_id, "", "", "certain", f"published:{row.article_id}"),
        )
        for row, first, last in zip(articles.itertuples(index=False), firsts, lasts, strict=True)
        if isinstance(first, str)
    ]


def find_disputed_dates(corpus: Corpus) -> pd.DataFrame:
    """Events that the articles date differently, one row a date given, by event and then publication.

    Columns as in DISPUTES; `changes` says in words how the date stands to the one given before it:
    "same", "narrows it down", "leaves it open" or "another date"; empty for the first. The first word
    on an event comes from the article published first.
    """
    dates = corpus.event_dates
    ways: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event_id, first, last in zip(dates["event_id"], dates["first"], dates["last"], strict=True):
        ways[event_id].add((first, last))
    disputed = [event_id for event_id, spans in ways.items() if event_id and len(spans) > 1]
    known = ["article_id", "start", "event_id", "event", "first", "last", "text", "outlet_id", "outlet"]
    dates = dates.loc[dates["event_id"].isin(disputed), known]
    articles = corpus.articles.set_index("article_id")[["date", "published_precision"]]
    dates = dates.join(articles, on="article_id").sort_values(
        ["event_id", "date", "article_id", "start"], ignore_index=True
    )
    places = zip(dates["article_id"], dates["start"], strict=True)
    date_ids = [f"{article_id}:{start}" for article_id, start in places]
    return dates.assign(
        published=dates["date"], changes=_changes(dates), date_id=pd.Series(date_ids, dtype="str")
    )[DISPUTES]


def _changes(dates: pd.DataFrame) -> pd.Series:
    """How each date of an event stands to the one above it."""
    before: dict[str, tuple[str, str]] = {}
    changes = []
    for event_id, first, last in zip(*(dates[one] for one in ("event_id", "first", "last")), strict=True):
        changes.append(_change(*before.get(event_id, ("", "")), first, last))
        before[event_id] = (first, last)
    return pd.Series(changes, dtype="str")


def _change(first: str, last: str, new_first: str, new_last: str) -> str:
    """How a span of days stands to the one before it. ISO dates compare as text."""
    if not first:
        return ""
    if (first, last) == (new_first, new_last):
        return "same"
    if first <= new_first and new_last <= last:
        return "narrows it down"
    if new_first <= first and last <= new_last:
        return "leaves it open"
    return "another date"


def _days(days: pd.Series) -> pd.Series:
    return pd.to_datetime(days, format="%Y-%m-%d").astype("datetime64[ns]")


def keep_recent(dates: pd.DataFrame) -> pd.DataFrame:
    """The dates from RECENT before the first publication on; all where nothing has a date of publication."""
    published = dates.loc[dates["kind"] == "published", "first"]
    return dates[dates["last"] >= published.min() - RECENT] if len(published) else dates


def spell_dates(dates: pd.DataFrame) -> pd.DataFrame:
    """The dates for reading: Kind, From, To, Precision, Source, What, Event, Confidence."""
    return pd.DataFrame(
        {
            "Kind": dates["kind"].map(KIND_NAMES),
            "From": dates["first"].dt.strftime("%Y-%m-%d"),
            "To": dates["last"].dt.strftime("%Y-%m-%d"),
            "Precision": dates["precision"].map(PRECISION_NAMES),
            "Source": dates["outlet"],
            "What": dates["label"],
            "Event (inferred)": dates["event_id"],
            "Confidence": dates["confidence"].map(CONFIDENCES),
        }
    )


def spell_disputes(disputed: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The disputed dates for reading, with the event's title and how each date stands to the one before."""
    titles = event_titles(disputed, corpus)
    days = disputed["published"].dt.strftime("%Y-%m-%d").fillna("")
    return pd.DataFrame(
        {
            "Event (inferred)": disputed["event_id"].map(titles),
            "Date in the text": disputed["text"],
            "From": disputed["first"],
            "To": disputed["last"],
            "Source": disputed["outlet"],
            "Published": list(map(publication, days, disputed["published_precision"])),
            "Against the date before": disputed["changes"].map(CHANGE_NAMES),
        }
    )


def event_titles(disputed: pd.DataFrame, corpus: Corpus) -> dict[str, str]:
    """What each event is called: its kind and the names that its dates stand with."""
    wanted, events = set(disputed["event_id"]), corpus.event_dates
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for event_id, event, ids in zip(events["event_id"], events["event"], events["entity_ids"], strict=True):
        if event_id in wanted:
            named[event_id, event].update(ids)
    titles = {}
    for (event_id, event), ids in sorted(named.items(), key=lambda item: item[0]):
        names = [corpus.entity_names.get(one, one) for one, _ in ids.most_common(2)]
        titles[event_id] = f"{event.capitalize()} ({', '.join(names)})" if names else event.capitalize()
    return titles


def keep_most_dated(disputed: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The rows of the events with the most different dates."""
    ways = disputed.drop_duplicates(["event_id", "first", "last"])["event_id"].value_counts()
    return disputed[disputed["event_id"].isin(ways.index[:most])].reset_index(drop=True)


def fold_repeats(disputed: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The rows, of an event with more than `most` only the first that gives a date in the same words.

    It stands for the others: `outlet` says how many sources they are of.
    """
    many = disputed.groupby("event_id")["date_id"].transform("size") > most
    ways = disputed.groupby(["event_id", "first", "last", "text"])["outlet"]
    outlets = disputed["outlet"].where(~many, ways.transform(_name_outlets))
    again = many & disputed.duplicated(["event_id", "first", "last", "text"])
    folded = disputed.assign(outlet=outlets)[~again].reset_index(drop=True)
    return folded.assign(changes=_changes(folded))


def _name_outlets(outlets: pd.Series) -> str:
    return join_names(outlets.unique(), most=2)


def explain_disputes(disputed: pd.DataFrame, corpus: Corpus) -> list[str]:
    """A sentence for each event with the dates that its sources give, in the order of publication."""
    titles = event_titles(disputed, corpus)
    lines = []
    for event_id, own in disputed.groupby("event_id", sort=False):
        given = [
            f"{row.outlet}, {_published(row.published, row.published_precision)}: "
            f"{row.text}{_against(row.changes)}"
            for row in own.drop_duplicates(["outlet_id", "text"]).itertuples()
        ]
        n = len(own[["first", "last"]].drop_duplicates())
        lines.append(f"{titles[event_id]}: {n} dates. {'; '.join(given)}.")
    return lines


def _published(day: pd.Timestamp, precision: str) -> str:
    """When an article was published, as exactly as is known."""
    if day != day:
        return "day of publication unknown"
    if precision == "month":
        return f"published in {day:%B %Y}"
    before = "published in the week from" if precision == "week" else "published"
    return f"{before} {day.day} {day:%B %Y}"


def _against(change: str) -> str:
    return (
        f" ({CHANGE_NAMES[change]})"
        if change in ("another date", "narrows it down", "leaves it open")
        else ""
    )


def keep_busiest(dates: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The dates of the outlets with the most of them: more rows could not be read."""
    counts = dates["outlet_id"].value_counts()
    return dates[dates["outlet_id"].isin(counts.index[:most])]


def date_titles(dates: pd.DataFrame) -> dict[str, str]:
    """A title for each date, by its date_id: day, kind, source and what it is."""
    return {
        row.date_id: " · ".join(
            (f"{row.first:%Y-%m-%d}", KIND_NAMES[row.kind].lower(), row.outlet, row.label[:TITLE])
        )
        for row in dates.itertuples()
    }


def tell_date(row: pd.Series) -> str:
    """One date in words: what kind it is, which days it can mean, how precise and how sure it is."""
    days = f"{row['first']:%Y-%m-%d}" + (f" to {row['last']:%Y-%m-%d}" if row["last"] != row["first"] else "")
    precision = PRECISION_NAMES.get(row["precision"], row["precision"])
    sure = CONFIDENCES[row["confidence"]].lower()
    return (
        f"{KIND_NAMES[row['kind']]}: {days} (given as a {precision}, {sure}). {row['outlet']}: {row['label']}"
    )
