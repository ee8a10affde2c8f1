import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

READY_SECONDS = 120
STOP_SECONDS = 15
LEAVE_SECONDS = 40
"""Children see their parent gone at once, and then still close the database."""
COMMAND = [sys.executable, "-m", "chainmatch.cli", "serve", "--no-demo"]
ROOT = Path(__file__).parents[2]


@dataclass
class Site:
    """A running ``chainmatch serve``."""

    process: subprocess.Popen[bytes]
    environment: dict[str, str]
    log: Path

    def status(self, path: str) -> tuple[int, str]:
        address = f"http://127.0.0.1:{self.environment['CHAINMATCH_PORT']}{path}"
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def is_ready(self) -> bool:
        try:
            return self.status("/healthz")[0] == 200
        except OSError:
            return False

    def child(self, words: str) -> int:
        return next(pid for pid, line in family(self.process.pid) if words in line)

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")


def family(root: int) -> list[tuple[int, str]]:
    """List the processes below ``root`` with their command lines."""
    parents, lines = {}, {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            stat = (folder / "stat").read_text()
            lines[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    below = {root}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return [(pid, lines[pid]) for pid in sorted(below - {root})]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(is_so: Callable[[], object], seconds: float = READY_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def environment(home: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if "CHAINMATCH_" not in name},
        "CHAINMATCH_HOME": str(home),
        "CHAINMATCH_PORT": str(free_port()),
        "CHAINMATCH_LANGUAGE": "zh",
    }


@contextmanager
def serving(home: Path) -> Iterator[Site]:
    surroundings, log = environment(home), home / "serve.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            COMMAND, env=surroundings, cwd=ROOT, stdout=file, stderr=file, stdin=subprocess.DEVNULL
        )
    site = Site(process, surroundings, log)
    try:
        wait_for(lambda: site.is_ready() or process.poll() is not None)
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield site
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site")) as site:
        yield site


def serve_again(surroundings: dict[str, str]) -> tuple[int, str]:
    ended = subprocess.run(
        COMMAND, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ended.returncode, ended.stderr.splitlines()[-1]


def gone(processes: list[tuple[int, str]]) -> bool:
    return not any(lives(pid) for pid, _ in processes)


def lives(pid: int) -> bool:
    """Tell whether a process runs; a dead one may wait for the first process to read its end."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_the_site_answers_and_says_where(site: Site) -> None:
    assert json.loads(site.status("/healthz")[1]) == {"site": "ok", "graph": "ok"}
    assert site.status("/sign-in")[0] == 200
    address = f"http://127.0.0.1:{site.environment['CHAINMATCH_PORT']}"
    wait_for(lambda: address in site.printed)
    assert "演示密码" not in site.printed


def test_a_second_site_gets_one_plain_sentence(site: Site) -> None:
    port = site.environment["CHAINMATCH_PORT"]
    assert serve_again(site.environment) == (
        2,
        f"端口 {port} 已被占用：请停止占用它的程序，或用 CHAINMATCH_PORT 换一个端口。",
    )
    folder = Path(site.environment["CHAINMATCH_HOME"]) / "graph"
    assert serve_again({**site.environment, "CHAINMATCH_PORT": str(free_port())}) == (
        2,
        f"数据目录 {folder} 正被另一个 ChainMatch 使用，请先停止它。",
    )


def test_a_home_that_cannot_be_written_gets_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    code, words = serve_again(environment(tmp_path / "home"))
    assert (code, words.count("无法写入")) == (2, 1)


def test_a_dead_database_is_told_and_comes_back(site: Site) -> None:
    os.kill(site.child("graph.embedded"), signal.SIGKILL)
    status, body = site.status("/healthz")
    assert (status, json.loads(body)) == (503, {"site": "ok", "graph": "unavailable"})
    wait_for(site.is_ready)
    wait_for(lambda: "图数据库已恢复。" in site.printed)


def test_dead_children_are_started_again(site: Site) -> None:
    killed = [site.child("chainmatch.site"), site.child("chainmatch.cli worker")]
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not any(lives(pid) for pid in killed))
    wait_for(lambda: site.is_ready() and "chainmatch.cli worker" in str(family(site.process.pid)))


def test_ctrl_c_stops_everything_and_leaves_nothing(site: Site) -> None:
    children = family(site.process.pid)
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(STOP_SECONDS) == 0
    wait_for(lambda: gone(children), LEAVE_SECONDS)


def test_nothing_is_left_behind_by_a_killed_site(tmp_path: Path) -> None:
    with serving(tmp_path) as site:
        children = family(site.process.pid)
        site.process.kill()
        site.process.wait()
        wait_for(lambda: gone(children), LEAVE_SECONDS)
