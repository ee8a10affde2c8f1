"""Accounts and passwords, as every room and command that makes them needs them."""

import secrets
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.domain.account import Account, Role
from graph.errors import BadInput
from graph.store import Store
from graph.store.people import accounts

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1024
PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105 - none that look alike
PASSWORD_GROUPS = 4
GROUP_LENGTH = 4

_hasher = PasswordHasher()


def add_account(store: Store, *, account: Account, password: str, now: datetime) -> None:
    """Create an account. Raises BadInput, Conflict (address taken), NotFound (enterprise)."""
    check_email(account.email)
    check_password(password)
    if account.role == Role.ENTERPRISE and not account.enterprise:
        raise BadInput("企业账号要指明所代表的企业。")
    if account.role == Role.UNIT and not account.unit:
        raise BadInput("责任单位账号要指明所代表的单位。")
    accounts.create_account(store, account, password_hash=_hasher.hash(password), at=now)


def set_password(store: Store, *, email: str, password: str) -> None:
    """Give an account a new password; its open sessions end. Raises BadInput, NotFound."""
    check_password(password)
    accounts.save_password(store, email.strip().lower(), _hasher.hash(password))


def check_email(email: str) -> None:
    """Refuse what cannot be an address. Raises BadInput."""
    name, at, domain = email.partition("@")
    if not (name and at and "." in domain) or any(char.isspace() for char in email):
        raise BadInput("“%(email)s”不是有效的邮箱地址。", email=email)


def check_password(password: str) -> None:
    """Refuse short and absurdly long passwords. Raises BadInput."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput("密码至少要有 %(least)s 个字符。", least=SHORTEST_PASSWORD)


def make_password() -> str:
    """Invent a password that can be read out over the telephone, such as ``k3mp-x7qa-…``.

    Sixteen of 31 signs: 79 bits.
    """
    letters = [secrets.choice(PASSWORD_LETTERS) for _ in range(PASSWORD_GROUPS * GROUP_LENGTH)]
    groups = range(0, len(letters), GROUP_LENGTH)
    return "-".join("".join(letters[start : start + GROUP_LENGTH]) for start in groups)


def make_hash(password: str) -> str:
    """Return what the graph keeps of a password."""
    return _hasher.hash(password)


def is_right(stored: str, password: str) -> bool:
    """Tell whether a password fits a stored hash; an absent hash takes as long as a wrong one."""
    decoy = _decoy()
    try:
        return _hasher.verify(stored or decoy, password)
    except (VerificationError, InvalidHashError):
        return False


def renewed_hash(stored: str, password: str) -> str | None:
    """Return the password's hash under today's parameters where the stored one is older."""
    return _hasher.hash(password) if _hasher.check_needs_rehash(stored) else None


@cache
def _decoy() -> str:
    """Make the hash that stands in for an absent one: at the first sign-in, not at each start."""
    return _hasher.hash("nobody has this password")
