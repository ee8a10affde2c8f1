"""An Instance as arrays, for the linear program and the compiled loops.

Requests, parties and slots are numbered in the order of the instance. A *holder* is whatever can be
in one meeting at a time: every party and, after them, every table with several owners.
"""

from typing import NamedTuple

import numpy as np

from chainmatch.scheduling.instance import Instance, Request

HOLDERS = 3
NOWHERE = -1


class Problem(NamedTuple):
    """The unchanging side. Shapes: R requests, H holders, S slots.

    ``holders`` (R, 3): who is taken, -1 for nobody. ``allowed`` (R, S). ``is_free`` (R,): sits at a
    table that nobody owns. ``seats`` (S,): how many such tables. ``away`` (H, S). ``most`` (H,):
    meetings at most. ``owners`` (R,): requests of one number are met once, -1 for no limit.
    ``home`` (R,): slot to stay in, -1 for none. ``is_fixed`` (R,): may not be left out.
    """

    holders: np.ndarray
    allowed: np.ndarray
    is_free: np.ndarray
    weight: np.ndarray
    seats: np.ndarray
    away: np.ndarray
    most: np.ndarray
    owners: np.ndarray
    home: np.ndarray
    is_fixed: np.ndarray
    is_new_day: np.ndarray

    @property
    def parties(self) -> np.ndarray:
        """The two parties of every request, (R, 2)."""
        return self.holders[:, :2]


class Placement(NamedTuple):
    """The changing side: ``slot`` (R,) of every request or -1, and what follows from it.

    ``grid`` (H, S): the request that holds a holder in a slot, or -1. ``seated`` (S,): meetings at
    tables that nobody owns. ``degree`` (H,): meetings. ``chosen`` (owner pairs,): the request met.
    """

    slot: np.ndarray
    grid: np.ndarray
    seated: np.ndarray
    degree: np.ndarray
    chosen: np.ndarray

    def copy(self) -> "Placement":
        """Return the same placement in arrays of its own."""
        return Placement(*(each.copy() for each in self))


def build_problem(instance: Instance) -> Problem:
    """Number everything. A pin that cannot hold makes its request impossible."""
    number = {party.id: i for i, party in enumerate(instance.parties)}
    slot = {name: i for i, name in enumerate(instance.slots)}
    shared = list(instance.shared_tables)
    holders = np.full((len(instance.requests), HOLDERS), NOWHERE, np.int32)
    allowed = np.zeros((len(instance.requests), len(slot)), np.bool_)
    free = np.zeros(len(instance.requests), np.bool_)
    pairs: dict[frozenset[str], int] = {}
    owners = np.full(len(instance.requests), NOWHERE, np.int32)
    for i, request in enumerate(instance.requests):
        table = choose_own_table(instance, request)
        extra = len(number) + shared.index(table) if table in shared else NOWHERE
        holders[i] = number[request.a], number[request.b], extra
        allowed[i, [slot[name] for name in instance.open_slots(request)]] = True
        free[i] = table is None
        pair = instance.owner_pair(request)
        if pair is not None:
            owners[i] = pairs.setdefault(pair, len(pairs))
    pinned = np.array([request.pinned is not None for request in instance.requests], np.bool_)
    return Problem(
        holders=holders,
        allowed=allowed,
        is_free=free,
        weight=np.array([request.weight for request in instance.requests], np.float64),
        seats=np.full(len(slot), len(instance.free_tables), np.int64),
        away=_away(instance, len(shared)),
        most=_most(instance, len(shared)),
        owners=owners,
        home=_homes(instance, slot),
        is_fixed=pinned & allowed.any(axis=1),
        is_new_day=np.array([name in instance.new_days for name in instance.slots], np.bool_),
    )


def choose_own_table(instance: Instance, request: Request) -> str | None:
    """Choose one of the own tables of a pair, unshared first; None: any table nobody owns."""
    owned = [instance.party[party].own_table for party in (request.a, request.b)]
    shared = instance.shared_tables
    return min((table for table in owned if table), key=lambda table: table in shared, default=None)


def _away(instance: Instance, shared: int) -> np.ndarray:
    rows = [[name in party.unavailable for name in instance.slots] for party in instance.parties]
    away = np.zeros((len(rows) + shared, len(instance.slots)), np.bool_)
    if rows:
        away[: len(rows)] = rows
    return away


def _most(instance: Instance, shared: int) -> np.ndarray:
    limits = [party.max_meetings for party in instance.parties]
    return np.array(limits + [len(instance.slots)] * shared, np.int64)


def _homes(instance: Instance, slot: dict[str, int]) -> np.ndarray:
    kept = {meeting.request: slot.get(meeting.slot, NOWHERE) for meeting in instance.previous}
    return np.array([kept.get(request.id, NOWHERE) for request in instance.requests], np.int32)


def empty_placement(problem: Problem) -> Placement:
    """Return a placement in which nothing is scheduled."""
    holders, slots = problem.away.shape
    return Placement(
        slot=np.full(len(problem.weight), NOWHERE, np.int32),
        grid=np.full((holders, slots), NOWHERE, np.int32),
        seated=np.zeros(slots, np.int64),
        degree=np.zeros(holders, np.int64),
        chosen=np.full(int(problem.owners.max(initial=NOWHERE)) + 2, NOWHERE, np.int32),
    )


def place_at(problem: Problem, slot: np.ndarray) -> Placement:
    """Return the placement in which every request stands in its ``slot`` (R,), -1 for none."""
    placement = empty_placement(problem)
    for request in np.flatnonzero(slot != NOWHERE):
        put(problem, placement, request, slot[request])
    return placement


def put(problem: Problem, placement: Placement, request: int, slot: int) -> None:
    """Schedule a request in a slot that is free for all its holders."""
    held = problem.holders[request]
    held = held[held >= 0]
    placement.grid[held, slot] = request
    placement.degree[held] += 1
    placement.seated[slot] += problem.is_free[request]
    placement.slot[request] = slot
    placement.chosen[problem.owners[request]] = request if problem.owners[request] >= 0 else NOWHERE


def take(problem: Problem, placement: Placement, request: int) -> None:
    """Unschedule a request."""
    held = problem.holders[request]
    held = held[held >= 0]
    slot = placement.slot[request]
    placement.grid[held, slot] = NOWHERE
    placement.degree[held] -= 1
    placement.seated[slot] -= problem.is_free[request]
    placement.slot[request] = NOWHERE
    placement.chosen[problem.owners[request]] = NOWHERE


def fits(problem: Problem, placement: Placement, request: int) -> np.ndarray:
    """Say in which slots (S,) a request can be put as things stand, its limits looked at too."""
    held = problem.holders[request]
    held = held[held >= 0]
    owners = problem.owners[request]
    if (placement.degree[held] >= problem.most[held]).any():
        return np.zeros_like(problem.is_new_day)
    if owners >= 0 and placement.chosen[owners] >= 0:
        return np.zeros_like(problem.is_new_day)
    open_slots = problem.allowed[request] & (placement.grid[held] < 0).all(axis=0)
    if problem.is_free[request]:
        open_slots &= placement.seated < problem.seats
    return open_slots
