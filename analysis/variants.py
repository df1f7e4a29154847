"""One utterance in different words: statements aligned over sources, with what was changed on the way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from rapidfuzz.distance import Indel

from .charts.text import plural
from .corpus import Corpus
from .labels import publication
from .records import OWN_WORDS
from .text_policy import ELLIPSIS
from .utterances import MIN_SHARED, Report, group_statements
from .wording import Token, find_hedges, fold, list_keys, read_tokens, share_keys, weigh_keys

COLUMNS = [
    "group_id",
    "statement_id",
    "article_id",
    "outlet_id",
    "published",
    "kind",
    "speaker_ids",
    "content",
    "similarity",
    "is_reference",
    "flags",
]
LABELS = {
    "outlet": "Source",
    "utterance": "Utterance",
    "speaker": "Speaker",
    "content": "Words in the report",
    "similarity": "Similarity",
    "flags": "Changes",
    "flag": "Change",
    "statements": "Statements",
    "published": "Published",
}
SIMILAR = 0.5
SHORTENED = 0.7
HALF_MISSING = 0.25

Statement = Mapping[str, object]
"""A row of the statements by its columns."""


def find_variants(corpus: Corpus, hedges: Iterable[str], *, similar: float = SIMILAR) -> pd.DataFrame:
    """Group statements of different articles that report one utterance, one row a statement.

    Two statements belong together when their speakers are the same, or of the same country,
    and the words that they share weigh at least `similar` of the lighter of the two, a word
    weighing more the fewer statements use it; SAME_STANCE of that is enough where both take
    one stance on one proposition; and when neither is more like another statement of the
    other's article, for an article that reports two statements has two utterances. The
    reference of a group is its earliest and then its longest statement; similarity and flags
    compare each member with it. Columns as in COLUMNS; groups in order of size, largest
    first, then of their reference.
    """
    statements = corpus.statements.reset_index(drop=True)
    tokens = statement_tokens(corpus, statements)
    keys = [list_keys(row) for row in tokens]
    weights = weigh_keys(keys)
    reports = map(
        Report, keys, _families(statements, corpus.entities), _stances(statements, corpus.positions)
    )
    groups = group_statements(
        list(reports), statements["article_id"].tolist(), weights=weights, similar=similar
    )
    members = statements.assign(
        published=statements["article_id"].map(corpus.articles.set_index("article_id")["published"]),
        outlet_id=statements["article_id"].map(corpus.articles.set_index("article_id")["outlet_id"]),
    ).to_dict("records")
    hedges = list(hedges)
    rows = [row for group in groups for row in _group_rows(group, members, tokens, weights, hedges)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    sizes = table.groupby("group_id")["statement_id"].transform("size")
    return (
        table.assign(size=sizes)
        .sort_values(["size", "group_id", "is_reference", "published", "statement_id"],
                     ascending=[False, True, False, True, True], ignore_index=True)
        .drop(columns="size")
    )  # fmt: skip


def statement_tokens(corpus: Corpus, statements: pd.DataFrame) -> list[list[Token]]:
    """The tokens of every statement's content, in the order of the table; names are keyed by entity."""
    named = corpus.mentions[corpus.mentions["article_id"].isin(statements["article_id"])]
    mentions = defaultdict(list)
    for article_id, *span in zip(*(named[name] for name in _SPAN), strict=True):
        mentions[article_id].append(span)
    columns = (statements[name] for name in ("article_id", "start", "content"))
    tokens = []
    for article_id, begin, content in zip(*columns, strict=True):
        inside = [
            (start - begin, end - begin, entity_id)
            for start, end, entity_id in mentions[article_id]
            if begin <= start and end <= begin + len(content)
        ]
        tokens.append(read_tokens(content, inside))
    return tokens


_SPAN = ("article_id", "start", "end", "entity_id")


def align_words(
    reference: Sequence[Token], variant: Sequence[Token]
) -> list[tuple[str, list[str], list[str]]]:
    """Set two passages under each other: (operation, words of the reference, words of the variant).

    The operation is equal, changed, dropped or added; words with one key and another form are
    changed. The alignment is the longest common subsequence; words come with their punctuation.
    """
    left = [token.key or fold(token.surface) for token in reference]
    right = [token.key or fold(token.surface) for token in variant]
    steps = []
    for step in Indel.opcodes(left, right):
        words = reference[step.src_start : step.src_end]
        others = variant[step.dest_start : step.dest_end]
        if step.tag != "equal":
            operation = "dropped" if words else "added"
            steps.append((operation, [word.shown for word in words], [other.shown for other in others]))
            continue
        for word, other in zip(words, others, strict=True):
            same = fold(word.surface) == fold(other.surface)
            steps.append(("equal" if same else "changed", [word.shown], [other.shown]))
    return _join_steps(steps)


