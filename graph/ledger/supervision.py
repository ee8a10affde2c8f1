"""From lights to supervision orders: red issues one, silence makes it a talk, green closes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

import numpy as np

from graph.domain.clock import date_text
from graph.domain.followup.escalation import EscalationRule, Level, Step, next_step
from graph.domain.followup.rules import SEVERITY, Colour
from graph.domain.projects.track import light_of, stand
from graph.errors import Conflict
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.telling import tell_orders
from graph.store import Store
from graph.store.followup import orders
from graph.store.followup.orders import SupervisionOrder


@dataclass(frozen=True)
class Supervised:
    """How many orders were issued, climbed and were closed."""

    issued: int = 0
    climbed: int = 0
    closed: int = 0


def supervise(
    store: Store, *, at: date, by: str, now: datetime, rule: EscalationRule | None = None
) -> Supervised:
    """Bring the orders in line with the lights of a day; running it again changes nothing.

    Deadlines are those of the rules in force unless a ``rule`` is told.

    Raises Conflict where somebody else does the same at this moment.
    """
    day = table.find_day(store, at)
    rule = rule or day.book.escalation
    known = {order.project: order for order in orders.list_open(store)}
    closed, risen = 0, []
    for order, step in _open_steps(day, known):
        if step == Step.CLIMB:
            due = date_text(rule.due(Level.TALK, at))
            if orders.climb(store, order.id, day=date_text(at), due=due, at=now):
                risen.append(replace(order, level=Level.TALK, climbed=date_text(at), due=due))
        elif step == Step.CLOSE:
            closed += orders.close(store, order.id, day=date_text(at), by=by, at=now)
    issued = _issue(store, day, known, rule, by, now)
    tell_orders(store, [*issued, *risen], at=now)
    return Supervised(len(issued), len(risen), closed)


def _open_steps(
    day: Day, known: Mapping[str, SupervisionOrder]
) -> Iterator[tuple[SupervisionOrder, Step]]:
    places = {track.code: place for place, track in enumerate(day.ledger.tracks)}
    colours = day.colours.tolist()
    for code, order in known.items():
        place = places.get(code)
        colour = SEVERITY[colours[place]] if place is not None else Colour.NONE
        yield order, next_step(colour, order.state, day.at)


def _issue(
    store: Store,
    day: Day,
    known: Mapping[str, SupervisionOrder],
    rule: EscalationRule,
    by: str,
    now: datetime,
) -> list[SupervisionOrder]:
    red = np.flatnonzero(day.colours == SEVERITY.index(Colour.RED)).tolist()
    codes = [day.ledger.tracks[place].code for place in red]
    wanted = [code for code in codes if code not in known]
    number = orders.count_of_year(store, day.at.year)
    made = [
        _order(day, store, code, f"{day.at.year}-{number + place:03}", rule, by)
        for place, code in enumerate(wanted, 1)
    ]
    try:
        orders.create_orders(store, made, at=now)
    except Conflict as error:
        raise Conflict("督办单正在由别人更新，请刷新后查看。") from error
    return made


def _order(
    day: Day, store: Store, code: str, number: str, rule: EscalationRule, by: str
) -> SupervisionOrder:
    track = table.find_track(store, code)
    standing = stand(track, date_text(day.at)) if track else None
    reasons = (
        light_of(standing, day.at, day.book.stages, day.book.rules).reasons if standing else ()
    )
    return SupervisionOrder(
        uuid4().hex,
        number,
        code,
        Level.ORDER,
        date_text(day.at),
        date_text(rule.due(Level.ORDER, day.at)),
        tuple(reason.words for reason in reasons if reason.colour == Colour.RED),
        by=by,
    )
