"""Enterprises as the pages read them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from graph.domain.enterprise import Enterprise, EnterpriseKind
from graph.domain.enterprise_links import Direction, Partner, Position, Product
from graph.domain.evidence import Evidence
from graph.domain.recommendation import Place
from graph.store.connection import Row, Store
from graph.store.cypher.map import enterprises as cypher


def find_enterprise(store: Store, code: str) -> Enterprise | None:
    """Return the enterprise with this full code, or None."""
    row = store.read_one(cypher.FIND, code=code)
    return as_enterprise(row["enterprise"]) if row else None


def find_regions(store: Store, code: str, *, at: date) -> list[Place]:
    """Return the region of an enterprise and the one around it, the larger first."""
    row = store.read_one(cypher.FIND_REGIONS, code=code, at=at.isoformat())
    if row is None:
        return []
    pairs = ((row["above"], row["above_en"]), (row["name"], row["name_en"]))
    return [Place("", name, name_en or "") for name, name_en in pairs if name]


def list_industries(store: Store, code: str, *, at: date) -> list[Place]:
    """List the industries that an enterprise belongs to."""
    rows = store.read(cypher.LIST_INDUSTRIES, code=code, at=at.isoformat())
    return [Place(row["code"], row["name"], row["name_en"] or "") for row in rows]


def list_products(store: Store, code: str, *, at: date, only_published: bool) -> list[Product]:
    """List what an enterprise makes, the largest share first, with the chains it stands in."""
    rows = store.read(cypher.LIST_PRODUCTS, code=code, at=at.isoformat())
    made = [row["code"] for row in rows]
    positions = list_positions(store, made, at=at, only_published=only_published)
    return [_product(row, tuple(positions[row["code"]])) for row in rows]


def count_partners(store: Store, code: str, *, at: date) -> int:
    """Count the known trade links of an enterprise, both ways."""
    return store.read(cypher.COUNT_PARTNERS, code=code, at=at.isoformat())[0]["total"]


def list_partners(store: Store, code: str, *, at: date, skip: int, limit: int) -> list[Partner]:
    """List known trade links, the latest first."""
    rows = store.read(cypher.LIST_PARTNERS, code=code, at=at.isoformat(), skip=skip, limit=limit)
    return [_partner(row) for row in rows]


def list_positions(
    store: Store, codes: Sequence[str], *, at: date, only_published: bool
) -> dict[str, list[Position]]:
    """Return by node the places in chains that it has; a node without any gives an empty list."""
    found: dict[str, list[Position]] = defaultdict(list)
    asked = {"codes": list(codes), "at": at.isoformat(), "only_published": only_published}
    for row in store.read(cypher.LIST_POSITIONS, **asked):
        found[row["code"]].append(
            Position(row["chain_code"], row["chain_name"], row["chain_name_en"] or "", row["stage"])
        )
    return found


def as_evidence(link: Row) -> Evidence:
    """Read the evidence that a link carries."""
    return Evidence(
        source=link["source"],
        as_of=link["as_of"],
        confidence=link["confidence"],
        valid_from=link["valid_from"],
        valid_to=link["valid_to"],
    )


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
        longitude=node.get("longitude"),
        latitude=node.get("latitude"),
        datum=node.get("datum") or "",
        services=tuple(node.get("services") or ()),
        source=node.get("source") or "",
    )


def _product(row: Row, positions: tuple[Position, ...]) -> Product:
    link = row["link"]
    return Product(
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"] or "",
        share=link.get("share"),
        capacity=link.get("capacity") or "",
        positions=positions,
        evidence=as_evidence(link),
    )


def _partner(row: Row) -> Partner:
    link = row["link"]
    return Partner(
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"] or "",
        direction=Direction.CUSTOMER if row["sells"] else Direction.SUPPLIER,
        product=link.get("product") or "",
        first_seen=link.get("first_seen") or "",
        last_seen=link.get("last_seen") or "",
        times=link.get("times"),
        evidence=as_evidence(link),
    )
