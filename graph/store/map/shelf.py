"""What a process computed of the map: kept until the map changes, the last used the longest."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from graph.store.connection import Store
from graph.store.map.search import find_mark

Found = TypeVar("Found")


class _Board:
    """What was computed of one map while it had this mark."""

    def __init__(self) -> None:
        self.mark = ""
        self.found: OrderedDict[Hashable, Any] = OrderedDict()


class Shelf:
    """Keeps the last ``most`` findings of each map, by key.

    A map of which nothing was ever computed has no mark that could change: nothing of it is kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._guard = threading.Lock()
        self._boards: WeakKeyDictionary[Store, _Board] = WeakKeyDictionary()

    def peek(self, store: Store, key: Hashable) -> Any | None:
        """Return what is kept under a key if the map has not changed since, or None."""
        return self._take(self._board(store, find_mark(store)), key)

    def keep(
        self,
        store: Store,
        key: Hashable,
        read: Callable[[], Found],
        *,
        is_small: Callable[[Found], bool] = lambda found: True,
    ) -> Found:
        """Return what ``read`` finds, reading only if the map has changed; keep what is small."""
        mark = find_mark(store)
        board = self._board(store, mark)
        kept = self._take(board, key)
        if kept is not None:
            return kept
        found = read()
        with self._guard:
            if mark and board.mark == mark and is_small(found):
                board.found[key] = found
            while len(board.found) > self._most:
                board.found.popitem(last=False)
        return found

    def _board(self, store: Store, mark: str) -> _Board:
        with self._guard:
            board = self._boards.setdefault(store, _Board())
            if board.mark != mark:
                board.mark = mark
                board.found.clear()
            return board

    def _take(self, board: _Board, key: Hashable) -> Any | None:
        with self._guard:
            if key not in board.found:
                return None
            board.found.move_to_end(key)
            return board.found[key]
