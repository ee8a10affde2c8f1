"""What can be done with surveys of the map."""

from datetime import datetime

from chainmatch.background import asking
from chainmatch.background.map_survey import NAME
from chainmatch.formats import local_date
from chainmatch.wording.city import find_city
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text
from graph.domain.job import Job
from graph.store import Store
from graph.store.map.choices import list_region_choices


def start_survey(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue a survey of today's map; while one is being made, return that one."""
    city = find_city(store).name
    home = next((each.code for each in list_region_choices(store) if each.name == city), "")
    params = {"at": date_text(local_date(now)), "home": home}
    return asking.ask_once(store, NAME, Verb.SURVEY_ASKED, params, actor=actor, now=now)


def cancel_survey(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop a survey; the one before stays. Raises NotFound, Forbidden, Conflict."""
    asking.cancel_asked(store, NAME, job_id, actor=actor, now=now)
