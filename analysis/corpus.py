"""The corpus: the tables of a build, checked, and the part of them that filters select."""

import json
import shlex
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from .filters import Filters
from .labels import begin, publication
from .problems import InputError, Problem
from .records import TABLES
from .tables import SCHEMAS

pd.options.mode.string_storage = "python"  # rows are picked far more often than texts are searched
PROCESSED = Path(__file__).parents[1] / "data" / "processed"
FORMAT = 1
ACTOR_TYPES = ("PERSON", "COUNTRY", "ORG", "MEDIA", "ARMED_GROUP", "NORP", "UNNAMED")
"""Entities that act and speak; places, zones, processes and agreements do not."""

# Column of a table -> the table and column that must know its values.
REFERENCES = {
    ("articles", "outlet_id"): ("outlets", "outlet_id"),
    ("sections", "article_id"): ("articles", "article_id"),
    ("mentions", "article_id"): ("articles", "article_id"),
    ("mentions", "entity_id"): ("entities", "entity_id"),
    ("statements", "article_id"): ("articles", "article_id"),
    ("positions", "article_id"): ("articles", "article_id"),
    ("zone_facts", "article_id"): ("articles", "article_id"),
    ("passages", "article_id"): ("articles", "article_id"),
    ("event_dates", "article_id"): ("articles", "article_id"),
    ("words", "article_id"): ("articles", "article_id"),
}
LISTS = ("speaker_ids", "reported_by", "actor_ids", "proposed_by", "place_ids", "entity_ids", "hedges")


class CorpusError(InputError):
    """The processed tables cannot be used. `mend` is the command that makes them anew."""

    def __init__(self, problems: list[Problem], folder: Path) -> None:
        self.mend = f"python -m analysis build ARTICLES --out {shlex.quote(str(folder))}"
        super().__init__(problems)


@dataclass(frozen=True)
class Corpus:
    """One frame for each table of the data contract. Nobody changes them; `select` makes new ones.

    Columns beside those of the contract: `articles` has `outlet` (its name), `date` and `date_end` (it came
    out on a day of date <= day < date_end, NaT where unknown); every table with an article_id has
    `outlet_id` and `outlet`; `entities` has `n_mentions` (in the whole corpus) and `is_actor`, and the names
    of unnamed speakers begin with a capital.
    Lists are tuples.
    """

    articles: pd.DataFrame
    outlets: pd.DataFrame
    entities: pd.DataFrame
    sections: pd.DataFrame
    mentions: pd.DataFrame
    statements: pd.DataFrame
    positions: pd.DataFrame
    zone_facts: pd.DataFrame
    passages: pd.DataFrame
    event_dates: pd.DataFrame
    propositions: pd.DataFrame
    cues: pd.DataFrame
    words: pd.DataFrame
    build: dict[str, object]
    filters: Filters = field(default_factory=Filters)

    @cached_property
    def entity_names(self) -> dict[str, str]:
        """Name of each entity_id."""
        return dict(zip(self.entities["entity_id"], self.entities["name"], strict=True))

    @cached_property
    def entity_types(self) -> dict[str, str]:
        """Type of each entity_id."""
        return dict(zip(self.entities["entity_id"], self.entities["type"], strict=True))

    @cached_property
    def outlet_names(self) -> dict[str, str]:
        """Name of each outlet_id."""
        return dict(zip(self.outlets["outlet_id"], self.outlets["name"], strict=True))

    @cached_property
    def publications(self) -> dict[str, str]:
        """When each article_id came out, for tables, as exactly as it is known."""
        columns = self.articles[["article_id", "published", "published_precision"]]
        return {article_id: publication(day, known) for article_id, day, known in columns.to_numpy()}

    @cached_property
    def actors(self) -> list[str]:
        """Every entity_id that may act or speak, the most mentioned first."""
        return self.entities.loc[self.entities["is_actor"], "entity_id"].tolist()

    def select(self, filters: Filters) -> "Corpus":
        """The part of the corpus that the filters leave.

        Outlets and dates pick articles. Actors pick mentions of them, statements by, through or about them,
        zone facts with them and positions of theirs; types pick mentions. An article known only to a week or
        a month stays when any day of it may be in. Text counted once lowers `n_tokens` of the articles that
        repeat it.
        """
        keep = _articles_in(self.articles, filters).to_numpy()
        articles = self.articles[keep]
        keep = np.append(keep, False)  # where a row without its article points to
        tables = {
            name: getattr(self, name) if keep[:-1].all() else getattr(self, name)[keep[places]]
            for name, places in self._places.items()
        }
        if filters.hide_guesses:
            tables = {name: _without_guesses(table) for name, table in tables.items()}
        if filters.reuse_once:
            repeats = _repeats(tables["passages"], articles)
            repeated = {name: _begins_in(tables[name], repeats) for name in _COUNTED}
            articles = _discount(articles, tables["words"][repeated["words"]])
            tables |= {name: tables[name][~repeated[name]] for name in _COUNTED}
        if filters.actors:
            tables |= _of_actors(tables, set(filters.actors))
        if filters.types:
            tables["mentions"] = tables["mentions"][tables["mentions"]["entity_type"].isin(filters.types)]
        tables = {name: _joinable(table) for name, table in (tables | {"articles": articles}).items()}
        return replace(self, filters=filters, **tables)

    @cached_property
    def _places(self) -> dict[str, np.ndarray]:
        """For each table of parts of articles, which row of `articles` each of its rows belongs to, or -1."""
        known = pd.Index(self.articles["article_id"])
        tables = {name: getattr(self, name) for name in TABLES if name != "articles"}
        return {
            name: known.get_indexer(table["article_id"])
            for name, table in tables.items()
            if "article_id" in table
        }


