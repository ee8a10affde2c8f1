"""Streamed reading of the whole map: row by row, in the order of the keys, never all at once.

The map is read in parts. A change between two parts is seen by the later one; each part is of one
moment.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import LiteralString

from graph.schema import Label, Link
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store
from graph.store.cypher.bulk import exports as cypher
from graph.store.history.past import fields_as_of

NODES_A_PART = 20_000
STARTS_A_PART = 2_000


@dataclass(frozen=True)
class Day:
    """A past day to read the map for: its date, and the instant at which it was over."""

    at: str = ""
    over: str = ""


EVER = Day()
"""Every version of every link, and nodes as they are."""


def stream_nodes(
    store: Store, label: Label, day: Day = EVER, only: Collection[str] | None = None
) -> Iterator[Row]:
    """Yield each node of a label of the map with ``label.columns``, absent values as None.

    As of a day, nodes are as they were then; those that came later and have no link that held
    on it are left out. ``only`` are the codes of those that are wanted, a set; None for all.
    """
    rows = _by_code(store, cypher.NODES[label.name])
    if only is not None:
        rows = (row for row in rows if row["code"] in only) if only else iter(())
    if not day.over:
        yield from rows
        return
    for part in batches(rows, STARTS_A_PART):
        codes = [row["code"] for row in part]
        asked = {"codes": codes, "at": day.at, "since": day.over}
        later = {row["code"] for row in store.read(cypher.MADE_SINCE[label.name], **asked)}
        told = fields_as_of(store, label.name, codes, day.over)
        for row in part:
            if row["code"] not in later:
                then = told.get(row["code"], {})
                yield {**row, **{name: then[name] for name in row.keys() & then.keys()}}


def stream_links(
    store: Store, link: Link, day: Day = EVER, starts: Collection[str] | None = None
) -> Iterator[Row]:
    """Yield each link of a type of the map, its past versions too: start, end, ``link.columns``.

    ``start`` and ``end`` are the codes of the nodes that it joins. As of a day, those that held.
    With ``starts`` only those that start at one of these codes.
    """
    if starts is None:
        codes = (row["code"] for row in _by_code(store, cypher.CODES[link.start]))
    else:
        codes = iter(sorted(starts))
    for part in batches(codes, STARTS_A_PART):
        yield from store.stream(cypher.LINKS[link.name], codes=part, at=day.at)


def _by_code(store: Store, statement: LiteralString) -> Iterator[Row]:
    """Yield the rows of a statement that begins after a code, part after part."""
    after, found = "", NODES_A_PART
    while found == NODES_A_PART:
        found = 0
        for row in store.stream(statement, after=after, limit=NODES_A_PART):
            found, after = found + 1, row["code"]
            yield row
