"""What can be done with exports."""

from datetime import date, datetime
from pathlib import Path

from chainmatch import audit
from chainmatch.background.asking import can_cancel
from chainmatch.formats import local_date
from chainmatch.rooms.exports.parts import MapPart
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.job import Job
from graph.errors import Conflict, Forbidden, NotFound
from graph.exchange.writers.forms import FORMS
from graph.store import Store
from graph.store.work import jobs

EXPORT = "map-export"


def start_export(
    store: Store,
    *,
    actor: Account,
    form: str,
    at: date | None = None,
    part: MapPart | None = None,
    now: datetime,
) -> Job:
    """Queue an export of the map, or of a part; return one that is being written.

    With all past versions, or as of a day.
    """
    day = date_text(at) if at else ""
    name = _file_name(form, day or date_text(local_date(now)), part)
    told = {"view": part.state} if part else {}
    job = jobs.enqueue(
        store,
        kind=EXPORT,
        params={"form": form, "name": name, "at": day, "view": part.params if part else None},
        created_by=actor.email,
        at=now,
        key=":".join([EXPORT, form, day, *told.values()]),
    )
    if job.created_at == instant_text(now):
        audit.record(
            store,
            actor=actor,
            verb=Verb.EXPORT_ASKED,
            subject=name,
            after={"form": form, "at": day, **told},
            at=now,
        )
    return job


def _file_name(form: str, day: str, part: MapPart | None) -> str:
    what = "view-" if part else ""
    return f"chainmatch-{what}{form}-{day}{FORMS[form].suffix}"


def cancel_export(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop an export; nothing of it is kept. Raises NotFound, Forbidden, Conflict."""
    job = find_export(store, job_id)
    if not can_cancel(actor, job):
        raise Forbidden("只有提交这次导出的人或管理员可以操作。")
    if not jobs.cancel(store, job.id, at=now):
        raise Conflict("这次导出已经结束，不能再取消。")


def find_export(store: Store, job_id: str) -> Job:
    """Return one export. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != EXPORT:
        raise NotFound("没有这次导出。")
    return job


def written_file(folder: Path, job: Job) -> Path:
    """Where an export is written; it is there while it is kept."""
    return folder / job.id / job.params["name"]
