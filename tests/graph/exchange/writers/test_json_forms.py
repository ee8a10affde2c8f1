"""Node-link JSON and Cytoscape JSON: what networkx reads back is what the graph holds."""

import json
from pathlib import Path

import networkx
import pytest
from exported_map import links_of, nodes_of, with_source_renamed
from hostile_map import save_hostile_map

from graph.exchange.exporting import Exported, export_map
from graph.store import Store


def test_networkx_reads_node_link_json(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.json"
    export_map(store, path, form="json")
    found = networkx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
    assert isinstance(found, networkx.MultiDiGraph)
    assert dict(found.nodes(data=True)) == nodes_of(store)
    wanted = [
        (start, end, key, with_source_renamed(told)) for start, end, key, told in links_of(store)
    ]
    assert sorted(found.edges(keys=True, data=True)) == sorted(wanted)


def test_networkx_reads_cytoscape_json(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.cyjs"
    export_map(store, path, form="cytoscape")
    found = networkx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8")))
    wanted = {key: {"id": key, "value": key, **told} for key, told in nodes_of(store).items()}
    assert dict(found.nodes(data=True)) == wanted
    links = [
        (
            start,
            end,
            key,
            {"id": key, "key": key, "source": start, "target": end, **with_source_renamed(told)},
        )
        for start, end, key, told in links_of(store)
    ]
    assert sorted(found.edges(keys=True, data=True)) == sorted(links)


@pytest.mark.parametrize("form", ["json", "cytoscape"])
def test_an_empty_map_is_an_empty_graph(store: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / "map"
    assert export_map(store, path, form=form) == Exported(0, 0)
    read = {"json": networkx.node_link_graph, "cytoscape": networkx.cytoscape_graph}[form]
    found = read(json.loads(path.read_text(encoding="utf-8")))
    assert (found.number_of_nodes(), found.number_of_edges()) == (0, 0)
