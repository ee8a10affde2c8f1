from datetime import timedelta

import pytest
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import sign_in

from chainmatch.rooms.accounts.devices import read_device
from graph.domain.account import Role
from graph.domain.clock import instant_text, now
from graph.domain.session import LIFE, SEEN_EVERY
from graph.store import Store
from graph.store.people import sessions

EMAIL = "analyst@test.example"


def ids(store: Store, email: str = EMAIL) -> list[str]:
    return [session.id for session in sessions.list_sessions(store, email, at=now())]


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_sessions_are_listed(doorman: Doorman, app: Flask, count: int) -> None:
    first = doorman.client(Role.ANALYST)
    for _ in range(count - 1):
        sign_in(app, EMAIL, PASSWORD)
    page = first.get("/account").text
    assert page.count("最近一次操作") == count
    assert page.count("当前登录") == 1


def test_a_revoked_session_ends_on_its_next_request(
    doorman: Doorman, app: Flask, store: Store
) -> None:
    here = doorman.client(Role.ANALYST)
    (own,) = ids(store)
    there = sign_in(app, EMAIL, PASSWORD)
    (other,) = set(ids(store)) - {own}
    assert here.post("/account/sessions/end", data={"id": other}).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    assert here.post("/account/sessions/end", data={"id": other}).status_code == 404


def test_all_others_end_at_once(doorman: Doorman, app: Flask, store: Store) -> None:
    here = doorman.client(Role.ANALYST)
    others = [sign_in(app, EMAIL, PASSWORD) for _ in range(2)]
    here.post("/account/sessions/end-others")
    assert [is_in(client) for client in (here, *others)] == [True, False, False]
    assert len(ids(store)) == 1


def test_somebody_elses_session_cannot_be_ended(doorman: Doorman, store: Store) -> None:
    analyst = doorman.client(Role.ANALYST)
    organizer = doorman.client(Role.ORGANIZER)
    (theirs,) = ids(store, "organizer@test.example")
    assert analyst.post("/account/sessions/end", data={"id": theirs}).status_code == 404
    analyst.post("/account/sessions/end-others")
    assert is_in(organizer)


def test_signing_out_ends_the_session_for_good(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    with client.session_transaction() as cookie:
        kept = dict(cookie)
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        cookie.update(kept)
    assert not is_in(client)
    assert ids(store) == []


def test_only_what_writes_leaves_its_time_and_seldom(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    long_ago = instant_text(now() - 2 * SEEN_EVERY)
    store.write("MATCH (s:Session) SET s.acted_at = $at", at=long_ago)
    is_in(client)
    (kept,) = sessions.list_sessions(store, EMAIL, at=now())
    assert kept.acted_at == long_ago
    client.post("/language", data={"language": "en"})
    (renewed,) = sessions.list_sessions(store, EMAIL, at=now())
    assert renewed.acted_at > long_ago
    client.post("/language", data={"language": "zh"})
    assert sessions.list_sessions(store, EMAIL, at=now()) == [renewed]


def test_an_idle_session_ends(doorman: Doorman, app: Flask, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    idle = instant_text(now() - LIFE - timedelta(seconds=1))
    store.write("MATCH (s:Session) SET s.acted_at = $at", at=idle)
    assert not is_in(client)
    sign_in(app, EMAIL, PASSWORD)
    assert store.read("MATCH (s:Session) RETURN count(s) AS total") == [{"total": 1}]


def test_the_graph_keeps_no_secret_of_a_session(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    with client.session_transaction() as cookie:
        secret = cookie["_user_id"].partition(":")[0]
    assert len(secret) == 32
    assert secret not in str(store.read("MATCH (s:Session) RETURN properties(s) AS all"))


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            " Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0",
            ("edge", "windows"),
        ),
        (
            "Mozilla/5.0 (Linux; Android 15; V2309A) AppleWebKit/537.36 Chrome/130.0 Mobile"
            " Safari/537.36 XWEB/1300 MMWEBSDK/2025 MicroMessenger/8.0.60",
            ("wechat", "android"),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
            " (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
            ("safari", "iphone"),
        ),
        ("curl/8.5.0", ("", "")),
    ],
)
def test_a_device_is_told_in_two_words(user_agent: str, device: tuple[str, str]) -> None:
    assert read_device(user_agent) == device
