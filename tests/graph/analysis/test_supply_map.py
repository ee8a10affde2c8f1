from graph.analysis.supply_map import build
from graph.domain.diagnosis.market import Making


def test_the_network_knows_makers_of_broader_nodes_and_who_buys() -> None:
    network = build(
        at="2026-06-30",
        makings=[("tube", Making("a")), ("steel", Making("b")), ("steel", Making("a", 0.5))],
        broader=[("tube", "steel"), ("steel", "metal"), ("metal", "tube")],
        supplies=[("steel", "pump"), ("steel", "pump"), ("pump", "pump")],
        near=[("alloy", "steel", 0.7), ("steel", "alloy", 0.8), ("wood", "steel", 0.2)],
        trades=[("a", "c", ""), ("b", "c", ""), ("a", "c", "")],
    )
    assert network.shares == {
        "tube": {"a": 0.5, "b": 0.5},
        "steel": {"a": 0.5, "b": 0.5},
        "metal": {"a": 0.5, "b": 0.5},
    }
    assert network.uses == {"steel": ("pump",)}
    assert network.substitutes == {"alloy": (("steel", 0.8),), "steel": (("alloy", 0.8),)}
    assert network.suppliers == {"c": {"": ("a", "b")}}
    assert network.customers == {"a": ("c",), "b": ("c",)}
    assert (sorted(network.makes), sorted(network.makes["b"])) == (
        ["a", "b"],
        ["metal", "steel", "tube"],
    )
