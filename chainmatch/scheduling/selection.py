"""Which requests to meet: a linear program over requests and parts of the day.

It knows how many meetings a party can take, in each part of the day and at most, how many tables
there are, and that everybody who can shall meet somebody. It came out whole on all days tried;
where it does not, HiGHS branches.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from chainmatch.scheduling.linear import Rows
from chainmatch.scheduling.problem import Problem

WHOLE = 1e-6
NEED_OF_ROOM = 1e-5
"""Chooses, among equals, fewer meetings, and those at somebody's own table: days get shorter."""
HALF = 0.5
PRICE_OF_NOBODY = 100.0
"""What a party without any meeting costs, in meetings of the most weight."""
PRICE_OF_A_PIN = 10_000.0
"""The same for a pinned request left out."""


@dataclass(frozen=True)
class Selection:
    """The requests to meet (R,) and the worth that no timetable can exceed.

    ``bound`` is a total weight; it knows pins, and that as many parties as possible meet somebody.
    ``unmet``: parties who could meet somebody, were they alone, but do not.
    """

    is_chosen: np.ndarray
    bound: float
    unmet: int


@dataclass(frozen=True)
class Gaps:
    """Scarce nodes as arrays: ``node`` and ``request`` (N,) pairs, ``weight`` (nodes,)."""

    node: np.ndarray
    request: np.ndarray
    weight: np.ndarray


