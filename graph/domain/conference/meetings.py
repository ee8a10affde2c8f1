"""Meetings of a timetable, its versions, and what stands in the way of a move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from graph.messages import Message


class MeetingState(StrEnum):
    """已排, 已举行, 未到场, 已取消."""

    PLANNED = "planned"
    HELD = "held"
    NO_SHOW = "no_show"


class Outcome(StrEnum):
    """无进展, 保持联系, 洽谈中, 达成意向."""

    NO_CONTACT = "no_contact"
    CONTACT = "contact"
    TALKS = "talks"
    AGREEMENT = "agreement"


SIDES = ("a", "b", "a_later", "b_later")
"""Who says what came of a meeting: either party, at the end and again half a year later."""


class VersionKind(StrEnum):
    """How a version of the timetable came about."""

    RUN = "run"
    EDIT = "edit"
    UNDO = "undo"
    ROLLBACK = "rollback"


@dataclass(frozen=True)
class Meeting:
    """Two parties (ids in order) in a slot at a table; one meeting a pair."""

    a: str
    b: str
    slot: str
    table: str
    is_pinned: bool = False
    state: MeetingState = MeetingState.PLANNED

    @property
    def id(self) -> str:
        """The pair."""
        return pair_id(self.a, self.b)

    @property
    def place(self) -> tuple[str, str]:
        """Slot and table."""
        return self.slot, self.table

    @property
    def is_booked(self) -> bool:
        """Whether it holds its parties and table: not where somebody failed to come."""
        return self.state != MeetingState.NO_SHOW

    @property
    def holders(self) -> tuple[str, str, str]:
        """Whoever can be in one meeting at a time: both parties and the table."""
        return self.a, self.b, self.table


@dataclass(frozen=True)
class MeetingOutcome:
    """What came of a meeting: by side what was said with a note, and the project it led to."""

    state: MeetingState
    said: Mapping[str, tuple[Outcome, str]]
    project: str = ""

    @property
    def best(self) -> Outcome | None:
        """The most that either side says, at the end or later."""
        return self.best_of(*SIDES)

    def best_of(self, *sides: str) -> Outcome | None:
        """Return the most that these sides say; None where they say nothing."""
        order = list(Outcome)
        found = [self.said[side][0] for side in sides if side in self.said]
        return max(found, key=order.index, default=None)


@dataclass(frozen=True)
class Version:
    """What the timetable was at some time; ``figures`` and ``left_out`` are JSON values."""

    number: int
    kind: VersionKind
    note: Message
    made_by: str
    made_at: str
    meetings: tuple[Meeting, ...] = ()
    figures: Mapping[str, Any] | None = None
    left_out: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Difference:
    """What changed from one timetable to another."""

    added: tuple[Meeting, ...]
    removed: tuple[Meeting, ...]
    moved: tuple[tuple[Meeting, Meeting], ...]

    @property
    def affected(self) -> frozenset[str]:
        """Parties whose agenda changed."""
        changed = [*self.added, *self.removed, *(after for _, after in self.moved)]
        return frozenset(party for meeting in changed for party in (meeting.a, meeting.b))

    @property
    def count(self) -> int:
        """How many meetings changed."""
        return len(self.added) + len(self.removed) + len(self.moved)


def pair_id(a: str, b: str) -> str:
    """Return the key of what two parties have together."""
    return "~".join(sorted((a, b)))


def make_meeting(a: str, b: str, slot: str, table: str, *, is_pinned: bool = False) -> Meeting:
    """Return a meeting with its parties in order."""
    first, second = sorted((a, b))
    return Meeting(first, second, slot, table, is_pinned)


def keep_done(planned: Iterable[Meeting], present: Iterable[Meeting]) -> list[Meeting]:
    """Return a plan in which all that has happened meanwhile stands as it does at present.

    What was held or missed is kept; plans for the same pair, or in the place of what was held, go.
    """
    done = {each.id: each for each in present if each.state != MeetingState.PLANNED}
    busy = {(holder, e.slot) for e in done.values() if e.is_booked for holder in e.holders}
    open_ = [
        replace(each, state=MeetingState.PLANNED)
        for each in planned
        if each.id not in done and busy.isdisjoint((holder, each.slot) for holder in each.holders)
    ]
    return [*done.values(), *open_]


def compare(before: Iterable[Meeting], after: Iterable[Meeting]) -> Difference:
    """Return what changed; a pin alone is no change."""
    old, new = ({each.id: each for each in some} for some in (before, after))
    return Difference(
        added=tuple(each for key, each in new.items() if key not in old),
        removed=tuple(each for key, each in old.items() if key not in new),
        moved=tuple(
            (old[key], each)
            for key, each in new.items()
            if key in old and old[key].place != each.place
        ),
    )
