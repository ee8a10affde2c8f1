"""The database process itself: ``python -m graph.embedded FOLDER BOLT_PORT HTTP_PORT``."""

import fcntl
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from graph.embedded.deadlines import Deadlines
from graph.embedded.folder import DATABASE, EXIT_IN_USE, Folder
from graph.embedded.reader import create_readers, write_groups
from graph.embedded.secret_file import find_or_make_secret
from graph.schema import READABLE_LABELS, READABLE_LINKS

LOCK_SECONDS = 3.0
CLOSING_SECONDS = 40.0
READABLE = sorted(READABLE_LABELS | READABLE_LINKS)
BOLT_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"


def serve(folder: Folder, bolt: int, http: int) -> int:
    """Run the database in this process until standard input closes. Returns the exit code."""
    with folder.lock.open("a") as lock:
        if not _take(lock, folder):
            return EXIT_IN_USE
        folder.endpoint.unlink(missing_ok=True)
        server = _create_server(folder, bolt, http)
        deadlines = Deadlines(server._java_server, DATABASE, READABLE, folder.leases)
        deadlines.start()
        try:
            folder.endpoint.write_text(
                json.dumps({"pid": os.getpid(), "bolt": bolt, "http": http}), encoding="utf-8"
            )
            sys.stdin.buffer.read()
        finally:
            folder.endpoint.unlink(missing_ok=True)
            deadlines.stop()
            server.stop()
    return 0


def _take(lock: Any, folder: Folder) -> bool:
    # A reader probing the lock holds it shared for an instant: outlast that. A server that has
    # taken its endpoint away is closing its files, which a large map makes long: wait for it.
    started = time.monotonic()
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            patience = LOCK_SECONDS if folder.endpoint.exists() else CLOSING_SECONDS
            if time.monotonic() - started > patience:
                return False
            time.sleep(0.02)
        else:
            return True


def _create_server(folder: Folder, bolt: int, http: int) -> Any:
    import arcadedb_embedded  # noqa: PLC0415 - brings a Java runtime: only the child loads it

    write_groups(folder.groups, READABLE)
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
    create_readers(server._java_server, DATABASE, find_or_make_secret(folder.reader_password))
    return server


if __name__ == "__main__":
    code = serve(Folder(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))
    # The database is closed, but Java would wait for every client that is still connected.
    sys.stdout.flush()
    os._exit(code)
