"""GraphML: what networkx reads back is what the graph holds."""

from pathlib import Path
from typing import Any

import networkx
import pytest
from hostile_map import LIST, save_hostile_map

from graph import schema
from graph.errors import BadInput, Conflict
from graph.exchange.cells import join_list, split_list
from graph.exchange.exporting import Exported, export_graphml
from graph.exchange.graphml import node_id
from graph.store import Store
from graph.store.bulk import exports

Properties = dict[str, Any]


def told(row: Properties, columns: tuple[str, ...], kind: str) -> Properties:
    """What a row of the graph says: no property without a value, lists as they are joined."""
    values = {
        name: join_list(row[name]) if isinstance(row[name], list) else row[name]
        for name in columns
        if row[name] not in (None, "", [])
    }
    return {"type": kind, **values}


def expected_nodes(store: Store) -> dict[str, Properties]:
    return {
        node_id(label.name, row["code"]): told(row, label.columns, label.name)
        for label in schema.MAP_LABELS
        for row in exports.stream_nodes(store, label)
    }


def expected_links(store: Store) -> list[tuple[str, str, str, Properties]]:
    return [
        (
            node_id(link.start, row["start"]),
            node_id(link.end, row["end"]),
            f"{link.name}/{number}",
            told(row, link.columns, link.name),
        )
        for link in schema.MAP_LINKS
        for number, row in enumerate(exports.stream_links(store, link), 1)
    ]


def read_back(path: Path) -> networkx.MultiDiGraph:
    return networkx.read_graphml(path, force_multigraph=True)


def test_networkx_reads_back_every_node_link_and_property(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.graphml"
    exported = export_graphml(store, path)
    found = read_back(path)
    nodes, links = expected_nodes(store), expected_links(store)
    assert dict(found.nodes(data=True)) == nodes
    assert sorted(found.edges(keys=True, data=True), key=repr) == sorted(links, key=repr)
    assert exported == Exported(len(nodes), len(links))
    assert exported == Exported(32, 17)


def test_values_keep_their_types(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.graphml"
    export_graphml(store, path)
    found = read_back(path)
    enterprise = found.nodes["Enterprise/uscc:91430100MA4DEM0A0U"]
    assert enterprise["founded"] == 2008
    assert split_list(enterprise["certifications"]) == LIST
    assert found.nodes["Chain/office:c"]["published"] is False
    shares = [data["share"] for *_, data in found.edges(data=True) if "share" in data]
    assert sorted(shares) == [0.1, 1 / 3]
    assert {type(data["times"]) for *_, data in found.edges(data=True) if "times" in data} == {int}


def test_an_empty_map_is_a_graph_without_nodes(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "map.graphml"
    assert export_graphml(store, path) == Exported(0, 0)
    assert read_back(path).number_of_nodes() == 0


def test_characters_that_xml_forbids_are_left_out(store: Store, tmp_path: Path) -> None:
    store.write("CREATE (n:Chain {code: $code, name: $name})", code="x:1", name="甲\x00\x1f乙\r丙")
    path = tmp_path / "map.graphml"
    export_graphml(store, path)
    assert read_back(path).nodes["Chain/x:1"]["name"] == "甲乙\r丙"


def test_nothing_is_overwritten_silently(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "map.graphml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Conflict) as error:
        export_graphml(store, path)
    assert str(error.value) == f"{path} 已经存在，没有覆盖。要覆盖请加 --force。"
    assert path.read_text(encoding="utf-8") == "mine"
    export_graphml(store, path, force=True)
    assert read_back(path).number_of_nodes() == 0


def test_a_path_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        export_graphml(store, tmp_path)
    assert str(error.value) == f"{tmp_path} 是文件夹，请写明文件名。"
    with pytest.raises(BadInput) as error:
        export_graphml(store, tmp_path / "none" / "map.graphml")
    assert str(error.value) == f"没有文件夹 {tmp_path / 'none'}，请先建好。"


def test_an_interrupted_export_leaves_nothing(store: Store, tmp_path: Path) -> None:
    def stop(done: int, total: int, note: object) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_graphml(store, tmp_path / "map.graphml", progress=stop)
    assert list(tmp_path.iterdir()) == []
