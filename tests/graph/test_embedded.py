import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from waiting import wait_for

from graph import embedded
from graph.embedded import EmbeddedServer, find_running, graph_folder
from graph.embedded.__main__ import LOCK_SECONDS
from graph.errors import BadInput, GraphUnavailable, HomeInUse
from graph.store import Store

ROOT = Path(__file__).parents[2]
PARENT = """
import sys, time
from pathlib import Path
from graph.embedded import EmbeddedServer

server = EmbeddedServer(Path(sys.argv[1]))
server.start()
print(server.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(tmp_path)
    server.start()
    yield server
    server.stop()


def kill(server: EmbeddedServer) -> None:
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    wait_for(lambda: not server.is_alive)


def test_two_servers_never_open_the_same_folder(server: EmbeddedServer, tmp_path: Path) -> None:
    with pytest.raises(HomeInUse, match="正被另一个 ChainMatch 使用"):
        EmbeddedServer(tmp_path).start()
    assert server.is_alive


def test_a_server_that_still_closes_its_files_is_waited_for(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path)
    folder.path.mkdir(parents=True)
    lock = folder.lock.open("a")
    fcntl.flock(lock, fcntl.LOCK_EX)
    threading.Timer(LOCK_SECONDS + 1, lock.close).start()
    server = EmbeddedServer(tmp_path)
    assert server.start().is_embedded
    server.stop()


def test_a_running_server_is_joined_and_left_running(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    with embedded.running(tmp_path) as endpoint:
        assert endpoint == find_running(tmp_path)
    assert server.is_alive


def test_the_password_is_its_owners_alone(server: EmbeddedServer, tmp_path: Path) -> None:
    assert stat.S_IMODE(graph_folder(tmp_path).password.stat().st_mode) == 0o600


def test_a_killed_server_is_noticed_at_once_and_found_again(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    endpoint = find_running(tmp_path)
    store = Store(lambda: find_running(tmp_path))
    store.write("CREATE (:Setting {name: 'kept'})")
    kill(server)
    assert find_running(tmp_path) is None
    started = time.monotonic()
    with pytest.raises(GraphUnavailable):
        store.ping()
    assert time.monotonic() - started < 2
    assert server.start() == endpoint
    assert store.read("MATCH (s:Setting) RETURN s.name AS name") == [{"name": "kept"}]
    store.close()


def test_a_server_on_other_ports_is_found(server: EmbeddedServer, tmp_path: Path) -> None:
    store = Store(lambda: find_running(tmp_path))
    store.ping()
    server.stop()
    other = EmbeddedServer(tmp_path)
    endpoint = other.start()
    store.ping()
    assert store.endpoint == endpoint
    store.close()
    other.stop()


def test_a_fixed_address_that_refuses_is_told_at_once(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    endpoint = find_running(tmp_path)
    store = Store(lambda: endpoint)
    store.ping()
    kill(server)
    started = time.monotonic()
    with pytest.raises(GraphUnavailable):
        store.write("CREATE (:Setting {name: 'lost'})")
    assert time.monotonic() - started < 2
    store.close()


def test_the_server_closes_while_clients_are_connected(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    store = Store(lambda: find_running(tmp_path))
    store.ping()
    started = time.monotonic()
    server.stop()
    assert time.monotonic() - started < 10
    assert "not closed properly" not in graph_folder(tmp_path).log.read_text(encoding="utf-8")
    store.close()


def test_the_server_ends_with_a_killed_parent(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    wait_for(lambda: not Path(f"/proc/{child}").exists())
    assert find_running(tmp_path) is None


def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(BadInput, match="无法写入"):
        EmbeddedServer(tmp_path / "home").start()
