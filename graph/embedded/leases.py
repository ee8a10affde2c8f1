"""Who runs a typed query, and until when: a small file for each user who may run one.

ArcadeDB (26.10.2) looks at the clock between the rows of a query but not within one: a path of six
steps from a hub ran on for a minute after its limit, and its client had long gone. So whoever asks
takes one of the READERS for the time, under a lock that ends with his process, and writes when his
time is over; the database process reads that and ends what runs longer (``deadlines.py``).
"""

import fcntl
import time
from pathlib import Path
from typing import IO

READERS = tuple(f"reader-{number}" for number in (1, 2, 3))
"""Users of the database for typed queries, one for each that may run at a time."""
MARGIN_SECONDS = 0.5
"""How long after its limit a query is let be: a clean end by the server itself comes first."""


class Lease:
    """One user of the database, held by this process until ``end``."""

    def __init__(self, user: str, file: IO[str], until: float) -> None:
        self.user = user
        self._file = file
        self._until = until

    @property
    def has_ended(self) -> bool:
        """Whether the user is given back."""
        return self._file.closed

    def end(self) -> None:
        """Give the user back; after the limit the database process does, with his rights."""
        if time.monotonic() <= self._until:
            self._file.truncate(0)
        self._file.close()


def take(folder: Path, seconds: float) -> Lease | None:
    """Take a free user for so many seconds from now, or None where all are at work."""
    for user in READERS:
        file = (folder / user).open("a+", encoding="ascii")
        if lock(file) and read_limit(file) is None:
            until = time.monotonic() + seconds
            file.write(f"{until:.3f}")
            file.flush()
            return Lease(user, file, until)
        file.close()
    return None


def read_limit(file: IO[str]) -> float | None:
    """Return when the holder's time is over, on this machine's monotonic clock; None if free."""
    file.seek(0)
    try:
        return float(file.read())
    except ValueError:
        return None


def lock(file: IO[str]) -> bool:
    """Hold the file until it is closed. Returns False where another holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
