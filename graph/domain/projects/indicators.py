"""Figures over many projects, each with numerator, denominator, day, and the projects behind it.

This is the definition, project by project; graph/ledger computes the same over ten thousand at
once and is tested against it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.domain.followup.stages import (
    AT_CAPACITY,
    FULFILLED,
    PRODUCING,
    PROJECT_STAGES,
    SIGNED,
    STARTED,
    StageScheme,
)
from graph.domain.projects.track import Standing, plans_at


class Indicator(StrEnum):
    """What is asked; see docs/projects.md for sources and definitions."""

    FULFILMENT = "fulfilment"
    START = "start"
    START_OF_FULFILLED = "start_of_fulfilled"
    PRODUCTION = "production"
    CAPACITY = "capacity"
    FUNDS = "funds"
    DAYS_TO_START = "days_to_start"
    OVERDUE = "overdue"


class Dimension(StrEnum):
    """By what figures are grouped."""

    CHAIN = "chain"
    REGION = "region"
    EVENT = "event"
    UNIT = "unit"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Figure:
    """``counted`` are the codes behind the numerator, ``among`` those behind the denominator.

    Numerator and denominator count projects, but yuan for FUNDS, and days over projects for
    DAYS_TO_START.
    """

    indicator: Indicator
    at: str
    numerator: int
    denominator: int
    counted: tuple[str, ...]
    among: tuple[str, ...]

    @property
    def value(self) -> float | None:
        """Numerator by denominator; None where nothing can be divided."""
        return self.numerator / self.denominator if self.denominator else None


def figure(
    indicator: Indicator,
    standings: Sequence[Standing],
    at: str,
    scheme: StageScheme = PROJECT_STAGES,
) -> Figure:
    """Compute one indicator over projects as they stood on a day.

    Denominators hold every project ever signed by then, also those that ended: an abandoned
    project must not improve a rate. Numerators leave out the ended and the changed ones.
    """
    signed = [each for each in standings if each.signed]
    return _COMPUTE[indicator](signed, at, scheme)


def figures(
    standings: Sequence[Standing], at: str, scheme: StageScheme = PROJECT_STAGES
) -> dict[Indicator, Figure]:
    """Compute all indicators."""
    signed = [each for each in standings if each.signed]
    return {each: compute(signed, at, scheme) for each, compute in _COMPUTE.items()}


def group(standings: Iterable[Standing], by: Dimension) -> dict[str, list[Standing]]:
    """Group projects; one whose node stands in two chains is in both groups, '' is unknown."""
    groups: dict[str, list[Standing]] = defaultdict(list)
    keys = _KEYS[by]
    for standing in standings:
        for key in keys(standing):
            groups[key].append(standing)
    return dict(groups)


@dataclass(frozen=True)
class Rate:
    """Projects that reached ``stage``, by those that reached the stage ``among``."""

    stage: str
    among: str


RATES: Mapping[Indicator, Rate] = {
    Indicator.FULFILMENT: Rate(FULFILLED, SIGNED),
    Indicator.START: Rate(STARTED, SIGNED),
    Indicator.START_OF_FULFILLED: Rate(STARTED, FULFILLED),
    Indicator.PRODUCTION: Rate(PRODUCING, SIGNED),
    Indicator.CAPACITY: Rate(AT_CAPACITY, SIGNED),
}


def _rate(
    indicator: Indicator, rate: Rate
) -> Callable[[Sequence[Standing], str, StageScheme], Figure]:
    def compute(signed: Sequence[Standing], at: str, scheme: StageScheme) -> Figure:
        low, high = scheme.rank(rate.among), scheme.rank(rate.stage)
        among = [each for each in signed if each.rank >= low]
        counted = [each for each in among if each.rank >= high and not each.is_dead]
        return _figure(indicator, at, len(counted), len(among), counted, among)

    return compute


def _funds(signed: Sequence[Standing], at: str, _scheme: StageScheme) -> Figure:
    arrived = sum(each.arrived for each in signed)
    contracted = sum(each.contracted for each in signed)
    counted = [each for each in signed if each.arrived]
    return _figure(Indicator.FUNDS, at, arrived, contracted, counted, signed)


def _days_to_start(signed: Sequence[Standing], at: str, _scheme: StageScheme) -> Figure:
    started = [each for each in signed if each.started]
    days = sum(
        date.fromisoformat(each.started).toordinal() - date.fromisoformat(each.signed).toordinal()
        for each in started
    )
    return _figure(Indicator.DAYS_TO_START, at, days, len(started), started, started)


def _overdue(signed: Sequence[Standing], at: str, scheme: StageScheme) -> Figure:
    living = [each for each in signed if not scheme.is_exit(each.stage)]
    late = [each for each in living if is_overdue(each, at, scheme)]
    return _figure(Indicator.OVERDUE, at, len(late), len(living), late, living)


def is_overdue(standing: Standing, at: str, scheme: StageScheme = PROJECT_STAGES) -> bool:
    """Tell whether a planned day of a stage not yet reached has passed."""
    return any(
        day < at and scheme.rank(stage) > standing.rank
        for stage, day in plans_at(standing.track, at).items()
    )


def _figure(
    indicator: Indicator,
    at: str,
    numerator: int,
    denominator: int,
    counted: Sequence[Standing],
    among: Sequence[Standing],
) -> Figure:
    return Figure(
        indicator,
        at,
        numerator,
        denominator,
        tuple(each.track.code for each in counted),
        tuple(each.track.code for each in among),
    )


_COMPUTE: Mapping[Indicator, Callable[[Sequence[Standing], str, StageScheme], Figure]] = {
    **{each: _rate(each, rate) for each, rate in RATES.items()},
    Indicator.FUNDS: _funds,
    Indicator.DAYS_TO_START: _days_to_start,
    Indicator.OVERDUE: _overdue,
}

_KEYS: Mapping[Dimension, Callable[[Standing], tuple[str, ...]]] = {
    Dimension.CHAIN: lambda each: each.track.chains or ("",),
    Dimension.REGION: lambda each: (each.track.region,),
    Dimension.EVENT: lambda each: (each.track.event,),
    Dimension.UNIT: lambda each: (each.track.unit,),
    Dimension.AGREEMENT: lambda each: (each.agreement,),
}
