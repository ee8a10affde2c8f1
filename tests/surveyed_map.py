"""A survey of the map's quality, made as the worker makes it."""

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.map_survey import NAME, survey_params
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from graph.domain.clock import now
from graph.store import Store
from graph.store.work import jobs


def survey_map(store: Store, config: Config) -> None:
    """Let a worker survey the map as it is today."""
    params = survey_params(store, now())
    jobs.enqueue(store, kind=NAME, params=params, created_by="x@y.z", at=now(), key=NAME)
    assert Worker(store, config, {NAME: KINDS[NAME]}).run_one()
