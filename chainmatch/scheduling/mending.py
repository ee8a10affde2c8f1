"""A published timetable after changes: as much weight as can be had for few moves."""

import numpy as np

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.colouring import fill
from chainmatch.scheduling.problem import Placement, Problem, place_at
from chainmatch.scheduling.selection import assign_slots

STABILITY = 0.5
"""What it is worth, in weight, to leave a published meeting where it is."""
WHOLE_SIZE = 60_000
"""Pairs of request and slot up to which all meetings may move; beyond, only those near a change."""
PART_OF_TIME = 0.6


def repair(problem: Problem, filled: Placement, budget: Budget, stability: float) -> Placement:
    """Gain weight by moving few published meetings; ``filled`` is where nothing moves.

    One integer program over requests and slots, in which staying at home has a worth.
    """
    candidates = problem.allowed
    if candidates.sum() > WHOLE_SIZE:
        candidates = _near_changes(problem, filled)
    slot = assign_slots(problem, candidates, budget.left() * PART_OF_TIME, stability)
    if slot is None:
        return filled
    repaired = place_at(problem, slot)
    fill(problem, repaired)
    return max((filled, repaired), key=lambda each: _worth(problem, each, stability))


def _near_changes(problem: Problem, filled: Placement) -> np.ndarray:
    """Let published meetings stay or go, and move only where a party lost a meeting."""
    lost = (problem.home >= 0) & (filled.slot != problem.home)
    touched = np.zeros(len(problem.most), np.bool_)
    touched[problem.parties[lost]] = True
    may_move = touched[problem.parties].any(axis=1) | (problem.home < 0)
    at_home = np.arange(problem.allowed.shape[1]) == problem.home[:, None]
    return problem.allowed & (may_move[:, None] | at_home)


def _worth(problem: Problem, placement: Placement, stability: float) -> float:
    scheduled = placement.slot >= 0
    at_home = scheduled & (placement.slot == problem.home)
    return float(problem.weight[scheduled].sum() + stability * at_home.sum())
