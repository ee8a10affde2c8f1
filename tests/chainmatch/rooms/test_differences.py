"""The page that compares two days: numbers with their rows, by address, and as files."""

import csv
import html
import io
import re

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import EVIDENCE, HOSTILE, save_chain, save_makers, save_trade

from chainmatch.rooms.differences import queries
from graph import schema
from graph.domain.account import Role
from graph.store import Store
from graph.store.bulk import maps

DAYS = "from=2020-06-30&to=2022-06-30"
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def analyst(store: Store, doorman: Doorman) -> FlaskClient:
    """甲 and 乙 come with all that they do; 乙 changes its share in July 2026."""
    save_chain(store)
    save_makers(store, HOSTILE, "甲", "乙")
    save_trade(store, "甲", "乙")
    told = {"start": "name:乙", "end": HOSTILE, **EVIDENCE, "as_of": "2026-07-31"}
    maps.save_links(store, schema.MAKES, [{**told, "valid_from": "2026-07-31", "share": 0.9}])
    return doorman.client(Role.ANALYST)


def text(client: FlaskClient, address: str, **headers: str) -> str:
    return client.get(address, headers=headers).get_data(as_text=True)


def read_csv(client: FlaskClient, address: str) -> list[list[str]]:
    said = client.get(address).get_data().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(said)))


def test_without_days_it_asks_for_them(analyst: FlaskClient) -> None:
    assert "选两个日期" in text(analyst, "/map/differences")


def test_the_page_comes_at_once_and_fetches_the_comparison(analyst: FlaskClient) -> None:
    page = text(analyst, f"/map/differences?{DAYS}")
    assert 'hx-trigger="load"' in page
    assert "differences-table" not in page
    part = text(analyst, f"/map/differences?{DAYS}", **FRAGMENT)
    assert part.strip().startswith('<div id="difference">')
    rows = "/map/differences/rows?kind=Enterprise&amp;way=came&amp;from=2020-06-30"
    assert f'href="{rows}&amp;to=2022-06-30">2</a>' in part
    assert "differences-table" in text(analyst, f"/map/differences?{DAYS}&go=1")


def test_groups_lead_to_their_own_comparison_and_rows(analyst: FlaskClient) -> None:
    part = text(analyst, f"/map/differences?{DAYS}&by=chain", **FRAGMENT)
    own = "from=2020-06-30&amp;to=2022-06-30&amp;chain=test:gc"
    assert f'href="/map/differences?{own}">工程机械</a>' in part
    assert f'href="/map/differences/rows?kind=Enterprise&amp;way=came&amp;{own}">2</a>' in part
    part = text(analyst, f"/map/differences?{DAYS}&chain=test:gc", **FRAGMENT)
    assert "供应关系" not in part  # none of its ends is a node of the chain
    assert "这一分组下没有差别" in text(analyst, f"/map/differences?{DAYS}&by=industry", **FRAGMENT)


def test_counts_leave_as_a_file(analyst: FlaskClient) -> None:
    rows = read_csv(analyst, f"/map/differences/summary.csv?{DAYS}&by=chain")
    assert rows == [
        ["对象", "新增", "消失", "变化"],
        ["企业", "2", "0", "0"],
        ["链节点", "3", "0", "0"],
        ["节点所在产业链", "3", "0", "0"],
        ["节点供应", "2", "0", "0"],
        ["企业产品", "2", "0", "0"],
        ["供应关系", "1", "0", "0"],
        ["工程机械 · 企业", "2", "0", ""],
        ["工程机械 · 关系", "7", "0", ""],
    ]


def test_rows_stand_behind_each_number(analyst: FlaskClient) -> None:
    days = "from=2026-06-30&to=2026-08-31"
    address = f"kind=MAKES&way=changed&chain=test:gc&{days}"
    page = text(analyst, f"/map/differences/rows?{address}")
    assert "<del>40%</del> → <ins>90%</ins>" in page
    assert 'href="/enterprises/name:%E4%B9%99?at=2026-08-31"' in page
    assert read_csv(analyst, f"/map/differences/rows.csv?{address}")[1:] == [
        [
            "name:乙",
            "乙",
            HOSTILE,
            HOSTILE.partition(":")[2],
            "test",
            "占比：40%；生效日期：2021-01-01；失效日期：2026-07-31",
            "占比：90%；生效日期：2026-07-31；失效日期：仍有效",
        ]
    ]


def test_days_may_be_turned_and_odd_ones_are_refused(analyst: FlaskClient) -> None:
    turned = "from=2022-06-30&to=2020-06-30"
    assert ">2020-06-30 → 2022-06-30<" in text(analyst, f"/map/differences?{turned}", **FRAGMENT)
    assert analyst.get("/map/differences?from=then").status_code == 422
    assert analyst.get("/map/differences/rows.csv").status_code == 422
    assert analyst.get(f"/map/differences?{DAYS}&chain=none").status_code == 404


def test_rows_without_days_lead_back(analyst: FlaskClient) -> None:
    assert analyst.get("/map/differences/rows").location == "/map/differences"


def test_an_unknown_kind_is_not_found(analyst: FlaskClient) -> None:
    answer = analyst.get("/map/differences/rows?from=2026-01-01&kind=NOPE")
    assert (answer.status_code, answer.text.count("没有“NOPE”这种数据")) == (404, 1)


@pytest.mark.parametrize("after", ["garbage", "Z2FyYmFnZQ"])
def test_a_page_that_there_is_not_is_not_found(analyst: FlaskClient, after: str) -> None:
    answer = analyst.get(f"/map/differences/rows?{DAYS}&after={after}")
    assert (answer.status_code, answer.text.count("没有这一页")) == (404, 1)


def test_a_list_goes_on_where_its_page_ended(
    analyst: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "ROWS", 1)
    address, seen = f"/map/differences/rows?kind=Enterprise&{DAYS}", []
    while address:
        page = text(analyst, address)
        seen += re.findall(r'href="/enterprises/[^"]*">([^<]*)</a>', page)
        onward = re.search(r'rel="next" href="([^"]*)"', page)
        address = html.unescape(onward.group(1)) if onward else ""
    assert seen == ["乙", "甲"]
