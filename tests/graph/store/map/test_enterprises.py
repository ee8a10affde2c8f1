from datetime import date

from small_chain import (
    EVIDENCE,
    HOSTILE,
    save_chain,
    save_makers,
    save_narrower,
    save_place,
    save_trade,
)

from graph.domain.enterprise import Enterprise
from graph.domain.enterprise_links import Direction, Neighbour, Partner, Position, Product, Side
from graph.domain.evidence import Evidence
from graph.domain.recommendation import Place
from graph.store import Store
from graph.store.map import enterprises
from graph.store.map.neighbourhood import find_neighbourhood

TODAY = date(2026, 11, 23)
SAID = Evidence(**EVIDENCE)


def save_three(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "钢厂")
    save_makers(store, HOSTILE, "泵厂")
    save_trade(store, "钢厂", "泵厂")


def test_an_enterprise_is_found_by_its_code(store: Store) -> None:
    save_three(store)
    expected = Enterprise("name:泵厂", "泵厂", size="small", source="test")
    assert enterprises.find_enterprise(store, "name:泵厂") == expected
    assert enterprises.find_enterprise(store, "name:无") is None


def test_products_carry_their_place_and_evidence(store: Store) -> None:
    save_three(store)
    position = Position("test:gc", "工程机械", "Machinery", "midstream")
    assert enterprises.list_products(store, "name:泵厂", at=TODAY, only_published=False) == [
        Product(HOSTILE, "泵/阀 50%#1?", "", 0.4, "", (position,), SAID)
    ]


def test_partners_are_seen_from_both_sides(store: Store) -> None:
    save_three(store)
    common = ("钢", "2022-01-01", "2025-06-30", 3, SAID)
    assert enterprises.list_partners(store, "name:泵厂", at=TODAY, skip=0, limit=9) == [
        Partner("name:钢厂", "钢厂", "", Direction.SUPPLIER, *common)
    ]
    assert enterprises.list_partners(store, "name:钢厂", at=TODAY, skip=0, limit=9) == [
        Partner("name:泵厂", "泵厂", "", Direction.CUSTOMER, *common)
    ]


def test_the_neighbourhood_has_partners_materials_products_and_uses(store: Store) -> None:
    save_three(store)
    around = find_neighbourhood(store, "name:泵厂", at=TODAY)
    assert around.neighbours == (
        Neighbour("name:钢厂", "钢厂", "", Side.SUPPLIER),
        Neighbour("test:钢", "钢", "", Side.MATERIAL, (HOSTILE,)),
        Neighbour(HOSTILE, "泵/阀 50%#1?", "", Side.PRODUCT),
        Neighbour("test:挖掘机", "挖掘机", "", Side.USE, (HOSTILE,)),
    )
    assert around.left_out == {}


def test_what_is_not_drawn_is_counted(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", *(f"钢厂{number:02}" for number in range(11)))
    save_makers(store, HOSTILE, "泵厂")
    for number in range(11):
        save_trade(store, f"钢厂{number:02}", "泵厂")
    around = find_neighbourhood(store, "name:泵厂", at=TODAY)
    assert around.left_out == {Side.SUPPLIER: 3}


def test_many_customers_do_not_hide_a_supplier(store: Store) -> None:
    save_chain(store)
    names = [f"厂{number:03}" for number in range(210)]
    save_makers(store, "test:钢", "钢厂", *names)
    save_makers(store, HOSTILE, "泵厂")
    for name in names:
        save_trade(store, "泵厂", name)
    save_trade(store, "钢厂", "泵厂")
    around = find_neighbourhood(store, "name:泵厂", at=TODAY)
    suppliers = [each.code for each in around.neighbours if each.side is Side.SUPPLIER]
    assert suppliers == ["name:钢厂"]
    assert around.left_out == {Side.CUSTOMER: 202}


def test_an_enterprise_that_moved_stands_where_it_was_on_each_day(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "钢厂")
    save_place(store, "钢厂", "test:1", "旧区", valid_to="2022-01-01")
    save_place(store, "钢厂", "test:2", "新区", valid_from="2022-01-01")
    then, now = date(2021, 12, 31), date(2022, 1, 1)
    assert enterprises.find_regions(store, "name:钢厂", at=then) == [Place("", "旧区", "")]
    assert enterprises.find_regions(store, "name:钢厂", at=now) == [Place("", "新区", "")]


def test_a_narrower_place_shares_the_supply_links_of_its_segment(store: Store) -> None:
    save_chain(store)
    save_narrower(store, "test:齿轮泵", HOSTILE)
    save_makers(store, "test:齿轮泵", "泵厂")
    around = find_neighbourhood(store, "name:泵厂", at=TODAY)
    assert around.neighbours == (
        Neighbour("test:钢", "钢", "", Side.MATERIAL, ("test:齿轮泵",)),
        Neighbour("test:齿轮泵", "齿轮泵", "", Side.PRODUCT),
        Neighbour("test:挖掘机", "挖掘机", "", Side.USE, ("test:齿轮泵",)),
    )
