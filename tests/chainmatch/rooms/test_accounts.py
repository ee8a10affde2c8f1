import re

import pytest
from conftest import PASSWORD, Doorman
from flask.testing import FlaskClient
from small_chain import save_chain, save_makers

from chainmatch import create_app
from chainmatch.config import Config
from chainmatch.rooms.accounts import operations
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store
from graph.store.bulk import maps
from graph.store.people import accounts

ORGANIZER = Account("o@test.example", "会务", Role.ORGANIZER)


def test_the_page_asks_for_sign_in_and_comes_back(client: FlaskClient, store: Store) -> None:
    operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    answer = client.get("/account")
    assert (answer.status_code, answer.location) == (302, "/sign-in?next=/account")
    answer = client.post(
        answer.location,
        data={"email": "O@test.example ", "password": PASSWORD, "next": "/account"},
    )
    assert (answer.status_code, answer.location) == (302, "/account")
    assert client.get("/account").status_code == 200


def test_a_foreign_target_is_not_followed(client: FlaskClient, store: Store) -> None:
    operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    data = {"email": ORGANIZER.email, "password": PASSWORD, "next": "//evil.example/"}
    assert client.post("/sign-in", data=data).location == "/"


@pytest.mark.parametrize(
    ("email", "password"), [("o@test.example", "wrong password"), ("x@test.example", PASSWORD)]
)
def test_a_wrong_address_and_a_wrong_password_look_alike(
    client: FlaskClient, store: Store, email: str, password: str
) -> None:
    operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    answer = client.post("/sign-in", data={"email": email, "password": password})
    assert answer.status_code == 422
    assert answer.text.count("邮箱或密码不正确。") == 1


def test_guessing_is_slowed_down_whichever_process_answers(config: Config, store: Store) -> None:
    operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    processes = [create_app(config) for _ in range(2)]
    for app in processes:
        app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    clients = [app.test_client() for app in processes]
    wrong = {"email": ORGANIZER.email, "password": "wrong password"}
    for number in range(operations.TRIES):
        clients[number % 2].post("/sign-in", data=wrong)
    for client in clients:
        answer = client.post("/sign-in", data={**wrong, "password": PASSWORD})
        assert answer.text.count("尝试次数过多，请五分钟后再试。") == 1
    for app in processes:
        app.extensions["store"].close()


def test_a_taken_address_is_refused(store: Store) -> None:
    operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    with pytest.raises(Conflict, match="邮箱 o@test.example 已有账号。"):
        operations.add_account(store, account=ORGANIZER, password=PASSWORD, now=now())
    assert accounts.list_accounts(store) == [ORGANIZER]


def test_an_unknown_enterprise_leaves_no_account(store: Store) -> None:
    account = Account("e@test.example", "企业", Role.ENTERPRISE, enterprise="demo:E9999")
    with pytest.raises(NotFound, match="没有编码为 demo:E9999 的企业。"):
        operations.add_account(store, account=account, password=PASSWORD, now=now())
    assert accounts.list_accounts(store) == []


def test_a_short_password_is_refused(store: Store) -> None:
    with pytest.raises(BadInput, match="密码至少要有 10 个字符。"):
        operations.add_account(store, account=ORGANIZER, password="short", now=now())


def test_a_new_password_ends_other_sessions(doorman: Doorman, app, store: Store) -> None:
    here = doorman.client(Role.ANALYST)
    there = app.test_client()
    there.post("/sign-in", data={"email": "analyst@test.example", "password": PASSWORD})
    new = "another long password"
    answer = here.post("/account", data={"present": PASSWORD, "password": new, "again": new})
    assert answer.status_code == 302
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302


def test_the_language_is_remembered(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    client.post("/language", data={"language": "en", "next": "/account"})
    found = accounts.find_account(store, "analyst@test.example")
    assert found is not None
    assert found.locale == "en"


def test_the_account_names_its_enterprise(doorman: Doorman, store: Store) -> None:
    row = {"code": "name:甲", "name": "甲厂", "source": "test"}
    maps.save_enterprises(store, [row])
    page = doorman.client(Role.ENTERPRISE, enterprise="name:甲").get("/account").text
    assert page.count(">甲厂</a>") == 1


@pytest.mark.parametrize("role", Role)
def test_the_phone_reaches_every_door_by_the_bar_or_the_account_menu(
    doorman: Doorman, store: Store, role: Role
) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    enterprise = "name:甲" if role == Role.ENTERPRISE else ""
    unit = "市工信局" if role == Role.UNIT else ""
    page = doorman.client(role, enterprise=enterprise, unit=unit).get("/account").text
    sidebar, bar, menu = (
        set(re.findall(pattern, page))
        for pattern in (
            r'class="sidebar-link" href="([^"]+)"',
            r'<a href="([^"]+)" [^>]*><svg[^>]*>.{0,80}</svg><span>',
            r'class="menu-phone" href="([^"]+)"',
        )
    )
    assert len(bar) == (3 if role == Role.APPLICANT else 5)
    assert bar | menu == sidebar
    assert bar & menu == set()
