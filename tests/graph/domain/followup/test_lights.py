from datetime import date, timedelta

import pytest

from graph.domain.followup.lights import Facts, Light, evaluate
from graph.domain.followup.rules import Colour
from graph.domain.followup.stages import PROJECT_STAGES as SCHEME


def light(facts: Facts, at: str) -> Light:
    return evaluate(facts, SCHEME, date.fromisoformat(at))


def colour_and_words(facts: Facts, at: str) -> tuple[Colour, list[str]]:
    found = light(facts, at)
    return found.colour, [str(reason.words) for reason in found.reasons]


def late(planned: str, stage: str = "signed") -> Facts:
    return Facts(stage, planned={"started": date.fromisoformat(planned)})


@pytest.mark.parametrize(
    ("planned", "at", "expected"),
    [
        ("2026-06-30", "2026-06-30", Colour.GREEN),
        ("2026-06-30", "2026-07-01", Colour.YELLOW),
        ("2026-06-30", "2026-09-29", Colour.YELLOW),
        ("2026-06-30", "2026-09-30", Colour.RED),
        ("2027-11-30", "2028-02-28", Colour.YELLOW),
        ("2027-11-30", "2028-02-29", Colour.RED),
        ("2026-11-30", "2027-02-28", Colour.RED),
        ("2026-12-31", "2027-01-01", Colour.YELLOW),
        ("2026-12-31", "2027-03-30", Colour.YELLOW),
        ("2026-12-31", "2027-03-31", Colour.RED),
        ("2028-02-29", "2028-03-01", Colour.YELLOW),
    ],
)
def test_a_missed_start(planned: str, at: str, expected: Colour) -> None:
    assert light(late(planned), at).colour == expected


def test_a_missed_start_says_so() -> None:
    assert colour_and_words(late("2026-01-31"), "2026-02-01") == (
        Colour.YELLOW,
        ["计划 2026-01-31 开工，已过 1 天"],
    )
    assert colour_and_words(late("2026-01-31"), "2026-04-30") == (
        Colour.RED,
        ["计划 2026-01-31 开工，已过 3 个月"],
    )


@pytest.mark.parametrize("stage", ["started", "building", "producing", "at_capacity"])
def test_who_started_is_not_late_to_start(stage: str) -> None:
    assert light(late("2026-01-31", stage), "2026-12-31") == Light(Colour.GREEN)


@pytest.mark.parametrize("stage", ["changed", "paused", "ended"])
def test_who_left_shows_no_light(stage: str) -> None:
    assert light(late("2026-01-31", stage), "2026-12-31") == Light(Colour.NONE)


@pytest.mark.parametrize(
    ("expected", "progress", "colour"),
    [
        (60, 51, Colour.GREEN),
        (60, 50, Colour.YELLOW),
        (60, 30, Colour.YELLOW),
        (60, 29, Colour.RED),
        (60, None, Colour.GREEN),
        (None, 10, Colour.GREEN),
    ],
)
def test_progress_behind(expected: int | None, progress: int | None, colour: Colour) -> None:
    facts = Facts("building", expected=expected, progress=progress)
    assert light(facts, "2026-06-30").colour == colour


def test_funds_under_what_was_agreed_are_red() -> None:
    facts = Facts("fulfilled", required=30_000_000, arrived=29_999_999)
    assert colour_and_words(facts, "2026-06-30") == (
        Colour.RED,
        ["按约定应到位 30,000,000 元，实际到位 29,999,999 元"],
    )
    enough = Facts("fulfilled", required=30_000_000, arrived=30_000_000)
    assert light(enough, "2026-06-30").colour == Colour.GREEN


@pytest.mark.parametrize(
    ("heard", "at", "expected"),
    [
        ("2026-12-31", "2027-02-27", Colour.GREEN),
        ("2026-12-31", "2027-02-28", Colour.YELLOW),
        ("2027-12-31", "2028-02-28", Colour.GREEN),
        ("2027-12-31", "2028-02-29", Colour.YELLOW),
        ("2026-12-31", "2027-03-31", Colour.RED),
        ("2026-12-31", "2027-06-29", Colour.RED),
        ("2026-12-31", "2027-06-30", Colour.OFF),
        ("2026-08-31", "2027-02-28", Colour.OFF),
    ],
)
def test_silent_talks(heard: str, at: str, expected: Colour) -> None:
    facts = Facts("talks", heard=date.fromisoformat(heard))
    assert light(facts, at).colour == expected
    signed = Facts("signed", heard=date.fromisoformat(heard))
    assert light(signed, at).colour == Colour.GREEN


def test_the_worst_reason_comes_first() -> None:
    facts = Facts(
        "building",
        planned={"producing": date(2026, 6, 30)},
        expected=90,
        progress=40,
    )
    found = light(facts, "2026-07-01")
    assert (found.colour, [reason.rule for reason in found.reasons]) == (
        Colour.RED,
        ["behind", "late_production"],
    )


def test_a_light_only_gets_worse_while_nothing_happens() -> None:
    order = list(Colour)
    start = date(2027, 11, 29)
    seen = [
        order.index(evaluate(late("2027-11-30"), SCHEME, start + timedelta(days)).colour)
        for days in range(800)
    ]
    assert seen == sorted(seen)
