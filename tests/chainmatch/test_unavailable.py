"""The site while its database is away: a plain page, nobody signed out, back by itself."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PASSWORD
from flask import Flask

from chainmatch import create_app
from chainmatch.config import Config
from chainmatch.people.identity import add_account
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.embedded import EmbeddedServer
from graph.store.migrations import migrate


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def app(server: EmbeddedServer, tmp_path: Path) -> Iterator[Flask]:
    app = create_app(Config(home=tmp_path))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    migrate(app.extensions["store"])
    yield app
    app.extensions["store"].close()


def test_a_dead_database_signs_nobody_out(app: Flask, server: EmbeddedServer) -> None:
    account = Account("a@test.example", "分析员", Role.ANALYST, locale="en")
    add_account(app.extensions["store"], account=account, password=PASSWORD, now=now())
    client = app.test_client()
    client.post("/sign-in", data={"email": account.email, "password": PASSWORD})
    assert client.get("/account").status_code == 200

    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    while server.is_alive:
        time.sleep(0.01)
    started = time.monotonic()
    answer = client.get("/account", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.text.count("The graph database cannot be reached") == 1
    assert answer.headers.getlist("Set-Cookie") == []
    post = client.post("/account", data={"present": PASSWORD})
    assert post.status_code == 503
    fragment = client.get("/account", headers={"HX-Request": "true"})
    assert (fragment.status_code, "<html" in fragment.text) == (503, False)
    wanted = client.get("/account", headers={"Accept": "application/json"})
    assert wanted.get_json()["error"]["status"] == 503
    assert client.get("/healthz").get_json() == {"site": "ok", "graph": "unavailable"}
    assert time.monotonic() - started < 5

    server.start()
    assert client.get("/account").status_code == 200
