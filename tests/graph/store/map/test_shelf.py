from graph.store import Store
from graph.store.map.search import save_mark
from graph.store.map.shelf import Shelf

MOST = 3


class Counting:
    """Reads, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_a_map_is_read_once_until_it_changes(store: Store) -> None:
    read, shelf = Counting(), Shelf(MOST)
    save_mark(store, "one")
    assert [
        shelf.keep(store, "a", read),
        shelf.keep(store, "a", read),
        shelf.keep(store, "b", read),
    ] == [1, 1, 2]
    save_mark(store, "two")
    assert shelf.keep(store, "a", read) == 3


def test_a_map_without_a_mark_is_always_read(store: Store) -> None:
    read, shelf = Counting(), Shelf(MOST)
    assert [shelf.keep(store, "a", read), shelf.keep(store, "a", read)] == [1, 2]


def test_what_was_not_used_for_long_is_forgotten(store: Store) -> None:
    read, shelf = Counting(), Shelf(MOST)
    save_mark(store, "many")
    for key in range(MOST):
        shelf.keep(store, key, read)
    assert shelf.keep(store, 0, read) == 1
    shelf.keep(store, "one more", read)
    assert shelf.keep(store, 0, read) == 1
    assert shelf.keep(store, 1, read) == MOST + 2


def test_a_peek_reads_nothing(store: Store) -> None:
    read, shelf = Counting(), Shelf(MOST)
    save_mark(store, "peeked")
    assert shelf.peek(store, "a") is None
    shelf.keep(store, "a", read)
    assert (shelf.peek(store, "a"), read.times) == (1, 1)
    save_mark(store, "changed")
    assert shelf.peek(store, "a") is None


def test_what_is_large_is_read_each_time(store: Store) -> None:
    read, shelf = Counting(), Shelf(MOST)
    save_mark(store, "large")
    assert [shelf.keep(store, "a", read, is_small=lambda found: found > 1) for _ in "abc"] == [
        1,
        2,
        2,
    ]
