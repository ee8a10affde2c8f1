"""The outbox in the graph: what is posted is kept until it is sent or a day of tries has failed."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from graph.domain.clock import instant_text, parse_instant
from graph.domain.letter import (
    KEPT_DAYS,
    LEASE_SECONDS,
    Letter,
    LetterState,
    Posted,
    next_try,
)
from graph.domain.message_json import message_from_json, message_to_json
from graph.errors import Conflict, NotFound
from graph.messages import Message
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.post import letters as cypher

TEXTS = ("subject", "body", "key", "written_at", "not_before", "path", "seed")
CLAIMED_AT_ONCE = 20


def post(store: Store, letter: Letter) -> bool:
    """Put a letter in the outbox; False where one of its key is or was there already."""
    try:
        store.write(cypher.CREATE, **_values(letter))
    except Conflict:
        return False
    return True


def post_within(transaction: Transaction, letter: Letter) -> None:
    """Put a new letter in the outbox together with what it tells of. Raises Conflict: its key."""
    transaction.run(cypher.CREATE, **_values(letter))


def claim_due(store: Store, *, holder: str, at: datetime) -> list[Posted]:
    """Take letters whose time has come; nobody else gets them while the lease lasts."""
    due = store.read(cypher.LIST_DUE, now=instant_text(at), limit=CLAIMED_AT_ONCE)
    taken = (_claim(store, row["key"], holder, at) for row in due)
    return [posted for posted in taken if posted is not None]


def mark_sent(
    store: Store, posted: Posted, *, holder: str, at: datetime, only_logged: bool = False
) -> None:
    """Write down that the letter went out; without effect where another took it over."""
    store.write(
        cypher.MARK_SENT,
        key=posted.letter.key,
        holder=holder,
        now=instant_text(at),
        only_logged=only_logged,
    )


def mark_failed(
    store: Store,
    posted: Posted,
    error: Message,
    *,
    is_final: bool,
    holder: str,
    at: datetime,
) -> None:
    """Write down a failed try and when the next one is; the letter is kept in any case."""
    since = parse_instant(posted.patient_since)
    again = None if is_final else next_try(posted.tries, since=since, now=at)
    store.write(
        cypher.MARK_FAILED,
        key=posted.letter.key,
        holder=holder,
        state=LetterState.WAITING if again else LetterState.FAILED,
        due_at=instant_text(again) if again else "",
        error=message_to_json(error),
    )


def send_again(store: Store, key: str, *, at: datetime) -> None:
    """Let a letter that failed, waits for its next try, or was only logged, go out at once.

    Raises NotFound, and Conflict where it is sent or being sent.
    """
    now = instant_text(at)

    def work(transaction: Transaction) -> bool:
        transaction.run(cypher.LOCK, key=key, by=now)
        return bool(transaction.run(cypher.SEND_AGAIN, key=key, now=now))

    if not store.transact(work):
        find_letter(store, key)
        raise Conflict("这封邮件已经发出，或正在发送。")


def find_letter(store: Store, key: str) -> Posted:
    """Return a letter with its state. Raises NotFound."""
    row = store.read_one(cypher.FIND, key=key)
    if row is None:
        raise NotFound("没有这封邮件，可能已被清除。")
    return _posted(row)


def list_letters(
    store: Store, *, state: str = "", skip: int = 0, limit: int = 1000
) -> list[Posted]:
    """List letters, those that failed first; an empty state lists all."""
    return [_posted(row) for row in store.read(cypher.LIST, state=state, skip=skip, limit=limit)]


def count_letters(store: Store, *, state: str = "") -> int:
    """Count what ``list_letters`` lists."""
    return store.read(cypher.COUNT, state=state)[0]["total"]


def forget_old(store: Store, *, at: datetime) -> None:
    """Remove letters that were sent long ago."""
    store.write(cypher.FORGET_OLD, before=instant_text(at - timedelta(days=KEPT_DAYS)))


def _claim(store: Store, key: str, holder: str, at: datetime) -> Posted | None:
    now = instant_text(at)
    until = instant_text(at + timedelta(seconds=LEASE_SECONDS))

    def work(transaction: Transaction) -> list[Row]:
        transaction.run(cypher.LOCK, key=key, by=holder)
        return transaction.run(cypher.CLAIM, key=key, holder=holder, now=now, lease_until=until)

    rows = store.transact(work)
    return _posted(rows[0]) if rows else None


def _values(letter: Letter) -> dict[str, Any]:
    return {**asdict(letter), "first_due": letter.first_due}


def _posted(row: Row) -> Posted:
    stored = row["letter"]
    return Posted(
        letter=Letter(to=stored["recipient"], **{name: stored[name] for name in TEXTS}),
        state=LetterState(stored["state"]),
        tries=stored["tries"],
        due_at=stored["due_at"],
        patient_since=stored["patient_since"],
        sent_at=stored["sent_at"],
        error=message_from_json(stored["error"]),
        only_logged=bool(stored.get("only_logged")),
    )
