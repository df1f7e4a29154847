"""One utterance in different words: statements aligned over sources, with what was changed on the way."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import networkx as nx
import pandas as pd
from rapidfuzz.distance import Indel

from .corpus import Corpus
from .records import OWN_WORDS
from .text_policy import ELLIPSIS
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
MIN_SHARED = 4  # words that say something; fewer are shared by chance
MOST_COMMON = 200  # a key in more statements than this starts no comparison
SAME_STANCE = 0.7
SHORTENED = 0.7
HALF_MISSING = 0.25


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
    tokens = statement_tokens(corpus)
    weights = weigh_keys([list_keys(row) for row in tokens])
    families = _families(statements, corpus.entities)
    stances = _stances(statements, corpus.positions)
    articles = statements["article_id"].tolist()
    alike: dict[tuple[int, int], float] = {}
    for one, other in _candidates(tokens):
        if articles[one] == articles[other] or not families[one] & families[other]:
            continue
        enough = similar * (SAME_STANCE if stances[one] & stances[other] else 1)
        score = share_keys(list_keys(tokens[one]), list_keys(tokens[other]), weights)
        if score >= enough:
            alike[one, other] = score
    graph = nx.Graph(_keep_mutual(alike, articles))
    groups = [sorted(group) for group in nx.connected_components(graph)]
    hedges = list(hedges)
    homes = corpus.articles.set_index("article_id")[["outlet_id", "published"]].to_dict("index")
    rows = [row for group in groups for row in _group_rows(group, statements, homes, tokens, weights, hedges)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    sizes = table.groupby("group_id")["statement_id"].transform("size")
    return (
        table.assign(size=sizes)
        .sort_values(["size", "group_id", "is_reference", "published", "statement_id"],
                     ascending=[False, True, False, True, True], ignore_index=True)
        .drop(columns="size")
    )  # fmt: skip


def _keep_mutual(alike: dict[tuple[int, int], float], articles: list[str]) -> list[tuple[int, int]]:
    """The pairs in which each is the other's most similar one of its article."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (one, other), score in alike.items():
        for own, far in ((one, other), (other, one)):
            best[own, articles[far]] = max(best.get((own, articles[far]), (0.0, 0)), (score, -far))
    return sorted(
        (one, other)
        for one, other in alike
        if best[one, articles[other]][1] == -other and best[other, articles[one]][1] == -one
    )


def statement_tokens(corpus: Corpus) -> list[list[Token]]:
    """The tokens of every statement's content, in the order of the table; names are keyed by entity."""
    mentions = {
        article_id: list(zip(rows["start"], rows["end"], rows["entity_id"], strict=True))
        for article_id, rows in corpus.mentions.groupby("article_id")
    }
    tokens = []
    for row in corpus.statements.itertuples():
        end = row.start + len(row.content)
        inside = [
            (start - row.start, stop - row.start, entity_id)
            for start, stop, entity_id in mentions.get(row.article_id, [])
            if row.start <= start and stop <= end
        ]
        tokens.append(read_tokens(row.content, inside))
    return tokens


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
    reference: pd.Series,
    variant: pd.Series,
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


def _hedges_of(statement: pd.Series, hedges: Sequence[str]) -> list[str]:
    """The hedges inside a statement and the one that its source reports it with."""
    return list(
        dict.fromkeys([*find_hedges(statement["content"], hedges), *filter(None, [statement["hedge"]])])
    )


def _moved_gloss(
    marked: pd.Series, plain: pd.Series, tokens: tuple[Sequence[Token], Sequence[Token]]
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
    statements: pd.DataFrame,
    homes: dict[str, dict[str, str]],
    tokens: list[list[Token]],
    weights: dict[str, float],
    hedges: list[str],
) -> list[dict]:
    members = {i: statements.loc[i] for i in group}
    published = {i: homes[row["article_id"]]["published"] for i, row in members.items()}
    order = sorted(group, key=lambda i: (str(published[i]), -len(tokens[i]), i))
    first = order[0]
    reference, ours = members[first], list_keys(tokens[first])
    rows = []
    for i in order:
        row = members[i]
        rows.append(
            {
                "group_id": reference["statement_id"],
                **row[["statement_id", "article_id", "kind", "content"]],
                "speaker_ids": list(row["speaker_ids"]),
                "outlet_id": homes[row["article_id"]]["outlet_id"],
                "published": published[i],
                "similarity": 1.0 if i == first else share_keys(ours, list_keys(tokens[i]), weights),
                "is_reference": i == first,
                "flags": [] if i == first else find_flags(reference, row, (tokens[first], tokens[i]), hedges),
            }
        )
    return rows


