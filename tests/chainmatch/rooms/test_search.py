import re
from urllib.parse import unquote, urlencode

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_map import EVIDENCE, save_enterprises, save_makes

from chainmatch.rooms.search.marking import marked
from graph import derive, schema
from graph.domain.account import Role
from graph.store import Store
from graph.store.bulk import maps

NOT_FOUND = "没有找到“%s”，您是不是要找："


@pytest.fixture
def analyst(doorman: Doorman) -> FlaskClient:
    """A client signed in before anything is on the map."""
    return doorman.client(Role.ANALYST)


@pytest.fixture
def city(analyst: FlaskClient, store: Store) -> FlaskClient:
    """三一重工 and 邵阳液压 of 长沙 and 邵阳, and 液壓精工 of nowhere, in one chain."""
    save_enterprises(
        store, "三一重工", name="三一重工股份有限公司", short_name="三一重工", size="large"
    )
    save_enterprises(
        store, "邵阳液压", size="small", certifications=["高新技术企业", "专精特新小巨人"]
    )
    save_enterprises(store, "液壓精工", size="small", certifications=["高新技术企业"])
    save_makes(
        store,
        ("三一重工", "挖掘机", 0.6),
        ("三一重工", "液压泵", 0.1),
        ("邵阳液压", "液压泵", 0.7),
        ("邵阳液压", "液压缸", 0.2),
    )
    save_places(store)
    derive.refresh(store)
    return analyst


def save_places(store: Store) -> None:
    regions = [("430000", "湖南省"), ("430100", "长沙市"), ("430500", "邵阳市")]
    maps.save_regions(store, [{"code": c, "name": n, "source": "test"} for c, n in regions])
    maps.save_chains(
        store, [{"code": "c:1", "name": "工程机械", "published": True, "source": "test"}]
    )
    for link, ends in (
        (schema.WITHIN, [("430100", "430000"), ("430500", "430000")]),
        (schema.LOCATED_IN, [("name:三一重工", "430100"), ("name:邵阳液压", "430500")]),
    ):
        rows = [{"start": start, "end": end, **EVIDENCE} for start, end in ends]
        maps.save_links(store, link, rows)
    stages = [("test:挖掘机", "midstream"), ("test:液压泵", "upstream")]
    rows = [{"start": node, "end": "c:1", "stage": stage, **EVIDENCE} for node, stage in stages]
    maps.save_links(store, schema.IN_CHAIN, rows)


def found(client: FlaskClient, *pairs: tuple[str, str]) -> list[str]:
    """Return the codes of the enterprises on a page of results, in their order."""
    page = client.get(f"/search?{urlencode(pairs)}").text
    return [unquote(code) for code in re.findall(r'<h2><a href="/enterprises/([^"]+)">', page)]


def counts(client: FlaskClient, *pairs: tuple[str, str]) -> dict[str, int]:
    """Return what each value of the filters counts."""
    page = client.get(f"/search?{urlencode(pairs)}").text
    rows = re.findall(
        r'value="([^"]+)" (?:checked)?>\s*<span class="form-check-label">.*?'
        r'<span class="filter-count">(\d+)</span>',
        page,
        re.S,
    )
    return {value: int(number) for value, number in rows}


SANY, SHAOYANG, JINGGONG = "name:三一重工", "name:邵阳液压", "name:液壓精工"


def test_visitors_sign_in_first(client: FlaskClient) -> None:
    assert client.get("/search?q=x").location == "/sign-in?next=/search?q%3Dx"
    assert 'id="search-box"' not in client.get("/").text


@pytest.mark.parametrize("text", ["三一", "sanyi", "syzg", "SANYI", "三一　重工", "挖掘机", "wjj"])
def test_one_box_takes_names_pinyin_initials_and_products(city: FlaskClient, text: str) -> None:
    assert found(city, ("q", text)) == [SANY]


def test_names_come_before_products_and_scripts_are_one(city: FlaskClient) -> None:
    assert found(city, ("q", "液压")) == [JINGGONG, SHAOYANG, SANY]
    assert found(city, ("q", "液壓")) == [JINGGONG, SHAOYANG, SANY]


def test_what_matched_is_marked(city: FlaskClient) -> None:
    page = city.get("/search?q=液压").text
    assert page.count("<mark>液壓</mark>精工") == 1
    assert page.count("<mark>液压</mark>缸") == 2  # beside its maker, and among the nodes
    page = city.get("/search?q=sanyi").text
    assert page.count("<mark>三一</mark>重工股份有限公司</a>") == 1


