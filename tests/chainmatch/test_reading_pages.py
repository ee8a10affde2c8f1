"""Looking at a page never writes: a cluster's read replicas can answer it."""

from collections.abc import Callable
from typing import NoReturn

import pytest
from conftest import Doorman
from flask import Flask
from small_chain import HOSTILE, save_chain, save_makers, save_trade

from chainmatch.problems import ADDRESSES
from graph.derive import refresh
from graph.domain.account import Role
from graph.store import Store
from graph.store.connection import Transaction

CODES = {
    "enterprises.page": "name:甲",
    "enterprises.neighbourhood": "name:甲",
    "recommendations.page": "name:甲",
    "chains.page": "test:gc",
    "chains.node": HOSTILE,
}


class ReadingStore(Store):
    """A store that refuses to write."""

    def write(self, cypher: str, **parameters: object) -> NoReturn:
        """Refuse."""
        raise AssertionError(f"written while reading: {cypher}")

    def transact(self, work: Callable[[Transaction], object]) -> NoReturn:
        """Refuse."""
        raise AssertionError("written while reading")


def addresses(app: Flask) -> list[str]:
    """All pages to look at: those without a place, and each with a code that stands.

    What programs read is left out: a token's requests are counted, see test_api.py.
    """
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.startswith(ADDRESSES)
    ]
    plain = [rule.rule for rule in rules if not rule.arguments]
    with app.test_request_context():
        coded = [
            app.url_for(rule.endpoint, code=CODES[rule.endpoint])
            for rule in rules
            if rule.endpoint in CODES
        ]
    return plain + coded


@pytest.mark.both_servers
def test_looking_never_writes(app: Flask, store: Store, doorman: Doorman) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    save_makers(store, HOSTILE, "乙")
    save_trade(store, "甲", "乙")
    refresh(store)
    client = doorman.client(Role.ADMINISTRATOR, enterprise="name:甲")
    reading = ReadingStore(lambda: store.endpoint)
    app_store, app.extensions["store"] = app.extensions["store"], reading
    try:
        answers = {address: client.get(address).status_code for address in addresses(app)}
    finally:
        reading.close()
        app.extensions["store"] = app_store
    assert len(answers) > len(CODES)
    assert set(answers.values()) <= {200, 302, 403}
