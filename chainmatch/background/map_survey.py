"""The survey of the whole map: figures of data quality and likely duplicates, kept with its job."""

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from graph.data_quality.surveying import survey
from graph.domain.job import Job, JobState
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store
from graph.store.work import jobs

NAME = "map-survey"
LATEST = 6
"""Surveys looked through for one that is done."""


def find_surveys(store: Store) -> tuple[Job | None, Job | None]:
    """Return the survey that runs or waits and the latest that is done, each if there is one."""
    found = jobs.list_jobs(store, [NAME], skip=0, limit=LATEST)
    live = next((job for job in found if job.is_live), None)
    done = next((job for job in found if job.state == JobState.DONE), None)
    return live, done


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    result = survey(store, job.params["at"], job.params["home"], progress)
    note = message(
        "已按 %(date)s 的图谱统计，找到 %(total)s 对可能重复的企业。",
        date=job.params["at"],
        total=result["duplicates"]["total"],
    )
    return Outcome(note, result)


KIND = JobKind(NAME, _run)
