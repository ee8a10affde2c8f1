"""Saved queries in the graph."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.inquiry import MOST_QUERIES, Chart, SavedQuery
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.analyst import saved_queries as cypher


def create_query(store: Store, query: SavedQuery, *, at: datetime) -> str:
    """Keep a query of ``query.owner``; return its id.

    Raises Conflict: MOST_QUERIES are kept already, or one of this name.
    """
    fresh = uuid4().hex

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, owner=query.owner, by=fresh)
        if transaction.run(cypher.COUNT, owner=query.owner)[0]["total"] >= MOST_QUERIES:
            raise Conflict("每人最多保存 %(most)s 条查询，请先删除用不到的。", most=MOST_QUERIES)
        _refuse_same_name(transaction, replace(query, id=fresh))
        transaction.run(cypher.CREATE, id=fresh, owner=query.owner, values=_values(query, at))

    store.transact(work)
    return fresh


def list_queries(store: Store, reader: str) -> list[SavedQuery]:
    """List what this person keeps and what others share, the latest change first."""
    return [_query(row) for row in store.read(cypher.LIST, reader=reader)]


def find_query(store: Store, query_id: str, *, reader: str) -> SavedQuery:
    """Return a query that this person may see. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=query_id, reader=reader)
    if row is None:
        raise _missing()
    return _query(row)


def change_query(store: Store, query: SavedQuery, *, at: datetime) -> None:
    """Save a changed query of its owner; ``query.version`` is the one that was seen.

    Raises NotFound, Conflict (the name is taken, or somebody changed it meanwhile).
    """

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, owner=query.owner, by=query.id)
        _refuse_same_name(transaction, query)
        changed = transaction.run(
            cypher.CHANGE,
            id=query.id,
            owner=query.owner,
            version=query.version,
            values=_values(query, at),
        )
        if changed:
            return
        if not transaction.run(cypher.FIND, id=query.id, reader=query.owner):
            raise _missing()
        raise Conflict("这条查询在您打开后改过了，没有保存。请复制您的改动，刷新后再改。")

    store.transact(work)


def delete_query(store: Store, query_id: str, *, owner: str) -> None:
    """Forget a query; one that is gone already stays gone."""
    store.write(cypher.DELETE, id=query_id, owner=owner)


def _missing() -> NotFound:
    return NotFound("没有这条查询，可能已被删除或不再共享。")


def _refuse_same_name(transaction: Transaction, query: SavedQuery) -> None:
    found = transaction.run(cypher.FIND_SAME, owner=query.owner, id=query.id, name=query.name)
    if found:
        raise Conflict("您已有一条叫“%(name)s”的查询，请换个名称。", name=query.name)


def _values(query: SavedQuery, at: datetime) -> dict[str, Any]:
    return {
        "name": query.name,
        "text": query.text,
        "note": query.note,
        "defaults": json.dumps(query.defaults, ensure_ascii=False, sort_keys=True),
        "chart": str(query.chart),
        "is_shared": query.is_shared,
        "changed_at": instant_text(at),
    }


def _query(row: Row) -> SavedQuery:
    read = {"chart": Chart(row["chart"]), "defaults": json.loads(row["defaults"])}
    return SavedQuery(**{**row, **read})