def _families(statements: pd.DataFrame, entities: pd.DataFrame) -> list[set[str]]:
    """Whom each statement may be of: its speakers, a likely identity, and their countries."""
    country = dict(zip(entities["entity_id"], entities["country"], strict=True))
    families = []
    for speakers, likely in zip(statements["speaker_ids"], statements["speaker_likely"], strict=True):
        people = {*speakers, likely} - {""}
        families.append(people | {country.get(person, "") for person in people} - {""})
    return families


def _stances(statements: pd.DataFrame, positions: pd.DataFrame) -> list[set[tuple[str, str]]]:
    """The propositions that each statement takes a stance on, with the stance."""
    taken: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in positions.itertuples():
        taken[row.statement_id].add((row.proposition_id, row.stance))
    return [taken[statement_id] for statement_id in statements["statement_id"]]


def _candidates(tokens: list[list[Token]]) -> set[tuple[int, int]]:
    """Pairs that share MIN_SHARED keys, found through their rarer keys."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(tokens):
        for key in list_keys(row):
            places[key].append(i)
    shared = Counter(
        pair for rows in places.values() if len(rows) <= MOST_COMMON for pair in combinations(rows, 2)
    )
    return {pair for pair, count in shared.items() if count >= MIN_SHARED}


class OwnWords(NamedTuple):
    """A quotation of an author beside the like sentence of the author's own article."""

    statement_id: str
    author: str
    outlet: str  # that quotes
    own_outlet: str
    similarity: float
    shortened: bool  # the own sentence is, under the text policy
    pieces: list[tuple[str, str]]  # (operation, words) of the quotation against the own sentence
    flags: list[str]


def find_own_words(corpus: Corpus) -> list[OwnWords]:
    """Quotations of authors whose own article is in the corpus, the most alike first.

    Found by the build among the passages; a sentence that the text policy cut is not aligned.
    """
    own = corpus.passages[corpus.passages["group_id"].str.startswith(OWN_WORDS)]
    authors = corpus.articles.set_index("article_id")["author"]
    rows = []
    for group_id, pair in own.groupby("group_id", sort=False):
        if len(pair) < 2:
            continue
        mine, quoted = pair.iloc[0], pair.iloc[1]
        cut = ELLIPSIS in mine["text"]
        steps = [] if cut else align_words(read_tokens(mine["text"]), read_tokens(quoted["text"]))
        rows.append(
            OwnWords(
                statement_id=group_id.removeprefix(OWN_WORDS),
                author=authors[mine["article_id"]],
                outlet=quoted["outlet"],
                own_outlet=mine["outlet"],
                similarity=quoted["similarity"],
                shortened=cut,
                pieces=[("equal", mine["text"])] if cut else _pieces(steps),
                flags=_hedge_flags(mine["hedges"], quoted["hedges"]),
            )
        )
    return sorted(rows, key=lambda row: (-row.similarity, row.statement_id))


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


def show_changes(corpus: Corpus, group: pd.DataFrame) -> list[tuple[pd.Series, list[tuple[str, str]]]]:
    """Every member of a group with its words against the reference: (row, [(operation, words)]).

    The operation is equal, changed, dropped (words of the reference) or added; a change is what was
    dropped followed by what was added. The reference itself is one equal piece. Words that the text
    policy cut are an ellipsis.
    """
    tokens = dict(zip(corpus.statements["statement_id"], statement_tokens(corpus), strict=True))
    reference = tokens[group["statement_id"].iat[0]]
    members = []
    for _, row in group.iterrows():
        cut = [("equal", ELLIPSIS)] if row["content"].endswith(ELLIPSIS) else []
        members.append((row, _pieces(align_words(reference, tokens[row["statement_id"]])) + cut))
    return members


def keep_groups(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The whole groups of which at least one statement is in the corpus."""
    held = table["statement_id"].isin(corpus.statements["statement_id"])
    return table[table["group_id"].isin(table.loc[held, "group_id"])]


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
            "published": table["published"],
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
    return "; ".join(f"{row.outlet}: {row.flag} {row.statements}" for row in counted.itertuples()) + "."
