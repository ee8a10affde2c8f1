"""Saved searches and their alerts, from the pages to the notice."""

from datetime import UTC, datetime
from typing import Any

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_conference import CODE, save_conference
from small_map import save_enterprises, save_makes

from chainmatch.background.search_alerts import tell_news
from graph import derive
from graph.domain.account import Role
from graph.store import Store
from graph.store.desk import saved_searches

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
DAY = "2026-11-23"
EMAIL = "analyst@test.example"
LIST_NOTICES = "MATCH (n:Notice) RETURN n.reader AS reader, n.path AS path ORDER BY path"


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    client = doorman.client(Role.ANALYST)
    save_enterprises(store, "泵厂", "主机厂", size="small")
    save_makes(store, ("泵厂", "液压泵", 0.5))
    derive.refresh(store)
    return client


def save(client: FlaskClient, name: str = "液压泵", query: str = "q=液压泵&page=3") -> str:
    data = {"name": name, "query": query, "alerts": "y"}
    return client.post("/saved-searches/new", data=data, follow_redirects=True).text


def test_save_list_run_rename_delete(analyst: FlaskClient, store: Store) -> None:
    assert "保存此搜索" in analyst.get("/search?q=液压泵&size=small&page=2").text
    form = analyst.get("/saved-searches/new?q=液压泵&size=small&page=2&foo=1").text
    assert 'value="q=%E6%B6%B2%E5%8E%8B%E6%B3%B5&amp;size=small"' in form
    assert "已保存搜索“液压泵”。" in save(analyst)
    (kept,) = saved_searches.list_searches(store, EMAIL)
    assert (kept.query, kept.found) == ("q=%E6%B6%B2%E5%8E%8B%E6%B3%B5", 1)
    run = analyst.get(f"/saved-searches/{kept.id}/run")
    assert run.location == f"/search?{kept.query}"
    changed = analyst.post(f"/saved-searches/{kept.id}", data={"name": " 水  泵 "})
    assert changed.location == "/saved-searches"
    assert "提醒已关" in analyst.get("/saved-searches").text
    assert saved_searches.find_search(store, EMAIL, kept.id).name == "水 泵"
    analyst.post(f"/saved-searches/{kept.id}/delete")
    assert "还没有保存的搜索" in analyst.get("/saved-searches").text


def test_bad_names_get_a_sentence(analyst: FlaskClient) -> None:
    save(analyst)
    assert "您已有一个叫“液压泵”的搜索，请换个名称。" in save(analyst)
    assert "请给这个搜索起个名称。" in save(analyst, " ")
    assert "名称最多 60 个字。" in save(analyst, "泵" * 61)


def test_searches_of_others_are_not_there(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save(analyst)
    (kept,) = saved_searches.list_searches(store, EMAIL)
    other = doorman.client(Role.ORGANIZER)
    assert other.get(f"/saved-searches/{kept.id}/run").status_code == 404
    assert other.post(f"/saved-searches/{kept.id}", data={"name": "x"}).status_code == 404
    other.post(f"/saved-searches/{kept.id}/delete")
    assert len(saved_searches.list_searches(store, EMAIL)) == 1


def test_only_what_is_new_is_told_and_once(analyst: FlaskClient, store: Store) -> None:
    save(analyst)
    (kept,) = saved_searches.list_searches(store, EMAIL)
    assert tell_news(store, at=NOW, day=DAY) == 0
    save_makes(store, ("主机厂", "液压泵", 0.1))
    derive.refresh(store)
    assert tell_news(store, at=NOW, day=DAY) == 1
    assert tell_news(store, at=NOW, day=DAY) == 0
    path = f"/saved-searches/{kept.id}/run"
    assert store.read(LIST_NOTICES) == [{"reader": EMAIL, "path": path}]


def test_who_switched_alerts_off_is_not_told(analyst: FlaskClient, store: Store) -> None:
    save(analyst)
    (kept,) = saved_searches.list_searches(store, EMAIL)
    saved_searches.change_search(store, EMAIL, kept.id, name="泵", alerts=False)
    save_makes(store, ("主机厂", "液压泵", 0.1))
    derive.refresh(store)
    assert tell_news(store, at=NOW, day=DAY) == 0


def test_the_map_of_a_search(analyst: FlaskClient, store: Store) -> None:
    page = analyst.get("/search/map").text
    assert "没有登记了区县的企业" in page


@pytest.mark.parametrize(
    "person",
    [{"role": Role.ENTERPRISE, "enterprise": "name:甲"}, {"role": Role.UNIT, "unit": "局"}],
)
def test_a_conference_of_others_stays_hidden(
    doorman: Doorman, store: Store, person: dict[str, Any]
) -> None:
    save_enterprises(store, "甲")
    save_conference(store)
    derive.refresh(store)
    client = doorman.client(**person)
    assert f'value="{CODE}"' not in client.get("/search").text
    assert client.get(f"/search?conference={CODE}").status_code == 403
    assert client.get("/search?conference=c1").status_code == 403
    assert client.get("/search/map?conference=c1").status_code == 403
    data = {"name": "x", "query": "conference=c1"}
    assert client.post("/saved-searches/new", data=data).status_code == 403
