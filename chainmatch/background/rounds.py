"""Work that comes round by the clock: rooms declare theirs, ``round_kinds`` lists them."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chainmatch.background.job_run import Clock
from chainmatch.config import Config
from graph.domain.clock import now
from graph.errors import GraphUnavailable
from graph.store import Store
from graph.store.work import rounds

POLL_SECONDS = 5.0

log = logging.getLogger("chainmatch.rounds")


@dataclass(frozen=True)
class Round:
    """Short work done every so often. ``run`` must be idempotent: a dead worker's is done again."""

    name: str
    every: timedelta
    run: Callable[[Store, Config, datetime], None]


class Watchman:
    """Makes the rounds of a worker; several may do so at once, no round is made by two of them."""

    def __init__(
        self, store: Store, config: Config, kinds: Sequence[Round], clock: Clock = now
    ) -> None:
        self._store = store
        self._config = config
        self._kinds = kinds
        self._clock = clock

    def run(self, stopping: threading.Event) -> None:
        """Make rounds until told to stop; a database that is away is waited for."""
        while not stopping.is_set():
            for kind in self._kinds:
                self._try(kind)
            stopping.wait(POLL_SECONDS)

    def make_due(self, kind: Round) -> bool:
        """Make a round if it is due; False where it is not, or where another makes it."""
        at = self._clock()
        if not rounds.take_turn(self._store, kind.name, every=kind.every, at=at):
            return False
        kind.run(self._store, self._config, at)
        return True

    def _try(self, kind: Round) -> None:
        try:
            self.make_due(kind)
        except GraphUnavailable:
            pass  # the loop of the worker reports it
        except Exception:
            log.exception("fault")
