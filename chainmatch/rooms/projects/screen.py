"""The figures of a day on one screen: funnel, amounts, groups, projects at risk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from chainmatch.formats import local_midnight
from chainmatch.i18n import mark
from chainmatch.rooms.projects.queries import chains_of, group_name, group_names
from chainmatch.rooms.projects.timeline import Month, list_months
from graph.domain.clock import instant_text
from graph.domain.followup.rules import SEVERITY, Colour
from graph.domain.followup.stages import PRODUCING, PROJECT_STAGES, SIGNED, STARTED, Stage
from graph.domain.projects.indicators import Dimension, Figure, Indicator
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.figures import figures, figures_by
from graph.ledger.listing import ListedProject, list_page
from graph.store import Store
from graph.store.conference.funnels import count_approach

AT_RISK = 10


@dataclass(frozen=True)
class StageBar:
    """A stage of the funnel: projects that are in it, that reached it, and their amount."""

    stage: Stage
    present: int
    reached: int
    amount: int


@dataclass(frozen=True)
class RoadBar:
    """A step of the road 推荐 → 投产: how many came so far, and the yuan signed by them."""

    word: str
    number: int
    amount: int = 0
    stage: str = ""


ROAD = (
    mark("推荐后有行动"),
    mark("申请对接"),
    mark("达成对接"),
    mark("签约"),
    mark("开工"),
    mark("投产"),
)


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
    road: list[RoadBar]
    months: list[Month]


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
        _road(store, day),
        list_months(day),
    )


def _road(store: Store, day: Day) -> list[RoadBar]:
    """Follow the road from a recommendation to production; links lead to the projects behind."""
    until = local_midnight(day.at + timedelta(days=1))
    approach = count_approach(store, until=instant_text(until))
    living = day.is_there & ~day.is_dead
    bars = [
        RoadBar(ROAD[0], approach.recommended),
        RoadBar(ROAD[1], approach.requested),
        RoadBar(ROAD[2], approach.agreed),
    ]
    for word, stage in zip(ROAD[3:], (SIGNED, STARTED, PRODUCING), strict=True):
        reached = living & (day.rank >= PROJECT_STAGES.rank(stage))
        bars.append(RoadBar(word, int(reached.sum()), int(day.contracted[reached].sum()), stage))
    return bars


def _funnel(day: Day) -> list[StageBar]:
    living = day.is_there & ~day.is_dead
    bars = []
    for rank, stage in enumerate(day.book.stages.stages):
        reached = living & (day.rank >= rank)
        amount = int(day.contracted[living & (day.rank == rank)].sum())
        present = int((day.stage == rank).sum())
        if stage.used or present:
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
