"""Jobs as the workers see them: a queue that several share, and that a dead one cannot hold up."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.job import LEASE_SECONDS, MAX_ATTEMPTS, Job, JobState
from graph.domain.message_json import message_to_json
from graph.errors import Conflict
from graph.messages import Message, message
from graph.store.connection import Store
from graph.store.cypher.work import leases as cypher
from graph.store.work.jobs import find_job, read_job, write_locked

CANDIDATES = 20


def claim(store: Store, *, worker: str, at: datetime, patient: Collection[str] = ()) -> Job | None:
    """Take the oldest job that is free or whose worker is dead; None where there is none.

    Kinds that are ``patient`` wait until there is no other.
    Exactly one of several workers gets a job. A job that was cancelled while its worker was dead,
    or that has outlived MAX_ATTEMPTS workers, is ended here and not returned.
    """
    rows = store.read(
        cypher.LIST_CLAIMABLE, now=instant_text(at), patient=sorted(patient), limit=CANDIDATES
    )
    for candidate in rows:
        job = _take(store, candidate["id"], worker, at)
        if job is not None and not _ended_unrun(store, job, at):
            return job
    return None


def _take(store: Store, job_id: str, worker: str, at: datetime) -> Job | None:
    try:
        rows = write_locked(
            store,
            cypher.CLAIM,
            job_id,
            by=worker,
            worker=worker,
            now=instant_text(at),
            lease_until=_lease(at),
        )
    except Conflict:  # another job of its lane is running
        return None
    return read_job(rows[0]) if rows else None


def _ended_unrun(store: Store, job: Job, at: datetime) -> bool:
    if job.cancel_asked:
        end_cancelled(store, job, at=at)
    elif job.attempts > MAX_ATTEMPTS:
        note = message(
            "任务中断了 %(attempts)s 次（处理进程意外退出或数据库失去连接），已停止重试；"
            "已写入的内容保留，重新运行会接着完成。",
            attempts=MAX_ATTEMPTS,
        )
        fail(store, job, note=note, at=at)
    else:
        return False
    return True


def begin(
    store: Store,
    *,
    kind: str,
    lane: str,
    params: Mapping[str, Any],
    created_by: str,
    worker: str,
    at: datetime,
) -> Job | None:
    """Make a job that its maker works on at once; None while another one runs in this lane.

    A holder whose worker is dead goes back to the queue first.
    """
    _free_of_the_dead(store, lane, at)
    fresh = uuid4().hex
    try:
        store.write(
            cypher.BEGIN,
            id=fresh,
            kind=kind,
            lane=lane,
            params=json.dumps(params, ensure_ascii=False),
            created_by=created_by,
            worker=worker,
            now=instant_text(at),
            lease_until=_lease(at),
        )
    except Conflict:
        return None
    return find_job(store, fresh)


def _free_of_the_dead(store: Store, lane: str, at: datetime) -> None:
    holder = store.read_one(cypher.FIND_HOLDER, lane=lane)
    if holder is not None and holder["job"]["lease_until"] < instant_text(at):
        now = instant_text(at)
        write_locked(store, cypher.REQUEUE_DEAD, holder["job"]["id"], by=now, now=now)


def beat(
    store: Store, job: Job, *, done: int, total: int, note: Message, at: datetime
) -> bool | None:
    """Save progress and renew the lease; return whether a cancel was asked for.

    None: the job is no longer this worker's (its lease ran out and another took it over).
    """
    rows = write_locked(
        store,
        cypher.BEAT,
        job.id,
        by=job.worker,
        worker=job.worker,
        done=done,
        total=total,
        note=message_to_json(note),
        lease_until=_lease(at),
    )
    return rows[0]["cancel_asked"] if rows else None


def finish(
    store: Store, job: Job, *, result: Mapping[str, Any], note: Message, at: datetime
) -> bool:
    """End a job that this worker completed; False where it is no longer this worker's."""
    return _end(store, job, JobState.DONE, note, at, result)


def fail(store: Store, job: Job, *, note: Message, at: datetime) -> bool:
    """End a job with the reason why it cannot be done; False where it is another's by now."""
    return _end(store, job, JobState.FAILED, note, at)


def end_cancelled(store: Store, job: Job, *, at: datetime) -> bool:
    """End a running job that stopped because somebody asked; False where it is another's."""
    note = message("已按要求取消；已写入的内容保留，重新运行会接着完成。")
    return _end(store, job, JobState.CANCELLED, note, at)


def release(store: Store, job: Job, *, counts: bool) -> bool:
    """Give a running job back to the queue; ``counts`` tells whether the attempt is counted."""
    back = 0 if counts else 1
    return bool(
        write_locked(
            store, cypher.RELEASE, job.id, by=job.worker, worker=job.worker, attempts_back=back
        )
    )


def _end(
    store: Store,
    job: Job,
    state: JobState,
    note: Message,
    at: datetime,
    result: Mapping[str, Any] | None = None,
) -> bool:
    rows = write_locked(
        store,
        cypher.END,
        job.id,
        by=job.worker,
        worker=job.worker,
        state=state.value,
        result=json.dumps(result or {}, ensure_ascii=False),
        note=message_to_json(note),
        now=instant_text(at),
    )
    return bool(rows)


def _lease(at: datetime) -> str:
    return instant_text(at + timedelta(seconds=LEASE_SECONDS))
