"""The tables that the compiled moves work on, and what both kinds of move do with them.

All is in a few tables of whole numbers, whose columns are named below: numba compiles functions
of few arguments several times faster, and a fresh machine compiles before its first timetable.
"""

from typing import NamedTuple

import numpy as np

from chainmatch.scheduling.compiled import compiled

FIRST, SECOND, TABLE, IS_FREE, OWNERS, HOME, IS_KEPT, SLOT, ORDER, WHERE, STAMP = range(11)
"""Columns of ``requests``: its holders, whether it sits at a free table, the pair of owners, its
home slot, whether it may not be left out, its slot or -1; the list of requests, those scheduled
first, and the place of each in it; the move that last looked at it."""
SEATS, SEATED, IS_NEW_DAY, DAY = range(4)
"""Columns of ``slots``; row i of DAY has a bit for each slot of day i, 0 behind the last day."""
MOST, DEGREE, BUSY, STAYS, GONE = range(5)
"""Columns of ``holders``: most meetings, meetings, and a bit for each slot in which it is busy,
busy at a table that nobody owns, or away (kept for days of up to BITS slots)."""
CHAIN, FORMER, TOUCHED, COUNT = range(4)
"""Rows of ``desk``: the requests of the move at hand, where they stood, the days it touches, and
the counts below."""
SCHEDULED, POSSIBLE, MOVE, DAYS = range(4)
IDLE, BREAK, MIXED, AWAY_FROM_HOME = range(4)
FREE, AWAY = -1, -2
BITS = 62

WORTH = 1000.0
"""What one unit of weight is worth in costs of the day: more than any tidiness."""
LONGEST_CHAIN = 80
DESK = 3 * (LONGEST_CHAIN + 10)
FAIR_BREAKS = 2
BOTH = 2


class State(NamedTuple):
    """Everything the moves read and write; R requests, S slots, H holders.

    ``requests`` (R, 11), ``slots`` (S, 4), ``holders`` (H, 5), ``desk`` (4, DESK): see the columns
    above. ``grid`` (H, S): the request that holds a holder in a slot, FREE or AWAY. ``chosen``:
    the request met of each pair of owners. ``price`` (4,), ``cost`` (H,) of each day.
    """

    requests: np.ndarray
    weight: np.ndarray
    allowed: np.ndarray
    slots: np.ndarray
    holders: np.ndarray
    grid: np.ndarray
    chosen: np.ndarray
    desk: np.ndarray
    price: np.ndarray
    cost: np.ndarray
    before: np.ndarray
    dice: np.ndarray


@compiled
def long_day_cost(state, holder):
    """Do the same slot by slot, for conferences of more slots than a number has bits."""
    last = -1
    was_free = 1
    idle = 0
    breaks = 0
    cost = 0.0
    for slot in range(state.grid.shape[1]):
        if state.slots[slot, IS_NEW_DAY]:
            last = -1
        held = state.grid[holder, slot]
        if held >= 0:
            if last >= 0 and slot - last > 1:
                cost += state.price[IDLE] * idle
                breaks += 1
            is_free = state.requests[held, IS_FREE]
            if last >= 0 and (slot - last > 1 or is_free + was_free < BOTH):
                cost += state.price[MIXED]
            was_free = is_free
            last = slot
            idle = 0
        elif held == FREE:
            idle += 1
    return cost + state.price[BREAK] * (breaks + max(0, breaks - FAIR_BREAKS))


@compiled
def count_bits(x):
    """Count the bits of a number below 2^62 (Knuth, The Art of Computer Programming 4A, 7.1.3)."""
    x -= (x >> 1) & 0x5555555555555555
    x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333)
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F
    return (x * 0x0101010101010101) >> 56


@compiled
def fill_below(x):
    """Set every bit below the highest one."""
    for shift in (1, 2, 4, 8, 16, 32):
        x |= x >> shift
    return x


@compiled
def day_cost(state, holder):
    """Price a party's day; more than two interruptions count double.

    Two meetings in a row are *mixed* where one is at somebody's own table: nobody can stay there.
    """
    if len(state.slots) > BITS:
        return long_day_cost(state, holder)
    cost = 0.0
    breaks = 0
    for i in range(len(state.slots)):
        day = state.slots[i, DAY]
        if day == 0:
            break
        busy = state.holders[holder, BUSY] & day
        if busy == 0:
            continue
        stays = state.holders[holder, STAYS] & day
        between = fill_below(busy) & ~(busy | state.holders[holder, GONE] | ((busy & -busy) - 1))
        runs = count_bits(busy & ~(busy << 1))
        cost += state.price[IDLE] * count_bits(between)
        cost += state.price[MIXED] * (count_bits(busy) - count_bits(stays & (stays << 1)) - 1)
        breaks += runs - 1
    return cost + state.price[BREAK] * (breaks + max(0, breaks - FAIR_BREAKS))


@compiled
def mark_slot(state, request, holder, slot):
    """Turn the bits of a slot round in which a holder comes or goes."""
    if slot < BITS:
        state.holders[holder, BUSY] ^= 1 << slot
        if state.requests[request, IS_FREE]:
            state.holders[holder, STAYS] ^= 1 << slot


@compiled
def put_in(state, request, slot):
    """Put a request where its holders and a table are free."""
    for side in range(3):
        holder = state.requests[request, side]
        if holder >= 0:
            state.grid[holder, slot] = request
            state.holders[holder, DEGREE] += 1
            mark_slot(state, request, holder, slot)
    state.slots[slot, SEATED] += state.requests[request, IS_FREE]
    state.requests[request, SLOT] = slot


@compiled
def take_out(state, request):
    """Take a request from its slot, and note that the days of its holders change."""
    slot = state.requests[request, SLOT]
    for side in range(3):
        holder = state.requests[request, side]
        if holder >= 0:
            state.grid[holder, slot] = FREE
            state.holders[holder, DEGREE] -= 1
            mark_slot(state, request, holder, slot)
    state.slots[slot, SEATED] -= state.requests[request, IS_FREE]


@compiled
def touch(state, request):
    """Note that the days of a request's holders change."""
    for side in range(3):
        holder = state.requests[request, side]
        if holder >= 0:
            state.desk[TOUCHED, state.desk[COUNT, DAYS]] = holder
            state.desk[COUNT, DAYS] += 1


@compiled
def home_cost(state, request, slot):
    """Price a request for standing elsewhere than at home."""
    home = state.requests[request, HOME]
    return state.price[AWAY_FROM_HOME] if home >= 0 and home != slot else 0.0


@compiled
def reprice(state):
    """Price the touched days afresh and return by how much they got dearer."""
    dearer = 0.0
    for i in range(state.desk[COUNT, DAYS]):
        holder = state.desk[TOUCHED, i]
        state.before[i] = state.cost[holder]
        state.cost[holder] = day_cost(state, holder)
        dearer += state.cost[holder] - state.before[i]
    return dearer


@compiled
def unprice(state):
    """Give the touched days their former prices."""
    for i in range(state.desk[COUNT, DAYS] - 1, -1, -1):
        state.cost[state.desk[TOUCHED, i]] = state.before[i]


@compiled
def link(state, request, length):
    """Add a request to the chain unless it is there; return the chain's new length."""
    move = state.desk[COUNT, MOVE]
    if request < 0 or state.requests[request, STAMP] == move:
        return length
    state.requests[request, STAMP] = move
    state.desk[CHAIN, length] = request
    return length + 1
