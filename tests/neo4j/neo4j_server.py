"""A real Neo4j Community beside the embedded server: jars by Maven, a throw-away folder."""

import hashlib
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from graph.embedded import Endpoint

POM = Path(__file__).with_name("pom.xml")
START_SECONDS = 180
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For Java: to compile each method again, and better, would cost more than it saves."""
MACHINE = ["java", "-Xmx768m", *SHORT_LIVED.split()]
ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
STOP_SECONDS = 30
PASSWORD = "neo4j for tests"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
SETTINGS = """
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.default_listen_address=127.0.0.1
server.memory.pagecache.size=128m
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
"""


def missing_tool() -> str | None:
    """Name the tool without which Neo4j cannot be had, or None."""
    return next((tool for tool in ("java", "mvn") if shutil.which(tool) is None), None)


def fetch_jars() -> Path:
    """Return the folder of jars, fetched at the first call and kept between runs."""
    stamp = hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "chainmatch" / f"neo4j-{stamp}"
    if folder.exists():
        return folder
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fresh}"]
    subprocess.run(
        [shutil.which("mvn") or "mvn", "--quiet", "--batch-mode", "--file", str(POM), *goal],
        check=True,
    )
    try:
        fresh.rename(folder)
    except OSError:  # another run was faster
        shutil.rmtree(fresh)
    return folder


class Neo4jServer:
    """One Neo4j process on a free port of loopback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Endpoint:
        """Start it and wait until Bolt answers."""
        port = _free_port()
        (self._folder / "conf").mkdir(parents=True)
        settings = self._folder / "conf" / "neo4j.conf"
        settings.write_text(SETTINGS.format(port=port), encoding="utf-8")
        with (self._folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
            )
        self._wait_for(port)
        return Endpoint(f"neo4j://127.0.0.1:{port}", "neo4j", PASSWORD, "neo4j")

    def _command(self) -> list[str]:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
        folders = [f"--home-dir={self._folder}", f"--config-dir={self._folder / 'conf'}"]
        return [*MACHINE, *opened, "-cp", f"{fetch_jars()}/*", ENTRY_POINT, *folders]

    def _wait_for(self, port: int) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.2)
        self.stop()
        log = (self._folder / "server.log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"Neo4j did not start on port {port}:\n{log[-2000:]}")

    def stop(self) -> None:
        """Stop it and wait."""
        if self._process:
            self._process.terminate()
            self._process.wait(STOP_SECONDS)
            self._process = None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