def test_facets_count_all_results_and_each_without_itself(city: FlaskClient) -> None:
    everything = {
        "c:1": 2,
        "upstream": 2,
        "midstream": 1,
        "430000": 2,
        "430100": 1,
        "430500": 1,
        "small": 2,
        "large": 1,
        "高新技术企业": 2,
        "专精特新小巨人": 1,
    }
    assert counts(city) == everything
    assert counts(city, ("size", "large")) == {
        "c:1": 1,
        "upstream": 1,
        "midstream": 1,
        "430000": 1,
        "430100": 1,
        "small": 2,
        "large": 1,
    }


def test_filters_stand_in_an_order_that_people_expect(city: FlaskClient) -> None:
    assert list(counts(city)) == [
        "c:1",
        *("upstream", "midstream"),
        *("430000", "430100", "430500"),
        *("large", "small"),
        *("高新技术企业", "专精特新小巨人"),
    ]


def test_values_of_a_facet_add_up_and_facets_narrow(city: FlaskClient) -> None:
    both = ("region", "430100"), ("region", "430500")
    assert found(city, *both) == [SANY, SHAOYANG]
    assert found(city, *both, ("size", "small")) == [SHAOYANG]


def test_chosen_filters_can_be_taken_out_one_by_one(city: FlaskClient) -> None:
    page = city.get("/search?q=液压&size=small&region=430500").text
    assert page.count('href="/search?q=%E6%B6%B2%E5%8E%8B&amp;region=430500"') == 1
    assert page.count('href="/search?q=%E6%B6%B2%E5%8E%8B&amp;size=small"') == 1
    assert page.count('href="/search?q=%E6%B6%B2%E5%8E%8B">清除全部</a>') == 1


def test_an_unknown_value_finds_nobody_and_can_be_taken_out(city: FlaskClient) -> None:
    page = city.get("/search?region=999999").text
    assert page.count("<h2><a") == 0
    assert page.count('href="/search">清除全部</a>') == 1
    assert page.count("没有符合全部条件的企业") == 1
    assert found(city, ("nonsense", "1"), ("page", "x")) == [SANY, JINGGONG, SHAOYANG]


def test_a_node_leads_to_those_who_make_it(city: FlaskClient) -> None:
    page = city.get("/search?q=液压").text
    assert page.count('href="/search?node=test:%E6%B6%B2%E5%8E%8B%E6%B3%B5"') == 3
    assert sorted(found(city, ("node", "test:液压泵"))) == sorted([SANY, SHAOYANG])
    assert city.get("/search?node=test:液压泵").text.count("生产“液压泵”的企业") == 1
    assert found(city, ("node", "test:没有")) == []


def test_a_chain_leads_to_those_who_stand_in_it(city: FlaskClient) -> None:
    page = city.get("/search?q=gcjx").text
    chip = re.search(r'href="/search\?chain=c:1">.*?(\d+) 家', page, re.S)
    assert chip is not None
    assert chip[1] == "2"
    assert found(city, ("chain", "c:1")) == [SANY, SHAOYANG]


def test_all_words_must_match_or_the_rarer_one_counts(city: FlaskClient) -> None:
    assert found(city, ("q", "液压泵 三一")) == [SANY]
    page = city.get("/search?q=三一 液压缸").text
    assert page.count("未计“液压缸”") + page.count("未计“三一”") == 1


@pytest.mark.parametrize("text", ["液亚", "yeyya", "三医重工"])
def test_what_is_not_found_suggests_what_is_near(city: FlaskClient, text: str) -> None:
    page = city.get(f"/search?q={text}").text
    assert page.count(NOT_FOUND % text) == 1
    near = re.findall(r'<a class="btn" href="/search\?q=([^"]+)">', page)
    assert near != []


@pytest.mark.parametrize(
    "text",
    [
        *'+-&|!(){}[]^"~*?:\\/',
        "&&",
        "||",
        "AND",
        "NOT OR",
        '液压"',
        "液压*~2",
        "<script>alert(1)</script>",
        "\x00\x07液压\x1b",
        "’; DROP",
        "液" * 10_000,
        "a" * 10_000,
        "😀",
        "%",
    ],
)
def test_nothing_typed_breaks_the_page(city: FlaskClient, text: str) -> None:
    page = city.get(f"/search?{urlencode({'q': text})}")
    assert page.status_code == 200
    assert page.text.count("<script>") == 0
    assert city.get(f"/search/options?{urlencode({'q': text})}").status_code == 200