_COUNTED = ("mentions", "statements", "positions", "zone_facts", "event_dates", "words")


def read_corpus(folder: Path = PROCESSED) -> Corpus:
    """Read and check the tables that `python -m analysis build` wrote. CorpusError names every fault."""
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())  # as a reader would type it
    problems: list[Problem] = []
    build = _read_build(folder, problems)
    tables = {name: _read_table(folder, name, problems) for name in TABLES}
    if not problems:
        _check_counts(tables, build, problems)
        _check_references(tables, problems)
    if problems:
        raise CorpusError(problems, folder)
    return _prepare(tables, build)


def _read_build(folder: Path, problems: list[Problem]) -> dict[str, object]:
    path = folder / "build.json"
    if not folder.is_dir():
        problems.append(Problem(str(folder), None, "there is no such folder"))
        return {}
    if not path.is_file():
        problems.append(Problem(str(path), None, "the file is missing"))
        return {}
    try:
        build = json.loads(path.read_bytes())
    except ValueError:
        problems.append(Problem(str(path), None, "the file is damaged: it holds no JSON"))
        return {}
    if not isinstance(build, dict) or build.get("format") != FORMAT:
        found = build.get("format") if isinstance(build, dict) else build
        problems.append(
            Problem(str(path), None, f"the tables are of format {found!r}, this program reads {FORMAT}")
        )
        return {}
    return build


def _read_table(folder: Path, name: str, problems: list[Problem]) -> pd.DataFrame:
    path = folder / f"{name}.parquet"
    if not path.is_file():
        if folder.is_dir():
            problems.append(Problem(str(path), None, "the file is missing"))
        return pd.DataFrame()
    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError):
        problems.append(Problem(str(path), None, "the file is damaged: it cannot be read as Parquet"))
        return pd.DataFrame()
    problems += [
        Problem(str(path), None, f"another program wrote it: {fault}") for fault in _faults(table, name)
    ]
    return _joinable(table.to_pandas())


