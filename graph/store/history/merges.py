"""What the merge of two enterprises, and its undoing, leave on record."""

from collections.abc import Mapping
from typing import Any

from graph.domain.history.change import Change, ChangeKind, differing
from graph.schema import ENTERPRISE
from graph.store.connection import Transaction
from graph.store.cypher.bulk.maps import NODE_COLUMNS
from graph.store.history.changes import record_changes

Values = Mapping[str, Any]
COLUMNS = NODE_COLUMNS[ENTERPRISE.name]


def record_merge(
    transaction: Transaction, stays: str, before: Values, after: Values, gone: Values
) -> None:
    """Write down that ``gone`` goes up in ``stays``, whose fields become ``after``.

    To be called while both still stand, so that the lines name them and their chains.
    """
    known, _ = differing(gone, {}, COLUMNS)
    lines = [_line(ChangeKind.MERGED, gone["code"], known, {"into": stays})]
    record_changes(transaction, [*lines, *_changed(stays, before, after)])


def record_parting(
    transaction: Transaction, stays: str, before: Values, after: Values, back: Values
) -> None:
    """Write down that ``back`` is a record of its own again, and what ``stays`` gives back."""
    _, known = differing({}, back, COLUMNS)
    lines = [_line(ChangeKind.MADE, back["code"], {}, known)]
    record_changes(transaction, [*lines, *_changed(stays, before, after)])


def _changed(code: str, before: Values, after: Values) -> list[Change]:
    old, new = differing(before, {**before, **after}, COLUMNS)
    return [_line(ChangeKind.CHANGED, code, old, new)] if new else []


def _line(kind: ChangeKind, code: str, before: Values, after: Values) -> Change:
    return Change(kind, ENTERPRISE.name, code, before=before, after=after)
