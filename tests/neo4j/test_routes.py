"""What only a real Neo4j can show: it refuses to write where a read was asked for."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import LiteralString

import pytest
from neo4j.exceptions import ClientError

from graph.store import Store, settings
from graph.store.connection import Transaction

pytestmark = pytest.mark.parametrize("graph_server", ["neo4j"], indirect=True)

SNEAK: LiteralString = "CREATE (s:Setting {name: 'sneaked in', value: 'x'}) RETURN s.name AS name"
BUMP: LiteralString = "MATCH (s:Setting {name: $name}) SET s.value = s.value + 'x'"
PATIENCE_SECONDS = 20


def test_a_read_never_runs_on_a_write_route(store: Store) -> None:
    refused = "Neo.ClientError.Statement.AccessMode"
    with pytest.raises(ClientError) as read:
        store.read(SNEAK)
    with pytest.raises(ClientError) as streamed:
        list(store.stream(SNEAK))
    assert (read.value.code, streamed.value.code) == (refused, refused)
    assert settings.list_settings(store, "") == {}


def test_a_deadlock_is_tried_again(store: Store) -> None:
    for name in ("a", "b"):
        settings.save_setting(store, name, "")
    attempts: list[str] = []
    both_hold_one = threading.Barrier(2)

    def crossing(first: str, second: str) -> Callable[[Transaction], None]:
        def work(transaction: Transaction) -> None:
            attempts.append(first)
            transaction.run(BUMP, name=first)
            if attempts.count(first) == 1:
                both_hold_one.wait(PATIENCE_SECONDS)
            transaction.run(BUMP, name=second)

        return work

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(store.transact, (crossing("a", "b"), crossing("b", "a"))))
    assert settings.list_settings(store, "") == {"a": "xx", "b": "xx"}
    assert len(attempts) == 3
