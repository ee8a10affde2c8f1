"""Lights: rules evaluated at a date to a colour with its reasons in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.domain.followup.calendar import add_months, full_months
from graph.domain.followup.rules import (
    PROJECT_RULES,
    SEVERITY,
    Colour,
    LightRule,
    Measure,
    Threshold,
)
from graph.domain.followup.stages import Stage, StageScheme
from graph.messages import Message, message


@dataclass(frozen=True)
class Facts:
    """What is known of an item on a day. Amounts in whole yuan, progress in points of 100.

    ``planned`` holds planned dates by stage; ``expected`` and ``progress`` are None where not
    told; ``required`` is what should have arrived by now; ``heard`` is the last day of any news.
    """

    stage: str
    planned: Mapping[str, date] = field(default_factory=dict)
    expected: int | None = None
    progress: int | None = None
    required: int = 0
    arrived: int = 0
    heard: date | None = None


@dataclass(frozen=True)
class Reason:
    """Which rule gave which colour, and why in words."""

    rule: str
    colour: Colour
    words: Message


@dataclass(frozen=True)
class Light:
    """The worst colour of all rules; ``reasons`` from the worst on, empty for green."""

    colour: Colour
    reasons: tuple[Reason, ...] = ()


def evaluate(
    facts: Facts, scheme: StageScheme, at: date, rules: Sequence[LightRule] = PROJECT_RULES
) -> Light:
    """Give an item its light as of a day; what took a way out shows none."""
    if scheme.is_exit(facts.stage):
        return Light(Colour.NONE)
    reasons = [reason for rule in rules if (reason := _apply(rule, facts, scheme, at))]
    if not reasons:
        return Light(Colour.GREEN)
    reasons.sort(key=lambda reason: -SEVERITY.index(reason.colour))
    return Light(reasons[0].colour, tuple(reasons))


def _apply(rule: LightRule, facts: Facts, scheme: StageScheme, at: date) -> Reason | None:
    if rule.stages and facts.stage not in rule.stages:
        return None
    if rule.measure == Measure.LATE:
        return _late(rule, facts, scheme, at)
    if rule.measure == Measure.BEHIND:
        return _behind(rule, facts)
    if rule.measure == Measure.SHORT:
        return _short(rule, facts)
    return _silent(rule, facts, at)


def _late(rule: LightRule, facts: Facts, scheme: StageScheme, at: date) -> Reason | None:
    planned = facts.planned.get(rule.milestone)
    if planned is None or scheme.rank(facts.stage) >= scheme.rank(rule.milestone) or at <= planned:
        return None
    colour = _worst(rule, lambda each: add_months(planned, each.at_least) <= at)
    if colour is None:
        return None
    return Reason(rule.name, colour, _late_words(scheme.find(rule.milestone), planned, at))


def _late_words(stage: Stage, planned: date, at: date) -> Message:
    months = full_months(planned, at)
    if months:
        return message(
            "计划 %(date)s %(stage)s，已过 %(months)s 个月",
            date=planned.isoformat(),
            stage=stage.place,
            months=months,
        )
    return message(
        "计划 %(date)s %(stage)s，已过 %(days)s 天",
        date=planned.isoformat(),
        stage=stage.place,
        days=(at - planned).days,
    )


def _behind(rule: LightRule, facts: Facts) -> Reason | None:
    if facts.expected is None or facts.progress is None:
        return None
    gap = facts.expected - facts.progress
    colour = _worst(rule, lambda each: gap > each.at_least if each.above else gap >= each.at_least)
    words = message(
        "进度 %(progress)s%%，按计划应为 %(expected)s%%，落后 %(gap)s 个百分点",
        progress=facts.progress,
        expected=facts.expected,
        gap=gap,
    )
    return Reason(rule.name, colour, words) if colour else None


def _short(rule: LightRule, facts: Facts) -> Reason | None:
    if not facts.required or facts.arrived >= facts.required:
        return None
    words = message(
        "按约定应到位 %(required)s 元，实际到位 %(arrived)s 元",
        required=f"{facts.required:,}",
        arrived=f"{facts.arrived:,}",
    )
    return Reason(rule.name, rule.thresholds[-1].colour, words)


def _silent(rule: LightRule, facts: Facts, at: date) -> Reason | None:
    heard = facts.heard
    if heard is None:
        return None
    colour = _worst(rule, lambda each: add_months(heard, each.at_least) <= at)
    words = message(
        "%(date)s 以后没有新的洽谈进展，已 %(months)s 个月",
        date=heard.isoformat(),
        months=full_months(heard, at),
    )
    return Reason(rule.name, colour, words) if colour else None


def _worst(rule: LightRule, holds: Callable[[Threshold], bool]) -> Colour | None:
    reached = [each.colour for each in rule.thresholds if holds(each)]
    return max(reached, key=SEVERITY.index) if reached else None
