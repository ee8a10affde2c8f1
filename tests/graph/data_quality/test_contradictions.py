from collections.abc import Callable
from typing import Any

import pytest
from small_map import AT, EVIDENCE, save_enterprises, save_makes, save_nodes, save_supplies

from graph import schema
from graph.data_quality.contradictions import find
from graph.data_quality.cycles import find_cycles
from graph.data_quality.keeping import find_all
from graph.domain.credit_code import check_digit
from graph.domain.data_quality import Rule
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map.search import save_mark

CREDIT = "91430000717913247"


def link(store: Store, kind: schema.Link, start: str, end: str, **values: Any) -> None:
    maps.save_links(store, kind, [{**EVIDENCE, "start": start, "end": end, **values}])


def regions(store: Store) -> None:
    rows = [("430000", "湖南省"), ("430100", "长沙市"), ("430200", "株洲市")]
    maps.save_regions(store, [{"code": c, "name": n, "source": "test"} for c, n in rows])
    maps.save_links(store, schema.WITHIN, [{"start": "430100", "end": "430000"}])


def two_regions(store: Store) -> None:
    regions(store)
    for code, source in (("430000", "a"), ("430100", "b")):
        link(store, schema.LOCATED_IN, "name:甲", code, source=source)  # one within the other
    for code, source in (("430100", "a"), ("430200", "b")):
        link(store, schema.LOCATED_IN, "name:乙", code, source=source)


def unknown_region(store: Store) -> None:
    regions(store)
    save_enterprises(store, "甲", region="430100")
    save_enterprises(store, "乙", region="999999")


def far_from_region(store: Store) -> None:
    regions(store)
    for name, longitude in (("甲", 113.0), ("乙", 116.4)):
        save_enterprises(store, name, longitude=longitude, latitude=28.2, datum="wgs84")
        link(store, schema.LOCATED_IN, f"name:{name}", "430100")


def credit_digit(store: Store) -> None:
    right = CREDIT + check_digit(CREDIT)
    wrong = CREDIT + ("0" if right[-1] != "0" else "1")
    for name, code in (("甲", right), ("乙", wrong)):
        store.write(
            "MATCH (e:Enterprise {code: $c}) SET e.credit_code = $u", c=f"name:{name}", u=code
        )


def same_credit(store: Store) -> None:
    right = CREDIT + check_digit(CREDIT)
    save = {"code": f"uscc:{right}", "name": "丙", "source": "test"}
    maps.save_enterprises(store, [save])
    store.write("MATCH (e:Enterprise {code: 'name:乙'}) SET e.credit_code = $u", u=right)


def mutual_trade(store: Store) -> None:
    for product, pair in (
        ("泵", ("乙", "甲")),
        ("泵", ("甲", "乙")),
        ("", ("甲", "丙")),
        ("", ("丙", "甲")),
    ):
        link(store, schema.TRADES_WITH, f"name:{pair[0]}", f"name:{pair[1]}", product=product)


def self_link(store: Store) -> None:
    link(store, schema.TRADES_WITH, "name:乙", "name:乙", product="")


def mutual_supply(store: Store) -> None:
    save_supplies(store, ("泵", "阀"), ("阀", "泵"), ("钢", "泵"))


def material_is_kind(store: Store) -> None:
    save_supplies(store, ("泵", "阀"), ("钢", "泵"))
    link(store, schema.KIND_OF, "test:阀", "test:泵")


def kind_cycle(store: Store) -> None:
    save_nodes(store, "泵", "阀", "钢", "件")
    for start, end in (("泵", "阀"), ("阀", "钢"), ("钢", "泵"), ("件", "泵")):
        link(store, schema.KIND_OF, f"test:{start}", f"test:{end}")


def share_sum(store: Store) -> None:
    save_makes(store, ("乙", "泵", 0.6), ("乙", "阀", 0.6), ("甲", "泵", 0.6), ("甲", "阀", 0.4))


def share_range(store: Store) -> None:
    save_makes(store, ("乙", "泵", -0.1), ("甲", "泵", 1.0))


