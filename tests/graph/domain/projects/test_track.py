from datetime import date

import pytest
from tracks import track

from graph.domain.followup.rules import Colour
from graph.domain.projects.track import facts_of, light_of, plans_at, stand

MOVES = (
    ("2026-01-05", "signed"),
    ("2026-02-01", "fulfilled"),
    ("2026-03-01", "started"),
    ("2026-04-01", "fulfilled"),
    ("2026-05-01", "started"),
    ("2026-06-01", "paused"),
)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-01-05", ("signed", "2026-01-05", 2, "2026-01-05", "")),
        ("2026-03-31", ("started", "2026-03-01", 4, "2026-01-05", "2026-03-01")),
        ("2026-04-30", ("fulfilled", "2026-04-01", 3, "2026-01-05", "")),
        ("2026-05-31", ("started", "2026-05-01", 4, "2026-01-05", "2026-05-01")),
        ("2026-06-30", ("paused", "2026-06-01", 4, "2026-01-05", "2026-05-01")),
    ],
)
def test_where_it_stood(at: str, expected: tuple[str, str, int, str, str]) -> None:
    found = stand(track(moves=MOVES), at)
    assert found is not None
    assert (found.stage, found.since, found.rank, found.signed, found.started) == expected


def test_before_its_first_stage_it_is_not_there() -> None:
    assert stand(track(moves=MOVES), "2026-01-04") is None


def test_funds_count_until_the_day() -> None:
    told = track(moves=MOVES, arrivals=(("2026-02-01", 5), ("2026-03-01", 7), ("2026-03-02", -2)))
    found = [stand(told, at) for at in ("2026-01-31", "2026-03-01", "2026-03-02")]
    assert [each.arrived for each in found if each] == [0, 12, 10]


def test_a_plan_holds_until_the_next_is_known() -> None:
    plans = (
        ("2026-01-05", "started", "2026-03-31"),
        ("2026-01-05", "producing", "2026-12-31"),
        ("2026-03-20", "started", "2026-06-30"),
        ("2026-06-01", "producing", ""),
    )
    told = track(moves=MOVES, plans=plans)
    assert plans_at(told, "2026-01-04") == {}
    assert plans_at(told, "2026-03-19") == {"started": "2026-03-31", "producing": "2026-12-31"}
    assert plans_at(told, "2026-06-01") == {"started": "2026-06-30"}


def test_progress_is_expected_to_grow_evenly() -> None:
    told = track(
        moves=(("2026-01-01", "started"),),
        plans=(("2026-01-01", "producing", "2026-04-11"),),
        reports=(("2026-02-01", 20), ("2026-02-20", None)),
    )
    standing = stand(told, "2026-02-20")
    assert standing is not None
    facts = facts_of(standing, date(2026, 2, 20))
    assert (facts.expected, facts.progress, facts.heard) == (50, 20, date(2026, 2, 20))
    assert light_of(standing, date(2026, 2, 20)).colour == Colour.YELLOW
    late = stand(told, "2026-12-31")
    assert late is not None
    assert facts_of(late, date(2026, 12, 31)).expected == 100


def test_funds_are_asked_for_after_the_agreed_day() -> None:
    told = track(moves=(("2026-01-01", "signed"),), required=10, required_by="2026-06-30")
    on_time, late = stand(told, "2026-06-30"), stand(told, "2026-07-01")
    assert on_time is not None
    assert late is not None
    assert light_of(on_time, date(2026, 6, 30)).colour == Colour.GREEN
    assert light_of(late, date(2026, 7, 1)).colour == Colour.RED
