"""A record as it was: its present fields, taken back through what was changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.domain.history.change import ChangeKind, MapChange


@dataclass(frozen=True)
class Past:
    """How far a record's own fields can be read back: links tell their own times.

    ``made`` is the instant at which it came onto the map, where that is after the day asked for;
    ``beginning`` the instant from which on changes are on record, where that is after it.
    """

    made: str = ""
    beginning: str = ""


PRESENT = Past()


def undone(since: Iterable[MapChange]) -> dict[str, Any]:
    """Return the fields that changes touched, as they were before; changes the newest first.

    The change that made a record is not undone: before it there was nothing to tell, so that
    the first state known stands for the time before (``Past.made`` says so).
    """
    told: dict[str, Any] = {}
    for change in since:
        if change.kind is not ChangeKind.MADE:
            told.update(change.before)
    return told
