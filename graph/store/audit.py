"""The record of what people did, in the graph."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from graph.domain.audit import AuditEntry, Verb
from graph.domain.clock import instant_text
from graph.store.connection import Row, Store
from graph.store.cypher import audit as cypher
from graph.store.paging import read_page


def record(
    store: Store,
    *,
    actor: str,
    verb: Verb,
    subject: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    at: datetime,
) -> None:
    """Write down one act; ``before`` and ``after`` are JSON values and hold no secrets."""
    store.write(
        cypher.RECORD,
        id=uuid4().hex,
        at=instant_text(at),
        actor=actor,
        verb=verb.value,
        subject=subject,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(after, ensure_ascii=False),
    )


def list_entries(store: Store, *, skip: int, limit: int) -> list[AuditEntry]:
    """List what was written down, newest first."""
    rows = read_page(store, cypher.LIST, lambda: count_entries(store), skip=skip, limit=limit)
    return [_entry(row) for row in rows]


def count_entries(store: Store) -> int:
    """Count all entries."""
    return store.read(cypher.COUNT)[0]["total"]


def list_about(
    store: Store, subject: str, verbs: Collection[Verb], *, skip: int, limit: int
) -> list[AuditEntry]:
    """List what was done to a subject, newest first."""
    rows = read_page(
        store,
        cypher.LIST_ABOUT,
        lambda: count_about(store, subject, verbs),
        subject=subject,
        verbs=list(verbs),
        skip=skip,
        limit=limit,
    )
    return [_entry(row) for row in rows]


def count_about(store: Store, subject: str, verbs: Collection[Verb]) -> int:
    """Count what ``list_about`` lists."""
    return store.read(cypher.COUNT_ABOUT, subject=subject, verbs=list(verbs))[0]["total"]


def _entry(row: Row) -> AuditEntry:
    stored = row["entry"]
    return AuditEntry(
        id=stored["id"],
        at=stored["at"],
        actor=stored["actor"],
        verb=stored["verb"],
        subject=stored["subject"],
        before=json.loads(stored["before"]),
        after=json.loads(stored["after"]),
    )
