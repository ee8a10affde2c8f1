import logging
import socket
from dataclasses import replace
from datetime import timedelta

import pytest
from small_smtp import receiving

from chainmatch.config import Config
from chainmatch.mail.delivering import Postman
from chainmatch.mail.server import Security, SmtpServer
from chainmatch.people.one_time_links import hash_of, token_of
from graph.domain.clock import instant_text, now
from graph.domain.letter import LINK, Letter, LetterState
from graph.store import Store
from graph.store.post import letters


def post(store: Store, *, to: str = "li@test.example", key: str = "k1", **more: str) -> None:
    letters.post(
        store, Letter(to, "您好，李工", f"请打开 {LINK} 继续。", key, instant_text(now()), **more)
    )


def state(store: Store, key: str = "k1") -> LetterState:
    return letters.find_letter(store, key).state


def test_a_letter_arrives_whole(store: Store, config: Config) -> None:
    with receiving() as (server, box):
        post(store, path="/verify", seed="s1")
        config = replace(config, smtp=server, public_address="https://match.example")
        assert Postman(store, config, "w").deliver_due() == 1
    (mail,) = box.mails
    assert (mail["To"], mail["Subject"]) == ("li@test.example", "您好，李工")
    assert mail["From"] == "台 <post@match.example>"
    token = token_of(config, "s1")
    link = f"https://match.example/verify/{token}"
    assert mail.get_content().strip() == f"请打开 {link} 继续。"
    assert box.recipients == ["li@test.example"]
    assert state(store) == LetterState.SENT
    stored = store.read("MATCH (l:Letter) RETURN properties(l) AS all")
    assert token not in str(stored)
    assert hash_of(token) not in str(stored)


def test_a_server_that_is_away_is_tried_again(store: Store, config: Config) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        away = SmtpServer("127.0.0.1", closed.getsockname()[1], "p@match.example", Security.NONE)
    post(store)
    assert Postman(store, replace(config, smtp=away), "w").deliver_due() == 0
    kept = letters.find_letter(store, "k1")
    assert (kept.state, kept.tries) == (LetterState.WAITING, 1)
    assert kept.error.template == "连不上邮件服务器 %(server)s：%(detail)s"
    with receiving() as (server, box):
        config = replace(config, smtp=server)
        assert Postman(store, config, "w").deliver_due() == 0
        later = Postman(store, config, "w", lambda: now() + timedelta(minutes=2))
        assert later.deliver_due() == 1
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    ("refusal", "ends", "words"),
    [
        (
            {"RCPT": "550 unknown"},
            LetterState.FAILED,
            "收件地址 li@test.example 被拒收：550 unknown",
        ),
        ({"RCPT": "450 busy"}, LetterState.WAITING, "收件地址 li@test.example 被拒收：450 busy"),
        ({"DATA": "554 spam"}, LetterState.FAILED, "邮件服务器没有收下这封信：554 spam"),
        (
            {"AUTH": "535 no"},
            LetterState.WAITING,
            "邮件服务器没有接受账号或密码：535 no",
        ),
    ],
)
def test_refusals_end_it_where_they_are_final(
    store: Store, config: Config, refusal: dict[str, str], ends: LetterState, words: str
) -> None:
    post(store)
    with receiving(**refusal) as (server, box):
        known = replace(server, user="u", password="p")
        Postman(store, replace(config, smtp=known), "w").deliver_due()
    found = letters.find_letter(store, "k1")
    assert (found.state, str(found.error), box.mails) == (ends, words, [])


@pytest.mark.parametrize("to", ["a@test.example, b@test.example", "a\n@test.example", "nobody"])
def test_an_impossible_address_fails_and_holds_up_nobody(
    store: Store, config: Config, to: str
) -> None:
    post(store, to=to)
    post(store, key="k2")
    with receiving() as (server, box):
        assert Postman(store, replace(config, smtp=server), "w").deliver_due() == 1
    assert (state(store), state(store, "k2")) == (LetterState.FAILED, LetterState.SENT)
    assert len(box.mails) == 1


def test_without_a_server_mail_goes_to_the_log(
    store: Store, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    post(store, path="/verify", seed="s1")
    with caplog.at_level(logging.INFO):
        Postman(store, config, "w").deliver_due()
    assert caplog.text.count(f"{config.address}/verify/{token_of(config, 's1')}") == 1
    assert state(store) == LetterState.SENT
    assert letters.find_letter(store, "k1").only_logged
    with receiving() as (server, box):
        letters.send_again(store, "k1", at=now())
        Postman(store, replace(config, smtp=server), "w").deliver_due()
    assert len(box.mails) == 1
    assert not letters.find_letter(store, "k1").only_logged
