"""The survey of the whole map: figures of data quality and likely duplicates, kept with its job.

People ask for one, and each morning the worker does where the map has changed since the last.
"""

from datetime import datetime
from typing import Any

from chainmatch.background.map_refresh import KEYS as REFRESHES
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.formats import local_date
from chainmatch.wording.city import find_city
from graph.data_quality.surveying import read_report, survey
from graph.domain.clock import date_text, now
from graph.domain.data_quality import Report
from graph.domain.job import Job, JobState
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store
from graph.store.map.choices import list_region_choices
from graph.store.map.search import find_mark
from graph.store.work import jobs

NAME = "map-survey"
DAILY = "map-survey-daily"
BY = "chainmatch"
"""Who asked for a survey that came by itself."""
LATEST = 6
"""Surveys looked through for one that is done."""


def find_surveys(store: Store) -> tuple[Job | None, Job | None]:
    """Return the survey that runs or waits and the latest that is done, each if there is one."""
    found = jobs.list_jobs(store, [NAME], skip=0, limit=LATEST)
    live = next((job for job in found if job.is_live), None)
    done = next((job for job in found if job.state == JobState.DONE), None)
    return live, done


def show_report(store: Store) -> Report | None:
    """Read the figures of the latest survey."""
    _, done = find_surveys(store)
    return read_report(done.result) if done else None


def find_home(store: Store) -> str:
    """Return what counted as local in the latest survey."""
    report = show_report(store)
    return report.home if report else ""


def survey_params(store: Store, at: datetime) -> dict[str, Any]:
    """Return what a survey of the map as of today is asked for with: the day, the city's code."""
    city = find_city(store).name
    home = next((each.code for each in list_region_choices(store) if each.name == city), "")
    return {"at": date_text(local_date(at)), "home": home}


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    result = survey(store, job.params["at"], job.params["home"], progress)
    note = message(
        "已按 %(date)s 的图谱统计，找到 %(total)s 对可能重复的企业。",
        date=job.params["at"],
        total=result["duplicates"]["total"],
    )
    return Outcome(note, result)


def _run_daily(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Ask for a survey, unless the latest is of the map as it is."""
    live, done = find_surveys(store)
    mark, is_changing = find_mark(store), any(jobs.find_live(store, key) for key in REFRESHES)
    is_told = bool(done) and read_report(done.result).mark == mark and not is_changing
    if not mark or live or is_told:
        return Outcome(message("图谱没有变化，不必重新统计。"))
    at = now()
    jobs.enqueue(store, kind=NAME, params=survey_params(store, at), created_by=BY, at=at, key=NAME)
    return Outcome(message("图谱有变化，已安排统计数据质量。"))


KIND = JobKind(NAME, _run)
DAILY_KIND = JobKind(DAILY, _run_daily)
