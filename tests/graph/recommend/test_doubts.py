"""Each doubt on the map: what it weakens, and that without its cause nothing is doubted."""

import pytest
from small_fitting import save_batteries
from small_map import (
    AT,
    save_enterprises,
    save_hydraulics,
    save_industries,
    save_makes,
    save_supplies,
)

from graph.derive import fittings, near_names, profiles
from graph.domain.likely_material import LikelyMaterial
from graph.domain.recommendation import PartnerRole, Recommendation, Wish
from graph.recommend import recommend
from graph.store import Store
from graph.store.map.likely_materials import replace_likely

SUPPLIER = Wish(PartnerRole.SUPPLIER, AT)


def doubts(store: Store, asker: str, role: PartnerRole = PartnerRole.SUPPLIER) -> list[tuple]:
    """Return partner and the name of the doubt of its best path, in the order of the list."""
    refresh(store)
    items = recommend(store, asker, Wish(role, AT)).items
    return [(item.partner.name, _doubt(item)) for item in items]


def refresh(store: Store) -> None:
    near_names.refresh(store)
    fittings.refresh(store)
    profiles.refresh(store)


def _doubt(item: Recommendation) -> str:
    doubt = item.paths[0].doubt
    return doubt.name if doubt else ""


def test_a_sound_path_is_not_doubted(store: Store) -> None:
    save_hydraulics(store)
    assert doubts(store, "name:泵厂") == [("铸造厂", ""), ("精铸", "")]


def test_what_we_make_ourselves_we_hardly_buy(store: Store) -> None:
    save_enterprises(store, "水泥厂", "熟料厂", "矿山")
    save_makes(
        store,
        ("水泥厂", "水泥", 0.6),
        ("水泥厂", "熟料", 0.4),
        ("熟料厂", "熟料", 0.9),
        ("矿山", "石灰石", 0.9),
    )
    save_supplies(store, ("熟料", "水泥"), ("石灰石", "水泥"))
    assert doubts(store, "name:水泥厂") == [("矿山", ""), ("熟料厂", "own")]
    (doubted,) = [
        feature.reason
        for feature in recommend(store, "name:水泥厂", SUPPLIER).items[1].features
        if feature.name == "soundness"
    ]
    assert str(doubted) == "“熟料”我方自己也做"


def test_who_makes_what_we_make_hardly_buys_ours(store: Store) -> None:
    save_enterprises(store, "水泥厂", "建材厂", "搅拌站")
    save_makes(
        store,
        ("水泥厂", "水泥", 0.6),
        ("水泥厂", "水泥管", 0.4),
        ("建材厂", "水泥管", 0.9),
        ("搅拌站", "混凝土", 0.9),
    )
    save_supplies(store, ("水泥", "水泥管"), ("水泥", "混凝土"))
    assert doubts(store, "name:水泥厂", PartnerRole.CUSTOMER) == [
        ("搅拌站", ""),
        ("建材厂", "own"),
    ]


def test_a_line_of_the_scope_of_business_is_no_trade(store: Store) -> None:
    save_enterprises(store, "泵厂", "百货", "铸造厂", "副业户")
    save_makes(
        store,
        ("泵厂", "液压泵", 0.9),
        ("百货", "铸件", 0.001),
        ("副业户", "铸件", 0.01),
        ("铸造厂", "铸件", 0.9),
    )
    save_supplies(store, ("铸件", "液压泵"))
    assert doubts(store, "name:泵厂") == [
        ("铸造厂", ""),
        ("副业户", "sideline"),
        ("百货", "sideline"),
    ]


def test_our_own_scope_of_business_counts_less_than_our_trade(store: Store) -> None:
    save_enterprises(store, "泵厂", "铸造厂", "面粉厂")
    save_makes(
        store,
        ("泵厂", "液压泵", 0.9),
        ("泵厂", "面包", 0.001),
        ("铸造厂", "铸件", 0.9),
        ("面粉厂", "面粉", 0.9),
    )
    save_supplies(store, ("铸件", "液压泵"), ("面粉", "面包"))
    assert doubts(store, "name:泵厂") == [("铸造厂", ""), ("面粉厂", "our sideline")]


def test_where_all_we_have_is_a_scope_it_is_believed(store: Store) -> None:
    save_enterprises(store, "面包房", "面粉厂")
    save_makes(store, ("面包房", "面包", 0.001), ("面粉厂", "面粉", 0.9))
    save_supplies(store, ("面粉", "面包"))
    assert doubts(store, "name:面包房") == [("面粉厂", "")]


def test_another_thing_of_a_like_name_is_not_the_same(store: Store) -> None:
    save_enterprises(store, "泵厂", "甲", "乙")
    save_makes(
        store,
        ("泵厂", "液压泵", 0.9),
        ("甲", "高强度球墨铸铁件", 0.9),
        ("乙", "高精度球墨铸铁件", 0.9),
    )
    save_supplies(store, ("高强度球墨铸铁件", "液压泵"))
    assert doubts(store, "name:泵厂") == [("甲", ""), ("乙", "siblings")]


