"""Accounts in the graph."""

from datetime import datetime

from graph.domain.account import Account, Role
from graph.domain.clock import instant_text
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.people import accounts as cypher
from graph.store.paging import read_page


def find_account(store: Store, email: str) -> Account | None:
    """Return the account with this e-mail address (any case), or None."""
    return find_credentials(store, email)[0]


def find_password_hash(store: Store, email: str) -> str:
    """Return the stored hash, or an empty text where there is no such account."""
    return find_credentials(store, email)[1]


def find_credentials(store: Store, email: str) -> tuple[Account | None, str]:
    """Return the account and its hash in one reading; None and an empty text without it."""
    row = store.read_one(cypher.FIND, email=email.strip().lower())
    return (read_account(row), row["password_hash"]) if row else (None, "")


def list_accounts(store: Store, *, skip: int = 0, limit: int = 1000) -> list[Account]:
    """List accounts by e-mail address."""
    rows = read_page(store, cypher.LIST, lambda: count_accounts(store), skip=skip, limit=limit)
    return [read_account(row) for row in rows]


def count_accounts(store: Store) -> int:
    """Count all accounts."""
    return store.read(cypher.COUNT)[0]["total"]


def count_administrators(store: Store) -> int:
    """Count administrators who may sign in."""
    return store.read(cypher.COUNT_ADMINISTRATORS)[0]["total"]


def create_account(store: Store, account: Account, *, password_hash: str, at: datetime) -> None:
    """Save a new account with its enterprise, or nothing.

    Raises Conflict where the address is taken, NotFound where the enterprise is unknown.
    """

    def work(transaction: Transaction) -> None:
        create_within(transaction, account, password_hash=password_hash, at=at)

    try:
        store.transact(work)
    except Conflict as error:
        raise address_taken(account.email) from error


def create_within(
    transaction: Transaction, account: Account, *, password_hash: str, at: datetime
) -> None:
    """Save a new account with its enterprise. Raises Conflict and NotFound as the above."""
    now = instant_text(at)
    transaction.run(
        cypher.CREATE,
        email=account.email,
        name=account.name,
        role=account.role.value,
        locale=account.locale,
        source=account.source,
        unit=account.unit,
        password_hash=password_hash,
        at=now,
    )
    if account.enterprise and not transaction.run(
        cypher.JOIN_ENTERPRISE, email=account.email, enterprise=account.enterprise, at=now
    ):
        raise NotFound("没有编码为 %(code)s 的企业。", code=account.enterprise)


def address_taken(email: str) -> Conflict:
    """Say that the address has an account."""
    return Conflict("邮箱 %(email)s 已有账号。", email=email)


def save_password(store: Store, email: str, password_hash: str) -> None:
    """Replace the password and end the account's sessions. Raises NotFound."""
    if not store.write(cypher.REPLACE_HASH, email=email, password_hash=password_hash):
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)


def rehash_password(store: Store, email: str, password_hash: str) -> None:
    """Store the same password under newer parameters; sessions go on."""
    store.write(cypher.REHASH, email=email, password_hash=password_hash)


def save_locale(store: Store, email: str, locale: str) -> None:
    """Remember the language that the person chose."""
    store.write(cypher.SAVE_LOCALE, email=email, locale=locale)


def save_active(store: Store, email: str, *, active: bool) -> None:
    """Let the person sign in or not; ends open sessions. Raises NotFound."""
    if not store.write(cypher.SAVE_ACTIVE, email=email, active=active):
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)


def count_accounts_of(store: Store, source: str) -> int:
    """Count the accounts that came with a source."""
    return store.read(cypher.COUNT_OF_SOURCE, source=source)[0]["total"]


def count_own_administrators(store: Store) -> int:
    """Count administrators who may sign in and are not part of the demo data."""
    return store.read(cypher.COUNT_OWN_ADMINISTRATORS)[0]["total"]


def deactivate_account(store: Store, email: str) -> None:
    """Close an account and its sessions, but never the last administrator's.

    Raises NotFound, and Conflict for the last administrator, also where two administrators close
    each other's account at the same moment.
    """
    if store.write(cypher.DEACTIVATE, email=email):
        return
    if find_account(store, email) is None:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
    raise Conflict("这是最后一位可登录的管理员，不能停用。请先新增另一位管理员。")


def read_account(row: Row) -> Account:
    """Build an Account from a row with its user, enterprise and membership."""
    user = row["user"]
    return Account(
        email=user["email"],
        name=user["name"],
        role=Role(user["role"]),
        locale=user["locale"],
        enterprise=row["enterprise"] or "",
        active=user["active"],
        epoch=user["epoch"],
        source=user["source"],
        membership=row["membership"] or "",
        unit=user.get("unit") or "",
    )
