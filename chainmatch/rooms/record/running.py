"""Packing all data of an enterprise as the worker does it."""

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.filing.own_data_files import place_of
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.exchange.own_data import export_own_data
from graph.messages import message
from graph.store import Store

NAME = "own-data"


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Write the ZIP anew."""
    path = place_of(config, job.params["enterprise"])
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    records = export_own_data(
        store,
        job.params["enterprise"],
        path,
        files=config.files,
        at=now(),
        progress=progress,
    )
    size = path.stat().st_size
    note = message("数据已打包，共 %(records)s 条记录。", records=f"{records:,}")
    return Outcome(note, {"records": records, "size": size})


KIND = JobKind(NAME, run)
