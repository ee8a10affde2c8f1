"""Which notices are to be mailed, and that they were: marked together with the letter itself."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.domain.notice import DueReader, KeptNotice
from graph.errors import Conflict
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.post import notices as cypher
from graph.store.post.letters import post_within
from graph.store.post.notices import read_choices, read_notice

DUE_AT_ONCE = 5000


def list_due(store: Store) -> list[DueReader]:
    """List the people with notices that no letter has named, each with them."""
    rows = store.read(cypher.LIST_DUE, limit=DUE_AT_ONCE)
    return [_reader(list(of_one)) for _, of_one in groupby(rows, lambda row: row["email"])]


def leave_unmailed(store: Store, notices: Iterable[KeptNotice]) -> None:
    """Let no letter name these notices: their reader wants none."""
    store.write(cypher.LEAVE_UNMAILED, ids=[notice.id for notice in notices])


def mail(
    store: Store,
    reader: str,
    notices: Sequence[KeptNotice],
    write: Callable[[list[KeptNotice]], Letter],
    *,
    digest_day: str = "",
    at: datetime,
) -> bool:
    """Post one letter about those of the notices that are still due; False where none is.

    Marking and posting stand or fall together, so that nothing is lost and nothing mailed twice,
    whatever stops in between and however many workers try. ``digest_day``: the local date, where
    this is the digest of the day.
    """

    def work(transaction: Transaction) -> bool:
        now = instant_text(at)
        transaction.run(cypher.LOCK_READER, reader=reader, at=now)
        ids = [notice.id for notice in notices]
        rows = transaction.run(cypher.TAKE_DUE, ids=ids, at=now)
        if digest_day:
            transaction.run(cypher.SAVE_DIGEST, reader=reader, day=digest_day)
        if rows:
            post_within(transaction, write([read_notice(row["notice"]) for row in rows]))
        return bool(rows)

    try:
        return store.transact(work)
    except Conflict:
        return False  # another worker posted the letter of this instant


def _reader(rows: Sequence[Row]) -> DueReader:
    first = rows[0]
    return DueReader(
        email=first["email"],
        name=first["name"],
        locale=first["locale"],
        active=first["active"],
        choices=read_choices(first["choices"]),
        digest_day=first["digest_day"] or "",
        notices=tuple(read_notice(row["notice"]) for row in rows),
    )
