"""What became of a previous timetable: which meetings can stay, and how many were moved."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import Placement, Problem, empty_placement, fits, put


def keep_previous(problem: Problem) -> Placement:
    """Place every request at home that still can be there, the heaviest first."""
    placement = empty_placement(problem)
    at_home = np.flatnonzero(problem.home >= 0)
    rank = np.lexsort((-problem.weight[at_home], ~problem.is_fixed[at_home]))
    for request in at_home[rank].tolist():
        if fits(problem, placement, request)[problem.home[request]]:
            put(problem, placement, request, int(problem.home[request]))
    return placement


def still_possible(instance: Instance) -> tuple[Meeting, ...]:
    """Return the previous meetings whose parties still want and can hold them then."""
    known = instance.request
    return tuple(
        meeting
        for meeting in instance.previous
        if meeting.request in known and meeting.slot in instance.open_slots(known[meeting.request])
    )


def count_moved(instance: Instance, meetings: Iterable[Meeting]) -> int:
    """Count previous meetings, still possible, that changed slot or table or are not held."""
    return len(set(still_possible(instance)) - set(meetings))


def without_previous(instance: Instance) -> Instance:
    """Forget what was published."""
    return replace(instance, previous=(), stability=0.0)
