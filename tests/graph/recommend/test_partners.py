from dataclasses import replace

import pytest
from small_map import (
    AT,
    save_enterprises,
    save_hydraulics,
    save_industries,
    save_makes,
    save_supplies,
    save_trades,
)

from graph.derive import near_names, profiles
from graph.domain.recommendation import PartnerRole, RankedList, Wish
from graph.errors import NotFound
from graph.recommend import recommend
from graph.store import Store

SUPPLIER = Wish(PartnerRole.SUPPLIER, AT)
CUSTOMER = Wish(PartnerRole.CUSTOMER, AT)


def names(answer: RankedList) -> list[str]:
    return [item.partner.name for item in answer.items]


def walked(answer: RankedList) -> list[list[tuple[str, bool, str]]]:
    return [
        [(step.link, step.forward, step.end.name) for step in item.paths[0].steps]
        for item in answer.items
    ]


def test_suppliers_make_the_materials_also_under_a_near_name(store: Store) -> None:
    save_hydraulics(store)
    answer = recommend(store, "name:泵厂", SUPPLIER)
    assert walked(answer) == [
        [("MAKES", True, "液压泵"), ("SUPPLIES", False, "铸件"), ("MAKES", False, "铸造厂")],
        [
            ("MAKES", True, "液压泵"),
            ("SUPPLIES", False, "铸件"),
            ("NEAR", False, "精密铸件"),
            ("MAKES", False, "精铸"),
        ],
    ]


def test_customers_make_what_the_product_goes_into(store: Store) -> None:
    save_hydraulics(store)
    assert walked(recommend(store, "name:泵厂", CUSTOMER)) == [
        [("MAKES", True, "液压泵"), ("SUPPLIES", True, "挖掘机"), ("MAKES", False, "主机厂")]
    ]


def test_peers_make_the_same(store: Store) -> None:
    save_hydraulics(store)
    answer = recommend(store, "name:泵厂", Wish(PartnerRole.PEER, AT))
    assert walked(answer) == [[("MAKES", True, "液压泵"), ("MAKES", False, "泵业")]]


def test_institutes_are_found_in_their_own_role_alone(store: Store) -> None:
    save_hydraulics(store)
    assert names(recommend(store, "name:泵厂", Wish(PartnerRole.INSTITUTE, AT))) == ["液压所"]


def test_every_step_tells_source_date_and_confidence(store: Store) -> None:
    save_hydraulics(store)
    path = recommend(store, "name:泵厂", CUSTOMER).items[0].paths[0]
    assert [(step.source, step.as_of, step.confidence) for step in path.steps] == [
        ("test", AT, 1.0)
    ] * 3


def test_the_score_is_the_weighted_mean_of_the_features(store: Store) -> None:
    save_hydraulics(store)
    item = recommend(store, "name:泵厂", SUPPLIER).items[0]
    assert sum(feature.weight for feature in item.features) == pytest.approx(1)
    total = sum(feature.weight * feature.value for feature in item.features)
    assert item.score == pytest.approx(total, abs=1e-6)
    assert [feature.name for feature in item.features] == [
        "path",
        "breadth",
        "share",
        "likeness",
        "fit",
        "support",
        "soundness",
    ]


def test_a_link_of_the_past_is_walked_at_its_date_alone(store: Store) -> None:
    save_enterprises(store, "泵厂", "铸造厂")
    save_makes(store, ("泵厂", "液压泵", 0.6), ("铸造厂", "铸件", 0.9))
    save_supplies(store, ("铸件", "液压泵"), valid_to="2024-01-01")
    assert names(recommend(store, "name:泵厂", replace(SUPPLIER, at="2023-06-30"))) == ["铸造厂"]
    assert names(recommend(store, "name:泵厂", SUPPLIER)) == []


def test_filters_hold_for_the_partner_alone(store: Store) -> None:
    save_hydraulics(store)
    store.write(
        "MATCH (e:Enterprise {code: 'name:精铸'})"
        " SET e.regions = ['430000', '430100'], e.chains = ['gc'], e.size = 'small'"
    )
    for wish in (
        replace(SUPPLIER, region="430100"),
        replace(SUPPLIER, chain="gc"),
        replace(SUPPLIER, size="small"),
    ):
        assert names(recommend(store, "name:泵厂", wish)) == ["精铸"]


def test_known_partners_are_marked_or_left_out(store: Store) -> None:
    save_hydraulics(store)
    save_trades(store, ("铸造厂", "泵厂"))
    answer = recommend(store, "name:泵厂", SUPPLIER)
    assert [(item.partner.name, item.is_known) for item in answer.items] == [
        ("铸造厂", True),
        ("精铸", False),
    ]
    wish = replace(SUPPLIER, exclude_known=True)
    assert names(recommend(store, "name:泵厂", wish)) == ["精铸"]


