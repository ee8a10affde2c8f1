"""What a bulletin says of a day, gathered from the ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.domain.bulletin import Content, GroupLine, LateLine, MoveLine, StageLine
from graph.domain.districts import draw
from graph.domain.followup.escalation import Level
from graph.domain.followup.rules import SEVERITY
from graph.domain.followup.stages import PRODUCING, PROJECT_STAGES
from graph.domain.message_json import message_to_json
from graph.domain.projects.indicators import Dimension, Figure, Indicator
from graph.domain.projects.track import Track
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.figures import figures, figures_by, weigh
from graph.ledger.listing import list_page
from graph.store import Store
from graph.store.followup import orders
from graph.store.map import choices

MOST_LINES = 100
Figures = Mapping[Indicator, Figure]


@dataclass(frozen=True)
class Name:
    """A group's name in both languages."""

    chinese: str
    english: str = ""


def gather(store: Store, *, at: date, since: date) -> Content:
    """Gather the content of a bulletin of a day; ``since`` is the day of the one before."""
    day = table.find_day(store, at)
    before = Day(day.ledger, since, table.find_book(store, since))
    moved = sorted(_moved(day, before), key=lambda line: (line.day, line.code), reverse=True)
    late, late_total = _late(day)
    regions = _region_names(store)
    districts = _groups(day, before, Dimension.REGION, regions)
    return Content(
        at.isoformat(),
        since.isoformat(),
        _pairs(figures(day)),
        _pairs(figures(before)),
        _lights(day),
        _lights(before),
        _orders(store, at, since),
        tuple(_stages(day)),
        districts,
        _groups(day, before, Dimension.UNIT, {}),
        tuple(moved[:MOST_LINES]),
        len(moved),
        late,
        late_total,
        _map_names(districts, regions),
        _fresh(day, before),
    )


def _fresh(day: Day, before: Day) -> dict[str, int]:
    """Count what was reached in the time between, also by projects that ended since."""
    since, producing = before.at.toordinal(), PROJECT_STAGES.rank(PRODUCING)
    return {
        "signed": int((day.signed > since).sum()),
        "started": int((day.started > since).sum()),
        "producing": int(((day.rank >= producing) & (before.rank < producing)).sum()),
    }


def _map_names(
    districts: tuple[GroupLine, ...], regions: Mapping[str, Name]
) -> dict[str, tuple[str, str]]:
    drawn = draw({line.key: line.contracted for line in districts})
    names = {area.code: regions.get(area.code, Name(area.code)) for area in drawn.areas}
    return {code: (name.chinese, name.english) for code, name in names.items()}


def _pairs(found: Figures) -> dict[str, tuple[int, int]]:
    return {key.value: (each.numerator, each.denominator) for key, each in found.items()}


def _lights(day: Day) -> dict[str, int]:
    numbers = np.bincount(day.colours[day.is_there], minlength=len(SEVERITY)).tolist()
    return {colour.value: number for colour, number in zip(SEVERITY, numbers, strict=True)}


def _orders(store: Store, at: date, since: date) -> dict[str, int]:
    """Count supervision orders as they stood at the end of the day."""
    day, before = at.isoformat(), since.isoformat()
    issued = [order for order in orders.list_all(store) if order.issued <= day]
    living = [order for order in issued if not order.closed or order.closed > day]
    talks = [order for order in living if order.level == Level.TALK and order.climbed <= day]
    fresh = [order for order in issued if order.issued > before]
    return {"issued": len(fresh), "open": len(living), "talks": len(talks)}


def _stages(day: Day) -> Iterator[StageLine]:
    living = day.is_there & ~day.is_dead
    for rank, stage in enumerate(day.book.stages.stages):
        yield StageLine(
            stage.key,
            stage.name,
            stage.name_en,
            int((living & (day.rank >= rank)).sum()),
            int((day.stage == rank).sum()),
            int(day.contracted[living & (day.rank == rank)].sum()),
        )


def _region_names(store: Store) -> dict[str, Name]:
    return {each.code: Name(each.name, each.name_en) for each in choices.list_region_choices(store)}


def _groups(
    day: Day, before: Day, by: Dimension, names: Mapping[str, Name]
) -> tuple[GroupLine, ...]:
    """Rank groups by 开工率, the one with more projects first among equals."""
    past = figures_by(before, by)
    lines = [
        _group(key, names.get(key, Name(key)), found, past.get(key))
        for key, found in figures_by(day, by).items()
        if key and found[Indicator.START].denominator
    ]
    return tuple(sorted(lines, key=lambda line: (-line.rate, -line.signed, line.key)))


def _group(key: str, name: Name, found: Figures, past: Figures | None) -> GroupLine:
    start, funds = found[Indicator.START], found[Indicator.FUNDS]
    return GroupLine(
        key,
        name.chinese,
        name.english,
        start.denominator,
        start.numerator,
        found[Indicator.PRODUCTION].numerator,
        funds.denominator,
        funds.numerator,
        found[Indicator.OVERDUE].numerator,
        past[Indicator.START].denominator if past else 0,
        past[Indicator.START].numerator if past else 0,
    )


def _moved(day: Day, before: Day) -> Iterator[MoveLine]:
    """Tell the last move of each project in the time between."""
    since, until = before.at.isoformat(), day.at.isoformat()
    for track in day.ledger.tracks:
        moves = [move for move in track.moves if since < move[0] <= until]
        if moves:
            yield _move(track, since, *moves[-1])


def _move(track: Track, since: str, on: str, stage: str) -> MoveLine:
    earlier = next((key for day, key in reversed(track.moves) if day <= since), "")
    return MoveLine(track.code, track.name, track.name_en, track.unit, earlier, stage, on)


def _late(day: Day) -> tuple[tuple[LateLine, ...], int]:
    mask = weigh(day, Indicator.OVERDUE).counted
    rows = list_page(day, mask, order="risk", skip=0, limit=MOST_LINES)
    lines = tuple(
        LateLine(
            row.track.code,
            row.track.name,
            row.track.name_en,
            row.track.unit,
            row.standing.stage,
            row.light.colour.value,
            row.standing.contracted,
            tuple(message_to_json(reason.words) for reason in row.light.reasons),
        )
        for row in rows
    )
    return lines, int(mask.sum())
