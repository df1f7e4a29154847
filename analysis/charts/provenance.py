"""The way of claims from speakers to pages: stations in columns, links between them."""

import networkx as nx
import plotly.graph_objects as go

from ..provenance import ROLES
from .template import OTHER_COLOUR, Trace, plain
from .text import fold, plural

ROW = 46
HEAD = 70
PALE, DEEP = "#8a949e", "#65707b"
MARKS = {
    "likely speaker": dict(symbol="circle-open", color=PALE, line_width=2),
    "speaker": dict(symbol="circle", color=PALE),
    "medium": dict(symbol="diamond", color=DEEP),
    "reporter": dict(symbol="triangle-up", color=PALE),
    "source": dict(symbol="square", color=DEEP),
}
"""Forms and greys that stand out on a light and on a dark page: colours mean an outlet or an actor."""

SIGNS = {"likely speaker": "○", "speaker": "●", "medium": "◆", "reporter": "▲", "source": "■"}
"""The forms again, over the columns."""

LABEL_SIDES = {
    "likely speaker": "middle left",
    "speaker": "middle left",
    "medium": "top center",
    "reporter": "top center",
    "source": "middle right",
}
"""Where the fewest links run."""

LABEL_FORMS = {
    "likely speaker": dict(width=22, lines=2),
    "speaker": dict(width=26, lines=2),
    "source": dict(width=16, lines=2),
}
WIDE = dict(width=24, lines=2)

NEAR = 0.38
"""Where on an inferred link its label stands: before that of the station it leads to."""

BENDS = 12
"""Points of a curved link."""

WIDEST = 16
"""Pixels of the link with the most statements, where one more for each would be wider."""


def draw_provenance(graph: nx.DiGraph) -> go.Figure:
    """A column a role, the page on the right; an inferred link is dashed and says so.

    The width of a link grows with its statements. The id of a node, or of a link as "one>other",
    comes back from a click.
    """
    places = place_nodes(graph)
    traces = _links(graph, places)
    if graph.edges:
        traces.append(_targets(graph, places))
    for role in ROLES:
        nodes = [node for node, data in graph.nodes(data=True) if data["role"] == role]
        if nodes:
            traces.append(_nodes(graph, nodes, places, role))
    columns = sorted({x for x, _ in places.values()})
    held = {data["role"] for _, data in graph.nodes(data=True)}
    names = dict(enumerate(f"{SIGNS[role]} {role.capitalize()}" for role in ROLES if role in held))
    layout = dict(
        height=ROW * (1 + max((y for _, y in places.values()), default=0)) + HEAD,
        showlegend=False,
        annotations=[
            _link_label(places[origin], places[target], link["label"])
            for origin, target, link in graph.edges(data=True)
            if link["inferred"]
        ],
        xaxis=dict(
            side="top",
            showgrid=False,
            range=[-0.75, len(columns) - 0.45],
            tickvals=columns,
            ticktext=[names[int(x)] for x in columns],
        ),
        yaxis=dict(visible=False, autorange="reversed"),
    )
    return go.Figure(traces, layout)


def place_nodes(graph: nx.DiGraph) -> dict[str, tuple[float, float]]:
    """Where each node stands: a column a role that occurs, within it beside the nodes that it is linked to.

    Rows are ordered by the mean place of a node's neighbours in the column to the right
    (the barycentre heuristic of Sugiyama, Tagawa and Toda 1981), pages by name.
    """
    columns = {role: sorted(n for n, d in graph.nodes(data=True) if d["role"] == role) for role in ROLES}
    tallest = max((len(nodes) for nodes in columns.values()), default=0)
    rows: dict[str, float] = {}
    for role in reversed(ROLES):
        nodes = sorted(columns[role], key=lambda n: (_barycentre(graph, n, rows), n))
        gap = tallest / len(nodes) if nodes else 1
        if role == "likely speaker":  # few, and each beside the one that it may be
            rows.update(_beside(graph, nodes, rows))
        else:
            rows.update({node: gap * (i + 0.5) for i, node in enumerate(nodes)})
    held = [role for role in ROLES if columns[role]]
    return {node: (held.index(graph.nodes[node]["role"]), rows[node]) for node in graph}


