"""Chains and their nodes as the pages read them."""

from collections.abc import Sequence
from datetime import date

from graph.domain.chain import Chain
from graph.domain.chain_summary import ChainSummary, Maker, NodeSummary
from graph.store.connection import Row, Store
from graph.store.cypher.map import chains as cypher


def list_summaries(store: Store, *, at: date, only_published: bool) -> list[ChainSummary]:
    """List chains by code, with their numbers."""
    rows = store.read(cypher.LIST_SUMMARIES, at=at.isoformat(), only_published=only_published)
    return [_summary(row) for row in rows]


def find_chain(store: Store, code: str) -> Chain | None:
    """Return the chain with this code, or None."""
    row = store.read_one(cypher.FIND, code=code)
    return as_chain(row["chain"]) if row else None


def as_chain(chain: Row) -> Chain:
    """Build the record from a node's properties; what nobody told is empty."""
    texts = ("name_en", "steward", "summary", "summary_en", "source")
    return Chain(
        code=chain["code"],
        name=chain["name"],
        published=bool(chain.get("published")),
        **{name: chain.get(name) or "" for name in texts},
    )


def list_nodes(store: Store, code: str, *, at: date) -> list[NodeSummary]:
    """List the nodes of a chain in their order, with how many enterprises make each."""
    rows = store.read(cypher.LIST_NODES, code=code, at=at.isoformat())
    return [
        NodeSummary(
            row["code"], row["name"], row["name_en"] or "", row["stage"], row["enterprises"]
        )
        for row in rows
    ]


def list_links(store: Store, code: str, *, at: date) -> list[tuple[str, str]]:
    """List the supply links between nodes of a chain, as pairs of codes."""
    rows = store.read(cypher.LIST_LINKS, code=code, at=at.isoformat())
    return [(row["start"], row["end"]) for row in rows]


def count_makers(store: Store, nodes: Sequence[str], *, at: date) -> int:
    """Count the enterprises that make any of these nodes."""
    return store.read(cypher.COUNT_MAKERS, nodes=list(nodes), at=at.isoformat())[0]["total"]


def list_makers(
    store: Store, nodes: Sequence[str], *, at: date, order: str, skip: int, limit: int
) -> list[Maker]:
    """List the makers of any of these nodes, by ``size`` (largest first) or ``name``."""
    rows = store.read(
        cypher.LIST_MAKERS,
        nodes=list(nodes),
        at=at.isoformat(),
        order=order,
        skip=skip,
        limit=limit,
    )
    return [_maker(row) for row in rows]


def _summary(row: Row) -> ChainSummary:
    chain = row["chain"]
    return ChainSummary(
        code=chain["code"],
        name=chain["name"],
        name_en=chain.get("name_en") or "",
        steward=chain.get("steward") or "",
        nodes=row["nodes"],
        enterprises=row["enterprises"],
        gaps=row["gaps"],
        by_stage=(row["upstream"], row["midstream"], row["downstream"]),
        published=bool(chain.get("published")),
    )


def _maker(row: Row) -> Maker:
    return Maker(
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"] or "",
        region=row["region"] or "",
        region_en=row["region_en"] or "",
        size=row["size"] or "",
        certifications=tuple(row["certifications"] or ()),
        products=tuple(sorted(row["products"])),
        products_en=tuple(sorted(row["products_en"])),
    )
