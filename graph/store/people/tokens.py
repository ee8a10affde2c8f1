"""Tokens in the graph, and the requests that all processes together let each of them make."""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.token import MOST_TOKENS, Token, known_scopes
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.people import tokens as cypher
from graph.store.people.accounts import read_account


@dataclass(frozen=True)
class Reader:
    """For whom a program reads, and with which token."""

    account: Account
    token: Token


@dataclass(frozen=True)
class Share:
    """How many requests a process may let pass, and how many are left to all of them."""

    granted: int
    rest: int


def create_token(store: Store, email: str, token: Token) -> None:
    """Keep a new token of a person. Raises NotFound, Conflict: MOST_TOKENS are kept already."""

    def work(transaction: Transaction) -> None:
        if not transaction.run(cypher.LOCK_OWNER, email=email, by=token.id):
            raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
        if transaction.run(cypher.COUNT, email=email)[0]["total"] >= MOST_TOKENS:
            raise Conflict("每人最多保留 %(most)s 个令牌，请先撤销用不到的。", most=MOST_TOKENS)
        transaction.run(
            cypher.CREATE,
            email=email,
            id=token.id,
            name=token.name,
            start=token.start,
            scopes=[each.value for each in token.scopes],
            created_at=token.created_at,
            ends_at=token.ends_at,
        )

    store.transact(work)


def list_tokens(store: Store, email: str = "", *, skip: int = 0, limit: int = 1000) -> list[Token]:
    """List the tokens of a person, or of everybody, the latest first."""
    return [_token(row) for row in store.read(cypher.LIST, email=email, skip=skip, limit=limit)]


def count_tokens(store: Store) -> int:
    """Count the tokens of everybody."""
    return store.read(cypher.COUNT_ALL)[0]["total"]


def find_token(store: Store, token_id: str) -> Token:
    """Return a token. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=token_id)
    if row is None:
        raise NotFound("没有这个令牌，可能已被撤销。")
    return _token(row)


def find_reader(store: Store, token_id: str) -> Reader | None:
    """Return account and token in one reading; None where it was revoked or the account closed."""
    row = store.read_one(cypher.FIND_READER, id=token_id)
    return Reader(read_account(row), _token(row)) if row else None


def delete_token(store: Store, token_id: str) -> None:
    """End a token at once. Raises NotFound."""
    if not store.write(cypher.DELETE, id=token_id):
        raise NotFound("没有这个令牌，可能已被撤销。")


def take_share(
    store: Store, token_id: str, *, window: str, wanted: int, limit: int, at: datetime
) -> Share:
    """Count ``wanted`` requests of a window in advance, as far as the limit allows.

    However many processes ask at once, together they are granted no more than the limit. The
    token's last use is written down on the way.
    """
    now = instant_text(at)

    def work(transaction: Transaction) -> Share:
        transaction.run(cypher.LOCK, id=token_id, now=now)
        taken = transaction.run(
            cypher.TAKE, id=token_id, window=window, wanted=wanted, limit=limit, now=now
        )
        return Share(taken[0]["granted"], taken[0]["rest"]) if taken else Share(0, 0)

    return store.transact(work)


def _token(row: Row) -> Token:
    stored = row["token"]
    return Token(
        id=stored["id"],
        name=stored["name"],
        start=stored["start"],
        scopes=known_scopes(stored["scopes"]),
        created_at=stored["created_at"],
        ends_at=stored["ends_at"],
        used_at=stored["used_at"],
        email=row["email"],
    )
