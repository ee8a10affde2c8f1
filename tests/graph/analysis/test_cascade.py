"""Cascades small enough to work out by hand."""

import pytest

from graph.analysis.cascade import FirmLoss, NodeLoss, Shock, lost_firms, lost_nodes
from graph.analysis.supply_map import SupplyMap, build
from graph.domain.diagnosis.market import Making

STEEL_MAKERS = [("steel", Making("a")), ("steel", Making("b"))]
LINE = [("steel", "pump"), ("pump", "digger")]


def firms(*codes: str) -> Shock:
    return Shock(enterprises=frozenset(codes))


def taken(network: SupplyMap, *codes: str) -> dict[str, tuple[float, int]]:
    return {each.code: (each.left, each.steps) for each in lost_nodes(network, firms(*codes))}


def test_half_the_makers_leave_half_and_all_downstream_is_bound_by_it() -> None:
    network = build(makings=[*STEEL_MAKERS, ("pump", Making("c"))], supplies=LINE)
    assert lost_nodes(network, firms("a")) == [
        NodeLoss("steel", 0.5, 0.5, 0.0, 0),
        NodeLoss("pump", 0.5, 1.0, 0.0, 1, "steel"),
        NodeLoss("digger", 0.5, 1.0, 0.0, 2, "pump"),
    ]


def test_what_remains_follows_the_capacities() -> None:
    makings = [
        ("steel", Making("a", None, "年产 3 万吨")),
        ("steel", Making("b", None, "年产 1 万吨")),
    ]
    assert taken(build(makings=makings, supplies=LINE), "a") == {
        "steel": (0.25, 0),
        "pump": (0.25, 1),
        "digger": (0.25, 2),
    }


def test_the_scarcest_material_bounds_a_product() -> None:
    """Steel keeps a half and rubber nothing: the pump is gone by rubber, one step away."""
    makings = [*STEEL_MAKERS, ("rubber", Making("d"))]
    network = build(makings=makings, supplies=[*LINE, ("rubber", "pump")])
    assert taken(network, "a", "d") == {
        "rubber": (0.0, 0),
        "pump": (0.0, 1),
        "digger": (0.0, 2),
        "steel": (0.5, 0),
    }


def test_a_substitute_covers_by_its_likeness_and_by_what_is_left_of_it() -> None:
    """Alloy is 0.8 like steel; half of its makers fall too, so 0.8 × 0.5 = 0.4 is covered."""
    makings = [("steel", Making("a")), ("alloy", Making("a")), ("alloy", Making("b"))]
    network = build(makings=makings, supplies=LINE, near=[("alloy", "steel", 0.8)])
    found = {each.code: each for each in lost_nodes(network, firms("a"))}
    assert found["steel"] == NodeLoss("steel", 0.0, 0.0, 0.4, 0)
    assert (found["pump"].left, found["digger"].left, found["alloy"].left) == (0.4, 0.4, 0.5)


def test_a_near_node_that_nobody_makes_or_is_too_unlike_covers_nothing() -> None:
    near = [("alloy", "steel", 0.9), ("wood", "steel", 0.5)]
    network = build(makings=[("steel", Making("a")), ("wood", Making("w"))], near=near)
    assert [each.substitute for each in lost_nodes(network, firms("a"))] == [0.0]


def test_makers_of_a_narrower_node_are_makers_of_the_broader() -> None:
    makings = [("tube", Making("a")), ("steel", Making("b"))]
    network = build(makings=makings, broader=[("tube", "steel")])
    assert taken(network, "a") == {"tube": (0.0, 0), "steel": (0.5, 0)}


def test_a_loop_comes_to_an_end() -> None:
    network = build(makings=STEEL_MAKERS, supplies=[*LINE, ("digger", "steel")])
    assert taken(network, "a", "b") == {"steel": (0.0, 0), "pump": (0.0, 1), "digger": (0.0, 2)}


def test_a_removed_node_is_gone_whoever_makes_it() -> None:
    network = build(makings=STEEL_MAKERS, supplies=LINE)
    found = lost_nodes(network, Shock(nodes=frozenset({"pump"})))
    assert [(each.code, each.left, each.steps) for each in found] == [
        ("pump", 0.0, 0),
        ("digger", 0.0, 1),
    ]


