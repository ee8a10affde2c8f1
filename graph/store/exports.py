"""Streamed reading of the whole map: row by row, in the order of the keys, never all at once."""

from collections.abc import Iterator

from graph.schema import Label, Link
from graph.store.connection import Row, Store
from graph.store.cypher import exports as cypher


def stream_nodes(store: Store, label: Label) -> Iterator[Row]:
    """Yield each node of a label of the map with ``label.columns``, absent values as None."""
    yield from store.stream(cypher.NODES[label.name])


def stream_links(store: Store, link: Link) -> Iterator[Row]:
    """Yield each link of a type of the map, its past versions too: start, end, ``link.columns``.

    ``start`` and ``end`` are the codes of the nodes that it joins.
    """
    yield from store.stream(cypher.LINKS[link.name])