def test_control_characters_do_not_count(city: FlaskClient) -> None:
    assert found(city, ("q", "\x00\x07三一\x1b")) == [SANY]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_of_few_has_one_page(analyst: FlaskClient, store: Store, rows: int) -> None:
    save_enterprises(store, *(f"泵厂{number}" for number in range(rows)))
    derive.refresh(store)
    page = analyst.get("/search?q=泵厂&page=9").text
    assert (page.count('<article class="card hit">'), page.count('class="pages"')) == (rows, 0)
    assert page.count(f"共 {rows} 家企业") == 1


def test_a_longer_list_has_pages_and_past_the_end_stands_the_last(
    analyst: FlaskClient, store: Store
) -> None:
    names = [f"泵厂{number:02}" for number in range(43)]
    save_enterprises(store, *names)
    derive.refresh(store)
    pages = [found(analyst, ("q", "泵厂"), ("page", str(number))) for number in (1, 2, 3)]
    assert [code for page in pages for code in page] == [f"name:{name}" for name in names]
    assert found(analyst, ("q", "泵厂"), ("page", "999")) == pages[2]


def test_an_empty_map_says_what_to_do(analyst: FlaskClient) -> None:
    page = analyst.get("/search").text
    assert (page.count("图谱里还没有企业"), page.count("去导入数据")) == (1, 1)


def test_htmx_gets_the_results_alone(city: FlaskClient) -> None:
    part = city.get("/search?q=三一", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div id="search"')
    assert (part.count("<html"), part.count("<h2><a")) == (0, 1)


def test_options_are_grouped_while_typing(city: FlaskClient) -> None:
    part = city.get("/search/options?q=液压").text
    assert re.findall(r'role="option" id="([^"]+)"', part) == [
        "option-enterprise-1",
        "option-enterprise-2",
        "option-enterprise-3",
        "option-node-1",
        "option-node-2",
        "option-all",
    ]
    assert part.count("查看全部 3 家企业") == 1
    assert city.get("/search/options?q=").text.strip() == ""
    assert city.get("/search/options?q=没有的").text.count("按回车看看相近的") == 1


def test_the_page_speaks_english(doorman: Doorman, city: FlaskClient) -> None:
    page = doorman.client(Role.ORGANIZER, locale="en").get("/search?q=液压&size=small").text
    assert page.count("Results for “液压”") == 1
    assert page.count("Remove") == 1
    assert page.count("Clear all") == 1


@pytest.mark.parametrize(
    ("name", "words", "html"),
    [
        ("液压泵", ("液压",), "<mark>液压</mark>泵"),
        ("液壓泵", ("液压",), "<mark>液壓</mark>泵"),
        ("三一重工", ("sanyi",), "<mark>三一</mark>重工"),
        ("三一重工", ("yizh",), "三<mark>一重</mark>工"),
        ("三一重工", ("syzg",), "<mark>三一重工</mark>"),
        ("ABS 树脂", ("abs", "树脂"), "<mark>ABS</mark> <mark>树脂</mark>"),
        ("<b>", ("b",), "&lt;<mark>b</mark>&gt;"),
        ("泵", ("阀",), "泵"),
        ("泵", (), "泵"),
    ],
)
def test_places_of_words_are_marked(name: str, words: tuple[str, ...], html: str) -> None:
    assert marked(name, words) == html


def test_limits_can_be_loosened_where_nothing_is_left(doorman: Doorman, store: Store) -> None:
    save_enterprises(store, "甲", longitude=112.9, latitude=28.2, datum="wgs84")
    derive.refresh(store)
    client = doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    page = client.get("/search?km=20&has=offer&owner=owner:湘江集团").text
    assert "没有符合全部条件的企业" in page
    assert '<option value="20" selected>20 公里以内</option>' in page
    assert "集团或实际控制人 · 湘江集团" in page
    assert 'href="/search?km=20&amp;owner=owner%3A%E6%B9%98%E6%B1%9F%E9%9B%86%E5%9B%A2"' in page
    nearby = doorman.client(Role.ANALYST).get("/search?origin=name:甲&km=20").text
    assert "离甲" in nearby


def test_the_map_counts_the_innermost_regions(city: FlaskClient) -> None:
    page = city.get("/search/map").text
    assert 'aria-label="长沙市：1"' in page
    assert 'aria-label="邵阳市：1"' in page
    assert "湖南省" not in page.split("district-map")[1]
    assert 'href="/search?region=430100"' in page
    assert "另有 1 家没有登记区县" in page
