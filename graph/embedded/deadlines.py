"""Ends typed queries whose time is over: their user loses his rights for a moment.

Whatever a query does, it asks for each record whether its user may read it. Nothing else in
ArcadeDB's Cypher engine can be reached from outside: it heeds neither an interrupt nor a client
that has left.
"""

import threading
import time
import traceback
from pathlib import Path
from typing import Any

from graph.embedded import leases, reader

LOOK_SECONDS = 0.1
WITHOUT_SECONDS = 1.0
"""How long the rights stay away at least where nobody says that the query has ended."""


class Deadlines:
    """Watches the leases of a started server (ArcadeDBServer) in a thread, until ``stop``.

    ``readable`` are the types that readers may read, ``folder`` where the leases are.
    """

    def __init__(self, server: Any, database: str, readable: list[str], folder: Path) -> None:
        self._server = server
        self._database = database
        self._readable = readable
        self._files = {user: folder / user for user in leases.READERS}
        self._withdrawn: dict[str, float] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="deadlines", daemon=True)

    def start(self) -> None:
        """Forget the leases of an earlier server and begin."""
        for file in self._files.values():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("", encoding="ascii")
        self._thread.start()

    def stop(self) -> None:
        """End the thread, before the server ends."""
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(LOOK_SECONDS):
            for user, path in self._files.items():
                try:
                    self._look(user, path)
                except Exception:  # what fails once must not leave all later queries without end
                    traceback.print_exc()

    def _look(self, user: str, path: Path) -> None:
        with path.open("r+", encoding="ascii") as file:
            until, now = leases.read_limit(file), time.monotonic()
            if until is None or now <= until + leases.MARGIN_SECONDS:
                self._give_back(user)
            elif user not in self._withdrawn:
                self._set_rights(user, may_read=False)
                self._withdrawn[user] = now
            elif now > self._withdrawn[user] + WITHOUT_SECONDS and leases.lock(file):
                self._give_back(user)
                file.truncate(0)

    def _give_back(self, user: str) -> None:
        if user in self._withdrawn:
            self._set_rights(user, may_read=True)
            del self._withdrawn[user]

    def _set_rights(self, user: str, *, may_read: bool) -> None:
        """Change what a user may do at once, in the memory of the server alone."""
        groups = reader.groups(self._readable if may_read else [])
        database = self._server.getDatabase(self._database)
        account = self._server.getSecurity().getUser(user)
        account.refreshDatabaseConfiguration(database, reader.as_java(groups))
