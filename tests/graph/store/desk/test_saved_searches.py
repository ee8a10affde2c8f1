"""Saved searches in the graph."""

from datetime import UTC, datetime

import pytest

from graph.domain.account import Account, Role
from graph.domain.saved_search import MOST_SEARCHES
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.desk import saved_searches
from graph.store.people import accounts

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ME, OTHER = "me@test.example", "other@test.example"


@pytest.fixture
def people(store: Store) -> Store:
    for email in (ME, OTHER):
        accounts.create_account(store, Account(email, "我", Role.ANALYST), password_hash="", at=NOW)
    return store


def save(store: Store, name: str, email: str = ME, *, found: tuple[str, ...] = ()) -> str:
    return saved_searches.create_search(
        store, email, name=name, query="q=泵", alerts=True, found=found, at=NOW
    )


def test_keep_rename_and_forget(people: Store) -> None:
    kept = save(people, "泵", found=("a", "b"))
    save(people, "泵", OTHER)
    (found,) = saved_searches.list_searches(people, ME)
    assert (found.id, found.name, found.query, found.found) == (kept, "泵", "q=泵", 2)
    saved_searches.change_search(people, ME, kept, name="水泵", alerts=False)
    assert saved_searches.find_search(people, ME, kept).name == "水泵"
    watched = [each.email for each in saved_searches.stream_watched(people)]
    assert watched == [OTHER]
    saved_searches.delete_search(people, OTHER, kept)
    saved_searches.delete_search(people, ME, kept)
    assert saved_searches.list_searches(people, ME) == []
    assert len(saved_searches.list_searches(people, OTHER)) == 1


def test_a_name_once_and_not_too_many(people: Store) -> None:
    first = save(people, "0")
    with pytest.raises(Conflict, match="您已有一个叫“0”的搜索"):
        save(people, "0")
    second = save(people, "1")
    with pytest.raises(Conflict, match="您已有一个叫“0”的搜索"):
        saved_searches.change_search(people, ME, second, name="0", alerts=True)
    saved_searches.change_search(people, ME, first, name="0", alerts=False)
    for number in range(2, MOST_SEARCHES):
        save(people, str(number))
    with pytest.raises(Conflict, match="最多保存 20 个搜索"):
        save(people, "more")
    with pytest.raises(NotFound):
        saved_searches.change_search(people, OTHER, first, name="x", alerts=True)


def test_what_was_found_is_remembered_unless_it_is_too_much(people: Store) -> None:
    kept = save(people, "泵", found=("b", "a"))
    (watched,) = saved_searches.stream_watched(people)
    assert watched.known == {"a", "b"}
    saved_searches.save_known(people, kept, [str(each) for each in range(2001)], at=NOW)
    (watched,) = saved_searches.stream_watched(people)
    assert (watched.known, watched.search.found, watched.search.is_too_wide) == (
        frozenset(),
        2001,
        True,
    )
