import re

from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers

from graph.domain.account import Role
from graph.store import Store


def test_home_answers_without_sign_in(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    page = client.get("/")
    assert page.status_code == 200
    assert page.text.count("工程机械") == 1
    assert page.text.count("登录后查找伙伴") == 1


def test_an_empty_map_says_what_to_do_next(client: FlaskClient, store: Store) -> None:
    assert client.get("/").text.count("图谱里还没有数据") == 1


def test_an_enterprise_sees_its_own_card(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    page = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂").get("/").text
    assert page.count("我的企业") == 1
    assert page.count("找供应商") == 1


def test_every_figure_opens_what_it_counts(client: FlaskClient, store: Store) -> None:
    save_chain(store)
    doors = re.findall(r'figure-door" href="([^"]*)"><strong>(\d+)', client.get("/").text)
    assert doors == [
        ("/search", "0"),
        ("/chains", "1"),
        ("/sources#records", "3"),
        ("/sources#links", "5"),
    ]


def test_home_in_english(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    page = doorman.client(Role.ANALYST, locale="en").get("/").text
    assert page.count("Machinery") == 1
    assert page.count("Published chains") == 1
