"""Halls and tables, themed sessions and groups of a conference, in the graph.

Whoever changes them in a form names the ``version`` of the conference that was shown; where another
change came first, Conflict is raised and nothing is written.
"""

from datetime import datetime

from graph.domain.clock import instant_text
from graph.domain.conference.conference import (
    MOST_TABLES,
    Hall,
    PartyGroup,
    Table,
    ThemedSession,
    table_id,
)
from graph.errors import BadInput, Conflict
from graph.store.conference.conferences import check_free, lock
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.conference import conferences as cypher


def save_hall(
    store: Store, code: str, hall: Hall, *, version: int | None = None, at: datetime
) -> None:
    """Save a hall with as many tables as it says. Raises Conflict: meetings at tables that go."""
    if not 0 < hall.tables <= MOST_TABLES:
        raise BadInput("桌数应在 1 到 %(most)s 之间。", most=MOST_TABLES)
    rows = [
        {"id": table_id(hall.id, number), "number": number, "label": f"{hall.prefix}{number}"}
        for number in range(1, hall.tables + 1)
    ]

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        halls = transaction.run(cypher.LIST_HALLS, code=code)
        if any(each["prefix"] == hall.prefix and each["id"] != hall.id for each in halls):
            raise Conflict("另一个会场的桌号也以“%(prefix)s”开头。", prefix=hall.prefix)
        check_free(transaction, code, tables=_lost_tables(transaction, code, hall))
        transaction.run(cypher.SAVE_HALL, code=code, id=hall.id, name=hall.name, prefix=hall.prefix)
        transaction.run(cypher.KEEP_TABLES, id=hall.id, tables=[row["id"] for row in rows])
        transaction.run(cypher.SAVE_TABLES, id=hall.id, rows=rows)

    store.transact(work)


def remove_hall(
    store: Store, code: str, hall_id: str, *, version: int | None = None, at: datetime
) -> None:
    """Remove a hall that no session is in. Raises Conflict."""

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        if any(row["hall"] == hall_id for row in transaction.run(cypher.LIST_SESSIONS, code=code)):
            raise Conflict("还有专场在这个会场，请先改到别的会场。")
        tables = [
            row["id"]
            for row in transaction.run(cypher.LIST_TABLES, code=code)
            if row["hall"] == hall_id
        ]
        check_free(transaction, code, tables=tables)
        transaction.run(cypher.KEEP_TABLES, id=hall_id, tables=[])
        transaction.run(cypher.REMOVE_HALL, id=hall_id)

    store.transact(work)


def list_halls(store: Store, code: str) -> list[Hall]:
    """List the halls of a conference."""
    return [Hall(**row) for row in store.read(cypher.LIST_HALLS, code=code)]


def list_tables(store: Store, code: str) -> list[Table]:
    """List the tables, hall by hall."""
    return [Table(**row) for row in store.read(cypher.LIST_TABLES, code=code)]


def save_session(
    store: Store, code: str, session: ThemedSession, *, version: int | None = None, at: datetime
) -> None:
    """Save a themed session. Raises Conflict where another is in its hall at the time."""

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        others = [_session(row) for row in transaction.run(cypher.LIST_SESSIONS, code=code)]
        for other in others:
            if other.id != session.id and other.hall == session.hall and session.overlaps(other):
                raise Conflict(
                    "专场“%(name)s”同一时间也在这个会场，请换会场或错开时间。", name=other.name
                )
        transaction.run(
            cypher.SAVE_SESSION,
            code=code,
            now=instant_text(at),
            id=session.id,
            name=session.name,
            name_en=session.name_en,
            hall=session.hall,
            starts=session.starts,
            ends=session.ends,
        )
        transaction.run(cypher.LEAVE_CHAIN, id=session.id)
        transaction.run(cypher.TAKE_CHAIN, id=session.id, chain=session.chain)

    store.transact(work)


def remove_session(
    store: Store, code: str, session_id: str, *, version: int | None = None, at: datetime
) -> None:
    """Remove a session without parties. Raises Conflict."""

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        _check_empty(transaction, code, session_id)
        transaction.run(cypher.REMOVE_SESSION, id=session_id)

    store.transact(work)


def list_sessions(store: Store, code: str) -> list[ThemedSession]:
    """List the themed sessions in the order they were made."""
    return [_session(row) for row in store.read(cypher.LIST_SESSIONS, code=code)]


def save_group(
    store: Store, code: str, group: PartyGroup, *, version: int | None = None, at: datetime
) -> None:
    """Save a group of parties and whom they may meet."""

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        transaction.run(
            cypher.SAVE_GROUP,
            code=code,
            now=instant_text(at),
            id=group.id,
            name=group.name,
            cap=group.cap,
        )
        transaction.run(cypher.FORGET_MEETS, id=group.id)
        transaction.run(cypher.ALLOW, id=group.id, meets=list(group.meets))

    store.transact(work)


def remove_group(
    store: Store, code: str, group_id: str, *, version: int | None = None, at: datetime
) -> None:
    """Remove a group without parties. Raises Conflict."""

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        _check_empty(transaction, code, group_id)
        transaction.run(cypher.REMOVE_GROUP, id=group_id)

    store.transact(work)


def list_groups(store: Store, code: str) -> list[PartyGroup]:
    """List the groups in the order they were made."""
    return [
        PartyGroup(row["id"], row["name"], row["cap"], tuple(sorted(row["meets"])))
        for row in store.read(cypher.LIST_GROUPS, code=code)
    ]


def _lost_tables(transaction: Transaction, code: str, hall: Hall) -> list[str]:
    kept = set(hall.table_ids)
    rows = transaction.run(cypher.LIST_TABLES, code=code)
    return [row["id"] for row in rows if row["hall"] == hall.id and row["id"] not in kept]


def _check_empty(transaction: Transaction, code: str, place: str) -> None:
    count = transaction.run(cypher.COUNT_IN, code=code, id=place)[0]["total"]
    if count:
        raise Conflict("还有 %(count)s 家参会企业在里面，请先调走。", count=count)


def _session(row: Row) -> ThemedSession:
    texts = {name: row[name] or "" for name in ("name_en", "starts", "ends", "chain", "chain_name")}
    return ThemedSession(id=row["id"], name=row["name"], hall=row["hall"], **texts)
