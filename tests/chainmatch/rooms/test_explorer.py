import io
import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from PIL import Image
from small_chain import HOSTILE, save_chain, save_makers, save_narrower, save_trade
from werkzeug.datastructures import MultiDict

from chainmatch.viewing.wanted import keep_state
from graph.domain.account import Role
from graph.store import Store
from graph.store.analyst import saved_views

SVG = "{http://www.w3.org/2000/svg}"
STEEL = quote("node:test:钢")


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "丙")
    save_trade(store, "甲", "丙")
    return doorman.client(Role.ANALYST)


def test_the_first_chain_is_shown_with_a_row_for_each_point(analyst: FlaskClient) -> None:
    page = analyst.get("/map")
    assert page.status_code == 200
    assert page.text.count("<tr>") == 1 + 3
    assert page.text.count('id="explorer-data"') == 1
    assert page.text.count(">缺口</span>") == 1
    assert page.text.count("<noscript>") == 1


@pytest.mark.parametrize(("layer", "rows"), [("enterprises", 6), ("trades", 6), ("projects", 3)])
def test_layers_add_what_they_are_of(analyst: FlaskClient, layer: str, rows: int) -> None:
    assert analyst.get(f"/map?layer={layer}").text.count("<tr>") == 1 + rows


def test_what_was_merged_is_said(analyst: FlaskClient) -> None:
    page = analyst.get("/map?layer=enterprises&group=stage").text
    assert page.count("合并显示：每个环节合成一个") == 1
    assert page.count("<tr>") == 1 + 3


def test_a_click_shows_the_sheet_alone_and_the_address_shows_it_too(analyst: FlaskClient) -> None:
    part = analyst.get(f"/map?open={STEEL}", headers={"HX-Request": "true"}).text
    assert part.count("<html") == 0
    assert part.count("可信度 80%") == 3
    page = analyst.get(f"/map?open={STEEL}").text
    assert page.count("打开节点页") == 1


def test_from_node_to_enterprise_to_link_to_source(analyst: FlaskClient) -> None:
    firm = analyst.get(f"/map?open={quote('enterprise:name:甲')}").text
    assert firm.count("已知往来（1）") == 1
    ends = f"open={quote('enterprise:name:甲')}&to={quote('enterprise:name:丙')}"
    line = analyst.get(f"/map?{ends}").text
    assert line.count("自 2021-01-01 起有效") == 1
    assert line.count("2022-01-01 – 2025-06-30") == 1
    made = analyst.get(f"/map?open={quote('enterprise:name:甲')}&to={STEEL}").text
    assert made.count("<strong>企业产品</strong>") == 1
    assert analyst.get(f"/map?open={STEEL}&to=project:x").status_code == 404


def test_around_a_node_and_an_unclear_name(analyst: FlaskClient, store: Store) -> None:
    page = analyst.get(f"/map?centre={quote('test:钢')}&depth=1").text
    assert page.count("<tr>") == 1 + 2
    save_narrower(store, "test2:钢", "test:钢")
    assert analyst.get(f"/map?centre={quote('钢')}").text.count("有多个同名的节点") == 1
    assert analyst.get("/map?centre=nothing").text.count("请选择中心") == 4


def test_around_an_enterprise_by_code_and_by_name(analyst: FlaskClient) -> None:
    page = analyst.get(f"/map?centre={quote('name:甲')}").text
    assert page.count("<h1>甲</h1>") == 1
    assert page.count("<tr>") == 1 + 3  # 甲, its customer 丙, its product
    assert page.count('value="甲 [name:甲]"') == 1
    assert analyst.get(f"/map?centre={quote('甲 [name:甲]')}").text.count("<h1>甲</h1>") == 1
    assert analyst.get(f"/map?centre={quote('甲')}").text.count("<h1>甲</h1>") == 1
    offered = analyst.get(f"/map/nodes?centre={quote('甲')}").text
    assert offered.count('<option value="甲 [name:甲]">企业</option>') == 1
    firm = analyst.get(f"/enterprises/{quote('name:甲')}").text
    assert firm.count(f'href="/map?centre={quote("name:甲", safe=":")}&amp;depth=1"') == 1


def test_an_enterprise_without_trade_shows_what_it_makes(analyst: FlaskClient) -> None:
    page = analyst.get(f"/map?centre={quote('name:乙')}").text
    assert page.count("图谱里没有这家企业的往来记录") == 1
    assert page.count("<tr>") == 1 + 2


def test_drafts_and_projects_are_for_the_staff(doorman: Doorman, store: Store) -> None:
    save_chain(store, published=False)
    save_makers(store, "test:钢", "甲")
    visitor = doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    page = visitor.get("/map?chain=test:gc&layer=projects").text
    assert page.count("没有这条产业链") == 4
    assert page.count('value="projects"') == 0


def test_the_picture_leaves_as_svg_and_png(analyst: FlaskClient) -> None:
    answer = analyst.get("/map.svg?layer=trades")
    root = ElementTree.fromstring(answer.data)  # noqa: S314 - our own file
    assert answer.mimetype == "image/svg+xml"
    assert len(root.findall(f"{SVG}a")) == 6
    assert len(root.findall(f"{SVG}path")) == 1
    image = Image.open(io.BytesIO(analyst.get("/map.png").data))
    assert image.format == "PNG"
    assert len(image.convert("RGB").getcolors(maxcolors=100_000) or []) > 10
    assert analyst.get("/map.svg?at=2020-01-01").status_code == 404


