"""What follows from the map is brought in line after a small change, by a worker."""

from datetime import datetime

from chainmatch.background.map_lane import MAP_LANE
from chainmatch.background.search_alerts import ask_for_alerts
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from graph.derive import refresh
from graph.domain.clock import now
from graph.domain.job import Job, JobState
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store
from graph.store.work import jobs

NAME = "map-refresh"
KEYS = ("map-refresh", "map-refresh-next")
"""One may run while another waits: what changed since the first began is for the second."""


def ask_for_refresh(store: Store, *, created_by: str, at: datetime) -> None:
    """Let search, filters and recommendations learn of a change; many changes make one job."""
    for key in KEYS:
        job = jobs.enqueue(
            store, kind=NAME, params={}, created_by=created_by, at=at, key=key, lane=MAP_LANE
        )
        if job.state == JobState.QUEUED:
            return


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    refresh(store, progress)
    ask_for_alerts(store, at=now())
    return Outcome(message("搜索和推荐已按最新图谱更新。"))


KIND = JobKind(NAME, _run)
