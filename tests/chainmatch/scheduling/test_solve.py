"""The whole road, on many random small days with every field of the format."""

from typing import Any

import numpy as np
import pytest
from timetable_rules import broken_rules, random_instance

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.greedy import schedule_greedily
from chainmatch.scheduling.problem import build_problem, fits, place_at
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.selection import _Program
from chainmatch.scheduling.solve import Solved, solve
from chainmatch.scheduling.timetable import Timetable, score
from graph.errors import Cancelled
from graph.messages import Message

STEPS = 20_000


def solved(seed: int) -> Solved:
    return solve(random_instance(seed), Budget(steps=STEPS, seed=seed))


@pytest.mark.parametrize("seed", range(60))
def test_random_days_break_no_rule(seed: int) -> None:
    instance = random_instance(seed)
    timetable = solved(seed).timetable
    assert broken_rules(instance, timetable) == []


@pytest.mark.parametrize("seed", range(60, 80))
def test_no_request_that_still_fits_is_left_out(seed: int) -> None:
    instance = random_instance(seed)
    problem = build_problem(instance)
    numbers = {slot: i for i, slot in enumerate(instance.slots)}
    made = {m.request: numbers[m.slot] for m in solved(seed).timetable.meetings}
    slot = np.array([made.get(request.id, -1) for request in instance.requests], np.int32)
    placement = place_at(problem, slot)
    left_out = [i for i in range(len(slot)) if slot[i] < 0]
    assert [i for i in left_out if fits(problem, placement, i).any()] == []


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_is_never_exceeded(seed: int) -> None:
    result = solved(seed)
    assert score(random_instance(seed), result.timetable.meetings).weight <= result.bound + 1e-6


@pytest.mark.parametrize("seed", range(20))
def test_greedy_breaks_no_rule(seed: int) -> None:
    instance = random_instance(seed)
    made = Timetable(schedule_greedily(instance))
    assert [rule for rule in broken_rules(instance, made) if "requests lost" not in rule] == []


def test_the_same_seed_gives_the_same_timetable() -> None:
    assert solved(13) == solved(13)


def test_everybody_who_can_meets_somebody_before_weight_counts() -> None:
    """The heavy pair would fill the only slot and leave two parties alone."""
    light = [{"id": f"L{i}", "a": "HUB", "b": f"E{i}", "weight": 1} for i in range(3)]
    heavy = {"id": "H", "a": "HUB", "b": "E0", "weight": 100}
    instance = parse_instance(
        {
            "slots": ["S0", "S1", "S2"],
            "tables": ["T0"],
            "parties": [{"id": code} for code in ("HUB", "E0", "E1", "E2")],
            "requests": [*light, heavy],
        }
    )
    met = {m.request for m in solve(instance, Budget(steps=0)).timetable.meetings}
    assert met == {"H", "L1", "L2"}


def test_a_scarce_node_is_met_where_its_gap_outweighs_another_request() -> None:
    data = {
        "slots": ["S0"],
        "tables": ["T0"],
        "parties": [{"id": code} for code in "ABCD"],
        "requests": [
            {"id": "R1", "a": "A", "b": "B", "weight": 5},
            {"id": "R2", "a": "C", "b": "D", "weight": 3},
        ],
    }
    gap = {"id": "G", "requests": ["R2"], "weight": 3}
    made = [
        solve(parse_instance(each), Budget(steps=0)).timetable
        for each in (data, data | {"gaps": [gap]})
    ]
    assert [[m.request for m in timetable.meetings] for timetable in made] == [["R1"], ["R2"]]


def test_stopped_at_once_it_returns_a_sound_timetable() -> None:
    def stop(_done: int, _total: int, _note: Message) -> None:
        raise Cancelled

    instance = random_instance(5)
    result = solve(instance, Budget(seconds=30, progress=stop))
    assert (broken_rules(instance, result.timetable), result.is_stopped) == ([], True)


@pytest.mark.parametrize("missing", ["slots", "tables", "parties", "requests"])
def test_empty_days_are_empty_timetables(missing: str) -> None:
    data = {
        "slots": ["S0"],
        "tables": ["T0"],
        "parties": [{"id": "A"}, {"id": "B"}],
        "requests": [{"id": "R", "a": "A", "b": "B"}],
    }
    data[missing] = []
    if missing == "parties":
        data["requests"] = []
    timetable = solve(parse_instance(data), Budget(steps=0)).timetable
    assert timetable.meetings == ()
    assert [each.request for each in timetable.unscheduled] == [r["id"] for r in data["requests"]]


@pytest.mark.parametrize("seed", range(60, 90))
def test_a_run_without_time_keeps_pins_before_weight(seed: int, monkeypatch: Any) -> None:
    """On a machine so busy that the linear program ends without an answer."""
    monkeypatch.setattr(_Program, "solve", lambda *_, **__: None)
    instance = random_instance(seed)
    timetable = solve(instance, Budget(seconds=0.0)).timetable
    assert broken_rules(instance, timetable) == []
    pinned = {request.id for request in instance.requests if request.pinned}
    pins_first = {meeting.request for meeting in schedule_greedily(instance)} & pinned
    assert {meeting.request for meeting in timetable.meetings} & pinned == pins_first


def test_a_run_without_time_lets_as_many_meet_as_it_can(monkeypatch: Any) -> None:
    monkeypatch.setattr(_Program, "solve", lambda *_, **__: None)
    day = {
        "slots": ["S0", "S1"],
        "tables": ["T0"],
        "parties": [{"id": code} for code in "ABCD"],
        "requests": [
            {"id": "AB", "a": "A", "b": "B", "weight": 9},
            {"id": "AC", "a": "A", "b": "C", "weight": 8},
            {"id": "CD", "a": "C", "b": "D", "weight": 1},
        ],
    }
    result = solve(parse_instance(day), Budget(seconds=0.0))
    assert {meeting.request for meeting in result.timetable.meetings} == {"AB", "CD"}
    assert result.bound == 18
