"""Months before and after a day: what was signed and started, what is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.domain.followup.calendar import MONTHS_A_YEAR
from graph.domain.followup.stages import PRODUCING, PROJECT_STAGES, STARTED
from graph.ledger.columns import Numbers
from graph.ledger.day import Day

BEFORE, AFTER = 12, 6
FIRST_YEAR = 1970
EPOCH = date(FIRST_YEAR, 1, 1).toordinal()


@dataclass(frozen=True)
class Month:
    """Projects signed and started in a month, and planned to start or to produce in it."""

    name: str
    signed: int
    started: int
    to_start: int
    to_produce: int
    is_past: bool


def list_months(day: Day) -> list[Month]:
    """List the twelve months up to a day and the six after it."""
    present = month_of(np.array([day.at.toordinal()], dtype=np.int64))[0]
    wanted = list(range(int(present) - BEFORE + 1, int(present) + AFTER + 1))
    living = day.is_there & ~day.is_out
    signed = _count(day.signed[day.is_there], wanted)
    started = _count(day.started[day.is_there], wanted)
    to_start = _count(_ahead(day, STARTED)[living], wanted)
    to_produce = _count(_ahead(day, PRODUCING)[living], wanted)
    return [
        Month(
            f"{FIRST_YEAR + month // MONTHS_A_YEAR}-{month % MONTHS_A_YEAR + 1:02}",
            signed[place],
            started[place],
            to_start[place],
            to_produce[place],
            month <= present,
        )
        for place, month in enumerate(wanted)
    ]


def month_of(days: Numbers) -> Numbers:
    """Number the months of days (ordinals) from January 1970 on."""
    told = (days - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return told.astype(np.int64)


def _ahead(day: Day, stage: str) -> Numbers:
    """Return the planned days of a stage not reached that have not passed, else 0."""
    rank = PROJECT_STAGES.rank(stage)
    planned = day.planned[:, rank]
    return np.where((day.rank < rank) & (planned >= day.at.toordinal()), planned, 0)


def _count(days: Numbers, wanted: Sequence[int]) -> list[int]:
    months = month_of(days[days > 0])
    return [int((months == month).sum()) for month in wanted]
