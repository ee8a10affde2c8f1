"""The record of a merge: all that has to be known to undo it, in pieces of bounded size."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from graph.domain.merging.links import Moves, Tie
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.merging import merges as cypher
from graph.store.merging.reading import Preview

TIES_A_PART = 500


@dataclass(frozen=True)
class Record:
    """``gone`` is the node that went; ``before`` and ``after`` are of the one that stayed."""

    gone: Mapping[str, Any]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    moves: Moves


def save_record(
    transaction: Transaction, merge_id: str, record: Record, seen: Preview, *, by: str, at: str
) -> dict[str, Any]:
    """Write a merge down and return its properties."""
    told = {
        "id": merge_id,
        "stays": seen.stays.code,
        "goes": seen.goes.code,
        "stays_name": record.after.get("name") or seen.stays.node["name"],
        "stays_name_en": record.after.get("name_en") or seen.stays.node.get("name_en") or "",
        "goes_name": seen.goes.node["name"],
        "goes_name_en": seen.goes.node.get("name_en") or "",
        "at": at,
        "by": by,
        "moved": len(record.moves.moved),
        "kept": len(record.moves.kept),
        "involved": _involved(seen),
    }
    number = transaction.run(cypher.RECORD, **told)[0]["number"]
    rows = [[uuid4().hex, place, text] for place, text in enumerate(_texts(record))]
    transaction.run(cypher.RECORD_PARTS, id=merge_id, rows=rows)
    return {**told, "number": number, "state": "standing"}


def read_record(transaction: Transaction, merge_id: str) -> Record:
    """Read a merge's record back."""
    head, *parts = _read_parts(transaction.run(cypher.LIST_PARTS, id=merge_id))
    return Record(head["gone"], head["before"], head["after"], _moves(parts))


def read_moves(store: Store, merge_id: str) -> Moves:
    """Read what became of each link in a merge."""
    return _moves(_read_parts(store.read(cypher.LIST_PARTS, id=merge_id))[1:])


def _read_parts(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [json.loads(row["text"]) for row in rows]


def _moves(parts: Iterable[Mapping[str, Any]]) -> Moves:
    ties: dict[str, list[Tie]] = {"moved": [], "kept": [], "taken": []}
    for part in parts:
        ties[part["kind"]] += [Tie(*each) for each in part["ties"]]
    return Moves(**{kind: tuple(found) for kind, found in ties.items()})


def _texts(record: Record) -> list[str]:
    head = {"gone": record.gone, "before": record.before, "after": record.after}
    kinds = {name: getattr(record.moves, name) for name in ("moved", "kept", "taken")}
    parts = [
        {"kind": kind, "ties": [[t.part, t.is_start, t.other, t.values] for t in batch]}
        for kind, ties in kinds.items()
        for batch in batches(ties, TIES_A_PART)
    ]
    return [json.dumps(part, ensure_ascii=False) for part in [head, *parts]]


def _involved(seen: Preview) -> list[str]:
    """List all enterprises that the merge touches, the two themselves included."""
    ends = {
        tie.other
        for tie in (*seen.moves.moved, *seen.moves.kept, *seen.moves.taken)
        if tie.other_label == "Enterprise"
    }
    return sorted(ends | {seen.stays.code, seen.goes.code})
