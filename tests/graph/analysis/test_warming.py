"""A large map is read beside the requests."""

import pytest
from small_map import AT, save_hydraulics

from graph.analysis.keeping import STEPS, peek
from graph.analysis.warming import LARGE, is_large, warm
from graph.derive import figures
from graph.store import Store
from graph.store.map.search import save_mark
from graph.store.settings import save_setting

READ_SECONDS = 60.0


def test_it_is_begun_once_and_then_at_hand(store: Store) -> None:
    save_hydraulics(store)
    save_mark(store, "warm one")
    assert peek(store, AT) is None
    warming = warm(store, AT)
    assert warming is not None
    warming.wait(READ_SECONDS)
    assert (warming.is_over, warming.error, warming.done) == (True, None, STEPS - 1)
    assert warm(store, AT) is None
    network = peek(store, AT)
    assert network is not None
    assert network.at == AT


def test_another_map_is_read_again(store: Store) -> None:
    save_hydraulics(store)
    for mark in ("warm two", "warm three"):
        save_mark(store, mark)
        warming = warm(store, AT)
        assert warming is not None
        warming.wait(READ_SECONDS)
        assert warm(store, AT) is None


def test_what_went_wrong_is_told_to_the_next(store: Store) -> None:
    save_mark(store, "warm four")
    odd = "\ud800"  # no text that the driver can send
    warming = warm(store, odd)
    assert warming is not None
    warming.wait(READ_SECONDS)
    with pytest.raises(UnicodeEncodeError):
        warm(store, odd)


def test_how_large_is_read_from_what_was_counted(store: Store) -> None:
    save_hydraulics(store)
    figures.refresh(store)
    assert not is_large(store)
    save_setting(store, f"{figures.PREFIX}links", str(LARGE + 1))
    assert is_large(store)
