"""Long work that runs outside a request, with a lease so that a dead worker's job is taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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

    ``note`` says in words what is going on; ``result`` is what the work returned.
    """

    id: str
    kind: str
    state: JobState
    params: Mapping[str, Any] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)
    done: int = 0
    total: int = 0
    note: str = ""
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
