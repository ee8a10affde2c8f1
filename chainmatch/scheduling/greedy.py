"""The yardstick: requests by weight, each in the first slot and at the first table that is free."""

import numpy as np

from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import (
    build_problem,
    choose_own_table,
    empty_placement,
    fits,
    put,
)


def schedule_greedily(instance: Instance) -> tuple[Meeting, ...]:
    """Schedule pins first and then the heaviest; nothing is moved again."""
    problem = build_problem(instance)
    placement = empty_placement(problem)
    meetings = []
    taken: set[tuple[int, str]] = set()
    for number in np.lexsort((-problem.weight, ~problem.is_fixed)).tolist():
        request = instance.requests[number]
        own = choose_own_table(instance, request)
        for slot in np.flatnonzero(fits(problem, placement, number))[:1].tolist():
            tables = [own] if own else instance.free_tables
            table = next(table for table in tables if (slot, table) not in taken)
            taken.add((slot, table))
            put(problem, placement, number, slot)
            meetings.append(Meeting(request.id, instance.slots[slot], table))
    return tuple(meetings)
