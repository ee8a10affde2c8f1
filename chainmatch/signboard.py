"""What every page shows from the graph: the city's names, whether demo data are loaded, whether a
conference collects wishes.
"""

import time
from dataclasses import dataclass, field
from threading import Lock

from chainmatch.wording.city import City, find_city
from graph.domain.conference.phases import Phase
from graph.errors import GraphUnavailable
from graph.store import Store
from graph.store.conference import conferences
from graph.store.map import sources

FRESH_SECONDS = 5.0
DEMO_SOURCE = "demo"


@dataclass(frozen=True)
class Sign:
    """What is written on it."""

    city: City = field(default_factory=City)
    is_demo: bool = False
    takes_wishes: bool = False


class Signboard:
    """Read from the graph every few seconds at most, so that a page does not pay for it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._guard = Lock()
        self._sign = Sign()
        self._read_at = float("-inf")

    def show(self) -> Sign:
        """Return the sign; the last known one while the graph is away."""
        with self._guard:
            if time.monotonic() - self._read_at > FRESH_SECONDS:
                self._renew()
            return self._sign

    def _renew(self) -> None:
        try:
            self._sign = Sign(
                find_city(self._store),
                sources.has_source(self._store, DEMO_SOURCE),
                conferences.is_any_in(self._store, Phase.WISHES),
            )
            self._read_at = time.monotonic()
        except GraphUnavailable:
            self._read_at = float("-inf")
