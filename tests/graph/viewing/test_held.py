from datetime import date

import pytest
from small_chain import (
    AS_OF,
    EVIDENCE,
    HOSTILE,
    save_chain,
    save_makers,
    save_narrower,
    save_place,
    save_trade,
)

from graph import schema
from graph.domain.explored import Scope
from graph.store import Store
from graph.store.bulk import maps
from graph.viewing.held import read_held

AT = date.fromisoformat(AS_OF)
STEEL, DIGGER = "test:钢", "test:挖掘机"


def held(store: Store, **told: str | int) -> dict[str, set[str]]:
    codes = read_held(store, Scope(AT, **told)).codes  # type: ignore[arg-type]
    return {label: set(each) for label, each in codes.items() if each}


def test_a_chain_holds_its_nodes_their_makers_and_where_these_stand(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲", "乙")
    save_place(store, "甲", "R1", "东区")
    save_makers(store, HOSTILE, "丙")
    save_narrower(store, "test:泡茶", "test:别的")
    save_makers(store, "test:泡茶", "丁")
    maps.save_regions(store, [{"code": "R2", "name": "西区", "source": "test"}])
    assert held(store, chain="test:gc") == {
        "Chain": {"test:gc"},
        "ChainNode": {STEEL, HOSTILE, DIGGER},
        "Enterprise": {"name:甲", "name:乙", "name:丙"},
        "Region": {"R1"},
    }


def test_kinds_by_which_a_firm_makes_a_node_are_held_with_it_and_no_others(store: Store) -> None:
    save_chain(store)
    save_narrower(store, "test:板", STEEL)
    save_narrower(store, "test:薄板", "test:板")
    save_narrower(store, "test:线材", STEEL)
    maps.save_nodes(
        store, [{"code": "test:金属", "name": "金属", "kind": "position", "source": "test"}]
    )
    maps.save_links(store, schema.KIND_OF, [{"start": "test:薄板", "end": "test:金属", **EVIDENCE}])
    save_makers(store, "test:薄板", "甲")
    found = held(store, chain="test:gc")
    assert found["ChainNode"] == {STEEL, HOSTILE, DIGGER, "test:板", "test:薄板"}
    assert found["Enterprise"] == {"name:甲"}


def test_a_region_a_stage_and_a_centre_narrow_it(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲", "乙")
    save_place(store, "甲", "R1", "东区")
    save_place(store, "乙", "R2", "西区")
    assert held(store, chain="test:gc", region="R1")["Enterprise"] == {"name:甲"}
    assert held(store, chain="test:gc", stage="midstream") == {
        "Chain": {"test:gc"},
        "ChainNode": {HOSTILE},
    }
    assert held(store, centre=DIGGER, depth=1) == {"ChainNode": {HOSTILE, DIGGER}}


def test_around_an_enterprise_its_partners_and_products_are_held(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲")
    save_makers(store, HOSTILE, "乙")
    save_makers(store, DIGGER, "丙")
    save_trade(store, "甲", "乙")
    assert held(store, firm="name:甲", depth=1) == {
        "ChainNode": {STEEL},
        "Enterprise": {"name:甲", "name:乙"},
    }


def test_reading_can_be_stopped(store: Store) -> None:
    def stop(done: int, total: int, note: object) -> None:
        raise KeyboardInterrupt

    save_chain(store)
    for scope in (Scope(AT, chain="test:gc"), Scope(AT, firm="name:甲")):
        with pytest.raises(KeyboardInterrupt):
            read_held(store, scope, progress=stop)


def test_what_is_not_on_the_map_that_day_is_not_held(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲")
    found = read_held(store, Scope(date(2020, 1, 1), chain="test:gc")).codes
    assert {label: set(codes) for label, codes in found.items() if codes} == {"Chain": {"test:gc"}}
