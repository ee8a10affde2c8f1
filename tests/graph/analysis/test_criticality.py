from graph.analysis.cascade import Shock
from graph.analysis.criticality import Critical, rank_enterprises, rank_nodes, weigh
from graph.analysis.supply_map import build
from graph.domain.diagnosis.market import Making

NETWORK = build(
    makings=[
        ("steel", Making("a")),
        ("steel", Making("b")),
        ("seal", Making("c")),
        ("digger", Making("d")),
    ],
    supplies=[("steel", "pump"), ("seal", "pump"), ("pump", "digger")],
    trades=[("a", "d", ""), ("b", "d", "")],
)


def test_enterprises_are_ranked_by_what_is_lost_without_them() -> None:
    """c alone makes seals: three nodes gone. a or b: half of three nodes and of what d buys."""
    assert rank_enterprises(NETWORK) == [
        Critical("c", 3.0, 3, 3, 0, 2),
        Critical("a", 2.0, 3, 0, 1, 2),
        Critical("b", 2.0, 3, 0, 1, 2),
        Critical("d", 1.0, 1, 1, 0, 0),
    ]


def test_nodes_are_ranked_by_what_is_lost_beside_themselves() -> None:
    assert rank_nodes(NETWORK) == [
        Critical("seal", 2.0, 2, 2, 0, 2),
        Critical("steel", 2.0, 2, 2, 0, 2),
        Critical("pump", 1.0, 1, 1, 0, 1),
    ]


def test_what_nobody_needs_is_not_critical() -> None:
    assert weigh(NETWORK, "x", Shock(enterprises=frozenset({"x"}))).impact == 0
    assert rank_nodes(build()) == []
