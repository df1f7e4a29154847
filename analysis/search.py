"""Search with words, phrases, nearness and fields over quotations, contexts and texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .wording import fold

FIELDS = ("speaker", "source", "zone", "kind", "stance", "before", "after")
COLUMNS = [
    "layer",
    "article_id",
    "outlet_id",
    "outlet",
    "start",
    "end",
    "text",
    "speaker_ids",
    "statement_id",
]
LAYERS = ("statement", "context", "text")
NEAR = 10
EXAMPLE_LENGTH = 5
LAYER_NAMES = {"statement": "Statements", "context": "Contexts", "text": "Paragraphs"}
_TERM = re.compile(r'(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_NEAR = re.compile(r"NEAR(?:/(?P<distance>\d+))?")
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True)
class Query:
    """A search: every term must be found. A term is its words in order; a trailing * leaves the end open."""

    terms: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[int, int], ...] = ()  # (index of the left term, words allowed between it and the next)
    fields: tuple[tuple[str, str], ...] = field(default=())

    def __bool__(self) -> bool:
        return self != Query()


def parse_query(text: str) -> Query:
    """Read a query; ValueError says what is wrong with it and what is expected.

    `boats` a word, `boat*` its beginnings, `"the old harbour"` a phrase, `boats NEAR/5 harbour` two terms
    with at most five words between them, `speaker:berg` and the other FIELDS a condition.
    """
    terms: list[tuple[str, ...]] = []
    near: list[tuple[int, int]] = []
    fields: list[tuple[str, str]] = []
    if text.count('"') % 2:
        raise ValueError(
            'A quotation mark has no partner: write a phrase between two of them, as in "the old harbour".'
        )
    pending = None
    for match in _TERM.finditer(text):
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        operator = _NEAR.fullmatch(value) if match["word"] and not match["field"] else None
        if operator:
            if not terms:
                raise ValueError("NEAR stands between two words, as in: boats NEAR/5 harbour.")
            pending = (len(terms) - 1, int(operator["distance"] or NEAR))
        elif match["field"]:
            fields.append(_read_field(match["field"].lower(), value))
        elif words := tuple(re.findall(r"[\w'-]+\*?", fold(value))):
            terms.append(words)
            if pending:
                near.append(pending)
            pending = None
    if pending:
        raise ValueError("NEAR stands between two words, as in: boats NEAR/5 harbour.")
    return Query(tuple(terms), tuple(near), tuple(fields))


def word_query(word: str) -> Query:
    """The search for one word of the table of words."""
    return Query(terms=(tuple(_WORD.findall(fold(word))),))


def _read_field(name: str, value: str) -> tuple[str, str]:
    if name not in FIELDS:
        raise ValueError(f"There is no field “{name}”. Fields are {', '.join(FIELDS)}.")
    if not value:
        raise ValueError(f"The field “{name}” needs a value, as in {name}:something.")
    if name in ("before", "after"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{name}:{value} is no date. Write it as 2024-03-31.") from None
    return name, fold(value)


def search(corpus: Corpus, query: Query) -> pd.DataFrame:
    """What the query finds, one row a hit, in the order of the articles and then of the text.

    Columns as in COLUMNS. layer is statement (its content), context (the words around a mention, the
    first that fits in a sentence) or text (a paragraph, where the corpus has texts). The fields
    speaker, kind and stance find statements only.
    """
    if not query:
        return pd.DataFrame(columns=COLUMNS)
    layers = [_statements(corpus)]
    if not {name for name, _ in query.fields} & {"speaker", "kind", "stance"}:
        layers += [_contexts(corpus), _texts(corpus)]
    rows = pd.concat([layer for layer in layers if len(layer)] or layers[:1], ignore_index=True)
    rows = rows[_fields_hold(rows, corpus, query.fields)]
    rows = rows[pd.Series([_matches(text, query) for text in rows["text"]], index=rows.index, dtype=bool)]
    rows = rows[~((rows["layer"] == "context") & rows.duplicated(["article_id", "sentence", "layer"]))]
    order = {article_id: i for i, article_id in enumerate(corpus.articles["article_id"])}
    return (
        rows.assign(order=rows["article_id"].map(order))
        .sort_values(["order", "start", "layer"], ignore_index=True)
        .reindex(columns=COLUMNS)
    )


def list_layers(corpus: Corpus) -> dict[str, str]:
    """The layers that the corpus has, by name: no paragraphs where it holds no text."""
    held = LAYERS if corpus.articles["text"].notna().any() else LAYERS[:-1]
    return {layer: LAYER_NAMES[layer] for layer in held}


def count_hits(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Hits by outlet and layer, one row an outlet of the selection: outlet_id, outlet, a column a layer."""
    homes = (
        corpus.articles[["outlet_id", "outlet"]].drop_duplicates().sort_values("outlet", ignore_index=True)
    )
    found = hits.groupby(["outlet_id", "layer"]).size()
    counts = {
        layer: [int(found.get((one, layer), 0)) for one in homes["outlet_id"]]
        for layer in list_layers(corpus)
    }
    return homes.assign(**counts)


