"""How long to search: in seconds, or in moves, so that the same seed ends the same."""

import time
from dataclasses import dataclass, field

from graph.domain.progress import Progress, silent
from graph.errors import Cancelled
from graph.messages import Message

NO_LIMIT = 1e6
PERCENT = 100


@dataclass
class Budget:
    """The time there is. ``steps`` counts moves and sets the clock aside; ``started`` is when the
    seconds began to run (time.monotonic). ``progress`` may raise Cancelled, which ends the search
    with the best so far.
    """

    seconds: float = 10.0
    steps: int | None = None
    seed: int = 0
    progress: Progress = silent
    started: float = field(default_factory=time.monotonic)
    is_stopped: bool = False

    def left(self) -> float:
        """Return the seconds that are left, or as good as forever where moves are counted."""
        if self.steps is not None:
            return NO_LIMIT
        return max(0.0, self.started + self.seconds - time.monotonic())

    def tell(self, part: float, note: Message) -> None:
        """Report how far the work is (0 to 1); note it where somebody wants to stop."""
        if self.is_stopped:
            return
        try:
            self.progress(round(min(part, 1.0) * PERCENT), PERCENT, note)
        except Cancelled:
            self.is_stopped = True
