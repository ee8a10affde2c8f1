import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from chainmatch.background.work import JobKind, Outcome
from chainmatch.background.worker import Worker
from chainmatch.config import ROOT, Config
from chainmatch.i18n import speaking, translate
from graph.domain.clock import now
from graph.domain.job import LEASE_SECONDS, Job, JobState
from graph.domain.progress import Progress
from graph.embedded import EmbeddedServer
from graph.errors import BadInput
from graph.messages import message
from graph.store import Store
from graph.store.migrations import migrate
from graph.store.work import jobs, workers

WAIT_SECONDS = 30
SLOW_WORKER = Path(__file__).with_name("slow_worker.py")


def count(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    for step in range(job.params["to"]):
        progress(step, job.params["to"], message("正在读取文件"))
    return Outcome(message("导入完成"), {"counted": job.params["to"]})


def refuse(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    raise BadInput("第 %(row)s 行：%(reason)s", row=3, reason=message("邮箱"))


def break_down(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    raise ZeroDivisionError


def dawdle(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    while True:
        progress(1, 4, message("正在读取文件"))
        time.sleep(0.02)


KINDS = {
    kind.name: kind
    for kind in (
        JobKind("count", count),
        JobKind("refuse", refuse),
        JobKind("break", break_down),
        JobKind("slow", dawdle),
    )
}


@pytest.fixture
def worker(store: Store, config: Config) -> Worker:
    return Worker(store, config, KINDS)


@pytest.fixture
def environment(config: Config) -> dict[str, str]:
    """What makes a process of its own use the same graph."""
    found = {**os.environ, "CHAINMATCH_HOME": str(config.home), "PYTHONPATH": str(ROOT)}
    if config.graph is not None:
        found["CHAINMATCH_GRAPH_URL"] = config.graph.url
        found["CHAINMATCH_GRAPH_USER"] = config.graph.user
        found["CHAINMATCH_GRAPH_PASSWORD"] = config.graph.password
        found["CHAINMATCH_GRAPH_DATABASE"] = config.graph.database
    return found


def enqueue(store: Store, kind: str) -> Job:
    return jobs.enqueue(store, kind=kind, params={"to": 3}, created_by="a@test.example", at=now())


def wait_for(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@contextmanager
def running(worker: Worker) -> Iterator[None]:
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join(WAIT_SECONDS)
        assert not thread.is_alive()


def test_a_job_is_done_with_its_result(store: Store, worker: Worker) -> None:
    job = enqueue(store, "count")
    assert worker.run_one()
    done = jobs.find_job(store, job.id)
    assert (done.state, done.result, done.worker) == (JobState.DONE, {"counted": 3}, worker.id)
    assert not worker.run_one()


def test_a_failure_is_told_in_each_readers_language(store: Store, worker: Worker) -> None:
    job = enqueue(store, "refuse")
    worker.run_one()
    failed = jobs.find_job(store, job.id)
    assert failed.state == JobState.FAILED
    with speaking("zh"):
        assert translate(failed.note) == "第 3 行：邮箱"
    with speaking("en"):
        assert translate(failed.note) != "第 3 行：邮箱"


def test_a_fault_ends_the_job_with_its_number_and_not_the_worker(
    store: Store, worker: Worker
) -> None:
    broken, next_one = enqueue(store, "break"), enqueue(store, "count")
    assert worker.run_one()
    assert worker.run_one()
    failed = jobs.find_job(store, broken.id)
    assert failed.state == JobState.FAILED
    assert failed.note.values == {"id": broken.id}
    assert jobs.find_job(store, next_one.id).state == JobState.DONE


def test_an_unknown_kind_fails(store: Store, worker: Worker) -> None:
    job = enqueue(store, "from a later version")
    worker.run_one()
    note = jobs.find_job(store, job.id).note
    assert str(note) == "这个版本不认识任务类型 from a later version。"


def test_progress_is_saved_and_a_cancel_takes_effect(store: Store, worker: Worker) -> None:
    job = enqueue(store, "slow")
    with running(worker):
        wait_for(lambda: jobs.find_job(store, job.id).total)
        seen = jobs.find_job(store, job.id)
        assert (seen.done, seen.total, str(seen.note)) == (1, 4, "正在读取文件")
        (alive,) = workers.list_alive(store, at=now())
        assert alive.id == worker.id
        jobs.cancel(store, job.id, at=now())
        wait_for(lambda: not jobs.find_job(store, job.id).is_live)
    assert jobs.find_job(store, job.id).state == JobState.CANCELLED
    assert workers.list_alive(store, at=now()) == []


def test_a_stopped_worker_gives_its_job_back(store: Store, worker: Worker) -> None:
    job = enqueue(store, "slow")
    with running(worker):
        wait_for(lambda: jobs.find_job(store, job.id).state == JobState.RUNNING)
    given_back = jobs.find_job(store, job.id)
    assert (given_back.state, given_back.attempts) == (JobState.QUEUED, 0)


def later() -> datetime:
    return now() + timedelta(seconds=LEASE_SECONDS + 5)


def test_a_killed_workers_job_is_taken_over(
    store: Store, config: Config, environment: dict[str, str]
) -> None:
    job = enqueue(store, "slow")
    killed = subprocess.Popen(
        [sys.executable, str(SLOW_WORKER)], env=environment, stderr=subprocess.DEVNULL
    )
    wait_for(lambda: jobs.find_job(store, job.id).done)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    heir = Worker(store, config, {"slow": JobKind("slow", count)}, clock=later)
    assert heir.run_one()
    done = jobs.find_job(store, job.id)
    assert (done.state, done.attempts, done.worker) == (JobState.DONE, 2, heir.id)


def test_the_worker_command_works_until_it_is_terminated(
    store: Store, environment: dict[str, str]
) -> None:
    job = enqueue(store, "count")
    process = subprocess.Popen(
        [sys.executable, "-m", "chainmatch.cli", "worker"],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: not jobs.find_job(store, job.id).is_live)
    process.send_signal(signal.SIGTERM)
    assert process.wait(WAIT_SECONDS) == 0
    assert workers.list_alive(store, at=now()) == []


def test_a_worker_outlives_its_database(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    server.start()
    config = Config(home=tmp_path)
    store = Store(config.locate)
    migrate(store)
    try:
        with running(Worker(store, config, KINDS)):
            assert server.pid is not None
            os.kill(server.pid, signal.SIGKILL)
            wait_for(lambda: not server.is_alive)
            time.sleep(1.5)
            server.start()
            job = enqueue(store, "count")
            wait_for(lambda: not jobs.find_job(store, job.id).is_live)
            assert jobs.find_job(store, job.id).state == JobState.DONE
    finally:
        store.close()
        server.stop()
