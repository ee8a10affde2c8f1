"""From an instance to a timetable: select, give slots, tidy up, seat, explain."""

import time
from dataclasses import dataclass, replace

import numpy as np

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.changes import keep_previous
from chainmatch.scheduling.colouring import colour, fill
from chainmatch.scheduling.explain import Explainer
from chainmatch.scheduling.idle import Prices, start_compiling
from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.mending import repair
from chainmatch.scheduling.problem import Placement, Problem, build_problem
from chainmatch.scheduling.searching import Search
from chainmatch.scheduling.seating import seat
from chainmatch.scheduling.selection import NO_GAPS, Gaps, Selection, select_requests
from chainmatch.scheduling.state import WORTH
from chainmatch.scheduling.timetable import Timetable
from graph.messages import message

INSERTIONS = 3000
EXACT_SIZE = 60_000
"""Pairs of request and slot up to which the linear program may look at every slot."""
PROVABLE_REQUESTS = 600
PART_TO_COUNT, LEAST_TO_COUNT = 0.25, 0.1
"""How much of the seconds left may go into counting what more tables would place."""


@dataclass(frozen=True)
class Solved:
    """A timetable, the weight that none exceeds, and whether it was stopped before its time.

    ``bound`` knows pins and that as many parties as possible meet somebody. ``unmet``: parties
    with wishes that no timetable can give a meeting, all others served.
    """

    timetable: Timetable
    bound: float
    unmet: int
    is_stopped: bool = False
    is_proven: bool = False


def solve(instance: Instance, budget: Budget) -> Solved:
    """Schedule an instance within the budget. Stopped early, it returns the best so far."""
    compiling = start_compiling()
    began = time.monotonic()
    problem = build_problem(instance)
    seconds_to_build = time.monotonic() - began
    budget.tell(0.0, message("正在挑选会谈"))
    selection, placement = _place(instance, problem, budget)
    if instance.previous and instance.stability:
        placement = keep_previous(problem)
        fill(problem, placement)
        placement = repair(problem, placement, budget, instance.stability)
    in_gaps = np.isin(np.arange(len(problem.weight)), number_gaps(instance).request)
    search = Search(problem, budget, compiling, selection.bound, seconds_to_build)
    is_proven = False
    if _can_be_proven(problem, placement):
        placement, is_proven = search.keep_days_whole(placement)
    else:
        placement = search.tidy(placement, Prices(leaving_home=instance.stability * WORTH), in_gaps)
    fill(problem, placement)
    return Solved(
        finish(instance, problem, placement, budget),
        bound=selection.bound,
        unmet=selection.unmet,
        is_stopped=budget.is_stopped,
        is_proven=is_proven,
    )


def finish(instance: Instance, problem: Problem, placement: Placement, budget: Budget) -> Timetable:
    """Seat the meetings and explain what is left out."""
    budget.tell(1.0, message("正在安排桌子"))
    seconds = max(LEAST_TO_COUNT, budget.left() * PART_TO_COUNT)
    return Timetable(
        meetings=seat(instance, problem, placement),
        unscheduled=Explainer(instance, problem, placement).explain_all(seconds),
    )


def _place(instance: Instance, problem: Problem, budget: Budget) -> tuple[Selection, Placement]:
    """Select and give slots; look at every slot only where parts of the day promise too much."""
    gaps = number_gaps(instance)
    rng = np.random.default_rng(budget.seed)
    best: tuple[Selection, Placement] | None = None
    for parts in (1, len(instance.slots)):
        selection = select_requests(problem, parts, budget.left() / 2, gaps, instance.stability)
        budget.tell(0.02, message("正在安排时段"))
        placement = colour(problem, selection.is_chosen, rng, INSERTIONS)
        fill(problem, placement)
        if best is None or _worth(problem, placement) > _worth(problem, best[1]):
            best = selection, placement
        best = replace(best[0], bound=min(best[0].bound, selection.bound)), best[1]
        is_late = budget.is_stopped or budget.left() < budget.seconds / 2
        if (
            is_late
            or problem.allowed.sum() > EXACT_SIZE
            or _weight(problem, best[1]) >= best[0].bound
        ):
            break
    return best


def _worth(problem: Problem, placement: Placement) -> tuple[int, int, float]:
    parties_met = int((placement.degree > 0).sum())
    pins = int((problem.is_fixed & (placement.slot >= 0)).sum())
    return pins, parties_met, _weight(problem, placement)


def number_gaps(instance: Instance) -> Gaps:
    """Return the instance's gaps as arrays."""
    if not instance.gaps:
        return NO_GAPS
    number = {request.id: i for i, request in enumerate(instance.requests)}
    pairs = [
        (node, number[each]) for node, gap in enumerate(instance.gaps) for each in gap.requests
    ]
    node, request = np.array(pairs, np.int64).reshape(-1, 2).T
    return Gaps(node, request, np.array([gap.weight for gap in instance.gaps]))


def _can_be_proven(problem: Problem, placement: Placement) -> bool:
    """Whether all requests are placed, on one day, and few enough for a proof of fewest breaks."""
    is_small = 0 < len(placement.slot) <= PROVABLE_REQUESTS and (problem.home < 0).all()
    return bool(is_small and (placement.slot >= 0).all() and not problem.is_new_day.any())


def _weight(problem: Problem, placement: Placement) -> float:
    return float(problem.weight[placement.slot >= 0].sum())
