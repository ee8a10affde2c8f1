"""``chainmatch serve``: database, demo map, web server and worker, from the start to Ctrl-C."""

import errno
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus

from chainmatch.config import Config
from chainmatch.processes.supervision import Child, Database, Report, Supervised, stop_all
from graph.embedded import EmbeddedServer
from graph.errors import BadInput, GraphUnavailable
from graph.messages import message

TICK_SECONDS = 0.5
SITE_SECONDS = 60.0


class Stopped(BaseException):
    """Ctrl-C or SIGTERM; passes through every ``except Exception``."""


def check_port(host: str, port: int) -> None:
    """Refuse an address that cannot be opened. Raises BadInput."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise BadInput(
                    "端口 %(port)s 已被占用：请停止占用它的程序，或用 CHAINMATCH_PORT 换一个端口。",
                    port=port,
                ) from error
            raise BadInput(
                "无法在 %(host)s 的端口 %(port)s 上提供网站：%(reason)s。",
                host=host,
                port=port,
                reason=error.strerror,
            ) from error


@contextmanager
def stop_signals() -> Iterator[None]:
    """Raise Stopped on Ctrl-C, SIGTERM and a closed terminal; during clean-up none interrupts."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(number: int, frame: object) -> None:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    before = {each: signal.signal(each, stop) for each in signals}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


class Installation:
    """The processes of one ``chainmatch serve``, started one by one, stopped together."""

    def __init__(self, config: Config, host: str, report: Report) -> None:
        self._config = config
        self._host = host
        self._report = report
        self._database: Database | None = None
        self._others: list[Child] = []

    def start_database(self) -> None:
        """Start the embedded database, unless a Neo4j is configured. Raises HomeInUse, BadInput."""
        if self._config.graph is not None:
            return
        server = EmbeddedServer(self._config.home)
        self._database = Database(server, self._report)
        server.start()

    def start_site_and_worker(self) -> None:
        """Start both and wait until the site answers. Raises GraphUnavailable."""
        site = Child(message("网站进程"), ("chainmatch.site", self._host), self._report)
        worker = Child(
            message("任务处理进程"),
            ("chainmatch.cli", "worker", "--ends-with-parent"),
            self._report,
        )
        self._others = [site, worker]
        for each in self._others:
            each.start()
        self._wait_for_site()

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - compared, not bound
        host = shown.get(self._host, f"[{self._host}]" if ":" in self._host else self._host)
        return f"http://{host}:{self._config.port}"

    def look_after(self) -> None:
        """Keep everything alive until Stopped is raised."""
        while True:
            time.sleep(TICK_SECONDS)
            for each in self._all:
                each.tick()

    def stop(self) -> None:
        """End everything that was started."""
        stop_all(self._others, self._database)

    @property
    def _all(self) -> Sequence[Supervised]:
        return [*([self._database] if self._database else []), *self._others]

    def _wait_for_site(self) -> None:
        deadline = time.monotonic() + SITE_SECONDS
        while time.monotonic() < deadline:
            if self._answers():
                return
            time.sleep(0.1)
            for each in self._all:
                each.tick()
        raise GraphUnavailable("网站在 %(seconds)s 秒内没有启动。", seconds=int(SITE_SECONDS))

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:  # noqa: S310 - our own
                return answer.status == HTTPStatus.OK
        except (urllib.error.URLError, OSError):
            return False
