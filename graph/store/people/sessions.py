"""Sessions in the graph: each request asks whether its own still stands."""

from dataclasses import asdict, dataclass
from datetime import datetime

from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.session import LIFE, Session
from graph.errors import NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.people import sessions as cypher
from graph.store.people.accounts import read_account


@dataclass(frozen=True)
class SignedIn:
    """An account that may act, and the session in which it does."""

    account: Account
    session: Session


def find_signed_in(store: Store, email: str, session_id: str, *, at: datetime) -> SignedIn | None:
    """Return account and session in one reading; None where the session has ended."""
    row = store.read_one(cypher.FIND_VISITOR, email=email, id=session_id, since=_since(at))
    return SignedIn(read_account(row), _session(row)) if row else None


def open_session(store: Store, email: str, session: Session, *, at: datetime) -> None:
    """Begin a session and forget those of the account that have ended. Raises NotFound."""

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.FORGET_ENDED, email=email, since=_since(at))
        if not transaction.run(cypher.OPEN, email=email, **asdict(session)):
            raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)

    store.transact(work)


def list_sessions(store: Store, email: str, *, at: datetime) -> list[Session]:
    """List where an account is signed in, the latest act first."""
    return [_session(row) for row in store.read(cypher.LIST, email=email, since=_since(at))]


def touch(store: Store, session_id: str, *, at: datetime) -> None:
    """Write down that something was done just now."""
    store.write(cypher.TOUCH, id=session_id, now=instant_text(at))


def end_session(store: Store, email: str, session_id: str) -> None:
    """End one session of an account. Raises NotFound: none such, or somebody else's."""
    if not store.write(cypher.END, email=email, id=session_id):
        raise NotFound("这个登录已经退出。")


def end_others(store: Store, email: str, session_id: str) -> None:
    """End all sessions of an account but one; an empty id ends all."""
    store.write(cypher.END_OTHERS, email=email, id=session_id)


def forget_idle(store: Store, *, at: datetime) -> None:
    """Remove all sessions that have ended by themselves."""
    store.write(cypher.FORGET_IDLE, since=_since(at))


def _since(at: datetime) -> str:
    return instant_text(at - LIFE)


def _session(row: Row) -> Session:
    stored = row["session"]
    names = ("id", "browser", "system", "began_at", "acted_at")
    return Session(**{name: stored[name] for name in names})
