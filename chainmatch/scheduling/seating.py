"""Tables for meetings that have their slots: few changes, rivals apart.

Slot after slot, an assignment (scipy) gives every meeting a table so that as many parties as
possible stay where they sat last, also over a pause; newcomers leave alone the tables that others
will come back to. Between meetings without a pause this is a largest matching.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from scipy.optimize import linear_sum_assignment

from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import Placement, Problem, choose_own_table

AWAITED = 0.1
"""What taking a table costs to which somebody would come back, against one change of table."""


def seat(instance: Instance, problem: Problem, placement: Placement) -> tuple[Meeting, ...]:
    """Give every scheduled request its table; meetings come out in the order of slots.

    A meeting that stands in its slot of the previous timetable keeps its table there.
    """
    hall = _Hall(instance, problem, placement)
    former = _former_tables(instance, problem, placement)
    made = []
    for slot, name in enumerate(instance.slots):
        here = np.flatnonzero(placement.slot == slot).tolist()
        tables = hall.seat_slot(here, former)
        made += [Meeting(instance.requests[each].id, name, tables[each]) for each in here]
    return tuple(made)


class _Hall:
    """Knows where every party sat last, and how many meetings are still to come."""

    def __init__(self, instance: Instance, problem: Problem, placement: Placement) -> None:
        self.instance = instance
        self.number = {table: i for i, table in enumerate(instance.free_tables)}
        self.last_table = np.full(len(problem.most), -1)
        scheduled = (placement.slot >= 0) & problem.is_free
        self.to_come = np.bincount(problem.parties[scheduled].ravel(), minlength=len(problem.most))
        self.parties = problem.parties
        self.rivals = _both_ways(instance.rivals)
        self.neighbours = _both_ways(instance.neighbouring_tables)

    def seat_slot(self, requests: list[int], former: dict[int, str]) -> dict[int, str]:
        """Choose the tables of one slot's meetings: own ones, former ones, then the rest."""
        tables = {}
        for request in requests:
            own = choose_own_table(self.instance, self.instance.requests[request])
            if own or request in former:
                tables[request] = own or former[request]
        others = [request for request in requests if request not in tables]
        open_tables = sorted(set(self.number) - set(tables.values()), key=self.number.__getitem__)
        if others:
            tables |= self._assign(others, open_tables)
            self._part_rivals(tables, others, open_tables)
        self._note(tables)
        return tables

    def _assign(self, requests: list[int], open_tables: list[str]) -> dict[int, str]:
        numbers = np.array([self.number[table] for table in open_tables])
        last = self.last_table[self.parties[requests]]
        stays = (last[:, :, None] == numbers).sum(axis=1)
        waiting = self.last_table[(self.last_table >= 0) & (self.to_come > 0)]
        awaited = np.bincount(waiting, minlength=len(self.number))[numbers]
        row, column = linear_sum_assignment(stays - AWAITED * awaited, maximize=True)
        return {requests[i]: open_tables[j] for i, j in zip(row, column, strict=True)}

    def _part_rivals(
        self, tables: dict[int, str], movable: list[int], open_tables: list[str]
    ) -> None:
        """Exchange tables, or move to an empty one, while that parts rivals side by side."""
        if not self.rivals:
            return
        at = defaultdict(lambda: None, {table: request for request, table in tables.items()})
        for request in movable:
            for table in open_tables:
                now = self._rivals_beside(request, tables[request], at)
                if now == 0:
                    break
                self._exchange_if_better(request, table, tables, at)

    def _exchange_if_better(
        self, request: int, table: str, tables: dict[int, str], at: dict[str, int | None]
    ) -> None:
        there, here = at[table], tables[request]
        before = self._rivals_beside(request, here, at) + self._rivals_beside(there, table, at)
        at[table], at[here] = request, there
        after = self._rivals_beside(request, table, at) + self._rivals_beside(there, here, at)
        if after >= before:
            at[table], at[here] = there, request
            return
        tables[request] = table
        if there is not None:
            tables[there] = here

    def _rivals_beside(self, request: int | None, table: str, at: dict[str, int | None]) -> int:
        if request is None:
            return 0
        enemies = set().union(*(self.rivals[p] for p in self.instance.requests[request].pair))
        beside = (at[each] for each in self.neighbours[table])
        return sum(
            len(enemies & self.instance.requests[other].pair)
            for other in beside
            if other is not None
        )

    def _note(self, tables: dict[int, str]) -> None:
        """Remember who sits where now; one's own table is no place to come back to."""
        for request, table in tables.items():
            parties = self.parties[request]
            self.last_table[parties] = self.number.get(table, -1)
            if table in self.number:
                self.to_come[parties] -= 1


def _former_tables(instance: Instance, problem: Problem, placement: Placement) -> dict[int, str]:
    """Map requests that stand in their home slots to the free tables they had there."""
    tables = {meeting.request: meeting.table for meeting in instance.previous}
    free, taken, kept = set(instance.free_tables), set(), {}
    at_home = problem.is_free & (placement.slot >= 0) & (placement.slot == problem.home)
    for request in np.flatnonzero(at_home).tolist():
        table = tables[instance.requests[request].id]
        if table in free and (placement.slot[request], table) not in taken:
            taken.add((placement.slot[request], table))
            kept[request] = table
    return kept


def _both_ways(pairs: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in map(sorted, pairs):
        found[one].add(other)
        found[other].add(one)
    return found


def rivals_side_by_side(instance: Instance, meetings: Iterable[Meeting]) -> int:
    """Count pairs of rivals at neighbouring tables in the same slot."""
    at = {
        (meeting.slot, meeting.table): instance.request[meeting.request].pair
        for meeting in meetings
    }
    return sum(
        frozenset((one, other)) in instance.rivals
        for slot in instance.slots
        for left, right in map(sorted, instance.neighbouring_tables)
        for one in at.get((slot, left), ())
        for other in at.get((slot, right), ())
    )
