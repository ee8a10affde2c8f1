"""What the scheduler is measured against: invented days, and one CP-SAT model of everything."""

import random
from typing import Any

from chainmatch.scheduling.instance import Instance, Meeting
from chainmatch.scheduling.problem import build_problem, place_at
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.seating import seat

SLOTS = 20
WEIGHTS = (1, 2, 3, 5, 8, 10)
LIMITS = (4, 6, 8, 8, 10, 12, SLOTS)


def invent_day(parties: int, seed: int) -> Instance:
    """Invent a day, see invent_data."""
    return parse_instance(invent_data(parties, seed))


def invent_data(parties: int, seed: int) -> dict[str, Any]:
    """Invent an instance file: few are asked for by many, a third are there in part, tables lack.

    The shape is that of our benchmark; the numbers drawn are not.
    """
    dice = random.Random(f"{parties} {seed}")  # noqa: S311 - invented data
    pull = [dice.paretovariate(1.2) for _ in range(parties)]
    tables = [f"T{i:04d}" for i in range(max(4, round(parties / 6.5)))]
    popular = sorted(range(parties), key=lambda i: -pull[i])[: len(tables) // 4]
    own = {party: tables[i] for i, party in enumerate(popular)}
    people = [_party(dice, i, own.get(i)) for i in range(parties)]
    return {
        "slots": [f"S{i:02d}" for i in range(SLOTS)],
        "tables": tables,
        "parties": people,
        "requests": _requests(dice, parties, pull),
    }


def _party(dice: random.Random, number: int, own_table: str | None) -> dict[str, Any]:
    away = {slot for slot in range(SLOTS) if dice.random() < 0.06}
    if dice.random() < 0.35:
        cut = dice.randrange(3, SLOTS - 3)
        away |= set(range(cut, SLOTS)) if dice.random() < 0.5 else set(range(cut))
    return {
        "id": f"E{number:05d}",
        "unavailable": [f"S{slot:02d}" for slot in sorted(away)],
        "max_meetings": dice.choice(LIMITS),
        "own_table": own_table,
    }


def _requests(dice: random.Random, parties: int, pull: list[float]) -> list[dict[str, Any]]:
    pairs: dict[frozenset[int], int] = {}
    for one in range(parties):
        for _ in range(max(1, round(dice.gauss(5, 3)))):
            other = dice.choices(range(parties), pull)[0]
            if one != other:
                pairs.setdefault(frozenset((one, other)), dice.choice(WEIGHTS))
    return [
        {"id": f"R{i:06d}", "a": f"E{min(pair):05d}", "b": f"E{max(pair):05d}", "weight": weight}
        for i, (pair, weight) in enumerate(pairs.items())
    ]


def schedule_in_one_model(instance: Instance, seconds: float) -> tuple[Meeting, ...]:
    """Give OR-Tools' CP-SAT requests × slots as one model, weight alone, on two workers.

    Needs the package ``ortools``.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 - only benchmarks have it

    problem = build_problem(instance)
    model = cp_model.CpModel()
    rows: dict[tuple[Any, ...], list[Any]] = {}
    placed = {}
    for request, slot in zip(*map(list, problem.allowed.nonzero()), strict=True):
        placed[request, slot] = variable = model.new_bool_var("")
        rows.setdefault(("request", request), []).append(variable)
        if problem.is_free[request]:
            rows.setdefault(("seats", slot), []).append(variable)
        for holder in problem.holders[request]:
            if holder >= 0:
                rows.setdefault(("slot", holder, slot), []).append(variable)
                rows.setdefault(("most", holder), []).append(variable)
    limits = {"seats": problem.seats, "most": problem.most}
    for (kind, *which), variables in rows.items():
        limit = int(limits[kind][which[0]]) if kind in limits else 1
        model.add(sum(variables) <= limit)
        if kind == "request" and problem.is_fixed[which[0]]:
            model.add(sum(variables) == 1)
    model.maximize(sum(float(problem.weight[r]) * each for (r, _), each in placed.items()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return ()
    slots = problem.home * 0 - 1
    for (request, slot), variable in placed.items():
        if solver.value(variable):
            slots[request] = slot
    return seat(instance, problem, place_at(problem, slots))
