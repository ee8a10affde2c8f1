"""The default database: ArcadeDB from PyPI as a child process, reached over Bolt on loopback.

The server process holds a lock on its folder for as long as it lives, so that two servers never
open the same data, and ends by itself when the process that started it is gone.
"""

import fcntl
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import GraphUnavailable, HomeInUse

DATABASE = "chainmatch"
USER = "root"
BOLT_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
START_SECONDS = 60.0
STOP_SECONDS = 30.0
WATCH_SECONDS = 0.5


@dataclass(frozen=True)
class Endpoint:
    """Where a database answers and with which password; what a Store needs to connect."""

    url: str
    user: str
    password: str
    database: str
    admin_url: str = ""

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


class EmbeddedServer:
    """A database child process that this process started and will stop."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._folder = graph_folder(home)
        self._process: subprocess.Popen[bytes] | None = None
        self._ports: tuple[int, int] | None = None

    def start(self) -> Endpoint:
        """Start the server and wait until it answers.

        Raises HomeInUse where another server has the folder, GraphUnavailable where it dies.
        """
        _prepare(self._folder)
        self._ports = self._ports or (_free_port(), _free_port())
        with self._folder.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder.path,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
                start_new_session=True,
            )
        return self._wait_until_ready()

    def _command(self) -> list[str]:
        ports = [str(port) for port in self._ports or ()]
        return [sys.executable, "-m", "graph.embedded", str(self._folder.path), *ports]

    def _wait_until_ready(self) -> Endpoint:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self._raise_if_dead()
            endpoint = find_running(self._home)
            if endpoint is not None and self._is_ours():
                return endpoint
            time.sleep(0.05)
        self.stop()
        raise GraphUnavailable(
            "图数据库在 %(seconds)s 秒内没有启动，详情见日志 %(log)s。",
            seconds=int(START_SECONDS),
            log=str(self._folder.log),
        )

    def _is_ours(self) -> bool:
        try:
            return json.loads(self._folder.endpoint.read_text())["pid"] == self.pid
        except (OSError, ValueError):
            return False

    def _raise_if_dead(self) -> None:
        if self._process is None or self._process.poll() is None:
            return
        if self._process.returncode == EXIT_IN_USE:
            raise HomeInUse(
                "数据目录 %(folder)s 正被另一个 ChainMatch 使用，请先停止它。",
                folder=str(self._folder.path),
            )
        raise GraphUnavailable("图数据库启动失败，详情见日志 %(log)s。", log=str(self._folder.log))

    @property
    def pid(self) -> int | None:
        """Process id of the server, or None before the start."""
        return self._process.pid if self._process else None

    @property
    def is_alive(self) -> bool:
        """Whether the child process runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Close the database cleanly; after STOP_SECONDS end the process by force."""
        if self._process is None:
            return
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


@contextmanager
def running(home: Path) -> Iterator[Endpoint]:
    """Use the server that has this home open, or start one for the length of the block."""
    endpoint = find_running(home)
    if endpoint is not None:
        yield endpoint
        return
    server = EmbeddedServer(home)
    try:
        yield server.start()
    finally:
        server.stop()


def watch(server: EmbeddedServer, report: Callable[[str], None], stop: threading.Event) -> None:
    """Restart a server that died, on its old port, until ``stop`` is set; report each event."""
    while not stop.wait(WATCH_SECONDS):
        if server.is_alive:
            continue
        report("图数据库进程已退出，正在重新启动……")
        try:
            server.start()
        except (GraphUnavailable, HomeInUse) as error:
            report(str(error))
            stop.wait(5)
        else:
            report("图数据库已恢复。")


def _prepare(folder: Folder) -> None:
    folder.data.mkdir(parents=True, exist_ok=True)
    folder.path.chmod(0o700)
    if not folder.password.exists():
        descriptor = os.open(folder.password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(24))


def _is_locked(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


EXIT_IN_USE = 75


def serve(folder: Folder, bolt: int, http: int) -> int:
    """Run the database in this process until standard input closes. Returns the exit code."""
    with folder.lock.open("a") as lock:
        if not _take(lock):
            return EXIT_IN_USE
        folder.endpoint.unlink(missing_ok=True)
        server = _create_server(folder, bolt, http)
        try:
            folder.endpoint.write_text(
                json.dumps({"pid": os.getpid(), "bolt": bolt, "http": http}), encoding="utf-8"
            )
            sys.stdin.buffer.read()
        finally:
            folder.endpoint.unlink(missing_ok=True)
            server.stop()
    return 0


def _take(lock: Any) -> bool:
    # A reader probing the lock holds it shared for an instant; one short wait outlasts it.
    for _ in range(20):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.02)
        else:
            return True
    return False


def _create_server(folder: Folder, bolt: int, http: int) -> Any:
    import arcadedb_embedded  # noqa: PLC0415 - brings a Java runtime: only the child loads it

    server = arcadedb_embedded.create_server(
        root_path=str(folder.data),
        root_password=folder.password.read_text(encoding="utf-8"),
        config={
            "mode": "production",
            "host": "127.0.0.1",
            "http_port": http,
            "server_plugins": BOLT_PLUGIN,
            "bolt_port": bolt,
        },
    )
    server.start()
    server.create_database(DATABASE)
    return server


if __name__ == "__main__":
    sys.exit(serve(Folder(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])))
