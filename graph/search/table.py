"""All enterprises as search knows them, in memory: a row over the wire costs more than a match.

The mark in the graph changes whenever the entries do; it is asked for at each search, so that no
process shows what another has replaced.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from graph.domain.search import Entry, Found, narrow
from graph.store import Store
from graph.store import search as records


@dataclass(frozen=True)
class Table:
    """Entries by code, in the order of codes, and what the facets count among all of them."""

    mark: str
    entries: Mapping[str, Entry]
    everything: Found


_guard = threading.Lock()
_tables: WeakKeyDictionary[Store, Table] = WeakKeyDictionary()


def find_table(store: Store) -> Table:
    """Return the entries as they are now, read anew where the mark has changed."""
    mark = records.find_mark(store)
    with _guard:
        table = _tables.get(store)
        if table is None or not mark or table.mark != mark:
            _tables[store] = table = _read(store, mark)
        return table


def _read(store: Store, mark: str) -> Table:
    entries = {entry.code: entry for entry in records.list_entries(store)}
    return Table(mark, entries, narrow(entries.values(), {}))
