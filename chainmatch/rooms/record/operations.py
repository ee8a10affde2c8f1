"""Asking for an enterprise's data."""

from datetime import datetime

from chainmatch import audit
from chainmatch.rooms.record.running import NAME
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.job import Job
from graph.errors import BadInput, Forbidden
from graph.store import Store
from graph.store.work import jobs


def own_code(actor: Account, asked: str) -> str:
    """Return the enterprise whose record is meant.

    Raises Forbidden (another's), BadInput (who reviews must name one).
    """
    code = asked or actor.enterprise
    if not code and actor.can_review:
        raise BadInput("请先从企业页面打开要看的企业。")
    if not code or (code != actor.enterprise and not actor.can_review):
        raise Forbidden("您的账号看不到这家企业的动态。")
    return code


def ask_for_data(store: Store, *, actor: Account, enterprise: str, now: datetime) -> Job:
    """Let a worker pack all data of an enterprise; a second click joins the first."""
    audit.record(store, actor=actor, verb=Verb.DATA_EXPORTED, subject=enterprise, at=now)
    return jobs.enqueue(
        store,
        kind=NAME,
        params={"enterprise": enterprise},
        created_by=actor.email,
        at=now,
        key=f"{NAME}:{enterprise}",
    )
