"""Enterprises that match what was asked, ranked by our own rules and counted by facet."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.domain.search import Entry, Facet, Wanted, matching, narrow, rank
from graph.search.table import find_table
from graph.store import Store
from graph.store import search as records


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
    if not wanted.words and not wanted.node and not any(wanted.selection.values()):
        return Result(wanted, table.everything.entries, table.everything.counts)
    named = table.entries.get(wanted.text.strip())
    entries = [named] if named else matching(table.entries.values(), wanted.words)
    if wanted.node:
        makers = records.list_makers(store, wanted.node, at=at)
        entries = [entry for entry in entries if entry.code in makers]
    found = narrow(entries, wanted.selection)
    return Result(wanted, tuple(rank(found.entries, wanted.words)), found.counts)
