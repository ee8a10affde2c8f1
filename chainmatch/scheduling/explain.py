"""Why requests are not met, and what would mend it, counted by trying it."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.problem import Placement, Problem
from chainmatch.scheduling.relief import count_with_more_tables
from chainmatch.scheduling.timetable import Unscheduled
from graph.messages import Message, message

SHOWN_SLOTS = 3


class Reason(StrEnum):
    """What stands in the way of a request: first what cannot change, last what an hour could."""

    VETOED = "vetoed"
    SAME_OWNER = "same_owner"
    NO_MEETINGS = "no_meetings"
    PIN_IMPOSSIBLE = "pin_impossible"
    NEVER_TOGETHER = "never_together"
    NO_TABLES = "no_tables"
    PIN_TAKEN = "pin_taken"
    OWNER_MET = "owner_met"
    PARTY_FULL = "party_full"
    NO_COMMON_SLOT = "no_common_slot"
    TABLES_FULL = "tables_full"


@dataclass(frozen=True)
class Explainer:
    """Explains the requests that a placement leaves out; the placement takes no more as it is."""

    instance: Instance
    problem: Problem
    placement: Placement

    def explain_all(self, seconds: float) -> tuple[Unscheduled, ...]:
        """Explain every unscheduled request; ``seconds`` limits the counting of more tables."""
        left_out = np.flatnonzero(self.placement.slot < 0).tolist()
        more = count_with_more_tables(self.problem, self.placement, seconds) if left_out else 0
        return tuple(self._explain(number, more) for number in left_out)

    def _explain(self, number: int, more: int) -> Unscheduled:
        impossible = self._impossible(number) or self._excluded(number)
        if impossible:
            reason, words, mend = *impossible, None
        elif full := self._full_parties(number):
            reason = Reason.PARTY_FULL
            words = message("%(who)s 的会谈已达上限。", who=self._names(full))
            mend = self._mend_by_limits(number, full)
        elif not (free := self._commonly_free(number)).any():
            reason = Reason.NO_COMMON_SLOT
            words = message("双方都在场的时段里，总有一方另有会谈。")
            mend = self._mend_by_presence(number)
        else:
            reason, words, mend = self._tables_full(number, free, more)
        return Unscheduled(self.instance.requests[number].id, reason.value, words, mend)

    def _impossible(self, number: int) -> tuple[Reason, Message] | None:
        request = self.instance.requests[number]
        if request.pair in self.instance.vetoes:
            return Reason.VETOED, message("有一方不愿与对方会谈。")
        if self.instance.is_same_owner(request):
            return Reason.SAME_OWNER, message("双方属于同一集团。")
        closed = [p for p in self._parties(number) if self.problem.most[p] == 0]
        if closed:
            words = message("%(who)s 的会谈上限是 0。", who=self._names(closed))
            return Reason.NO_MEETINGS, words
        if self.problem.allowed[number].any():
            return None
        if request.pinned is not None:
            words = message("固定的时段 %(slot)s 有一方不在场。", slot=request.pinned)
            return Reason.PIN_IMPOSSIBLE, words
        return Reason.NEVER_TOGETHER, message("双方没有同时在场的时段。")

    def _excluded(self, number: int) -> tuple[Reason, Message] | None:
        request = self.instance.requests[number]
        if self.problem.is_free[number] and not self.instance.free_tables:
            return Reason.NO_TABLES, message("没有公用的桌子。")
        if request.pinned is not None and not self._commonly_free(number).any():
            words = message("固定的时段 %(slot)s 已被占用。", slot=request.pinned)
            return Reason.PIN_TAKEN, words
        pair = self.problem.owners[number]
        if pair >= 0 and self.placement.chosen[pair] >= 0:
            other = self.instance.requests[self.placement.chosen[pair]].id
            return Reason.OWNER_MET, message("同一集团已有会谈（%(request)s）。", request=other)
        return None

    def _tables_full(
        self, number: int, free: np.ndarray, more: int
    ) -> tuple[Reason, Message, Message]:
        slots = [self.instance.slots[slot] for slot in np.flatnonzero(free)]
        shown = (*slots[:SHOWN_SLOTS], *(["…"] if len(slots) > SHOWN_SLOTS else []))
        if not self.problem.is_free[number]:
            words = message("双方有空的时段（%(slots)s）里，自有桌子都在使用。", slots=shown)
            return Reason.TABLES_FULL, words, message("给这家企业单独一张桌子即可安排。")
        words = message("双方有空的时段（%(slots)s）里，桌子都已排满。", slots=shown)
        mend = message(
            "%(slot)s 再加一张桌子即可安排这一场；全天再加一张桌子，可多安排 %(count)s 场。",
            slot=slots[0],
            count=more,
        )
        return Reason.TABLES_FULL, words, mend

    def _mend_by_limits(self, number: int, full: list[int]) -> Message | None:
        if not (self._commonly_free(number) & self._has_table(number)).any():
            return None
        return message("把 %(who)s 的会谈上限提高 1 场即可安排。", who=self._names(full))

    def _mend_by_presence(self, number: int) -> Message | None:
        """Find a slot in which only an absence is in the way."""
        request = self.instance.requests[number]
        limited = self.instance.slots if request.slots is None else request.slots
        inside = np.array([slot in limited for slot in self.instance.slots])
        idle = (self.placement.grid[self._holders(number)] < 0).all(axis=0)
        for slot in np.flatnonzero(idle & inside & self._has_table(number)).tolist():
            away = [p for p in self._parties(number) if self.problem.away[p, slot]]
            return message(
                "若 %(who)s 在 %(slot)s 到场即可安排。",
                who=self._names(away),
                slot=self.instance.slots[slot],
            )
        return None

    def _parties(self, number: int) -> list[int]:
        return self.problem.parties[number].tolist()

    def _holders(self, number: int) -> np.ndarray:
        held = self.problem.holders[number]
        return held[held >= 0]

    def _full_parties(self, number: int) -> list[int]:
        return [
            party
            for party in self._parties(number)
            if self.placement.degree[party] >= self.problem.most[party]
        ]

    def _commonly_free(self, number: int) -> np.ndarray:
        parties = self.placement.grid[self._parties(number)]
        return self.problem.allowed[number] & (parties < 0).all(axis=0)

    def _has_table(self, number: int) -> np.ndarray:
        if self.problem.is_free[number]:
            return self.placement.seated < self.problem.seats
        return (self.placement.grid[self._holders(number)] < 0).all(axis=0)

    def _names(self, parties: list[int]) -> tuple[str, ...]:
        return tuple(self.instance.parties[party].id for party in parties)
