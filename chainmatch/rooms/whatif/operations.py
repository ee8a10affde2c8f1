"""What can be done with rankings of the whole map."""

from datetime import datetime

from chainmatch.background import asking
from chainmatch.background.asking import can_cancel
from chainmatch.formats import local_date
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text
from graph.domain.job import Job
from graph.store import Store

__all__ = ["RANKING", "can_cancel", "cancel_ranking", "find_ranking", "start_ranking"]

RANKING = "map-ranking"


def start_ranking(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue a ranking of today's map; while one is being computed, return that one."""
    params = {"at": date_text(local_date(now))}
    return asking.ask_once(store, RANKING, Verb.RANKING_ASKED, params, actor=actor, now=now)


def cancel_ranking(store: Store, *, actor: Account, job_id: str, now: datetime) -> None:
    """Stop a ranking; nothing of it is kept. Raises NotFound, Forbidden, Conflict."""
    asking.cancel_asked(store, RANKING, job_id, actor=actor, now=now)


def find_ranking(store: Store, job_id: str) -> Job:
    """Return one ranking. Raises NotFound."""
    return asking.find_asked(store, RANKING, job_id)
