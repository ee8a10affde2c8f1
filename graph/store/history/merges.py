"""What the merge of two enterprises, and its undoing, leave on record."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from graph.domain.history.change import Change, ChangeKind, differing
from graph.domain.merging.links import Tie
from graph.schema import ENTERPRISE
from graph.store.connection import Transaction
from graph.store.cypher.bulk.maps import NODE_COLUMNS
from graph.store.history.changes import ENDS, record_changes

Values = Mapping[str, Any]
COLUMNS = NODE_COLUMNS[ENTERPRISE.name]


def record_merge(
    transaction: Transaction,
    stays: str,
    before: Values,
    after: Values,
    gone: Values,
    moved: Iterable[Tie],
) -> None:
    """Write down that ``gone`` goes up in ``stays``, whose fields become ``after``.

    What moved is told by counts: one line of the merge, which stands on both records. To be
    called while both still stand, so that the lines name them and their chains.
    """
    known, _ = differing(gone, {}, COLUMNS)
    told = {"into": stays, "moved": _counts(moved)}
    merged = _line(ChangeKind.MERGED, gone["code"], known, told, end=stays)
    record_changes(transaction, [merged, *_changed(stays, before, after, merged_from=gone["code"])])


def record_parting(
    transaction: Transaction,
    stays: str,
    before: Values,
    after: Values,
    back: Values,
    moved: Iterable[Tie],
) -> None:
    """Write down that ``back`` is a record of its own again, and what ``stays`` gives back."""
    _, known = differing({}, back, COLUMNS)
    told = {**known, "moved": _counts(moved)}
    parted = _line(ChangeKind.UNMERGED, back["code"], {}, told, end=stays)
    record_changes(transaction, [parted, *_changed(stays, before, after, parted_from=back["code"])])


def _counts(ties: Iterable[Tie]) -> dict[str, int]:
    """Count links of the map by type; who follows or meets whom is not the map's to tell."""
    return dict(sorted(Counter(tie.type for tie in ties if tie.type in ENDS).items()))


def _changed(code: str, before: Values, after: Values, **why: str) -> list[Change]:
    old, new = differing(before, {**before, **after}, COLUMNS)
    return [_line(ChangeKind.CHANGED, code, old, {**why, **new})] if new else []


def _line(kind: ChangeKind, code: str, before: Values, after: Values, end: str = "") -> Change:
    return Change(kind, ENTERPRISE.name, code, end, before=before, after=after)
