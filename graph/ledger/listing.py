"""The ledger as a list: narrowed, ordered, a page of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.domain.account import Account, Role
from graph.domain.followup.lights import Light
from graph.domain.followup.rulebook import DEFAULT, Rulebook
from graph.domain.followup.rules import SEVERITY, Colour
from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.indicators import Dimension, Indicator
from graph.domain.projects.rights import can_see_all
from graph.domain.projects.track import Standing, Track, light_of, plans_at, stand
from graph.ledger.columns import Numbers, stage_number
from graph.ledger.day import Day, Mask
from graph.ledger.figures import Chains, members_of, weigh
from graph.ledger.layout import Members


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; empty texts let everything pass.

    ``groups`` wants a key of a dimension each, '' for those that tell none; ``reached`` a stage
    that living projects are at or beyond; ``party`` an enterprise that signed; ``figure`` the
    projects behind a figure: all of its denominator, or those ``counted`` in it.
    """

    words: str = ""
    stage: str = ""
    colour: str = ""
    party: str = ""
    groups: Mapping[Dimension, str] | None = None
    figure: Indicator | None = None
    counted: bool = True
    reached: str = ""


@dataclass(frozen=True)
class ListedProject:
    """A project as it stood on the day of the list."""

    track: Track
    standing: Standing
    light: Light
    planned: Mapping[str, str]


MOST_YUAN = 10**15
URGENT_FIRST = (Colour.RED, Colour.YELLOW, Colour.GREEN, Colour.OFF, Colour.NONE)
_URGENCY = np.array([URGENT_FIRST.index(colour) for colour in SEVERITY], dtype=np.int64)
Order = Callable[[Day], Numbers]
ORDERS: Mapping[str, Order] = {
    "light": lambda day: _URGENCY[day.colours],
    "risk": lambda day: _URGENCY[day.colours] * MOST_YUAN - day.contracted,
    "recent": lambda day: -day.since,
    "amount": lambda day: -day.contracted,
    "code": lambda day: np.zeros(len(day.stage), dtype=np.int64),
}
"""By what a list is ordered; projects that are alike stand by code."""


def narrow_to_own(wanted: Wanted, actor: Account) -> Wanted:
    """Narrow a list to what this person may see: all, its unit's projects, or those it signed."""
    if can_see_all(actor):
        return wanted
    if actor.role == Role.UNIT:
        return replace(wanted, groups={**(wanted.groups or {}), Dimension.UNIT: actor.unit})
    return replace(wanted, party=actor.enterprise or "-")


def choose(day: Day, wanted: Wanted, chains: Chains) -> Mask:
    """Tell which projects are wanted."""
    mask = day.is_there.copy()
    if wanted.stage:
        mask &= day.stage == stage_number(wanted.stage)
    if wanted.reached:
        mask &= ~day.is_dead & (day.rank >= max(PROJECT_STAGES.rank(wanted.reached), 0))
    if wanted.colour in set(Colour):
        mask &= day.colours == SEVERITY.index(Colour(wanted.colour))
    if wanted.figure is not None:
        weighed = weigh(day, wanted.figure)
        mask &= weighed.counted if wanted.counted else weighed.among
    for by, key in (wanted.groups or {}).items():
        mask &= _in_group(members_of(day, by, chains), key, len(mask))
    if wanted.party or wanted.words:
        mask &= _told(day, wanted)
    return mask


def after_code(day: Day, code: str) -> Mask:
    """Tell which projects stand after a code, for a list that goes on where it ended."""
    return np.array([track.code > code for track in day.ledger.tracks], dtype=bool)


def list_page(
    day: Day, mask: Mask, *, order: str, skip: int, limit: int | None
) -> list[ListedProject]:
    """List the chosen projects in an order (see ORDERS), ``limit`` of them or all."""
    chosen = np.flatnonzero(mask)
    ranked = chosen[np.argsort(ORDERS[order](day)[chosen], kind="stable")]
    end = None if limit is None else skip + limit
    found = [
        show(day.ledger.tracks[place], day.at, day.book) for place in ranked[skip:end].tolist()
    ]
    return [each for each in found if each is not None]


def show(track: Track, at: date, book: Rulebook = DEFAULT) -> ListedProject | None:
    """Return a project as it stood on a day, or None before its first stage."""
    standing = stand(track, at.isoformat())
    if standing is None:
        return None
    planned = plans_at(track, at.isoformat())
    return ListedProject(track, standing, light_of(standing, at, book.stages, book.rules), planned)


def _in_group(members: Members, key: str, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    if key in members.keys:
        mask[members.project[members.group == members.keys.index(key)]] = True
    return mask


def _told(day: Day, wanted: Wanted) -> Mask:
    words = wanted.words.casefold().split()
    return np.array(
        [
            (not wanted.party or wanted.party in track.parties)
            and all(
                word in f"{track.code}\n{track.name}\n{track.name_en}".casefold() for word in words
            )
            for track in day.ledger.tracks
        ],
        dtype=bool,
    )
