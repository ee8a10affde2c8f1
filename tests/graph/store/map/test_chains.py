from datetime import date

from small_chain import HOSTILE, save_chain, save_makers, save_narrower, save_place

from graph.domain.chain_summary import ChainSummary, NodeSummary
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map import chain_nodes, chains

TODAY = date(2026, 11, 23)
BEFORE = date(2020, 12, 31)


def test_a_summary_counts_nodes_enterprises_and_gaps(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "甲")
    assert chains.list_summaries(store, at=TODAY, only_published=True) == [
        ChainSummary(
            "test:gc",
            "工程机械",
            "Machinery",
            "市工信局",
            nodes=3,
            enterprises=2,
            gaps=1,
            by_stage=(1, 1, 1),
        )
    ]


def test_an_unpublished_chain_is_listed_only_for_those_who_may_see_it(store: Store) -> None:
    save_chain(store, published=False)
    assert chains.list_summaries(store, at=TODAY, only_published=True) == []
    found = chains.list_summaries(store, at=TODAY, only_published=False)
    assert [chain.code for chain in found] == ["test:gc"]


def test_nodes_come_in_their_order_with_their_makers_counted(store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "甲", "乙")
    assert chains.list_nodes(store, "test:gc", at=TODAY) == [
        NodeSummary("test:钢", "钢", "", "upstream", 0),
        NodeSummary(HOSTILE, "泵/阀 50%#1?", "", "midstream", 2),
        NodeSummary("test:挖掘机", "挖掘机", "", "downstream", 0),
    ]


def test_a_past_date_shows_what_held_then(store: Store) -> None:
    save_chain(store)
    assert chains.list_nodes(store, "test:gc", at=BEFORE) == []
    assert chains.list_links(store, "test:gc", at=BEFORE) == []


def test_links_within_the_chain(store: Store) -> None:
    save_chain(store)
    assert chains.list_links(store, "test:gc", at=TODAY) == [
        (HOSTILE, "test:挖掘机"),
        ("test:钢", HOSTILE),
    ]


def test_makers_of_several_nodes_are_listed_once(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "甲")
    both = ["test:钢", HOSTILE]
    assert chains.count_makers(store, both, at=TODAY) == 2
    found = chains.list_makers(store, both, at=TODAY, order="name", skip=0, limit=10)
    assert [(maker.code, maker.products) for maker in found] == [
        ("name:乙", ("钢",)),
        ("name:甲", ("泵/阀 50%#1?", "钢")),
    ]


def test_a_node_knows_what_it_is_made_of_and_used_for(store: Store) -> None:
    save_chain(store)
    materials = chain_nodes.list_materials(store, HOSTILE, at=TODAY)
    uses = chain_nodes.list_uses(store, HOSTILE, at=TODAY)
    assert [(node.code, node.measure) for node in materials] == [("test:钢", 0.5)]
    assert [(node.code, node.measure) for node in uses] == [("test:挖掘机", 0.5)]
    assert materials[0].evidence is not None
    assert materials[0].evidence.confidence == 0.8


def test_products_are_named_in_english_where_a_name_is_known(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    save_makers(store, HOSTILE, "甲")
    maps.save_nodes(
        store,
        [
            {
                "code": "test:钢",
                "name": "钢",
                "name_en": "Steel",
                "kind": "position",
                "source": "test",
            }
        ],
    )
    both = ["test:钢", HOSTILE]
    (maker,) = chains.list_makers(store, both, at=TODAY, order="name", skip=0, limit=10)
    assert maker.products_en == ("Steel", "泵/阀 50%#1?")


def test_who_makes_a_narrower_product_makes_the_broader(store: Store) -> None:
    save_chain(store)
    save_narrower(store, "test:小松型", "test:挖掘机")
    save_narrower(store, "test:微型", "test:小松型")
    save_makers(store, "test:微型", "甲")
    nodes = chains.list_nodes(store, "test:gc", at=TODAY)
    assert [(node.code, node.enterprises) for node in nodes] == [
        ("test:钢", 0),
        (HOSTILE, 0),
        ("test:挖掘机", 1),
    ]
    (summary,) = chains.list_summaries(store, at=TODAY, only_published=True)
    assert (summary.enterprises, summary.gaps) == (1, 2)
    assert chains.count_makers(store, ["test:挖掘机"], at=TODAY) == 1
    (maker,) = chains.list_makers(store, ["test:挖掘机"], at=TODAY, order="name", skip=0, limit=10)
    assert (maker.code, maker.products) == ("name:甲", ("微型",))


def test_what_was_narrower_once_does_not_count_today(store: Store) -> None:
    save_chain(store)
    save_narrower(store, "test:微型", "test:挖掘机", valid_to="2022-01-01")
    save_makers(store, "test:微型", "甲")
    assert chains.count_makers(store, ["test:挖掘机"], at=TODAY) == 0
    assert chains.count_makers(store, ["test:挖掘机"], at=date(2021, 6, 30)) == 1


def test_a_maker_stands_once_where_it_is_now(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    save_place(store, "甲", "test:1", "旧区", valid_to="2022-01-01")
    save_place(store, "甲", "test:2", "新区")
    save_place(store, "甲", "test:2", "新区", source="other")
    makers = chains.list_makers(store, ["test:钢"], at=TODAY, order="name", skip=0, limit=10)
    assert [(maker.code, maker.region) for maker in makers] == [("name:甲", "新区")]
