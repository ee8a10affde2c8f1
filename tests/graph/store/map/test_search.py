from small_map import EVIDENCE, save_enterprises, save_makes

from graph.derive import search_texts
from graph.store import Store
from graph.store.map import chain_nodes
from graph.store.map import search as records

AT = EVIDENCE["as_of"]


def save_pumps(store: Store) -> None:
    save_enterprises(store, "泵厂", "阀厂")
    save_makes(store, ("泵厂", "液压泵", 0.5), ("阀厂", "液压阀", 0.5), ("阀厂", "液压泵", 0.1))


def test_makers_of_a_node(store: Store) -> None:
    save_pumps(store)
    assert records.list_makers(store, "test:液压泵", at=str(AT)) == {"name:泵厂", "name:阀厂"}
    assert records.list_makers(store, "test:液压泵", at="2019-12-31") == frozenset()
    assert records.list_makers(store, "test:无", at=str(AT)) == frozenset()


def test_a_node_is_found_by_its_code(store: Store) -> None:
    save_pumps(store)
    found = chain_nodes.find_node(store, "test:液压泵")
    assert found is not None
    assert (found.code, found.name) == ("test:液压泵", "液压泵")
    assert chain_nodes.find_node(store, "test:无") is None


def test_entries_come_by_code(store: Store) -> None:
    save_pumps(store)
    search_texts.refresh(store)
    entries = records.list_entries(store)
    assert [entry.code for entry in entries] == ["name:泵厂", "name:阀厂"]
    assert entries[0].spellings == ("泵厂", "bengchang", "bc", "name:泵厂")


def test_nearest_names_share_neighbouring_characters(store: Store) -> None:
    save_pumps(store)
    found = records.list_nearest(store, "ChainNode", "液压汞", limit=5)
    assert sorted(place.name for place in found) == ["液压泵", "液压阀"]
    assert records.count_matching(store, "ChainNode", '"液压"') == 2
