import re

from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers

from graph.derive import refresh
from graph.domain.account import Role
from graph.store import Store


def rows(page: str) -> list[list[str]]:
    """Read the tables of a page as texts."""
    found = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in found]
    return [
        [" ".join(re.sub(r"<[^>]+>", "", text).split()) for text in row] for row in cells if row
    ]


def test_the_map_is_counted_by_kind_and_source(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    assert rows(client.get("/sources").text) == [
        ["产业链", "1", "test 1"],
        ["链节点", "3", "test 3"],
        ["企业", "1", "test 1"],
        ["节点所在产业链", "3", "test 3"],
        ["节点供应", "2", "test 2"],
        ["企业产品", "1", "test 1"],
    ]


def test_what_the_last_refresh_counted_is_shown(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    refresh(store)
    save_makers(store, HOSTILE, "泵厂")
    counted = rows(client.get("/sources").text)
    refresh(store)
    assert [row[0] for row in counted] == ["产业链", "链节点", "节点所在产业链", "节点供应"]
    assert len(rows(client.get("/sources").text)) == 6


def test_a_kind_that_has_a_list_opens_it(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    page = client.get("/sources").text
    assert re.findall(r'<td data-label="种类"><a href="([^"]*)"', page) == ["/chains", "/search"]


def test_an_empty_map_says_what_to_do_next(client: FlaskClient) -> None:
    assert client.get("/sources").text.count("图谱里还没有数据") == 1


def test_in_english(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    page = doorman.client(Role.ANALYST, locale="en").get("/sources").text
    assert rows(page)[1] == ["Chain nodes", "3", "test 3"]
