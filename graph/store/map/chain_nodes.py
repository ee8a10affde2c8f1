"""One chain node with all that is linked to it."""

from datetime import date
from typing import LiteralString

from graph.domain.chain import ChainNode, NodeKind
from graph.domain.chain_summary import LinkedNode
from graph.domain.enterprise_links import Position
from graph.store.connection import Row, Store
from graph.store.cypher.map import chains as cypher
from graph.store.map import enterprises

MOST = 60
"""How many linked nodes of one kind are shown; one more is read, to tell that there are more."""


def find_node(store: Store, code: str) -> ChainNode | None:
    """Return the node with this code, or None."""
    row = store.read_one(cypher.FIND_NODE, code=code)
    return as_node(row["node"]) if row else None


def as_node(node: Row) -> ChainNode:
    """Build the record from a node's properties; what nobody told is empty."""
    return ChainNode(
        node["code"],
        node["name"],
        node.get("name_en") or "",
        NodeKind(node.get("kind") or NodeKind.PRODUCT),
        node.get("source") or "",
    )


def list_positions(store: Store, code: str, *, at: date, only_published: bool) -> list[Position]:
    """List the chains that a node stands in."""
    return enterprises.list_positions(store, [code], at=at, only_published=only_published)[code]


def list_materials(store: Store, code: str, *, at: date) -> list[LinkedNode]:
    """List what a node is made of."""
    return _linked(store, cypher.LIST_MATERIALS, code, at)


def list_uses(store: Store, code: str, *, at: date) -> list[LinkedNode]:
    """List what is made of a node."""
    return _linked(store, cypher.LIST_USES, code, at)


def list_broader(store: Store, code: str, *, at: date) -> list[LinkedNode]:
    """List the broader products that a node is a kind of."""
    return _linked(store, cypher.LIST_BROADER, code, at)


def list_narrower(store: Store, code: str, *, at: date) -> list[LinkedNode]:
    """List the narrower kinds of a node."""
    return _linked(store, cypher.LIST_NARROWER, code, at)


def list_near(store: Store, code: str) -> list[LinkedNode]:
    """List nodes with a near name, the nearest first: computed, not a fact."""
    rows = store.read(cypher.LIST_NEAR, code=code, limit=MOST + 1)
    return [_node(row, method=row["method"]) for row in rows]


def _linked(store: Store, query: LiteralString, code: str, at: date) -> list[LinkedNode]:
    rows = store.read(query, code=code, at=at.isoformat(), limit=MOST + 1)
    return [_node(row) for row in rows]


def _node(row: Row, method: str = "") -> LinkedNode:
    return LinkedNode(
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"] or "",
        measure=row["measure"],
        evidence=enterprises.as_evidence(row["link"]) if "link" in row else None,
        method=method,
    )
