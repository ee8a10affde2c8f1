"""The database process as its parent sees it: start, wait, stop."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.embedded.folder import EXIT_IN_USE, Endpoint, Folder, find_running, graph_folder
from graph.embedded.secret_file import find_or_make_secret
from graph.errors import BadInput, GraphUnavailable, HomeInUse

ROOT = Path(__file__).parent.parent.parent
MEMORY = {"ARCADEDB_JVM_ARGS": "-Xmx2g"}
"""What the Java runtime may take unless the environment says otherwise; its own default is 4 GB."""
START_SECONDS = 60.0
STOP_SECONDS = 30.0
JOIN_SECONDS = 10.0


class EmbeddedServer:
    """A database child process that this process started and will stop."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._folder = graph_folder(home)
        self._process: subprocess.Popen[bytes] | None = None
        self._ports: tuple[int, int] | None = None

    def start(self) -> Endpoint:
        """Start the server and wait until it answers.

        Raises HomeInUse where another server has the folder, BadInput where it cannot be written,
        GraphUnavailable where the server dies or does not answer within START_SECONDS.
        """
        self.launch()
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            endpoint = self.find_ready()
            if endpoint is not None:
                return endpoint
            time.sleep(0.05)
        self.stop()
        raise GraphUnavailable(
            "图数据库在 %(seconds)s 秒内没有启动，详情见日志 %(log)s。",
            seconds=int(START_SECONDS),
            log=str(self._folder.log),
        )

    def launch(self) -> None:
        """Start the process, on the ports it had before, without waiting. Raises BadInput."""
        _prepare(self._folder)
        self._let_go()
        self._ports = self._ports or (_free_port(), _free_port())
        with self._folder.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder.path,
                env={**MEMORY, **os.environ, "PYTHONPATH": str(ROOT)},
                start_new_session=True,
            )

    def find_ready(self) -> Endpoint | None:
        """Return the endpoint once the launched server answers. Raises as ``start`` does."""
        self._raise_if_dead()
        endpoint = find_running(self._home)
        return endpoint if endpoint is not None and self._is_ours() else None

    def _command(self) -> list[str]:
        ports = [str(port) for port in self._ports or ()]
        return [sys.executable, "-m", "graph.embedded", str(self._folder.path), *ports]

    def _is_ours(self) -> bool:
        try:
            return json.loads(self._folder.endpoint.read_text())["pid"] == self.pid
        except (OSError, ValueError):
            return False

    def _raise_if_dead(self) -> None:
        if self._process is None or self._process.poll() is None:
            return
        self._let_go()
        if self._process.returncode == EXIT_IN_USE:
            raise HomeInUse(
                "数据目录 %(folder)s 正被另一个 ChainMatch 使用，请先停止它。",
                folder=str(self._folder.path),
            )
        # Somebody may have taken the ports while the server was down: choose others next time.
        self._ports = None
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
        self._let_go()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _let_go(self) -> None:
        """Close the pipe: a living server takes that as the word to end."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()


@contextmanager
def running(home: Path) -> Iterator[Endpoint]:
    """Use the server that has this home open, or start one for the length of the block."""
    endpoint = find_running(home)
    if endpoint is not None:
        yield endpoint
        return
    server = EmbeddedServer(home)
    try:
        yield _start_or_join(server, home)
    finally:
        server.stop()


def _start_or_join(server: EmbeddedServer, home: Path) -> Endpoint:
    """Start, or use the server that somebody else is starting at this very moment."""
    try:
        return server.start()
    except HomeInUse:
        deadline = time.monotonic() + JOIN_SECONDS
        while time.monotonic() < deadline:
            endpoint = find_running(home)
            if endpoint is not None:
                return endpoint
            time.sleep(0.1)
        raise


def _prepare(folder: Folder) -> None:
    try:
        _make_folder(folder)
    except OSError as error:
        raise BadInput(
            "数据目录 %(folder)s 无法写入：%(reason)s。请检查权限，或用 CHAINMATCH_HOME 指定别处。",
            folder=str(folder.path),
            reason=error.strerror,
        ) from error


def _make_folder(folder: Folder) -> None:
    folder.data.mkdir(parents=True, exist_ok=True)
    folder.path.chmod(0o700)
    find_or_make_secret(folder.password)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
