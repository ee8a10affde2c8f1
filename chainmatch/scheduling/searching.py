"""The part of the road that searches: it watches the clock, and has proven what can be."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.idle import MOVES_A_BATCH, Prices, anneal
from chainmatch.scheduling.problem import Placement, Problem, place_at
from chainmatch.scheduling.proving import Proof
from graph.messages import Message, message

SECONDS_TO_END = 0.5
TIMES_TO_BUILD = 7.0
"""Seating, explaining and writing take some times what numbering the instance took."""
POLL = 0.05
UNBROKEN = Prices(idle=1.0, interruption=10.0, mixed=0.0)


@dataclass
class Search:
    """Tidies placements of one problem within one budget, once the moves are compiled."""

    problem: Problem
    budget: Budget
    compiling: threading.Thread
    bound: float
    seconds_to_build: float = 0.0

    def tidy(
        self, placement: Placement, prices: Prices, is_kept: np.ndarray | None = None
    ) -> Placement:
        """Shorten idle time, at no loss of weight, until the time is over."""
        if not self._wait_for_moves():
            return placement
        return anneal(
            self.problem,
            placement,
            prices,
            self.budget.seed,
            self._clock(message("正在减少空档")),
            is_kept,
            enough=self.bound,
        )

    def keep_days_whole(self, placement: Placement) -> tuple[Placement, bool]:
        """Where everything is placed: fewest interruptions, and whether that is proven.

        A MaxSAT solver proves in a process of its own while this one searches; where moves are
        counted instead of seconds there is only the search, so that the same seed ends the same.
        """
        if self.budget.steps is not None:
            return self.tidy(placement, UNBROKEN), False
        with Proof(self.problem) as proof:
            if self._wait_for_moves():
                clock = self._clock(message("正在减少中断"))
                placement = anneal(
                    self.problem,
                    placement,
                    UNBROKEN,
                    self.budget.seed,
                    lambda: 1.0 if proof.is_over() else clock(),
                    enough=self.bound,
                )
            slot = proof.slots()
        return (placement, False) if slot is None else (place_at(self.problem, slot), True)

    def _clock(self, note: Message) -> Callable[[], float]:
        """Return what tells the search how much of its time is over, 1 where it shall end."""
        whole = max(self._left(), POLL)
        batches = 0

        def how_far() -> float:
            nonlocal batches
            part = 1 - self._left() / whole
            if self.budget.steps is not None:
                part = batches * MOVES_A_BATCH / max(1, self.budget.steps)
            batches += 1
            self.budget.tell(part, note)
            return 1.0 if self.budget.is_stopped else part

        return how_far

    def _left(self) -> float:
        to_end = SECONDS_TO_END + TIMES_TO_BUILD * self.seconds_to_build
        return max(0.0, self.budget.left() - to_end)

    def _wait_for_moves(self) -> bool:
        """Wait until the moves are compiled; False where the time is over first."""
        while self.compiling.is_alive() and self._left() > 0 and not self.budget.is_stopped:
            self.compiling.join(POLL)
            self.budget.tell(0.0, message("正在准备搜索程序（新机器上第一次需要几秒）"))
        return not self.compiling.is_alive()
