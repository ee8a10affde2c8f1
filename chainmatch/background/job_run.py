"""One job in the hands of a worker: its progress, its lease, and how it ends."""

import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import uuid4

from chainmatch.background.work import JobKind
from chainmatch.config import Config
from chainmatch.i18n import gettext
from graph.domain.job import Job
from graph.errors import Cancelled, ChainMatchError, GraphUnavailable
from graph.messages import Message, message
from graph.store import Store
from graph.store.history import hand
from graph.store.work import leases

BEAT_SECONDS = 1.0
WAIT_SECONDS = 1.0

Clock = Callable[[], datetime]

log = logging.getLogger("chainmatch.worker")


def process_name() -> str:
    """Name this process as the holder of jobs; no two get the same name."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:6]}"


class Interrupted(Cancelled):
    """The worker is asked to stop: the job goes back to the queue."""


class LeaseLost(Cancelled):
    """Another worker has taken the job over: nothing more may be written about it."""


class JobRun:
    """A claimed job from its start to its recorded end; the Progress that the work reports to.

    Reporting costs nothing: only the pulse writes to the graph, about once a second and from a
    thread of its own, so that a long silent step does not lose the lease either.
    """

    def __init__(self, store: Store, job: Job, stopping: threading.Event, clock: Clock) -> None:
        self._store = store
        self._job = job
        self._stopping = stopping
        self._clock = clock
        self._latest: tuple[int, int, Message] = (0, 0, Message())
        self._end: type[Cancelled] | None = None

    def __call__(self, done: int, total: int, note: Message) -> None:
        """Take note of progress. Raises Cancelled, Interrupted or LeaseLost to stop the work."""
        self._latest = (done, total, note)
        if self._end is not None:
            raise self._end
        if self._stopping.is_set():
            raise Interrupted

    def execute(self, kind: JobKind | None, config: Config) -> None:
        """Do the work and write down how it ended; while the database is away, wait for it."""
        record_end = self._run(kind, config)
        while True:
            try:
                record_end()
                return
            except GraphUnavailable:
                if self._stopping.wait(WAIT_SECONDS):
                    return  # the lease runs out, and another worker goes on

    def beat(self) -> None:
        """Save progress, renew the lease, learn whether somebody cancelled."""
        done, total, note = self._latest
        try:
            asked = leases.beat(
                self._store, self._job, done=done, total=total, note=note, at=self._clock()
            )
        except GraphUnavailable:
            return  # the next beat tries again; the work itself will notice too
        if asked is None:
            self._end = LeaseLost
        elif asked:
            self._end = Cancelled

    @contextmanager
    def pulse(self) -> Iterator[None]:
        """Keep the lease while the block runs."""
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

    def _run(self, kind: JobKind | None, config: Config) -> Callable[[], object]:
        """Do the work and return the statement that records how it ended."""
        if kind is None:
            return self._fail(message("这个版本不认识任务类型 %(kind)s。", kind=self._job.kind))
        try:
            about = str(self._job.params.get("file", ""))
            with self.pulse(), hand.signed(self._job.created_by, about=about):
                outcome = kind.run(self._store, config, self._job, self)
        except (Cancelled, GraphUnavailable) as error:
            return self._stopped(error)
        except ChainMatchError as error:
            return self._fail(error.message)
        except Exception:
            log.exception(gettext("任务 %(id)s 出错", id=self._job.id))
            return self._fail(
                message(
                    "任务因内部错误停止，已写入的内容保留。详情见服务日志，任务编号 %(id)s。",
                    id=self._job.id,
                )
            )
        result, note = outcome.result, outcome.note
        return lambda: leases.finish(
            self._store, self._job, result=result, note=note, at=self._clock()
        )

    def _stopped(self, error: ChainMatchError) -> Callable[[], object]:
        if isinstance(error, LeaseLost):
            return lambda: None
        if isinstance(error, Interrupted):
            return lambda: leases.release(self._store, self._job, counts=False)
        if isinstance(error, GraphUnavailable):
            return lambda: leases.release(self._store, self._job, counts=True)
        return lambda: leases.end_cancelled(self._store, self._job, at=self._clock())

    def _fail(self, note: Message) -> Callable[[], object]:
        return lambda: leases.fail(self._store, self._job, note=note, at=self._clock())
