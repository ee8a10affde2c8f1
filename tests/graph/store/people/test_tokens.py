from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from graph.domain.account import Account, Role
from graph.domain.clock import instant_text
from graph.domain.token import MOST_TOKENS, Scope, Token
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.people import accounts, tokens
from graph.store.people.tokens import Share

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EMAIL = "a@test.example"


def token(number: int = 1) -> Token:
    return Token(
        id=f"{number:064x}",
        name=f"程序 {number}",
        start="cm_abcdefgh",
        scopes=(Scope.MAP, Scope.SEARCH),
        created_at=f"2026-11-23T12:{number:02d}:00.000000Z",
        ends_at="2027-02-21T12:00:00.000000Z",
    )


@pytest.fixture
def owner(store: Store) -> Account:
    account = Account(EMAIL, "甲", Role.ANALYST)
    accounts.create_account(store, account, password_hash="x", at=NOON)
    return account


def take(store: Store, wanted: int, window: str = "2026-11-23T12:00") -> Share:
    return tokens.take_share(store, token().id, window=window, wanted=wanted, limit=100, at=NOON)


def test_a_token_is_kept_found_and_ended(store: Store, owner: Account) -> None:
    for number in (1, 2):
        tokens.create_token(store, EMAIL, token(number))
    listed = tokens.list_tokens(store, EMAIL)
    assert [(each.name, each.email) for each in listed] == [("程序 2", EMAIL), ("程序 1", EMAIL)]
    assert tokens.list_tokens(store) == listed
    assert tokens.list_tokens(store, "b@test.example") == []
    reader = tokens.find_reader(store, token().id)
    assert reader is not None
    assert (reader.account, reader.token) == (owner, listed[1])
    tokens.delete_token(store, token().id)
    assert tokens.find_reader(store, token().id) is None
    assert tokens.count_tokens(store) == 1
    with pytest.raises(NotFound):
        tokens.delete_token(store, token().id)
    with pytest.raises(NotFound):
        tokens.create_token(store, "b@test.example", token(3))


def test_a_closed_account_has_no_reader(store: Store, owner: Account) -> None:
    tokens.create_token(store, EMAIL, token())
    accounts.save_active(store, EMAIL, active=False)
    assert tokens.find_reader(store, token().id) is None


def test_there_is_an_end_to_tokens(store: Store, owner: Account) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: tokens.create_token(store, EMAIL, token(n)), range(MOST_TOKENS)))
    with pytest.raises(Conflict):
        tokens.create_token(store, EMAIL, token(MOST_TOKENS))
    assert tokens.count_tokens(store) == MOST_TOKENS


def test_shares_of_a_minute_end_at_the_limit(store: Store, owner: Account) -> None:
    tokens.create_token(store, EMAIL, token())
    assert [take(store, 60), take(store, 60), take(store, 1)] == [
        Share(60, 40),
        Share(40, 0),
        Share(0, 0),
    ]
    assert take(store, 10, "2026-11-23T12:01") == Share(10, 90)
    (used,) = tokens.list_tokens(store)
    assert used.used_at == instant_text(NOON)


def test_processes_together_take_no_more_than_the_limit(store: Store, owner: Account) -> None:
    tokens.create_token(store, EMAIL, token())
    with ThreadPoolExecutor(8) as pool:
        shares = list(pool.map(lambda _: take(store, 7), range(20)))
    assert sum(share.granted for share in shares) == 100


def test_a_token_that_is_gone_gets_nothing(store: Store) -> None:
    assert take(store, 7) == Share(0, 0)
