from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from graph.store import Store
from graph.store.people import throttles

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def fail(store: Store, seconds: float = 0, subject: str = "a@test.example") -> None:
    at = NOON + timedelta(seconds=seconds)
    throttles.record_failure(store, subject, at=at, seconds=300)


def failures(store: Store, seconds: float = 0, subject: str = "a@test.example") -> int:
    at = NOON + timedelta(seconds=seconds)
    return throttles.count_failures(store, subject, at=at, seconds=300)


def test_failures_count_for_their_time_and_subject(store: Store) -> None:
    fail(store)
    fail(store, 100)
    assert failures(store, 200) == 2
    assert failures(store, 350) == 1
    assert failures(store, 401) == 0
    assert failures(store, 200, "b@test.example") == 0


def test_old_failures_are_forgotten(store: Store) -> None:
    fail(store)
    fail(store, 1000, "b@test.example")
    (left,) = store.read("MATCH (t:Throttle) RETURN size(t.failures) AS number")
    assert left == {"number": 1}


def test_failures_of_several_processes_add_up(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: fail(store, number), range(8)))
    assert failures(store, 10) == 8
