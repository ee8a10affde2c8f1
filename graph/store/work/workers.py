"""Which workers are alive."""

from datetime import datetime, timedelta

from graph.domain.clock import instant_text
from graph.domain.worker import WorkerSeen
from graph.store.connection import Store
from graph.store.cypher.work import workers as cypher

ALIVE_SECONDS = 15
KEPT = timedelta(days=1)


def beat(store: Store, worker: str, *, started_at: datetime, job: str, at: datetime) -> None:
    """Tell that a worker is alive and what it works on."""
    store.write(
        cypher.BEAT,
        id=worker,
        started_at=instant_text(started_at),
        seen_at=instant_text(at),
        job=job,
    )


def list_alive(store: Store, *, at: datetime) -> list[WorkerSeen]:
    """List workers heard of within ALIVE_SECONDS, the longest running first."""
    since = instant_text(at - timedelta(seconds=ALIVE_SECONDS))
    return [WorkerSeen(**row["worker"]) for row in store.read(cypher.LIST_SEEN, since=since)]


def forget(store: Store, worker: str) -> None:
    """Strike off a worker that stops."""
    store.write(cypher.FORGET, id=worker)


def forget_old(store: Store, *, at: datetime) -> None:
    """Strike off workers that died long ago."""
    store.write(cypher.FORGET_BEFORE, before=instant_text(at - KEPT))
