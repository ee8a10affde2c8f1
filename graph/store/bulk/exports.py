"""Streamed reading of the whole map: row by row, in the order of the keys, never all at once.

The map is read in parts. A change between two parts is seen by the later one; each part is of one
moment.
"""

from collections.abc import Iterator
from typing import LiteralString

from graph.schema import Label, Link
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store
from graph.store.cypher.bulk import exports as cypher

NODES_A_PART = 20_000
STARTS_A_PART = 2_000


def stream_nodes(store: Store, label: Label) -> Iterator[Row]:
    """Yield each node of a label of the map with ``label.columns``, absent values as None."""
    yield from _by_code(store, cypher.NODES[label.name])


def stream_links(store: Store, link: Link) -> Iterator[Row]:
    """Yield each link of a type of the map, its past versions too: start, end, ``link.columns``.

    ``start`` and ``end`` are the codes of the nodes that it joins.
    """
    codes = (row["code"] for row in _by_code(store, cypher.CODES[link.start]))
    for part in batches(codes, STARTS_A_PART):
        yield from store.stream(cypher.LINKS[link.name], codes=part)


def _by_code(store: Store, statement: LiteralString) -> Iterator[Row]:
    """Yield the rows of a statement that begins after a code, part after part."""
    after, found = "", NODES_A_PART
    while found == NODES_A_PART:
        found = 0
        for row in store.stream(statement, after=after, limit=NODES_A_PART):
            found, after = found + 1, row["code"]
            yield row
