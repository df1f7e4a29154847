import networkx as nx

from analysis.charts.provenance import draw_provenance, place_nodes
from analysis.charts.template import ACTOR_PALETTE, INK, OUTLET_PALETTE
from analysis.provenance import ROLES
from tests.charts.test_template import contrast


def graph():
    g = nx.DiGraph()
    for node, label in (
        ("likely speaker:ann", "Ann"),
        ("speaker:envoy", "<i>an envoy</i>"),
        ("source:g", "Gazette"),
    ):
        g.add_node(node, label=label, role=node.partition(":")[0], entity_id=node.partition(":")[2])
    g.add_edge("likely speaker:ann", "speaker:envoy", statements=1, inferred=1, label="likely identity")
    g.add_edge("speaker:envoy", "source:g", statements=3, inferred=0, label="stated")
    return g


def test_a_column_for_each_role():
    assert {node: x for node, (x, _) in place_nodes(graph()).items()} == {
        "likely speaker:ann": 0,
        "speaker:envoy": 1,
        "source:g": 2,  # roles that do not occur have no column
    }


def test_an_inferred_link_is_dashed_and_labelled():
    figure = draw_provenance(graph())
    links = [trace.line for trace in figure.data if trace.mode == "lines"]
    assert [(line.dash, line.width) for line in links] == [("dash", 2), ("solid", 4)]
    assert [note.text for note in figure.layout.annotations] == ["likely identity"]


def test_a_click_on_a_link_gives_both_ends():
    targets = next(trace for trace in draw_provenance(graph()).data if trace.mode == "markers")
    assert list(targets.customdata) == [["likely speaker:ann>speaker:envoy"], ["speaker:envoy>source:g"]]
    assert list(targets.x) == [0.5, 1.5]


def test_a_label_makes_room_for_a_link_from_the_left():
    sides = {trace.text[0]: trace.textposition for trace in draw_provenance(graph()).data if trace.text}
    assert sides == {
        "Ann": ("middle left",),
        "&lt;i&gt;an envoy&lt;/i&gt;": ("top center",),
        "Gazette": ("middle right",),
    }


def test_labels_hold_no_markup():
    texts = [text for trace in draw_provenance(graph()).data if trace.text for text in trace.text]
    assert texts == ["Ann", "&lt;i&gt;an envoy&lt;/i&gt;", "Gazette"]


def test_roles_differ_in_form_and_take_no_colour_of_an_outlet_or_actor():
    g = nx.DiGraph()
    for role in ROLES:
        g.add_node(role, label=role, role=role)
    figure = draw_provenance(g)
    marks = [trace.marker for trace in figure.data if trace.mode == "markers+text"]
    assert len({mark.symbol for mark in marks}) == len(ROLES)
    assert not {mark.color for mark in marks} & {*OUTLET_PALETTE, *ACTOR_PALETTE}
    for paper in (INK["light"]["paper"], INK["dark"]["paper"]):
        assert min(contrast(mark.color, paper) for mark in marks) > 3
    assert figure.layout.xaxis.ticktext == (
        "○ Likely speaker", "● Speaker", "◆ Medium", "▲ Reporter", "■ Source",
    )  # fmt: skip


def test_an_empty_graph_draws():
    assert not draw_provenance(nx.DiGraph()).data


def test_links_of_one_look_are_one_trace_and_none_is_too_wide():
    g = graph()
    g.add_node("speaker:raul", label="Raul", role="speaker", entity_id="raul")
    g.add_edge("speaker:raul", "source:g", statements=3, inferred=0, label="stated")
    links = [trace for trace in draw_provenance(g).data if trace.mode == "lines"]
    assert [sum(x is None for x in trace.x) for trace in links] == [1, 2]
    g.add_edge("speaker:raul", "source:g", statements=300, inferred=0, label="stated")
    assert max(trace.line.width for trace in draw_provenance(g).data if trace.mode == "lines") == 16
