"""Jobs in the graph, as those see them who ask for work; the workers' side is ``leases``."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.job import Job, JobState
from graph.domain.message_json import message_from_json
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.work import jobs as cypher

RACES = 5


def enqueue(
    store: Store,
    *,
    kind: str,
    params: Mapping[str, Any],
    created_by: str,
    at: datetime,
    key: str = "",
    lane: str = "",
) -> Job:
    """Put work in the queue; return the living job of the same ``key`` instead if there is one.

    ``params`` must be JSON values. An empty ``lane`` runs beside everything else.
    """
    fresh = uuid4().hex
    saved: dict[str, Any] = {
        "id": fresh,
        "kind": kind,
        "key": key or fresh,
        "lane": lane or fresh,
        "params": json.dumps(params, ensure_ascii=False),
        "created_by": created_by,
        "at": instant_text(at),
    }
    for _ in range(RACES):
        try:
            store.write(cypher.CREATE, **saved)
        except Conflict:
            row = store.read_one(cypher.FIND_LIVE, key=key)
            if row:
                return read_job(row)
        else:
            return find_job(store, fresh)
    raise Conflict("相同的任务正在提交，请稍后再试。")


def enqueue_once(
    store: Store, job_id: str, *, kind: str, params: Mapping[str, Any], at: datetime, lane: str = ""
) -> bool:
    """Put work in the queue once for ever under this id; False where it was there already."""
    try:
        store.write(
            cypher.CREATE,
            id=job_id,
            kind=kind,
            key=job_id,
            lane=lane or job_id,
            params=json.dumps(params, ensure_ascii=False),
            created_by="",
            at=instant_text(at),
        )
    except Conflict:
        return False
    return True


def find_job(store: Store, job_id: str) -> Job:
    """Return the job. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=job_id)
    if row is None:
        raise NotFound("没有这个任务，可能已被清除。")
    return read_job(row)


def find_live(store: Store, key: str) -> Job | None:
    """Return the queued or running job of this key, or None."""
    row = store.read_one(cypher.FIND_LIVE, key=key)
    return read_job(row) if row else None


def list_jobs(store: Store, kinds: Sequence[str], *, skip: int, limit: int) -> list[Job]:
    """List jobs of these kinds, newest first."""
    return [
        read_job(row) for row in store.read(cypher.LIST, kinds=list(kinds), skip=skip, limit=limit)
    ]


def count_jobs(store: Store, kinds: Sequence[str]) -> int:
    """Count jobs of these kinds."""
    return store.read(cypher.COUNT, kinds=list(kinds))[0]["total"]


def cancel(store: Store, job_id: str, *, at: datetime) -> bool:
    """End a queued job, or ask a running one to stop; False where it has ended already."""

    def work(transaction: Transaction) -> bool:
        now = instant_text(at)
        transaction.run(cypher.LOCK, id=job_id, by=now)
        return bool(
            transaction.run(cypher.CANCEL_QUEUED, id=job_id, now=now)
            or transaction.run(cypher.ASK_CANCEL, id=job_id, now=now)
        )

    return store.transact(work)


def retry(store: Store, job_id: str, *, at: datetime) -> bool:
    """Queue a failed or cancelled job again; False where it is neither.

    Raises Conflict where a job of the same key is alive.
    """
    try:
        return bool(write_locked(store, cypher.RETRY, job_id, by=instant_text(at)))
    except Conflict as error:
        raise Conflict("相同的任务正在进行，不必重新运行。") from error


def write_locked(
    store: Store, statement: LiteralString, job_id: str, *, by: str, **parameters: Any
) -> list[Row]:
    """Lock a job, then run a statement that looks at its state; one transaction."""

    def work(transaction: Transaction) -> list[Row]:
        transaction.run(cypher.LOCK, id=job_id, by=by)
        return transaction.run(statement, id=job_id, **parameters)

    return store.transact(work)


def read_job(row: Row) -> Job:
    """Build a Job from a row with its node."""
    stored = row["job"]
    texts = ("created_by", "created_at", "started_at", "finished_at", "lease_until", "worker")
    return Job(
        id=stored["id"],
        kind=stored["kind"],
        state=JobState(stored["state"]),
        key=stored["key"],
        lane=stored["lane"],
        params=json.loads(stored["params"]),
        result=json.loads(stored["result"]),
        done=stored["done"],
        total=stored["total"],
        note=message_from_json(stored["note"]),
        attempts=stored["attempts"],
        cancel_asked=stored["cancel_asked"],
        **{name: stored[name] for name in texts},
    )
