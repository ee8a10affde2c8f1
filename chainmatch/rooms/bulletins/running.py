"""The draft of last month's bulletin as the worker makes it: in the city's own language.

The worker itself speaks the language of the terminal it was started from.
"""

from datetime import timedelta

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.formats import today
from chainmatch.i18n import DEFAULT_LANGUAGE, speaking
from chainmatch.rooms.bulletins import operations
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.domain.sources import DEMO
from graph.errors import BadInput, Conflict
from graph.exchange.demo_map import is_demo_loaded
from graph.messages import message
from graph.store import Store

NAME = "bulletin-monthly"


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Draft it as of the last day of the month before, unless somebody did already."""
    at = today().replace(day=1) - timedelta(days=1)
    try:
        source = DEMO if is_demo_loaded(store) else ""
        with speaking(DEFAULT_LANGUAGE):
            operations.draft(store, actor=None, at=at, now=now(), source=source)
    except (BadInput, Conflict) as error:
        return Outcome(error.message)
    return Outcome(message("%(month)s 的通报已起草。", month=at.isoformat()[:7]))


KIND = JobKind(NAME, _run)
