"""How many more meetings a change would place, everything else left where it is."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from chainmatch.scheduling.linear import Rows
from chainmatch.scheduling.problem import Placement, Problem


def count_with_more_tables(
    problem: Problem,
    placement: Placement,
    seconds: float,
    slots: np.ndarray | None = None,
    tables: int = 1,
) -> int:
    """Count the meetings that ``tables`` more in each of ``slots`` (S,) (None: all) would place.

    Exact where HiGHS ends within ``seconds``; else the most it found, which could be placed.
    """
    spare = problem.seats - placement.seated
    spare = spare + np.where(np.ones(len(spare), bool) if slots is None else slots, tables, 0)
    return _most_additional(problem, placement, spare, seconds)


def _most_additional(
    problem: Problem, placement: Placement, spare: np.ndarray, seconds: float
) -> int:
    request, slot = _openings(problem, placement, spare)
    if not len(request):
        return 0
    rows = Rows()
    pick = np.arange(len(request))
    held = problem.holders[request]
    who, side = np.nonzero(held >= 0)
    holder = held[who, side]
    ones = np.ones(len(problem.most) * len(spare))
    rows.add(holder * len(spare) + slot[who], who, ones)
    rows.add(holder, who, problem.most - placement.degree)
    rows.add(request, pick, np.ones(len(problem.weight)))
    free = problem.is_free[request]
    rows.add(slot[free], pick[free], spare)
    shared = problem.owners[request]
    rows.add(shared[shared >= 0], pick[shared >= 0], np.ones(len(problem.weight)))
    solved = milp(
        -np.ones(len(pick)),
        constraints=LinearConstraint(*rows.as_matrix(len(pick))),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(pick)),
        options={"time_limit": seconds},
    )
    return 0 if solved.x is None else round(solved.x.sum())


def _openings(
    problem: Problem, placement: Placement, spare: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """List the (request, slot) pairs that only tables and each other keep from being placed."""
    owners = problem.owners
    is_open = (placement.slot < 0) & ((owners < 0) | (placement.chosen[owners] < 0))
    is_open &= (placement.degree < problem.most)[problem.parties].all(axis=1)
    waiting = np.flatnonzero(is_open)
    held = problem.holders[waiting]
    busy = (placement.grid[held] >= 0) & (held >= 0)[:, :, None]
    openings = problem.allowed[waiting] & ~busy.any(axis=1)
    openings &= ~problem.is_free[waiting][:, None] | (spare > 0)
    request, slot = np.nonzero(openings)
    return waiting[request], slot
