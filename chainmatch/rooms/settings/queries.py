"""What an administrator looks at."""

import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version

from chainmatch.config import Config
from graph.domain.account import Account
from graph.domain.sources import DEMO
from graph.domain.worker import WorkerSeen
from graph.ledger import table
from graph.store import Store
from graph.store.map import sources
from graph.store.map.sources import MapCount, count_map
from graph.store.people import accounts
from graph.store.work import workers

PACKAGES = ("chainmatch", "flask", "gunicorn", "neo4j", "arcadedb-embedded")


@dataclass(frozen=True)
class Health:
    """How the installation is; ``disk_free`` and ``disk_total`` in bytes, where the data lie."""

    is_embedded: bool
    address: str
    size: MapCount
    workers: list[WorkerSeen]
    disk_free: int
    disk_total: int
    versions: list[tuple[str, str]]

    @property
    def rows(self) -> list[tuple[str, Mapping[str, int]]]:
        """Each label and link type of the map with its numbers by source."""
        return [*self.size.nodes.items(), *self.size.links.items()]


def find_health(store: Store, config: Config, *, now: datetime) -> Health:
    """Look at database, workers and disk. Raises GraphUnavailable."""
    disk = shutil.disk_usage(config.home)
    return Health(
        is_embedded=store.endpoint.is_embedded,
        address=store.endpoint.url,
        size=count_map(store),
        workers=workers.list_alive(store, at=now),
        disk_free=disk.free,
        disk_total=disk.total,
        versions=[("Python", platform.python_version()), *((p, version(p)) for p in PACKAGES)],
    )


def list_units(store: Store, at: date) -> list[str]:
    """List the responsible units that the ledger of projects names."""
    tracks = table.find_day(store, at).ledger.tracks
    return sorted({track.unit for track in tracks if track.unit})


@dataclass(frozen=True)
class Demo:
    """Whether demo data are there, and who could administer without their accounts."""

    is_loaded: bool
    accounts: int
    own_administrators: int
    actor_goes: bool


def find_demo(store: Store, actor: Account) -> Demo:
    """Look at what a removal of the demo data would leave."""
    return Demo(
        is_loaded=sources.has_source(store, DEMO),
        accounts=accounts.count_accounts_of(store, DEMO),
        own_administrators=accounts.count_own_administrators(store),
        actor_goes=actor.source == DEMO,
    )
