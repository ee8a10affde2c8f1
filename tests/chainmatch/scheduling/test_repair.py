"""After cancellations: three offers with their moves, and staying near what was published."""

from dataclasses import replace

import pytest
from timetable_rules import broken_rules

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.checks import check_instance
from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.reading import parse_instance
from chainmatch.scheduling.repair import Kind, make_offers
from chainmatch.scheduling.seating import rivals_side_by_side
from chainmatch.scheduling.solve import solve
from chainmatch.scheduling.timetable import score
from chainmatch.scheduling.yardsticks import invent_day


def cancelled(instance: Instance, gone: set[str]) -> Instance:
    away = frozenset(instance.slots)
    parties = (replace(p, unavailable=away) if p.id in gone else p for p in instance.parties)
    return replace(instance, parties=tuple(parties))


@pytest.mark.parametrize("seed", range(3))
def test_offers_after_cancellations(seed: int) -> None:
    instance = invent_day(60, seed)
    published = solve(instance, Budget(steps=20_000)).timetable.meetings
    changed = replace(cancelled(instance, {"E00003", "E00017"}), previous=published)
    offers = make_offers(changed, Budget(steps=20_000))
    assert [offer.kind for offer in offers] == list(Kind)
    assert [broken_rules(changed, offer.timetable) for offer in offers] == [[], [], []]
    filled, repaired, scratch = offers
    assert filled.moved == 0
    assert filled.score.weight <= repaired.score.weight <= scratch.score.weight + 1
    assert repaired.moved < scratch.moved / 5


def test_nothing_moves_where_nothing_changed() -> None:
    instance = invent_day(60, 9)
    published = solve(instance, Budget(steps=20_000)).timetable.meetings
    again = replace(instance, previous=published, stability=0.5)
    assert set(solve(again, Budget(steps=20_000)).timetable.meetings) == set(published)


def test_rivals_are_parted() -> None:
    """Two meetings of rivals in one slot, three tables in a row."""
    instance = parse_instance(
        {
            "slots": ["S"],
            "tables": ["T0", "T1", "T2"],
            "parties": [{"id": code} for code in "ABCD"],
            "requests": [{"id": "R0", "a": "A", "b": "B"}, {"id": "R1", "a": "C", "b": "D"}],
            "rivals": [["A", "C"]],
        }
    )
    meetings = solve(instance, Budget(steps=0)).timetable.meetings
    assert {meeting.table for meeting in meetings} == {"T0", "T2"}
    assert rivals_side_by_side(instance, meetings) == 0


def test_the_score_counts_as_the_benchmark_does() -> None:
    instance = invent_day(60, 1)
    reached = score(instance, solve(instance, Budget(steps=20_000)).timetable.meetings)
    assert reached.idle_slots >= 0
    assert reached.meetings * 2 - reached.parties_met >= reached.table_changes


def test_checks_say_what_cannot_work() -> None:
    instance = parse_instance(
        {
            "slots": ["S0", "S1"],
            "tables": ["T0"],
            "parties": [
                {"id": "A", "max_meetings": 1},
                {"id": "B", "own_table": "T0"},
                {"id": "C", "own_table": "T0"},
                {"id": "D", "unavailable": ["S0", "S1"]},
                {"id": "E", "max_meetings": 0},
                {"id": "F"},
            ],
            "requests": [
                {"id": "R0", "a": "A", "b": "B", "pinned": "S0"},
                {"id": "R1", "a": "A", "b": "C", "pinned": "S0"},
                {"id": "R2", "a": "D", "b": "A"},
                {"id": "R3", "a": "E", "b": "F"},
                {"id": "R4", "a": "D", "b": "B", "pinned": "S1"},
            ],
            "gaps": [{"id": "G", "requests": ["R2"]}],
        }
    )
    assert [(each.code, each.concerns) for each in check_instance(instance)] == [
        ("pin_impossible", ("R4",)),
        ("pins_clash", ("R0", "R1")),
        ("pins_over_limit", ("A",)),
        ("party_never_there", ("D",)),
        ("party_takes_none", ("E",)),
        ("table_owned_twice", ("B", "C")),
        ("no_free_table", ("R2", "R3")),
        ("requests_impossible", ("R2",)),
        ("gap_unreachable", ("G",)),
    ]


def test_a_sound_day_has_no_findings() -> None:
    codes = {each.code for each in check_instance(invent_day(60, 0))}
    assert codes <= {"requests_impossible"}
