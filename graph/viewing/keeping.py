"""Views per process: read once, and anew where the map has changed."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from graph.store import Store
from graph.store.map.search import find_mark

MOST_KEPT = 12
Found = TypeVar("Found")


class _Shelf:
    """What was read of one map, the last used at the end."""

    def __init__(self) -> None:
        self.mark = ""
        self.found: OrderedDict[Hashable, Any] = OrderedDict()


_guard = threading.Lock()
_shelves: WeakKeyDictionary[Store, _Shelf] = WeakKeyDictionary()


def keep(store: Store, key: Hashable, read: Callable[[], Found]) -> Found:
    """Return what ``read`` found for a key on this map, reading only if it has changed since.

    The last MOST_KEPT are kept; a map of which nothing was ever computed is always read.
    """
    mark = find_mark(store)
    with _guard:
        shelf = _shelves.setdefault(store, _Shelf())
        if shelf.mark != mark:
            shelf.mark = mark
            shelf.found.clear()
        if mark and key in shelf.found:
            shelf.found.move_to_end(key)
            return shelf.found[key]
    found = read()
    with _guard:
        if mark and shelf.mark == mark:
            shelf.found[key] = found
            while len(shelf.found) > MOST_KEPT:
                shelf.found.popitem(last=False)
    return found
