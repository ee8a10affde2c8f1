import re

import pytest
from conftest import Doorman
from flask.testing import FlaskClient

from graph.domain.account import Role
from graph.domain.notice import DEFAULTS, MailChoice, Notice, NoticeKind
from graph.domain.recommendation import Place
from graph.messages import message
from graph.store import Store
from graph.store.post import notices

READER = "analyst@test.example"
WORDS = message(
    "“%(who)s”请求与“%(other)s”对接。",
    who=Place("a", "甲", "Alpha"),
    other=Place("b", "乙"),
)


@pytest.fixture
def reader(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ANALYST)


def tell(store: Store, number: int = 1, kind: NoticeKind = NoticeKind.REQUEST) -> str:
    notices.notify(store, [READER], Notice(kind, WORDS, f"/chains?n={number}", f"n:{number}"))
    return notices.list_notices(store, READER, skip=0, limit=1)[0].id


def unread_on_bar(client: FlaskClient) -> list[str]:
    return re.findall(r'topbar-unread">([^<]*)<', client.get("/chains").text)


def test_the_bar_of_every_page_counts_what_waits(reader: FlaskClient, store: Store) -> None:
    assert unread_on_bar(reader) == []
    tell(store)
    assert unread_on_bar(reader) == ["1"]
    for number in range(2, 102):
        tell(store, number)
    assert unread_on_bar(reader) == ["99+"]


@pytest.mark.parametrize("total", [1, 3])
def test_the_inbox_shows_what_waits(reader: FlaskClient, store: Store, total: int) -> None:
    for number in range(total):
        tell(store, number)
    page = reader.get("/notices").text
    assert page.count("“甲”请求与“乙”对接。") == total
    assert page.count("标为已读</button>") == total + 1


def test_opening_marks_as_read_and_leads_on(reader: FlaskClient, store: Store) -> None:
    notice = tell(store)
    assert notices.count_unread(store, READER) == 1
    assert reader.get("/notices").status_code == 200
    assert notices.count_unread(store, READER) == 1
    assert reader.post(f"/notices/{notice}/open").location == "/chains?n=1"
    assert notices.count_unread(store, READER) == 0
    assert "请求与“乙”对接" not in reader.get("/notices").text
    assert reader.get("/notices?show=all").text.count("请求与“乙”对接") == 1


def test_reading_one_kind_leaves_the_others(reader: FlaskClient, store: Store) -> None:
    tell(store, 1)
    notice = tell(store, 2, NoticeKind.BULLETIN)
    assert reader.get("/notices?kind=bulletin").text.count("请求与“乙”对接") == 1
    answer = reader.post("/notices/read", data={"kind": "request", "next": "/notices?kind=request"})
    assert answer.location == "/notices?kind=request"
    assert notices.count_unread_kinds(store, READER) == {"bulletin": 1}
    assert reader.post(f"/notices/{notice}/read").location == "/notices"
    assert notices.count_unread(store, READER) == 0


def test_nobody_opens_the_notice_of_another(
    reader: FlaskClient, doorman: Doorman, store: Store
) -> None:
    notice = tell(store)
    assert doorman.client(Role.ORGANIZER).post(f"/notices/{notice}/open").status_code == 404
    assert notices.count_unread(store, READER) == 1


def test_the_reader_chooses_mail_by_kind(reader: FlaskClient, store: Store) -> None:
    page = reader.get("/notices/mail").text
    assert page.count("<select") == len(DEFAULTS)
    wanted = {kind.value: "never" for kind in NoticeKind}
    assert reader.post("/notices/mail", data=wanted).location == "/notices/mail"
    assert set(notices.find_choices(store, READER).values()) == {MailChoice.NEVER}
    answer = reader.post("/notices/mail", data={**wanted, "request": "sometimes"})
    assert (answer.status_code, answer.text.count("请从列表中选择。")) == (422, 1)


def test_the_inbox_in_english(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST, locale="en")
    tell(store)
    assert client.get("/notices").text.count("“Alpha” asks “乙” for a meeting.") == 1