def keep_hits(hits: pd.DataFrame, *, layer: str = "", outlet_id: str = "") -> pd.DataFrame:
    """The hits of one layer and one outlet; an empty name stands for all."""
    for column, value in (("layer", layer), ("outlet_id", outlet_id)):
        hits = hits[hits[column] == value] if value else hits
    return hits.reset_index(drop=True)


def _statements(corpus: Corpus) -> pd.DataFrame:
    return corpus.statements.assign(layer="statement", text=corpus.statements["content"])


def _contexts(corpus: Corpus) -> pd.DataFrame:
    mentions = corpus.mentions
    text = mentions["left"] + " " + mentions["text"] + " " + mentions["right"]
    return mentions.assign(
        layer="context", text=text.str.strip(), speaker_ids=[()] * len(mentions), statement_id=""
    )


def _texts(corpus: Corpus) -> pd.DataFrame:
    """The lines of every section in scope, where the corpus has texts."""
    texts = corpus.articles.set_index("article_id")["text"].dropna()
    sections = corpus.sections[corpus.sections["article_id"].isin(texts.index)]
    sections = sections[sections["section"].isin(["headline", "standfirst", "body"])]
    rows = sections.assign(layer="text", speaker_ids=[()] * len(sections), statement_id="")
    spans = zip(rows["article_id"], rows["start"], rows["end"], strict=True)
    return rows.assign(text=[texts[article_id][start:end] for article_id, start, end in spans])


def _fields_hold(rows: pd.DataFrame, corpus: Corpus, fields: Iterable[tuple[str, str]]) -> pd.Series:
    keep = pd.Series(True, index=rows.index)
    for name, value in fields:
        keep &= _field_holds(rows, corpus, name, value)
    return keep


def _field_holds(rows: pd.DataFrame, corpus: Corpus, name: str, value: str) -> pd.Series:
    if name == "speaker":
        return _names_speaker(rows, corpus, value)
    if name == "source":
        return (rows["outlet"] + " " + rows["outlet_id"]).map(fold).str.contains(value, regex=False)
    if name == "kind":
        return rows["statement_id"].isin(_ids(corpus.statements, "kind", value))
    if name == "stance":
        return rows["statement_id"].isin(_ids(corpus.positions, "stance", value))
    if name == "zone":
        return _in_zone(rows, corpus, value)
    dates = corpus.articles.set_index("article_id")
    if name == "before":
        return rows["article_id"].map(dates["date"]) < pd.Timestamp(value)
    return rows["article_id"].map(dates["date_end"]) > pd.Timestamp(value) + pd.Timedelta(days=1)


def _names_speaker(rows: pd.DataFrame, corpus: Corpus, value: str) -> pd.Series:
    """Whether a speaker's id, name or description in the text holds the value."""
    spoken = rows["statement_id"].map(corpus.statements.set_index("statement_id")["speaker_text"]).fillna("")
    names = [" ".join([*ids, *(corpus.entity_names.get(i, i) for i in ids)]) for ids in rows["speaker_ids"]]
    return (
        (spoken + " " + pd.Series(names, index=rows.index, dtype=str))
        .map(fold)
        .str.contains(value, regex=False)
    )


def _ids(table: pd.DataFrame, column: str, value: str) -> pd.Series:
    wanted = value.replace(" ", "_").replace("-", "_")
    return table.loc[table[column].map(fold) == wanted, "statement_id"].dropna()


def _in_zone(rows: pd.DataFrame, corpus: Corpus, value: str) -> pd.Series:
    """Whether a passage holds a mention of the zone, or a fact about it."""
    zones = corpus.entities[corpus.entities["type"] == "ZONE"]
    named = [value in fold(f"{i} {n}") for i, n in zip(zones["entity_id"], zones["name"], strict=True)]
    ids = set(zones.loc[named, "entity_id"])
    marks = corpus.mentions.loc[corpus.mentions["entity_id"].isin(ids), ["article_id", "start", "end"]]
    facts = corpus.zone_facts.loc[corpus.zone_facts["zone_id"].isin(ids), ["article_id", "start", "end"]]
    spans = pd.concat([marks, facts])
    pairs = rows[["article_id", "start", "end"]].reset_index().merge(
        spans, on="article_id", suffixes=("", "_zone")
    )  # fmt: skip
    inside = (pairs["start"] < pairs["end_zone"]) & (pairs["start_zone"] < pairs["end"])
    return rows.index.to_series().isin(pairs.loc[inside, "index"])


