import re
from urllib.parse import quote

import pytest
from conftest import Doorman
from flask import Flask, url_for
from flask.testing import FlaskClient
from small_chain import EVIDENCE, HOSTILE, save_chain, save_makers

from graph import derive, schema
from graph.domain.account import Role
from graph.store import Store
from graph.store.bulk import maps

MARKS = re.compile("</?mark>")


def test_a_published_chain_is_open_to_everybody(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    page = client.get("/chains/test:gc")
    assert page.status_code == 200
    assert page.text.count("data-node=") == 3
    assert page.text.count("picture-link") == 2


def test_an_unpublished_chain_is_for_the_staff(
    client: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_chain(store, published=False)
    assert client.get("/chains/test:gc").status_code == 404
    save_makers(store, HOSTILE, "泵厂")
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")
    assert enterprise.get("/chains/test:gc").status_code == 404
    assert doorman.client(Role.ANALYST).get("/chains/test:gc").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        f"/nodes/{quote(HOSTILE)}",
        "/enterprises/name:泵厂",
        "/search",
        "/search?q=泵厂",
        "/search?chain=test:gc",
        "/search?q=工程",
        "/search/options?q=工程",
        "/listings",
        "/listings/nodes?node=挖掘机",
        "/map/nodes?centre=挖掘机",
        "/map?centre=挖掘",
        "/map",
        f"/map?node={quote(HOSTILE)}&open=node:{quote(HOSTILE)}",
    ],
)
@pytest.mark.parametrize("published", [True, False])
def test_the_name_of_an_unpublished_chain_is_for_the_staff(
    doorman: Doorman, store: Store, address: str, published: bool
) -> None:
    save_chain(store, published=published)
    save_makers(store, HOSTILE, "泵厂")
    derive.refresh(store)
    firm = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")
    staff = doorman.client(Role.ANALYST)
    pages = (client.get(address).text for client in (firm, staff))
    told = ["工程机械" in MARKS.sub("", page) for page in pages]
    assert told == [published, True]


@pytest.mark.parametrize("number", [1, 3])
def test_a_click_on_a_node_narrows_the_list(client: FlaskClient, store: Store, number: int) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "别家")
    save_makers(store, HOSTILE, *(f"泵厂{place}" for place in range(number)))
    part = client.get(f"/chains/test:gc?node={quote(HOSTILE)}", headers={"HX-Request": "true"})
    assert part.text.count("<tr>") == number + 1
    assert part.text.count("别家") == 0
    assert part.text.count("<html") == 0


def test_gaps_and_single_makers_are_named(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    page = client.get("/chains/test:gc").text
    assert page.count("is-gap") == 2
    assert page.count(">唯一<") == 1


def test_an_odd_date_is_refused_in_words(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    answer = client.get("/chains/test:gc?at=gestern")
    assert answer.status_code == 422
    assert answer.text.count("日期应写成 2026-06-30 的样子。") == 1


def test_a_day_before_the_map_says_so(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    page = client.get("/chains/test:gc?at=2020-01-01")
    assert page.status_code == 200
    assert page.text.count("这条链在这一天还没有节点") == 1


def test_a_hostile_code_finds_its_node(app: Flask, doorman: Doorman, store: Store) -> None:
    save_chain(store)
    with app.test_request_context():
        address = url_for("chains.node", code=HOSTILE)
    answer = doorman.client(Role.ANALYST).get(address)
    assert answer.status_code == 200
    assert answer.text.count("泵/阀 50%#1?</h1>") == 1


def test_the_list_of_chains(client: FlaskClient, store: Store) -> None:
    assert client.get("/chains").text.count("还没有产业链") == 1
    save_chain(store)
    assert client.get("/chains").text.count("工程机械") == 1


def test_links_back_to_a_page_keep_its_hostile_code(
    app: Flask, doorman: Doorman, store: Store
) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, *(f"泵厂{place:02}" for place in range(21)))
    with app.test_request_context():
        address = url_for("chains.node", code=HOSTILE)
    client = doorman.client(Role.ANALYST)
    page = client.get(address).text
    assert page.count(f'href="{address}?order=name#makers"') == 1
    assert page.count(f'href="{address}?page=2" rel="next"') == 1
    assert page.count(f'name="next" value="{address}"') == 1
    assert client.get(f"{address}?page=2").text.count("<tr>") == 2


def test_the_list_of_chains_is_searched_by_name_code_and_steward(
    client: FlaskClient, store: Store
) -> None:
    save_chain(store)
    for words in ("机械", "machin", "TEST:gc", "工信"):
        assert client.get(f"/chains?q={words}").text.count("<strong>工程机械</strong>") == 1
    page = client.get("/chains?q=<半导体>").text
    assert page.count("<strong>工程机械</strong>") == 0
    assert page.count("没有找到这样的产业链") == 1
    assert page.count('value="&lt;半导体&gt;"') == 1


def test_a_chain_is_listed_with_its_stages(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    said = 'aria-label="上游 1 个节点，中游 1 个，下游 1 个"'
    assert client.get("/chains").text.count(said) == 1
    assert client.get("/").text.count(said) == 1


@pytest.mark.parametrize(("number", "notes"), [(60, 0), (61, 1)])
def test_a_list_of_nodes_that_is_cut_says_so(
    doorman: Doorman, store: Store, number: int, notes: int
) -> None:
    save_chain(store)
    codes = [f"test:用途{place:02}" for place in range(number)]
    rows = [{"code": code, "name": code, "kind": "product", "source": "test"} for code in codes]
    maps.save_nodes(store, rows)
    links = [{"start": HOSTILE, "end": code, "weight": 0.5, **EVIDENCE} for code in codes[1:]]
    maps.save_links(store, schema.SUPPLIES, links)
    page = doorman.client(Role.ANALYST).get("/nodes/" + quote(HOSTILE)).text
    assert page.count("只列出前 60 项，其余未列出。") == notes
    assert page.count(">test:用途") == 59
