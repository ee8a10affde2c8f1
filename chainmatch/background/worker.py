"""The loop of ``chainmatch worker``: takes jobs from the graph one at a time, and outlives it.

Beside it, in threads of their own, the worker says that it lives, empties the outbox, and makes
the rounds.
"""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence

from chainmatch.background.daily import Daily
from chainmatch.background.job_run import Clock, JobRun, process_name
from chainmatch.background.rounds import Round, Watchman
from chainmatch.background.work import JobKind
from chainmatch.config import Config
from chainmatch.i18n import gettext, translate
from chainmatch.mail.delivering import Postman
from graph.domain.clock import now
from graph.domain.job import Job
from graph.errors import GraphUnavailable
from graph.store import Store
from graph.store.work import jobs, leases, workers

POLL_SECONDS = 1.0
SEEN_SECONDS = 5.0
POSTMAN_SECONDS = 5.0
"""A letter on its way is waited for so long at the end; its lease brings back one cut off."""

log = logging.getLogger("chainmatch.worker")


class Worker:
    """Polls for jobs until told to stop. Several may run, on one machine or on many."""

    def __init__(
        self,
        store: Store,
        config: Config,
        kinds: Mapping[str, JobKind],
        clock: Clock = now,
        rounds: Sequence[Round] = (),
    ) -> None:
        self.id = process_name()
        self._store = store
        self._config = config
        self._kinds = kinds
        self._clock = clock
        self._started_at = clock()
        self._stopping = threading.Event()
        self._present = ""
        self._is_cut_off = False
        self._postman = Postman(store, config, self.id, clock)
        self._watchman = Watchman(store, config, rounds, clock)
        self._daily = Daily(store, kinds, clock)

    def stop(self) -> None:
        """End the loop; a running job goes back to the queue at its next step."""
        self._stopping.set()

    def run(self) -> None:
        """Work until ``stop``; a database that is away is waited for."""
        log.info(gettext("任务处理进程 %(id)s 已就绪", id=self.id))
        told = threading.Thread(target=self._tell, name="alive", daemon=True)
        told.start()
        posted = threading.Thread(
            target=self._postman.run, args=(self._stopping,), name="post", daemon=True
        )
        posted.start()
        watched = threading.Thread(
            target=self._watchman.run, args=(self._stopping,), name="rounds", daemon=True
        )
        watched.start()
        while not self._stopping.is_set():
            if not self._run_one_patiently():
                self._stopping.wait(POLL_SECONDS)
        told.join()
        posted.join(POSTMAN_SECONDS)
        watched.join(POSTMAN_SECONDS)
        log.info(gettext("任务处理进程 %(id)s 已停止", id=self.id))

    def run_one(self) -> bool:
        """Take one job and end it; False where there was none."""
        patient = [kind.name for kind in self._kinds.values() if kind.can_wait]
        job = leases.claim(self._store, worker=self.id, at=self._clock(), patient=patient)
        if job is None:
            return False
        self._present = job.id
        log.info(
            gettext("任务 %(id)s（%(kind)s）开始，第 %(attempt)s 次"),
            {"id": job.id, "kind": job.kind, "attempt": job.attempts},
        )
        try:
            run = JobRun(self._store, job, self._stopping, self._clock)
            run.execute(self._kinds.get(job.kind), self._config)
            self._log_end(job)
        finally:
            self._present = ""
        return True

    def _run_one_patiently(self) -> bool:
        try:
            self._daily.ask()
            worked = self.run_one()
        except GraphUnavailable as error:
            if not self._is_cut_off:
                log.warning(translate(error))
            self._is_cut_off = True
            return False
        if self._is_cut_off:
            log.info(gettext("图数据库已恢复，继续处理任务"))
        self._is_cut_off = False
        return worked

    def _log_end(self, job: Job) -> None:
        ended = jobs.find_job(self._store, job.id)
        log.info(
            gettext("任务 %(id)s 结束：%(state)s %(note)s"),
            {"id": job.id, "state": ended.state.value, "note": translate(ended.note)},
        )

    def _tell(self) -> None:
        """Say every few seconds that this worker lives, until it stops."""
        self._try(lambda: workers.forget_old(self._store, at=self._clock()))
        while True:
            self._try(
                lambda: workers.beat(
                    self._store,
                    self.id,
                    started_at=self._started_at,
                    job=self._present,
                    at=self._clock(),
                )
            )
            if self._stopping.wait(SEEN_SECONDS):
                break
        self._try(lambda: workers.forget(self._store, self.id))

    @staticmethod
    def _try(write: Callable[[], None]) -> None:
        try:
            write()
        except GraphUnavailable:
            return  # the loop itself reports it
