"""Limits of a search besides words and facets: what is offered, who owns it, where it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.domain.centres import centre_of
from graph.domain.location import Point, distance_km
from graph.domain.search import Entry, Limits
from graph.search.table import find_table
from graph.store import Store
from graph.store.map import search as records
from graph.store.map.ownership import list_owned

KM_OF_A_DEGREE = 111.0
"""A degree of latitude is never shorter than this by more than half a percent."""


@dataclass(frozen=True)
class Distance:
    """How far an enterprise stands; ``is_rough`` where a district's centre stood in for one end."""

    km: float
    is_rough: bool


def keep_within(store: Store, entries: Iterable[Entry], limits: Limits, *, at: str) -> list[Entry]:
    """Keep the entries that every limit lets pass."""
    kept = list(entries)
    for codes in _allowed(store, limits, at):
        kept = [entry for entry in kept if entry.code in codes]
    if not limits.km:
        return kept
    told = distances(store, kept, limits.origin, limit=limits.km)
    return [entry for entry in kept if entry.code in told and entry.code != limits.origin]


def distances(
    store: Store, entries: Iterable[Entry], origin: str, *, limit: float = 0
) -> Mapping[str, Distance]:
    """Return by code how far entries stand from an enterprise, those within ``limit`` km if set.

    Left out are those of which neither coordinates nor a district with a known centre are told.
    """
    start = find_table(store).entries.get(origin)
    place = place_of(start) if start else None
    if start is None or place is None:
        return {}
    found: dict[str, Distance] = {}
    for entry in entries:
        point = place_of(entry)
        if point is None or (limit and _is_farther(place, point, limit)):
            continue
        km = distance_km(place, point)
        if not limit or km <= limit:
            found[entry.code] = Distance(km, entry.point is None or start.point is None)
    return found


def place_of(entry: Entry) -> Point | None:
    """Return where an enterprise stands, else the centre of its district; None without either."""
    return entry.point or centre_of(entry.region)


def count_unplaced(entries: Iterable[Entry]) -> int:
    """Count those whose place nobody can tell."""
    return sum(place_of(entry) is None for entry in entries)


def _is_farther(one: Point, other: Point, km: float) -> bool:
    """Tell at once what stands too far north or south."""
    return abs(one.latitude - other.latitude) * KM_OF_A_DEGREE > km + 1


def _allowed(store: Store, limits: Limits, at: str) -> Iterable[frozenset[str]]:
    for kind in sorted(limits.has):
        yield records.list_posting(store, kind, today=at)
    if limits.owner:
        yield list_owned(store, limits.owner, at=at)
    if limits.conference:
        yield records.list_attending(store, limits.conference)
