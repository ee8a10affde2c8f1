import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.map_lane import COMMAND, MAP_LANE, holding_map_lane
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.i18n import translate
from graph.domain.clock import now
from graph.domain.job import LEASE_SECONDS, Job, JobState
from graph.domain.progress import silent
from graph.errors import BadInput
from graph.messages import Message, message
from graph.store import Store
from graph.store.work import jobs, leases


def commands(store: Store) -> list[Job]:
    return jobs.list_jobs(store, [COMMAND], skip=0, limit=10)


def told(job: Job) -> tuple[JobState, str]:
    return job.state, translate(job.note)


def test_a_command_holds_the_lane_while_it_runs(store: Store) -> None:
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int, note: Message) -> None:
        heard.append((done, total))

    with holding_map_lane(store, hear, command="import csv a.csv") as report:
        report(1, 2, message("正在读取文件"))
        assert [job.state for job in commands(store)] == [JobState.RUNNING]
    assert heard == [(1, 2)]
    assert [told(job) for job in commands(store)] == [(JobState.DONE, "命令已完成。")]


def test_a_refused_command_frees_the_lane_and_keeps_its_reason(store: Store) -> None:
    with (
        pytest.raises(BadInput),
        holding_map_lane(store, silent, command="import csv a.csv"),
    ):
        raise BadInput("邮箱")
    assert [told(job) for job in commands(store)] == [(JobState.FAILED, "邮箱")]
    with holding_map_lane(store, silent, command="import csv a.csv"):
        pass


def test_two_commands_never_write_at_once(store: Store) -> None:
    inside: list[int] = []
    seen: list[list[int]] = []

    def write(number: int) -> None:
        with holding_map_lane(store, silent, command="import csv a.csv"):
            inside.append(number)
            time.sleep(0.1)
            seen.append(list(inside))
            inside.remove(number)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))
    assert sorted(seen) == [[0], [1], [2]]


def test_a_job_from_the_browser_waits_for_the_command(store: Store, config: Config) -> None:
    asked = jobs.enqueue(
        store, kind="count", params={}, created_by="a@test.example", at=now(), lane=MAP_LANE
    )
    worker = Worker(store, config, KINDS)
    with holding_map_lane(store, silent, command="import csv a.csv"):
        assert not worker.run_one()
    assert worker.run_one()
    assert not jobs.find_job(store, asked.id).is_live


def test_what_a_killed_command_left_behind_is_ended(store: Store, config: Config) -> None:
    long_ago = now() - timedelta(seconds=LEASE_SECONDS + 1)
    left = leases.begin(
        store, kind=COMMAND, lane=MAP_LANE, params={}, created_by="", worker="dead", at=long_ago
    )
    assert left is not None
    with holding_map_lane(store, silent, command="import csv a.csv"):
        assert jobs.find_job(store, left.id).state == JobState.QUEUED
    assert Worker(store, config, KINDS).run_one()
    assert told(jobs.find_job(store, left.id)) == (
        JobState.FAILED,
        "命令行里的操作中断了；已写入的内容保留，重新运行同一命令会接着完成。",
    )
