"""Rate limits that cost next to nothing: a process takes requests from the graph by the share.

All processes together count in the graph, on the token. A process asks for a share of the minute's
requests at once and spends it from memory; shares shrink as fewer are left, so that near the
limit hardly any lies unused in another process. At 600 a minute a busy token is asked about some
thirty times, and what one process refuses it refuses from memory until the minute is over.
"""

import threading
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakKeyDictionary

from chainmatch.limits.api_limits import per_minute
from graph.store import Store
from graph.store.people import tokens

MINUTE = 60
PARTS = 20
"""The first share is this part of the limit."""
LEFT_PARTS = 4
"""A later one is at most this part of what is left."""
MOST_KEPT = 5000
"""Tokens remembered before those of earlier minutes are forgotten."""


@dataclass(frozen=True)
class Spent:
    """What a request finds: whether it may pass, and what is left in how many seconds."""

    is_granted: bool
    limit: int
    rest: int
    seconds: int


@dataclass
class _Lease:
    window: str
    limit: int
    own: int = 0
    shared: int = 0

    @property
    def rest(self) -> int:
        return self.own + self.shared


class Budgets:
    """What this process may still let pass, by token."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._guard = threading.Lock()
        self._leases: dict[str, _Lease] = {}

    def spend(self, token_id: str, now: datetime) -> Spent:
        """Count one request of a token."""
        window = now.strftime("%Y-%m-%dT%H:%M")
        seconds = MINUTE - now.second
        lease = self._lease(token_id, window)
        if not self._use(lease):
            self._refill(token_id, lease, now)
            if not self._use(lease):
                return Spent(False, lease.limit, 0, seconds)
        return Spent(True, lease.limit, lease.rest, seconds)

    def _lease(self, token_id: str, window: str) -> _Lease:
        with self._guard:
            found = self._leases.get(token_id)
            if found is not None and found.window == window:
                return found
            if len(self._leases) >= MOST_KEPT:
                self._leases = {k: v for k, v in self._leases.items() if v.window == window}
        limit = per_minute(self._store)
        with self._guard:
            fresh = self._leases.get(token_id)
            if fresh is None or fresh.window != window:
                fresh = self._leases[token_id] = _Lease(window, limit, 0, limit)
            return fresh

    def _use(self, lease: _Lease) -> bool:
        with self._guard:
            if lease.own <= 0:
                return False
            lease.own -= 1
            return True

    def _refill(self, token_id: str, lease: _Lease, now: datetime) -> None:
        if lease.shared <= 0:
            return
        wanted = max(1, min(lease.limit // PARTS, lease.shared // LEFT_PARTS))
        share = tokens.take_share(
            self._store, token_id, window=lease.window, wanted=wanted, limit=lease.limit, at=now
        )
        with self._guard:
            lease.own += share.granted
            lease.shared = max(0, share.rest)


_guard = threading.Lock()
_budgets: WeakKeyDictionary[Store, Budgets] = WeakKeyDictionary()


def budgets_of(store: Store) -> Budgets:
    """Return the budgets of this process on a graph."""
    with _guard:
        found = _budgets.get(store)
        if found is None:
            found = _budgets[store] = Budgets(store)
        return found
