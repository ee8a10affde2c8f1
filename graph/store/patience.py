"""When a failed statement is worth another try, and how long to wait before it."""

import random
import time
from urllib.parse import urlsplit

from neo4j import exceptions

from graph.embedded import Endpoint

CONTENTION_SECONDS = 30.0
FIRST_DELAY = 0.02
LONGEST_DELAY = 1.0
FAILOVER_SECONDS = 10.0
RECONNECT_DELAY = 0.05
RECONNECTS = 2

LOST = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.AuthError,
    OSError,
)
"""What the driver raises when nothing, or something else, answers at the address."""


class Patience:
    """How one call meets failure: contention is waited out, a dead server is told at once.

    The driver's own retries (one second and more, up to 30 s also for a refused connection)
    are off: a visitor shall not wait half a minute for the page that says to come back later.
    A cluster (``neo4j://``) gets the seconds that choosing a new leader takes.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._is_cluster = urlsplit(endpoint.url).scheme.startswith("neo4j")
        self._start = time.monotonic()
        self._losses = 0
        self._delay = FIRST_DELAY

    def wait(self, error: Exception) -> bool:
        """Sleep and return True if the call is worth repeating after this error."""
        delay = self._after_loss() if isinstance(error, LOST) else self._after_contention(error)
        if delay is None:
            return False
        time.sleep(delay)
        return True

    def _after_loss(self) -> float | None:
        self._losses += 1
        if self._is_cluster:
            return self._grown() if self._spent < FAILOVER_SECONDS else None
        return RECONNECT_DELAY if self._losses <= RECONNECTS else None

    def _after_contention(self, error: Exception) -> float | None:
        retryable = isinstance(error, exceptions.DriverError | exceptions.Neo4jError)
        if not retryable or not error.is_retryable() or self._spent > CONTENTION_SECONDS:
            return None
        return self._grown()

    def _grown(self) -> float:
        self._delay = min(self._delay * 2, LONGEST_DELAY)
        return self._delay * random.uniform(0.5, 1.0)  # noqa: S311 - spreads tries, hides nothing

    @property
    def _spent(self) -> float:
        return time.monotonic() - self._start
