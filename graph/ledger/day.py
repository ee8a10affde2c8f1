"""All projects as they stood at the end of a day, with their lights."""

from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.domain.followup.calendar import add_months
from graph.domain.followup.rulebook import DEFAULT, Rulebook
from graph.domain.followup.rules import SEVERITY, Colour, LightRule, Measure
from graph.domain.followup.stages import CHANGED, ENDED, PRODUCING, PROJECT_STAGES
from graph.domain.projects.track import HUNDRED
from graph.ledger.columns import UNTOLD, Numbers, stage_number
from graph.ledger.layout import Ledger

Mask = NDArray[np.bool_]
NONE = SEVERITY.index(Colour.NONE)
GREEN = SEVERITY.index(Colour.GREEN)


class Day:
    """Arrays with an entry for each project; ``stage`` is UNTOLD where it was not there yet.

    Lights are judged by ``book``, the version of the rules in force on that day.
    """

    def __init__(self, ledger: Ledger, at: date, book: Rulebook = DEFAULT) -> None:
        self.ledger = ledger
        self.at = at
        self.book = book
        day = at.toordinal()
        self.since, self.stage, self.rank, self.signed, self.started = ledger.moves.on(day).T
        self.planned = ledger.plans.on(day)[:, 1:]
        _, self.contracted, self.agreement = ledger.signings.on(day).T
        _, self.arrived = ledger.arrivals.on(day).T
        self.reported, self.progress = ledger.reports.on(day).T

    @property
    def is_there(self) -> Mask:
        """Projects that had a stage by then."""
        return self.stage != UNTOLD

    @property
    def is_out(self) -> Mask:
        """Projects that took a way out."""
        return self.stage >= len(PROJECT_STAGES.stages)

    @property
    def is_dead(self) -> Mask:
        """Projects that ended or became something else."""
        return (self.stage == stage_number(ENDED)) | (self.stage == stage_number(CHANGED))

    @cached_property
    def is_overdue(self) -> Mask:
        """Projects with a planned day, of a stage not reached, that has passed."""
        ahead = np.arange(self.planned.shape[1]) > self.rank[:, None]
        passed = (self.planned > 0) & (self.planned < self.at.toordinal())
        return (ahead & passed).any(axis=1) & self.is_there & ~self.is_out

    @cached_property
    def colours(self) -> Numbers:
        """The light of each project as a place in SEVERITY."""
        colours = np.full(len(self.stage), GREEN, dtype=np.int64)
        for rule in self.book.rules:
            colours = np.maximum(colours, self._colours_by(rule))
        return np.where(self.is_out | ~self.is_there, NONE, colours)

    def _colours_by(self, rule: LightRule) -> Numbers:
        found = np.zeros(len(self.stage), dtype=np.int64)
        for threshold in rule.thresholds:
            holds = self._holds(rule, threshold.at_least, above=threshold.above)
            found = np.maximum(found, np.where(holds, SEVERITY.index(threshold.colour), 0))
        if rule.stages:
            wanted = np.isin(self.stage, [stage_number(key) for key in rule.stages])
            found = np.where(wanted, found, 0)
        return found

    def _holds(self, rule: LightRule, least: int, *, above: bool) -> Mask:
        if rule.measure == Measure.LATE:
            rank = PROJECT_STAGES.rank(rule.milestone)
            planned = self.planned[:, rank]
            passed = (planned < self.at.toordinal()) & (planned <= latest(self.at, least))
            return (planned > 0) & (self.rank < rank) & passed
        if rule.measure == Measure.BEHIND:
            gap = self._expected() - self.progress
            is_known = (self._expected() != UNTOLD) & (self.progress != UNTOLD)
            return is_known & ((gap > least) if above else (gap >= least))
        if rule.measure == Measure.SHORT:
            by = self.ledger.required_by
            due = (by > 0) & (by < self.at.toordinal()) & (self.ledger.required > 0)
            return due & (self.arrived < self.ledger.required)
        return np.maximum(self.since, self.reported) <= latest(self.at, least)

    def _expected(self) -> Numbers:
        """By plan, progress grows evenly from the start to the planned start of production."""
        production = self.planned[:, PROJECT_STAGES.rank(PRODUCING)]
        whole = production - self.started
        share = (self.at.toordinal() - self.started) * HUNDRED // np.maximum(whole, 1)
        expected = np.where(whole > 0, np.minimum(share, HUNDRED), HUNDRED)
        is_planned = (self.started > 0) & (production > 0)
        is_building = self.rank < PROJECT_STAGES.rank(PRODUCING)
        return np.where(is_planned & is_building, expected, UNTOLD)


def latest(at: date, months: int) -> int:
    """Return the last day from which so many months have passed by ``at``, as an ordinal."""
    day = add_months(at, -months) + timedelta(days=4)
    while add_months(day, months) > at:
        day -= timedelta(days=1)
    return day.toordinal()
