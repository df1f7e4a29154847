"""The path of a claim from its speaker over medium and reporters to the page."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import networkx as nx
import pandas as pd

from .charts.text import plural
from .corpus import Corpus
from .labels import STANCES
from .quotations import join_names
from .wording import fold

COLUMNS = ["statement_id", "origin", "origin_role", "target", "target_role", "inferred", "basis"]
ROLES = ("likely speaker", "speaker", "medium", "reporter", "source")
"""The stations of a path, from the mouth to the page."""

PLURALS = {"medium": "media"}
MANY = 4
"""So many sources have room in a sentence."""


class AuthorWhoSpeaks(NamedTuple):
    """An author of an article who is a speaker in another one, in words."""

    name: str
    text: str


def trace_links(corpus: Corpus) -> pd.DataFrame:
    """The links that every statement took to the page, one row a link.

    Columns: statement_id, origin and target (entity or outlet ids), origin_role and target_role
    (one of ROLES), inferred (bool), basis (why the link is drawn). A stated link is one that the
    article names; a likely speaker of an unnamed one is inferred. In order of the statements.
    """
    outlets = corpus.articles.set_index("article_id")["outlet_id"]
    rows = [
        (statement.statement_id, *link)
        for statement in corpus.statements.itertuples()
        for link in _links(statement, outlets[statement.article_id])
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _links(statement: pd.Series, outlet_id: str) -> Iterator[tuple[str, str, str, str, bool, str]]:
    between = [(statement.medium_id, "medium")] if statement.medium_id else []
    between += [(reporter, "reporter") for reporter in reversed(statement.reported_by)]
    if between and between[-1][0] == outlet_id:  # the outlet cites itself
        between.pop()
    for speaker in statement.speaker_ids:
        stations = [(entity_id, role) for entity_id, role in between if entity_id != speaker]
        if statement.speaker_likely and len(statement.speaker_ids) == 1:
            yield (
                statement.speaker_likely, "likely speaker", speaker, "speaker", True, "likely identity"
            )  # fmt: skip
        path = [(speaker, "speaker"), *stations, (outlet_id, "source")]
        resolved = statement.speaker_basis == "inferred"
        for number, ((origin, role), (target, target_role)) in enumerate(pairwise(path)):
            inferred = resolved and number == 0
            yield origin, role, target, target_role, inferred, "inferred speaker" if inferred else "stated"


def build_graph(links: pd.DataFrame, names: dict[str, str]) -> nx.DiGraph:
    """The links as a directed graph from speaker to page.

    A node is "role:id" with label, role and entity_id; an edge has statements (their number),
    inferred (1 only where every statement's link is) and label.
    """
    graph = nx.DiGraph()
    for row in links.drop_duplicates(
        ["statement_id", "origin", "origin_role", "target", "target_role"]
    ).itertuples():
        ends = []
        for entity_id, role in ((row.origin, row.origin_role), (row.target, row.target_role)):
            node = f"{role}:{entity_id}"
            graph.add_node(node, label=names.get(entity_id, entity_id), role=role, entity_id=entity_id)
            ends.append(node)
        edge = graph.get_edge_data(*ends) or {"statements": 0, "inferred": 1, "label": row.basis}
        stated = not row.inferred
        graph.add_edge(
            *ends,
            statements=edge["statements"] + 1,
            inferred=0 if stated else edge["inferred"],
            label=row.basis if stated else edge["label"],
        )
    return graph


def count_origins(corpus: Corpus) -> pd.DataFrame:
    """How many independent origins each claim has, one row a proposition and stance.

    Columns: proposition_id, stance, statements, articles, outlets, origins, origin_ids. Origins are
    the speakers; an unnamed speaker counts as the likely one, and speakers who appear together in
    one statement, or whose statements stand in one shared passage, count once. Largest first.
    """
    columns = ["article_id", "speaker_ids", "speaker_likely"]
    statements = corpus.statements.set_index("statement_id")[columns].to_dict("index")
    shared = _shared_passages(corpus)
    outlets = corpus.articles.set_index("article_id")["outlet_id"]
    rows = []
    claims = corpus.positions[corpus.positions["statement_id"].isin(statements)]
    for (proposition_id, stance), claim in claims.groupby(["proposition_id", "stance"]):
        ids = list(dict.fromkeys(claim["statement_id"]))
        graph = nx.Graph()
        for statement_id in ids:
            statement = statements[statement_id]
            speakers = (
                [statement["speaker_likely"]] if statement["speaker_likely"] else statement["speaker_ids"]
            )
            nodes = [*speakers, *(f"passage {group}" for group in shared.get(statement_id, ()))]
            nx.add_path(graph, nodes or [statement_id])
        parts = nx.connected_components(graph)
        origins = sorted(
            " + ".join(sorted(n for n in part if not n.startswith("passage "))) for part in parts
        )
        articles = {statements[one]["article_id"] for one in ids}
        n_outlets = outlets[list(articles)].nunique()
        rows.append((proposition_id, stance, len(ids), len(articles), n_outlets, len(origins), origins))
    columns = ["proposition_id", "stance", "statements", "articles", "outlets", "origins", "origin_ids"]
    return pd.DataFrame(rows, columns=columns).sort_values(
        ["statements", "proposition_id", "stance"], ascending=[False, True, True], ignore_index=True
    )


def _shared_passages(corpus: Corpus) -> dict[str, set[str]]:
    """The groups of shared passages that each statement stands in."""
    pairs = corpus.statements[["statement_id", "article_id", "start", "end"]].merge(
        corpus.passages[["group_id", "article_id", "start", "end"]],
        on="article_id",
        suffixes=("", "_passage"),
    )
    inside = pairs[(pairs["start"] < pairs["end_passage"]) & (pairs["start_passage"] < pairs["end"])]
    return inside.groupby("statement_id")["group_id"].agg(set).to_dict()


def describe_paths(links: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The graph in words, one row a statement: columns statement_id and path, the page first.

    The path reads "page < reporter < medium < speaker"; an inferred link is marked with "(likely)".
    """
    paths: dict[str, dict[str, list[str]]] = {}
    for row in links.itertuples():
        stations = paths.setdefault(row.statement_id, {})
        for entity_id, role in ((row.origin, row.origin_role), (row.target, row.target_role)):
            label = names.get(entity_id, entity_id) + (" (likely)" if role == "likely speaker" else "")
            if label not in stations.setdefault(role, []):
                stations[role].append(label)
    rows = [(statement_id, _path(stations)) for statement_id, stations in paths.items()]
    return pd.DataFrame(rows, columns=["statement_id", "path"])


def _path(stations: dict[str, list[str]]) -> str:
    """The stations of one statement in words, the page first."""
    parts = [
        " and ".join(stations[role])
        for role in ("source", "medium", "speaker", "likely speaker")
        if role in stations
    ]
    parts[1:1] = reversed(stations.get("reporter", []))
    return " < ".join(parts)


def to_gexf(graph: nx.DiGraph) -> bytes:
    """The graph in GEXF, for Gephi."""
    return _written(nx.write_gexf, graph)


def to_graphml(graph: nx.DiGraph) -> bytes:
    """The graph in GraphML, for yEd, Cytoscape and igraph."""
    return _written(nx.write_graphml, graph)


def _written(write, graph: nx.DiGraph) -> bytes:
    buffer = io.BytesIO()
    write(graph, buffer)
    return buffer.getvalue()


def claim_titles(claims: pd.DataFrame, corpus: Corpus) -> dict[str, str]:
    """A title for each claim, by its id "proposition:stance"."""
    names = corpus.propositions.set_index("proposition_id")["name"]
    pairs = zip(claims["proposition_id"], claims["stance"], strict=True)
    return {f"{one}:{stance}": f"{STANCES[stance]}: {names.get(one, one)}" for one, stance in pairs}


def keep_claim(links: pd.DataFrame, corpus: Corpus, claim: str) -> pd.DataFrame:
    """The links of the statements with one claim; all of them for the empty id."""
    if not claim:
        return links
    proposition_id, _, stance = claim.rpartition(":")
    positions = corpus.positions
    chosen = positions[(positions["proposition_id"] == proposition_id) & (positions["stance"] == stance)]
    return links[links["statement_id"].isin(chosen["statement_id"])].reset_index(drop=True)


def statements_through(links: pd.DataFrame, station: str) -> list[str]:
    """The ids of the statements that pass a node "role:id" or a link "role:id>role:id"; all for none."""
    starts = links["origin_role"] + ":" + links["origin"]
    ends = links["target_role"] + ":" + links["target"]
    origin, _, target = station.partition(">")
    if target:
        links = links[(starts == origin) & (ends == target)]
    elif station:
        links = links[(starts == station) | (ends == station)]
    return links["statement_id"].unique().tolist()


def station_titles(graph: nx.DiGraph) -> dict[str, str]:
    """A title for each node, then for each link, by the ids that statements_through takes."""
    labels = {node: f"{data['label']} ({data['role']})" for node, data in graph.nodes(data=True)}
    links = {f"{one}>{other}": f"{labels[one]} to {labels[other]}" for one, other in graph.edges}
    return dict(sorted(labels.items(), key=lambda item: item[1])) | links


def keep_busiest(links: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The links of the statements whose speakers have the most statements: more could not be read."""
    spoken = links[links["origin_role"] == "speaker"].drop_duplicates(["statement_id", "origin"])
    busiest = spoken["origin"].value_counts().index[:most]
    ids = spoken.loc[spoken["origin"].isin(busiest), "statement_id"]
    return links[links["statement_id"].isin(ids)].reset_index(drop=True)


def fold_stations(
    links: pd.DataFrame, names: dict[str, str], *, most: int
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The links and names with stations made one where a role has more than `most`: more could not be read.

    First sources with links from the same stations are one; then the `most` stations with the most
    statements are kept, and the others of the role are one.
    """
    for role in ("source", "reporter", "medium"):
        folded = _fold_alike(links, names, most) if role == "source" else {}
        sizes = Counter(joined for joined, _ in folded.values())
        links, names = _renamed(links, names, role, folded)
        links, names = _renamed(links, names, role, _fold_rest(links, role, most, sizes))
    return links, names


def _fold_alike(links: pd.DataFrame, names: dict[str, str], most: int) -> dict[str, tuple[str, str]]:
    """What the sources that have links from the same stations are called together: id and label."""
    into = links[links["target_role"] == "source"]
    if into["target"].nunique() <= most:
        return {}
    starts = (into["origin_role"] + ":" + into["origin"]).groupby(into["target"]).agg(frozenset)
    folded = {}
    for _, alike in starts.groupby(starts):
        first, *others = sorted(alike.index, key=lambda one: names.get(one, one))
        if others:
            label = f"{names.get(first, first)} and {plural(len(others), 'other source')}"
            folded |= dict.fromkeys(alike.index, (f"{first}+{len(others)}", label))
    return folded


def _fold_rest(
    links: pd.DataFrame, role: str, most: int, sizes: Mapping[str, int]
) -> dict[str, tuple[str, str]]:
    """What all but the busiest stations of a role are called together; some are several already."""
    ends = [
        links.loc[links[f"{end}_role"] == role, ["statement_id", end]].rename(columns={end: "station"})
        for end in ("origin", "target")
    ]
    passed = pd.concat(ends).drop_duplicates()["station"].value_counts()
    rest = passed.sort_index().sort_values(ascending=False, kind="stable").index[most:]
    if len(rest) < 2:
        return {}
    n = sum(sizes.get(one, 1) for one in rest)
    return dict.fromkeys(rest, (f"other-{role}", f"{n:,} other {PLURALS.get(role, role + 's')}"))


def _renamed(
    links: pd.DataFrame, names: dict[str, str], role: str, folded: dict[str, tuple[str, str]]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The links and names with the stations of a role under the id and the label that they share."""
    if not folded:
        return links, names
    ids = {one: joined for one, (joined, _) in folded.items()}
    for end in ("origin", "target"):
        own = links[f"{end}_role"] == role
        links = links.assign(**{end: links[end].map(ids).where(own).fillna(links[end])})
    within = (links["origin"] == links["target"]) & (links["origin_role"] == links["target_role"])
    return links[~within].reset_index(drop=True), names | dict(folded.values())


def tell_claim(claims: pd.DataFrame, claim: str, corpus: Corpus) -> str:
    """How many independent origins a claim "proposition:stance" has, and which, in a sentence."""
    ids = claims["proposition_id"] + ":" + claims["stance"]
    row = list_claims(claims[ids == claim], corpus).iloc[0]
    go = "goes" if row["Statements"] == 1 else "go"
    return (
        f"{plural(row['Statements'], 'statement')} in {plural(row['Sources'], 'source')} {go} back to "
        f"{plural(row['Independent origins'], 'independent origin')}: {row['Origins']}."
    )


def list_links(links: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The links for reading: From, As, To, Through, Link, Statements."""
    names = corpus.outlet_names | corpus.entity_names
    counts = (
        links.groupby(["origin", "origin_role", "target", "target_role", "basis"], sort=False)["statement_id"]
        .nunique()
        .rename("Statements")
        .reset_index()
    )
    counts["From"] = counts["origin"].map(lambda one: names.get(one, one))
    counts["To"] = counts["target"].map(lambda one: names.get(one, one))
    renamed = counts.rename(columns={"origin_role": "From as", "target_role": "To as", "basis": "Link"})
    return renamed[["From", "From as", "To", "To as", "Link", "Statements"]]


def list_claims(claims: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The claims for reading: Claim, Statements, Articles, Sources, Independent origins, Origins."""
    names, titles = corpus.entity_names, claim_titles(claims, corpus)
    spelled = [
        "; ".join(" + ".join(names.get(i, i) for i in one.split(" + ")) for one in ids)
        for ids in claims["origin_ids"]
    ]
    return pd.DataFrame(
        {
            "Claim": list(titles.values()),
            "Statements": claims["statements"],
            "Articles": claims["articles"],
            "Sources": claims["outlets"],
            "Independent origins": claims["origins"],
            "Origins": spelled,
        }
    )


def describe_graph(graph: nx.DiGraph) -> str:
    """The graph in words: its stations by role and its inferred links."""
    roles = [data["role"] for _, data in graph.nodes(data=True)]
    stations = ", ".join(f"{roles.count(role)} {role}" for role in ROLES if role in roles)
    inferred = sum(1 for _, _, data in graph.edges(data=True) if data["inferred"])
    links = f"{graph.number_of_edges()} links, {inferred} of them inferred"
    return f"Graph of {graph.number_of_nodes()} stations ({stations}) and {links}."


def authors_who_speak(corpus: Corpus) -> list[AuthorWhoSpeaks]:
    """Authors of articles who are quoted as speakers in articles that they did not write."""
    by_name = {fold(name): entity_id for entity_id, name in corpus.entity_names.items()}
    spoken = corpus.statements[["article_id", "outlet", "speaker_ids"]].explode("speaker_ids")
    spoken = dict(list(spoken.groupby("speaker_ids")))
    written = corpus.articles[corpus.articles["author"] != ""]
    found = []
    for _, articles in written.groupby(written["author"].map(fold), sort=False):
        author = articles["author"].iat[0]
        said = spoken.get(by_name.get(fold(author)))
        said = said[~said["article_id"].isin(articles["article_id"])] if said is not None else ()
        if len(said):
            wrote = "the article" if len(articles) == 1 else plural(len(articles), "article")
            own, others = (join_names(sorted(set(one["outlet"])), most=MANY) for one in (articles, said))
            text = (
                f"{author} wrote {wrote} in {own} and is the speaker of "
                f"{plural(len(said), 'statement')} in {others}: "
                "one voice on both sides of the page."
            )
            found.append(AuthorWhoSpeaks(author, text))
    return found
