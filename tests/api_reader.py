"""A program that reads the interface with a token: tests of the interface share it."""

from collections.abc import Sequence
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chainmatch.people.identity import add_account
from chainmatch.rooms.tokens.operations import make_token
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.domain.token import Scope, scopes_of
from graph.store import Store
from graph.store.people.accounts import find_account

PASSWORD = "correct horse battery"
LONG = 365


def give_token(
    store: Store, role: Role, *, enterprise: str = "", scopes: Sequence[Scope] | None = None
) -> str:
    """Return a token of an account of this role; the account is made where it is missing."""
    email = f"{role}-{enterprise or 'office'}@test.example".replace(":", ".")
    if find_account(store, email) is None:
        unit = "市工信局" if role == Role.UNIT else ""
        account = Account(email, f"{role}", role, enterprise=enterprise, unit=unit)
        add_account(store, account=account, password=PASSWORD, now=now())
    owner = find_account(store, email)
    assert owner is not None
    wanted = scopes_of(owner) if scopes is None else scopes
    return make_token(store, actor=owner, name="test", scopes=wanted, days=LONG, now=now())


class Program:
    """Reads ``/api/v1`` with one token."""

    def __init__(self, app: Flask, secret: str) -> None:
        self.client: FlaskClient = app.test_client()
        self.secret = secret

    def get(self, path: str, headers: dict[str, str] | None = None, **asked: Any) -> TestResponse:
        """Ask; the answer may be a refusal."""
        bearer = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        return self.client.get(
            f"/api/v1{path}", query_string=asked, headers={**bearer, **(headers or {})}
        )

    def read(self, path: str, **asked: Any) -> Any:
        """Ask and return the JSON; anything but 200 fails the test."""
        answer = self.get(path, **asked)
        assert answer.status_code == 200, answer.text
        return answer.json

    def read_all(self, path: str, **asked: Any) -> list[dict[str, Any]]:
        """Read a list to its end, page by page."""
        rows, cursor = [], ""
        while cursor is not None:
            page = self.read(path, **asked, **({"cursor": cursor} if cursor else {}))
            rows += page["data"]
            cursor = page["next"]
        return rows
