"""What can be done with surveys of the map."""

from datetime import datetime

from chainmatch.background import asking
from chainmatch.background.map_survey import NAME, survey_params
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.job import Job
from graph.store import Store


def start_survey(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue a survey of today's map; while one is being made, return that one."""
    params = survey_params(store, now)
    return asking.ask_once(store, NAME, Verb.SURVEY_ASKED, params, actor=actor, now=now)


def cancel_survey(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop a survey; the one before stays. Raises NotFound, Forbidden, Conflict."""
    asking.cancel_asked(store, NAME, job_id, actor=actor, now=now)
