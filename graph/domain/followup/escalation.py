"""Escalation: red makes a supervision order with a deadline; not answered, it climbs to a talk."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.domain.followup.rules import Colour


class Level(StrEnum):
    """督办单, then 约谈."""

    ORDER = "order"
    TALK = "talk"


@dataclass(frozen=True)
class Order:
    """What an owner was asked to put right: issued and due are days; empty texts: not yet."""

    level: Level
    issued: date
    due: date
    answered: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class EscalationRule:
    """How long an owner has to answer each level, in days."""

    order_days: int = 10
    talk_days: int = 5

    def due(self, level: Level, issued: date) -> date:
        """Return the last day on which an answer is in time."""
        days = self.order_days if level == Level.ORDER else self.talk_days
        return issued + timedelta(days=days)


DEFAULT_RULE = EscalationRule()


class Step(StrEnum):
    """What is to be done about an item."""

    NOTHING = "nothing"
    ISSUE = "issue"
    WAIT = "wait"
    CLIMB = "climb"
    CLOSE = "close"


def next_step(colour: Colour, order: Order | None, at: date) -> Step:
    """Decide from the light and the open order: a red item has one, another needs none.

    An order climbs the day after its deadline if nobody answered; an answered one waits for the
    light to change; a talk is the top and waits.
    """
    if order is None or order.closed is not None:
        return Step.ISSUE if colour == Colour.RED else Step.NOTHING
    if colour != Colour.RED:
        return Step.CLOSE
    if order.level == Level.ORDER and order.answered is None and at > order.due:
        return Step.CLIMB
    return Step.WAIT
