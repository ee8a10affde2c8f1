"""Long work that runs outside a request, with a lease so that a dead worker's job is taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from graph.domain.clock import parse_instant
from graph.messages import Message

LEASE_SECONDS = 20
"""A worker that has not been heard of for so long is taken for dead."""
MAX_ATTEMPTS = 3
ESTIMATE_AFTER_SECONDS = 2.0


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


LIVE_STATES = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True)
class Job:
    """A piece of long work. Times are ISO instants in UTC; ``done`` and ``total`` count steps.

    ``key`` names the work itself: while a job with this key lives, no second one is made.
    Jobs of one ``lane`` run one after the other. ``note`` says in words what is going on, and
    why a failed job failed; ``result`` is what the work returned.
    """

    id: str
    kind: str
    state: JobState
    key: str = ""
    lane: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)
    done: int = 0
    total: int = 0
    note: Message = field(default_factory=Message)
    created_by: str = ""
    created_at: str = ""
    started_at: str = ""
    finished_at: str = ""
    lease_until: str = ""
    worker: str = ""
    attempts: int = 0
    cancel_asked: bool = False

    @property
    def is_live(self) -> bool:
        """Queued or running."""
        return self.state in LIVE_STATES

    @property
    def can_retry(self) -> bool:
        """Failed or cancelled: may be put in the queue again."""
        return self.state in {JobState.FAILED, JobState.CANCELLED}

    @property
    def share(self) -> float | None:
        """How much is done, from 0 to 1; None where the total is not known."""
        return min(1.0, self.done / self.total) if self.total else None


def remaining_seconds(job: Job, now: datetime) -> int | None:
    """Estimate how long a running job will still take from its pace so far; None: no telling."""
    if job.state != JobState.RUNNING or not job.share:
        return None
    spent = (now - parse_instant(job.started_at)).total_seconds()
    if spent < ESTIMATE_AFTER_SECONDS:
        return None
    return round(spent * (1 - job.share) / job.share)
