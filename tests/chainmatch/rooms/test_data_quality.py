import csv
import io
import re

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from openpyxl import load_workbook
from small_chain import HOSTILE, save_chain, save_makers, save_place, save_trade

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.map_survey import NAME
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.store import Store, audit
from graph.store.work import jobs


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    """甲 and 丙 make steel, 乙 pumps; 甲 stands in two cities by two sources."""
    save_chain(store)
    save_makers(store, "test:钢", "甲", "丙")
    save_makers(store, HOSTILE, "乙")
    save_place(store, "甲", "430100", "长沙市")
    save_place(store, "甲", "430200", "株洲市", source="other")
    save_trade(store, "甲", "乙")
    refresh(store)
    return doorman.client(Role.ANALYST)


def survey(client: FlaskClient, store: Store, config: Config) -> str:
    assert client.post("/data-quality/surveys").status_code == 302
    assert Worker(store, config, {NAME: KINDS[NAME]}).run_one()
    return text(client, "/data-quality")


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def rows(client: FlaskClient, **query: str | int) -> list[list[str]]:
    """Return the rows behind a figure, as the CSV has them, below their header."""
    answer = client.get("/data-quality/rows.csv", query_string=query)
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))[1:]


def figures(page: str, words: str) -> list[str]:
    """Return the numbers in the row of a table that says these words."""
    row = page.split(words)[1].split("</tr>", maxsplit=1)[0]
    return re.findall(r'class="number">(?:<a [^>]*>)?([\d,.%]+)', row)


def test_before_a_survey_the_page_says_what_to_do(analyst: FlaskClient) -> None:
    assert text(analyst, "/data-quality").count("还没有统计过") == 1


@pytest.mark.both_servers
def test_figures_count_the_rows_behind_them(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    page = survey(analyst, store, config)
    assert figures(page, "<b>所在地区</b>") == ["33.3%", "1", "2", "3"]
    assert figures(page, "<b>有企业生产</b>") == ["66.7%", "2", "1", "3"]
    assert figures(page, "<b>有本地企业生产</b>") == ["33.3%", "1", "2", "3"]
    assert [row[0] for row in rows(analyst, coverage="region", told=1)] == ["name:甲"]
    assert [row[0] for row in rows(analyst, coverage="region")] == ["name:丙", "name:乙"]
    assert [row[0] for row in rows(analyst, coverage="local_makers", told=1)] == ["test:钢"]
    assert [each.verb for each in audit.list_entries(store, skip=0, limit=1)] == [Verb.SURVEY_ASKED]


@pytest.mark.both_servers
def test_figures_of_a_chain_and_of_a_source(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    survey(analyst, store, config)
    chain = text(analyst, "/data-quality?chain=test:gc")
    assert figures(chain, "<b>产品</b>") == ["100%", "3", "0", "3"]
    source = text(analyst, "/data-quality?source=other")
    assert figures(source, "不同来源把同一家企业放在互不包含的两个地区。") == ["1"]
    assert figures(source, '<td data-label="种类">企业所在地</td>') == ["0%", "0", "1"]


def test_contradictions_open_their_rows(analyst: FlaskClient, store: Store, config: Config) -> None:
    page = survey(analyst, store, config)
    assert figures(page, "不同来源把同一家企业放在互不包含的两个地区。") == ["1"]
    found = text(analyst, "/data-quality/rows?rule=two_regions")
    assert found.count("长沙市 (test) / 株洲市 (other)") == 1
    save_place(store, "乙", "430100", "长沙市", source="third")
    refresh(store)
    assert rows(analyst, rule="two_regions", source="third") == []


@pytest.mark.both_servers
def test_the_reader_chooses_from_when_something_is_old(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    survey(analyst, store, config)
    assert figures(text(analyst, "/data-quality?months=240"), '种类">供应关系</td>')[1:] == [
        "0",
        "1",
    ]
    assert len(rows(analyst, old="TRADES_WITH", months=1)) == 1
    assert rows(analyst, old="TRADES_WITH", months=240) == []
    answer = analyst.get("/data-quality?months=0")
    assert (answer.status_code, answer.text.count("月数应是 1 到 240 之间的整数。")) == (422, 1)


def test_a_workbook_holds_the_same_rows(analyst: FlaskClient) -> None:
    answer = analyst.get("/data-quality/rows.xlsx?coverage=region")
    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["编码", "name:丙", "name:乙"]


def test_a_page_counts_anew_once_the_map_has_changed(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    survey(analyst, store, config)
    save_makers(store, "test:钢", *(f"新{place}" for place in range(50)))
    refresh(store)
    page = text(analyst, "/data-quality/rows?coverage=region")
    assert page.count("共 52 条，2 页") == 1
    assert text(analyst, "/data-quality").count("图谱此后有变化") == 1


def test_of_source_and_chain_the_source_counts(analyst: FlaskClient) -> None:
    both = rows(analyst, coverage="region", source="other", chain="test:gc")
    assert both == rows(analyst, coverage="region", source="other") == []


@pytest.mark.parametrize("query", ["coverage=no", "old=no", "rule=no"])
def test_what_is_not_measured_is_not_found(analyst: FlaskClient, query: str) -> None:
    assert analyst.get(f"/data-quality/rows?{query}").status_code == 404
    assert analyst.get(f"/data-quality/rows.csv?{query}").status_code == 404


def test_a_survey_is_cancelled_by_who_asked(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    analyst.post("/data-quality/surveys")
    job = jobs.list_jobs(store, [NAME], skip=0, limit=1)[0]
    address = f"/data-quality/surveys/{job.id}/cancel"
    assert doorman.client(Role.ORGANIZER).post(address).status_code == 403
    assert analyst.post(address).status_code == 302
    assert text(analyst, "/data-quality").count("还没有统计过") == 1


@pytest.mark.parametrize("page", ["", "/rows"])
def test_an_unknown_chain_or_source_is_not_found(analyst: FlaskClient, page: str) -> None:
    for scope, words in (("chain", "没有编码为 nope 的产业链。"), ("source", "没有来源“nope”。")):
        answer = analyst.get(f"/data-quality{page}?{scope}=nope&coverage=region")
        assert (answer.status_code, answer.text.count(words)) == (404, 1)
