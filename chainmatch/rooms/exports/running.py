"""The export as the worker runs it."""

import errno
import shutil
import time
from datetime import date
from pathlib import Path

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.map_day import day_of
from chainmatch.rooms.exports.operations import EXPORT, written_file
from chainmatch.rooms.exports.parts import kept_scope
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.errors import ChainMatchError
from graph.exchange.exporting import Exported, export_map
from graph.messages import message
from graph.store import Store
from graph.store.bulk.exports import EVER, Day
from graph.store.merging import count_merges_since
from graph.viewing.held import Held, read_held

KEPT_DAYS = 7
DAY_SECONDS = 24 * 3600


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Write the map or a view of it; clear away what is a week old. Raises Cancelled."""
    _clear(config.exports, before=time.time() - KEPT_DAYS * DAY_SECONDS)
    path = written_file(config.exports, job)
    path.parent.mkdir(parents=True, exist_ok=True)
    at = job.params.get("at")
    day = day_of(date.fromisoformat(at)) if at else EVER
    view = job.params.get("view")
    held = read_held(store, kept_scope(view), day, progress) if view else None
    exported = _write(store, path, job.params["form"], day, held, progress)
    note = message(
        "共 %(nodes)s 个节点，%(links)s 条关系。",
        nodes=f"{exported.nodes:,}",
        links=f"{exported.links:,}",
    )
    merged = count_merges_since(store, day.over)
    left_out = held.left_out if held else 0
    return Outcome(note, {"size": path.stat().st_size, "merged": merged, "left_out": left_out})


def _write(
    store: Store, path: Path, form: str, day: Day, held: Held | None, progress: Progress
) -> Exported:
    only = held.codes if held else None
    try:
        return export_map(store, path, form=form, day=day, only=only, force=True, progress=progress)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise ChainMatchError("磁盘空间不足，没有导出。请清理后重试。") from error
        raise


def _clear(folder: Path, *, before: float) -> None:
    if not folder.is_dir():
        return
    for kept in folder.iterdir():
        if kept.stat().st_mtime < before:
            shutil.rmtree(kept, ignore_errors=True)


KIND = JobKind(EXPORT, run, can_wait=True)
