"""Work on the whole map that a person asks for: one at a time, cancelled by who asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.job import Job
from graph.errors import Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.work import jobs


def ask_once(
    store: Store, kind: str, verb: Verb, params: Mapping[str, Any], *, actor: Account, now: datetime
) -> Job:
    """Queue work of a kind; while such work is being done, return that."""
    job = jobs.enqueue(store, kind=kind, params=params, created_by=actor.email, at=now, key=kind)
    if job.created_at == instant_text(now):
        audit.record(store, actor=actor, verb=verb, subject=job.id, after=params, at=now)
    return job


def cancel_asked(store: Store, kind: str, job_id: str, *, actor: Account, now: datetime) -> None:
    """Stop work; nothing of it is kept. Raises NotFound, Forbidden, Conflict."""
    job = find_asked(store, kind, job_id)
    if not can_cancel(actor, job):
        raise Forbidden("只有提交这次计算的人或管理员可以操作。")
    if not jobs.cancel(store, job.id, at=now):
        raise Conflict("这次计算已经结束，不能再取消。")


def can_cancel(actor: Account, job: Job) -> bool:
    """Whether this person asked for it, or administers."""
    return actor.email == job.created_by or actor.can_administer


def find_asked(store: Store, kind: str, job_id: str) -> Job:
    """Return work of a kind. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != kind:
        raise NotFound("没有这次计算。")
    return job
