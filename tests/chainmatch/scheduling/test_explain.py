"""Every request left out has a reason, and the mend named really mends."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from timetable_rules import random_instance

from chainmatch.scheduling.colouring import fill
from chainmatch.scheduling.explain import Explainer
from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.problem import (
    Placement,
    Problem,
    build_problem,
    empty_placement,
    fits,
    put,
)
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.relief import count_with_more_tables
from chainmatch.scheduling.timetable import Unscheduled

LONG = 100.0


def explained(instance: Instance) -> dict[str, Unscheduled]:
    problem = build_problem(instance)
    placement = empty_placement(problem)
    fill(problem, placement)
    told = Explainer(instance, problem, placement).explain_all(LONG)
    return {each.request: each for each in told}


def day(**overrides: Any) -> Instance:
    """Return one slot, one table; R0 of A and B is heaviest and is met."""
    return parse_instance(
        {
            "slots": ["S0"],
            "tables": ["T0"],
            "parties": [{"id": code} for code in "ABCD"],
            "requests": [
                {"id": "R0", "a": "A", "b": "B", "weight": 9},
                {"id": "R1", "a": "C", "b": "D", "weight": 1},
            ],
        }
        | overrides
    )


def parties(**changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": code} | changed.get(code, {}) for code in "ABCD"]


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({}, "tables_full"),
        ({"tables": []}, "no_tables"),
        ({"vetoes": [["C", "D"]]}, "vetoed"),
        ({"parties": parties(C={"owner": "G"}, D={"owner": "G"})}, "same_owner"),
        ({"parties": parties(C={"max_meetings": 0})}, "no_meetings"),
        ({"parties": parties(C={"unavailable": ["S0"]})}, "never_together"),
    ],
)
def test_the_first_thing_in_the_way_is_named(overrides: dict[str, Any], code: str) -> None:
    assert explained(day(**overrides))["R1"].code == code


def requests(*pairs: str, **more: Any) -> list[dict[str, Any]]:
    made = [{"id": f"R{i}", "a": p[0], "b": p[1], "weight": 9 - i} for i, p in enumerate(pairs)]
    made[-1] |= more
    return made


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({"requests": requests("AB", "AC")}, "party_full"),
        ({"slots": ["S0", "S1"], "requests": requests("AB", "AC", slots=["S0"])}, "no_common_slot"),
        (
            {
                "slots": ["S0", "S1"],
                "parties": parties(B={"owner": "G"}, C={"owner": "G"}),
                "requests": requests("AB", "AC"),
            },
            "owner_met",
        ),
    ],
)
def test_what_others_leave_is_named(overrides: dict[str, Any], code: str) -> None:
    assert explained(day(**overrides))["R1"].code == code


def test_one_more_table_places_what_is_said() -> None:
    six = [{"id": code} for code in "ABCDEF"]
    full = day(parties=six, requests=requests("AB", "CD", "EF"))
    told = explained(full)["R2"]
    assert told.mend is not None
    assert told.mend.values == {"slot": "S0", "count": 1}
    assert sorted(explained(replace(full, tables=("T0", "T1")))) == ["R2"]


def test_raising_the_limit_named_places_the_request() -> None:
    tight = day(
        slots=["S0", "S1"], parties=parties(A={"max_meetings": 1}), requests=requests("AB", "AC")
    )
    told = explained(tight)["R1"]
    assert str(told.mend) == "把 A 的会谈上限提高 1 场即可安排。"
    raised = replace(tight, parties=(replace(tight.parties[0], max_meetings=2), *tight.parties[1:]))
    assert explained(raised) == {}


def test_coming_at_the_slot_named_places_the_request() -> None:
    late = day(
        slots=["S0", "S1"],
        parties=parties(C={"unavailable": ["S1"]}),
        requests=requests("AB", "AC", slots=["S0", "S1"]),
    )
    told = explained(late)["R1"]
    assert str(told.mend) == "若 C 在 S1 到场即可安排。"
    come = replace(late, parties=tuple(replace(p, unavailable=frozenset()) for p in late.parties))
    assert explained(come) == {}


def most_by_hand(problem: Problem, placement: Placement) -> int:
    """Try every pair of openings: 0, 1, or 2 for two and more."""
    openings = [
        (request, slot)
        for request in np.flatnonzero(placement.slot < 0).tolist()
        for slot in np.flatnonzero(fits(problem, placement, request)).tolist()
    ]
    if any(_fit(problem, placement, pair) for pair in combinations(openings, 2)):
        return 2
    return min(1, len(openings))


def _fit(problem: Problem, placement: Placement, some: tuple[tuple[int, int], ...]) -> bool:
    trial = placement.copy()
    for request, slot in some:
        if trial.slot[request] >= 0 or not fits(problem, trial, request)[slot]:
            return False
        put(problem, trial, request, slot)
    return True


@pytest.mark.parametrize("seed", range(30))
def test_relief_counts_what_could_be_added(seed: int) -> None:
    instance = random_instance(seed)
    problem = build_problem(instance)
    placement = empty_placement(problem)
    fill(problem, placement)
    more = problem._replace(seats=problem.seats + 1)
    counted = count_with_more_tables(problem, placement, LONG)
    assert min(counted, 2) == most_by_hand(more, placement)
