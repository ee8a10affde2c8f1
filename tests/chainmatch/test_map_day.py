"""The day that a reader chose: told on every page of the map, carried along, left again."""

import re
from datetime import date

import pytest
from api_reader import Program, give_token
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers

from chainmatch.formats import today
from chainmatch.map_day import day_of
from graph.domain.account import Role
from graph.errors import BadInput
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map.sources import remove_source

FIRM = {"code": "name:甲", "name": "甲", "kind": "company", "source": "test"}
BEGINNING = "才进入图谱"


@pytest.fixture
def analyst(store: Store, doorman: Doorman) -> FlaskClient:
    save_chain(store)
    save_makers(store, HOSTILE, "甲")
    return doorman.client(Role.ANALYST)


def page(client: FlaskClient, address: str) -> str:
    return client.get(address).get_data(as_text=True)


@pytest.mark.parametrize(
    "address",
    [
        "/chains/test:gc",
        "/nodes/test:%E9%92%A2",
        "/enterprises/name:%E7%94%B2",
        "/map?chain=test%3Agc",
    ],
)
def test_a_past_day_is_told_and_can_be_left(analyst: FlaskClient, address: str) -> None:
    assert "day-banner" not in page(analyst, address)
    shown = page(analyst, f"{address}{'&' if '?' in address else '?'}at=2024-06-30")
    assert "<strong>截至 2024-06-30</strong>" in shown
    assert f'<a class="btn btn-sm" href="{address}">回到今天</a>' in shown


def test_links_carry_the_day_along(analyst: FlaskClient) -> None:
    shown = page(analyst, "/enterprises/name:甲?at=2024-06-30")
    assert 'href="/chains/test:gc?at=2024-06-30"' in shown
    assert 'data-around="/neighbourhood/name:%E7%94%B2?at=2024-06-30"' in shown
    assert 'href="/search"' in shown  # not read as of a day


def test_an_enterprise_is_read_as_it_was(analyst: FlaskClient, store: Store) -> None:
    assert "产品与所在环节" in page(analyst, "/enterprises/name:甲?at=2024-06-30")
    assert BEGINNING in page(analyst, "/enterprises/name:甲?at=2024-06-30")
    assert BEGINNING not in page(analyst, "/enterprises/name:甲")
    assert "还没有产品记录" in page(analyst, "/enterprises/name:甲?at=2020-06-30")
    store.write("MATCH (n) WHERE n.made_in IS NOT NULL SET n.made_in = null")
    maps.save_enterprises(store, [{**FIRM, "size": "large"}])
    assert "大型" in page(analyst, "/enterprises/name:甲")
    shown = page(analyst, "/enterprises/name:甲?at=2024-06-30")
    assert "小型" in shown
    assert "起才有记录" in shown


def test_an_odd_day_is_refused_in_words(analyst: FlaskClient) -> None:
    answer = analyst.get("/enterprises/name:甲?at=then")
    assert answer.status_code == 422
    assert "日期应写成" in answer.get_data(as_text=True)


@pytest.mark.parametrize("day", ["9999-12-31", "2030-01-01"])
@pytest.mark.parametrize(
    "address",
    [
        "/map?chain=test:gc",
        "/map.svg?chain=test:gc",
        "/chains",
        "/chains/test:gc",
        "/nodes/test:钢",
        "/enterprises/name:甲",
        "/neighbourhood/name:甲",
        "/what-if?node=test:钢",
        "/diagnosis/page?chain=test:gc&region=all",
        "/diagnosis/page.xlsx?chain=test:gc&region=all",
    ],
)
def test_a_day_that_has_not_come_is_refused_in_words(
    analyst: FlaskClient, address: str, day: str
) -> None:
    answer = analyst.get(f"{address}{'&' if '?' in address else '?'}at={day}")
    assert (answer.status_code, answer.text.count("日期不能晚于今天")) == (422, 1)
    assert [link for link in re.findall('href="([^"]*)"', answer.text) if day in link] == []


def test_today_is_a_day_like_none(analyst: FlaskClient) -> None:
    assert "day-banner" not in page(analyst, f"/chains/test:gc?at={today().isoformat()}")


def test_an_export_of_a_day_that_has_not_come_is_refused(analyst: FlaskClient) -> None:
    for day, words in (("9999-12-31", "日期不能晚于今天"), ("then", "日期应写成")):
        answer = analyst.post("/exports", data={"form": "json", "at": day})
        assert (answer.status_code, answer.text.count(words)) == (422, 1)
    with pytest.raises(BadInput, match="日期不能晚于今天"):
        day_of(date(9999, 12, 31))


def test_what_was_removed_with_its_source_is_told(analyst: FlaskClient, store: Store) -> None:
    token = give_token(store, Role.ANALYST)
    remove_source(store, "test")
    for place, code in (("enterprises", "name:甲"), ("nodes", "test:钢")):
        name = code.partition(":")[2]
        words = f"“{name}”（{code}）已于 "
        for at in ("", "?at=2024-06-30"):
            answer = analyst.get(f"/{place}/{code}{at}")
            assert (answer.status_code, answer.text.count(words)) == (404, 1)
        told = Program(analyst.application, token).get(f"/{place}/{code}")
        assert (told.status_code, told.json["detail"].startswith(words)) == (404, True)
    assert analyst.get("/enterprises/name:无").text.count("没有编码为 name:无 的企业。") == 1
