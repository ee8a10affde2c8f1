import time

import pytest
from small_map import save_enterprises

from graph.derive import refresh
from graph.search import table, warm
from graph.search.table import find_table
from graph.store import Store

WAIT_SECONDS = 20


def wait_for(store: Store, *codes: str) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while sorted(find_table(store).entries) != sorted(codes):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def save(store: Store, *names: str) -> None:
    save_enterprises(store, *names)
    refresh(store)


def test_a_small_table_is_read_at_once(store: Store) -> None:
    save(store, "甲")
    assert list(find_table(store).entries) == ["name:甲"]
    save(store, "乙")
    assert list(find_table(store).entries) == ["name:乙", "name:甲"]


def test_a_large_table_is_read_beside_the_searches(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "READ_AT_ONCE", 0)
    save(store, "甲")
    wait_for(store, "name:甲")
    save(store, "乙")
    assert list(find_table(store).entries) == ["name:甲"]
    wait_for(store, "name:甲", "name:乙")


def test_a_table_is_read_before_anybody_asks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, "甲")
    find_table(store)
    save(store, "乙")
    warm(store)
    while store in table._being_read:
        time.sleep(0.02)
    monkeypatch.setattr(table, "_read", None)
    assert list(find_table(store).entries) == ["name:乙", "name:甲"]
