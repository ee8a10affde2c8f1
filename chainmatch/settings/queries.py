"""What an administrator looks at."""

import platform
import shutil
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from chainmatch.config import Config
from graph.domain.account import Account
from graph.domain.worker import WorkerSeen
from graph.store import Store, accounts, workers
from graph.store.map_size import MapSize, find_map_size

PACKAGES = ("chainmatch", "flask", "gunicorn", "neo4j", "arcadedb-embedded")


@dataclass(frozen=True)
class Health:
    """How the installation is; ``disk_free`` and ``disk_total`` in bytes, where the data lie."""

    is_embedded: bool
    address: str
    size: MapSize
    workers: list[WorkerSeen]
    disk_free: int
    disk_total: int
    versions: list[tuple[str, str]]


def find_health(store: Store, config: Config, *, now: datetime) -> Health:
    """Look at database, workers and disk. Raises GraphUnavailable."""
    disk = shutil.disk_usage(config.home)
    return Health(
        is_embedded=store.endpoint.is_embedded,
        address=store.endpoint.url,
        size=find_map_size(store),
        workers=workers.list_alive(store, at=now),
        disk_free=disk.free,
        disk_total=disk.total,
        versions=[("Python", platform.python_version()), *((p, version(p)) for p in PACKAGES)],
    )


@dataclass(frozen=True)
class Demo:
    """Whether demo data are there, and who could administer without their accounts."""

    is_loaded: bool
    own_administrators: int
    actor_goes: bool


def find_demo(store: Store, actor: Account) -> Demo:
    """Look at what a removal of the demo data would leave."""
    return Demo(
        is_loaded=True,
        own_administrators=accounts.count_own_administrators(store),
        actor_goes=actor.source == "demo",
    )
