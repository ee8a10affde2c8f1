import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.clock import instant_text
from graph.domain.job import LEASE_SECONDS, MAX_ATTEMPTS, Job, JobState, remaining_seconds
from graph.embedded import Endpoint
from graph.errors import Conflict, NotFound
from graph.messages import Message, message
from graph.store import Store
from graph.store.work import jobs, leases

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
RACERS = 8
RACE_JOBS = 40

CLAIM_ALL = """
import sys
from graph.domain.clock import parse_instant
from graph.embedded import Endpoint
from graph.store import Store
from graph.store.work import leases

store = Store(lambda: Endpoint(*sys.argv[1:5]))
at = parse_instant(sys.argv[5])
sys.stdin.read(1)
while job := leases.claim(store, worker="second process", at=at):
    print(job.id)
store.close()
"""


def enqueue(store: Store, *, key: str = "", lane: str = "", seconds: int = 0) -> Job:
    return jobs.enqueue(
        store,
        kind="count",
        params={"to": 3},
        created_by="a@test.example",
        at=NOON + timedelta(seconds=seconds),
        key=key,
        lane=lane,
    )


def claim(store: Store, worker: str = "w1", *, seconds: int = 60) -> Job | None:
    return leases.claim(store, worker=worker, at=NOON + timedelta(seconds=seconds))


def claimed(store: Store, worker: str = "w1", *, seconds: int = 60) -> Job:
    job = claim(store, worker, seconds=seconds)
    assert job is not None
    return job


def test_a_job_goes_from_queue_to_done(store: Store) -> None:
    queued = enqueue(store)
    assert (queued.state, queued.params, queued.created_at) == (
        JobState.QUEUED,
        {"to": 3},
        "2026-11-23T12:00:00.000000Z",
    )
    job = claimed(store)
    assert (job.id, job.state, job.worker, job.attempts) == (queued.id, JobState.RUNNING, "w1", 1)
    note = message("已读 %(rows)s 行。", rows=3)
    assert leases.beat(store, job, done=1, total=3, note=note, at=NOON) is False
    assert jobs.find_job(store, job.id).note == note
    assert leases.finish(store, job, result={"new": 3}, note=note, at=NOON)
    done = jobs.find_job(store, job.id)
    assert (done.state, done.result, done.done, done.finished_at) == (
        JobState.DONE,
        {"new": 3},
        3,
        "2026-11-23T12:00:00.000000Z",
    )
    assert claim(store, seconds=9999) is None


def test_an_unknown_job_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        jobs.find_job(store, "nothing")


@pytest.mark.parametrize("count", [1, 3])
def test_jobs_are_listed_newest_first(store: Store, count: int) -> None:
    made = [enqueue(store, seconds=second).id for second in range(count)]
    listed = [job.id for job in jobs.list_jobs(store, ["count"], skip=0, limit=10)]
    assert listed == made[::-1]
    assert jobs.count_jobs(store, ["count"]) == count
    assert jobs.list_jobs(store, ["other"], skip=0, limit=10) == []


def test_the_same_key_makes_one_living_job(store: Store) -> None:
    first = enqueue(store, key="import:csv:abc")
    assert enqueue(store, key="import:csv:abc") == first
    leases.finish(store, claimed(store), result={}, note=Message(), at=NOON)
    assert enqueue(store, key="import:csv:abc").id != first.id


def test_a_double_click_on_several_web_workers_makes_one_job(store: Store) -> None:
    with ThreadPoolExecutor(RACERS) as pool:
        made = list(pool.map(lambda _: enqueue(store, key="same").id, range(RACERS)))
    assert len(set(made)) == 1
    assert jobs.count_jobs(store, ["count"]) == 1


