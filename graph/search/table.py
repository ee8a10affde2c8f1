"""All enterprises as search knows them, in memory: a row over the wire costs more than a match.

The mark in the graph changes whenever the derived data are refreshed; it is asked for at each
search, so that no process goes on showing what another has replaced.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary, WeakSet

from graph.domain.search import Entry, Found, Product, narrow, read_products
from graph.errors import ChainMatchError
from graph.store import Store
from graph.store.map import search as records


@dataclass(frozen=True, slots=True)
class NodeHit:
    """A product or chain node that ``makers`` enterprises make; ``words`` as it may be typed."""

    code: str
    name: str
    name_en: str
    words: str
    makers: int


@dataclass(frozen=True)
class Table:
    """Entries by code in that order, what the facets count among all, and all that is made."""

    mark: str
    entries: Mapping[str, Entry]
    everything: Found
    nodes: tuple[NodeHit, ...]


READ_AT_ONCE = 2000
"""A larger table is read anew beside the searches, which see the old one for some seconds."""

_guard = threading.Lock()
_tables: WeakKeyDictionary[Store, Table] = WeakKeyDictionary()
_being_read: WeakSet[Store] = WeakSet()


def find_table(store: Store) -> Table:
    """Return the entries as they are now, read anew where the mark has changed.

    A large table that was shown before is shown for as long as its successor is being read.
    """
    mark = records.find_mark(store)
    table = _tables.get(store)
    if table is not None and mark and table.mark == mark:
        return table
    if table is not None and mark and len(table.entries) > READ_AT_ONCE:
        _read_beside(store)
        return table
    with _guard:
        return _brought_up_to(store, mark)


def bring_up_to_date(store: Store) -> None:
    """Read the table as it is now, and wait for it: for work that must not miss what is new."""
    with _guard:
        _brought_up_to(store, records.find_mark(store))


def warm(store: Store) -> None:
    """Read the table before anybody asks for it; the caller does not wait."""
    _read_beside(store)


def _read_beside(store: Store) -> None:
    if store in _being_read:
        return
    _being_read.add(store)
    threading.Thread(target=_refresh, args=(store,), name="search table", daemon=True).start()


def _refresh(store: Store) -> None:
    try:
        with _guard:
            _brought_up_to(store, records.find_mark(store))
    except ChainMatchError:
        return  # the next search tries again
    finally:
        _being_read.discard(store)


def _brought_up_to(store: Store, mark: str) -> Table:
    table = _tables.get(store)
    if table is None or not mark or table.mark != mark:
        _tables[store] = table = _read(store, mark)
    return table


def _read(store: Store, mark: str) -> Table:
    entries = {entry.code: entry for entry in records.list_entries(store)}
    everything = narrow(entries.values(), {})
    return Table(mark, entries, everything, _nodes(entries.values()))


def _nodes(entries: Iterable[Entry]) -> tuple[NodeHit, ...]:
    products: dict[str, Product] = {}
    makers: Counter[str] = Counter()
    for entry in entries:
        for product in read_products(entry.words):
            products.setdefault(product.code, product)
            makers[product.code] += 1
    return tuple(
        NodeHit(code, each.name, each.name_en, f" {each.search} ", makers[code])
        for code, each in products.items()
    )
