"""What comes out: meetings, what was left unscheduled and why, and how good the day is."""

import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from chainmatch.scheduling.instance import Instance, Meeting
from graph.errors import BadInput
from graph.messages import Message


@dataclass(frozen=True)
class Unscheduled:
    """A request that is not met: a code, the same in words, and what would mend it."""

    request: str
    code: str
    words: Message
    mend: Message | None = None


@dataclass(frozen=True)
class Timetable:
    """Meetings in the order of slots, and every other request with its reason."""

    meetings: tuple[Meeting, ...]
    unscheduled: tuple[Unscheduled, ...] = ()


@dataclass(frozen=True)
class Score:
    """How good a timetable is, counted as the benchmark counts it.

    ``idle_slots``: free slots between two meetings of a day in which the party is not away.
    ``breaks``: interruptions of a party's day, for whatever reason. ``break_spread``: the most
    breaks of a party less the fewest. ``table_changes``: pairs of successive meetings of a party
    at different tables.
    """

    meetings: int
    weight: float
    parties_met: int
    idle_slots: int
    breaks: int
    break_spread: int
    table_changes: int
    gaps_met: int


def score(instance: Instance, meetings: Iterable[Meeting]) -> Score:
    """Score meetings that break no rule."""
    meetings = tuple(meetings)
    position = {slot: i for i, slot in enumerate(instance.slots)}
    days: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for meeting in meetings:
        for party in instance.request[meeting.request].pair:
            days[party].append((position[meeting.slot], meeting.table))
    met = {meeting.request for meeting in meetings}
    steps = {party: _steps(sorted(day)) for party, day in days.items()}
    breaks = [
        sum(_is_break(instance, one, other) for (one, _), (other, _) in steps.get(party.id, ()))
        for party in instance.parties
    ]
    return Score(
        meetings=len(meetings),
        weight=sum(instance.request[request].weight for request in met),
        parties_met=len(days),
        idle_slots=sum(
            _idle(instance, party, one, other)
            for party, each in steps.items()
            for (one, _), (other, _) in each
        ),
        breaks=sum(breaks),
        break_spread=max(breaks, default=0) - min(breaks, default=0),
        table_changes=sum(a[1] != b[1] for each in steps.values() for a, b in each),
        gaps_met=sum(not met.isdisjoint(gap.requests) for gap in instance.gaps),
    )


def _steps(day: list[tuple[int, str]]) -> list[tuple[tuple[int, str], tuple[int, str]]]:
    return list(pairwise(day))


def _is_break(instance: Instance, one: int, other: int) -> bool:
    return other - one > 1 and not _is_overnight(instance, one, other)


def _idle(instance: Instance, party: str, one: int, other: int) -> int:
    if _is_overnight(instance, one, other):
        return 0
    away = instance.party[party].unavailable
    return sum(instance.slots[slot] not in away for slot in range(one + 1, other))


def _is_overnight(instance: Instance, one: int, other: int) -> bool:
    return any(instance.slots[slot] in instance.new_days for slot in range(one + 1, other + 1))


def write_json(path: Path, data: Any) -> None:
    """Write a file whole or not at all: beside its place first, then renamed. Raises BadInput."""
    try:
        _write_beside(path, data)
    except OSError as error:
        reason = error.strerror
        raise BadInput("写不到文件 %(path)s：%(reason)s。", path=path, reason=reason) from error


def _write_beside(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.write("\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
