"""The administrator's page of the outbox."""

import pytest
from conftest import Doorman
from flask.testing import FlaskClient

from graph.domain.account import Role
from graph.domain.clock import instant_text, now
from graph.domain.letter import Letter, LetterState
from graph.messages import message
from graph.store import Store, audit
from graph.store.post import letters

REFUSED = message("收件地址 %(to)s 被拒收：%(detail)s", to="a@test.example", detail="550 unknown")


@pytest.fixture
def administrator(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ADMINISTRATOR)


def fail(store: Store, key: str) -> None:
    """Post a letter that nobody takes."""
    letters.post(store, Letter("a@test.example", "您好", "正文", key, instant_text(now())))
    for posted in letters.claim_due(store, holder="w", at=now()):
        letters.mark_failed(store, posted, REFUSED, is_final=True, holder="w", at=now())


@pytest.mark.parametrize("count", [1, 3])
def test_failures_are_listed_with_their_reason(
    administrator: FlaskClient, store: Store, count: int
) -> None:
    for number in range(count):
        fail(store, f"k{number}")
    page = administrator.get("/settings/letters?state=failed").text
    assert page.count("收件地址 a@test.example 被拒收：550 unknown") == count
    assert administrator.get("/settings/letters?state=sent").text.count("没有邮件") == 1
    assert administrator.get("/settings/letters").text.count("没有配置邮件服务器") == 1


def test_a_failure_is_sent_again(administrator: FlaskClient, store: Store) -> None:
    fail(store, "k1")
    answer = administrator.post("/settings/letters/again", data={"key": "k1"})
    assert answer.location == "/settings/letters"
    assert letters.find_letter(store, "k1").state == LetterState.WAITING
    assert audit.list_entries(store, skip=0, limit=1)[0].verb == "letter.retried"
    unknown = administrator.post("/settings/letters/again", data={"key": "k2"})
    assert unknown.status_code == 404