def _join_steps(steps: list[tuple[str, list[str], list[str]]]) -> list[tuple[str, list[str], list[str]]]:
    """Neighbouring steps of one kind made one; a word dropped beside a word added is a change."""
    joined: list[tuple[str, list[str], list[str]]] = []
    for operation, words, others in steps:
        if joined:
            last, last_words, last_others = joined[-1]
            if last == operation:
                joined[-1] = (last, last_words + words, last_others + others)
                continue
            if {last, operation} <= {"dropped", "added", "changed"}:
                joined[-1] = ("changed", last_words + words, last_others + others)
                continue
        joined.append((operation, words, others))
    return joined


def find_flags(
    reference: Statement,
    variant: Statement,
    tokens: tuple[Sequence[Token], Sequence[Token]],
    hedges: Sequence[str],
) -> list[str]:
    """What an editor would ask about a variant of the reference statement, in words."""
    flags = []
    ours, theirs = list_keys(tokens[0]), list_keys(tokens[1])
    if len(theirs) < SHORTENED * len(ours):
        flags.append("shortened")
    if _missing_half(reference["content"], tokens):
        flags.append("only half reported")
    elif _missing_half(variant["content"], tokens[::-1]):
        flags.append("reports more")
    flags += _hedge_flags(_hedges_of(reference, hedges), _hedges_of(variant, hedges))
    if gloss := _moved_gloss(reference, variant, tokens) or _moved_gloss(variant, reference, tokens[::-1]):
        flags.append(f"gloss moved inside the quotation marks: {gloss}")
    if set(reference["speaker_ids"]) != set(variant["speaker_ids"]):
        flags.append("attribution differs")
    if (reference["kind"] == "indirect") != (variant["kind"] == "indirect"):
        quoted = variant["kind"] != "indirect"
        flags.append("quotation in place of paraphrase" if quoted else "paraphrase in place of quotation")
    return flags


def _hedges_of(statement: Statement, hedges: Sequence[str]) -> list[str]:
    """The hedges inside a statement and the one that its source reports it with."""
    return list(
        dict.fromkeys([*find_hedges(statement["content"], hedges), *filter(None, [statement["hedge"]])])
    )


def _moved_gloss(
    marked: Statement, plain: Statement, tokens: tuple[Sequence[Token], Sequence[Token]]
) -> str | None:
    """A gloss that stands in brackets in one quotation and as spoken words in the other."""
    if plain["kind"] == "indirect" or marked["kind"] == "indirect":
        return None
    gloss = [token for token in tokens[0] if token.in_brackets]
    spoken = {token.key for token in tokens[1] if not token.in_brackets}
    said_outside = {token.key for token in tokens[0] if not token.in_brackets}
    moved = [token for token in gloss if token.key and token.key in spoken - said_outside]
    return " ".join(token.surface for token in gloss) if moved else None


def _missing_half(content: str, tokens: tuple[Sequence[Token], Sequence[Token]]) -> bool:
    """Whether a clause of the content, of several, has next to no word in the other statement."""
    theirs = list_keys(tokens[1])
    clauses = [match.span() for match in re.finditer(r"[^.;!?]+", content)]
    keys = [{t.key for t in tokens[0] if t.key and start <= t.start < end} for start, end in clauses]
    long = [clause for clause in keys if len(clause) >= MIN_SHARED]
    return len(long) > 1 and any(len(clause & theirs) < HALF_MISSING * len(clause) for clause in long)


def _group_rows(
    group: list[int],
    members: Sequence[Statement],
    tokens: Sequence[Sequence[Token]],
    weights: Mapping[str, float],
    hedges: Sequence[str],
) -> list[dict]:
    order = sorted(group, key=lambda i: (str(members[i]["published"]), -len(tokens[i]), i))
    first, ours = order[0], list_keys(tokens[order[0]])
    compared: dict[tuple, tuple[float, list[str]]] = {}
    rows = []
    for i in order:
        row = members[i]
        speakers = tuple(row["speaker_ids"])
        reported = (row["content"], row["kind"], row["hedge"], speakers, tuple(tokens[i]))
        if reported not in compared:
            flags = find_flags(members[first], row, (tokens[first], tokens[i]), hedges)
            compared[reported] = (share_keys(ours, list_keys(tokens[i]), weights), flags)
        similarity, flags = (1.0, []) if i == first else compared[reported]
        rows.append(
            {name: row[name] for name in COLUMNS if name in row}
            | {"group_id": members[first]["statement_id"], "speaker_ids": list(speakers)}
            | {"similarity": similarity, "is_reference": i == first, "flags": list(flags)}
        )
    return rows


