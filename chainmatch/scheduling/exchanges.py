"""Exchanges: a request left out comes in for others that weigh no more."""

from chainmatch.scheduling.compiled import compiled, is_accepted, throw
from chainmatch.scheduling.state import (
    CHAIN,
    COUNT,
    DAYS,
    DEGREE,
    FIRST,
    FORMER,
    IS_FREE,
    IS_KEPT,
    MOST,
    MOVE,
    ORDER,
    OWNERS,
    POSSIBLE,
    SCHEDULED,
    SEATED,
    SEATS,
    SECOND,
    SLOT,
    WHERE,
    WORTH,
    home_cost,
    link,
    put_in,
    reprice,
    take_out,
    touch,
    unprice,
)

LEAST_WEIGHT = 1e-9


@compiled
def make_room(state, holder, length):
    """Add meetings of a party to the leavers until one more is within its limit; -1: never."""
    meetings = state.holders[holder, DEGREE]
    for i in range(length):
        request = state.desk[CHAIN, i]
        meetings -= state.requests[request, FIRST] == holder
        meetings -= state.requests[request, SECOND] == holder
    start = throw(state.dice, len(state.slots))
    for i in range(len(state.slots)):
        if meetings < state.holders[holder, MOST]:
            return length
        request = state.grid[holder, (start + i) % len(state.slots)]
        if request >= 0 and not state.requests[request, IS_KEPT]:
            longer = link(state, request, length)
            meetings -= longer - length
            length = longer
    return length if meetings < state.holders[holder, MOST] else -1


@compiled
def list_leavers(state, newcomer, slot):
    """Collect in the chain what must leave for a newcomer; -1 where it cannot come in at all."""
    state.desk[COUNT, MOVE] += 1
    length = 0
    if state.requests[newcomer, OWNERS] >= 0:
        length = link(state, state.chosen[state.requests[newcomer, OWNERS]], length)
    for side in range(3):
        holder = state.requests[newcomer, side]
        if holder >= 0:
            length = link(state, state.grid[holder, slot], length)
    for side in range(2):
        length = make_room(state, state.requests[newcomer, side], length)
        if length < 0:
            return -1
    seated = state.slots[slot, SEATED] + state.requests[newcomer, IS_FREE]
    for i in range(length):
        request = state.desk[CHAIN, i]
        if state.requests[request, IS_KEPT]:
            return -1
        if state.requests[request, SLOT] == slot:
            seated -= state.requests[request, IS_FREE]
    return length if seated <= state.slots[slot, SEATS] else -1


@compiled
def met_parties(state, request):
    """Count the parties of a request that have a meeting."""
    first, second = state.requests[request, FIRST], state.requests[request, SECOND]
    return (state.holders[first, DEGREE] > 0) + (state.holders[second, DEGREE] > 0)


@compiled
def try_exchange(state, warmth):
    """Let a request come in for others of no more weight, if nobody is left without a meeting."""
    waiting = state.desk[COUNT, POSSIBLE] - state.desk[COUNT, SCHEDULED]
    if waiting <= 0:
        return
    place = state.desk[COUNT, SCHEDULED] + throw(state.dice, waiting)
    newcomer = state.requests[place, ORDER]
    slot = throw(state.dice, len(state.slots))
    if not state.allowed[newcomer, slot]:
        return
    leavers = list_leavers(state, newcomer, slot)
    if leavers < 0:
        return
    lost = -state.weight[newcomer]
    for i in range(leavers):
        lost += state.weight[state.desk[CHAIN, i]]
    if lost <= LEAST_WEIGHT:
        exchange(state, warmth, newcomer, slot, leavers, lost)


@compiled
def exchange(state, warmth, newcomer, slot, leavers, lost):
    """Carry out an exchange, or undo it where it leaves somebody out or is not accepted."""
    state.desk[COUNT, DAYS] = 0
    touch(state, newcomer)
    dearer = WORTH * lost + home_cost(state, newcomer, slot) - home_cost(state, newcomer, -1)
    met = met_parties(state, newcomer)
    for i in range(leavers):
        request = state.desk[CHAIN, i]
        touch(state, request)
        former = state.requests[request, SLOT]
        state.desk[FORMER, i] = former
        dearer += home_cost(state, request, -1) - home_cost(state, request, former)
        met += met_parties(state, request)
        take_out(state, request)
        state.requests[request, SLOT] = -1
    put_in(state, newcomer, slot)
    met -= met_parties(state, newcomer)
    for i in range(leavers):
        met -= met_parties(state, state.desk[CHAIN, i])
    dearer += reprice(state)
    if met <= 0 and is_accepted(state.dice, dearer, warmth):
        list_anew(state, newcomer, leavers)
        return
    unprice(state)
    take_out(state, newcomer)
    state.requests[newcomer, SLOT] = -1
    for i in range(leavers):
        put_in(state, state.desk[CHAIN, i], state.desk[FORMER, i])


@compiled
def list_anew(state, newcomer, leavers):
    """Keep the list of scheduled requests and the owners' choices true after an exchange."""
    for i in range(leavers + 1):
        request = newcomer if i == leavers else state.desk[CHAIN, i]
        state.desk[COUNT, SCHEDULED] -= i < leavers
        here, there = state.requests[request, WHERE], state.desk[COUNT, SCHEDULED]
        other = state.requests[there, ORDER]
        state.requests[here, ORDER] = other
        state.requests[other, WHERE] = here
        state.requests[there, ORDER] = request
        state.requests[request, WHERE] = there
        state.desk[COUNT, SCHEDULED] += i == leavers
        if state.requests[request, OWNERS] >= 0:
            state.chosen[state.requests[request, OWNERS]] = request if i == leavers else -1
