"""One job in the hands of a worker: its progress, its lease, and how it ends."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from chainmatch.config import Config
from chainmatch.i18n import gettext
from chainmatch.work import JobKind
from graph.domain.clock import now
from graph.domain.job import Job
from graph.errors import Cancelled, ChainMatchError, GraphUnavailable
from graph.messages import Message, message
from graph.store import Store, leases

BEAT_SECONDS = 1.0
WAIT_SECONDS = 1.0

log = logging.getLogger("chainmatch.worker")


class Interrupted(Cancelled):
    """The worker is asked to stop: the job goes back to the queue."""


class LeaseLost(Cancelled):
    """Another worker has taken the job over: nothing more may be written about it."""


class JobRun:
    """The Progress that a job reports to, and the pulse that saves it about once a second.

    Reporting costs nothing: only the pulse writes to the graph, from a thread of its own, so that
    a long silent step does not lose the lease either.
    """

    def __init__(self, store: Store, job: Job, stopping: threading.Event) -> None:
        self._store = store
        self._job = job
        self._stopping = stopping
        self._latest: tuple[int, int, Message] = (0, 0, Message(""))
        self._end: type[Cancelled] | None = None

    def __call__(self, done: int, total: int, note: Message) -> None:
        """Take note of progress. Raises Cancelled, Interrupted or LeaseLost to stop the work."""
        self._latest = (done, total, note)
        if self._end is not None:
            raise self._end("任务已停止。")
        if self._stopping.is_set():
            raise Interrupted("任务已停止。")

    def beat(self) -> None:
        """Save progress, renew the lease, learn whether somebody cancelled."""
        done, total, note = self._latest
        try:
            asked = leases.beat(self._store, self._job, done=done, total=total, note=note, at=now())
        except GraphUnavailable:
            return  # the next beat tries again; the work itself will notice too
        if asked is None:
            self._end = LeaseLost
        elif asked:
            self._end = Cancelled

    @contextmanager
    def pulse(self) -> Iterator[None]:
        """Beat about once a second for the length of the block."""
        over = threading.Event()

        def go_on() -> None:
            while not over.wait(BEAT_SECONDS):
                self.beat()

        thread = threading.Thread(target=go_on, name="pulse", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def execute(
    store: Store, config: Config, kind: JobKind | None, job: Job, stopping: threading.Event
) -> None:
    """Run a claimed job to its end, and write that end down."""
    end = _run(store, config, kind, job, stopping)
    while True:
        try:
            end()
            return
        except GraphUnavailable:
            if stopping.wait(WAIT_SECONDS):
                return  # its lease runs out, and another worker goes on


def _run(
    store: Store, config: Config, kind: JobKind | None, job: Job, stopping: threading.Event
) -> Callable[[], object]:
    """Do the work and return the statement that records how it ended."""
    if kind is None:
        note = message("这个版本不认识任务类型 %(kind)s。", kind=job.kind)
        return lambda: leases.fail(store, job, note=note, at=now())
    run = JobRun(store, job, stopping)
    try:
        with run.pulse():
            outcome = kind.run(store, config, job, run)
    except (Cancelled, GraphUnavailable) as error:
        return _stopped(store, job, error)
    except ChainMatchError as error:
        note = error.message
        return lambda: leases.fail(store, job, note=note, at=now())
    except Exception:
        log.exception(gettext("任务 %(id)s 出错", id=job.id))
        note = message(
            "任务因内部错误停止，已写入的内容保留。详情见服务日志，任务编号 %(id)s。", id=job.id
        )
        return lambda: leases.fail(store, job, note=note, at=now())
    return lambda: leases.finish(store, job, result=outcome.result, note=outcome.note, at=now())


def _stopped(store: Store, job: Job, error: ChainMatchError) -> Callable[[], object]:
    if isinstance(error, LeaseLost):
        return lambda: None
    if isinstance(error, Interrupted):
        return lambda: leases.release(store, job, counts=False)
    if isinstance(error, GraphUnavailable):
        return lambda: leases.release(store, job, counts=True)
    return lambda: leases.end_cancelled(store, job, at=now())
