"""The ranking of the whole map as the worker runs it."""

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.rooms.whatif.operations import RANKING
from graph.analysis.ranking import rank_map
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Rank; the result stays with the job, under the date of the map. Raises Cancelled."""
    found = rank_map(store, job.params["at"], progress)
    note = message(
        "已按 %(date)s 的图谱排出 %(firms)s 家企业、%(nodes)s 个节点。",
        date=found["at"],
        firms=len(found["enterprises"]),
        nodes=len(found["nodes"]),
    )
    return Outcome(note, found)


KIND = JobKind(RANKING, run, can_wait=True)
