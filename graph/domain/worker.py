"""A worker process, as it last told of itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WorkerSeen:
    """``id`` is host:pid:mark; instants are ISO in UTC; ``job`` is what it works on, or empty."""

    id: str
    started_at: str
    seen_at: str
    job: str = ""
