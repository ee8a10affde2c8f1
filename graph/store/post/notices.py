"""Notices in the graph: told once while unread, and mailed at most once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from graph.domain.account import Role
from graph.domain.clock import instant_text, now
from graph.domain.message_json import message_from_json, message_to_json
from graph.domain.notice import (
    DEFAULTS,
    KEPT_DAYS,
    KeptNotice,
    MailChoice,
    Notice,
    NoticeKind,
)
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.post import notices as cypher
from graph.store.paging import read_page

RACES = 5
MOST_COUNTED = 100
SEPARATOR = "\n"
"""Stands between reader and key: neither holds a line break."""


def notify(
    store: Store, emails: Iterable[str], notice: Notice, *, at: datetime | None = None
) -> int:
    """Tell people something; return how many of them have an active account.

    Whoever has not read the notice of this key yet is not told twice: it is renewed.
    """
    values = _told(emails, notice, at or now())
    for _ in range(RACES):
        try:
            return len(store.write(cypher.NOTIFY, **values))
        except Conflict:
            continue  # another told the same readers at the same moment: renew what it wrote
    raise Conflict("相同的通知正在发送，请稍后再试。")


def notify_enterprise(
    store: Store, enterprise: str, notice: Notice, *, at: datetime | None = None
) -> int:
    """Tell everybody who acts for an enterprise."""
    return notify(store, list_readers_of(store, enterprise), notice, at=at)


def notify_unit(store: Store, unit: str, notice: Notice, *, at: datetime | None = None) -> int:
    """Tell everybody who acts for a responsible unit."""
    rows = store.read(cypher.LIST_READERS_OF_UNIT, unit=unit) if unit else []
    return notify(store, [row["email"] for row in rows], notice, at=at)


def notify_roles(
    store: Store, roles: Collection[Role], notice: Notice, *, at: datetime | None = None
) -> int:
    """Tell everybody with one of these roles."""
    rows = store.read(cypher.LIST_READERS_IN, roles=[Role(role).value for role in roles])
    return notify(store, [row["email"] for row in rows], notice, at=at)


def notify_within(
    transaction: Transaction, enterprise: str, notice: Notice, *, at: datetime, but: str = ""
) -> None:
    """Tell everybody who acts for an enterprise together with what it tells of, or not at all.

    ``but`` is the address of who did it and need not be told. The key must be new (that of an
    event that happens once): otherwise Conflict may undo all.
    """
    rows = transaction.run(cypher.LIST_READERS_OF, enterprise=enterprise)
    emails = [row["email"] for row in rows if row["email"] != but]
    transaction.run(cypher.NOTIFY, **_told(emails, notice, at))


def list_readers_of(store: Store, enterprise: str) -> list[str]:
    """List the addresses of the active accounts that act for an enterprise."""
    rows = store.read(cypher.LIST_READERS_OF, enterprise=enterprise)
    return [row["email"] for row in rows]


def list_notices(
    store: Store, reader: str, *, kind: str = "", only_unread: bool = False, skip: int, limit: int
) -> list[KeptNotice]:
    """List a reader's notices, the latest first; an empty kind lists all."""
    rows = read_page(
        store,
        cypher.LIST_UNREAD if only_unread else cypher.LIST,
        lambda: count_notices(store, reader, kind=kind, only_unread=only_unread),
        reader=reader,
        kind=kind,
        skip=skip,
        limit=limit,
    )
    return [read_notice(row["notice"]) for row in rows]


def count_notices(store: Store, reader: str, *, kind: str = "", only_unread: bool = False) -> int:
    """Count what ``list_notices`` lists."""
    statement = cypher.COUNT_UNREAD if only_unread else cypher.COUNT
    return store.read(statement, reader=reader, kind=kind)[0]["total"]


def count_unread(store: Store, reader: str) -> int:
    """Count what a reader has not read, up to MOST_COUNTED: cheap enough for every page."""
    return store.read(cypher.COUNT_UP_TO, reader=reader, most=MOST_COUNTED)[0]["total"]


def count_unread_kinds(store: Store, reader: str) -> dict[str, int]:
    """Count what a reader has not read, by kind."""
    return {
        row["kind"]: row["total"] for row in store.read(cypher.COUNT_UNREAD_KINDS, reader=reader)
    }


def count_since(store: Store, reader: str, kind: NoticeKind, since: datetime) -> int:
    """Count the notices of a kind that a reader got from an instant on."""
    return store.read(
        cypher.COUNT_SINCE, reader=reader, kind=kind.value, since=instant_text(since)
    )[0]["total"]


def find_notice(store: Store, reader: str, notice_id: str) -> KeptNotice:
    """Return one of a reader's own notices. Raises NotFound, also for another's."""
    row = store.read_one(cypher.FIND, reader=reader, id=notice_id)
    if row is None:
        raise NotFound("没有这条通知，可能已被清除。")
    return read_notice(row["notice"])


def mark_read(store: Store, reader: str, notice_id: str, *, at: datetime) -> None:
    """Mark a notice as read; without effect where it is read already, or another's."""
    store.write(cypher.MARK_READ, reader=reader, id=notice_id, at=instant_text(at))


def mark_all_read(store: Store, reader: str, *, kind: str = "", at: datetime) -> int:
    """Mark all notices of a kind (empty: of every kind) as read; return how many were not."""
    rows = store.write(cypher.MARK_ALL_READ, reader=reader, kind=kind, at=instant_text(at))
    return rows[0]["total"] if rows else 0


def find_choices(store: Store, reader: str) -> dict[NoticeKind, MailChoice]:
    """Return how a reader hears of each kind by mail."""
    row = store.read_one(cypher.FIND_CHOICES, reader=reader)
    return read_choices(row["choices"] if row else None)


def save_choices(store: Store, reader: str, choices: Mapping[NoticeKind, MailChoice]) -> None:
    """Remember how a reader wants to hear of each kind by mail. Raises NotFound."""
    written = [f"{kind.value}:{choice.value}" for kind, choice in choices.items()]
    if not store.write(cypher.SAVE_CHOICES, reader=reader, choices=written):
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=reader)


def read_choices(written: Sequence[str] | None) -> dict[NoticeKind, MailChoice]:
    """Read what ``save_choices`` wrote; kinds that are not there follow their default."""
    chosen = dict(text.split(":", 1) for text in written or ())
    return {kind: MailChoice(chosen.get(kind.value, default)) for kind, default in DEFAULTS.items()}


def forget_old(store: Store, *, at: datetime) -> None:
    """Remove notices that were read long ago."""
    store.write(cypher.FORGET_OLD, before=instant_text(at - timedelta(days=KEPT_DAYS)))


def _told(emails: Iterable[str], notice: Notice, at: datetime) -> dict[str, Any]:
    rows = [
        {"reader": email, "unread_key": f"{email}{SEPARATOR}{notice.key}", "id": uuid4().hex}
        for email in sorted(set(emails))
    ]
    return {
        "rows": rows,
        "kind": notice.kind.value,
        "key": notice.key,
        "message": message_to_json(notice.message),
        "path": notice.path,
        "at": instant_text(at),
    }


def read_notice(stored: Row) -> KeptNotice:
    """Build a KeptNotice from its node."""
    notice = Notice(
        NoticeKind(stored["kind"]),
        message_from_json(stored["message"]),
        stored["path"],
        stored["key"],
    )
    return KeptNotice(
        id=stored["id"],
        reader=stored["reader"],
        notice=notice,
        count=stored["count"],
        created_at=stored["created_at"],
        renewed_at=stored["renewed_at"],
        read_at=stored["read_at"],
        mailed_at=stored["mailed_at"],
    )
