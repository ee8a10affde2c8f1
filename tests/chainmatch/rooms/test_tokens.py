import json
import re
from pathlib import Path

import pytest
from api_reader import Program, give_token
from click.testing import CliRunner, Result
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient

from chainmatch.cli import main
from chainmatch.limits.api_limits import per_minute
from chainmatch.people.identity import add_account
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.token import MOST_TOKENS, Scope, id_of, looks_right
from graph.store import Store, audit
from graph.store.people import tokens

EMAIL = "analyst@test.example"


def make(
    client: FlaskClient, name: str = "月度分析", scopes: tuple[str, ...] = ("map:read",)
) -> str:
    """Make a token in the browser and return its secret."""
    page = client.post("/tokens/new", data={"name": name, "scopes": ["map:read"], "days": "30"})
    assert page.status_code == 200, page.text
    found = re.search(r'<output class="token-secret">(.+?)</output>', page.text)
    assert found is not None
    assert page.headers["Cache-Control"] == "no-store"
    return found[1]


def run(home: Path, *arguments: str) -> Result:
    environment = {"CHAINMATCH_HOME": str(home), "CHAINMATCH_LANGUAGE": "zh"}
    return CliRunner(env=environment).invoke(main, arguments)


def test_a_token_is_shown_once_and_kept_as_a_hash(
    app: Flask, doorman: Doorman, store: Store
) -> None:
    client = doorman.client(Role.ANALYST)
    secret = make(client)
    assert looks_right(secret)
    assert secret not in client.get("/tokens").text
    kept = str(store.read("MATCH (n) WHERE n:Token OR n:AuditEntry RETURN properties(n) AS all"))
    assert (secret in kept, id_of(secret) in kept) == (False, True)
    assert Program(app, secret).get("/chains").status_code == 200
    assert Program(app, secret).get("/projects").status_code == 403
    (entry,) = audit.list_about(store, EMAIL, [Verb.TOKEN_MADE], skip=0, limit=9)
    assert (entry.actor, entry.after["name"]) == (EMAIL, "月度分析")


@pytest.mark.parametrize("count", [1, 3])
def test_tokens_are_listed_with_their_last_use(
    app: Flask, doorman: Doorman, store: Store, count: int
) -> None:
    client = doorman.client(Role.ANALYST)
    secrets = [make(client, f"程序 {number}") for number in range(count)]
    page = client.get("/tokens").text
    assert (page.count("还没有使用过"), page.count("最近使用")) == (count, 0)
    Program(app, secrets[0]).get("/chains")
    page = client.get("/tokens").text
    assert (page.count("还没有使用过"), page.count("最近使用")) == (count - 1, 1)
    store.write("MATCH (t:Token) SET t.ends_at = '2026-01-01T00:00:00.000000Z'")
    assert client.get("/tokens").text.count("已到期") == count


def test_nobody_gives_what_their_role_lacks(doorman: Doorman, store: Store) -> None:
    store.write("CREATE (:Enterprise {code: 'test:E1', name: '甲公司', source: 'office'})")
    client = doorman.client(Role.ENTERPRISE, enterprise="test:E1")
    assert "indicators:read" not in client.get("/tokens/new").text
    asked = {"name": "x", "scopes": ["indicators:read"], "days": "30"}
    assert client.post("/tokens/new", data=asked).status_code == 403
    assert tokens.count_tokens(store) == 0


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "", "scopes": ["map:read"], "days": "30"},
        {"name": "x" * 61, "scopes": ["map:read"], "days": "30"},
        {"name": "x", "days": "30"},
        {"name": "x", "scopes": ["map:read"], "days": ""},
    ],
)
def test_what_is_missing_is_asked_for(
    doorman: Doorman, store: Store, asked: dict[str, object]
) -> None:
    assert doorman.client(Role.ANALYST).post("/tokens/new", data=asked).status_code == 422
    assert tokens.count_tokens(store) == 0


