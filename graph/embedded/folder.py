"""Where an embedded database lives, and whether one is running there."""

import fcntl
import json
from dataclasses import dataclass, replace
from pathlib import Path

from graph.embedded.leases import READERS

DATABASE = "chainmatch"
USER = "root"
EXIT_IN_USE = 75
"""Exit code of the server process where another one holds the lock."""


@dataclass(frozen=True)
class Endpoint:
    """Where a database answers and with which password; what a Store needs to connect."""

    url: str
    user: str
    password: str
    database: str
    admin_url: str = ""
    leases: Path | None = None
    """Where whoever runs a typed query takes a user for it (``graph.embedded.leases``)."""

    @property
    def is_embedded(self) -> bool:
        """Whether this is our own ArcadeDB child process."""
        return bool(self.admin_url)


@dataclass(frozen=True)
class Folder:
    """The files of one embedded database."""

    path: Path

    @property
    def data(self) -> Path:
        """Where ArcadeDB keeps its files."""
        return self.path / "arcadedb"

    @property
    def lock(self) -> Path:
        """Locked by the living server."""
        return self.path / "server.lock"

    @property
    def endpoint(self) -> Path:
        """Ports and process id of the living server, as JSON."""
        return self.path / "endpoint.json"

    @property
    def password(self) -> Path:
        """The password of the database, readable by its owner alone."""
        return self.path / "password"

    @property
    def reader_password(self) -> Path:
        """The password of the users who run typed queries, readable by its owner alone."""
        return self.path / "reader_password"

    @property
    def leases(self) -> Path:
        """Who runs a typed query now, a file for each user who may."""
        return self.path / "leases"

    @property
    def groups(self) -> Path:
        """What the users of the database may do, as ArcadeDB reads it at its start."""
        return self.data / "config" / "server-groups.json"

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.path / "server.log"


def graph_folder(home: Path) -> Folder:
    """Name the embedded database's folder inside CHAINMATCH_HOME."""
    return Folder(home / "graph")


def find_running(home: Path) -> Endpoint | None:
    """Return the endpoint of the server that has this home open, or None."""
    folder = graph_folder(home)
    if not folder.endpoint.exists() or not _is_locked(folder.lock):
        return None
    try:
        ports = json.loads(folder.endpoint.read_text())
        password = folder.password.read_text()
    except (OSError, ValueError):
        return None
    return Endpoint(
        f"bolt://127.0.0.1:{ports['bolt']}",
        USER,
        password,
        DATABASE,
        f"http://127.0.0.1:{ports['http']}",
    )


def find_reader(home: Path) -> Endpoint | None:
    """Return the running server's endpoint for users who may only read the map, or None."""
    endpoint, folder = find_running(home), graph_folder(home)
    if endpoint is None or not folder.reader_password.exists():
        return None
    password = folder.reader_password.read_text(encoding="utf-8")
    return replace(endpoint, user=READERS[0], password=password, leases=folder.leases)


def _is_locked(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
