"""The figures of a day on one screen: funnel, amounts, groups, projects at risk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from chainmatch.projects.queries import chains_of, group_name, group_names
from graph.domain.followup.rules import SEVERITY, Colour
from graph.domain.followup.stages import PROJECT_STAGES, Stage
from graph.domain.projects.indicators import Dimension, Figure, Indicator
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.figures import figures, figures_by
from graph.ledger.listing import ListedProject, list_page
from graph.store import Store

AT_RISK = 10


@dataclass(frozen=True)
class StageBar:
    """A stage of the funnel: projects that are in it, that reached it, and their amount."""

    stage: Stage
    present: int
    reached: int
    amount: int


@dataclass(frozen=True)
class GroupRow:
    """The figures of one group."""

    key: str
    name: str
    figures: dict[Indicator, Figure]


@dataclass(frozen=True)
class Screen:
    """All that the dashboard shows."""

    at: date
    by: Dimension
    figures: dict[Indicator, Figure]
    funnel: list[StageBar]
    lights: dict[Colour, int]
    exits: dict[str, int]
    groups: list[GroupRow]
    at_risk: list[ListedProject]
    contracted: int
    arrived: int


def dimension(text: str) -> Dimension:
    """Read by what is grouped; anything odd is by district."""
    return Dimension(text) if text in set(Dimension) else Dimension.REGION


def show_screen(store: Store, *, at: date, by: Dimension) -> Screen:
    """Compute the dashboard of a day."""
    day = table.find_day(store, at)
    found = figures(day)
    return Screen(
        at,
        by,
        found,
        _funnel(day),
        _lights(day),
        _exits(day),
        _groups(store, day, by),
        _at_risk(day),
        found[Indicator.FUNDS].denominator,
        found[Indicator.FUNDS].numerator,
    )


def _funnel(day: Day) -> list[StageBar]:
    living = day.is_there & ~day.is_dead
    bars = []
    for rank, stage in enumerate(PROJECT_STAGES.stages):
        reached = living & (day.rank >= rank)
        amount = int(day.contracted[living & (day.rank == rank)].sum())
        present = int((day.stage == rank).sum())
        bars.append(StageBar(stage, present, int(reached.sum()), amount))
    return bars


def _lights(day: Day) -> dict[Colour, int]:
    numbers = np.bincount(day.colours[day.is_there], minlength=len(SEVERITY)).tolist()
    return dict(zip(SEVERITY, numbers, strict=True))


def _exits(day: Day) -> dict[str, int]:
    first = len(PROJECT_STAGES.stages)
    return {
        stage.key: int((day.stage == first + place).sum())
        for place, stage in enumerate(PROJECT_STAGES.exits)
    }


def _groups(store: Store, day: Day, by: Dimension) -> list[GroupRow]:
    chains = chains_of(store, day) if by == Dimension.CHAIN else {}
    names = group_names(store, by)
    rows = [
        GroupRow(key, group_name(names, key), found)
        for key, found in figures_by(day, by, chains).items()
        if found[Indicator.START].denominator
    ]
    return sorted(rows, key=_by_start)


def _by_start(row: GroupRow) -> Sequence[float]:
    figure = row.figures[Indicator.START]
    return (-(figure.value or 0.0), -figure.denominator)


def _at_risk(day: Day) -> list[ListedProject]:
    worrying = np.isin(
        day.colours, [SEVERITY.index(colour) for colour in (Colour.YELLOW, Colour.RED)]
    )
    return list_page(day, worrying, order="risk", skip=0, limit=AT_RISK)
