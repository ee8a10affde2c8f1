import pytest
from small_map import save_enterprises, save_makes

from graph.derive import facets, search_texts
from graph.domain.search import Facet, Wanted
from graph.search import find_group, find_products, read_words, search, suggest
from graph.store import Store

AT = "2026-06-30"


def save_map(store: Store) -> None:
    save_enterprises(store, "三一重工", short_name="三一", size="large")
    save_enterprises(
        store, "泵业液压", "液压", "湘液压件", size="small", certifications=["ISO 9001"]
    )
    save_enterprises(store, "主机厂", "附件厂", size="small")
    save_makes(
        store,
        ("主机厂", "液压", 0.5),
        ("附件厂", "液压附件", 0.5),
        ("三一重工", "挖掘机", 0.5),
    )
    refresh(store)


def refresh(store: Store) -> None:
    search_texts.refresh(store)
    facets.refresh(store)


def find(store: Store, text: str, **values: object) -> list[str]:
    wanted = Wanted(text, read_words(text), **values)  # type: ignore[arg-type]
    return [entry.name for entry in search(store, wanted, at=AT).entries]


def test_order_is_exact_prefix_within_product_part_then_code(store: Store) -> None:
    save_map(store)
    assert find(store, "液压") == ["液压", "泵业液压", "湘液压件", "主机厂", "附件厂"]


@pytest.mark.parametrize(
    "text", ["三一", "sanyi", "SYZG", "三一 挖掘机", "wajueji", "三一重工", "name:三一重工"]
)
def test_every_spelling_finds_it(store: Store, text: str) -> None:
    save_map(store)
    assert find(store, text) == ["三一重工"]


@pytest.mark.parametrize("text", ['+-&|!(){}[]^"~*?:\\/', "三一 泵", "\x00\x1f", "AND OR"])
def test_what_matches_nothing_finds_nothing(store: Store, text: str) -> None:
    save_map(store)
    assert find(store, text) == []


def test_signs_of_lucene_are_blanks(store: Store) -> None:
    save_map(store)
    assert find(store, '三一* +("重工"~ [') == ["三一重工"]


def test_a_very_long_text_is_cut(store: Store) -> None:
    save_map(store)
    assert len(read_words("液压 " * 5000)) == 1
    assert find(store, "液压 " * 3300) == find(store, "液压")


def test_an_empty_text_finds_all_by_code(store: Store) -> None:
    save_map(store)
    assert find(store, "") == sorted(find(store, ""))
    assert len(find(store, " ")) == 6


def test_facets_count_without_themselves(store: Store) -> None:
    save_map(store)
    chosen = {Facet.SIZE: frozenset({"large"}), Facet.CERTIFICATION: frozenset()}
    found = search(store, Wanted(selection=chosen), at=AT)
    assert [entry.name for entry in found.entries] == ["三一重工"]
    assert found.counts == {
        Facet.CHAIN: {},
        Facet.STAGE: {},
        Facet.REGION: {},
        Facet.SIZE: {"small": 5, "large": 1},
        Facet.CERTIFICATION: {},
    }
    both = {Facet.SIZE: frozenset({"large", "small"})}
    assert len(search(store, Wanted(selection=both), at=AT).entries) == 6
    unknown = {Facet.SIZE: frozenset({"huge"})}
    assert search(store, Wanted(selection=unknown), at=AT).entries == ()


def test_a_node_leaves_its_makers(store: Store) -> None:
    save_map(store)
    assert find(store, "", node="test:液压") == ["主机厂"]
    assert find(store, "", node="test:无") == []


def test_the_side_names_products(store: Store) -> None:
    save_map(store)
    group = find_group(store, ("液压",), only_published=True)
    assert [(node.name, node.makers) for node in group.nodes] == [("液压", 1), ("液压附件", 1)]
    assert not find_group(store, (), only_published=True)


def test_matched_products_are_shown_first(store: Store) -> None:
    save_map(store)
    shown = find_products(store, ["name:附件厂", "name:三一重工"], ("液压",))
    told = {
        code: ([p.name for p in each.products], each.is_matched) for code, each in shown.items()
    }
    assert told == {"name:附件厂": (["液压附件"], True), "name:三一重工": (["挖掘机"], False)}


def test_names_of_the_same_sound_or_characters_are_near(store: Store) -> None:
    save_map(store)
    assert [place.name for place in suggest(store, ("三医重工",))] == ["三一重工"]
    assert [place.name for place in suggest(store, ("挖掘积",))] == ["挖掘机"]
    assert suggest(store, ()) == []


def test_what_another_process_changed_is_seen(store: Store) -> None:
    save_map(store)
    assert find(store, "新厂") == []
    save_enterprises(store, "新厂")
    refresh(store)
    assert find(store, "新厂") == ["新厂"]