def test_a_view_is_kept_opened_renamed_and_forgotten(analyst: FlaskClient, store: Store) -> None:
    told = {"name": "我的钢", "state": f"chain=test:gc&layer=trades&page=3&open={STEEL}&evil=1"}
    assert analyst.post("/map/views", data=told).status_code == 302
    assert analyst.post("/map/views", data=told).status_code == 422
    kept = saved_views.list_views(store, "analyst@test.example")
    assert [view.name for view in kept] == ["我的钢"]
    opened = analyst.get(f"/map/views/{kept[0].id}")
    assert opened.location == f"/map?{kept[0].state}"
    assert kept[0].state == "chain=test%3Agc&layer=trades&open=node%3Atest%3A%E9%92%A2"
    analyst.post(f"/map/views/{kept[0].id}/name", data={"name": "新名"})
    assert analyst.get("/map/views").text.count("新名</a>") == 1
    analyst.post(f"/map/views/{kept[0].id}/delete")
    assert analyst.get("/map/views").text.count("还没有保存的视图") == 1


def test_others_cannot_open_or_change_it(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    analyst.post("/map/views", data={"name": "我的", "state": "chain=test:gc"})
    view = saved_views.list_views(store, "analyst@test.example")[0]
    other = doorman.client(Role.ANALYST)
    assert other.get(f"/map/views/{view.id}").status_code == 404
    assert other.post(f"/map/views/{view.id}/name", data={"name": "他的"}).status_code == 404
    other.post(f"/map/views/{view.id}/delete")
    assert saved_views.list_views(store, "analyst@test.example") == [view]


def test_the_state_has_one_order() -> None:
    assert keep_state(MultiDict({"layer": "trades", "chain": "c", "x": "1", "at": ""})) == (
        "chain=c&layer=trades"
    )


def test_an_odd_date_is_refused_in_words(analyst: FlaskClient) -> None:
    answer = analyst.get("/map?at=gestern")
    assert answer.status_code == 422
    assert answer.text.count("日期应写成 2026-06-30 的样子。") == 1


@pytest.mark.parametrize(
    "asked", ["layer=xx", "depth=99999", "group=yy", "stage=zz", "picture=photo"]
)
def test_a_choice_there_is_not_is_said(analyst: FlaskClient, asked: str) -> None:
    for address in ("/map", "/map.svg"):
        answer = analyst.get(f"{address}?{asked}")
        assert (answer.status_code, answer.text.count(f"“{asked}”不在可选范围内")) == (404, 1)
    assert analyst.get(f"/map?{asked.partition('=')[0]}=").status_code == 200


def test_it_is_said_in_english(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    page = doorman.client(Role.ANALYST, locale="en").get("/map?layer=trades").text
    assert page.count("Dashed “Gap”: no company here") == 1


def test_unknown_codes_are_not_found(analyst: FlaskClient) -> None:
    for address, words in (
        ("/map?region=nope", "图谱里没有编码 nope。"),
        ("/map?chain=nope", "没有这条产业链"),
    ):
        answer = analyst.get(address)
        assert (answer.status_code, words in answer.text) == (404, True)


def test_around_an_enterprise_only_what_applies_is_offered(analyst: FlaskClient) -> None:
    centre = f"/map?centre={quote('name:甲')}"
    plain = analyst.get(centre).text
    for group in ("district", "node"):
        page = analyst.get(f"{centre}&group={group}&depth=4").text
        assert (page.count(f'value="{group}"'), page.count("合并显示")) == (0, 0)
        assert page.count("<tr>") == plain.count("<tr>")
        assert page.count("<option selected>2</option>") == 1
        assert page.count("图上没有可以合并的（") == 1
    assert plain.count('<option value="" selected>–</option>') == 1
    assert analyst.get(f"{centre}&picture=sankey").text.count("带宽：往来的条数") == 1
    layers = re.findall(r'<option value="(\w+)" (?:selected)?>(往来和产品|只看往来)<', plain)
    assert layers == [("supply", "往来和产品"), ("trades", "只看往来")]
    assert plain.count('value="projects"') == 0


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("group=district", ["图上没有可以合并的（企业按区县），按原样画出。"]),
        ("layer=enterprises&group=district", ["合并显示："]),
        ("layer=enterprises&group=district&picture=sankey", ["桑基图里企业都并入节点"]),
        ("layer=enterprises&group=node&picture=sankey", []),
        ("group=node&picture=sankey", ["图上没有可以合并的（企业并入节点）"]),
        ("", []),
    ],
)
def test_a_grouping_without_effect_is_said(
    analyst: FlaskClient, asked: str, words: list[str]
) -> None:
    page = analyst.get(f"/map?{asked}").text
    told = ("图上没有可以合并的（", "合并显示：", "桑基图里企业都并入节点")
    assert sum(map(page.count, told)) == len(words)
    assert [page.count(each) for each in words] == [1] * len(words)