def test_each_job_has_exactly_one_winner_among_threads_and_processes(
    store: Store, endpoint: Endpoint
) -> None:
    made = {enqueue(store, seconds=-second).id for second in range(RACE_JOBS)}
    other = subprocess.Popen(
        [
            sys.executable,
            "-c",
            CLAIM_ALL,
            endpoint.url,
            endpoint.user,
            endpoint.password,
            endpoint.database,
            instant_text(NOON),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[4],
    )

    def claim_all(worker: int) -> list[str]:
        won = []
        while job := leases.claim(store, worker=f"thread {worker}", at=NOON):
            won.append(job.id)
        return won

    with ThreadPoolExecutor(RACERS) as pool:
        here = pool.map(claim_all, range(RACERS))
        there, _ = other.communicate("g", timeout=60)
        assert other.returncode == 0
        won = [job for wins in here for job in wins] + there.split()
    assert sorted(won) == sorted(made)


def test_jobs_of_one_lane_run_one_after_the_other(store: Store) -> None:
    first, second = (enqueue(store, lane="map", seconds=second).id for second in range(2))
    job = claimed(store)
    assert job.id == first
    assert claim(store, "w2") is None
    leases.finish(store, job, result={}, note=Message(), at=NOON)
    assert claimed(store, "w2").id == second


def test_work_that_can_wait_comes_after_all_other(store: Store) -> None:
    slow = jobs.enqueue(store, kind="export", params={}, created_by="a@b", at=NOON)
    first, second = enqueue(store, seconds=10), enqueue(store, seconds=20)
    order = [leases.claim(store, worker="w", at=NOON, patient=["export"]) for _ in range(3)]
    assert [job and job.id for job in order] == [first.id, second.id, slow.id]


def test_a_dead_workers_job_is_taken_over_and_it_can_no_longer_write(store: Store) -> None:
    enqueue(store, lane="map")
    dead = claimed(store, "w1", seconds=0)
    assert claim(store, "w2", seconds=LEASE_SECONDS - 1) is None
    taken = claimed(store, "w2", seconds=LEASE_SECONDS + 1)
    assert (taken.id, taken.worker, taken.attempts) == (dead.id, "w2", 2)
    assert leases.beat(store, dead, done=1, total=2, note=Message(), at=NOON) is None
    assert not leases.finish(store, dead, result={}, note=Message(), at=NOON)
    assert leases.finish(store, taken, result={}, note=Message(), at=NOON)


def test_a_beat_renews_the_lease(store: Store) -> None:
    enqueue(store)
    job = claimed(store, seconds=0)
    late = NOON + timedelta(seconds=LEASE_SECONDS - 1)
    leases.beat(store, job, done=0, total=0, note=Message(), at=late)
    assert claim(store, "w2", seconds=LEASE_SECONDS + 1) is None


def test_after_three_attempts_the_job_fails_with_a_clear_sentence(store: Store) -> None:
    enqueue(store)
    step = LEASE_SECONDS + 1
    attempts = [claimed(store, seconds=step * turn).attempts for turn in range(MAX_ATTEMPTS)]
    assert attempts == [1, 2, 3]
    assert claim(store, seconds=step * MAX_ATTEMPTS) is None
    (job,) = jobs.list_jobs(store, ["count"], skip=0, limit=2)
    assert job.state == JobState.FAILED
    assert str(job.note) == (
        "任务中断了 3 次（处理进程意外退出或数据库失去连接），已停止重试；"
        "已写入的内容保留，重新运行会接着完成。"
    )


def test_a_released_job_waits_again_and_the_attempt_counts_only_if_said(store: Store) -> None:
    enqueue(store)
    assert leases.release(store, claimed(store), counts=False)
    again = claimed(store)
    assert again.attempts == 1
    assert leases.release(store, again, counts=True)
    assert claimed(store).attempts == 2


def test_a_queued_job_is_cancelled_at_once(store: Store) -> None:
    job = enqueue(store, key="k")
    assert jobs.cancel(store, job.id, at=NOON)
    assert jobs.find_job(store, job.id).state == JobState.CANCELLED
    assert claim(store) is None
    assert not jobs.cancel(store, job.id, at=NOON)
    assert jobs.find_live(store, "k") is None


def test_a_running_job_is_asked_to_stop(store: Store) -> None:
    enqueue(store)
    job = claimed(store)
    assert jobs.cancel(store, job.id, at=NOON)
    assert leases.beat(store, job, done=1, total=2, note=Message(), at=NOON) is True
    assert leases.end_cancelled(store, job, at=NOON)
    assert jobs.find_job(store, job.id).state == JobState.CANCELLED


def test_a_cancelled_job_of_a_dead_worker_is_not_run_again(store: Store) -> None:
    enqueue(store)
    job = claimed(store, seconds=0)
    jobs.cancel(store, job.id, at=NOON)
    assert claim(store, "w2", seconds=LEASE_SECONDS + 1) is None
    assert jobs.find_job(store, job.id).state == JobState.CANCELLED


def test_a_failed_job_is_queued_again_unless_its_twin_lives(store: Store) -> None:
    failed = enqueue(store, key="k")
    leases.fail(store, claimed(store), note=message("没有这个文件。"), at=NOON)
    twin = enqueue(store, key="k")
    with pytest.raises(Conflict, match="相同的任务正在进行"):
        jobs.retry(store, failed.id, at=NOON)
    jobs.cancel(store, twin.id, at=NOON)
    assert jobs.retry(store, failed.id, at=NOON)
    again = jobs.find_job(store, failed.id)
    assert (again.state, again.attempts, again.note) == (JobState.QUEUED, 0, Message())
    assert not jobs.retry(store, failed.id, at=NOON)


def test_the_remaining_time_follows_the_pace_so_far() -> None:
    job = Job("1", "count", JobState.RUNNING, done=25, total=100, started_at=NOON.isoformat())
    assert remaining_seconds(job, NOON + timedelta(seconds=10)) == 30
    assert remaining_seconds(job, NOON + timedelta(seconds=1)) is None
    unknown = Job("1", "count", JobState.RUNNING, started_at=NOON.isoformat())
    assert remaining_seconds(unknown, NOON + timedelta(seconds=10)) is None
