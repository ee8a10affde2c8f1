"""GEXF: it keeps the rules of its schema, and networkx reads back what the graph holds."""

from pathlib import Path
from typing import Any

import networkx
from exported_map import links_of, nodes_of, with_joined_lists
from hostile_map import save_hostile_map
from lxml import etree

from graph.exchange.exporting import Exported, export_map
from graph.store import Store

RULES = Path(__file__).parents[3] / "schemas" / "gexf-1.3.rng"


def check(path: Path) -> None:
    etree.RelaxNG(etree.parse(RULES)).assertValid(etree.parse(path))


def named(attributes: dict[str, Any], *beside: str) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in beside}


def test_networkx_reads_back_every_node_link_and_property(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.gexf"
    exported = export_map(store, path, form="gexf")
    check(path)
    found = networkx.read_gexf(path, version="1.3")
    nodes, links = nodes_of(store), links_of(store)
    assert exported == Exported(len(nodes), len(links))
    read = {key: named(told, "label") for key, told in found.nodes(data=True)}
    assert read == {key: with_joined_lists(told) for key, told in nodes.items()}
    labels = [told["label"] for _, told in found.nodes(data=True)]
    assert labels == [told.get("name") or told["code"] for told in nodes.values()]
    edges = [
        (start, end, told["id"], named(told, "id", "label", "kind"))
        for start, end, told in found.edges(data=True)
    ]
    assert sorted(edges) == sorted(links)


def test_an_empty_map_keeps_the_rules(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "map.gexf"
    export_map(store, path, form="gexf")
    check(path)