def test_without_products_trade_leads_to_partners(store: Store) -> None:
    save_enterprises(store, "我", "甲", "乙", "丙")
    save_trades(store, ("甲", "我"), ("甲", "乙"), ("丙", "乙"))
    answer = recommend(store, "name:我", replace(SUPPLIER, exclude_known=True))
    assert walked(answer) == [
        [
            ("TRADES_WITH", False, "甲"),
            ("TRADES_WITH", True, "乙"),
            ("TRADES_WITH", False, "丙"),
        ]
    ]


def test_without_materials_industries_lead_to_partners(store: Store) -> None:
    save_enterprises(store, "我", "钢厂")
    save_industries(
        store, members={"我": "工程机械", "钢厂": "钢铁"}, upstream={"工程机械": "钢铁"}
    )
    (item,) = recommend(store, "name:我", SUPPLIER).items
    assert (item.partner.name, item.paths[0].route) == ("钢厂", "industry")


def test_equal_partners_stand_by_code(store: Store) -> None:
    save_enterprises(store, "泵厂", "丙", "乙", "甲")
    save_makes(
        store,
        ("泵厂", "液压泵", 1.0),
        ("丙", "铸件", 1.0),
        ("乙", "铸件", 1.0),
        ("甲", "铸件", 1.0),
    )
    save_supplies(store, ("铸件", "液压泵"))
    assert names(recommend(store, "name:泵厂", SUPPLIER)) == sorted(["丙", "乙", "甲"])


def test_one_node_does_not_fill_the_first_ten(store: Store) -> None:
    casters, painters = [f"铸{n}" for n in range(8)], ["漆一", "漆二"]
    save_enterprises(store, "泵厂", *casters, *painters)
    save_makes(
        store,
        ("泵厂", "液压泵", 1.0),
        *((name, "铸件", 1.0) for name in casters),
        *((name, "油漆", 0.1) for name in painters),
    )
    save_supplies(store, ("铸件", "液压泵"), ("油漆", "液压泵"))
    near_names.refresh(store)
    assert names(recommend(store, "name:泵厂", SUPPLIER))[:5] == [*casters[:3], *painters]


def test_an_unknown_enterprise_is_told(store: Store) -> None:
    with pytest.raises(NotFound, match="没有编码为 name:无 的企业。"):
        recommend(store, "name:无", SUPPLIER)


def test_an_unknown_version_is_told(store: Store) -> None:
    save_hydraulics(store)
    with pytest.raises(NotFound, match="没有版本为 none 的推荐排序。"):
        recommend(store, "name:泵厂", SUPPLIER, version="none")


def test_to_be_unknown_is_no_advantage(store: Store) -> None:
    save_enterprises(store, "我", "甲", "乙")
    save_industries(
        store,
        members={"我": "工程机械", "甲": "钢铁", "乙": "钢铁"},
        upstream={"工程机械": "钢铁"},
    )
    save_makes(store, ("我", "挖掘机", 0.9), ("乙", "钢板", 0.5))
    profiles.refresh(store)
    first, second = recommend(store, "name:我", SUPPLIER).items
    assert (first.partner.name, second.partner.name) == ("乙", "甲")
    assert [feature.name for feature in first.features] == [
        feature.name for feature in second.features
    ]


def test_of_equal_partners_the_better_known_comes_first(store: Store) -> None:
    save_enterprises(store, "我", "甲", "乙")
    save_industries(
        store,
        members={"我": "工程机械", "甲": "钢铁", "乙": "钢铁"},
        upstream={"工程机械": "钢铁"},
    )
    save_makes(store, ("乙", "钢板", 0.5))
    profiles.refresh(store)
    assert names(recommend(store, "name:我", SUPPLIER)) == ["乙", "甲"]


def test_who_makes_the_same_is_no_good_supplier(store: Store) -> None:
    save_enterprises(store, "泵厂", "泵业", "铸造厂", "漆厂", "主机厂")
    save_makes(store, ("泵厂", "液压泵", 0.9), ("泵业", "液压泵", 0.9), ("漆厂", "油漆", 0.9))
    save_trades(
        store, ("铸造厂", "泵厂"), ("铸造厂", "主机厂"), ("泵业", "主机厂"), ("漆厂", "主机厂")
    )
    profiles.refresh(store)
    items = {item.partner.name: item for item in recommend(store, "name:泵厂", SUPPLIER).items}
    fit = {
        name: next(each.value for each in item.features if each.name == "fit")
        for name, item in items.items()
    }
    assert fit == {"漆厂": 0.2, "泵业": 0.0}


def test_without_products_those_of_peers_lead_to_partners(store: Store) -> None:
    save_enterprises(store, "我", "同行", "液压厂")
    save_industries(store, members={"我": "工程机械", "同行": "工程机械"}, upstream={})
    save_makes(store, ("同行", "挖掘机", 0.9), ("液压厂", "液压件", 0.9))
    save_supplies(store, ("液压件", "挖掘机"))
    assert walked(recommend(store, "name:我", SUPPLIER)) == [
        [
            ("BELONGS_TO", True, "工程机械"),
            ("BELONGS_TO", False, "同行"),
            ("MAKES", True, "挖掘机"),
            ("SUPPLIES", False, "液压件"),
            ("MAKES", False, "液压厂"),
        ]
    ]
