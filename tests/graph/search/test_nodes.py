from small_chain import HOSTILE, save_chain, save_makers

from graph.derive import refresh
from graph.search.nodes import find_nodes
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map.node_names import NamedNode

AT = "2026-11-23"
DIGGER = NamedNode("test:挖掘机", "挖掘机", "", ("工程机械",))


def save_map(store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    refresh(store)


def test_a_name_or_a_code_means_its_node(store: Store) -> None:
    save_map(store)
    for text in ("挖掘机", " 挖掘机 ", "test:挖掘机", "挖掘机 [test:挖掘机]", "[test:挖掘机]"):
        assert find_nodes(store, text, at=AT).exact == (DIGGER,)


def test_what_is_only_like_a_name_is_offered(store: Store) -> None:
    save_map(store)
    found = find_nodes(store, "挖掘机械", at=AT)
    assert (found.exact, found.near) == ((), (DIGGER,))


def test_two_of_one_name_are_both_meant(store: Store) -> None:
    save_map(store)
    twin = {"code": "other:1", "name": "挖掘机", "kind": "product", "source": "test"}
    maps.save_nodes(store, [twin])
    refresh(store)
    assert [node.code for node in find_nodes(store, "挖掘机", at=AT).exact] == [
        "other:1",
        "test:挖掘机",
    ]


def test_nothing_is_found_for_nothing(store: Store) -> None:
    save_map(store)
    for text in ("", "  ", "%%%", "[]", "[test:none]"):
        found = find_nodes(store, text, at=AT)
        assert (found.exact, found.near) == ((), ())


def test_a_node_says_in_one_line_what_it_is() -> None:
    assert str(DIGGER) == "挖掘机 [test:挖掘机]"