def _beside(graph: nx.DiGraph, nodes: list[str], rows: dict[str, float]) -> dict[str, float]:
    """Nodes in their order, each as near to its neighbours as the one above leaves room."""
    placed: dict[str, float] = {}
    for node in nodes:
        placed[node] = max(_barycentre(graph, node, rows), max(placed.values(), default=-1.0) + 1)
    return placed


def _barycentre(graph: nx.DiGraph, node: str, rows: dict[str, float]) -> float:
    known = [rows[other] for other in graph.successors(node) if other in rows]
    return sum(known) / len(known) if known else 0.0


def _links(graph: nx.DiGraph, places: dict[str, tuple[float, float]]) -> list[Trace]:
    """Every link as a curve, those of one look in one trace."""
    most = max((n for _, _, n in graph.edges(data="statements")), default=1)
    looks: dict[tuple[str, float], list[tuple[float | None, float | None]]] = {}
    for origin, target, link in graph.edges(data=True):
        dash = "dash" if link["inferred"] else "solid"
        width = 1 + link["statements"] * min(1, (WIDEST - 1) / most)
        points = looks.setdefault((dash, round(width, 1)), [])
        points += [*_curve(places[origin], places[target]), (None, None)]
    return [
        dict(
            type="scatter",
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines",
            line=dict(color=OTHER_COLOUR, width=width, dash=dash),
            opacity=0.6,
            hoverinfo="skip",
        )
        for (dash, width), points in looks.items()
    ]


def _curve(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    steps = [i / BENDS for i in range(BENDS + 1)]
    return [
        (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * (3 * t**2 - 2 * t**3))
        for t in steps
    ]


def _link_label(start: tuple[float, float], end: tuple[float, float], label: str) -> dict[str, object]:
    x, y = start[0] + NEAR * (end[0] - start[0]), start[1] + NEAR * (end[1] - start[1])
    return dict(x=x, y=y, text=plain(label), font_size=11, yshift=9)


def _targets(graph: nx.DiGraph, places: dict[str, tuple[float, float]]) -> Trace:
    """What the reader points at on a link: lines cannot be chosen."""
    labels = {node: plain(data["label"]) for node, data in graph.nodes(data=True)}
    return dict(
        type="scatter",
        x=[(places[one][0] + places[other][0]) / 2 for one, other in graph.edges],
        y=[(places[one][1] + places[other][1]) / 2 for one, other in graph.edges],
        mode="markers",
        marker=dict(size=16, opacity=0),
        customdata=[[f"{one}>{other}"] for one, other in graph.edges],
        hovertext=[
            f"<b>{labels[one]}</b> to <b>{labels[other]}</b><br>"
            f"{plural(link['statements'], 'statement')}, {plain(link['label'])}"
            for one, other, link in graph.edges(data=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _nodes(graph: nx.DiGraph, nodes: list[str], places: dict[str, tuple[float, float]], role: str) -> Trace:
    statements = {n: _statements(graph, n) for n in nodes}
    return dict(
        type="scatter",
        x=[places[n][0] for n in nodes],
        y=[places[n][1] for n in nodes],
        mode="markers+text",
        marker=dict(size=13, **MARKS[role]),
        text=[fold(graph.nodes[n]["label"], **LABEL_FORMS.get(role, WIDE)) for n in nodes],
        textposition=[_side(graph, n, role) for n in nodes],
        textfont_size=12,
        cliponaxis=False,
        customdata=[[n] for n in nodes],
        hovertext=[
            f"<b>{plain(graph.nodes[n]['label'])}</b><br>{role}: {plural(statements[n], 'statement')}"
            for n in nodes
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _side(graph: nx.DiGraph, node: str, role: str) -> str:
    """Where the label of a node stands: above it where a link comes in from the left."""
    return "top center" if role == "speaker" and graph.in_degree(node) else LABEL_SIDES[role]


def _statements(graph: nx.DiGraph, node: str) -> int:
    """How many statements pass a node, counted on its busier side."""
    sides = (graph.in_edges(node, data="statements"), graph.out_edges(node, data="statements"))
    return max(sum(n for _, _, n in side) for side in sides)
