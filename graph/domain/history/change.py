"""One change of the map: who made it, by what, and how it was before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

COMMAND = "@command"
"""Who changed something from the command line: no account, and no address of anybody's."""
EVIDENCE_ONLY = frozenset({"as_of"})
"""A link whose source says the same on a later day is confirmed, not changed."""


class ChangeKind(StrEnum):
    """What became of a record; the two last are one line for a whole run, with its counts."""

    MADE = "made"
    CHANGED = "changed"
    CLOSED = "closed"
    REMOVED = "removed"
    MERGED = "merged"
    UNMERGED = "unmerged"
    IMPORTED = "imported"
    WITHDRAWN = "withdrawn"


RUNS = (ChangeKind.IMPORTED, ChangeKind.WITHDRAWN)
"""Kinds that tell of a run as a whole."""


@dataclass(frozen=True)
class Change:
    """What is to be written down: a node by ``start``, a link by ``start`` and ``end``.

    A merge and its undoing name the record that stays as the ``end``.

    ``object`` is a label or link type of the map; ``before`` and ``after`` hold the fields that
    differ, as JSON values.
    """

    kind: ChangeKind
    object: str
    start: str
    end: str = ""
    source: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MapChange:
    """A change as it stands on record.

    ``id`` sorts by time; ``at`` is an ISO instant; ``by`` an e-mail address, COMMAND or empty;
    ``about`` names the file of an import, ``run`` the line of the run it belongs to; ``chains``
    are the codes of the chains that it touched. Names are those of that time.
    """

    id: str
    at: str
    by: str
    about: str
    run: str
    source: str
    kind: ChangeKind
    object: str
    start: str
    end: str
    name: str
    name_en: str
    end_name: str
    end_name_en: str
    chains: tuple[str, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def is_run(self) -> bool:
        """Whether this line stands for a whole run."""
        return self.kind in RUNS

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that were touched, in the order in which they were written."""
        return tuple(dict.fromkeys((*self.before, *self.after)))


def differing(
    before: Mapping[str, Any], after: Mapping[str, Any], fields: Iterable[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what two states say of those fields in which they differ; untold counts as empty."""
    names = [name for name in fields if _said(before, name) != _said(after, name)]
    return (
        {name: _said(before, name) for name in names},
        {name: _said(after, name) for name in names},
    )


def _said(values: Mapping[str, Any], name: str) -> Any:
    value = values.get(name)
    if isinstance(value, tuple):
        value = list(value)
    return None if value in ("", []) else value