def test_a_removed_supply_link_hits_what_it_led_to_unless_a_substitute_covers_it() -> None:
    cut = Shock(supplies=frozenset({("steel", "pump")}))
    network = build(makings=STEEL_MAKERS, supplies=LINE)
    assert [(each.code, each.left, each.via) for each in lost_nodes(network, cut)] == [
        ("digger", 0.0, "pump"),
        ("pump", 0.0, "steel"),
    ][::-1]
    makings = [*STEEL_MAKERS, ("alloy", Making("c"))]
    covered = build(makings=makings, supplies=LINE, near=[("alloy", "steel", 0.75)])
    assert [each.left for each in lost_nodes(covered, cut)] == [0.75, 0.75]
    assert lost_nodes(network, Shock(supplies=frozenset({("pump", "steel")}))) == []


def test_a_loss_below_one_per_cent_is_not_told() -> None:
    makings = [("steel", Making(str(number))) for number in range(200)]
    assert lost_nodes(build(makings=makings, supplies=LINE), firms("7")) == []


TRADES = [("s1", "m", "钢"), ("s2", "m", "钢"), ("s3", "m", "胶"), ("m", "k", ""), ("x", "k", "")]


@pytest.mark.parametrize(
    ("shock", "expected"),
    [
        (firms("s1"), [FirmLoss("m", 0.5, 0.5, 1), FirmLoss("k", 0.75, 0.75, 2)]),
        (firms("s3"), [FirmLoss("m", 0.0, 0.0, 1), FirmLoss("k", 0.5, 0.5, 2)]),
        (firms("s1", "x"), [FirmLoss("k", 0.25, 0.25, 1), FirmLoss("m", 0.5, 0.5, 1)]),
        (
            Shock(trades=frozenset({("s2", "m")})),
            [FirmLoss("m", 0.5, 0.5, 1), FirmLoss("k", 0.75, 0.75, 2)],
        ),
        (firms("k"), []),
    ],
)
def test_a_buyer_keeps_what_its_known_suppliers_still_deliver(
    shock: Shock, expected: list[FirmLoss]
) -> None:
    assert lost_firms(build(trades=TRADES), shock) == expected


def test_a_buyer_can_turn_to_others_who_make_the_product() -> None:
    """m buys steel of a, but b makes the other half; nobody but c makes seals."""
    makings = [*STEEL_MAKERS, ("seal", Making("c"))]
    trades = [("a", "m", "钢"), ("c", "m", "胶")]
    network = build(makings=makings, trades=trades, names={"钢": "steel", "胶": "seal", "x": "y"})
    assert network.products == {"钢": "steel", "胶": "seal"}
    assert lost_firms(network, firms("a")) == [FirmLoss("m", 0.5, 0.0, 1)]
    assert lost_firms(network, firms("c")) == [FirmLoss("m", 0.0, 0.0, 1)]
    assert lost_firms(network, Shock(trades=frozenset({("a", "m")}))) == []


def test_whoever_buys_a_removed_node_gets_nothing_of_it() -> None:
    trades = [("a", "m", "钢"), ("b", "m", "钢"), ("x", "m", ""), ("m", "k", ""), ("x", "k", "")]
    network = build(makings=STEEL_MAKERS, trades=trades, names={"钢": "steel"})
    assert lost_firms(network, Shock(nodes=frozenset({"steel"}))) == [
        FirmLoss("m", 0.0, 0.0, 1),
        FirmLoss("k", 0.5, 0.5, 2),
    ]


def test_a_cut_trade_with_the_only_maker_leaves_nobody_to_turn_to() -> None:
    network = build(
        makings=[("seal", Making("c"))], trades=[("c", "m", "胶")], names={"胶": "seal"}
    )
    cut = Shock(trades=frozenset({("c", "m")}))
    assert lost_firms(network, cut) == [FirmLoss("m", 0.0, 0.0, 1)]


def test_buyers_in_a_ring_settle() -> None:
    """p buys half of s and half of q, q all of p: with s gone, p = q / 2 shrinks to nothing."""
    network = build(trades=[("s", "p", ""), ("q", "p", ""), ("p", "q", "")])
    found = {each.code: each for each in lost_firms(network, firms("s"))}
    assert set(found) == {"p", "q"}
    assert (found["p"].left < 0.05, found["q"].left < 0.05) == (True, True)
