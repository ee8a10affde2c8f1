"""All enterprises as search knows them, in memory: a row over the wire costs more than a match.

The mark in the graph changes whenever the derived data are refreshed; it is asked for at each
search, so that no process shows what another has replaced.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from graph.domain.search import Entry, Found, Product, narrow, read_products
from graph.store import Store
from graph.store import search as records


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
