"""Reads each form in which the map leaves, with the library or the rules it is made for."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import networkx
import pyarrow.parquet
from admin_csv import read_back, stored
from exported_map import links_of, nodes_of, with_joined_lists, with_source_renamed
from openpyxl import load_workbook
from public_maps import PublicMaps, tables_of

from graph import schema
from graph.exchange.office import import_csv, import_xlsx
from graph.store import Store

CLEAR = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"
KINDS = [each.name for each in (*schema.MAP_LABELS, *schema.MAP_LINKS)]
Check = Callable[[PublicMaps, Path, Store], None]


def check_graphml(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read with networkx."""
    found = networkx.read_graphml(path, force_multigraph=True)
    assert dict(found.nodes(data=True)) == _joined_nodes(maps)
    assert _edges(found) == _joined_links(maps)


def check_gexf(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read with networkx."""
    found = networkx.read_gexf(path, version="1.3")
    nodes = {key: _without(told, "label") for key, told in found.nodes(data=True)}
    assert nodes == _joined_nodes(maps)
    assert _edges(found, "id", "label", "kind") == _joined_links(maps)


def check_json(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read with networkx."""
    found = networkx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
    assert dict(found.nodes(data=True)) == maps.nodes
    assert _edges(found) == _renamed_links(maps)


def check_cytoscape(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read with networkx."""
    found = networkx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8")))
    nodes = {key: _without(told, "id", "value") for key, told in found.nodes(data=True)}
    assert nodes == maps.nodes
    assert _edges(found, "id", "key", "source", "target") == _renamed_links(maps)


def check_csv(maps: PublicMaps, path: Path, store: Store) -> None:
    """Read with our own import into an empty graph."""
    store.write(CLEAR)
    assert import_csv(store, path, as_of="2030-01-01", source="other").rejects == ()
    assert_same_map(maps, store)


def check_xlsx(maps: PublicMaps, path: Path, store: Store) -> None:
    """Count the rows with openpyxl, read with our own import."""
    book = load_workbook(path, read_only=True)
    rows = sorted(sum(1 for _ in sheet.rows) - 1 for sheet in book)
    book.close()
    assert rows == sorted(len(table) for table in maps.tables.values())
    store.write(CLEAR)
    assert import_xlsx(store, path, as_of="2030-01-01", source="other").rejects == ()
    assert_same_map(maps, store)


def check_parquet(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read with pyarrow."""
    folder = _unpacked(path)
    read = {kind: pyarrow.parquet.read_table(folder / f"{kind}.parquet") for kind in KINDS}
    assert {kind: table.to_pylist() for kind, table in read.items()} == maps.tables


def check_cypher(maps: PublicMaps, path: Path, store: Store) -> None:
    """Run in an empty graph, whose constraints stand already."""
    store.write(CLEAR)
    _comment, script = path.read_text(encoding="utf-8").split("\n", 1)
    for statement in script.split(";\n")[:-1]:
        if not statement.startswith("CREATE CONSTRAINT"):
            store.write(statement)  # type: ignore[arg-type]
    assert_same_map(maps, store)


def check_neo4j_admin(maps: PublicMaps, path: Path, _store: Store) -> None:
    """Read by the rules of the manual."""
    folder = _unpacked(path)
    read = {kind: read_back(folder / f"{kind}.csv") for kind in KINDS}
    assert read == {kind: stored(rows) for kind, rows in maps.tables.items()}


CHECKS: Mapping[str, Check] = {
    "graphml": check_graphml,
    "gexf": check_gexf,
    "json": check_json,
    "cytoscape": check_cytoscape,
    "csv": check_csv,
    "xlsx": check_xlsx,
    "parquet": check_parquet,
    "cypher": check_cypher,
    "neo4j-admin": check_neo4j_admin,
}


def assert_same_map(maps: PublicMaps, store: Store) -> None:
    """Compare a graph with the map that was exported."""
    assert nodes_of(store) == maps.nodes
    told = [(start, end, values) for start, end, _, values in links_of(store)]
    assert _sorted(told) == _sorted((start, end, told) for start, end, _, told in maps.links)
    assert {kind: len(rows) for kind, rows in tables_of(store).items()} == {
        kind: len(rows) for kind, rows in maps.tables.items()
    }


def _joined_nodes(maps: PublicMaps) -> dict[str, Any]:
    return {key: with_joined_lists(told) for key, told in maps.nodes.items()}


def _joined_links(maps: PublicMaps) -> list[Any]:
    return _sorted((start, end, with_joined_lists(told)) for start, end, _, told in maps.links)


def _renamed_links(maps: PublicMaps) -> list[Any]:
    return _sorted((start, end, with_source_renamed(told)) for start, end, _, told in maps.links)


def _edges(graph: networkx.Graph, *beside: str) -> list[Any]:
    edges = graph.edges(data=True)
    return _sorted((start, end, _without(told, *beside)) for start, end, told in edges)


def _without(told: Mapping[str, Any], *beside: str) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in beside}


def _sorted(links: Any) -> list[Any]:
    return sorted(links, key=lambda link: (link[0], link[1], sorted(map(str, link[2].items()))))


def _unpacked(path: Path) -> Path:
    folder = path.with_suffix("")
    with ZipFile(path) as package:
        package.extractall(folder)
    return folder
