"""The Cypher script: run in an empty graph, it makes the same map."""

from pathlib import Path

import pytest
from hostile_map import save_hostile_map

from graph import schema
from graph.exchange.exporting import export_map
from graph.exchange.writers import cypher_script
from graph.store import Store
from graph.store.bulk import exports

CLEAR = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"


def dump(store: Store) -> list[object]:
    nodes = [list(exports.stream_nodes(store, label)) for label in schema.MAP_LABELS]
    return nodes + [list(exports.stream_links(store, link)) for link in schema.MAP_LINKS]


@pytest.mark.parametrize("batch", [cypher_script.ROWS_A_STATEMENT, 2])
def test_the_script_makes_the_same_map(
    store: Store, tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cypher_script, "ROWS_A_STATEMENT", batch)
    save_hostile_map(store)
    before = dump(store)
    path = tmp_path / "map.cypher"
    export_map(store, path, form="cypher")
    store.write(CLEAR)
    comment, script = path.read_text(encoding="utf-8").split("\n", 1)
    assert comment.startswith("//")
    for statement in script.split(";\n")[:-1]:
        if not statement.startswith("CREATE CONSTRAINT"):  # the store has them already
            store.write(statement)  # type: ignore[arg-type]
    assert dump(store) == before
