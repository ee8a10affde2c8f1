"""The daily check of signed projects as the worker runs it."""

from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.formats import today
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.ledger.chain_edges import make_real
from graph.ledger.supervision import supervise
from graph.ledger.telling import tell_lights
from graph.messages import message
from graph.store import Store
from graph.store.desk.pair_outcomes import keep_outcomes

NAME = "projects-daily"
BY = "chainmatch"


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Tell of changed lights, keep what became of pairs, bring the orders in line.

    All may run twice without harm.
    """
    at = today()
    progress(0, 2, message("正在核对灯色"))
    changed = tell_lights(store, at=at, now=now())
    if make_real(store, None, at=at, now=now()):
        ask_for_refresh(store, created_by=BY, at=now())
    keep_outcomes(store, at=now())
    progress(1, 2, message("正在更新督办单"))
    done = supervise(store, at=at, by=BY, now=now())
    return Outcome(
        message(
            "灯色变化 %(changed)s 个；督办单新发 %(issued)s 份，升级约谈 %(climbed)s 份，"
            "办结 %(closed)s 份。",
            changed=changed,
            issued=done.issued,
            climbed=done.climbed,
            closed=done.closed,
        )
    )


KIND = JobKind(NAME, _run)