def _joinable(table: pd.DataFrame) -> pd.DataFrame:
    """The table, made anew where it has no row: pandas cannot join text columns of no chunk at all."""
    if len(table):
        return table
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in table.dtypes.items()})


def _faults(table: pa.Table, name: str) -> list[str]:
    """What of the columns is not as the records have it."""
    found = {field.name: _kind(field) for field in table.schema}
    wanted = {field.name: _kind(field) for field in SCHEMAS[name]}
    absent = [f"no column {column}" for column in wanted if column not in found]
    return absent + [
        f"column {column} holds {found[column]}, not {kind}"
        for column, kind in wanted.items()
        if found.get(column, kind) != kind
    ]


def _kind(field: pa.Field) -> str:
    """The type without what does not matter: the width of offsets, the name of list items."""
    return str(field.type).replace("large_", "").replace("element:", "item:")


def _check_counts(tables: dict[str, pd.DataFrame], build: dict[str, object], problems: list[Problem]) -> None:
    """Tables of two builds in one folder give themselves away by their number of rows."""
    counts = build.get("counts") or {}
    for name, table in tables.items():
        if name in counts and counts[name] != len(table):
            problems.append(
                Problem(
                    f"{name}.parquet",
                    None,
                    f"it belongs to another build: {len(table)} rows, build.json says {counts[name]}",
                )
            )


def _check_references(tables: dict[str, pd.DataFrame], problems: list[Problem]) -> None:
    for (name, column), (home, key) in REFERENCES.items():
        strangers = tables[name].loc[~tables[name][column].isin(tables[home][key]), column]
        if len(strangers):
            problems.append(
                Problem(
                    f"{name}.parquet",
                    None,
                    f"it belongs to another build: {column} {strangers.iloc[0]!r} is not in {home}.parquet",
                )
            )


def _prepare(tables: dict[str, pd.DataFrame], build: dict[str, object]) -> Corpus:
    tables = {name: _with_tuples(table) for name, table in tables.items()}
    articles = _with_dates(tables["articles"])
    articles["outlet"] = articles["outlet_id"].map(tables["outlets"].set_index("outlet_id")["name"])
    home = articles.set_index("article_id")[["outlet_id", "outlet"]]
    for name, table in tables.items():
        if name != "articles" and "article_id" in table:
            tables[name] = table.join(home, on="article_id")
    tables["articles"] = articles
    tables["entities"] = _ranked(_titled(tables["entities"]), tables["mentions"])
    return Corpus(build=build, **tables)


