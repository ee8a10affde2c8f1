"""The map is read in parts, and the parts make the whole in the order of the keys."""

import pytest
from hostile_map import save_hostile_map

from graph import schema
from graph.store import Store
from graph.store.bulk import exports


def whole(store: Store) -> list[list[exports.Row]]:
    nodes = [list(exports.stream_nodes(store, label)) for label in schema.MAP_LABELS]
    return nodes + [list(exports.stream_links(store, link)) for link in schema.MAP_LINKS]


@pytest.mark.parametrize("size", [1, 2, 7])
def test_small_parts_make_the_same_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    save_hostile_map(store)
    at_once = whole(store)
    monkeypatch.setattr(exports, "NODES_A_PART", size)
    monkeypatch.setattr(exports, "STARTS_A_PART", size)
    assert whole(store) == at_once
    assert [len(rows) for rows in at_once] == [
        len(store.read(f"MATCH (n:{label.name}) RETURN n.code AS code"))  # type: ignore[arg-type]
        for label in schema.MAP_LABELS
    ] + [
        store.read(f"MATCH ()-[r:{link.name}]->() RETURN count(r) AS total")[0]["total"]  # type: ignore[arg-type]
        for link in schema.MAP_LINKS
    ]
