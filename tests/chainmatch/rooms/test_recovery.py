import re
from datetime import timedelta

import pytest
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import Mail, sign_in

from chainmatch.config import Config
from chainmatch.rooms.recovery import operations
from graph.domain.account import Role
from graph.domain.clock import now
from graph.errors import Gone
from graph.store import Store
from graph.store.people import accounts
from graph.store.post import letters

EMAIL = "analyst@test.example"
NEW = {"password": "another long password", "again": "another long password"}


@pytest.fixture
def mail(store: Store, config: Config) -> Mail:
    return Mail(store, config)


def ask(client: FlaskClient, email: str = EMAIL) -> str:
    answer = client.post("/forgot", data={"email": email})
    assert answer.status_code == 200
    # A form token names the second in which it was made.
    (token,) = re.findall(r'name="csrf-token" content="([^"]+)"', answer.text)
    return answer.text.replace(token, "…").replace(email, "…")


def test_a_mailed_link_sets_a_new_password_and_ends_all_sessions(
    client: FlaskClient, doorman: Doorman, app: Flask, mail: Mail
) -> None:
    there = doorman.client(Role.ANALYST)
    ask(client)
    (link,) = mail.links()
    assert client.get(link).text.count(EMAIL) == 1
    assert there.get("/account").status_code == 200
    answer = client.post(link, data=NEW)
    assert (answer.status_code, answer.location) == (302, "/sign-in")
    assert there.get("/account").status_code == 302
    old = app.test_client().post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    assert old.status_code == 422
    sign_in(app, EMAIL, NEW["password"])
    used = client.post(link, data=NEW)
    assert (used.status_code, used.text.count("这个链接已经用过")) == (410, 1)


def test_the_answer_is_the_same_whether_the_address_exists(
    client: FlaskClient, doorman: Doorman, mail: Mail
) -> None:
    doorman.client(Role.ANALYST)
    assert ask(client) == ask(client, "nobody@test.example")
    assert [to for to, _ in mail.arrived()] == [EMAIL]


def test_letters_are_few_and_only_the_latest_link_opens(
    client: FlaskClient, doorman: Doorman, mail: Mail, store: Store
) -> None:
    doorman.client(Role.ANALYST)
    answers = {ask(client) for _ in range(5)}
    assert len(answers) == 1
    assert letters.count_letters(store) == operations.MOST_LETTERS
    opening = [link for link in mail.links() if client.get(link).status_code == 200]
    assert len(opening) == 1


def test_a_wrong_new_password_leaves_the_link_and_the_old_one(
    client: FlaskClient, doorman: Doorman, app: Flask, mail: Mail
) -> None:
    doorman.client(Role.ANALYST)
    ask(client)
    (link,) = mail.links()
    page = client.post(link, data={**NEW, "again": "something else"})
    assert (page.status_code, page.text.count("两次输入的新密码不一致。")) == (422, 1)
    sign_in(app, EMAIL, PASSWORD)
    assert client.post(link, data=NEW).status_code == 302


def test_an_expired_link_has_its_own_page(
    client: FlaskClient, doorman: Doorman, store: Store, config: Config, mail: Mail
) -> None:
    doorman.client(Role.ANALYST)
    operations.ask_for_link(store, config, email=EMAIL, now=now() - timedelta(hours=2))
    (link,) = mail.links()
    page = client.get(link)
    assert (page.status_code, page.text.count("这个链接已过期。")) == (410, 1)
    assert page.text.count("重新申请重置密码") == 1
    token = link.rpartition("/")[2]
    with pytest.raises(Gone):
        operations.set_password(store, token=token, password=NEW["password"], now=now())


def test_a_closed_account_gets_no_link(client: FlaskClient, doorman: Doorman, store: Store) -> None:
    doorman.client(Role.ANALYST)
    accounts.save_active(store, EMAIL, active=False)
    ask(client)
    assert letters.list_letters(store) == []
