"""Graphs to copy: everything that is stored, and how to look at all of a graph at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hostile_map import save_hostile_map

from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.file import StoredFile
from graph.embedded import EmbeddedServer
from graph.store import Store, audit, files, settings
from graph.store.cypher.bulk import copies as cypher
from graph.store.migrations import migrate
from graph.store.people import accounts
from graph.store.work import jobs, workers

ALL_TYPES = {
    "code": "type:全部",
    "whole": 2**53 + 1,
    "negative": -1,
    "fraction": 0.1,
    "even": 4.0,
    "large": 1.7976931348623157e308,
    "yes": True,
    "no": False,
    "texts": ["", "a；b", '"quoted"', "\\", "👩‍👩‍👧 𠮷"],
    "numbers": [1, 2, 3],
    "fractions": [1.0, 2.5],
    "empty": "",
    "lines": "一\r\n二\t三\u2028四",
    "long": "汉\"'`" * 1250,
    "date": "2026-02-28",
    "instant": "2026-11-23T04:05:06.123456Z",
}
SAVE_ALL_TYPES = "CREATE (n:ChainNode) SET n += $values"
SAVE_NEAR = """
MATCH (a:ChainNode {code: 'type:全部'}) MATCH (b:ChainNode {code: 'ckg:=1+1'})
CREATE (a)-[r:NEAR]->(b) SET r += $values
"""
CLEAR = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"


@contextmanager
def another_graph(folder: Path) -> Iterator[Store]:
    """Start a second embedded server with an empty, migrated graph."""
    server = EmbeddedServer(folder)
    endpoint = server.start()
    store = Store(lambda: endpoint)
    try:
        migrate(store)
        yield store
    finally:
        store.close()
        server.stop()


def save_everything(store: Store) -> None:
    """Save the hostile map, every property type, accounts, jobs in several states, settings."""
    save_hostile_map(store)
    store.write(SAVE_ALL_TYPES, values=ALL_TYPES)
    store.write(SAVE_NEAR, values={name: ALL_TYPES[name] for name in ALL_TYPES if name != "code"})
    store.write(SAVE_NEAR, values={"score": 0.5, "method": "the second of two"})
    account = Account("a@test.example", "甲", Role.ENTERPRISE, "zh", "uscc:91430100MA4DEM0A0U")
    accounts.create_account(store, account, password_hash="scrypt:…", at=now())
    settings.save_setting(store, "city.name", "长沙“市”")
    for kind in ("import", "mail"):
        jobs.enqueue(store, kind=kind, params={"文件": kind}, created_by="", at=now(), lane=kind)
    audit.record(
        store,
        actor="a@test.example",
        verb=Verb.ACCOUNT_ADDED,
        subject="甲",
        before={},
        after={"name": 'a "甲"'},
        at=now(),
    )
    files.save_file(store, StoredFile("e3b0c4", "合同 “1”.pdf", 2**40))
    workers.beat(store, "host:1:x", started_at=now(), job="", at=now())


def everything(store: Store) -> dict[str, Any]:
    """Return every node and relationship of each part, as rows in an order of their own."""
    found: dict[str, Any] = {}
    for part, query in {**cypher.LIST_NODES, **cypher.LIST_LINKS}.items():
        rows = (row["row"] for row in store.read(query, mark="graph.copy"))
        found[part] = sorted(map(_told, rows))
    return found


def _told(row: Any) -> str:
    if isinstance(row, list):
        return repr([*row[:2], _told(row[2])])
    return repr(sorted((name, value) for name, value in row.items() if value is not None))
