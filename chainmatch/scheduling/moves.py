"""The moves of the search in their mix; idle.py says what they are for."""

from chainmatch.scheduling.chains import try_chain
from chainmatch.scheduling.compiled import compiled, throw
from chainmatch.scheduling.exchanges import try_exchange
from chainmatch.scheduling.state import COUNT, SCHEDULED, day_cost

EXCHANGES = 4
"""One move in so many is an exchange."""


@compiled
def make_moves(state, warmth, moves):
    """Try so many moves at one temperature; the days' costs follow."""
    for holder in range(len(state.cost)):
        state.cost[holder] = day_cost(state, holder)
    if state.desk[COUNT, SCHEDULED] == 0 or len(state.slots) == 0:
        return
    for _ in range(moves):
        if throw(state.dice, EXCHANGES) == 0:
            try_exchange(state, warmth)
        else:
            try_chain(state, warmth)
