"""Leaving for good: nothing of the person is found anywhere afterwards."""

import json

import pytest
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient
from small_map import save_enterprises, save_nodes

from chainmatch.config import Config
from chainmatch.people import identity
from chainmatch.rooms.leaving.running import run
from graph.domain.account import Account, Membership, Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.contact import Contact
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.domain.notice import Notice, NoticeKind
from graph.messages import message
from graph.store import Store, audit
from graph.store.desk import feedback, saved_searches
from graph.store.people import accounts, contacts, members
from graph.store.post import notices
from graph.store.work import jobs

EMAIL, NAME, PHONE = "li.na@firm.example", "李娜娜", "139 0000 1111"
FIRM = "name:甲"
EVERYTHING = "MATCH (n) RETURN properties(n) AS properties"
EVERY_LINK = "MATCH ()-[l]->() RETURN properties(l) AS properties"
FIND_JOB = "MATCH (j:Job {kind: 'erase-person'}) RETURN j.id AS id"


def join(app: Flask, store: Store, email: str, name: str) -> FlaskClient:
    account = Account(email, name, Role.ENTERPRISE, enterprise=FIRM)
    identity.add_account(store, account=account, password=PASSWORD, now=now())
    client = app.test_client()
    client.post("/sign-in", data={"email": email, "password": PASSWORD})
    return client


@pytest.fixture
def lina(app: Flask, store: Store) -> FlaskClient:
    """李娜娜, owner of 甲, who has left traces wherever a person can."""
    save_enterprises(store, "甲", "乙")
    save_nodes(store, "泵")
    client = join(app, store, EMAIL, NAME)
    person = Contact("c1", NAME, "经理", PHONE, EMAIL)
    contacts.add_contact(store, FIRM, person, at=now())
    contacts.add_contact(store, FIRM, Contact("c2", "王芳", "", "010", "wf@firm.example"), at=now())
    saved_searches.create_search(
        store, EMAIL, name="泵", query="q=泵", alerts=True, found=(), at=now()
    )
    words = message("%(name)s 请求对接，电话 %(phone)s", name=NAME, phone=PHONE)
    notice = Notice(NoticeKind.REQUEST, words, "/", "k")
    notices.notify(store, [EMAIL], notice)
    audit.record(
        store,
        actor=EMAIL,
        verb=Verb.CONTACT_ADDED,
        subject=FIRM,
        before={},
        after={"name": NAME, "phone": PHONE, "email": EMAIL},
        at=now(),
    )
    said = Judgement(FeedbackKind.FAVOURED, FIRM, "name:乙", EMAIL, Shown(), "")
    feedback.judge(store, said, at=now())
    client.post(
        "/listings/new",
        data={
            "kind": "need",
            "title": f"找泵，联系 {NAME}",
            "node": "泵 [test:泵]",
            "detail": f"电话 {PHONE}",
        },
    )
    return client


def leave(client: FlaskClient, **changes: str) -> str:
    data = {"password": PASSWORD, "is_sure": "y", **changes}
    return client.post("/account/leave", data=data, follow_redirects=True).text


def everything(store: Store) -> str:
    rows = [*store.read(EVERYTHING), *store.read(EVERY_LINK)]
    return json.dumps(rows, ensure_ascii=False, default=str)


def work(store: Store, config: Config) -> None:
    (row,) = store.read(FIND_JOB)
    run(store, config, jobs.find_job(store, row["id"]), lambda *_: None)


@pytest.mark.both_servers
def test_nothing_of_the_person_is_found_anywhere(
    lina: FlaskClient, store: Store, config: Config
) -> None:
    before = everything(store)
    assert [each in before for each in (EMAIL, NAME, PHONE)] == [True, True, True]
    assert "账号已注销，您的个人信息正在清除。" in leave(lina)
    assert accounts.find_account(store, EMAIL) is None
    assert lina.get("/account").status_code == 302
    work(store, config)
    after = everything(store)
    assert [each in after for each in (EMAIL, NAME, PHONE)] == [False, False, False]
    assert [each.name for each in contacts.list_contacts(store, FIRM)] == ["王芳"]
    erased = list(audit.list_entries(store, skip=0, limit=9))
    aliases = {each.actor for each in erased}
    assert len(aliases) == 1
    assert aliases.pop().startswith("已注销用户-")
    work(store, config)
    assert everything(store) == after


def test_the_page_says_what_stays_before_anything_happens(lina: FlaskClient, store: Store) -> None:
    page = lina.get("/account/leave").text
    assert "会保留什么，为什么" in page
    assert "当前密码不正确。" in leave(lina, password="wrong wrong wrong")
    assert "请先勾选，确认已了解。" in leave(lina, is_sure="")
    assert accounts.find_account(store, EMAIL) is not None


def test_the_last_owner_hands_over_first(lina: FlaskClient, app: Flask, store: Store) -> None:
    join(app, store, "b@firm.example", "王芳")
    assert "您是这家企业最后一位负责人" in lina.get("/account/leave").text
    assert "您是这家企业最后一位负责人" in leave(lina)
    members.set_membership(store, FIRM, "b@firm.example", Membership.OWNER, at=now())
    assert "账号已注销" in leave(lina)


def test_the_last_administrator_stays(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ADMINISTRATOR)
    assert "您是最后一位可登录的管理员" in leave(client)
    doorman.client(Role.ADMINISTRATOR)
    assert "账号已注销" in leave(client)
