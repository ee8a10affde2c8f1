"""The figures over all projects at once agree with those counted project by project."""

import random
from datetime import date

import pytest
from graph_tracks import CHAINS, START, invent

from graph.domain.followup.rules import SEVERITY
from graph.domain.projects import indicators
from graph.domain.projects.indicators import Dimension, Indicator
from graph.domain.projects.track import light_of, stand_all
from graph.ledger.columns import rows_of
from graph.ledger.day import Day
from graph.ledger.figures import codes_behind, figures, figures_by
from graph.ledger.layout import lay_out

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