def _families(statements: pd.DataFrame, entities: pd.DataFrame) -> list[frozenset[str]]:
    """Whom each statement may be of: its speakers, a likely identity, and their countries."""
    country = dict(zip(entities["entity_id"], entities["country"], strict=True))
    families = []
    for speakers, likely in zip(statements["speaker_ids"], statements["speaker_likely"], strict=True):
        people = {*speakers, likely} - {""}
        families.append(frozenset(people | {country.get(person, "") for person in people} - {""}))
    return families


def _stances(statements: pd.DataFrame, positions: pd.DataFrame) -> list[frozenset[tuple[str, str]]]:
    """The propositions that each statement takes a stance on, with the stance."""
    taken: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in positions.itertuples():
        taken[row.statement_id].add((row.proposition_id, row.stance))
    return [frozenset(taken[statement_id]) for statement_id in statements["statement_id"]]


class OwnWords(NamedTuple):
    """A quotation of an author beside the like sentence of the author's own article."""

    statement_ids: list[str]  # the statements that quote it in the same words
    author: str
    outlets: list[str]  # that quote
    own_outlet: str
    similarity: float
    shortened: bool  # the own sentence is, under the text policy
    pieces: list[tuple[str, str]]  # (operation, words) of the quotation against the own sentence
    flags: list[str]


def find_own_words(corpus: Corpus) -> list[OwnWords]:
    """Quotations of authors whose own article is in the corpus, the most alike first.

    Found by the build among the passages; a sentence that the text policy cut is not aligned, and a
    quotation whose statement is not in the corpus is left out.
    """
    groups = corpus.passages["group_id"]
    quoted = OWN_WORDS + corpus.statements["statement_id"]
    own = corpus.passages[groups.isin(quoted)]
    pairs = own[~own.duplicated("group_id")].merge(
        own[own.duplicated("group_id")], on="group_id", suffixes=("", "_quoted")
    )
    same: dict[tuple, list] = defaultdict(list)
    for pair in pairs.itertuples():
        same[pair.article_id, pair.text, pair.text_quoted, tuple(pair.hedges_quoted)].append(pair)
    authors = corpus.articles.set_index("article_id")["author"]
    rows = [_own_words(alike, authors[alike[0].article_id]) for alike in same.values()]
    return sorted(rows, key=lambda row: (-row.similarity, row.statement_ids))


def _own_words(pairs: list, author: str) -> OwnWords:
    """What an author is quoted with, of pairs with one wording."""
    first = pairs[0]
    cut = ELLIPSIS in first.text
    steps = [] if cut else align_words(read_tokens(first.text), read_tokens(first.text_quoted))
    return OwnWords(
        statement_ids=[pair.group_id.removeprefix(OWN_WORDS) for pair in pairs],
        author=author,
        outlets=list(dict.fromkeys(pair.outlet_quoted for pair in pairs)),
        own_outlet=first.outlet,
        similarity=first.similarity_quoted,
        shortened=cut,
        pieces=[("equal", first.text)] if cut else _pieces(steps),
        flags=_hedge_flags(first.hedges, first.hedges_quoted),
    )


def _hedge_flags(before: Iterable[str], after: Iterable[str]) -> list[str]:
    before, after = list(before), list(after)
    flags = [f"hedge dropped: {hedge}" for hedge in before if hedge not in after]
    return flags + [f"hedge added: {hedge}" for hedge in after if hedge not in before]


def _pieces(steps: list[tuple[str, list[str], list[str]]]) -> list[tuple[str, str]]:
    """Alignment steps as pieces to be read: a change is what was dropped, then what was added."""
    pieces = []
    for operation, words, others in steps:
        if operation in ("changed", "dropped"):
            pieces.append(("dropped", " ".join(words)))
        if operation in ("changed", "added"):
            pieces.append(("added", " ".join(others)))
        if operation == "equal":
            pieces.append(("equal", " ".join(others)))
    return pieces


class Wording(NamedTuple):
    """The reports of an utterance that have the same words, and these against the earliest report."""

    reports: pd.DataFrame  # rows of the group, the earliest first
    pieces: list[tuple[str, str]]


