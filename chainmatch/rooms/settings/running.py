"""The removal of the demo data as the worker runs it."""

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.demo.loading import remove_demo
from chainmatch.rooms.settings.operations import DEMO_REMOVAL, check_demo_can_go
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Remove the demo map and its accounts. Raises Conflict where that locks everybody out."""
    check_demo_can_go(store)
    removed = remove_demo(store, progress)
    return Outcome(
        message("演示数据已移除，共 %(count)s 条。", count=removed), {"removed": removed}
    )


KIND = JobKind(DEMO_REMOVAL, run)
