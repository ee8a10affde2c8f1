"""Who may read: the token, what it opens, whose it is, and how often it asked of late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from chainmatch.access import Rule, check_account
from chainmatch.i18n import gettext
from chainmatch.problems import CHALLENGE
from chainmatch.rooms.api.budgets import Spent, budgets_of
from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.token import Scope, id_of, looks_right, scopes_of
from graph.errors import Forbidden
from graph.store import Store
from graph.store.people import tokens
from graph.store.people.tokens import Reader


@dataclass
class Refused(Exception):
    """A request that may not pass, as a problem: status, words and headers."""

    status: int
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def find_reader(store: Store, secret: str, *, now: datetime) -> Reader:
    """Return for whom a token reads. Raises Refused (401)."""
    if not secret:
        raise Refused(401, headers=CHALLENGE)
    found = tokens.find_reader(store, id_of(secret)) if looks_right(secret) else None
    if found is None:
        words = gettext("这个令牌无效：可能写错、已被撤销，或账号已停用。")
        raise Refused(401, words, CHALLENGE)
    if found.token.has_ended(instant_text(now)):
        raise Refused(401, gettext("这个令牌已到期，请新建一个。"), CHALLENGE)
    return found


def count(store: Store, reader: Reader, *, now: datetime) -> Spent:
    """Count a request of a token; see ``Spent.is_granted``."""
    return budgets_of(store).spend(reader.token.id, now)


def check_reader(reader: Reader, scope: Scope, allow: Rule) -> Account:
    """Return who reads. Raises Forbidden: the token or the role does not open this."""
    check_account(allow, reader.account)
    if scope not in reader.token.scopes or scope not in scopes_of(reader.account):
        raise Forbidden(
            "这个令牌没有 %(scope)s 的权限，请新建一个带此权限的令牌。", scope=scope.value
        )
    return reader.account


def limit_headers(spent: Spent) -> dict[str, str]:
    """Tell how often a token may ask, what is left, and when the minute is over."""
    told = {
        "RateLimit-Limit": str(spent.limit),
        "RateLimit-Remaining": str(spent.rest),
        "RateLimit-Reset": str(spent.seconds),
    }
    return told if spent.is_granted else {**told, "Retry-After": str(spent.seconds)}
