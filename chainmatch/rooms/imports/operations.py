"""What can be done with imports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from chainmatch import audit
from chainmatch.background.map_lane import MAP_LANE
from chainmatch.filing import files
from chainmatch.formats import local_date
from chainmatch.rooms.imports.kinds import OFFICE_KINDS, ImportKind, guess_kind, recognise
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.file import StoredFile
from graph.domain.job import Job
from graph.domain.projects.rights import can_keep
from graph.errors import Conflict, Forbidden
from graph.store import Store
from graph.store.files import save_file
from graph.store.work import jobs

IMPORT = "import"
LOOKED_INTO = 4 * 1024 * 1024
"""A smaller office file is looked into before it is queued, so that its mistakes show at once."""


@dataclass(frozen=True)
class Upload:
    """A file as the browser sent it; ``kind`` None: to be guessed; ``as_of`` an ISO date or empty.

    Without a date, an office's file is of today (in Shanghai) and a data set of its own date.
    """

    name: str
    stream: IO[bytes]
    kind: ImportKind | None
    as_of: str


def start_import(
    store: Store,
    folder: Path,
    *,
    actor: Account,
    upload: Upload,
    language: str,
    limit_mb: int,
    now: datetime,
) -> Job:
    """Keep a file in ``folder`` and queue its import; a second click returns the living job.

    ``language`` is that of the rejects file. Raises BadInput where the file cannot be used.
    """
    sha256, size = files.keep(folder, upload.stream)
    path, name = folder / sha256, files.shown_name(upload.name)
    kind = upload.kind or guess_kind(path, name)
    as_of = upload.as_of or (date_text(local_date(now)) if kind in OFFICE_KINDS else "")
    tables = recognise(kind, path, limit_mb=limit_mb) if size <= LOOKED_INTO else []
    save_file(store, StoredFile(sha256, name, size, actor.email, instant_text(now)))
    job = jobs.enqueue(
        store,
        kind=IMPORT,
        params={
            "kind": kind.value,
            "file": name,
            "sha256": sha256,
            "size": size,
            "as_of": as_of,
            "language": language,
            "tables": tables,
            "with_projects": can_keep(actor),
        },
        created_by=actor.email,
        at=now,
        key=f"{IMPORT}:{kind}:{sha256}:{as_of}",
        lane=MAP_LANE,
    )
    if job.created_at == instant_text(now):
        _record(store, actor, Verb.IMPORT_ASKED, job, now, {"kind": kind.value, "as_of": as_of})
    return job


def cancel_import(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop an import; what it has written stays. Raises NotFound, Forbidden, Conflict."""
    job = _own_job(store, actor, job_id)
    if not jobs.cancel(store, job.id, at=now):
        raise Conflict("这次导入已经结束，不能再取消。")
    _record(store, actor, Verb.IMPORT_CANCELLED, job, now, {})


def retry_import(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Queue a failed or cancelled import again. Raises NotFound, Forbidden, Conflict."""
    job = _own_job(store, actor, job_id)
    if not jobs.retry(store, job.id, at=now):
        raise Conflict("这次导入没有失败也没有取消，不必重新运行。")
    _record(store, actor, Verb.IMPORT_RETRIED, job, now, {})


def can_change(actor: Account, job: Job) -> bool:
    """Whether this person may cancel or retry the import: its own, or an administrator."""
    return actor.email == job.created_by or actor.can_administer


def _own_job(store: Store, actor: Account, job_id: str) -> Job:
    job = jobs.find_job(store, job_id)
    if not can_change(actor, job):
        raise Forbidden("只有提交这次导入的人或管理员可以操作。")
    return job


def _record(
    store: Store, actor: Account, verb: Verb, job: Job, at: datetime, after: Mapping[str, Any]
) -> None:
    audit.record(store, actor=actor, verb=verb, subject=job.params["file"], after=after, at=at)
