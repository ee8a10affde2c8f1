"""Settings of one installation, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chainmatch.mail.server import SmtpServer, read_smtp_server
from graph.embedded import Endpoint, find_reader, find_running
from graph.embedded.secret_file import find_or_make_secret
from graph.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_PORT = 8000
DEFAULT_WORKERS = 2
DEFAULT_UPLOAD_MB = 64
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Config:
    """Where things are kept and how the site is reached.

    ``home`` holds everything that is not code; ``graph`` is the Neo4j to use, or None for the
    embedded server of ``home``; ``reader`` is the name and password of Neo4j's user for typed
    queries, where it has one of its own; without ``smtp`` mail goes to the log. See the table in
    the README.
    """

    home: Path
    port: int = DEFAULT_PORT
    workers: int = DEFAULT_WORKERS
    upload_mb: int = DEFAULT_UPLOAD_MB
    graph: Endpoint | None = None
    reader: tuple[str, str] | None = None
    secure_cookies: bool = False
    smtp: SmtpServer | None = None
    public_address: str = ""

    @property
    def address(self) -> str:
        """Where people reach the site, as mails name it; without a slash at the end."""
        return self.public_address or f"http://127.0.0.1:{self.port}"

    @property
    def secret_key_file(self) -> Path:
        """Signs the session cookies; made at the first start."""
        return self.home / "secret_key"

    @property
    def files(self) -> Path:
        """Bytes of uploaded files, by SHA-256."""
        return self.home / "files"

    @property
    def exports(self) -> Path:
        """What exports wrote, a folder each, for a week."""
        return self.home / "exports"

    @property
    def own_data(self) -> Path:
        """All data of an enterprise, packed for it to take away."""
        return self.home / "own-data"

    @property
    def models(self) -> Path:
        """Trained rankings, a small file each."""
        return self.home / "models"

    def model_of(self, kind: str) -> Path:
        """Where the trained ranking of this kind is kept, if there is one."""
        return self.models / f"{kind}.json"

    def locate(self) -> Endpoint | None:
        """Say where the graph answers now, or None where the embedded server is not running."""
        return self.graph or find_running(self.home)

    def locate_reader(self) -> Endpoint | None:
        """Say where typed queries are run, by a user who can only read where there is one."""
        if self.graph is None:
            return find_reader(self.home)
        if self.reader is None:
            return self.graph
        user, password = self.reader
        return replace(self.graph, user=user, password=password)

    def secret_key(self) -> str:
        """Return the signing key of this home, making it at the first call."""
        self.home.mkdir(parents=True, exist_ok=True)
        return find_or_make_secret(self.secret_key_file)


def read_config(environ: Mapping[str, str] = os.environ) -> Config:
    """Build the Config from ``CHAINMATCH_…`` variables. Raises BadInput naming a wrong one."""
    return Config(
        home=Path(environ.get("CHAINMATCH_HOME") or ROOT / "var").expanduser().resolve(),
        port=_whole_number(environ, "CHAINMATCH_PORT", DEFAULT_PORT, highest=HIGHEST_PORT),
        workers=_whole_number(environ, "CHAINMATCH_WORKERS", DEFAULT_WORKERS, highest=64),
        upload_mb=_whole_number(environ, "CHAINMATCH_UPLOAD_MB", DEFAULT_UPLOAD_MB, highest=4096),
        graph=_graph_endpoint(environ),
        reader=_reader(environ),
        secure_cookies=environ.get("CHAINMATCH_SECURE_COOKIES") == "1",
        smtp=read_smtp_server(environ),
        public_address=_public_address(environ),
    )


def _public_address(environ: Mapping[str, str]) -> str:
    text = environ.get("CHAINMATCH_ADDRESS", "").strip().rstrip("/")
    if text and not text.startswith(("http://", "https://")):
        raise BadInput(
            "环境变量 CHAINMATCH_ADDRESS 应以 http:// 或 https:// 开头，现在是“%(text)s”。",
            text=text,
        )
    return text


def _whole_number(environ: Mapping[str, str], name: str, default: int, *, highest: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or not 1 <= int(text) <= highest:
        raise BadInput(
            "环境变量 %(name)s 应是 1 到 %(highest)s 之间的整数，现在是“%(text)s”。",
            name=name,
            highest=highest,
            text=text,
        )
    return int(text)


def _reader(environ: Mapping[str, str]) -> tuple[str, str] | None:
    user = environ.get("CHAINMATCH_GRAPH_READER_USER", "").strip()
    return (user, environ.get("CHAINMATCH_GRAPH_READER_PASSWORD", "")) if user else None


def _graph_endpoint(environ: Mapping[str, str]) -> Endpoint | None:
    url = environ.get("CHAINMATCH_GRAPH_URL", "").strip()
    if not url:
        return None
    return Endpoint(
        url=url,
        user=environ.get("CHAINMATCH_GRAPH_USER", "neo4j"),
        password=environ.get("CHAINMATCH_GRAPH_PASSWORD", ""),
        database=environ.get("CHAINMATCH_GRAPH_DATABASE", "neo4j"),
    )
