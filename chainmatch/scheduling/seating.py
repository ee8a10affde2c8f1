"""Tables for meetings that have their slots: few changes, rivals apart.

Meetings of a party that follow each other are linked, one to one, and linked meetings stay at one
table: a largest matching for meetings without a pause between, then links over pauses as far as
there are tables to keep. Chains of links are intervals, so tables never run out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import Placement, Problem, choose_own_table


@dataclass
class Stay:
    """Meetings at one table, one after another: numbers of requests in the order of slots."""

    requests: list[int]
    first: int
    last: int
    table: str = ""

    def overlaps(self, other: "Stay") -> bool:
        """Whether both are at their tables at the same time."""
        return self.first <= other.last and other.first <= self.last


def seat(instance: Instance, problem: Problem, placement: Placement) -> tuple[Meeting, ...]:
    """Give every scheduled request its table; meetings come out in the order of slots.

    A meeting that stands in its slot of the previous timetable keeps its table there.
    """
    scheduled = np.flatnonzero(placement.slot >= 0).tolist()
    own = {each: choose_own_table(instance, instance.requests[each]) for each in scheduled}
    former = _former_tables(instance, problem, placement)
    table_of = {each: own[each] or former.get(each) for each in scheduled}
    open_ones = [each for each, table in table_of.items() if not table]
    hall = _Hall(instance, _single_stays(placement, {k: t for k, t in table_of.items() if t}))
    if former:
        stays = _single_stays(placement, dict.fromkeys(open_ones, ""))
    else:
        stays = list(_linked_stays(problem, placement, open_ones))
    for stay in sorted(stays, key=lambda stay: (stay.first, stay.requests[0])):
        hall.choose_table(stay)
    table_of |= {request: stay.table for stay in stays for request in stay.requests}
    return tuple(
        Meeting(instance.requests[each].id, instance.slots[placement.slot[each]], table_of[each])
        for each in sorted(scheduled, key=lambda each: (placement.slot[each], each))
    )


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


def _single_stays(placement: Placement, tables: dict[int, str]) -> list[Stay]:
    return [
        Stay([request], int(placement.slot[request]), int(placement.slot[request]), table)
        for request, table in tables.items()
    ]


def _linked_stays(problem: Problem, placement: Placement, requests: list[int]) -> Iterator[Stay]:
    following = _links(problem, placement, set(requests))
    for first in set(requests) - set(following.values()):
        chain = [first]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        yield Stay(chain, int(placement.slot[chain[0]]), int(placement.slot[chain[-1]]))


def _links(problem: Problem, placement: Placement, requests: set[int]) -> dict[int, int]:
    """Map meetings to the one that follows at the same table."""
    by_pause = defaultdict(list)
    for day in placement.grid:
        held = [request for request in day.tolist() if request >= 0]
        for one, other in pairwise(held):
            if one in requests and other in requests:
                by_pause[placement.slot[other] - placement.slot[one]].append((one, other))
    following = _largest_matching(by_pause.pop(1, []), len(problem.weight))
    spare = problem.seats - placement.seated
    preceded = set(following.values())
    for pause in sorted(by_pause):
        for one, other in by_pause[pause]:
            between = slice(placement.slot[one] + 1, placement.slot[other])
            if one not in following and other not in preceded and (spare[between] > 0).all():
                following[one] = other
                preceded.add(other)
                spare[between] -= 1
    return following


def _largest_matching(pairs: list[tuple[int, int]], size: int) -> dict[int, int]:
    if not pairs:
        return {}
    one, other = np.array(pairs).T
    graph = csr_matrix((np.ones(len(pairs), np.int8), (one, other)), (size, size))
    matched = maximum_bipartite_matching(graph, perm_type="column")
    return {int(i): int(matched[i]) for i in np.flatnonzero(matched >= 0)}


class _Hall:
    """Knows which tables are taken when, and who sits beside whom."""

    def __init__(self, instance: Instance, stays: Iterable[Stay]) -> None:
        self.instance = instance
        self.taken: set[tuple[int, str]] = set()
        self.stays: dict[str, list[Stay]] = defaultdict(list)
        self.neighbours = _both_ways(instance.neighbouring_tables)
        self.rivals = _both_ways(instance.rivals)
        for stay in stays:
            self._add(stay)

    def choose_table(self, stay: Stay) -> None:
        """Seat a stay at a table free for all of it, with as few rivals beside it as can be."""
        slots = range(stay.first, stay.last + 1)
        free = (
            table
            for table in self.instance.free_tables
            if all((slot, table) not in self.taken for slot in slots)
        )
        enemies = frozenset().union(*(self.rivals[party] for party in self._parties(stay)))
        count = partial(self._rivals_beside, stay, enemies)
        stay.table = min(free, key=count) if enemies else next(free)
        self._add(stay)

    def _add(self, stay: Stay) -> None:
        self.taken.update((slot, stay.table) for slot in range(stay.first, stay.last + 1))
        if self.rivals:
            self.stays[stay.table].append(stay)

    def _parties(self, stay: Stay) -> frozenset[str]:
        return frozenset().union(*(self.instance.requests[each].pair for each in stay.requests))

    def _rivals_beside(self, stay: Stay, enemies: frozenset[str], table: str) -> int:
        return sum(
            len(enemies & self._parties(other))
            for beside in self.neighbours[table]
            for other in self.stays[beside]
            if stay.overlaps(other)
        )


def _both_ways(pairs: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in map(sorted, pairs):
        found[one].add(other)
        found[other].add(one)
    return found


def rivals_side_by_side(instance: Instance, meetings: Iterable[Meeting]) -> int:
    """Count pairs of rivals at neighbouring tables in the same slot."""
    at = defaultdict(frozenset)
    for meeting in meetings:
        at[meeting.slot, meeting.table] = instance.request[meeting.request].pair
    return sum(
        frozenset((one, other)) in instance.rivals
        for slot in instance.slots
        for left, right in map(tuple, instance.neighbouring_tables)
        for one in at.get((slot, left), ())
        for other in at.get((slot, right), ())
    )
