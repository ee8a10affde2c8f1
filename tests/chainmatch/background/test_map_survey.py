from datetime import UTC, datetime, timedelta

import pytest
from conftest import Doorman
from small_chain import save_chain, save_makers

from chainmatch.background import daily
from chainmatch.background.job_kinds import KINDS
from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.background.map_survey import BY, NAME
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.job import JobState
from graph.store import Store
from graph.store.work import jobs

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def mapped(store: Store) -> Store:
    save_chain(store)
    refresh(store)
    return store


def see_morning(store: Store, config: Config, days: int) -> list[tuple[str, JobState]]:
    """Let the worker see a morning so many days later; return who asked for surveys, and how."""
    daily.Daily(store, KINDS, lambda: MORNING + timedelta(days)).ask()
    worker = Worker(store, config, KINDS)
    while worker.run_one():
        pass
    return [(job.created_by, job.state) for job in jobs.list_jobs(store, [NAME], skip=0, limit=9)]


def test_a_morning_brings_a_survey_where_the_map_has_changed(
    mapped: Store, config: Config, doorman: Doorman
) -> None:
    done = (BY, JobState.DONE)
    assert see_morning(mapped, config, 0) == [done]
    assert see_morning(mapped, config, 1) == [done]
    save_makers(mapped, "test:钢", "甲")
    refresh(mapped)
    page = doorman.client(Role.ANALYST).get("/data-quality").text
    assert (page.count("图谱此后有变化"), page.count("系统自动统计。")) == (1, 1)
    assert see_morning(mapped, config, 2) == [done, done]
    page = doorman.client(Role.ANALYST).get("/data-quality").text
    assert page.count("图谱此后有变化") == 0


def test_what_is_being_surveyed_is_not_surveyed_twice(
    mapped: Store, config: Config, doorman: Doorman
) -> None:
    analyst = doorman.client(Role.ANALYST)
    analyst.post("/data-quality/surveys")
    asked = [("analyst@test.example", JobState.DONE)]
    assert see_morning(mapped, config, 0) == asked


def test_an_empty_map_is_not_surveyed(store: Store, config: Config) -> None:
    assert see_morning(store, config, 0) == []
    assert jobs.find_job(store, "map-survey-daily:2026-11-23").state == JobState.DONE


def test_what_is_changing_this_morning_is_surveyed_afterwards(
    mapped: Store, config: Config, doorman: Doorman
) -> None:
    assert len(see_morning(mapped, config, 0)) == 1
    save_makers(mapped, "test:钢", "甲")
    ask_for_refresh(mapped, created_by="x", at=MORNING + timedelta(1, 1))
    assert len(see_morning(mapped, config, 1)) == 2
    page = doorman.client(Role.ANALYST).get("/data-quality").text
    assert page.count("图谱此后有变化") == 0
