"""The figures over all projects at once agree with those counted project by project."""

import random
from datetime import date, timedelta

import pytest
from tracks import track

from graph.domain.followup.rules import SEVERITY
from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects import indicators
from graph.domain.projects.indicators import Dimension, Indicator
from graph.domain.projects.track import Track, light_of, stand_all
from graph.ledger.columns import rows_of
from graph.ledger.day import Day, lay_out
from graph.ledger.figures import codes_behind, figures, figures_by

STAGES = [stage.key for stage in (*PROJECT_STAGES.stages, *PROJECT_STAGES.exits)]
CHAINS = {"n1": ("c1", "c2"), "n2": ("c2",)}
START = date(2027, 11, 1)


def invent(number: int, chance: random.Random) -> Track:
    def days(count: int) -> list[str]:
        found = sorted(START + timedelta(chance.randrange(500)) for _ in range(count))
        return [day.isoformat() for day in found]

    signed = days(chance.randrange(4))
    kinds = ["first", "upgrade", "increase"]
    node = chance.choice(["n1", "n2", "n3", ""])
    return track(
        f"p{number:03}",
        node=node,
        chains=CHAINS.get(node, ()),
        unit=chance.choice(["甲", "乙", ""]),
        event=chance.choice(["会", ""]),
        region=chance.choice(["1", "2"]),
        required=chance.choice([0, 50]),
        required_by=chance.choice(["", "2028-02-29"]),
        moves=tuple((day, chance.choice(STAGES)) for day in days(chance.randrange(7))),
        plans=tuple(
            (day, chance.choice(STAGES[:8]), chance.choice(["", *days(3)]))
            for day in days(chance.randrange(6))
        ),
        signings=tuple(
            (day, kind, chance.randrange(90), chance.choice(["framework", "contract"]))
            for day, kind in zip(signed, kinds, strict=False)
        ),
        arrivals=tuple((day, chance.randrange(-5, 30)) for day in days(chance.randrange(4))),
        reports=tuple(
            (day, chance.choice([None, chance.randrange(100)])) for day in days(chance.randrange(4))
        ),
    )


TRACKS = [invent(number, random.Random(number)) for number in range(300)]  # noqa: S311 - invented
LEDGER = lay_out(TRACKS, [rows_of(each) for each in TRACKS])
DAYS = ["2027-11-01", "2027-12-31", "2028-01-01", "2028-02-28", "2028-02-29", "2028-03-01"]
DAYS += ["2028-04-30", "2028-08-31", "2028-12-31", "2029-01-01", "2029-03-31", "2026-01-01"]


@pytest.mark.parametrize("at", DAYS)
def test_all_figures(at: str) -> None:
    day, standings = Day(LEDGER, date.fromisoformat(at)), stand_all(TRACKS, at)
    expected = indicators.figures(standings, at)
    found = figures(day)
    assert {key: codes_behind(day, each) for key, each in found.items()} == expected


@pytest.mark.parametrize("by", Dimension)
@pytest.mark.parametrize("at", DAYS)
def test_groups(at: str, by: Dimension) -> None:
    found = figures_by(Day(LEDGER, date.fromisoformat(at)), by, CHAINS)
    groups = indicators.group(stand_all(TRACKS, at), by)
    assert {key: shown(each) for key, each in found.items()} == {
        key: shown(indicators.figures(rows, at)) for key, rows in groups.items()
    }


def shown(found: dict[Indicator, indicators.Figure]) -> dict[Indicator, tuple[int, int]]:
    return {key: (each.numerator, each.denominator) for key, each in found.items()}


@pytest.mark.parametrize("at", DAYS)
def test_lights(at: str) -> None:
    day = date.fromisoformat(at)
    found = Day(LEDGER, day)
    colours = [SEVERITY[number] for number in found.colours.tolist()]
    present = [colour for colour, there in zip(colours, found.is_there, strict=True) if there]
    assert present == [light_of(each, day).colour for each in stand_all(TRACKS, at)]


def test_a_ledger_without_projects() -> None:
    day = Day(lay_out([], []), START)
    assert shown(figures(day)) == dict.fromkeys(Indicator, (0, 0))
    assert figures_by(day, Dimension.UNIT) == {}
