"""Reads and writes a whole graph, part by part, in pieces that fit in memory.

A part is a label, or ``Start-TYPE-End`` for the relationships of a type between two labels.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString

from neo4j.exceptions import DriverError, Neo4jError

from graph.domain.clock import instant_text
from graph.domain.copying import Copy, Counts, Tally, at_rest, read_copy
from graph.embedded import Endpoint
from graph.errors import Conflict, GraphUnavailable
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.bulk import copies as cypher

MARK = "graph.copy"
"""Name of the setting in which a copy keeps its mark; never copied itself."""
NODES_A_PIECE = 2000
LINKS_A_PIECE = 10_000

NODE_PARTS = tuple(cypher.KEYS)
LINK_PARTS = tuple(cypher.LINK_PARTS)
PARTS = (*NODE_PARTS, *LINK_PARTS)
"""In the order of copying: relationships find their ends."""


@dataclass(frozen=True)
class Piece:
    """Some nodes, or all relationships of some starts: how many ``keys``, and the rows."""

    keys: int
    rows: list[Any]


def require_answer(endpoint: Endpoint) -> None:
    """Raise GraphUnavailable, naming the address, where no graph can be used there."""
    store = Store(lambda: endpoint)
    try:
        store.ping()
    except (GraphUnavailable, DriverError, Neo4jError) as error:
        raise GraphUnavailable(
            "连接不上 %(url)s，请核对地址、用户名、密码和数据库名。", url=endpoint.url
        ) from error
    finally:
        store.close()


def find_identity(store: Store) -> str:
    """Return what names this graph and no other: the instant of its first migration."""
    return store.read(cypher.FIND_IDENTITY)[0]["at"]


def find_running_job(store: Store, *, at: datetime) -> str | None:
    """Return the kind of a job that a living worker is running, or None."""
    row = store.read_one(cypher.FIND_RUNNING_JOB, now=instant_text(at))
    return row["kind"] if row else None


def count_parts(store: Store) -> Counts:
    """Count the rows of every part that has any.

    Raises Conflict where the graph has something that a copy would not carry: labels or
    relationships unknown to it, a node of several labels or without its key.
    """
    counts = {label: _count_keyed(store, label) for label in NODE_PARTS}
    known = {*NODE_PARTS, *cypher.LEFT_OUT}
    for row in store.read(cypher.COUNT_NODES):
        _refuse_unknown("+".join(row["labels"]), known)
    for row in store.read(cypher.COUNT_LINKS):
        part = "-".join(("+".join(row["starts"]), row["type"], "+".join(row["ends"])))
        _refuse_unknown(part, cypher.LINK_PARTS)
        counts[part] = row["total"]
    return {part: counts[part] for part in PARTS if counts.get(part)}


def _count_keyed(store: Store, label: str) -> int:
    row = store.read(cypher.COUNT_KEYED[label], mark=MARK)[0]
    if row["keyed"] != row["total"]:
        raise Conflict("有 %(label)s 节点没有键，无法复制。请先修正它们。", label=label)
    return row["total"]


def _refuse_unknown(part: str, known: Iterable[str]) -> None:
    if part not in known:
        raise Conflict("图中有这个版本不认识的内容：%(part)s，复制会丢失它们，已停止。", part=part)


def find_copy(store: Store) -> Copy | None:
    """Return the mark of the copy that was made into this graph, or None."""
    row = store.read_one(cypher.FIND_MARK, name=MARK)
    return read_copy(row["value"]) if row else None


def begin_copy(store: Store, copy: Copy) -> None:
    """Leave the mark of a new copy. Raises Conflict where there is one already."""
    store.write(cypher.CREATE_MARK, name=MARK, after=copy.to_text())


def read_pieces(store: Store, part: str, *, skip: int) -> Iterator[Piece]:
    """Yield a part in the order of its starts' keys, all but the first ``skip`` of these."""
    starts = store.stream(_by(cypher.LIST_KEYS, cypher.LIST_STARTS, part), skip=skip, mark=MARK)
    statement = _by(cypher.FIND_NODES, cypher.FIND_LINKS, part)
    for keys in _packed(starts, NODES_A_PIECE if part in NODE_PARTS else LINKS_A_PIECE):
        found = store.stream(statement, keys=keys)
        yield Piece(len(keys), [_row(part, row) for row in found])


def tally(store: Store, part: str) -> Iterator[Tally]:
    """Yield the growing tally of a part as it stands now; the last one is the whole."""
    rows = store.stream(_by(cypher.LIST_NODES, cypher.LIST_LINKS, part), mark=MARK)
    counted = Tally()
    yield counted
    for batch in batches(rows, NODES_A_PIECE):
        counted = counted.plus(_row(part, row) for row in batch)
        yield counted


def write_piece(store: Store, part: str, rows: Sequence[Any], *, before: Copy, after: Copy) -> None:
    """Write rows and move the mark in one transaction, exactly once.

    Raises Conflict where the mark has moved otherwise: another process writes the same copy.
    """
    marks = {"before": before.to_text(), "after": after.to_text()}

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK_MARK, name=MARK, after=marks["after"])
        if transaction.run(cypher.ADVANCE_MARK, name=MARK, **marks):
            for batch in batches(rows, LINKS_A_PIECE):
                transaction.run(_by(cypher.SAVE_NODES, cypher.CREATE_LINKS, part), rows=batch)
        elif transaction.run(cypher.FIND_MARK, name=MARK) != [{"value": marks["after"]}]:
            raise Conflict("另一个进程正在往同一个目标复制，本次已停止。")

    store.transact(work)


def finish_copy(store: Store, before: Copy, after: Copy) -> None:
    """Mark a copy as complete and verified."""
    write_piece(store, NODE_PARTS[0], (), before=before, after=after)


def _by(
    of_nodes: dict[str, LiteralString], of_links: dict[str, LiteralString], part: str
) -> LiteralString:
    return of_nodes[part] if part in NODE_PARTS else of_links[part]


def _row(part: str, row: Row) -> Any:
    if part in NODE_PARTS:
        return at_rest(part, row["row"])
    start, end, values = row["row"]
    return [start, end, at_rest(part, values)]


def _packed(starts: Iterator[Row], limit: int) -> Iterator[list[str]]:
    """Pack keys so that each pack has about ``limit`` rows; a start is never divided."""
    keys: list[str] = []
    rows = 0
    for start in starts:
        if keys and rows + start["rows"] > limit:
            yield keys
            keys, rows = [], 0
        keys.append(start["key"])
        rows += start["rows"]
    if keys:
        yield keys