def _with_tuples(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(
        **{column: [tuple(v) for v in table[column]] for column in LISTS if column in table.columns}
    )


def _with_dates(articles: pd.DataFrame) -> pd.DataFrame:
    """Add the days between which each article came out, and put the articles in that order.

    A week counts seven days from the date, which is the earliest the article can be of; a month is the
    month of the calendar.
    """
    start = pd.to_datetime(articles["published"], format="%Y-%m-%d", errors="coerce").astype("datetime64[ns]")
    month = start - pd.to_timedelta(start.dt.day - 1, unit="D")
    is_month = articles["published_precision"] == "month"
    days = articles["published_precision"].map({"day": 1, "week": 7}).fillna(1)
    end = (start + pd.to_timedelta(days, unit="D")).where(~is_month, month + pd.offsets.MonthBegin(1))
    return articles.assign(date=start.where(~is_month, month), date_end=end).sort_values(
        ["date", "article_id"], na_position="last", ignore_index=True
    )


def _titled(entities: pd.DataFrame) -> pd.DataFrame:
    """Descriptions of unnamed speakers stand where names do, and begin with a capital as most names."""
    names = entities["name"]
    return entities.assign(name=names.where(entities["type"] != "UNNAMED", names.map(begin)))


def _ranked(entities: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    counts = mentions["entity_id"].value_counts()
    return entities.assign(
        n_mentions=entities["entity_id"].map(counts).fillna(0).astype("int64"),
        is_actor=entities["type"].isin(ACTOR_TYPES),
    ).sort_values(["n_mentions", "entity_id"], ascending=[False, True], ignore_index=True)


def _articles_in(articles: pd.DataFrame, filters: Filters) -> pd.Series:
    keep = pd.Series(True, index=articles.index)
    if filters.outlets:
        keep &= articles["outlet_id"].isin(filters.outlets)
    if filters.since:
        keep &= articles["date_end"] > pd.Timestamp(filters.since)
    if filters.until:
        keep &= articles["date"] < pd.Timestamp(filters.until)
    return keep


def _without_guesses(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["confidence"] != "guess"] if "confidence" in table else table


def _of_actors(tables: dict[str, pd.DataFrame], actors: set[str]) -> dict[str, pd.DataFrame]:
    mentions, statements = tables["mentions"], tables["statements"]
    mentions = mentions[mentions["entity_id"].isin(actors)]
    facts, positions = tables["zone_facts"], tables["positions"]
    by = (
        _any_in(statements["speaker_ids"], actors)
        | _any_in(statements["reported_by"], actors)
        | statements["speaker_likely"].isin(actors)
        | statements["medium_id"].isin(actors)
    )
    return {
        "mentions": mentions,
        "statements": statements[by | _holds_any(statements, mentions)],
        "positions": positions[_any_in(positions["actor_ids"], actors)],
        "zone_facts": facts[_any_in(facts["actor_ids"], actors) | _any_in(facts["proposed_by"], actors)],
    }


def _any_in(lists: pd.Series, wanted: set[str]) -> pd.Series:
    return pd.Series([not wanted.isdisjoint(ids) for ids in lists], index=lists.index, dtype=bool)


def _holds_any(spans: pd.DataFrame, inner: pd.DataFrame) -> pd.Series:
    """Which of the spans has at least one of the inner spans inside."""
    pairs = spans[["article_id", "start", "end"]].reset_index().merge(
        inner[["article_id", "start", "end"]], on="article_id", suffixes=("", "_inner")
    )  # fmt: skip
    inside = (pairs["start"] <= pairs["start_inner"]) & (pairs["end_inner"] <= pairs["end"])
    return spans.index.to_series().isin(pairs.loc[inside, "index"])


def _repeats(passages: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The passages that stand in an earlier article too: of every group all but the first published."""
    order = {article_id: i for i, article_id in enumerate(articles["article_id"])}
    ranked = passages.assign(order=passages["article_id"].map(order)).sort_values(
        ["group_id", "order", "start"]
    )
    return ranked[ranked.duplicated("group_id")].drop(columns="order")


def _begins_in(table: pd.DataFrame, covers: pd.DataFrame) -> np.ndarray:
    """Which rows begin within one of the covering spans; a row without a start begins in none."""
    homes = pd.Index(covers["article_id"].unique())
    size = covers["end"].max() + 1 if len(covers) else 1
    covers = covers.assign(first=homes.get_indexer(covers["article_id"]) * size + covers["start"])
    covers = covers.sort_values("first")
    reached = (covers["first"] - covers["start"] + covers["end"]).cummax().to_numpy()

    inside = np.zeros(len(table), dtype=bool)
    some = np.flatnonzero(table["article_id"].isin(homes) & table["start"].notna())
    rows = table.iloc[some]
    begin = homes.get_indexer(rows["article_id"]) * size + rows["start"].clip(upper=size - 1).to_numpy()
    before = np.searchsorted(covers["first"], begin, side="right")
    inside[some] = (before > 0) & (reached[before - 1] > begin)
    return inside


def _discount(articles: pd.DataFrame, repeated: pd.DataFrame) -> pd.DataFrame:
    """The articles with the repeated words taken off."""
    off = articles["article_id"].map(repeated.groupby("article_id")["n"].sum()).fillna(0)
    return articles.assign(n_tokens=articles["n_tokens"] - off.astype("int64"))
