"""What can be done with supervision orders."""

from dataclasses import asdict
from datetime import date, datetime

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text
from graph.domain.projects.rights import can_keep, can_report
from graph.errors import Forbidden
from graph.ledger.supervision import Supervised, supervise
from graph.store import Store
from graph.store.followup import orders, projects
from graph.store.followup.orders import SupervisionOrder


def update(store: Store, *, actor: Account, today: date, now: datetime) -> Supervised:
    """Bring the orders in line with today's lights. Raises Forbidden, Conflict."""
    if not can_keep(actor):
        raise Forbidden("只有会务和管理员可以更新督办单。")
    done = supervise(store, at=today, by=actor.email, now=now)
    audit.record(
        store, actor=actor, verb=Verb.PROJECT_ORDER, subject="", after=asdict(done), at=now
    )
    return done


def answer(
    store: Store, *, actor: Account, order: SupervisionOrder, text: str, today: date, now: datetime
) -> None:
    """Answer an order: its keepers, those who signed, the responsible unit.

    Raises Forbidden, Conflict.
    """
    project = projects.find_project(store, order.project)
    if not can_report(actor, [party.code for party in project.parties], project.unit):
        raise Forbidden("只有签约企业、责任单位、会务和管理员可以答复。")
    orders.answer(store, order.id, text=text, day=date_text(today), by=actor.email, at=now)
    audit.record(
        store,
        actor=actor,
        verb=Verb.PROJECT_ORDER,
        subject=order.project,
        after={"number": order.number, "answer": text},
        at=now,
    )
