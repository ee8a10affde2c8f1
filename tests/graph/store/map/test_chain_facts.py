from datetime import date

import pytest
from small_chain import EVIDENCE, HOSTILE, save_chain, save_makers, save_narrower, save_place

from graph import schema
from graph.domain.credit import CreditKind
from graph.domain.diagnosis.facts import ChainFacts, Where
from graph.domain.diagnosis.market import Making
from graph.domain.diagnosis.rules import Strength, diagnose
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map.chain_facts import read_around, read_chain
from graph.store.map.chain_firms import has_enterprises, list_bad_credit, regions_within

AT = date(2026, 6, 30)


def trade(seller: str, buyer: str, product: str) -> dict[str, object]:
    ends = {"start": f"name:{seller}", "end": f"name:{buyer}", "product": product}
    return {**ends, "first_seen": "2022-01-01", "last_seen": "2025-06-30", "times": 3, **EVIDENCE}


@pytest.fixture
def chain(store: Store) -> Store:
    """Steel by 甲 and (a narrower kind) 丙, pumps by 乙, no diggers; 甲 and 乙 stand in 430100."""
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    save_makers(store, HOSTILE, "乙")
    save_narrower(store, "test:钢管", "test:钢")
    save_makers(store, "test:钢管", "丙")
    save_place(store, "甲", "430121", "长沙县")
    save_place(store, "乙", "430100", "长沙市")
    save_place(store, "丙", "430200", "株洲市")
    maps.save_links(store, schema.WITHIN, [{"start": "430121", "end": "430100"}])
    trades = [trade("甲", "乙", "钢"), trade("丙", "乙", "钢管"), trade("丙", "乙", "螺丝")]
    maps.save_links(store, schema.TRADES_WITH, [*trades, trade("甲", "丙", "钢")])
    return store


def purchases(facts: ChainFacts) -> dict[str, list[tuple[str, str, str]]]:
    return {
        node.code: [(each.supplier, each.buyer, each.product) for each in node.purchases]
        for node in facts.nodes
    }


def test_a_chain_is_read_with_makers_places_and_purchases(chain: Store) -> None:
    facts = read_chain(chain, "test:gc", at=AT, region="430100")
    steel, pump, digger = facts.nodes
    assert steel.makings == (
        Making("name:丙", 0.4, "", "small"),
        Making("name:甲", 0.4, "", "small"),
    )
    assert (steel.uses, pump.materials, pump.uses, digger.makings) == (
        (HOSTILE,),
        ("test:钢",),
        ("test:挖掘机",),
        (),
    )
    assert {code: firm.where for code, firm in facts.firms.items()} == {
        "name:甲": Where.LOCAL,
        "name:乙": Where.LOCAL,
        "name:丙": Where.OUTSIDE,
    }
    assert purchases(facts) == {
        "test:钢": [("name:丙", "name:乙", "钢管"), ("name:甲", "name:乙", "钢")],
        HOSTILE: [],
        "test:挖掘机": [],
    }
    assert facts.partners == {"name:甲": 2, "name:乙": 2, "name:丙": 2}
    found = diagnose(facts)
    assert [(each.imported, each.known, each.share) for each in found] == [
        (1, 2, 0.5),
        (0, 0, 1.0),
        (0, 0, None),
    ]
    assert [each.strength for each in found] == [Strength.KEEP, Strength.KEEP, Strength.EXTEND]


def test_without_a_region_everybody_is_local(chain: Store) -> None:
    facts = read_chain(chain, "test:gc", at=AT, region="")
    assert {firm.where for firm in facts.firms.values()} == {Where.LOCAL}


def test_a_trade_without_a_product_counts_where_the_buyer_needs_what_the_supplier_makes(
    chain: Store,
) -> None:
    chain.write("MATCH ()-[t:TRADES_WITH]->() DELETE t")
    maps.save_links(chain, schema.TRADES_WITH, [trade("丙", "乙", ""), trade("乙", "甲", "")])
    facts = read_chain(chain, "test:gc", at=AT, region="430100")
    assert purchases(facts)["test:钢"] == [("name:丙", "name:乙", "")]
    assert purchases(facts)[HOSTILE] == []


def test_around_a_node_stands_what_is_two_steps_away(chain: Store) -> None:
    facts = read_around(chain, HOSTILE, at=AT, region="")
    assert [(node.code, node.stage) for node in facts.nodes] == [
        ("test:钢", "upstream"),
        (HOSTILE, "midstream"),
        ("test:挖掘机", "downstream"),
    ]
    assert read_around(chain, "test:nothing", at=AT, region="").nodes == ()


def test_the_past_is_read_as_it_was(chain: Store) -> None:
    facts = read_chain(chain, "test:gc", at=date(2020, 1, 1), region="430100")
    assert (facts.nodes, facts.firms) == ((), {})


def test_institutes_are_no_makers(chain: Store) -> None:
    chain.write("MATCH (e:Enterprise {code: 'name:丙'}) SET e.kind = 'institute'")
    facts = read_chain(chain, "test:gc", at=AT, region="430100")
    assert [making.enterprise for making in facts.nodes[0].makings] == ["name:甲"]
    assert facts.institutes["test:钢"] == ("name:丙",)


def test_regions_hold_what_lies_within(chain: Store) -> None:
    assert regions_within(chain, "430100") == {"430100", "430121"}
    assert (has_enterprises(chain, "430100"), has_enterprises(chain, "440000")) == (True, False)


def test_only_records_that_still_count_against_somebody_are_listed(chain: Store) -> None:
    records = {"a": ("penalty", ""), "b": ("honour", ""), "c": ("abnormal", "2025-01-01")}
    for code, (kind, ended) in records.items():
        chain.write(
            "MATCH (e:Enterprise {code: 'name:甲'}) CREATE (e)-[l:HAS_CREDIT]->(c:CreditRecord)"
            " SET c = $record, l = $link",
            record={"code": code, "kind": kind, "date": "2024-01-01", "ended": ended},
            link=EVIDENCE,
        )
    assert list_bad_credit(chain, ["name:甲"], at=AT) == [
        ("name:甲", CreditKind.PENALTY, "2024-01-01")
    ]