def test_what_only_one_kind_of_ours_is_made_of_is_doubted(store: Store) -> None:
    save_enterprises(store, "化工厂", "铝粉厂", "硝酸铵厂")
    save_makes(
        store,
        ("化工厂", "炸药", 0.9),
        ("铝粉厂", "铝粉", 0.9),
        ("硝酸铵厂", "硝酸铵", 0.9),
    )
    save_supplies(store, ("铝粉", "含铝炸药"), ("硝酸铵", "含铝炸药"))
    assert doubts(store, "name:化工厂") == [("硝酸铵厂", "kind"), ("铝粉厂", "special")]


def test_industries_alone_say_so(store: Store) -> None:
    save_enterprises(store, "我", "钢厂")
    save_industries(
        store, members={"我": "工程机械", "钢厂": "钢铁"}, upstream={"工程机械": "钢铁"}
    )
    assert doubts(store, "name:我") == [("钢厂", "industry")]


def test_of_peers_those_who_make_what_is_like_ours_come_first(store: Store) -> None:
    save_enterprises(store, "软管厂", "压缩机厂", "胶管厂", "曲轴厂", "橡胶厂")
    industries = dict.fromkeys(("软管厂", "压缩机厂", "胶管厂"), "家电零部件")
    save_industries(store, members=industries, upstream={})
    save_makes(
        store,
        ("软管厂", "伸缩软管", 0.9),
        ("压缩机厂", "压缩机", 0.9),
        ("胶管厂", "洗衣机软管", 0.9),
        ("曲轴厂", "曲轴", 0.9),
        ("橡胶厂", "橡胶", 0.9),
    )
    save_supplies(store, ("曲轴", "压缩机"), ("橡胶", "洗衣机软管"))
    assert doubts(store, "name:软管厂") == [("橡胶厂", ""), ("曲轴厂", "peer")]


def test_names_say_who_makes_parts_for_whom(store: Store) -> None:
    save_batteries(store)
    refresh(store)
    (item,) = recommend(store, "name:电池厂", SUPPLIER).items
    assert [(step.link, step.forward, step.end.name) for step in item.paths[0].steps] == [
        ("MAKES", True, "锂电池"),
        ("FITS", False, "锂电池隔膜"),
        ("MAKES", False, "隔膜厂"),
    ]
    items = recommend(store, "name:隔膜厂", Wish(PartnerRole.CUSTOMER, AT)).items
    assert [(item.partner.name, item.paths[0].route) for item in items][:2] == [
        ("电池厂", "fitted to"),
        ("电源厂", "fitted to"),
    ]


def test_names_say_for_which_trade_a_tool_is(store: Store) -> None:
    save_enterprises(store, "农商行", "安防公司")
    save_industries(store, members={"农商行": "银行"}, upstream={})
    save_makes(store, ("安防公司", "银行安防系统", 0.9))
    refresh(store)
    (item,) = recommend(store, "name:农商行", SUPPLIER).items
    assert (item.partner.name, item.paths[0].route) == ("安防公司", "fitting trade")
    (item,) = recommend(store, "name:安防公司", Wish(PartnerRole.CUSTOMER, AT)).items
    assert (item.partner.name, item.paths[0].route) == ("农商行", "fitted to trade")


def likely(store: Store, product: str, material: str, chance: float) -> None:
    """Save two firms, one making each, and that the material is likely one of the product."""
    save_enterprises(store, "买家", "卖家")
    save_makes(store, ("买家", product, 0.9), ("卖家", material, 0.9))
    link = LikelyMaterial(f"test:{material}", f"test:{product}", chance)
    replace_likely(store, [link], version="materials-2", as_of=AT)


@pytest.mark.parametrize(
    ("product", "material", "name"),
    [
        ("弹簧", "不锈钢", "chance"),
        ("断路器附件", "断路器", "tool"),
        ("抗抑郁药", "山药", "accident"),
    ],
)
def test_learned_materials_are_doubted_by_their_names(
    store: Store, product: str, material: str, name: str
) -> None:
    likely(store, product, material, 0.4)
    assert doubts(store, "name:买家") == [("卖家", name)]
    assert doubts(store, "name:卖家", PartnerRole.CUSTOMER) == [("买家", name)]


def test_a_kind_of_what_we_make_is_our_own_too(store: Store) -> None:
    save_enterprises(store, "水电站", "电厂", "轮机厂")
    save_makes(store, ("水电站", "水力发电", 0.9), ("电厂", "发电", 0.9), ("轮机厂", "水轮机", 0.9))
    save_supplies(store, ("发电", "水力发电"), ("水轮机", "水力发电"))
    assert doubts(store, "name:水电站") == [("轮机厂", ""), ("电厂", "own")]


def test_industries_fill_up_only_where_too_few_were_found(store: Store) -> None:
    many = [f"铸{n}" for n in range(30)]
    save_enterprises(store, "泵厂", "钢厂", *many)
    save_makes(store, ("泵厂", "液压泵", 0.9), *((name, "铸件", 0.001) for name in many))
    save_supplies(store, ("铸件", "液压泵"))
    save_industries(
        store, members={"泵厂": "工程机械", "钢厂": "钢铁"}, upstream={"工程机械": "钢铁"}
    )
    found = doubts(store, "name:泵厂")
    assert [name for name, _ in found] == sorted(many)[:20]
    items = recommend(store, "name:泵厂", Wish(PartnerRole.SUPPLIER, AT, top=100)).items
    assert {item.paths[0].route for item in items} == {"material"}
