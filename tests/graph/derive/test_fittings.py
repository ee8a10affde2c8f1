import pytest
from small_fitting import save_batteries
from small_map import save_industries

from graph.derive import fittings
from graph.domain.fitting import Fitting, NamedIndustry, NamedNode
from graph.store import Store
from graph.store.map.fittings import list_fittings, list_industries

OFTEN = 9


def made(name: str, *, makers: int = 2, uses: int = 0) -> NamedNode:
    return NamedNode(f"m:{name}", name, makers=makers, uses=uses)


def part(name: str) -> NamedNode:
    return NamedNode(f"p:{name}", name, uses=OFTEN)


def kinds(name: str) -> list[NamedNode]:
    """Return three names that end in this one, so that it is a word for a thing."""
    return [NamedNode(f"k:{first}{name}", first + name, materials=1) for first in "甲乙丙"]


def found(*nodes: NamedNode) -> list[tuple[str, str]]:
    return [(each.part[2:], each.product[2:]) for each in fittings.find_fittings(nodes)]


def test_what_is_named_for_a_product_fits_it() -> None:
    nodes = made("锂电池"), made("锂电池隔膜"), part("隔膜"), *kinds("锂电池")
    assert fittings.find_fittings(nodes) == [Fitting("m:锂电池隔膜", "m:锂电池", 1.0)]


def test_what_stands_between_lowers_the_score() -> None:
    nodes = made("手机"), made("手机用精密屏蔽罩"), part("屏蔽罩"), *kinds("手机")
    assert fittings.find_fittings(nodes) == [Fitting("m:手机用精密屏蔽罩", "m:手机", 0.8)]


def test_what_only_stands_in_front_is_no_thing() -> None:
    assert found(made("户外"), made("户外树脂"), part("树脂")) == []


def test_what_one_firm_alone_makes_is_no_word_for_a_thing() -> None:
    nodes = made("锂电池", makers=1), made("锂电池隔膜"), part("隔膜"), *kinds("锂电池")
    assert found(*nodes) == []


def test_what_is_hardly_used_is_no_word_for_a_part() -> None:
    film = NamedNode("p:隔膜", "隔膜", uses=1)
    assert found(made("锂电池"), made("锂电池隔膜"), film, *kinds("锂电池")) == []


def test_what_follows_a_substance_is_made_of_it() -> None:
    steel = made("不锈钢", uses=OFTEN), made("不锈钢法兰"), part("法兰"), *kinds("不锈钢")
    assert found(*steel) == []


def test_unless_it_says_that_it_is_for_it() -> None:
    feed = made("饲料", uses=OFTEN), made("饲料用酶制剂"), part("酶制剂"), *kinds("饲料")
    assert found(*feed) == [("饲料用酶制剂", "饲料")]


def test_the_longest_known_beginning_decides() -> None:
    nodes = made("商用"), made("商用车齿轮"), part("齿轮"), *kinds("商用"), *kinds("商用车")
    assert found(*nodes) == [("商用车齿轮", "商用")]
    assert found(*nodes, NamedNode("p:商用车", "商用车", materials=1)) == []
    assert found(*nodes, made("商用车")) == [("商用车齿轮", "商用车")]


@pytest.mark.parametrize(
    "name", ["锂电池销售", "锂电池及隔膜", "锂电池服务", "锂电池", "锂电池动力电池隔膜"]
)
def test_these_name_no_part(name: str) -> None:
    nodes = made("锂电池"), made(name), part("隔膜"), part("销售"), *kinds("锂电池")
    assert found(*nodes) == []


def test_no_word_in_letters_is_cut() -> None:
    assert found(made("pc"), made("pccp管道"), part("管道"), *kinds("pc")) == []


def test_what_nobody_makes_fits_nothing() -> None:
    film, kinds_of = part("隔膜"), kinds("锂电池")
    assert found(made("锂电池"), part("锂电池隔膜"), film, *kinds_of) == []
    assert found(part("锂电池"), made("锂电池隔膜"), film, *kinds_of) == []


def test_tools_are_for_the_trade_they_name_unless_its_members_make_them() -> None:
    nodes = made("银行安防系统"), made("银行服务"), made("银行业务系统")
    own = frozenset({"m:银行业务系统"})
    banks = NamedIndustry("i:国有", "国有大型银行", own, frozenset({"银行"}))
    trade, other = NamedIndustry("i:银行", "银行"), NamedIndustry("i:村镇", "村镇银行")
    assert fittings.find_fittings(nodes, [banks, trade, other]) == [
        Fitting("m:银行业务系统", "i:银行", 0.5),
        Fitting("m:银行安防系统", "i:国有", 0.5),
        Fitting("m:银行安防系统", "i:银行", 0.5),
    ]


def test_an_industry_goes_by_its_name_without_words_of_any_trade() -> None:
    nodes = made("水泥用辊压机"), made("水泥", uses=OFTEN)
    for name in ("水泥制造", "其他水泥"):
        links = fittings.find_fittings(nodes, [NamedIndustry("i:水泥", name)])
        assert [(each.part, each.product) for each in links] == [("m:水泥用辊压机", "i:水泥")]


def test_links_follow_the_map(store: Store) -> None:
    save_batteries(store)
    assert fittings.refresh(store) == 1
    assert list_fittings(store) == [Fitting("test:锂电池隔膜", "test:锂电池", 1.0)]
    assert fittings.refresh(store) == 0
    store.write("MATCH (:ChainNode {name: '隔膜'})-[x:SUPPLIES]->() DELETE x")
    assert (fittings.refresh(store), list_fittings(store)) == (1, [])


def test_industries_come_with_what_their_members_make_and_the_wider_ones(store: Store) -> None:
    save_batteries(store)
    save_industries(store, members={"电池厂": "锂电池制造"}, upstream={"电池": "化工"})
    store.write(
        "MATCH (i:ChainNode {code: 'test:锂电池制造'}) MATCH (w:ChainNode {code: 'test:电池'})"
        " CREATE (i)-[:KIND_OF]->(w)"
    )
    assert list_industries(store) == [
        NamedIndustry(
            "test:锂电池制造", "锂电池制造", frozenset({"test:锂电池"}), frozenset({"电池"})
        )
    ]
