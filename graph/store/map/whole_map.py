"""Reads the whole map once, for work over all enterprises or products at once."""

from typing import Any, LiteralString

from graph.store.connection import Store
from graph.store.cypher.map import whole_map as cypher

UNTOLD_SHARE = -1e9
"""Stands for a share that nobody told: collected columns cannot hold a null."""

Columns = dict[str, list[Any]]
"""Lists of one length, by name."""

LINKS: dict[str, LiteralString] = {
    "MAKES": cypher.MAKES,
    "SUPPLIES": cypher.SUPPLIES,
    "KIND_OF": cypher.KIND_OF,
    "NEAR": cypher.NEAR,
    "BELONGS_TO": cypher.BELONGS_TO,
    "TRADES_WITH": cypher.TRADES_WITH,
}


def read_enterprises(store: Store) -> Columns:
    """Return ``code`` and ``kind`` of every enterprise."""
    return store.read(cypher.ENTERPRISES)[0]


def read_nodes(store: Store) -> Columns:
    """Return ``code``, ``name``, ``kind`` and ``match_key`` of every chain node."""
    return store.read(cypher.NODES)[0]


def read_links(store: Store, link: str, *, at: str) -> Columns:
    """Return the links of a type that hold on the ISO date ``at``: ``start``, ``end``, values."""
    return store.read(LINKS[link], at=at, untold=UNTOLD_SHARE)[0]
