"""Enterprises that match what was asked, ranked by our own rules and counted by facet."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.domain.search import Entry, Facet, Wanted, matching, narrow, rank, tier_of
from graph.search.limits import distances, keep_within
from graph.search.table import find_table
from graph.store import Store
from graph.store.map import search as records


@dataclass(frozen=True)
class Result:
    """All matches, best first; ``counts`` by facet and value, the most frequent first."""

    wanted: Wanted
    entries: tuple[Entry, ...]
    counts: Mapping[Facet, Mapping[str, int]]


def search(store: Store, wanted: Wanted, *, at: str) -> Result:
    """Find enterprises; an empty text matches all. ``at`` is the date of what they make.

    A text without a single letter or figure matches nothing, a full code that very enterprise.
    """
    if wanted.text.strip() and not wanted.words:
        return Result(wanted, (), {facet: {} for facet in Facet})
    table = find_table(store)
    if not wanted.words and not wanted.is_narrowed:
        return Result(wanted, table.everything.entries, table.everything.counts)
    named = table.entries.get(wanted.text.strip())
    entries = [named] if named else matching(table.entries.values(), wanted.words)
    if wanted.node:
        makers = records.list_makers(store, wanted.node, at=at)
        entries = [entry for entry in entries if entry.code in makers]
    if wanted.limits:
        entries = keep_within(store, entries, wanted.limits, at=at)
    found = narrow(entries, wanted.selection)
    return Result(wanted, _in_order(store, wanted, found.entries), found.counts)


def _in_order(store: Store, wanted: Wanted, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Order by how well the words match; without words by distance, where that was asked for."""
    if wanted.words or not wanted.limits.km:
        return tuple(rank(entries, wanted.words))
    far = distances(store, entries, wanted.limits.origin)
    return tuple(sorted(entries, key=lambda entry: (far[entry.code].km, entry.code)))


def place_in_order(
    store: Store, wanted: Wanted, entries: tuple[Entry, ...]
) -> list[tuple[float, str]]:
    """Return for each entry of a result what it is ordered by: how it matches, and its code.

    A page can go on after such a place even where the entry itself has gone meanwhile.
    """
    if wanted.words or not wanted.limits.km:
        return [(float(tier_of(entry, wanted.words)), entry.code) for entry in entries]
    far = distances(store, entries, wanted.limits.origin)
    return [(far[entry.code].km, entry.code) for entry in entries]
