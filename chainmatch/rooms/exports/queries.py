"""What the exports room shows."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chainmatch.rooms.exports.operations import EXPORT, find_export, written_file
from graph.domain.job import Job, JobState, remaining_seconds
from graph.store import Store
from graph.store.work import jobs

ROWS = 10


@dataclass(frozen=True)
class ShownExport:
    """An export with what can only be told at this moment; ``is_kept``: it can be fetched."""

    job: Job
    remaining: int | None
    is_kept: bool


def list_exports(store: Store, folder: Path, *, now: datetime) -> list[ShownExport]:
    """List the latest exports."""
    return [_shown(job, folder, now) for job in jobs.list_jobs(store, [EXPORT], skip=0, limit=ROWS)]


def show_export(store: Store, folder: Path, job_id: str, *, now: datetime) -> ShownExport:
    """Return one export. Raises NotFound."""
    return _shown(find_export(store, job_id), folder, now)


def _shown(job: Job, folder: Path, now: datetime) -> ShownExport:
    is_kept = job.state == JobState.DONE and written_file(folder, job).is_file()
    return ShownExport(job, remaining_seconds(job, now), is_kept)
