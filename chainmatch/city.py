"""What the city and its platform are called, shown on every page."""

import time
from dataclasses import asdict, dataclass
from threading import Lock

from graph.errors import GraphUnavailable
from graph.store import Store, settings

FRESH_SECONDS = 10.0
PREFIX = "city."


@dataclass(frozen=True)
class City:
    """Names in both languages."""

    name: str = "长沙市"
    name_en: str = "Changsha"
    platform: str = "产业链对接平台"
    platform_en: str = "Industrial Chain Matchmaking"


class Sign:
    """The names as the pages show them: read from the graph every few seconds at most."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._guard = Lock()
        self._city = City()
        self._read_at = float("-inf")

    def show(self) -> City:
        """Return the names; the last known ones while the graph is away."""
        with self._guard:
            if time.monotonic() - self._read_at > FRESH_SECONDS:
                self._read_at = time.monotonic()
                try:
                    self._city = find_city(self._store)
                except GraphUnavailable:
                    self._read_at = float("-inf")
            return self._city

    def forget(self) -> None:
        """Read anew at the next call."""
        self._read_at = float("-inf")


def find_city(store: Store) -> City:
    """Read the names, each falling back on its default."""
    saved = settings.list_settings(store, PREFIX)
    names = {name.removeprefix(PREFIX): value for name, value in saved.items()}
    return City(**{field: names.get(field) or default for field, default in asdict(City()).items()})


def save_city(store: Store, city: City) -> None:
    """Save the names."""
    for field, value in asdict(city).items():
        settings.save_setting(store, PREFIX + field, value)