def list_wordings(corpus: Corpus, group: pd.DataFrame) -> list[Wording]:
    """The wordings of a group, in the order of their first reports.

    The operation of a piece is equal, changed, dropped (words of the reference) or added; a change is
    what was dropped followed by what was added. The reference itself is one equal piece. Words that
    the text policy cut are an ellipsis. Reports of another speaker, kind or flag are another wording.
    """
    own = corpus.statements[corpus.statements["statement_id"].isin(group["statement_id"])]
    tokens = dict(zip(own["statement_id"], statement_tokens(corpus, own), strict=True))
    reference = tokens[group["statement_id"].iat[0]]
    same: dict[tuple, list[int]] = defaultdict(list)
    for at, row in enumerate(group.itertuples()):
        same[row.content, row.kind, tuple(row.speaker_ids), tuple(row.flags)].append(at)
    wordings = []
    for (content, *_), rows in same.items():
        cut = [("equal", ELLIPSIS)] if content.endswith(ELLIPSIS) else []
        words = tokens[group["statement_id"].iat[rows[0]]]
        wordings.append(Wording(group.iloc[rows], _pieces(align_words(reference, words)) + cut))
    return wordings


def count_reports(wordings: Sequence[Wording]) -> str:
    """How many reports have how many wordings, empty where each has its own."""
    reports = sum(len(wording.reports) for wording in wordings)
    if reports == len(wordings):
        return ""
    return f"{plural(reports, 'report')} in {plural(len(wordings), 'wording')}."


def name_sources(outlets: Iterable[str]) -> str:
    """The first of some sources by its name, and how many others there are."""
    first, *others = dict.fromkeys(outlets)
    return f"{first} and {plural(len(others), 'other source')}" if others else first


def list_reports(reports: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The reports of one wording for reading: Source, Published, Article, Link."""
    articles = corpus.articles.set_index("article_id").loc[reports["article_id"]]
    days = map(publication, articles["published"], articles["published_precision"])
    columns = {"outlet": "Source", "published": "Published", "title": "Article", "url": "Link"}
    return articles.assign(published=list(days))[list(columns)].rename(columns=columns).reset_index(drop=True)


def keep_groups(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The whole groups of which at least one statement is in the corpus."""
    held = table["statement_id"].isin(corpus.statements["statement_id"])
    return table[table["group_id"].isin(table.loc[held, "group_id"])]


def keep_statements(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The rows of statements that are in the corpus, each still compared with the earliest report of all."""
    return table[table["statement_id"].isin(corpus.statements["statement_id"])]


def find_flagged(table: pd.DataFrame, *, flag: str, outlet_id: str = "") -> list[str]:
    """The ids of an outlet's statements (of all for none) with a flag, whatever it says after its colon."""
    kept = table[table["outlet_id"] == outlet_id] if outlet_id else table
    kept = kept[[any(one.partition(":")[0] == flag for one in flags) for flags in kept["flags"]]]
    return kept["statement_id"].tolist()


def group_titles(table: pd.DataFrame, corpus: Corpus) -> dict[str, str]:
    """A title for each group: the speaker and the first words of the reference."""
    references = table[table["is_reference"]]
    sizes = table.groupby("group_id").size()
    titles = {}
    for row in references.itertuples():
        who = " and ".join(corpus.entity_names.get(one, one) for one in row.speaker_ids)
        words = " ".join(row.content.split()[:9])
        titles[row.group_id] = f"{who}: {words} … ({sizes[row.group_id]} reports)"
    return titles


def list_variants(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The table for reading: names in place of ids, flags joined."""
    titles = group_titles(table, corpus)
    return pd.DataFrame(
        {
            "utterance": table["group_id"].map(titles),
            "outlet": table["outlet_id"].map(corpus.outlet_names),
            "published": table["article_id"].map(corpus.publications),
            "speaker": [
                ", ".join(corpus.entity_names.get(i, i) for i in ids) for ids in table["speaker_ids"]
            ],
            "content": table["content"],
            "similarity": table["similarity"],
            "flags": table["flags"].map("; ".join),
        }
    )


def count_flags(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """How many statements of each outlet carry each flag: columns outlet_id, outlet, flag, statements.

    What a hedge or a gloss says is left off; outlets and flags by name.
    """
    flags = table.explode("flags").dropna(subset=["flags"])
    kinds = flags["flags"].map(lambda flag: flag.partition(":")[0])
    counts = (
        flags.groupby([flags["outlet_id"], kinds.rename("flag")]).size().rename("statements").reset_index()
    )
    return counts.assign(outlet=counts["outlet_id"].map(corpus.outlet_names))


def flag_cells(counted: pd.DataFrame) -> pd.DataFrame:
    """The counts as cells of a matrix: columns row, column, value, text and hover."""
    return pd.DataFrame(
        {
            "row": counted["outlet_id"],
            "column": counted["flag"],
            "value": counted["statements"],
            "text": counted["statements"].astype(str),
            "hover": counted["outlet"] + ": " + counted["flag"],
        }
    )


def describe_flags(counted: pd.DataFrame) -> str:
    """The chart in words."""
    cells = "; ".join(f"{row.outlet}: {row.flag} {row.statements}" for row in counted.itertuples())
    return f"Matrix of sources and what their statements change. {cells}."