def _matches(text: str, query: Query) -> bool:
    folded = fold(text)
    if any(part.removesuffix("*") not in folded for term in query.terms for part in term):
        return False  # most texts, and their words need not be looked at
    words = _WORD.findall(folded)
    found = [_places(words, term) for term in query.terms]
    if not all(found):
        return False
    return all(
        _close(found[left], found[left + 1], query.terms, left, distance) for left, distance in query.near
    )


def _places(words: list[str], term: tuple[str, ...]) -> list[int]:
    """Where the term stands: the indexes of its first word."""
    last = len(words) - len(term) + 1
    return [i for i in range(last) if all(_same(words[i + n], part) for n, part in enumerate(term))]


def _same(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word in (part, part + "'s")


def _close(
    left: list[int], right: list[int], terms: tuple[tuple[str, ...], ...], index: int, distance: int
) -> bool:
    """Whether two terms stand with at most `distance` words between them, in either order."""
    return any(
        0 <= (b - a - len(terms[index]) if a < b else a - b - len(terms[index + 1])) <= distance
        for a in left
        for b in right
    )


def list_examples(corpus: Corpus) -> list[tuple[str, str]]:
    """Queries that find something in this corpus, each with what it means."""
    words = corpus.words[corpus.words["word"].str.len() > EXAMPLE_LENGTH].groupby("word")["n"].sum()
    ranked = words.sort_values(ascending=False, kind="stable").index.tolist()
    examples = []
    if len(ranked) > 1:
        word, other = ranked[:2]
        examples += [
            (word, "the word, whatever its case and accents"),
            (f"{word[:-2]}*", "every word that begins so"),
            (f'"{word} {other}"', "the words in this order"),
            (f"{word} NEAR/5 {other}", "both, with at most five words between them"),
        ]
    speakers = [
        fold(corpus.entity_names.get(ids[0], ids[0])).split()[-1]
        for ids in corpus.statements["speaker_ids"]
        if ids
    ]
    zones = corpus.mentions.loc[corpus.mentions["entity_type"] == "ZONE", "entity_id"]
    examples += [(f"speaker:{one}", "statements of a speaker") for one in speakers[:1]]
    examples += [(f"source:{one}", "in a source") for one in corpus.articles["outlet_id"][:1]]
    examples += [(f"zone:{one}", "where a zone is named or spoken of") for one in zones[:1]]
    return [
        *examples,
        ("kind:direct", "statements that are direct, indirect or mixed"),
        ("stance:denies", "statements with a stance: asserts, denies, conditional, undecided"),
        *(
            (f"before:{day}", "in articles published before a day; after: later ones")
            for day in corpus.articles["published"][:1]
        ),
    ]


def count_cells(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts as cells of a matrix: columns row, column, value, text and hover."""
    cells = counts.melt(id_vars=["outlet_id", "outlet"], var_name="column", value_name="value")
    cells = cells[cells["value"] > 0].rename(columns={"outlet_id": "row"})
    texts = [f"{n:,}" for n in cells["value"]]
    hover = [
        f"{plural(n, 'hit')} in {outlet}" for n, outlet in zip(cells["value"], cells["outlet"], strict=True)
    ]
    return cells.assign(text=texts, hover=hover).reset_index(drop=True)


def describe_counts(counts: pd.DataFrame) -> str:
    """The counts in words."""
    totals = counts.set_index("outlet").drop(columns="outlet_id").sum(axis=1)
    return "Hits by source: " + "; ".join(f"{outlet} {n}" for outlet, n in totals.items()) + "."


def spell_hits(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The hits for reading: Found in, Source, Published, Words, Speaker."""
    published = corpus.publications
    names = corpus.entity_names
    return pd.DataFrame(
        {
            "Found in": hits["layer"].map(LAYER_NAMES),
            "Source": hits["outlet"],
            "Published": hits["article_id"].map(published),
            "Words": hits["text"],
            "Speaker": [", ".join(names.get(one, one) for one in ids) for ids in hits["speaker_ids"]],
        }
    )


def highlighted(query: Query) -> str:
    """The words of a query that can be marked in a text."""
    return " ".join(word.removesuffix("*") for term in query.terms for word in term)
