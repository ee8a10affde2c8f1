import re
from io import BytesIO

import openpyxl
import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import (
    EVIDENCE,
    HOSTILE,
    save_chain,
    save_makers,
    save_place,
    save_trade,
)

from chainmatch.rooms.diagnosis.queries import choose_region
from graph import schema
from graph.derive import refresh
from graph.domain.account import Role
from graph.errors import NotFound
from graph.store import Store
from graph.store.bulk import maps

PAGE = {"chain": "test:gc", "region": "430100", "at": "2026-06-30"}


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    """Steel from here (甲) and Zhuzhou (丙), pumps by 乙 here, no diggers."""
    save_chain(store)
    save_makers(store, "test:钢", "甲", "丙")
    save_makers(store, HOSTILE, "乙")
    save_place(store, "甲", "430121", "长沙县")
    save_place(store, "乙", "430100", "长沙市")
    save_place(store, "丙", "430200", "株洲市")
    maps.save_links(store, schema.WITHIN, [{"start": "430121", "end": "430100"}])
    for seller in ("甲", "丙"):
        save_trade(store, seller, "乙")
    return doorman.client(Role.ANALYST)


def read(client: FlaskClient, page: str, **query: str) -> str:
    answer = client.get(f"/diagnosis/{page}", query_string={**PAGE, **query})
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_a_chain_is_diagnosed_with_nine_lists(analyst: FlaskClient) -> None:
    page = read(analyst, "page")
    assert page.count('class="card nine-list"') == 9
    parts = re.findall(r'figure-parts"><a [^>]*>(\d+)</a> / <a [^>]*>(\d+)</a>', page)
    assert [f"{counted}/{among}" for counted, among in parts] == [
        "2/3",  # local: 甲 and 乙 of three
        "1/3",  # gaps: diggers
        "2/3",  # single: steel and pumps
        "2/2",  # concentrated: two makers alike, and one alone
        "1/2",  # dependence: 丙 of 甲 and 丙
        "0/2",  # leaders
        "0/2",  # backbone
    ]
    assert page.count('data-label="理由">图谱里没有企业生产；本地有它的原料') == 2  # node and gap


def test_each_figure_opens_the_rows_behind_it(analyst: FlaskClient) -> None:
    assert read(analyst, "rows", figure="local").count('data-label="企业"') == 2
    assert read(analyst, "rows", figure="local", part="among").count('data-label="企业"') == 3
    assert read(analyst, "rows", figure="gaps").count('data-label="节点"') == 1
    assert read(analyst, "rows", figure="dependence").count('data-label="供应方"') == 1
    assert read(analyst, "rows", figure="dependence", part="among").count("供应方</th>") == 1
    assert analyst.get("/diagnosis/rows", query_string={**PAGE, "figure": "x"}).status_code == 404


def test_a_node_shows_its_figures_and_rows(analyst: FlaskClient) -> None:
    page = read(analyst, "node", of="test:钢")
    assert page.count("本地 1，外地 1，所在地不明 0") == 1
    assert page.count(">5,000</a>") == 1  # two small makers with the same share of sales
    assert page.count("按估算的销售额：2 家里有 2 家的数据可用") == 1
    assert page.count('data-label="采购方"') == 2
    missing = analyst.get("/diagnosis/node", query_string={**PAGE, "of": "test:nothing"})
    assert missing.status_code == 404


def test_a_list_has_a_page_of_its_own(analyst: FlaskClient) -> None:
    assert read(analyst, "list", list="targets").count("<h1>招引清单</h1>") == 1
    assert read(analyst, "list", list="enterprises").count('data-label="所在地"') == 2
    assert analyst.get("/diagnosis/list", query_string={**PAGE, "list": "x"}).status_code == 404


def test_who_could_fill_a_gap_comes_with_reasons(analyst: FlaskClient, store: Store) -> None:
    refresh(store)
    page = read(analyst, "fill", of="test:挖掘机")
    here, _, partner = page.partition('id="tier-partner"')
    assert (here.count("乙</strong>"), here.count("生产它的原料，可以向下延伸")) == (1, 1)
    assert partner.count("乙</strong>") == 0


def test_what_stands_around_a_node_is_diagnosed_without_a_chain(analyst: FlaskClient) -> None:
    query = {"node": HOSTILE, "region": "all", "at": "2026-06-30"}
    page = analyst.get("/diagnosis/page", query_string=query).text
    assert (page.count("以全图为本地"), page.count('class="card nine-list"')) == (1, 9)


def test_a_workbook_holds_figures_nodes_and_lists(analyst: FlaskClient) -> None:
    answer = analyst.get("/diagnosis/page.xlsx", query_string=PAGE)
    book = openpyxl.load_workbook(BytesIO(answer.data))
    assert book.sheetnames[:3] == ["指标", "节点", "企业清单"]
    assert len(book.sheetnames) == 11
    rows = list(book["节点"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == (
        *(
            "test:钢",
            "钢",
            "上游",
            "稳链",
            "本地只有一家",
            1,
            1,
            0,
            0.5,
            5000,
            "按估算的销售额",
            0.5,
            2,
        ),
    )
    assert [row[0] for row in rows] == ["test:钢", HOSTILE, "test:挖掘机"]


def test_a_pdf_is_drawn(analyst: FlaskClient) -> None:
    answer = analyst.get("/diagnosis/page.pdf", query_string=PAGE)
    assert (answer.status_code, answer.data[:5]) == (200, b"%PDF-")


def test_the_city_is_local_where_somebody_stands_in_it(analyst: FlaskClient, store: Store) -> None:
    assert choose_region(store, "") == "430100"
    assert (choose_region(store, "all"), choose_region(store, "430200")) == ("", "430200")
    with pytest.raises(NotFound):
        choose_region(store, "999999")
    store.write("MATCH (:Enterprise)-[l:LOCATED_IN]->() DELETE l")
    assert choose_region(store, "") == ""


def test_nothing_chosen_leads_to_the_list(analyst: FlaskClient) -> None:
    assert analyst.get("/diagnosis/page").location == "/diagnosis"
    assert analyst.get("/diagnosis/fill").location == "/diagnosis"
    assert analyst.get("/diagnosis/page.pdf").location == "/diagnosis"
    assert analyst.get("/diagnosis", query_string={"q": "挖掘机"}).status_code == 200
    assert analyst.get("/diagnosis/page", query_string={"chain": "x"}).status_code == 404


def test_a_risk_is_listed_with_its_record(analyst: FlaskClient, store: Store) -> None:
    store.write(
        "MATCH (e:Enterprise {code: 'name:甲'}) CREATE (e)-[l:HAS_CREDIT]->(c:CreditRecord)"
        " SET c = $record, l = $link",
        record={"code": "c", "kind": "abnormal", "date": "2025-02-03"},
        link=EVIDENCE,
    )
    assert read(analyst, "list", list="risks").count("经营异常 2025-02-03") == 1
