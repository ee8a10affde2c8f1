"""A person who registers, and the mail that reaches them."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient
from small_smtp import receiving

from chainmatch.config import Config
from chainmatch.mail.delivering import Postman
from graph.domain.credit_code import check_digit
from graph.store import Store

PASSWORD = "correct horse battery"


def credit_code(number: int) -> str:
    """Return a right credit code of a company that does not exist."""
    first = f"91430100MA4L{number:05d}"
    return first + check_digit(first)


CODE = credit_code(1)


def form(**changes: str) -> dict[str, str]:
    """What the registration page sends."""
    return {
        "id": "0" * 32,
        "person": "李工",
        "email": "li@test.example",
        "password": PASSWORD,
        "again": PASSWORD,
        "credit_code": CODE,
        "name": "甲机械有限公司",
        "note": "",
        **changes,
    }


class Mail:
    """Lets the worker deliver what is due and gives the links of what arrived."""

    def __init__(self, store: Store, config: Config) -> None:
        self._store = store
        self._config = config

    def links(self) -> list[str]:
        """Return the path of the link in each mail that arrives now."""
        return [path for _, path in self.arrived()]

    def arrived(self) -> list[tuple[str, str]]:
        """Return address and path of the link of each mail that arrives now."""
        with receiving() as (server, box):
            Postman(self._store, replace(self._config, smtp=server), "w").deliver_due()
        return [(mail["To"], self._path(mail.get_content())) for mail in box.mails]

    def _path(self, text: str) -> str:
        lines = [line for line in text.splitlines() if line.startswith(self._config.address)]
        return lines[0].removeprefix(self._config.address)


def sign_in(app: Flask, email: str = "li@test.example", password: str = PASSWORD) -> FlaskClient:
    """Return a client signed in with this account."""
    client = app.test_client()
    answer = client.post("/sign-in", data={"email": email, "password": password})
    assert answer.status_code == 302
    return client
