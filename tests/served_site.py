"""The site in its own process, as in production, on the graph of the tests."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chainmatch.config import ROOT
from graph.embedded import Endpoint

READY_SECONDS = 120
STOP_SECONDS = 120


@contextmanager
def served(home: Path, endpoint: Endpoint, *, workers: int = 1) -> Iterator[str]:
    """Run the web server on a home and the graph at an endpoint; give its address."""
    port = _free_port()
    environment = {
        **os.environ,
        "CHAINMATCH_HOME": str(home),
        "CHAINMATCH_PORT": str(port),
        "CHAINMATCH_WORKERS": str(workers),
        **({} if endpoint.is_embedded else _where(endpoint)),
    }
    command = [sys.executable, "-m", "chainmatch.site", "127.0.0.1"]
    # It ends when its standard input closes.
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(f"{address}/healthz", server)
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=STOP_SECONDS)


def _where(at: Endpoint) -> dict[str, str]:
    values = {"URL": at.url, "USER": at.user, "PASSWORD": at.password, "DATABASE": at.database}
    return {f"CHAINMATCH_GRAPH_{name}": value for name, value in values.items()}


def _wait_until_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own loopback site
                return
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
    raise AssertionError("the site did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
