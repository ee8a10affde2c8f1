"""What can be done with surveys of the map."""

from datetime import datetime

from chainmatch import audit
from chainmatch.background.map_survey import NAME
from chainmatch.formats import local_date
from chainmatch.wording.city import find_city
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.job import Job
from graph.errors import Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.map.choices import list_region_choices
from graph.store.work import jobs


def start_survey(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue a survey of today's map; while one is being made, return that one."""
    city = find_city(store).name
    home = next((each.code for each in list_region_choices(store) if each.name == city), "")
    params = {"at": date_text(local_date(now)), "home": home}
    job = jobs.enqueue(store, kind=NAME, params=params, created_by=actor.email, at=now, key=NAME)
    if job.created_at == instant_text(now):
        audit.record(
            store, actor=actor, verb=Verb.SURVEY_ASKED, subject=job.id, after=params, at=now
        )
    return job


def cancel_survey(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop a survey; the one before stays. Raises NotFound, Forbidden, Conflict."""
    job = find_survey(store, job_id)
    if not can_cancel(actor, job):
        raise Forbidden("只有提交这次计算的人或管理员可以操作。")
    if not jobs.cancel(store, job.id, at=now):
        raise Conflict("这次计算已经结束，不能再取消。")


def can_cancel(actor: Account, job: Job) -> bool:
    """Whether this person asked for it, or administers."""
    return actor.email == job.created_by or actor.can_administer


def find_survey(store: Store, job_id: str) -> Job:
    """Return one survey. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != NAME:
        raise NotFound("没有这次计算。")
    return job
