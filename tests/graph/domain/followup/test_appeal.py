"""The engine follows other things too: an appeal (企业诉求), with stages of its own."""

from datetime import date, timedelta

import pytest

from graph.domain.followup.escalation import EscalationRule, Level, Order, Step, next_step
from graph.domain.followup.lights import Facts, evaluate
from graph.domain.followup.rules import Colour, LightRule, Measure, Threshold
from graph.domain.followup.stages import Direction, EvidenceKind, Stage, StageScheme
from graph.errors import BadInput

APPEAL = StageScheme(
    1,
    (
        Stage("received", "受理", "Received"),
        Stage("assigned", "交办", "Assigned"),
        Stage("answered", "答复", "Answered", (EvidenceKind.OTHER,)),
        Stage("confirmed", "企业确认", "Confirmed"),
    ),
    (Stage("withdrawn", "撤回", "Withdrawn"),),
)
RULES = (
    LightRule(
        "late_answer",
        Measure.LATE,
        (Threshold(Colour.YELLOW, 0), Threshold(Colour.RED, 1)),
        milestone="answered",
    ),
    LightRule(
        "silent",
        Measure.SILENT,
        (Threshold(Colour.YELLOW, 1), Threshold(Colour.RED, 2)),
        stages=("received", "assigned"),
    ),
)
ESCALATION = EscalationRule(order_days=3, talk_days=2)
DUE = date(2027, 12, 31)


def light(stage: str, day: date, heard: date = DUE) -> Colour:
    facts = Facts(stage, planned={"answered": DUE}, heard=heard)
    return evaluate(facts, APPEAL, day, RULES).colour


@pytest.mark.parametrize(
    ("stage", "day", "colour"),
    [
        ("assigned", date(2027, 12, 31), Colour.GREEN),
        ("assigned", date(2028, 1, 1), Colour.YELLOW),
        ("assigned", date(2028, 1, 30), Colour.YELLOW),
        ("assigned", date(2028, 1, 31), Colour.RED),
        ("answered", date(2028, 3, 1), Colour.GREEN),
        ("withdrawn", date(2028, 3, 1), Colour.NONE),
    ],
)
def test_an_appeal_has_its_light(stage: str, day: date, colour: Colour) -> None:
    assert light(stage, day) == colour


def test_silence_is_counted_over_a_leap_day() -> None:
    quiet = date(2027, 12, 29)
    assert [light("received", day, quiet) for day in (date(2028, 2, 28), date(2028, 2, 29))] == [
        Colour.RED,
        Colour.RED,
    ]
    facts = Facts("received", heard=quiet)
    assert [evaluate(facts, APPEAL, day, RULES).colour for day in (date(2028, 2, 28),)] == [
        Colour.YELLOW
    ]
    assert evaluate(facts, APPEAL, date(2028, 2, 29), RULES).colour == Colour.RED


def test_its_stages_are_kept_like_those_of_projects() -> None:
    assert APPEAL.move(["received"], "assigned").direction == Direction.FORWARD
    with pytest.raises(BadInput, match="从当前阶段到“企业确认”跳过了 交办、答复，请写明原因。"):
        APPEAL.move(["received"], "confirmed")
    assert APPEAL.move(["received", "assigned"], "received", "交办错了").direction == Direction.BACK


def test_it_climbs_by_its_own_deadlines() -> None:
    issued = date(2028, 2, 28)
    order = Order(Level.ORDER, issued, ESCALATION.due(Level.ORDER, issued))
    assert order.due == date(2028, 3, 2)
    assert next_step(Colour.RED, None, issued) == Step.ISSUE
    assert next_step(Colour.RED, order, order.due) == Step.WAIT
    assert next_step(Colour.RED, order, order.due + timedelta(1)) == Step.CLIMB
    assert next_step(Colour.GREEN, order, issued) == Step.CLOSE
