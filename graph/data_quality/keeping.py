"""Contradictions per process: found once, and anew where the map or the day has changed.

A page of rows would otherwise look through the whole map for each fifty of them.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from graph.data_quality.contradictions import find
from graph.domain.data_quality import Finding, Rule
from graph.store import Store
from graph.store.map.search import find_mark

MOST_KEPT = 4
"""Rules whose rows are kept, the last asked for."""
MOST_ROWS = 20_000
"""More rows of a rule are not kept: they are found anew for each page."""

Key = tuple[Rule, str, str]
_guard = threading.Lock()
_kept: WeakKeyDictionary[Store, OrderedDict[Key, Sequence[Finding]]] = WeakKeyDictionary()


def find_all(store: Store, rule: Rule, at: str) -> Sequence[Finding]:
    """Return all contradictions of a rule on an ISO date."""
    key = rule, at, find_mark(store)
    with _guard:
        kept = _kept.setdefault(store, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    found = tuple(find(store, rule, at))
    with _guard:
        if key[2] and len(found) <= MOST_ROWS:
            kept[key] = found
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found
