from collections.abc import Callable

import pytest

from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.domain.saved_view import MOST_VIEWS
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.analyst import saved_views
from graph.store.people.accounts import create_account

EMAIL = "a@test.example"


@pytest.fixture
def keep(store: Store) -> Callable[[str], str]:
    create_account(store, Account(EMAIL, "甲", Role.ANALYST), password_hash="x", at=now())
    return lambda name: saved_views.create_view(store, EMAIL, name=name, state="chain=c", at=now())


def test_views_are_kept_renamed_and_forgotten(store: Store, keep: Callable[[str], str]) -> None:
    view = keep("钢")
    saved_views.rename_view(store, EMAIL, view, name="铁")
    found = saved_views.find_view(store, EMAIL, view)
    assert (found.name, found.state) == ("铁", "chain=c")
    assert saved_views.list_views(store, EMAIL) == [found]
    saved_views.delete_view(store, EMAIL, view)
    assert saved_views.list_views(store, EMAIL) == []


def test_others_do_not_see_it(store: Store, keep: Callable[[str], str]) -> None:
    view = keep("钢")
    with pytest.raises(NotFound):
        saved_views.find_view(store, "b@test.example", view)


def test_names_are_one_persons_own_and_there_is_a_limit(
    store: Store, keep: Callable[[str], str]
) -> None:
    keep("钢")
    with pytest.raises(Conflict):
        keep("钢")
    for number in range(MOST_VIEWS - 1):
        keep(str(number))
    with pytest.raises(Conflict):
        keep("再来一个")
