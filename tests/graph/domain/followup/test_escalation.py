from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.domain.followup.escalation import DEFAULT_RULE, Level, Order, Step, next_step
from graph.domain.followup.rules import Colour

ISSUED = date(2026, 12, 25)
ORDER = Order(Level.ORDER, ISSUED, DEFAULT_RULE.due(Level.ORDER, ISSUED))
TALK = replace(ORDER, level=Level.TALK)
DAY = timedelta(1)


def test_ten_days_to_answer_cross_the_year() -> None:
    assert ORDER.due == date(2027, 1, 4)
    assert DEFAULT_RULE.due(Level.ORDER, date(2028, 2, 20)) == date(2028, 3, 1)


@pytest.mark.parametrize(
    ("colour", "order", "at", "step"),
    [
        (Colour.GREEN, None, ISSUED, Step.NOTHING),
        (Colour.YELLOW, None, ISSUED, Step.NOTHING),
        (Colour.RED, None, ISSUED, Step.ISSUE),
        (Colour.RED, ORDER, ORDER.due, Step.WAIT),
        (Colour.RED, ORDER, ORDER.due + DAY, Step.CLIMB),
        (Colour.RED, replace(ORDER, answered=ISSUED + DAY), ORDER.due + DAY, Step.WAIT),
        (Colour.RED, TALK, TALK.due + DAY, Step.WAIT),
        (Colour.YELLOW, ORDER, ISSUED, Step.CLOSE),
        (Colour.NONE, TALK, ISSUED, Step.CLOSE),
        (Colour.RED, replace(ORDER, closed=ISSUED), ISSUED + DAY, Step.ISSUE),
        (Colour.GREEN, replace(ORDER, closed=ISSUED), ISSUED + DAY, Step.NOTHING),
    ],
)
def test_what_follows_from_the_light(
    colour: Colour, order: Order | None, at: date, step: Step
) -> None:
    assert next_step(colour, order, at) == step
