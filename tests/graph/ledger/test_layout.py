"""A spliced ledger is the ledger that laying all out anew gives."""

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from graph_tracks import CHAINS, invent

from graph.domain.projects.indicators import Dimension
from graph.domain.projects.track import Track
from graph.ledger.columns import rows_of
from graph.ledger.day import Day
from graph.ledger.figures import figures_by
from graph.ledger.layout import Ledger, lay_out, splice

DAYS = [date(2028, 2, 29), date(2028, 12, 31), date(2029, 3, 31)]


def laid(tracks: dict[str, Track]) -> Ledger:
    ordered = [tracks[code] for code in sorted(tracks)]
    return lay_out(ordered, [rows_of(each) for each in ordered])


def shown(ledger: Ledger, at: date) -> list[object]:
    day = Day(ledger, at)
    arrays = (day.since, day.stage, day.rank, day.planned, day.contracted, day.arrived)
    return [
        [track.code for track in ledger.tracks],
        *(array.tolist() for array in (*arrays, day.progress, day.colours)),
        {by: figures_by(day, by, CHAINS) for by in Dimension},
    ]


@pytest.mark.parametrize("seed", range(12))
def test_splicing_is_laying_out_anew(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - invented projects
    tracks = {each.code: each for each in (invent(number, chance) for number in range(0, 120, 2))}
    ledger = laid(tracks)
    for _ in range(4):
        for by in Dimension:
            figures_by(Day(ledger, DAYS[0]), by, CHAINS)  # groups are kept where they can be
        numbers = chance.sample(range(-3, 125), chance.randrange(1, 9))
        changed = {each.code: each for each in (invent(each, chance) for each in numbers)}
        ledger = splice(ledger, {code: (each, rows_of(each)) for code, each in changed.items()})
        tracks |= changed
        for at in DAYS:
            assert shown(ledger, at) == shown(laid(tracks), at)


def test_the_first_project_of_an_empty_ledger() -> None:
    track = invent(1, random.Random(1))  # noqa: S311 - an invented project
    spliced = splice(lay_out([], []), {track.code: (track, rows_of(track))})
    assert shown(spliced, DAYS[0]) == shown(laid({track.code: track}), DAYS[0])


def test_groups_are_kept_where_nobody_left_one() -> None:
    first = invent(1, random.Random(1))  # noqa: S311 - an invented project
    ledger = laid({first.code: first})
    for by in Dimension:
        figures_by(Day(ledger, DAYS[0]), by, CHAINS)
    moved = replace(first, region="9", name="别名")
    spliced = splice(ledger, {first.code: (moved, rows_of(moved))})
    assert set(spliced.members) == {Dimension.UNIT, Dimension.EVENT, Dimension.CHAIN}
    assert spliced.members[Dimension.UNIT] is ledger.members[Dimension.UNIT]
    assert np.array_equal(spliced.required, ledger.required)
