"""Kempe chains: two slots swapped for all meetings that hang together by their parties."""

from chainmatch.scheduling.compiled import compiled, is_accepted, throw
from chainmatch.scheduling.state import (
    CHAIN,
    COUNT,
    DAYS,
    IS_FREE,
    LONGEST_CHAIN,
    MOVE,
    ORDER,
    SCHEDULED,
    SEATED,
    SEATS,
    SLOT,
    home_cost,
    link,
    put_in,
    reprice,
    take_out,
    touch,
    unprice,
)

CHAINS_AT_ONCE = 6
TRIES_FOR_A_TABLE = 20


@compiled
def grow_chain(state, first, one, other):
    """Collect what must swap two slots together with ``first``; 0 where that cannot be.

    Where a slot lacks tables afterwards, chains of further meetings there go the other way.
    """
    state.desk[COUNT, MOVE] += 1
    length = link(state, first, 0)
    looked_at = 0
    gained = 0
    for _ in range(CHAINS_AT_ONCE):
        while looked_at < length:
            request = state.desk[CHAIN, looked_at]
            looked_at += 1
            target = one + other - state.requests[request, SLOT]
            if not state.allowed[request, target] or length > LONGEST_CHAIN:
                return 0
            if state.requests[request, IS_FREE]:
                gained += 1 if target == other else -1
            for side in range(3):
                holder = state.requests[request, side]
                if holder >= 0:
                    length = link(state, state.grid[holder, target], length)
        crowded = -1
        if state.slots[other, SEATED] + gained > state.slots[other, SEATS]:
            crowded = other
        elif state.slots[one, SEATED] - gained > state.slots[one, SEATS]:
            crowded = one
        if crowded < 0:
            return length
        shorter = length
        for _ in range(TRIES_FOR_A_TABLE):
            request = state.grid[throw(state.dice, len(state.holders)), crowded]
            if request >= 0 and state.requests[request, IS_FREE]:
                length = link(state, request, length)
                if length > shorter:
                    break
    return 0


@compiled
def swap_slots(state, length, both):
    """Move every request of the chain to the other of two slots, whose numbers add to ``both``."""
    for i in range(length):
        take_out(state, state.desk[CHAIN, i])
    for i in range(length):
        request = state.desk[CHAIN, i]
        put_in(state, request, both - state.requests[request, SLOT])


@compiled
def choose_slot(state, request, one):
    """Choose any slot, or as often the end of the nearest run of a party's meetings; -1: none."""
    slots = len(state.slots)
    if throw(state.dice, 2) == 0:
        return throw(state.dice, slots)
    holder = state.requests[request, throw(state.dice, 2)]
    step = 1 - 2 * throw(state.dice, 2)
    slot = one + step
    while 0 <= slot < slots and state.grid[holder, slot] < 0:
        slot += step
    if slot != one + step and 0 <= slot < slots:
        return slot - step
    while 0 <= slot < slots and state.grid[holder, slot] >= 0:
        slot += step
    return slot if 0 <= slot < slots else -1


@compiled
def try_chain(state, warmth):
    """Swap two slots along a chain if that is no worse, or by Metropolis' chance."""
    first = state.requests[throw(state.dice, state.desk[COUNT, SCHEDULED]), ORDER]
    one = state.requests[first, SLOT]
    other = choose_slot(state, first, one)
    if other < 0 or other == one or not state.allowed[first, other]:
        return
    length = grow_chain(state, first, one, other)
    if length == 0:
        return
    dearer = 0.0
    state.desk[COUNT, DAYS] = 0
    for i in range(length):
        request = state.desk[CHAIN, i]
        slot = state.requests[request, SLOT]
        touch(state, request)
        dearer += home_cost(state, request, one + other - slot) - home_cost(state, request, slot)
    swap_slots(state, length, one + other)
    dearer += reprice(state)
    if not is_accepted(state.dice, dearer, warmth):
        unprice(state)
        swap_slots(state, length, one + other)
