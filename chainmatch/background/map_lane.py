"""The lane in which whoever writes the map works: jobs and commands, one after the other."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from chainmatch.background.job_run import JobRun, process_name
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.errors import ChainMatchError, Conflict, GraphUnavailable
from graph.messages import Message, message
from graph.store import Store
from graph.store.work import leases

MAP_LANE = "map"
COMMAND = "map-command"
WAIT_SECONDS = 1.0


@contextmanager
def holding_map_lane(store: Store, progress: Progress, *, command: str) -> Iterator[Progress]:
    """Wait until nobody else writes the map, then hold the lane while the block runs.

    Yields the progress to report to; it raises Cancelled where the lane was lost.
    """
    job = _wait_for_lane(store, progress, command)
    run = JobRun(store, job, threading.Event(), now)

    def report(done: int, total: int, note: Message) -> None:
        run(done, total, note)
        progress(done, total, note)

    try:
        with run.pulse():
            yield report
    except BaseException as error:
        with suppress(GraphUnavailable):  # the lease ends by itself
            leases.fail(store, job, note=_why(error), at=now())
        raise
    leases.finish(store, job, result={}, note=message("命令已完成。"), at=now())


def _wait_for_lane(store: Store, progress: Progress, command: str) -> Job:
    name = process_name()
    while True:
        job = leases.begin(
            store,
            kind=COMMAND,
            lane=MAP_LANE,
            params={"command": command},
            created_by="",
            worker=name,
            at=now(),
        )
        if job is not None:
            return job
        progress(0, 0, message("另一项导入正在写图谱，等它完成……"))
        time.sleep(WAIT_SECONDS)


def _why(error: BaseException) -> Message:
    if isinstance(error, ChainMatchError):
        return error.message
    return message("命令中断；已写入的内容保留，重新运行会接着完成。")


def _run_left_behind(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """End what a killed command left behind: only a person can give the command again."""
    raise Conflict("命令行里的操作中断了；已写入的内容保留，重新运行同一命令会接着完成。")


KIND = JobKind(COMMAND, _run_left_behind)