def times(store: Store) -> None:
    save_makes(store, ("乙", "泵", 0.1), ("甲", "泵", 0.1))
    store.write("MATCH (:Enterprise {code: 'name:乙'})-[l:MAKES]->() SET l.valid_to = '2019-01-01'")


def future(store: Store) -> None:
    save_makes(store, ("甲", "泵", 0.1), ("乙", "泵", 0.1))
    store.write("MATCH (:Enterprise {code: 'name:乙'})-[l:MAKES]->() SET l.as_of = '2030-01-01'")


def seen_order(store: Store) -> None:
    for start, end, first in (("乙", "甲", "2024-01-01"), ("甲", "乙", "2020-01-01")):
        told = {"product": "", "first_seen": first, "last_seen": "2022-01-01"}
        link(store, schema.TRADES_WITH, f"name:{start}", f"name:{end}", **told)


CASES: dict[Rule, tuple[Callable[[Store], None], tuple[str, str, str]]] = {
    Rule.TWO_REGIONS: (two_regions, ("name:乙", "", "长沙市 (a) / 株洲市 (b)")),
    Rule.UNKNOWN_REGION: (unknown_region, ("name:乙", "", "999999")),
    Rule.FAR_FROM_REGION: (far_from_region, ("name:乙", "", "339 km")),
    Rule.CREDIT_DIGIT: (credit_digit, ("name:乙", "", CREDIT + "0")),
    Rule.SAME_CREDIT: (same_credit, ("name:乙", f"uscc:{CREDIT}{check_digit(CREDIT)}", "")),
    Rule.MUTUAL_TRADE: (mutual_trade, ("name:乙", "name:甲", "泵")),
    Rule.SELF_LINK: (self_link, ("name:乙", "name:乙", "TRADES_WITH")),
    Rule.MUTUAL_SUPPLY: (mutual_supply, ("test:泵", "test:阀", "⇄")),
    Rule.MATERIAL_IS_KIND: (material_is_kind, ("test:泵", "test:阀", "→")),
    Rule.KIND_CYCLE: (kind_cycle, ("test:泵", "test:阀", "泵 → 阀 → 钢 (3)")),
    Rule.SHARE_SUM: (share_sum, ("name:乙", "", "120.0%")),
    Rule.SHARE_RANGE: (share_range, ("name:乙", "test:泵", "-0.1")),
    Rule.TIMES: (times, ("name:乙", "test:泵", "MAKES 2020-01-01 > 2019-01-01")),
    Rule.FUTURE: (future, ("name:乙", "test:泵", "MAKES 2030-01-01")),
    Rule.SEEN_ORDER: (seen_order, ("name:乙", "name:甲", "2024-01-01 > 2022-01-01")),
}


@pytest.mark.parametrize("rule", Rule)
def test_each_rule_finds_the_one_that_breaks_it(store: Store, rule: Rule) -> None:
    save_enterprises(store, "甲", "乙", "丙")
    spoil, expected = CASES[rule]
    assert list(find(store, rule, AT)) == []
    spoil(store)
    found = [(each.code, each.other, each.detail) for each in find(store, rule, AT)]
    detail = expected[2] or f"{CREDIT}{check_digit(CREDIT)}"
    assert found == [(*expected[:2], detail)]


def test_cycles_are_told_once() -> None:
    pairs = [("a", "b"), ("b", "a"), ("b", "c"), ("d", "e"), ("e", "f"), ("f", "d"), ("f", "g")]
    assert find_cycles(pairs) == [["a", "b"], ["d", "e", "f"]]
    assert find_cycles([("a", "b"), ("b", "c")]) == []


def test_rows_are_kept_until_the_map_changes(store: Store) -> None:
    save_enterprises(store, "甲", "乙", "丙")
    save_mark(store, "1")
    assert find_all(store, Rule.SELF_LINK, AT) == ()
    self_link(store)
    assert find_all(store, Rule.SELF_LINK, AT) == ()
    save_mark(store, "2")
    assert [each.code for each in find_all(store, Rule.SELF_LINK, AT)] == ["name:乙"]
