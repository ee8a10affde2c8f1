"""What can be done with accounts; web and command line call the same."""

import time
from collections import deque
from datetime import datetime
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.domain.account import Account, Role
from graph.errors import BadInput, NotFound
from graph.store import Store, accounts

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1024
TRIES = 10
TRIES_SECONDS = 300.0

_hasher = PasswordHasher()
_DECOY = _hasher.hash("nobody has this password")


class Throttle:
    """Slows down guessing: at most ``limit`` failures per key within ``seconds``, per process."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._failures: dict[str, deque[float]] = {}
        self._guard = Lock()

    def is_exhausted(self, key: str) -> bool:
        """Tell whether this key has failed too often of late."""
        with self._guard:
            recent = self._failures.get(key)
            if recent is None:
                return False
            while recent and recent[0] < time.monotonic() - self._seconds:
                recent.popleft()
            if not recent:
                del self._failures[key]
                return False
            return len(recent) >= self._limit

    def count_failure(self, key: str) -> None:
        """Remember one failure."""
        with self._guard:
            self._failures.setdefault(key, deque()).append(time.monotonic())


_throttle = Throttle(TRIES, TRIES_SECONDS)


def sign_in(store: Store, *, email: str, password: str) -> Account:
    """Return the account that this address and password open.

    Raises BadInput with one sentence for all cases, so that nobody learns which addresses exist;
    an unknown address costs as much time as a wrong password.
    """
    key = email.strip().lower()
    if _throttle.is_exhausted(key):
        raise BadInput("尝试次数过多，请五分钟后再试。")
    account = accounts.find_account(store, key)
    stored = accounts.find_password_hash(store, key) or _DECOY
    if not _verify(stored, password) or account is None or not account.active:
        _throttle.count_failure(key)
        raise BadInput("邮箱或密码不正确。")
    if _hasher.check_needs_rehash(stored):
        accounts.rehash_password(store, account.email, _hasher.hash(password))
    return account


def add_account(store: Store, *, account: Account, password: str, now: datetime) -> None:
    """Create an account. Raises BadInput, Conflict (address taken), NotFound (enterprise)."""
    check_email(account.email)
    check_password(password)
    if account.role == Role.ENTERPRISE and not account.enterprise:
        raise BadInput("企业账号要指明所代表的企业。")
    accounts.create_account(store, account, password_hash=_hasher.hash(password), at=now)


def set_password(store: Store, *, email: str, password: str) -> None:
    """Give an account a new password; its open sessions end. Raises BadInput, NotFound."""
    check_password(password)
    accounts.save_password(store, email.strip().lower(), _hasher.hash(password))


def change_password(store: Store, *, actor: Account, present: str, password: str) -> None:
    """Change one's own password, knowing the present one. Raises BadInput."""
    if not _verify(accounts.find_password_hash(store, actor.email), present):
        raise BadInput("当前密码不正确。")
    set_password(store, email=actor.email, password=password)


def check_email(email: str) -> None:
    """Refuse what cannot be an address. Raises BadInput."""
    name, at, domain = email.partition("@")
    if not (name and at and "." in domain) or any(char.isspace() for char in email):
        raise BadInput("“%(email)s”不是有效的邮箱地址。", email=email)


def check_password(password: str) -> None:
    """Refuse short and absurdly long passwords. Raises BadInput."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput("密码至少要有 %(least)s 个字符。", least=SHORTEST_PASSWORD)


def find_existing(store: Store, email: str) -> Account:
    """Return the account. Raises NotFound."""
    account = accounts.find_account(store, email)
    if account is None:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
    return account


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
