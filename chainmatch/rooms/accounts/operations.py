"""What can be done with accounts; web and command line call the same."""

from contextlib import suppress
from datetime import datetime

from chainmatch.people.identity import (
    SHORTEST_PASSWORD,
    add_account,
    check_email,
    check_password,
    is_right,
    renewed_hash,
    set_password,
)
from graph.domain.account import Account
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.people import accounts, sessions, throttles

__all__ = [
    "SHORTEST_PASSWORD",
    "add_account",
    "change_password",
    "check_email",
    "check_password",
    "find_existing",
    "set_password",
    "sign_in",
    "sign_out",
]

TRIES = 10
TRIES_SECONDS = 300.0


def sign_in(store: Store, *, email: str, password: str, now: datetime) -> Account:
    """Return the account that this address and password open; TRIES failures close it for a while.

    Raises BadInput with one sentence for all cases, so that nobody learns which addresses exist;
    an unknown address costs as much time as a wrong password.
    """
    key = email.strip().lower()
    if throttles.count_failures(store, key, at=now, seconds=TRIES_SECONDS) >= TRIES:
        raise BadInput("尝试次数过多，请五分钟后再试。")
    account, stored = accounts.find_credentials(store, key)
    if not is_right(stored, password) or account is None or not account.active:
        throttles.record_failure(store, key, at=now, seconds=TRIES_SECONDS)
        raise BadInput("邮箱或密码不正确。")
    renewed = renewed_hash(stored, password)
    if renewed:
        accounts.rehash_password(store, account.email, renewed)
    return account


def sign_out(store: Store, actor: Account, session_id: str) -> None:
    """End a session; it may have ended meanwhile."""
    with suppress(NotFound):
        sessions.end_session(store, actor.email, session_id)


def change_password(store: Store, *, actor: Account, present: str, password: str) -> None:
    """Change one's own password, knowing the present one. Raises BadInput."""
    if not is_right(accounts.find_password_hash(store, actor.email), present):
        raise BadInput("当前密码不正确。")
    set_password(store, email=actor.email, password=password)


def find_existing(store: Store, email: str) -> Account:
    """Return the account. Raises NotFound."""
    account = accounts.find_account(store, email)
    if account is None:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
    return account