def test_an_invented_life_is_refused(doorman: Doorman, store: Store) -> None:
    asked = {"name": "x", "scopes": ["map:read"], "days": "9999"}
    assert doorman.client(Role.ANALYST).post("/tokens/new", data=asked).status_code == 422
    assert tokens.count_tokens(store) == 0


def test_there_is_an_end_to_tokens(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    for number in range(MOST_TOKENS):
        make(client, f"程序 {number}")
    asked = {"name": "x", "scopes": ["map:read"], "days": "30"}
    refused = client.post("/tokens/new", data=asked)
    assert (refused.status_code, "每人最多保留 20 个令牌" in refused.text) == (409, True)


def test_a_token_is_revoked_by_its_owner_or_an_administrator(
    app: Flask, doorman: Doorman, store: Store
) -> None:
    owner, other = doorman.client(Role.ANALYST), doorman.client(Role.ORGANIZER)
    first, second = make(owner), make(owner)
    assert other.post("/tokens/revoke", data={"id": id_of(first)}).status_code == 403
    assert owner.post("/tokens/revoke", data={"id": id_of(first)}).location == "/tokens"
    administrator = doorman.client(Role.ADMINISTRATOR)
    assert EMAIL in administrator.get("/tokens/all").text
    revoked = administrator.post("/tokens/revoke", data={"id": id_of(second)})
    assert revoked.location == "/tokens/all"
    assert [Program(app, each).get("/chains").status_code for each in (first, second)] == [401, 401]
    assert owner.post("/tokens/revoke", data={"id": id_of(first)}).status_code == 404
    entries = audit.list_about(store, EMAIL, [Verb.TOKEN_REVOKED], skip=0, limit=9)
    assert {entry.actor for entry in entries} == {EMAIL, "administrator@test.example"}


def test_an_administrator_says_how_often_tokens_may_ask(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ADMINISTRATOR)
    assert client.post("/tokens/limit", data={"most": "9"}).status_code == 422
    assert per_minute(store) == 600
    assert client.post("/tokens/limit", data={"most": "50"}).status_code == 302
    assert per_minute(store) == 50


def test_tokens_go_with_their_account(doorman: Doorman, store: Store) -> None:
    client = doorman.client(Role.ANALYST)
    make(client)
    assert (
        client.post("/account/leave", data={"password": PASSWORD, "is_sure": "y"}).status_code
        == 302
    )
    assert store.read("MATCH (t:Token) RETURN count(t) AS total") == [{"total": 0}]


def test_commands_add_list_and_revoke(app: Flask, home: Path, store: Store) -> None:
    account = Account(EMAIL, "甲", Role.ANALYST)
    add_account(store, account=account, password=PASSWORD, now=now())
    added = run(home, "token", "add", EMAIL, "--name", "月报", "--scope", "map:read")
    secret = added.output.strip()
    assert Program(app, secret).get("/chains").status_code == 200
    (listed,) = json.loads(run(home, "token", "list", EMAIL, "--json").output)
    assert (listed["start"], listed["name"], listed["scopes"]) == (
        secret[:11],
        "月报",
        ["map:read"],
    )
    assert run(home, "token", "revoke", secret[:11]).output == (
        "已撤销令牌“月报”，使用它的程序不能再读取。\n"
    )
    assert Program(app, secret).get("/chains").status_code == 401
    again, short = run(home, "token", "revoke", secret[:11]), run(home, "token", "revoke", "cm_")
    assert (again.exit_code, short.exit_code) == (2, 2)
    assert run(home, "token", "add", "b@test.example", "--name", "x").exit_code == 2


def test_a_command_gives_all_that_the_account_has(home: Path, store: Store) -> None:
    give_token(store, Role.ANALYST)
    added = run(home, "token", "add", "analyst-office@test.example", "--name", "x", "--json")
    start = json.loads(added.output)["token"][:11]
    latest = tokens.list_tokens(store, "analyst-office@test.example")[0]
    assert latest.scopes == tuple(Scope)
    revoked = json.loads(run(home, "token", "revoke", start, "--json").output)
    assert (revoked["start"], len(tokens.list_tokens(store))) == (start, 1)
