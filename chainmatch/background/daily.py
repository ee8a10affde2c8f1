"""Work that falls due by itself: asked for by whichever worker comes first, done once."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from chainmatch.background.job_run import Clock
from chainmatch.background.map_lane import MAP_LANE
from chainmatch.background.map_survey import DAILY as SURVEY
from chainmatch.background.search_alerts import NAME as ALERTS
from chainmatch.background.work import JobKind
from chainmatch.formats import ZONE
from chainmatch.rooms.bulletins.running import NAME as BULLETIN
from chainmatch.rooms.orders.running import NAME as PROJECTS
from graph.store import Store
from graph.store.work import jobs

FIRST_HOUR = 6
"""In local time: people find the results when they come to work."""

DUE: Mapping[str, Callable[[date], str]] = {
    PROJECTS: lambda day: day.isoformat(),
    ALERTS: lambda day: day.isoformat(),
    BULLETIN: lambda day: day.isoformat()[:7],
    SURVEY: lambda day: day.isoformat(),
}
"""Kinds of work and the name of each turn: one job a day, one a month. They are done in this
order: the survey is of what the others have made of the map."""
STEP = timedelta(milliseconds=1)


class Daily:
    """Asks for what is due; several workers may, the database keeps one job of each turn."""

    def __init__(self, store: Store, kinds: Mapping[str, JobKind], clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kinds = [name for name in DUE if name in kinds]
        self._asked: date | None = None

    def ask(self) -> None:
        """Put today's work in the queue, unless that was done already."""
        now = self._clock()
        local = now.astimezone(ZONE)
        if local.hour < FIRST_HOUR or self._asked == local.date():
            return
        for place, kind in enumerate(self._kinds):
            turn, at = f"{kind}:{DUE[kind](local.date())}", now + place * STEP
            jobs.enqueue_once(self._store, turn, kind=kind, params={}, at=at, lane=MAP_LANE)
        self._asked = local.date()
