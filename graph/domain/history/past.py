"""A record as it was: its present fields, taken back through what was changed since."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.domain.history.change import ChangeKind, MapChange


def as_it_was(fields: Mapping[str, Any], since: Iterable[MapChange]) -> dict[str, Any]:
    """Undo changes of a node, given the newest first; what was untold becomes None.

    A change that removed the record brings its fields back; one that made it takes none away:
    before it was made there is nothing to tell, and whoever asks says so (``made_since``).
    """
    told = dict(fields)
    for change in since:
        if change.kind is not ChangeKind.MADE:
            told.update(change.before)
    return told


def made_since(since: Iterable[MapChange]) -> bool:
    """Whether a record came into being after the day for which it is read."""
    return any(change.kind is ChangeKind.MADE for change in since)
