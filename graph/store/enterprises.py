"""Enterprises as the pages read them."""

from graph.domain.enterprise import Enterprise, EnterpriseKind
from graph.store.connection import Row, Store
from graph.store.cypher import enterprises as cypher


def find_enterprise(store: Store, code: str) -> Enterprise | None:
    """Return the enterprise with this full code, or None."""
    row = store.read_one(cypher.FIND, code=code)
    return as_enterprise(row["enterprise"]) if row else None


def as_enterprise(node: Row) -> Enterprise:
    """Build the record from a node's properties; what nobody told is empty."""
    return Enterprise(
        code=node["code"],
        name=node["name"],
        short_name=node.get("short_name") or "",
        name_en=node.get("name_en") or "",
        kind=EnterpriseKind(node.get("kind") or EnterpriseKind.COMPANY),
        region=node.get("region") or "",
        size=node.get("size") or "",
        certifications=tuple(node.get("certifications") or ()),
        founded=node.get("founded"),
        website=node.get("website") or "",
        summary=node.get("summary") or "",
        summary_en=node.get("summary_en") or "",
        market=node.get("market") or "",
        source=node.get("source") or "",
    )
