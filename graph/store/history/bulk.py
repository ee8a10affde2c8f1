"""What a batch of rows leaves on record."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.domain.history.change import EVIDENCE_ONLY, Change, ChangeKind, differing
from graph.schema import OPEN_END, Label, Link
from graph.store.connection import Transaction
from graph.store.cypher.bulk.maps import FIND_NODES, NODE_COLUMNS
from graph.store.history import hand
from graph.store.history.changes import MOST_SINGLE, record_changes

Values = Mapping[str, Any]


def record_nodes(
    transaction: Transaction,
    label: Label,
    made: Mapping[str, Values],
    changed: Mapping[str, Values],
    originals: Mapping[str, Values],
    sources: Mapping[str, str],
) -> str:
    """Write down nodes that a batch makes and changes; return the line that made them.

    All by code: what a node is made with or given, what changed ones were, and who says so.
    """
    columns = NODE_COLUMNS[label.name]
    lines = [
        Change(ChangeKind.MADE, label.name, code, source=sources[code], after=told)
        for code, values in (made.items() if len(made) <= MOST_SINGLE else ())
        for _, told in (differing({}, values, columns),)
    ]
    for code, values in changed.items():
        before, after = differing(originals[code], {**originals[code], **values}, columns)
        if after:
            source = sources[code]
            lines.append(Change(ChangeKind.CHANGED, label.name, code, "", source, before, after))
    first = record_changes(transaction, lines)
    return hand.current().run or first


def record_removed(
    transaction: Transaction, label: Label, codes: Sequence[str], source: str
) -> None:
    """Write down nodes that go, with all that was known of them, before they go.

    Many are told by their run alone.
    """
    if not codes or len(codes) > MOST_SINGLE:
        return
    columns = NODE_COLUMNS[label.name]
    lines = []
    for row in transaction.run(FIND_NODES[label.name], codes=list(codes)):
        told = dict(zip(columns, row["values"], strict=True))
        before, _ = differing(told, {}, columns)
        lines.append(Change(ChangeKind.REMOVED, label.name, row["code"], "", source, before))
    record_changes(transaction, lines)


def link_change(link: Link, before: Values | None, after: Values) -> Change | None:
    """Tell what became of a link between two of its states; None where it was only confirmed."""
    columns = _columns(link, before, after)
    old, new = differing(before or {}, after, columns)
    if before is None:
        kind, old = ChangeKind.MADE, {}
    elif not new.keys() - EVIDENCE_ONLY:
        return None
    else:
        kind = ChangeKind.CLOSED if _is_closed(before, after, new) else ChangeKind.CHANGED
    source = after.get("source") or ""
    start, end = after["start"], after["end"]
    return Change(kind, link.name, start, end, source, old, new)


def _columns(link: Link, before: Values | None, after: Values) -> Iterable[str]:
    columns = [name for name in link.columns if name != "source"]
    moved = before is not None and before.get("end") != after.get("end")
    return [*(["end"] if moved else []), *columns]


def _is_closed(before: Values, after: Values, new: Values) -> bool:
    ended = before.get("valid_to") == OPEN_END != after.get("valid_to")
    return ended and not new.keys() - {"valid_to", *EVIDENCE_ONLY}
