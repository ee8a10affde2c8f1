"""The merge itself: one transaction, and a record by which it can be undone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.meeting_request import pair_key
from graph.domain.merging.fields import Side, choose_values
from graph.domain.merging.links import Tie
from graph.errors import ChainMatchError, Conflict
from graph.schema import ENTERPRISE
from graph.store.bulk.node_changes import naming_of
from graph.store.connection import Store, Transaction
from graph.store.cypher.bulk import copies
from graph.store.cypher.merging import former_codes as former_cypher
from graph.store.cypher.merging import merges as cypher
from graph.store.followup import project_tracks
from graph.store.followup.projects import note
from graph.store.history.merges import record_merge
from graph.store.merging.former_codes import write_aside
from graph.store.merging.reading import Merge, Preview, as_merge, look
from graph.store.merging.recording import Record, save_record

PROJECT = "Project"


def merge(
    store: Store,
    *,
    stays: str,
    goes: str,
    sides: Mapping[str, Side],
    mark: str,
    by: str,
    at: datetime,
) -> Merge:
    """Let one record go up in another, which keeps its code; ``sides`` say whose values stand.

    ``mark`` names what the person saw (``Preview.mark``). Raises Conflict where either has changed
    since or they cannot be merged, with nothing written; NotFound, BadInput.
    """
    moment = instant_text(at)

    def work(transaction: Transaction) -> Merge:
        for code in (goes, stays):
            transaction.run(cypher.LOCK, code=code, at=moment)
        seen = look(transaction.run, stays, goes, sides)
        _check(transaction, seen, mark)
        values = _values(seen, sides)
        record_merge(transaction, stays, seen.stays.node, values, seen.goes.node, seen.moves.moved)
        transaction.run(cypher.CHANGE, code=stays, values=values)
        remove_ties(transaction, stays, seen.moves.taken)
        transaction.run(cypher.DELETE, code=goes)
        add_ties(transaction, stays, seen.moves.moved)
        rename(transaction, seen.moves.moved, goes, stays)
        _leave_code(transaction, seen)
        transaction.run(cypher.UNLOCK, code=stays)
        renew_projects(transaction, seen.moves.moved)
        record = Record(seen.goes.node, _before(seen, values), values, seen.moves)
        return as_merge(save_record(transaction, uuid4().hex, record, seen, by=by, at=moment))

    return store.transact(work)


def add_ties(transaction: Transaction, code: str, ties: Iterable[Tie]) -> None:
    """Tie an enterprise to the other ends that are there."""
    for (part, is_start), rows in _by_kind(ties).items():
        ends = [[code, t.other] if is_start else [t.other, code] for t in rows]
        told = [[*end, dict(tie.values)] for end, tie in zip(ends, rows, strict=True)]
        transaction.run(copies.CREATE_LINKS[part], rows=told)


def remove_ties(transaction: Transaction, code: str, ties: Iterable[Tie]) -> None:
    """Untie an enterprise from these other ends."""
    for (part, is_start), rows in _by_kind(ties).items():
        statements = cypher.DELETE_STARTING if is_start else cypher.DELETE_ENDING
        names = ("source", "valid_from", "product")
        told = [[tie.other, *(tie.values.get(name) or "" for name in names)] for tie in rows]
        transaction.run(statements[part], rows=told, code=code)


def renew_projects(transaction: Transaction, ties: Iterable[Tie]) -> None:
    """Let the figures of projects name the party by its present code."""
    codes = sorted({tie.other for tie in ties if tie.other_label == PROJECT})
    if codes:
        note(transaction, [project_tracks.gather(transaction, code) for code in codes])


def _check(transaction: Transaction, seen: Preview, mark: str) -> None:
    if seen.refusals:
        first = seen.refusals[0]
        raise Conflict(first.template, **first.values)
    if seen.mark != mark:
        raise Conflict("核对之后这两条记录又有了变化，没有合并；请看过最新内容后再决定。")
    total = transaction.run(cypher.COUNT_TIES, code=seen.goes.code)[0]["total"]
    if total != len(seen.goes.ties):
        raise ChainMatchError("这条记录有本版本不认识的关系，没有合并；请联系管理员。")


def _values(seen: Preview, sides: Mapping[str, Side]) -> dict[str, Any]:
    """Return what the merge writes into the record that stays."""
    values = choose_values(seen.stays.node, seen.goes.node, sides)
    naming = naming_of(ENTERPRISE, seen.stays.code, {**seen.stays.node, **values})
    return {**values, **naming}


def _before(seen: Preview, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: seen.stays.node.get(name) for name in values}


def rename(transaction: Transaction, ties: Iterable[Tie], old: str, new: str) -> None:
    """Let what hangs on an enterprise by these ties, and names it by its code, name the new one."""
    keys: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.other_label in cypher.NAMING_CODES:
            keys[tie.other_label].add(tie.other)
    for label, found in keys.items():
        rows = transaction.run(cypher.NAMING_CODES[label], keys=sorted(found))
        news = [{"key": row["key"], "values": _renamed(row["values"], old, new)} for row in rows]
        transaction.run(cypher.SAVE_NAMING[label], rows=news)


def _renamed(values: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return the values that name the old code, with the new one; a pair names two."""
    news: dict[str, Any] = {}
    for name, value in values.items():
        if value == old:
            news[name] = new
        elif name in {"pair", "accepted_pair"} and value:
            codes = [new if code == old else code for code in value.split("\n")]
            news[name] = pair_key(*codes)
    return news


def _leave_code(transaction: Transaction, seen: Preview) -> None:
    aside = write_aside(tie.identity for tie in seen.moves.kept)
    transaction.run(
        former_cypher.ADD,
        code=seen.goes.code,
        now=seen.stays.code,
        name=seen.goes.node.get("name") or "",
        aside=aside,
    )


def _by_kind(ties: Iterable[Tie]) -> dict[tuple[str, bool], list[Tie]]:
    found: dict[tuple[str, bool], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.part, tie.is_start].append(tie)
    return found