NO_GAPS = Gaps(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def select_requests(
    problem: Problem, parts: int, seconds: float, gaps: Gaps | None = None, stability: float = 0.0
) -> Selection:
    """Choose the requests of most weight that the day can hold.

    ``parts``: into how many parts the day is cut; as many as slots is exact but for odd cycles,
    and slow for thousands of parties. ``seconds`` limits HiGHS: where it finds nothing, nothing is
    chosen and the bound is the weight of all that is possible. ``stability`` is the worth of a
    request that has a home.
    """
    program = _Program(problem, parts, gaps or NO_GAPS, stability)
    if not len(program.request):
        return Selection(np.zeros(len(problem.weight), np.bool_), 0.0, 0)
    values = program.solve(whole=False, seconds=seconds)
    if values is None:
        possible = float(problem.weight[np.unique(program.request)].sum())
        return Selection(np.zeros(len(problem.weight), np.bool_), possible, 0)
    bound = program.weight(values)
    if not program.is_whole(values):
        branched = program.solve(whole=True, seconds=seconds)
        values = values if branched is None else branched
    return Selection(program.taken(values) > HALF, bound, program.unmet(values))


def assign_slots(
    problem: Problem, candidates: np.ndarray, seconds: float, stability: float
) -> np.ndarray | None:
    """Choose requests and their slots (R,) in one program, -1 for none; None: not in time.

    ``candidates`` (R, S) are the slots to look at. A request in its home slot is worth
    ``stability`` more.
    """
    program = _Program(problem._replace(allowed=candidates), len(problem.seats), NO_GAPS, stability)
    slot = np.full(len(problem.weight), -1, np.int32)
    if not len(program.request):
        return slot
    values = program.solve(whole=False, seconds=seconds)
    if values is not None and not program.is_settled(values):
        values = program.solve(whole=True, seconds=seconds)
    if values is None:
        return None
    taken = values[: len(program.request)] > HALF
    slot[program.request[taken]] = program.when[taken]
    return slot


class _Program:
    """Variables: (request, part of the day) pairs, then parties left out, then gaps filled."""

    def __init__(self, problem: Problem, parts: int, gaps: Gaps, stability: float) -> None:
        self.problem, self.gaps = problem, gaps
        self.part = np.arange(len(problem.seats)) * parts // max(1, len(problem.seats))
        inside = [problem.allowed[:, self.part == i].any(axis=1) for i in range(parts)]
        self.request, self.when = np.nonzero(np.stack(inside, axis=1))
        askers = np.unique(problem.parties[self.request])
        self.askers = askers[problem.most[askers] > 0]
        self.parts = parts
        is_home = problem.home[self.request] == self.when
        if parts < len(problem.seats):
            is_home = problem.home[self.request] >= 0
        self.worth = problem.weight[self.request] + stability * is_home

    def solve(self, *, whole: bool, seconds: float) -> np.ndarray | None:
        """Return the values of all variables, or None where HiGHS finds none in time."""
        first, second = len(self.request), len(self.request) + len(self.askers)
        cost = self._cost()
        solved = milp(
            cost,
            constraints=LinearConstraint(*self._rows(first, second).as_matrix(len(cost))),
            bounds=Bounds(0, 1),
            integrality=np.full(len(cost), int(whole)),
            options={"time_limit": max(seconds, 0.1)},
        )
        return solved.x

    def taken(self, values: np.ndarray) -> np.ndarray:
        """Return how much of every request is met, (R,)."""
        first = len(self.request)
        return np.bincount(self.request, values[:first], len(self.problem.weight))

    def weight(self, values: np.ndarray) -> float:
        """Return the total weight of what is met."""
        return float(self.problem.weight @ self.taken(values))

    def unmet(self, values: np.ndarray) -> int:
        """Return how many parties meet nobody though they ask."""
        first = len(self.request)
        return round(values[first : first + len(self.askers)].sum())

    def is_whole(self, values: np.ndarray) -> bool:
        """Whether every request is either met or not."""
        taken = self.taken(values)
        return bool((np.minimum(taken, 1 - taken) < WHOLE).all())

    def is_settled(self, values: np.ndarray) -> bool:
        """Whether every request is met in one part of the day or not at all."""
        taken = values[: len(self.request)]
        return bool((np.minimum(taken, 1 - taken) < WHOLE).all())

    def _cost(self) -> np.ndarray:
        dearest = float(self.worth.max(initial=1.0) + self.gaps.weight.max(initial=0.0))
        fixed = self.problem.is_fixed[self.request] * dearest * PRICE_OF_A_PIN
        left_out = np.full(len(self.askers), dearest * PRICE_OF_NOBODY)
        fewer = NEED_OF_ROOM * (1.0 + self.problem.is_free[self.request])
        return np.concatenate([fewer - self.worth - fixed, left_out, -self.gaps.weight])

    def _rows(self, first: int, second: int) -> Rows:
        rows, problem = Rows(), self.problem
        pick = np.arange(first)
        held = problem.holders[self.request]
        who, side = np.nonzero(held >= 0)
        holder = held[who, side]
        present = _sums(~problem.away, self.part, self.parts)
        rows.add(holder * self.parts + self.when[who], who, present.ravel())
        rows.add(holder, who, problem.most)
        rows.add(self.request, pick, np.ones(len(problem.weight)))
        free = problem.is_free[self.request]
        seats = _sums(problem.seats[None], self.part, self.parts)[0]
        rows.add(self.when[free], pick[free], seats)
        shared = problem.owners[self.request]
        rows.add(shared[shared >= 0], pick[shared >= 0], np.ones(len(problem.weight)))
        self._add_floor(rows, pick, first)
        self._add_gaps(rows, pick, second)
        return rows

    def _add_floor(self, rows: Rows, pick: np.ndarray, first: int) -> None:
        left_out = first + np.arange(len(self.askers))
        parties = self.problem.parties[self.request]
        asks = np.isin(parties, self.askers)
        group = np.concatenate([parties[:, 0][asks[:, 0]], parties[:, 1][asks[:, 1]], self.askers])
        column = np.concatenate([pick[asks[:, 0]], pick[asks[:, 1]], left_out])
        rows.add(group, column, np.full(len(self.problem.most), -1.0), -1.0)

    def _add_gaps(self, rows: Rows, pick: np.ndarray, second: int) -> None:
        node = np.arange(len(self.gaps.weight))
        met, column = np.nonzero(self.gaps.request[:, None] == self.request[None, :])
        group = np.concatenate([self.gaps.node[met], node])
        value = np.concatenate([np.full(len(met), -1.0), np.ones(len(node))])
        columns = np.concatenate([pick[column], second + node])
        rows.add(group, columns, np.zeros(len(node)), value)


def _sums(values: np.ndarray, part: np.ndarray, parts: int) -> np.ndarray:
    """Add up the columns of each part of the day."""
    return np.stack([values[:, part == i].sum(axis=1) for i in range(parts)], axis=1)
