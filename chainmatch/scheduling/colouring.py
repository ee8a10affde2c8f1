"""Slots for the selected requests: greedy first, then a short tabu search that ejects.

Meetings are edges between parties and slots are colours, limited by who is away and by tables. The
search is PartialCol (Blöchliger and Zufferey, Computers & Operations Research 35, 2008): every
placement it visits is free of clashes, and the weight left unplaced is what shrinks.
"""

import numpy as np

from chainmatch.scheduling.problem import Placement, Problem, empty_placement, fits, put, take

EPSILON = 1e-9
NOBODY = -1
TENURE = 10
TABLE_COST = 3.0
"""What to expect to lose by taking somebody's table, before it is known whose."""
NEVER = np.inf


def colour(
    problem: Problem, is_chosen: np.ndarray, rng: np.random.Generator, steps: int
) -> Placement:
    """Place the chosen requests (R,), as much of their weight as ``steps`` of search can."""
    placement = empty_placement(problem)
    waiting = []
    for request in _tightest_first(problem, is_chosen):
        open_slots = np.flatnonzero(fits(problem, placement, request))
        if len(open_slots):
            put(problem, placement, request, _best_of(problem, placement, request, open_slots))
        else:
            waiting.append(int(request))
    return _insert(problem, placement, waiting, rng, steps)


def fill(problem: Problem, placement: Placement) -> None:
    """Add every request that fits as things stand, at home where it can.

    Pins come first, then the heaviest of those who meet nobody, then the heaviest: also where the
    linear program had no time to choose.
    """
    unplaced = np.flatnonzero((placement.slot < 0) & problem.allowed.any(axis=1))
    by_weight = unplaced[np.lexsort((-problem.weight[unplaced], ~problem.is_fixed[unplaced]))]
    pairs = problem.parties
    for lonely in (2, 1, 0):
        meet_nobody = (placement.degree == 0)[pairs[by_weight]].sum(axis=1)
        is_next = (meet_nobody >= lonely) | problem.is_fixed[by_weight]
        for request in by_weight[is_next & (placement.slot[by_weight] < 0)]:
            if problem.is_fixed[request] or (placement.degree[pairs[request]] == 0).sum() >= lonely:
                _put_where_open(problem, placement, request)


def _put_where_open(problem: Problem, placement: Placement, request: int) -> None:
    open_slots = np.flatnonzero(fits(problem, placement, request))
    if len(open_slots):
        put(problem, placement, request, _best_of(problem, placement, request, open_slots))


def _tightest_first(problem: Problem, is_chosen: np.ndarray) -> np.ndarray:
    """Order pins first, then by how full the days of both parties will be."""
    chosen = np.flatnonzero(is_chosen)
    parties = problem.parties[chosen]
    present = np.maximum(1, (~problem.away).sum(axis=1))
    fullness = np.bincount(parties.ravel(), minlength=len(present)) / present
    both = fullness[parties].sum(axis=1)
    return chosen[np.lexsort((-problem.weight[chosen], -both, ~problem.is_fixed[chosen]))]


def _best_of(problem: Problem, placement: Placement, request: int, open_slots: np.ndarray) -> int:
    """Choose the home slot, else the emptiest where tables are scarce, else the first."""
    home = problem.home[request]
    if home in open_slots:
        return home
    if problem.is_free[request]:
        return open_slots[np.argmin(placement.seated[open_slots])]
    return open_slots[0]


def _insert(
    problem: Problem,
    placement: Placement,
    waiting: list[int],
    rng: np.random.Generator,
    steps: int,
) -> Placement:
    """Insert what waits, ejecting what is in the way; return the best placement seen."""
    until = np.zeros(problem.allowed.shape, np.int64)
    best, best_left = placement.copy(), problem.weight[waiting].sum()
    left = best_left
    for step in range(steps):
        if not waiting:
            break
        change = _changes(problem, placement, np.array(waiting))
        is_tabu = (until[waiting] > step) & (left + change >= best_left)
        change[is_tabu] = NEVER
        least = change.min()
        if least == NEVER:
            continue
        which, slot = (int(each) for each in _any_of(np.argwhere(change == least), rng))
        request = waiting.pop(which)
        ejected = _eject(problem, placement, request, slot, rng)
        until[ejected, slot] = step + TENURE + len(waiting) + rng.integers(TENURE)
        put(problem, placement, request, slot)
        waiting += ejected
        left += problem.weight[ejected].sum() - problem.weight[request]
        if left < best_left - EPSILON:
            best, best_left = placement.copy(), left
    return best


def _changes(problem: Problem, placement: Placement, waiting: np.ndarray) -> np.ndarray:
    """Return how the weight left grows when each waiting request enters each slot, (N, S)."""
    held = problem.holders[waiting]
    others = np.where(held[:, :, None] >= 0, placement.grid[held], NOBODY)
    is_taken = others >= 0
    is_repeated = np.zeros_like(is_taken)
    is_repeated[:, 1:] = is_taken[:, 1:] & (others[:, 1:] == others[:, :1])
    lost = np.where(is_taken & ~is_repeated, problem.weight[others], 0.0).sum(axis=1)
    makes_room = (is_taken & problem.is_free[others]).any(axis=1)
    is_full = problem.is_free[waiting][:, None] & (placement.seated >= problem.seats)
    lost += np.where(is_full & ~makes_room, TABLE_COST, 0.0)
    forbidden = ~problem.allowed[waiting] | (is_taken & problem.is_fixed[others]).any(axis=1)
    forbidden |= problem.is_free[waiting][:, None] & (problem.seats == 0)
    return np.where(forbidden, NEVER, lost - problem.weight[waiting][:, None])


def _eject(
    problem: Problem, placement: Placement, request: int, slot: int, rng: np.random.Generator
) -> list[int]:
    """Take out whatever keeps a request from a slot."""
    held = problem.holders[request]
    others = placement.grid[held[held >= 0], slot]
    ejected = [int(other) for other in dict.fromkeys(others) if other >= 0]
    for other in ejected:
        take(problem, placement, other)
    if problem.is_free[request] and placement.seated[slot] >= problem.seats[slot]:
        here = np.flatnonzero((placement.slot == slot) & problem.is_free & ~problem.is_fixed)
        if len(here):
            lightest = here[problem.weight[here] == problem.weight[here].min()]
            ejected.append(int(_any_of(lightest, rng)))
            take(problem, placement, ejected[-1])
    return ejected


def _any_of(options: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return options[rng.integers(len(options))]
