"""After cancellations: three offers, from moving nothing to moving everything."""

from dataclasses import dataclass
from enum import StrEnum

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.changes import count_moved, keep_previous, without_previous
from chainmatch.scheduling.colouring import fill
from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.mending import STABILITY, repair
from chainmatch.scheduling.problem import build_problem
from chainmatch.scheduling.solve import finish, solve
from chainmatch.scheduling.timetable import Score, Timetable, score


class Kind(StrEnum):
    """The offers, from the fewest moves to the most."""

    FILL_HOLES = "fill_holes"
    REPAIR = "repair"
    FROM_SCRATCH = "from_scratch"


@dataclass(frozen=True)
class Offer:
    """A timetable to choose, and what choosing it costs.

    ``moved``: published meetings, still possible, that change slot or table or are dropped.
    """

    kind: Kind
    timetable: Timetable
    score: Score
    moved: int


def make_offers(instance: Instance, budget: Budget) -> tuple[Offer, ...]:
    """Offer the three ways to go on from ``instance.previous``.

    Filling and repairing take what they need; a timetable from scratch gets the rest of the time.
    """
    problem = build_problem(instance)
    filled = keep_previous(problem)
    fill(problem, filled)
    repaired = repair(problem, filled, budget, instance.stability or STABILITY)
    scratch = solve(without_previous(instance), budget).timetable
    return (
        _offer(instance, Kind.FILL_HOLES, finish(instance, problem, filled, budget)),
        _offer(instance, Kind.REPAIR, finish(instance, problem, repaired, budget)),
        _offer(instance, Kind.FROM_SCRATCH, scratch),
    )


def _offer(instance: Instance, kind: Kind, timetable: Timetable) -> Offer:
    moved = count_moved(instance, timetable.meetings)
    return Offer(kind, timetable, score(instance, timetable.meetings), moved)
