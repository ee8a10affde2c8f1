"""The rules of a timetable, checked without the scheduler's arrays, and random days to check."""

import random
from collections import Counter
from typing import Any

from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.timetable import Timetable


def broken_rules(instance: Instance, timetable: Timetable) -> list[str]:
    """Name every rule that a timetable breaks."""
    return [
        *_broken_alone(instance, timetable),
        *_broken_together(instance, timetable),
        *_unaccounted(instance, timetable),
    ]


def _broken_alone(instance: Instance, timetable: Timetable) -> list[str]:
    bad = []
    owned = {
        p.own_table: {q.id for q in instance.parties if q.own_table == p.own_table}
        for p in instance.parties
    }
    for meeting in timetable.meetings:
        request = instance.request[meeting.request]
        pair = {request.a, request.b}
        own = {instance.party[code].own_table for code in pair} - {None}
        bad += [f"{code} away" for code in pair if meeting.slot in instance.party[code].unavailable]
        if request.pinned not in (None, meeting.slot):
            bad.append(f"{request.id} not where it is pinned")
        if request.slots is not None and meeting.slot not in request.slots:
            bad.append(f"{request.id} in a closed slot")
        if own and meeting.table not in own:
            bad.append(f"{request.id} not at an own table")
        if meeting.table in owned and not owned[meeting.table] & pair:
            bad.append(f"{request.id} at a table of others")
        if frozenset(pair) in instance.vetoes:
            bad.append(f"{request.id} vetoed")
        owners = [instance.party[code].owner for code in pair]
        if owners[0] is not None and len(set(owners)) == 1:
            bad.append(f"{request.id} within one owner")
    return bad


def _broken_together(instance: Instance, timetable: Timetable) -> list[str]:
    held, seats, load, met, groups = Counter(), Counter(), Counter(), Counter(), Counter()
    for meeting in timetable.meetings:
        request = instance.request[meeting.request]
        pair = (request.a, request.b)
        met[request.id] += 1
        seats[meeting.slot, meeting.table] += 1
        held.update((code, meeting.slot) for code in pair)
        load.update(pair)
        owners = [instance.party[code].owner for code in pair]
        if any(owners):
            groups[frozenset(o or f"one:{c}" for o, c in zip(owners, pair, strict=True))] += 1
    twice = [*held.items(), *seats.items(), *met.items(), *groups.items()]
    bad = [f"{name} {count} times" for name, count in twice if count > 1]
    limits = {party.id: party.max_meetings for party in instance.parties}
    return bad + [f"{code} over its limit" for code, count in load.items() if count > limits[code]]


def _unaccounted(instance: Instance, timetable: Timetable) -> list[str]:
    named = [meeting.request for meeting in timetable.meetings]
    named += [each.request for each in timetable.unscheduled]
    return [] if sorted(named) == sorted(instance.request) else ["requests lost or told twice"]


def random_instance(seed: int, **overrides: Any) -> Instance:
    """Make a small day with everything in it that the format knows; the seed chooses its shape."""
    dice = random.Random(seed)  # noqa: S311 - hides nothing
    slots = [f"S{i}" for i in range(dice.choice([1, 3, 6, 10]))]
    tables = [f"T{i}" for i in range(dice.choice([0, 1, 3, 8]))]
    ids = [f"E{i}" for i in range(dice.choice([1, 2, 5, 12]))]
    parties = [_random_party(dice, code, slots, tables) for code in ids]
    count = dice.choice([0, 3, 20, 40]) if len(ids) > 1 else 0
    requests = [_random_request(dice, i, ids, slots) for i in range(count)]
    pairs = [dice.sample(ids, 2) for _ in range(2)] if len(ids) > 2 else []
    data = {
        "slots": slots,
        "tables": tables,
        "parties": parties,
        "requests": requests,
        "new_days": slots[3:4] if dice.random() < 0.3 else [],
        "vetoes": pairs[:1] if dice.random() < 0.3 else [],
        "rivals": pairs[1:] if dice.random() < 0.5 else [],
        "gaps": [{"id": "G", "requests": [r["id"] for r in requests[:3]], "weight": 4}],
    }
    return parse_instance(data | overrides)


def _random_party(
    dice: random.Random, code: str, slots: list[str], tables: list[str]
) -> dict[str, Any]:
    half = len(slots) // 2
    away = dice.choice([[], [], slots[:half], slots[half:], dice.sample(slots, half), slots])
    return {
        "id": code,
        "unavailable": away,
        "max_meetings": dice.choice([0, 1, 2, 5, len(slots)]),
        "own_table": dice.choice(tables) if tables and dice.random() < 0.3 else None,
        "owner": dice.choice(["G1", "G2"]) if dice.random() < 0.2 else None,
    }


def _random_request(
    dice: random.Random, number: int, ids: list[str], slots: list[str]
) -> dict[str, Any]:
    a, b = dice.sample(ids, 2)
    return {
        "id": f"R{number}",
        "a": a,
        "b": b,
        "weight": dice.choice([0, 1, 2, 2.5, 10]),
        "pinned": dice.choice(slots) if dice.random() < 0.1 else None,
        "slots": slots[:2] if dice.random() < 0.1 else None,
    }
