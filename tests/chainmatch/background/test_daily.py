from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from small_ledger import save_project

from chainmatch.background import daily
from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.formats import today
from chainmatch.i18n import speaking
from graph.domain.job import JobState
from graph.store import Store
from graph.store.followup import bulletins, orders
from graph.store.work import jobs

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # half past eight in Shanghai
NIGHT = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)  # half past four
NEXT_DAY = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
NEW_YEAR = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)


def ask(store: Store, *moments: datetime) -> None:
    for moment in moments:
        daily.Daily(store, KINDS, lambda moment=moment: moment).ask()


def asked(store: Store) -> list[str]:
    return sorted(job.id for job in jobs.list_jobs(store, list(daily.DUE), skip=0, limit=50))


def turns_of(day: str) -> list[str]:
    every_day = ("map-survey-daily", "projects-daily", "search-alerts")
    return [f"bulletin-monthly:{day[:7]}", *(f"{kind}:{day}" for kind in every_day)]


def test_several_workers_make_one_job_a_day(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _number: ask(store, MORNING), range(8)))
    assert asked(store) == turns_of("2026-11-23")


@pytest.mark.parametrize(
    ("moments", "turns"),
    [
        ((NIGHT,), []),
        ((MORNING, NEXT_DAY), turns_of("2026-11-23")),
        ((NEW_YEAR,), turns_of("2027-01-01")),
    ],
)
def test_a_turn_begins_in_the_morning_of_the_city(
    store: Store, moments: tuple[datetime, ...], turns: list[str]
) -> None:
    ask(store, *moments[:1])
    assert asked(store) == turns
    ask(store, *moments)
    more = turns_of("2026-11-24") if NEXT_DAY in moments else []
    assert asked(store) == sorted({*turns, *more})


def test_a_finished_turn_does_not_come_back(store: Store, config: Config) -> None:
    save_project(store, required=900_000_000, required_by="2026-02-01")
    worker = Worker(store, config, KINDS)
    daily.Daily(store, KINDS, lambda: MORNING).ask()
    assert [worker.run_one() for _turn in range(5)] == [True, True, True, True, False]
    ask(store, MORNING)
    assert worker.run_one() is False
    done = jobs.find_job(store, "projects-daily:2026-11-23")
    assert (done.state, str(done.note)) == (
        JobState.DONE,
        "灯色变化 1 个；督办单新发 1 份，升级约谈 0 份，办结 0 份。",
    )
    (order,) = orders.list_open(store)
    assert order.issued == today().isoformat()
    (bulletin,) = bulletins.list_bulletins(store)
    assert (bulletin.created_by, bulletin.is_frozen) == ("", False)


def test_a_worker_that_speaks_english_drafts_the_bulletin_in_chinese(
    store: Store, config: Config
) -> None:
    save_project(store)
    ask(store, MORNING)
    worker = Worker(store, config, KINDS)
    with speaking("en"):
        assert [worker.run_one() for _turn in range(4)] == [True, True, True, True]
    (bulletin,) = bulletins.list_bulletins(store)
    month = today().replace(day=1) - timedelta(days=1)
    assert bulletin.texts["title"] == f"长沙市签约项目月通报（{month.year} 年 {month.month} 月）"


def test_without_projects_no_bulletin_is_drafted(store: Store, config: Config) -> None:
    ask(store, MORNING)
    worker = Worker(store, config, KINDS)
    assert [worker.run_one() for _turn in range(4)] == [True, True, True, True]
    assert bulletins.list_bulletins(store) == []
    assert jobs.find_job(store, "bulletin-monthly:2026-11").state == JobState.DONE


def test_a_worker_without_these_kinds_asks_for_nothing(store: Store) -> None:
    daily.Daily(store, {}, lambda: MORNING).ask()
    assert asked(store) == []
