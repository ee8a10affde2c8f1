from graph.store import Store
from graph.store.map.search import save_mark
from graph.viewing.keeping import MOST_KEPT, keep


class Counting:
    """Reads, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_a_map_is_read_once_until_it_changes(store: Store) -> None:
    read = Counting()
    save_mark(store, "one")
    assert [keep(store, "a", read), keep(store, "a", read), keep(store, "b", read)] == [1, 1, 2]
    save_mark(store, "two")
    assert keep(store, "a", read) == 3


def test_a_map_without_a_mark_is_always_read(store: Store) -> None:
    read = Counting()
    assert [keep(store, "a", read), keep(store, "a", read)] == [1, 2]


def test_what_was_not_used_for_long_is_forgotten(store: Store) -> None:
    read = Counting()
    save_mark(store, "many")
    for key in range(MOST_KEPT):
        keep(store, key, read)
    assert keep(store, 0, read) == 1
    keep(store, "one more", read)
    assert keep(store, 0, read) == 1
    assert keep(store, 1, read) == MOST_KEPT + 2
