"""The series of all projects side by side; a change of a few splices them, not all anew."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.indicators import Dimension
from graph.domain.projects.track import Track
from graph.ledger.columns import UNTOLD, Numbers, Rows, Series, Splice, ordinal


@dataclass(frozen=True)
class Members:
    """Which projects belong to which group; a project may belong to several."""

    keys: tuple[str, ...]
    project: Numbers
    group: Numbers


@dataclass(frozen=True)
class Ledger:
    """The series of all projects, in the order of ``tracks``.

    ``members`` fills as asked for with the groups that do not change from day to day; under CHAIN
    stand the groups by chain node.
    """

    tracks: tuple[Track, ...]
    moves: Series
    plans: Series
    signings: Series
    arrivals: Series
    reports: Series
    required: Numbers
    required_by: Numbers
    members: dict[Dimension, Members] = field(default_factory=dict)


LASTING: Mapping[Dimension, Callable[[Track], str]] = {
    Dimension.REGION: lambda track: track.region,
    Dimension.EVENT: lambda track: track.event,
    Dimension.UNIT: lambda track: track.unit,
    Dimension.CHAIN: lambda track: track.node,
}
"""By what projects are grouped once for a ledger."""


def lay_out(tracks: Sequence[Track], rows: Sequence[Rows]) -> Ledger:
    """Join the rows of all projects."""
    stages = len(PROJECT_STAGES.stages)
    return Ledger(
        tuple(tracks),
        Series.of([each.moves for each in rows], (0, UNTOLD, UNTOLD, 0, 0)),
        Series.of([each.plans for each in rows], (0,) * (stages + 1)),
        Series.of([each.signings for each in rows], (0, 0, UNTOLD)),
        Series.of([each.arrivals for each in rows], (0, 0)),
        Series.of([each.reports for each in rows], (0, UNTOLD)),
        np.array([each.required for each in tracks], dtype=np.int64),
        np.array([ordinal(each.required_by) for each in tracks], dtype=np.int64),
    )


def splice(ledger: Ledger, changed: Mapping[str, tuple[Track, Rows]]) -> Ledger:
    """Return the ledger with some projects changed or new, in the order of codes."""
    codes = [track.code for track in ledger.tracks]
    places = {code: bisect_left(codes, code) for code in sorted(changed)}
    new = {code for code, at in places.items() if at == len(codes) or codes[at] != code}
    tracks = list(ledger.tracks)
    for code, place in places.items():
        if code not in new:
            tracks[place] = changed[code][0]
    added = [(places[code], changed[code][0]) for code in sorted(new)]
    for shift, (place, track) in enumerate(added):
        tracks.insert(place + shift, track)

    def series(name: str) -> Series:
        told = [
            Splice(at, code in new, getattr(changed[code][1], name)) for code, at in places.items()
        ]
        return getattr(ledger, name).spliced(told)

    return Ledger(
        tuple(tracks),
        series("moves"),
        series("plans"),
        series("signings"),
        series("arrivals"),
        series("reports"),
        np.array([each.required for each in tracks], dtype=np.int64),
        np.array([ordinal(each.required_by) for each in tracks], dtype=np.int64),
        {} if new else _kept(ledger, places, changed),
    )


def _kept(
    ledger: Ledger, places: Mapping[str, int], changed: Mapping[str, tuple[Track, Rows]]
) -> dict[Dimension, Members]:
    """Keep the groups that none of the changed projects has left."""
    return {
        by: members
        for by, members in ledger.members.items()
        if all(
            LASTING[by](ledger.tracks[place]) == LASTING[by](changed[code][0])
            for code, place in places.items()
        )
    }


def group_by(ledger: Ledger, by: Dimension) -> Members:
    """Return the groups of a lasting dimension, found once for a ledger."""
    known = ledger.members
    if by not in known:
        told = [LASTING[by](track) for track in ledger.tracks]
        names = sorted(set(told))
        numbers = {name: number for number, name in enumerate(names)}
        group = np.array([numbers[name] for name in told], dtype=np.int64)
        known[by] = Members(tuple(names), np.arange(len(told), dtype=np.int64), group)
    return known[by]
