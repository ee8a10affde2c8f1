"""Failures of late in the graph: what all processes of an installation count together."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from graph.domain.clock import instant_text
from graph.errors import Conflict
from graph.store.connection import Store, Transaction
from graph.store.cypher.people import throttles as cypher

RACES = 10


def count_failures(store: Store, subject: str, *, at: datetime, seconds: float) -> int:
    """Count the failures of a subject within the last seconds."""
    since = instant_text(at - timedelta(seconds=seconds))
    row = store.read_one(cypher.COUNT, key=_key(subject), since=since)
    return row["total"] if row else 0


def record_failure(store: Store, subject: str, *, at: datetime, seconds: float) -> None:
    """Remember one failure, and forget all that are older than the seconds."""
    since = instant_text(at - timedelta(seconds=seconds))
    said = {"key": _key(subject), "at": instant_text(at), "since": since}

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.MAKE, **said)
        transaction.run(cypher.ADD, **said)
        transaction.run(cypher.FORGET_OLD, since=since)

    _whoever_makes_it(store, work)


def _whoever_makes_it(store: Store, work: Callable[[Transaction], None]) -> None:
    """Run the work again where another process made the same record at the same moment."""
    for _ in range(RACES):
        try:
            return store.transact(work)
        except Conflict:
            continue
    return store.transact(work)


def _key(subject: str) -> str:
    """Keep no address that somebody merely typed."""
    return sha256(subject.encode()).hexdigest()
