"""The records of all projects as columns of numbers, so that any day is found at once.

Each row of a series says what holds from its day on. Days are ordinals of the Gregorian calendar
(``date.toordinal``), 0 for none; amounts are whole yuan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from graph.domain.followup.stages import PROJECT_STAGES, StageScheme
from graph.domain.projects.project import Agreement, SigningKind
from graph.domain.projects.track import Track, steps

Numbers = NDArray[np.int64]
DAY_BITS = 21
AGREEMENTS = tuple(Agreement)
UNTOLD = -1

MOVE = ("day", "stage", "rank", "signed", "started")
SIGNING = ("day", "contracted", "agreement")
ARRIVAL = ("day", "arrived")
REPORT = ("day", "progress")


@lru_cache(maxsize=65536)
def ordinal(day: str) -> int:
    """Return a day as a number, 0 for an empty text."""
    return date.fromisoformat(day).toordinal() if day else 0


@dataclass(frozen=True)
class Rows:
    """One project's rows of each series."""

    moves: Numbers
    plans: Numbers
    signings: Numbers
    arrivals: Numbers
    reports: Numbers


def rows_of(track: Track, scheme: StageScheme = PROJECT_STAGES) -> Rows:
    """Lay a project's records out as rows."""
    return Rows(
        _table(_moves(track, scheme), len(MOVE)),
        _table(_plans(track, scheme), 1 + len(scheme.stages)),
        _table(_signings(track), len(SIGNING)),
        _table(_running(track.arrivals), len(ARRIVAL)),
        _table(_reports(track), len(REPORT)),
    )


def stage_number(key: str, scheme: StageScheme = PROJECT_STAGES) -> int:
    """Return the place of a stage, the ways out following the stages."""
    return scheme.numbers.get(key, UNTOLD)


def _table(rows: Sequence[Sequence[int]], width: int) -> Numbers:
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


def _moves(track: Track, scheme: StageScheme) -> list[tuple[int, ...]]:
    return [
        (
            ordinal(step.day),
            stage_number(step.stage, scheme),
            step.rank,
            ordinal(step.signed),
            ordinal(step.started),
        )
        for step in steps(track, scheme)
    ]


def _plans(track: Track, scheme: StageScheme) -> list[tuple[int, ...]]:
    planned = [0] * len(scheme.stages)
    rows = []
    for known, stage, day in track.plans:
        place = scheme.rank(stage)
        if place >= 0:
            planned[place] = ordinal(day)
        rows.append((ordinal(known), *planned))
    return rows


def _signings(track: Track) -> list[tuple[int, ...]]:
    amounts = (
        0 if kind == SigningKind.UPGRADE else amount for _day, kind, amount, _ in track.signings
    )
    return [
        (ordinal(each[0]), total, AGREEMENTS.index(Agreement(each[3])))
        for each, total in zip(track.signings, accumulate(amounts), strict=True)
    ]


def _running(arrivals: Iterable[tuple[str, int]]) -> list[tuple[int, int]]:
    told = list(arrivals)
    totals = accumulate(amount for _day, amount in told)
    return [(ordinal(day), total) for (day, _), total in zip(told, totals, strict=True)]


def _reports(track: Track) -> list[tuple[int, int]]:
    rows, last = [], UNTOLD
    for day, progress in track.reports:
        last = last if progress is None else progress
        rows.append((ordinal(day), last))
    return rows


@dataclass(frozen=True)
class Splice:
    """Rows of the project at a place in the order before; a new one is put in front of it."""

    place: int
    is_new: bool
    rows: Numbers


class Series:
    """One kind of record of all projects, in the order of projects and days.

    ``table`` ends with the row that stands for nothing; ``lengths`` are rows of each project.
    """

    def __init__(self, table: Numbers, lengths: Numbers) -> None:
        self._table = table
        self._lengths = lengths
        self._ends = np.cumsum(lengths)
        self._starts = self._ends - lengths
        owners = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
        self._keys = (owners << DAY_BITS) | table[:-1, 0]

    @classmethod
    def of(cls, parts: Sequence[Numbers], nothing: Sequence[int]) -> "Series":
        """Join the rows of all projects."""
        lengths = np.array([len(part) for part in parts], dtype=np.int64)
        last = np.array([nothing], dtype=np.int64)
        return cls(np.concatenate([*parts, last]) if parts else last, lengths)

    def spliced(self, splices: Sequence[Splice]) -> "Series":
        """Return the series with some projects changed and some put in, in the order of places."""
        bounds = np.append(self._starts, len(self._table) - 1)
        pieces, start, lengths = [], 0, self._lengths.copy()
        for each in splices:
            at = int(bounds[each.place])
            pieces += [self._table[start:at], each.rows]
            start = at if each.is_new else int(self._ends[each.place])
            if not each.is_new:
                lengths[each.place] = len(each.rows)
        new = [each for each in splices if each.is_new]
        lengths = np.insert(lengths, [each.place for each in new], [len(each.rows) for each in new])
        return Series(np.concatenate([*pieces, self._table[start:]]), lengths)

    def on(self, day: int) -> Numbers:
        """Return for each project the row that holds at the end of a day, else ``nothing``."""
        wanted = (np.arange(len(self._starts), dtype=np.int64) << DAY_BITS) | day
        places = np.searchsorted(self._keys, wanted, side="right") - 1
        return self._table[np.where(places >= self._starts, places, -1)]
