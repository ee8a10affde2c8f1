"""Mail that waits in the graph until it is sent, so that nothing is lost when mail fails."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from graph.messages import Message

LINK = "{link}"
"""Stands in the body for the address of the letter's own page, filled in at the last moment."""
LEASE_SECONDS = 300
"""A worker that took a letter and was not heard of for so long is taken for dead."""
RETRY_MINUTES = (1, 3, 10, 30, 60, 120, 240)
"""Pauses between tries; the last one repeats."""
GIVE_UP_AFTER = timedelta(days=1)
KEPT_DAYS = 90
"""A sent letter is forgotten after so long."""


class LetterState(StrEnum):
    """Where a letter stands."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True)
class Letter:
    """Mail to one address, in the reader's language already.

    ``key`` names the letter itself: a second one of the same key is not written. ``written_at``
    and ``not_before`` are ISO instants; an empty ``not_before`` means at once. ``path`` is the page
    that LINK in the body leads to; where ``seed`` is given the path ends with the one-time token
    that only this installation can make from it, so that the graph never holds the token.
    """

    to: str
    subject: str
    body: str
    key: str
    written_at: str
    not_before: str = ""
    path: str = ""
    seed: str = ""

    @property
    def first_due(self) -> str:
        """The instant of the first try."""
        return max(self.written_at, self.not_before)


@dataclass(frozen=True)
class Posted:
    """A letter with what became of it; ``due_at`` is the instant of the next try.

    ``patient_since`` is when the tries of this round began: a day later they end. ``error`` says
    why the last one failed. ``only_logged``: there was no server, so it reached nobody.
    """

    letter: Letter
    state: LetterState
    tries: int = 0
    due_at: str = ""
    patient_since: str = ""
    sent_at: str = ""
    error: Message = field(default_factory=Message)
    only_logged: bool = False


def next_try(tries: int, *, since: datetime, now: datetime) -> datetime | None:
    """Return when to try again after so many failures; None: give up."""
    if now - since >= GIVE_UP_AFTER:
        return None
    return now + timedelta(minutes=RETRY_MINUTES[min(tries, len(RETRY_MINUTES)) - 1])
