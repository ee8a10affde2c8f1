from small_map import AT, save_enterprises, save_hydraulics, save_makes, save_supplies, save_trades

from graph.domain.recommendation import PartnerRole
from graph.recommend.bulk.run import rank_enterprises, rank_materials
from graph.store import Store


def partners(store: Store, role: PartnerRole, *queries: str) -> list[list[str]]:
    ranked = rank_enterprises(store, role, queries, at=AT, top=10)
    return [[code for code, _ in each] for each in ranked]


def test_answers_come_in_the_order_of_the_queries_with_bare_codes(store: Store) -> None:
    save_hydraulics(store)
    assert partners(store, PartnerRole.SUPPLIER, "主机厂", "无名", "name:泵厂") == [
        ["泵厂", "泵业"],
        [],
        ["铸造厂", "精铸"],
    ]


def test_customers_stand_downstream(store: Store) -> None:
    save_hydraulics(store)
    assert partners(store, PartnerRole.CUSTOMER, "泵厂") == [["主机厂"]]


def test_known_partners_are_left_out(store: Store) -> None:
    save_hydraulics(store)
    save_trades(store, ("铸造厂", "泵厂"))
    assert partners(store, PartnerRole.SUPPLIER, "泵厂") == [["精铸"]]


def test_trade_of_peers_leads_to_suppliers(store: Store) -> None:
    save_enterprises(store, "我", "同行", "客户", "丙")
    save_trades(store, ("我", "客户"), ("同行", "客户"), ("丙", "同行"))
    assert partners(store, PartnerRole.SUPPLIER, "我") == [["丙"]]


def test_scores_fall_and_lie_between_0_and_1(store: Store) -> None:
    save_hydraulics(store)
    (ranked,) = rank_enterprises(store, PartnerRole.SUPPLIER, ["泵厂"], at=AT, top=10)
    scores = [score for _, score in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_materials_come_from_alike_products_and_the_name(store: Store) -> None:
    save_supplies(
        store,
        ("面粉", "草莓蛋糕"),
        ("草莓", "草莓蛋糕"),
        ("面粉", "巧克力蛋糕"),
        ("铜线", "电缆"),
    )
    save_makes(store)
    save_supplies(store, ("水果", "芒果蛋糕"))
    (ranked, unknown) = rank_materials(store, ["芒果蛋糕", "没有的"], at=AT, top=2)
    assert [name for name, _ in ranked] == ["面粉", "草莓"]
    assert unknown == []
