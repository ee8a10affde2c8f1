import pytest
from small_map import save_enterprises, save_makes, save_supplies

from graph.derive import near_names
from graph.domain.near_name import NearLink, NearMethod, NearNode
from graph.store import Store
from graph.store.map import near_names as records


def made(code: str, key: str) -> NearNode:
    return NearNode(code, key, is_made=True, is_supplied=False)


def supplied(code: str, key: str) -> NearNode:
    return NearNode(code, key, is_made=False, is_supplied=True)


def test_equal_keys_of_two_sources_are_one_name() -> None:
    links = near_names.find_near([made("a:泵", "液压泵"), supplied("b:泵", "液压泵")])
    assert links == [NearLink("a:泵", "b:泵", 1.0, NearMethod.SAME_NAME)]


def test_a_name_that_ends_in_another_is_a_kind_of_it() -> None:
    links = near_names.find_near([made("m:车", "汽车空调压缩机"), supplied("s:压", "压缩机")])
    assert [(link.start, link.end, link.method) for link in links] == [
        ("m:车", "s:压", NearMethod.KIND_BY_NAME)
    ]


def test_a_name_that_begins_with_another_is_no_kind_of_it() -> None:
    links = near_names.find_near([made("m:1", "压缩机用润滑油"), supplied("s:1", "压缩机")])
    assert [link.method for link in links] == [NearMethod.SIMILAR_NAME]


def test_alike_characters_are_near_with_their_cosine() -> None:
    nodes = [made("m:1", "高压柱塞泵"), supplied("s:1", "高压柱塞油泵")]
    (link,) = near_names.find_near([*nodes, supplied("s:2", "番茄酱"), made("m:2", "光缆")])
    assert (link.start, link.end, link.method) == ("m:1", "s:1", NearMethod.SIMILAR_NAME)
    assert 0.5 < link.score < 1


def test_what_nobody_makes_needs_no_bridge() -> None:
    assert near_names.find_near([supplied("a", "铸件"), supplied("b", "铸件")]) == []


@pytest.mark.parametrize("name", ["配件", "材料销售", "服务", "平衡项目"])
def test_words_of_any_trade_bridge_nothing(store: Store, name: str) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", f"汽车{name}", 0.5))
    save_supplies(store, (name, "轿车"))
    near_names.refresh(store)
    assert records.list_links(store) == []


def test_a_second_run_changes_nothing(store: Store) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", "精密铸件", 0.5))
    save_supplies(store, ("铸件", "液压泵"))
    assert near_names.refresh(store) == 1
    assert near_names.refresh(store) == 0


def test_a_changed_map_takes_links_away_and_adds_others(store: Store) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", "精密铸件", 0.5))
    save_supplies(store, ("铸件", "液压泵"))
    near_names.refresh(store)
    store.write("MATCH (n:ChainNode {code: 'test:铸件'}) DETACH DELETE n")
    save_supplies(store, ("精密铸件件", "液压泵"))
    near_names.refresh(store)
    assert [(link.start, link.end) for link in records.list_links(store)] == [
        ("test:精密铸件", "test:精密铸件件")
    ]
