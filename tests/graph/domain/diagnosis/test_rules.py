"""The rules on chains small enough to judge by hand."""

from small_facts import AWAY, SOMEWHERE, buys, facts_of, firm, node

from graph.domain.diagnosis.facts import Firm, NodeFacts
from graph.domain.diagnosis.leaders import find_leaders
from graph.domain.diagnosis.rules import Ground, NodeDiagnosis, Strength, diagnose


def look(nodes: list[NodeFacts], *firms: Firm, **partners: int) -> dict[str, NodeDiagnosis]:
    facts = facts_of(nodes, *firms, **partners)
    return {each.node.code: each for each in diagnose(facts)}


def test_shares_and_dependence_are_counted_over_what_is_known() -> None:
    """Two of three placed makers are local; of three placed suppliers two stand outside."""
    found = look(
        [node("n", "abcd", purchases=buys("ca", "cb", "ba", "da"))],
        *(firm("a"), firm("b"), firm("c", AWAY), firm("d", SOMEWHERE)),
    )["n"]
    assert (found.local, found.outside, found.unknown) == (("a", "b"), ("c",), ("d",))
    assert (found.share, found.imported, found.known, found.dependence) == (2 / 3, 2, 3, 2 / 3)
    assert found.makers == 4
    assert not (found.is_gap or found.is_single or found.is_local_single)


def test_a_missing_node_that_ours_need_is_to_be_filled() -> None:
    nodes = [node("steel", uses=("pump",)), node("pump", "a", materials=("steel",))]
    found = look(nodes, firm("a"))
    assert (found["steel"].strength, found["steel"].grounds) == (
        Strength.FILL,
        (Ground.NO_MAKER, Ground.LOCAL_DEMAND),
    )
    assert found["steel"].is_gap
    assert (found["steel"].share, found["steel"].dependence) == (None, None)


def test_makers_without_a_place_are_not_said_to_stand_outside() -> None:
    nodes = [node("pump", "x"), node("digger", "xz")]
    found = look(nodes, firm("x", SOMEWHERE), firm("z", AWAY))
    assert found["pump"].grounds == (Ground.UNPLACED_MAKER, Ground.NO_TIE)
    assert found["digger"].grounds == (Ground.NO_LOCAL_MAKER, Ground.NO_TIE)


def test_a_missing_node_that_only_our_material_leads_to_is_an_extension() -> None:
    nodes = [node("pump", "a", uses=("digger",)), node("digger", "z", materials=("pump",))]
    found = look(nodes, firm("a"), firm("z", AWAY))
    assert (found["digger"].strength, found["digger"].grounds) == (
        Strength.EXTEND,
        (Ground.NO_LOCAL_MAKER, Ground.LOCAL_MATERIAL),
    )
    assert (found["pump"].strength, found["pump"].grounds) == (Strength.KEEP, (Ground.ONE_MAKER,))


def test_a_node_bought_from_outside_is_weak_though_it_is_made_here() -> None:
    nodes = [
        node("pump", "az", uses=("digger",), purchases=buys("zb", "zc", "ab")),
        node("digger", "bc", materials=("pump",)),
    ]
    firms = firm("a"), firm("b"), firm("c"), firm("z", AWAY)
    assert look(nodes, *firms)["pump"].grounds == (Ground.DEPENDENT, Ground.LOCAL_DEMAND)
    fewer = [node("pump", "az", uses=("digger",), purchases=buys("zb", "zc")), nodes[1]]
    assert look(fewer, *firms)["pump"].strength == Strength.KEEP


def test_three_local_makers_with_one_outstanding_make_a_node_strong() -> None:
    best = firm("a", certifications=("制造业单项冠军",))
    strong = look([node("n", "abc")], best, firm("b"), firm("c"))["n"]
    assert (strong.strength, strong.grounds) == (
        Strength.STRONG,
        (Ground.MANY_MAKERS, Ground.OUTSTANDING),
    )
    ordinary = look([node("n", "abc")], firm("a"), firm("b"), firm("c"))["n"]
    assert (ordinary.strength, ordinary.grounds) == (Strength.KEEP, (Ground.ORDINARY,))


def test_a_leader_has_weight_and_others_that_depend_on_it() -> None:
    nodes = [node("n", "abcdz"), node("m", "ad"), node("o", "ad")]
    firms = [
        firm("a", size="large"),
        firm("b", size="large"),
        firm("c", market="沪市"),
        firm("d", size="small"),
        firm("z", AWAY, size="large"),
    ]
    partners = {"a": 0, "b": 2, "c": 3, "d": 9, "z": 9}
    facts = facts_of(nodes, *firms, **partners)
    assert find_leaders(facts) == ("c", "a")
    assert [each.leaders for each in diagnose(facts)] == [("c", "a"), ("a",), ("a",)]
