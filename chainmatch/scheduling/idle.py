"""Fewer idle slots at no loss of weight: annealing over Kempe chains and even exchanges.

Two columns. A *chain* swaps two slots for a set of meetings tied together by their parties, so that
nobody is in two meetings afterwards (Kempe chains in timetabling: Thompson and Dowsland, Annals of
Operations Research 63, 1996). An *exchange* puts a request that was left out in the place of some
that weigh no more. Both keep every rule at every step.
"""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from chainmatch.scheduling import state as columns
from chainmatch.scheduling.compiled import new_dice
from chainmatch.scheduling.moves import make_moves
from chainmatch.scheduling.problem import Placement, Problem, place_at
from chainmatch.scheduling.state import State

MOVES_A_BATCH = 20_000
WARM, COLD = 12.0, 1.0


@dataclass(frozen=True)
class Prices:
    """What an untidy day costs: an idle slot, an interruption, two meetings in a row that cannot
    be at one table, a meeting out of its home slot.
    """

    idle: float = 10.0
    interruption: float = 0.0
    mixed: float = 0.5
    leaving_home: float = 0.0


def anneal(
    problem: Problem,
    placement: Placement,
    prices: Prices,
    seed: int,
    how_far: Callable[[], float],
    is_kept: np.ndarray | None = None,
    enough: float = math.inf,
) -> Placement:
    """Tidy the placement until ``how_far()`` is 1 or more, and return the best seen.

    ``how_far`` is asked between batches of moves for the part of the time that is over; the search
    cools down as it runs. ``is_kept`` (R,) are requests not to be exchanged. A perfectly tidy day
    of ``enough`` weight ends the search.
    """
    state = build_state(problem, placement, prices, seed, is_kept)
    make_moves(state, COLD, 0)
    best, best_value = placement.slot.copy(), _value(state)
    while (part := how_far()) < 1 and best_value < columns.WORTH * enough:
        make_moves(state, WARM * math.pow(COLD / WARM, max(part, 0.0)), MOVES_A_BATCH)
        value = _value(state)
        if value > best_value:
            best, best_value = state.requests[:, columns.SLOT].copy(), value
    return place_at(problem, best)


def start_compiling() -> threading.Thread:
    """Make the moves ready beside other work; a new machine compiles for seconds, once."""
    thread = threading.Thread(target=_compile, name="compiling")
    thread.start()
    return thread


def _compile() -> None:
    alone = np.zeros((1, 1), np.bool_)
    none, zero = np.full(1, -1, np.int32), np.zeros(1, np.int64)
    problem = Problem(
        holders=np.full((1, 3), -1, np.int32),
        allowed=alone,
        is_free=alone[0],
        weight=np.zeros(1),
        seats=zero,
        away=alone,
        most=zero,
        owners=none,
        home=none,
        is_fixed=alone[0],
        is_new_day=alone[0],
    )
    make_moves(build_state(problem, place_at(problem, none), Prices(), 0), COLD, 0)


def build_state(
    problem: Problem,
    placement: Placement,
    prices: Prices,
    seed: int,
    is_kept: np.ndarray | None = None,
) -> State:
    """Lay a placement out as the tables that the moves work on."""
    grid = placement.grid.copy()
    grid[problem.away & (grid < 0)] = columns.AWAY
    slots = [problem.seats, placement.seated, problem.is_new_day, _days(problem)]
    return State(
        requests=_request_table(problem, placement, is_kept),
        weight=problem.weight,
        allowed=problem.allowed,
        slots=np.stack(slots, axis=1).astype(np.int64),
        holders=_holder_table(problem, placement),
        grid=grid.astype(np.int64),
        chosen=placement.chosen.astype(np.int64),
        desk=_desk(problem, placement),
        price=np.array([prices.idle, prices.interruption, prices.mixed, prices.leaving_home]),
        cost=np.zeros(len(grid)),
        before=np.zeros(columns.DESK),
        dice=new_dice(seed),
    )


def _holder_table(problem: Problem, placement: Placement) -> np.ndarray:
    bits = 1 << np.arange(min(len(problem.seats), columns.BITS))
    stays = np.append(problem.is_free, False)[placement.grid]
    in_bits = [each[:, : len(bits)] @ bits for each in (placement.grid >= 0, stays, problem.away)]
    return np.stack([problem.most, placement.degree, *in_bits], axis=1).astype(np.int64)


def _days(problem: Problem) -> np.ndarray:
    """Return the bits of the slots of each day, (S,), 0 behind the last day."""
    days = np.zeros(len(problem.seats), np.int64)
    number = np.cumsum(problem.is_new_day) - problem.is_new_day[:1].sum()
    for slot, day in enumerate(number[: columns.BITS]):
        days[day] |= 1 << slot
    return days


def _request_table(
    problem: Problem, placement: Placement, is_kept: np.ndarray | None
) -> np.ndarray:
    table = np.zeros((len(problem.weight), columns.STAMP + 1), np.int64)
    table[:, : columns.TABLE + 1] = problem.holders
    table[:, columns.IS_FREE] = problem.is_free
    table[:, columns.OWNERS] = problem.owners
    table[:, columns.HOME] = problem.home
    table[:, columns.IS_KEPT] = problem.is_fixed if is_kept is None else problem.is_fixed | is_kept
    table[:, columns.SLOT] = placement.slot
    order = np.argsort(_rank(problem, placement), kind="stable")
    table[:, columns.ORDER] = order
    table[order, columns.WHERE] = np.arange(len(order))
    return table


def _rank(problem: Problem, placement: Placement) -> np.ndarray:
    """Rank scheduled requests 0, those that could be 1, impossible ones 2."""
    return np.where(placement.slot >= 0, 0, np.where(problem.allowed.any(axis=1), 1, 2))


def _desk(problem: Problem, placement: Placement) -> np.ndarray:
    desk = np.zeros((columns.COUNT + 1, columns.DESK), np.int64)
    rank = _rank(problem, placement)
    desk[columns.COUNT, columns.SCHEDULED] = (rank == 0).sum()
    desk[columns.COUNT, columns.POSSIBLE] = (rank <= 1).sum()
    return desk


def _value(state: State) -> float:
    slot, home = state.requests[:, columns.SLOT], state.requests[:, columns.HOME]
    homeless = ((home >= 0) & (slot != home)).sum()
    untidy = state.cost.sum() + state.price[columns.AWAY_FROM_HOME] * homeless
    return float(columns.WORTH * state.weight[slot >= 0].sum() - untidy)
