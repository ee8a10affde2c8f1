"""Work that comes round: however many workers there are, one of them does it each time."""

from datetime import datetime, timedelta

from graph.domain.clock import instant_text
from graph.errors import Conflict
from graph.store.connection import Store, Transaction
from graph.store.cypher.work import rounds as cypher


def take_turn(store: Store, name: str, *, every: timedelta, at: datetime) -> bool:
    """Tell whether the work is due and the caller's to do; the next time is ``every`` later.

    Whoever dies in the middle leaves it to the next time: the work must be idempotent.
    """
    now, later = instant_text(at), instant_text(at + every)
    row = store.read_one(cypher.FIND, name=name)
    if row and row["next_at"] > now:
        return False

    def work(transaction: Transaction) -> bool:
        transaction.run(cypher.OPEN, name=name)
        transaction.run(cypher.LOCK, name=name, at=now)
        return bool(transaction.run(cypher.TAKE, name=name, at=now, next_at=later))

    try:
        return store.transact(work)
    except Conflict:
        return False  # another worker opened the first round at the same moment
