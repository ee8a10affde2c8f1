"""What can be done with rankings of the whole map."""

from datetime import datetime

from chainmatch import audit
from chainmatch.formats import local_date
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.job import Job
from graph.errors import Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.work import jobs

RANKING = "map-ranking"


def start_ranking(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue a ranking of today's map; while one is being computed, return that one."""
    at = date_text(local_date(now))
    job = jobs.enqueue(
        store, kind=RANKING, params={"at": at}, created_by=actor.email, at=now, key=RANKING
    )
    if job.created_at == instant_text(now):
        audit.record(
            store, actor=actor, verb=Verb.RANKING_ASKED, subject=job.id, after={"at": at}, at=now
        )
    return job


def cancel_ranking(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop a ranking; nothing of it is kept. Raises NotFound, Forbidden, Conflict."""
    job = find_ranking(store, job_id)
    if not can_cancel(actor, job):
        raise Forbidden("只有提交这次计算的人或管理员可以操作。")
    if not jobs.cancel(store, job.id, at=now):
        raise Conflict("这次计算已经结束，不能再取消。")


def can_cancel(actor: Account, job: Job) -> bool:
    """Whether this person asked for it, or administers."""
    return actor.email == job.created_by or actor.can_administer


def find_ranking(store: Store, job_id: str) -> Job:
    """Return one ranking. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != RANKING:
        raise NotFound("没有这次计算。")
    return job
