"""The fewest interruptions, against trying every timetable of small days."""

import random
from itertools import product

import numpy as np
import pytest

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import build_problem, place_at
from chainmatch.scheduling.proof import fewest_breaks
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.seating import seat
from chainmatch.scheduling.solve import solve
from chainmatch.scheduling.timetable import score


def small_day(seed: int, slots: int = 4) -> Instance:
    dice = random.Random(seed)  # noqa: S311 - hides nothing
    names = [f"S{i}" for i in range(slots)]
    pairs = [dice.sample("ABCDE", 2) for _ in range(6)]
    return parse_instance(
        {
            "slots": names,
            "tables": ["T0", "T1"],
            "parties": [
                {"id": code, "unavailable": dice.sample(names, 1) if dice.random() < 0.3 else []}
                for code in "ABCDE"
            ],
            "requests": [{"id": f"R{i}", "a": a, "b": b} for i, (a, b) in enumerate(pairs)],
        }
    )


def fewest_by_hand(instance: Instance) -> int | None:
    """Count breaks over all placements of everything, with at most two a party."""
    best = None
    options = [sorted(instance.open_slots(request)) for request in instance.requests]
    for chosen in product(*options):
        if max(map(chosen.count, chosen)) > len(instance.tables):
            continue
        held = [(p, s) for r, s in zip(instance.requests, chosen, strict=True) for p in r.pair]
        if len(set(held)) < len(held):
            continue
        named = zip(instance.requests, chosen, strict=True)
        reached = score(instance, [Meeting(request.id, slot, "") for request, slot in named])
        best = reached.breaks if best is None else min(best, reached.breaks)
    return best


@pytest.mark.parametrize("seed", range(25))
def test_the_solver_finds_the_fewest_breaks(seed: int) -> None:
    instance = small_day(seed)
    problem = build_problem(instance)
    slot = fewest_breaks(problem)
    if slot is None:
        assert fewest_by_hand(instance) is None
        return
    made = seat(instance, problem, place_at(problem, slot))
    assert score(instance, made).breaks == fewest_by_hand(instance)


def test_the_road_takes_what_is_proven() -> None:
    seed = next(s for s in range(25) if (fewest_by_hand(small_day(s)) or 0) > 0)
    instance = small_day(seed)
    result = solve(instance, Budget(seconds=60))
    reached = score(instance, result.timetable.meetings)
    assert (result.is_proven, reached.breaks) == (True, fewest_by_hand(instance))


def test_what_cannot_all_be_placed_has_no_proof() -> None:
    problem = build_problem(small_day(0))
    assert fewest_breaks(problem._replace(seats=np.zeros_like(problem.seats))) is None
